//! Whether a record fits its schema: the rules of XDM's JSON Schema that streaming validation applies, worked out on
//! this computer. References within the schema and its parts are followed, bounded in depth.

use jiff::Timestamp;
use regex_lite::Regex;
use serde_json::Value;

use crate::contract::inspector::EventProblem;

/// The deepest level that is looked at.
const MOST_LEVELS: usize = 64;
/// The most comparisons that are made for one record: a schema may name itself many times over.
const MOST_LOOKS: usize = 200_000;
/// The most problems that are told of one record.
const MOST_TOLD: usize = 20;

/// Everything in which a record does not fit; each of it loses the event.
pub(super) fn misfits(schema: &Value, record: &Value) -> Vec<EventProblem> {
    let mut check = Check { root: schema, found: Vec::new(), looks: 0 };
    check.value(schema, record, "", 0);
    check.found
}

struct Check<'s> {
    root: &'s Value,
    found: Vec<EventProblem>,
    looks: usize,
}

impl<'s> Check<'s> {
    fn tell(&mut self, field: &str, message: String) {
        if self.found.len() < MOST_TOLD && !self.found.iter().any(|known| known.message == message)
        {
            self.found.push(EventProblem { field: field.to_owned(), message, loses: true });
        }
    }

    fn value(&mut self, node: &'s Value, value: &Value, path: &str, level: usize) {
        self.looks += 1;
        if level > MOST_LEVELS || self.looks > MOST_LOOKS {
            return;
        }
        let node = self.resolve(node);
        for part in node["allOf"].as_array().into_iter().flatten() {
            self.value(part, value, path, level + 1);
        }
        if let Some(wanted) = wrong_type(node, value) {
            let message = format!("“{path}” wants {wanted}; the record has {}.", kind(value));
            return self.tell(path, message);
        }
        if let Some(allowed) = node["enum"].as_array()
            && !allowed.contains(value)
        {
            let shown = short(value);
            self.tell(path, format!("{shown} is not one of the values that “{path}” allows."));
        }
        match value {
            Value::String(text) => self.text(node, text, path),
            Value::Number(number) => self.number(node, number.as_f64().unwrap_or_default(), path),
            Value::Object(_) => self.object(node, value, path, level),
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    self.value(&node["items"], item, &format!("{path}[{index}]"), level + 1);
                }
            }
            Value::Null | Value::Bool(_) => {}
        }
    }

    fn object(&mut self, node: &'s Value, value: &Value, path: &str, level: usize) {
        for key in node["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
            if value.get(key).is_none_or(Value::is_null) {
                let field = join(path, key);
                self.tell(&field, format!("Nothing fills “{field}”, which every record needs."));
            }
        }
        let known = node["properties"].as_object();
        let other = node.get("additionalProperties");
        // Parts of a schema know only their own fields: what others name is not foreign to the whole.
        let alone = node["allOf"].as_array().is_none_or(Vec::is_empty);
        for (key, member) in value.as_object().into_iter().flatten() {
            if member.is_null() {
                continue;
            }
            let field = join(path, key);
            match known.and_then(|known| known.get(key)).or(other.filter(|other| other.is_object()))
            {
                Some(node) => self.value(node, member, &field, level + 1),
                None if known.is_some() && alone && other != Some(&Value::Bool(true)) => {
                    self.tell(&field, format!("The schema has no field “{field}”."));
                }
                None => {}
            }
        }
    }

    fn text(&mut self, node: &Value, text: &str, path: &str) {
        let length = text.chars().count() as u64;
        if let Some(least) = node["minLength"].as_u64().filter(|least| length < *least) {
            let message = if length == 0 {
                format!("“{path}” is empty; the schema wants a text.")
            } else {
                format!("“{path}” is too short: it needs {least} characters.")
            };
            self.tell(path, message);
        }
        if let Some(most) = node["maxLength"].as_u64().filter(|most| length > *most) {
            self.tell(path, format!("“{path}” is too long: {most} characters are possible."));
        }
        if node["format"] == "date-time" && text.parse::<Timestamp>().is_err() {
            self.tell(path, format!("“{path}” is not a date with a time and a zone."));
        }
        if let Some(pattern) = node["pattern"].as_str()
            && Regex::new(pattern).is_ok_and(|pattern| !pattern.is_match(text))
        {
            self.tell(path, format!("“{path}” is not written as the schema wants: {pattern}"));
        }
    }

    fn number(&mut self, node: &Value, number: f64, path: &str) {
        if let Some(least) = node["minimum"].as_f64().filter(|least| number < *least) {
            self.tell(path, format!("“{path}” is {number}; the schema begins at {least}."));
        }
        if let Some(most) = node["maximum"].as_f64().filter(|most| number > *most) {
            self.tell(path, format!("“{path}” is {number}; the schema ends at {most}."));
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

/// What the node wants instead, in words; none when the type is right or free.
fn wrong_type(node: &Value, value: &Value) -> Option<&'static str> {
    let wanted = match &node["type"] {
        Value::Array(types) => {
            let names: Vec<&str> = types.iter().filter_map(Value::as_str).collect();
            return match names.iter().find(|name| **name != "null") {
                Some(first) if !names.iter().any(|name| is(value, name)) => Some(words(first)),
                _ => None,
            };
        }
        name => name.as_str()?,
    };
    (!is(value, wanted)).then(|| words(wanted))
}

fn is(value: &Value, name: &str) -> bool {
    match name {
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "boolean" => value.is_boolean(),
        "object" => value.is_object(),
        "array" => value.is_array(),
        "null" => value.is_null(),
        _ => true,
    }
}

fn words(name: &str) -> &'static str {
    match name {
        "string" => "a text",
        "integer" => "a whole number",
        "number" => "a number",
        "boolean" => "true or false",
        "object" => "a group of fields",
        _ => "a list",
    }
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "nothing",
        Value::Bool(_) => "true or false",
        Value::Number(number) if number.is_f64() => "a number with decimals",
        Value::Number(_) => "a whole number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "a group of fields",
    }
}

fn short(value: &Value) -> String {
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let mut letters = text.chars();
    let start: String = letters.by_ref().take(40).collect();
    if letters.next().is_some() { format!("“{start}…”") } else { format!("“{start}”") }
}

fn join(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::misfits;

    fn schema() -> Value {
        json!({
            "type": "object",
            "required": ["_id", "timestamp"],
            "definitions": { "score": { "type": "integer", "minimum": 0, "maximum": 10 } },
            "properties": {
                "_id": { "type": "string", "minLength": 1 },
                "timestamp": { "type": "string", "format": "date-time" },
                "_t": { "type": "object", "properties": {
                    "score": { "$ref": "#/definitions/score" },
                    "plan": { "type": "string", "enum": ["free", "paid"] },
                    "code": { "type": "string", "pattern": "^[A-Z]+$", "maxLength": 3 },
                    "tags": { "type": "array", "items": { "type": "string" } },
                    "rest": { "type": "object" }
                }}
            }
        })
    }

    fn told(tenant: Value) -> Vec<(String, String)> {
        let record = json!({ "_id": "1", "timestamp": "2026-10-27T10:42:22Z", "_t": tenant });
        let found = misfits(&schema(), &record).into_iter();
        found.map(|problem| (problem.field, problem.message)).collect()
    }

    #[test]
    fn a_record_that_fits_has_no_problems() {
        let tenant = json!({ "score": 9, "plan": "paid", "code": "AB", "tags": ["x"], "rest": { "a": 1 }, "x": null });
        assert_eq!(told(tenant), []);
    }

    #[test]
    fn each_rule_is_told_with_its_field() {
        for (tenant, field, said) in [
            (json!({ "score": 11 }), "_t.score", "ends at 10"),
            (json!({ "score": "9" }), "_t.score", "wants a whole number; the record has a text"),
            (json!({ "plan": "gold" }), "_t.plan", "“gold” is not one of the values"),
            (json!({ "code": "abc" }), "_t.code", "not written as the schema wants"),
            (json!({ "code": "ABCD" }), "_t.code", "too long: 3 characters"),
            (json!({ "tags": ["a", 1] }), "_t.tags[1]", "wants a text"),
            (json!({ "nowhere": 1 }), "_t.nowhere", "has no field"),
            (json!([]), "_t", "wants a group of fields"),
        ] {
            let found = told(tenant);
            assert_eq!(found[0].0, field, "{found:?}");
            assert!(found[0].1.contains(said), "{found:?}");
        }
    }

    #[test]
    fn what_is_required_must_be_there_and_not_null_or_empty() {
        let found = misfits(&schema(), &json!({ "_id": "", "timestamp": null }));
        let fields: Vec<_> = found.iter().map(|problem| problem.field.as_str()).collect();
        assert_eq!(fields, ["timestamp", "_id"]);
    }

    #[test]
    fn a_schema_that_refers_to_itself_ends() {
        let looped = json!({ "$ref": "#", "properties": { "a": { "$ref": "#/properties/a" } } });
        misfits(&looped, &json!({ "a": { "a": { "a": 1 } } }));
        let itself = json!({ "$ref": "#" });
        let parts = json!({ "allOf": vec![itself; 50], "properties": { "a": {} } });
        misfits(&parts, &json!({ "a": 1 }));
    }
}
