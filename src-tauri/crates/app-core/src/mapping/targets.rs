//! The fields of a schema, flattened from its resolved form (`xed-full`) into dotted paths.
//!
//! Lists are one field, without what is in their items: a line fills a list as a whole. Objects are listed with
//! their fields below them. Bounded in depth and number, and safe from schemas that refer to themselves.

use serde_json::Value;

use crate::contract::mapping::{TargetField, TargetKind};

/// The deepest level that is listed.
const MOST_LEVELS: usize = 12;
/// The most fields that are listed; the largest of the platform's own field groups have some hundreds.
const MOST_FIELDS: usize = 5_000;
/// The most parts of a schema that are looked at.
const MOST_PARTS: usize = 50_000;

/// Lists the fields of a schema.
#[must_use]
pub fn target_fields(schema: &Value) -> Vec<TargetField> {
    let mut walk = Walk { root: schema, fields: Vec::new(), parts: 0 };
    walk.object(schema, "", true, 0);
    for field in &mut walk.fields {
        // Rule of the platform's classes, whatever the schema's own list says: old answers name these two
        // `@id` and `xdm:timestamp`, or not at all.
        field.required |= matches!(field.path.as_str(), "_id" | "timestamp");
    }
    walk.fields
}

struct Walk<'s> {
    root: &'s Value,
    fields: Vec<TargetField>,
    parts: usize,
}

impl<'s> Walk<'s> {
    /// Lists the fields of an object. `must` says that every record has this object.
    fn object(&mut self, node: &'s Value, path: &str, must: bool, level: usize) {
        self.parts += 1;
        if level > MOST_LEVELS || self.parts > MOST_PARTS {
            return;
        }
        let node = self.resolve(node);
        let required: Vec<&str> = node["required"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .map(modern_name)
            .collect();
        for (key, property) in node["properties"].as_object().into_iter().flatten() {
            let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
            self.field(property, path, must && required.contains(&key.as_str()), level);
        }
        for part in node["allOf"].as_array().into_iter().flatten() {
            self.object(part, path, must, level + 1);
        }
    }

    fn field(&mut self, node: &'s Value, path: String, required: bool, level: usize) {
        if self.fields.len() >= MOST_FIELDS || self.fields.iter().any(|field| field.path == path) {
            return;
        }
        let node = self.resolve(node);
        let name = path.rsplit('.').next().unwrap_or_default();
        let title = node["title"].as_str().filter(|title| !title.trim().is_empty());
        let kind = kind(node);
        self.fields.push(TargetField {
            title: title.unwrap_or(name).to_owned(),
            kind,
            required,
            identity: None,
            path: path.clone(),
        });
        if kind == TargetKind::Object {
            self.object(node, &path, required, level + 1);
        }
    }

    /// Follows references within the schema, a few steps far.
    fn resolve(&self, mut node: &'s Value) -> &'s Value {
        for _ in 0..8 {
            let reference = node["$ref"].as_str().and_then(|text| text.strip_prefix('#'));
            match reference.and_then(|pointer| self.root.pointer(pointer)) {
                Some(found) => node = found,
                None => break,
            }
        }
        node
    }
}

/// Older answers list required fields by the names they have in the class.
fn modern_name(name: &str) -> &str {
    match name {
        "@id" => "_id",
        other => other.strip_prefix("xdm:").unwrap_or(other),
    }
}

fn kind(node: &Value) -> TargetKind {
    let named = match &node["type"] {
        Value::Array(types) => types.iter().filter_map(Value::as_str).find(|name| *name != "null"),
        name => name.as_str(),
    };
    let is_date = || {
        matches!(node["format"].as_str(), Some("date-time" | "date"))
            || matches!(node["meta:xdmType"].as_str(), Some("date-time" | "date"))
    };
    match named {
        Some("integer") => TargetKind::Integer,
        Some("number") => TargetKind::Number,
        Some("boolean") => TargetKind::Boolean,
        Some("array") => TargetKind::Array,
        Some("string") if is_date() => TargetKind::DateTime,
        Some("string") => TargetKind::Text,
        _ if node["items"].is_object() => TargetKind::Array,
        Some("object") => TargetKind::Object,
        _ if node["properties"].is_object() || node["allOf"].is_array() => TargetKind::Object,
        _ => TargetKind::Text,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{MOST_FIELDS, target_fields};
    use crate::contract::mapping::TargetKind;

    fn told(schema: &Value) -> Vec<(String, TargetKind, bool)> {
        let fields = target_fields(schema).into_iter();
        fields.map(|field| (field.path, field.kind, field.required)).collect()
    }

    #[test]
    fn fields_become_dotted_paths_with_types_and_what_is_required() {
        let schema = json!({
            "required": ["@id", "xdm:timestamp", "_t"],
            "properties": {
                "_id": { "type": "string" },
                "timestamp": { "type": "string", "format": "date-time" },
                "_t": { "type": "object", "required": ["a"], "properties": {
                    "a": { "type": "string", "title": "First" },
                    "b": { "type": "object", "required": ["c"], "properties": {
                        "c": { "type": "integer" }, "d": { "type": "number" }
                    }},
                    "e": { "type": "array", "items": { "type": "object", "properties": { "f": {} } } },
                    "g": { "type": "boolean" }
                }}
            }
        });
        let expected = [
            ("_id", TargetKind::Text, true),
            ("timestamp", TargetKind::DateTime, true),
            ("_t", TargetKind::Object, true),
            ("_t.a", TargetKind::Text, true),
            ("_t.b", TargetKind::Object, false),
            // Its object is not required, so neither is it.
            ("_t.b.c", TargetKind::Integer, false),
            ("_t.b.d", TargetKind::Number, false),
            ("_t.e", TargetKind::Array, false),
            ("_t.g", TargetKind::Boolean, false),
        ];
        assert_eq!(told(&schema), expected.map(|(path, kind, must)| (path.to_owned(), kind, must)));
        assert_eq!(target_fields(&schema)[3].title, "First");
    }

    #[test]
    fn id_and_timestamp_are_required_even_where_the_schema_does_not_say_so() {
        let schema = json!({ "properties": {
            "_id": { "type": "string" }, "timestamp": { "type": "string", "format": "date-time" }
        }});
        assert!(target_fields(&schema).iter().all(|field| field.required));
    }

    #[test]
    fn parts_and_references_within_the_schema_are_followed() {
        let schema = json!({
            "definitions": { "own": { "properties": { "_t": { "$ref": "#/definitions/inner" } } },
                             "inner": { "type": "object", "properties": { "x": { "type": "string" } } } },
            "allOf": [{ "$ref": "#/definitions/own" }]
        });
        assert_eq!(told(&schema).last().unwrap().0, "_t.x");
    }

    #[test]
    fn a_schema_that_refers_to_itself_ends() {
        let looped: Vec<_> = (0..50).map(|_| json!({ "$ref": "#" })).collect();
        let schema = json!({
            "allOf": looped,
            "properties": { "a": { "$ref": "#" }, "b": { "$ref": "#/properties/b" } }
        });
        let fields = target_fields(&schema);
        assert!(!fields.is_empty() && fields.len() <= MOST_FIELDS);
    }

    #[test]
    fn what_is_no_schema_has_no_fields() {
        for schema in
            [json!(null), json!([]), json!({ "properties": 1, "allOf": "x", "required": {} })]
        {
            assert_eq!(target_fields(&schema), []);
        }
    }
}
