//! The fields of field groups and schemas: where they are written, what a schema has in the end.

use serde_json::{Map, Value, json};

use super::class::CLASSES;
use super::global::global_group;
use crate::world::{SandboxState, XdmResource};

/// The top-level fields that a field group defines: in its own `properties`, or in the definitions
/// that its `allOf` refers to.
pub(crate) fn own_fields(body: &Map<String, Value>) -> impl Iterator<Item = (&String, &Value)> {
    let parts = body.get("allOf").and_then(Value::as_array).into_iter().flatten();
    let referred = parts.filter_map(move |part| {
        let path = part["$ref"].as_str()?.strip_prefix("#/")?;
        path.split('/').try_fold(None, |found: Option<&Value>, step| match found {
            None => body.get(step).map(Some),
            Some(value) => value.get(step).map(Some),
        })?
    });
    let direct = body.get("properties").and_then(Value::as_object);
    let in_definitions = referred.filter_map(|definition| definition["properties"].as_object());
    direct.into_iter().chain(in_definitions).flatten()
}

/// The first name under a tenant field that the registry refuses: letters, digits, `-` and `_`, and
/// no `_` at the front.
pub(crate) fn first_bad_name(field: &Value) -> Option<String> {
    let children =
        field["properties"].as_object().or_else(|| field["items"]["properties"].as_object());
    children.into_iter().flatten().find_map(|(name, child)| {
        let allowed =
            |letter: char| letter.is_ascii_alphanumeric() || letter == '-' || letter == '_';
        if name.is_empty() || name.starts_with('_') || !name.chars().all(allowed) {
            return Some(name.clone());
        }
        first_bad_name(child)
    })
}

/// A field group with its fields in one place.
pub(crate) fn full_field_group(group: &XdmResource) -> Value {
    let mut properties = json!({});
    for (name, field) in own_fields(&group.body) {
        merge(&mut properties[name.as_str()], field);
    }
    json!({ "type": "object", "properties": properties })
}

/// A schema with the fields of its class and of all its field groups.
pub(crate) fn full_schema(sandbox: &SandboxState, schema: &XdmResource) -> Value {
    let mut properties = json!({});
    let mut required: Vec<&str> = Vec::new();
    for uri in schema.references() {
        if let Some(class) = CLASSES.iter().find(|class| class.uri == uri) {
            merge(&mut properties, &class.properties());
            required.extend(class.required);
        } else if let Some(group) = global_group(uri) {
            merge(&mut properties, &group.properties());
        } else if let Some(group) = sandbox.field_groups.all().find(|group| group.uri == uri) {
            for (name, field) in own_fields(&group.body) {
                merge(&mut properties[name.as_str()], field);
            }
        }
    }
    let mut full = json!({ "type": "object", "properties": properties, "required": required });
    for path in primary_identities(sandbox, &schema.uri) {
        require(&mut full, &path);
    }
    full
}

/// The same as records meet it: a primary identity may not be empty either.
pub(crate) fn arriving_schema(sandbox: &SandboxState, schema: &XdmResource) -> Value {
    let mut full = full_schema(sandbox, schema);
    for path in primary_identities(sandbox, &schema.uri) {
        let field =
            path.iter().try_fold(&mut full, |field, step| field["properties"].get_mut(step));
        if let Some(field) = field
            && field.get("minLength").is_none()
        {
            field["minLength"] = json!(1);
        }
    }
    full
}

/// Paths of the fields that are marked as primary identity of a schema; there is one at most.
fn primary_identities<'a>(
    sandbox: &'a SandboxState,
    uri: &'a str,
) -> impl Iterator<Item = Vec<&'a str>> {
    let descriptors = sandbox.descriptors.values();
    descriptors
        .filter(move |known| known["xdm:sourceSchema"] == uri && known["xdm:isPrimary"] == true)
        .filter_map(|known| known["xdm:sourceProperty"].as_str())
        .map(|path| path.split('/').filter(|step| !step.is_empty()).collect())
}

/// A primary identity has to be there, and so do the objects above it.
fn require(schema: &mut Value, path: &[&str]) {
    let Some((first, rest)) = path.split_first() else { return };
    if schema.get("required").is_none_or(|required| !required.is_array()) {
        schema["required"] = json!([]);
    }
    if let Value::Array(required) = &mut schema["required"]
        && !required.contains(&json!(first))
    {
        required.push(json!(first));
    }
    if let Some(field) = schema["properties"].get_mut(first) {
        require(field, rest);
    }
}

/// Adds what is new in one definition to another; two field groups may share the tenant's field.
fn merge(into: &mut Value, from: &Value) {
    match (into, from) {
        (Value::Object(into), Value::Object(from)) => {
            for (key, value) in from {
                match into.get_mut(key) {
                    Some(known) => merge(known, value),
                    None => {
                        into.insert(key.clone(), value.clone());
                    }
                }
            }
        }
        (Value::Array(into), Value::Array(from)) => {
            for value in from {
                if !into.contains(value) {
                    into.push(value.clone());
                }
            }
        }
        (into, from) => *into = from.clone(),
    }
}

/// The definition of the field at a path of a full schema.
pub(crate) fn field_at<'a>(schema: &'a Value, path: &[String]) -> Option<&'a Value> {
    path.iter().try_fold(schema, |field, step| {
        let object = if field["type"] == "array" { &field["items"] } else { field };
        object.get("properties")?.get(step).or_else(|| object.get("additionalProperties"))
    })
}
