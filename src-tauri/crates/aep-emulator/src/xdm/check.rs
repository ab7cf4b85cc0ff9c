//! Whether a record fits a schema. The wording follows the validator that the platform uses:
//! people recognise errors by it.

use jiff::Timestamp;
use serde_json::Value;

/// One way in which a record does not fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Violation {
    /// `DCVS-1106-400` and the like.
    pub(crate) code: &'static str,
    /// Pointer and sentence.
    pub(crate) message: String,
}

/// At most this many are reported for a record.
const REPORTED: usize = 5;

/// Every way in which a record does not fit, up to the number that is reported.
pub(crate) fn check_record(schema: &Value, record: &Value) -> Vec<Violation> {
    let mut found = Vec::new();
    check(schema, record, "#", &mut found);
    found.truncate(REPORTED);
    found
}

fn check(schema: &Value, value: &Value, pointer: &str, found: &mut Vec<Violation>) {
    let mut report = |code, message: String| {
        found.push(Violation { code, message: format!("{pointer}: {message}") });
    };
    if let Some(wanted) = schema["type"].as_str()
        && !has_type(value, wanted)
    {
        report(
            "DCVS-1104-400",
            format!("expected type: {}, found: {}", titled(wanted), kind(value)),
        );
        return;
    }
    if let Some(allowed) = schema["enum"].as_array()
        && !allowed.contains(value)
    {
        report("DCVS-1111-400", format!("{} is not a valid enum value", plain(value)));
    }
    match value {
        Value::String(text) => check_text(schema, text, &mut report),
        Value::Number(number) => check_number(schema, number.as_f64().unwrap_or(0.0), &mut report),
        Value::Object(map) => {
            for key in schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str)
            {
                if map.get(key).is_none_or(Value::is_null) {
                    report("DCVS-1106-400", format!("required key [{key}] not found"));
                }
            }
            for (key, member) in map.iter().filter(|(_, member)| !member.is_null()) {
                let field =
                    schema["properties"].get(key).or_else(|| schema.get("additionalProperties"));
                let pointer = format!("{pointer}/{key}");
                match field {
                    Some(field) => check(field, member, &pointer, found),
                    None if schema.get("properties").is_some() => found.push(Violation {
                        code: "DCVS-1111-400",
                        message: format!("{pointer}: extraneous key [{key}] is not permitted"),
                    }),
                    None => {}
                }
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                check(&schema["items"], item, &format!("{pointer}/{index}"), found);
            }
        }
        Value::Null | Value::Bool(_) => {}
    }
}

fn check_text(schema: &Value, text: &str, report: &mut impl FnMut(&'static str, String)) {
    let length = text.chars().count() as u64;
    if let Some(least) = schema["minLength"].as_u64().filter(|least| length < *least) {
        report("DCVS-1111-400", format!("expected minLength: {least}, actual: {length}"));
    }
    if let Some(most) = schema["maxLength"].as_u64().filter(|most| length > *most) {
        report("DCVS-1111-400", format!("expected maxLength: {most}, actual: {length}"));
    }
    if schema["format"] == "date-time" && text.parse::<Timestamp>().is_err() {
        let message = format!("[{text}] is not a valid date-time. Expected RFC 3339 text");
        report("DCVS-1105-400", message);
    }
    if let Some(pattern) = schema["pattern"].as_str()
        && regex_lite::Regex::new(pattern).is_ok_and(|pattern| !pattern.is_match(text))
    {
        report("DCVS-1111-400", format!("string [{text}] does not match pattern {pattern}"));
    }
}

fn check_number(schema: &Value, number: f64, report: &mut impl FnMut(&'static str, String)) {
    if let Some(least) = schema["minimum"].as_f64().filter(|least| number < *least) {
        report("DCVS-1111-400", format!("{number} is not greater or equal to {least}"));
    }
    if let Some(most) = schema["maximum"].as_f64().filter(|most| number > *most) {
        report("DCVS-1111-400", format!("{number} is not less or equal to {most}"));
    }
}

fn has_type(value: &Value, wanted: &str) -> bool {
    match wanted {
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "boolean" => value.is_boolean(),
        "object" => value.is_object(),
        "array" => value.is_array(),
        _ => true,
    }
}

/// The validator writes type names with a capital letter.
fn titled(kind: &str) -> &str {
    match kind {
        "string" => "String",
        "integer" => "Integer",
        "number" => "Number",
        "boolean" => "Boolean",
        "object" => "JSONObject",
        "array" => "JSONArray",
        other => other,
    }
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "Null",
        Value::Bool(_) => "Boolean",
        Value::Number(number) if number.is_f64() => "Double",
        Value::Number(number) if number.as_i64().is_some_and(|n| i32::try_from(n).is_ok()) => {
            "Integer"
        }
        Value::Number(_) => "Long",
        Value::String(_) => "String",
        Value::Array(_) => "JSONArray",
        Value::Object(_) => "JSONObject",
    }
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
