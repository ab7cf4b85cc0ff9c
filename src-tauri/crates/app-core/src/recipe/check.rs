//! Whether a schema can be made of the fields that stand in a file: a person may have altered them.
//! Source of the rule for names: <https://experienceleague.adobe.com/en/docs/experience-platform/xdm/schema/best-practices>.

use std::collections::HashSet;

use serde_json::{Map, Value};

use crate::schemas::is_field_name;

/// The types that XDM builds on.
const TYPES: &[&str] = &["string", "number", "integer", "boolean", "object", "array"];

/// Says the first thing that is wrong, by its place in the file.
pub(super) fn check(fields: &Map<String, Value>) -> Result<(), String> {
    properties(fields, "fields")
}

fn properties(fields: &Map<String, Value>, path: &str) -> Result<(), String> {
    let mut beside = HashSet::new();
    for (name, node) in fields {
        let path = format!("{path}.{name}");
        if !is_field_name(name) {
            return Err(format!(
                "“{path}” has a name that no field may have. Use letters (a to z), digits, - and _, and no _ at the front."
            ));
        }
        // The data lake does not tell capitals from small letters.
        if !beside.insert(name.to_ascii_lowercase()) {
            return Err(format!("“{path}” stands there twice; capitals make no difference."));
        }
        field(node, &path)?;
    }
    Ok(())
}

fn field(node: &Value, path: &str) -> Result<(), String> {
    let Some(object) = node.as_object() else {
        return Err(format!("“{path}” describes no field."));
    };
    let names: Vec<&Value> = match object.get("type") {
        Some(Value::Array(several)) => several.iter().filter(|name| *name != "null").collect(),
        Some(one) => vec![one],
        None => Vec::new(),
    };
    if let Some(strange) = names.iter().find(|name| !is_type(name)) {
        return Err(format!("“{path}” has the type {strange}, which no field can have."));
    }
    let below = object.get("properties").map(Value::as_object);
    let items = object.get("items");
    if names.is_empty() && below.is_none() && items.is_none() {
        return Err(format!("“{path}” does not say which type it has."));
    }
    match below {
        Some(None) => return Err(format!("“{path}.properties” holds no fields.")),
        Some(Some(below)) => properties(below, path)?,
        None => {}
    }
    items.map_or(Ok(()), |items| field(items, &format!("{path}[]")))
}

fn is_type(name: &Value) -> bool {
    name.as_str().is_some_and(|name| TYPES.contains(&name))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::check;

    fn told(fields: Value) -> String {
        check(fields.as_object().unwrap()).unwrap_err()
    }

    #[test]
    fn fields_as_the_registry_has_them_are_good() {
        let fields = json!({
            "pendo": { "type": "object", "properties": {
                "tags": { "type": "array", "items": { "type": "string" } },
                "at": { "type": ["string", "null"], "format": "date-time" }
            } },
            "plain": { "properties": {} }
        });
        assert_eq!(check(fields.as_object().unwrap()), Ok(()));
    }

    #[test]
    fn names_that_xdm_forbids_are_told_by_their_place() {
        for name in ["visitor id", "_own", "", "'; DROP TABLE users; --", "🎉"] {
            let inner = json!({ name: { "type": "string" } });
            let told = told(json!({ "pendo": { "type": "object", "properties": inner } }));
            assert!(told.contains(&format!("“fields.pendo.{name}”")), "{told}");
        }
        let twice = told(json!({ "a": { "type": "string" }, "A": { "type": "string" } }));
        assert!(twice.contains("capitals"), "{twice}");
    }

    #[test]
    fn what_describes_no_field_is_told_by_its_place() {
        assert!(told(json!({ "a": 7 })).contains("“fields.a” describes no field"));
        assert!(told(json!({ "a": {} })).contains("which type"));
        assert!(told(json!({ "a": { "type": "banana" } })).contains("\"banana\""));
        assert!(told(json!({ "a": { "properties": [] } })).contains("holds no fields"));
        let list = told(json!({ "a": { "type": "array", "items": { "type": 7 } } }));
        assert!(list.contains("“fields.a[]”"), "{list}");
    }
}
