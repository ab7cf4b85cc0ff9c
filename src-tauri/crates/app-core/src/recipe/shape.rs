//! The shape of a schema's own fields: JSON Schema properties, of which only what describes a value is kept. Ids,
//! references and marks of one sandbox are not.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::contract::mapping::{TargetField, TargetKind};

/// What describes a value.
const KEPT: &[&str] = &[
    "title",
    "description",
    "type",
    "format",
    "meta:xdmType",
    "enum",
    "meta:enum",
    "pattern",
    "minLength",
    "maxLength",
    "minimum",
    "maximum",
    "default",
    "required",
];
/// Deeper fields are not taken over.
const DEEPEST: usize = 12;

/// The properties without what does not belong in a recipe.
pub(super) fn kept(properties: &Map<String, Value>) -> Map<String, Value> {
    properties_kept(properties, 0)
}

fn properties_kept(properties: &Map<String, Value>, depth: usize) -> Map<String, Value> {
    let objects = properties.iter().filter(|(_, node)| node.is_object());
    objects.map(|(key, node)| (key.clone(), node_kept(node, depth))).collect()
}

fn node_kept(node: &Value, depth: usize) -> Value {
    let mut kept = Map::new();
    for (key, value) in node.as_object().into_iter().flatten() {
        if KEPT.contains(&key.as_str()) {
            kept.insert(key.clone(), value.clone());
        }
    }
    if depth < DEEPEST {
        if let Some(inner) = node["properties"].as_object() {
            let inner = properties_kept(inner, depth + 1);
            kept.insert("properties".to_owned(), Value::Object(inner));
        }
        if node["items"].is_object() {
            kept.insert("items".to_owned(), node_kept(&node["items"], depth + 1));
        }
    }
    Value::Object(kept)
}

/// Types of the fields that hold a value, by path.
pub(super) fn values(fields: Vec<TargetField>) -> BTreeMap<String, TargetKind> {
    let values = fields.into_iter().filter(|field| field.kind != TargetKind::Object);
    values.map(|field| (field.path, field.kind)).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::{Map, Value, json};

    use super::kept;

    fn own(value: Value) -> Map<String, Value> {
        value.as_object().unwrap().clone()
    }

    #[test]
    fn ids_and_references_of_one_sandbox_do_not_get_into_a_recipe() {
        let before = own(
            json!({ "guide": { "type": "object", "$id": "https://ns.adobe.com/acme/x",
            "meta:registryMetadata": { "repo:createdDate": 1 }, "properties": {
                "tags": { "type": "array", "meta:altId": "_acme.x", "items": { "type": "string", "$ref": "y" } }
            } } }),
        );
        assert_eq!(
            Value::Object(kept(&before)),
            json!({ "guide": { "type": "object", "properties": {
                "tags": { "type": "array", "items": { "type": "string" } }
            } } })
        );
    }
}
