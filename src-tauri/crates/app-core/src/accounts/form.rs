//! From the JSON Schema of a way to sign in to a plain form. What no field of ours can show becomes a field for
//! JSON, so that a schema of any shape leads to a form that can be filled in.

use aep_client::flow_service::AuthSpec;
use serde_json::{Map, Value};

use super::label::{label, tells_secret};
use crate::contract::account_form::{AuthField, AuthFieldKind, AuthForm, AuthOption, TextLimits};

/// Groups inside groups, at most.
const DEEPEST: usize = 4;

/// Parts of a schema that say more than fields can.
const BEYOND: [&str; 5] = ["anyOf", "oneOf", "not", "if", "patternProperties"];

/// A form, and what goes with it without being asked.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Mapped {
    /// What a person fills in.
    pub(crate) form: AuthForm,
    /// Paths and values that the schema fixes.
    pub(crate) fixed: Vec<(String, Value)>,
}

/// Reads a way to sign in.
pub(crate) fn map(spec: &AuthSpec) -> Mapped {
    let mut reader = Reader { root: &spec.spec, fixed: Vec::new() };
    let fields = reader.object(&spec.spec, "", 0).unwrap_or_else(|| {
        reader.fixed.clear();
        vec![everything(&spec.spec)]
    });
    let form = AuthForm {
        name: spec.name.clone(),
        about: text(&spec.spec, "description").unwrap_or_default(),
        fields,
    };
    Mapped { form, fixed: reader.fixed }
}

/// A key below a path.
pub(crate) fn below(path: &str, key: &str) -> String {
    let key = key.replace('~', "~0").replace('/', "~1");
    if path.is_empty() { key } else { format!("{path}/{key}") }
}

struct Reader<'a> {
    root: &'a Value,
    fixed: Vec<(String, Value)>,
}

impl<'a> Reader<'a> {
    /// The fields of an object, or nothing if fields cannot show it.
    fn object(&mut self, schema: &'a Value, path: &str, depth: usize) -> Option<Vec<AuthField>> {
        let schema = self.resolve(schema, 0)?;
        let mut parts = vec![schema];
        for part in schema.get("allOf").and_then(Value::as_array).into_iter().flatten() {
            parts.push(self.resolve(part, 0)?);
        }
        let sound = |part: &&Value| is_object(part) && !goes_beyond(part);
        if depth >= DEEPEST || !parts.iter().all(sound) {
            return None;
        }
        let required: Vec<&str> = parts
            .iter()
            .filter_map(|part| part.get("required")?.as_array())
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        let mut fields: Vec<AuthField> = Vec::new();
        for part in parts {
            for (key, property) in part.get("properties").and_then(Value::as_object)? {
                let path = below(path, key);
                let is_required = required.contains(&key.as_str());
                if let Some(field) = self.field(key, property, path, is_required, depth) {
                    fields.retain(|known| known.path != field.path);
                    fields.push(field);
                }
            }
        }
        Some(fields)
    }

    /// One field; none where the schema fixes the value or hides the field.
    fn field(
        &mut self,
        key: &str,
        property: &'a Value,
        path: String,
        required: bool,
        depth: usize,
    ) -> Option<AuthField> {
        let schema = self.resolve(property, 0);
        let about = schema.unwrap_or(property);
        if let Some(value) = about.get("const") {
            self.fixed.push((path, value.clone()));
            return None;
        }
        if about.pointer("/uiAttributes/hidden") == Some(&Value::Bool(true)) && !required {
            return None;
        }
        let kind = schema
            .and_then(|schema| self.kind(key, schema, &path, depth))
            .unwrap_or_else(|| AuthFieldKind::Json { secret: hides(key, property) });
        let written = |value: &Value| match (&kind, value) {
            (AuthFieldKind::Secret { .. } | AuthFieldKind::Group { .. }, _) => None,
            (AuthFieldKind::Choice { .. } | AuthFieldKind::Json { .. }, value) => {
                Some(value.to_string())
            }
            (_, Value::String(text)) => Some(text.clone()),
            (_, Value::Number(_) | Value::Bool(_)) => Some(value.to_string()),
            _ => None,
        };
        Some(AuthField {
            label: text(about, "title").unwrap_or_else(|| label(key)),
            help: text(about, "description").unwrap_or_default(),
            required,
            default: about.get("default").and_then(written),
            example: about.pointer("/examples/0").and_then(written),
            path,
            kind,
        })
    }

    fn kind(
        &mut self,
        key: &str,
        schema: &'a Value,
        path: &str,
        depth: usize,
    ) -> Option<AuthFieldKind> {
        if let Some(options) = options(schema) {
            return Some(AuthFieldKind::Choice { options });
        }
        if goes_beyond(schema) || schema.get("enum").is_some() {
            return None;
        }
        match kind_of(schema)? {
            "object" => {
                let kept = self.fixed.len();
                let fields = self.object(schema, path, depth + 1);
                if fields.is_none() {
                    self.fixed.truncate(kept);
                }
                Some(AuthFieldKind::Group { fields: fields? })
            }
            "string" => Some(string(key, schema)),
            "boolean" => Some(AuthFieldKind::Boolean),
            number @ ("number" | "integer") => Some(AuthFieldKind::Number {
                integer: number == "integer",
                minimum: schema.get("minimum").and_then(Value::as_f64),
                maximum: schema.get("maximum").and_then(Value::as_f64),
            }),
            _ => None,
        }
    }

    /// Follows `$ref` inside the same document; nothing for one that leads elsewhere or round in circles.
    fn resolve(&self, schema: &'a Value, steps: usize) -> Option<&'a Value> {
        let object = schema.as_object()?;
        match object.get("$ref") {
            None => Some(schema),
            Some(_) if steps > DEEPEST => None,
            Some(reference) => {
                let pointer = reference.as_str()?.strip_prefix('#')?;
                self.resolve(self.root.pointer(pointer)?, steps + 1)
            }
        }
    }
}

/// The field for a form that cannot be taken apart.
fn everything(schema: &Value) -> AuthField {
    AuthField {
        path: String::new(),
        label: "Parameters as JSON".to_owned(),
        help: "This source describes its sign-in in a way that Inlet cannot show as fields. Its documentation \
               says what belongs here."
            .to_owned(),
        required: true,
        default: None,
        example: None,
        kind: AuthFieldKind::Json { secret: hides("", schema) },
    }
}

fn is_object(schema: &Value) -> bool {
    schema.get("properties").is_some_and(Value::is_object)
}

/// Alternatives that only say which fields are needed together are left to the source to judge.
fn goes_beyond(schema: &Value) -> bool {
    let only_requires = |branch: &Value| {
        let keys = branch.as_object().into_iter().flat_map(Map::keys);
        keys.into_iter().all(|key| key == "required" || key == "title")
    };
    BEYOND.iter().filter_map(|word| schema.get(word)).any(|part| match part.as_array() {
        Some(branches) => !branches.iter().all(only_requires),
        None => true,
    })
}

/// The one type of a schema; nothing where there are several.
fn kind_of(schema: &Value) -> Option<&str> {
    match schema.get("type") {
        Some(Value::String(kind)) => Some(kind),
        Some(Value::Array(kinds)) => {
            let mut kinds = kinds.iter().filter_map(Value::as_str).filter(|kind| *kind != "null");
            kinds.next().filter(|_| kinds.next().is_none())
        }
        None if schema.get("properties").is_some() => Some("object"),
        None if schema.get("items").is_none() => Some("string"),
        _ => None,
    }
}

fn string(key: &str, schema: &Value) -> AuthFieldKind {
    let length = |name: &str| {
        schema.get(name).and_then(Value::as_u64).and_then(|length| u32::try_from(length).ok())
    };
    let limits = TextLimits {
        min_length: length("minLength"),
        max_length: length("maxLength"),
        pattern: text(schema, "pattern"),
    };
    match schema.get("format").and_then(Value::as_str) {
        Some("password") => AuthFieldKind::Secret { limits },
        Some("uri" | "url") => AuthFieldKind::Uri,
        _ if tells_secret(key) => AuthFieldKind::Secret { limits },
        _ => AuthFieldKind::Text { limits },
    }
}

/// The options of an enumeration, or of alternatives that are constants with a title each.
fn options(schema: &Value) -> Option<Vec<AuthOption>> {
    let named = |value: &Value, title: Option<String>| {
        let label = match (title, value) {
            (Some(title), _) => title,
            (None, Value::String(text)) => text.clone(),
            (None, Value::Number(_) | Value::Bool(_)) => value.to_string(),
            _ => return None,
        };
        Some(AuthOption { value: value.to_string(), label })
    };
    let listed = |key: &str| schema.get(key)?.as_array().filter(|listed| !listed.is_empty());
    if let Some(values) = listed("enum") {
        let values = values.iter().filter(|value| !value.is_null());
        return values.map(|value| named(value, None)).collect();
    }
    let branches = listed("oneOf").or_else(|| listed("anyOf"))?;
    branches.iter().map(|branch| named(branch.get("const")?, text(branch, "title"))).collect()
}

/// Whether a part that is typed as JSON holds a secret.
fn hides(key: &str, schema: &Value) -> bool {
    tells_secret(key) || mentions_secret(schema)
}

fn mentions_secret(schema: &Value) -> bool {
    match schema {
        Value::Object(map) => map.iter().any(|(key, value)| {
            (key == "format" && value == "password")
                || (value.is_object() && tells_secret(key))
                || mentions_secret(value)
        }),
        Value::Array(items) => items.iter().any(mentions_secret),
        _ => false,
    }
}

fn text(schema: &Value, key: &str) -> Option<String> {
    schema.get(key).and_then(Value::as_str).map(str::to_owned).filter(|text| !text.is_empty())
}

#[cfg(test)]
#[path = "form_tests.rs"]
mod tests;
