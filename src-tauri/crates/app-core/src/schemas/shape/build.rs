//! From the fields of the form to JSON Schema, as the registry takes it.

use serde_json::{Map, Value, json};

use crate::contract::schema_form::{ShapeField, ShapeKind};

use super::name;

/// The largest whole number that XDM's `long` holds.
const LONG_MAX: i64 = 9_007_199_254_740_991;

/// The object below the tenant's that holds the fields of a schema: two schemas that share names do not clash when
/// both are enabled for Profile.
pub(in crate::schemas) fn object_name(title: &str) -> String {
    let mut object = String::new();
    for word in title.split(|letter: char| !letter.is_ascii_alphanumeric()) {
        let mut letters = word.chars();
        let Some(first) = letters.next() else { continue };
        if object.is_empty() {
            object = word.to_ascii_lowercase();
        } else {
            object.push(first.to_ascii_uppercase());
            object.extend(letters);
        }
    }
    object.truncate(name::LONGEST);
    if object.is_empty() { "event".to_owned() } else { object }
}

/// The whole XDM path of a field below the object of its schema.
pub(in crate::schemas) fn path_of(namespace: &str, object: &str, path: &str) -> String {
    format!("{namespace}.{object}.{path}")
}

/// The fields as JSON Schema properties. Objects of which nothing is included are left out.
pub(in crate::schemas) fn properties(fields: &[ShapeField]) -> Map<String, Value> {
    let mut rest = fields;
    level(&mut rest, 0)
}

fn level(rest: &mut &[ShapeField], depth: u32) -> Map<String, Value> {
    let mut properties = Map::new();
    while let Some((field, after)) = rest.split_first() {
        if field.depth < depth {
            break;
        }
        *rest = after;
        let below = level(rest, field.depth + 1);
        if !field.included || (field.kind == ShapeKind::Object && below.is_empty()) {
            continue;
        }
        properties.insert(field.name.clone(), one(field, below));
    }
    properties
}

fn one(field: &ShapeField, below: Map<String, Value>) -> Value {
    let mut value = match field.kind {
        ShapeKind::Text => json!({ "type": "string" }),
        ShapeKind::DateTime => json!({ "type": "string", "format": "date-time" }),
        ShapeKind::Integer => json!({
            "type": "integer", "meta:xdmType": "long", "minimum": -LONG_MAX, "maximum": LONG_MAX,
        }),
        ShapeKind::Number => json!({ "type": "number" }),
        ShapeKind::Boolean => json!({ "type": "boolean" }),
        ShapeKind::Object => json!({ "type": "object", "properties": below }),
    };
    if field.list {
        value = json!({ "type": "array", "items": value });
    }
    value["title"] = json!(field.key);
    value
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{object_name, properties};
    use crate::schemas::shape::read;

    #[test]
    fn the_fields_of_a_sample_become_properties() {
        let mut shape = read(
            r#"{"visitor id":"v","app":{"id":7,"gone":true},"tags":["a"],"steps":[{"n":1.5}],"at":"2026-01-01T00:00:00Z"}"#,
        )
        .unwrap();
        shape.fields[3].included = false;
        let long = json!({ "type": "integer", "meta:xdmType": "long",
            "minimum": -9_007_199_254_740_991_i64, "maximum": 9_007_199_254_740_991_i64, "title": "id" });
        let expected = json!({
            "visitor_id": { "type": "string", "title": "visitor id" },
            "app": { "type": "object", "title": "app", "properties": { "id": long } },
            "tags": { "type": "array", "title": "tags", "items": { "type": "string" } },
            "steps": { "type": "array", "title": "steps", "items": { "type": "object",
                "properties": { "n": { "type": "number", "title": "n" } } } },
            "at": { "type": "string", "format": "date-time", "title": "at" },
        });
        assert_eq!(Value::Object(properties(&shape.fields)), expected);
    }

    #[test]
    fn an_object_that_is_left_out_takes_its_fields_along() {
        let mut shape = read(r#"{"app":{"id":7},"event":"e"}"#).unwrap();
        shape.fields[0].included = false;
        assert_eq!(properties(&shape.fields).keys().collect::<Vec<_>>(), ["event"]);
        shape.fields[0].included = true;
        shape.fields[1].included = false;
        assert_eq!(properties(&shape.fields).keys().collect::<Vec<_>>(), ["event"]);
    }

    #[test]
    fn the_object_is_called_after_the_schema() {
        assert_eq!(object_name("Pendo NPS answers"), "pendoNPSAnswers");
        assert_eq!(object_name("NPS: answers"), "npsAnswers");
        assert_eq!(object_name("活动"), "event");
    }
}
