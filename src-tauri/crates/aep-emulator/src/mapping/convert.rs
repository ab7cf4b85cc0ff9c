//! Turns a value into the type of the field it is for, as mapping does before anything is checked.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use serde_json::{Map, Number, Value, json};

/// A value that cannot become what the field wants; both names in capitals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Mismatch {
    pub(crate) expected: &'static str,
    pub(crate) actual: &'static str,
}

/// Converts a value to the type of a field. A null stays a null.
pub(crate) fn convert(value: Value, field: &Value) -> Result<Value, Mismatch> {
    if value.is_null() {
        return Ok(value);
    }
    let expected = expected(field);
    let mismatch = Mismatch { expected, actual: actual(&value) };
    let converted = match expected {
        "DATE" => to_date(&value),
        "STRING" => to_text(&value),
        "INTEGER" => to_integer(&value),
        "DOUBLE" => to_number(&value),
        "BOOLEAN" => to_boolean(&value),
        "ARRAY" => return to_array(value, field, mismatch),
        "OBJECT" => return to_object(value, field, mismatch),
        _ => Some(value),
    };
    converted.ok_or(mismatch)
}

fn expected(field: &Value) -> &'static str {
    match field["type"].as_str() {
        Some("string") if field["format"] == "date-time" => "DATE",
        Some("string") => "STRING",
        Some("integer") => "INTEGER",
        Some("number") => "DOUBLE",
        Some("boolean") => "BOOLEAN",
        Some("array") => "ARRAY",
        Some("object") => "OBJECT",
        _ => "ANY",
    }
}

fn actual(value: &Value) -> &'static str {
    match value {
        Value::Null => "NULL",
        Value::Bool(_) => "BOOLEAN",
        Value::Number(number) if number.is_f64() => "DOUBLE",
        Value::Number(_) => "LONG",
        Value::String(_) => "STRING",
        Value::Array(_) => "ARRAY",
        Value::Object(_) => "OBJECT",
    }
}

fn to_text(value: &Value) -> Option<Value> {
    match value {
        Value::String(_) => Some(value.clone()),
        Value::Number(_) | Value::Bool(_) => Some(json!(value.to_string())),
        _ => None,
    }
}

fn to_integer(value: &Value) -> Option<Value> {
    match value {
        Value::Number(number) if !number.is_f64() => Some(value.clone()),
        Value::Number(number) => whole(number.as_f64()?),
        Value::String(text) => {
            let text = text.trim();
            text.parse::<i64>().ok().map(|n| json!(n)).or_else(|| whole(text.parse().ok()?))
        }
        _ => None,
    }
}

fn whole(number: f64) -> Option<Value> {
    let fits = number.fract() == 0.0 && number.abs() < 9_007_199_254_740_992.0;
    fits.then(|| json!(number as i64))
}

fn to_number(value: &Value) -> Option<Value> {
    match value {
        Value::Number(_) => Some(value.clone()),
        Value::String(text) => {
            let number: f64 = text.trim().parse().ok()?;
            Number::from_f64(number).map(Value::Number)
        }
        _ => None,
    }
}

fn to_boolean(value: &Value) -> Option<Value> {
    match value {
        Value::Bool(_) => Some(value.clone()),
        Value::String(text) => match text.trim().to_ascii_lowercase().as_str() {
            "yes" | "y" | "on" | "true" => Some(json!(true)),
            "no" | "n" | "off" | "false" => Some(json!(false)),
            _ => None,
        },
        _ => None,
    }
}

/// Text in a common date format. A number is no date: whether it means seconds or milliseconds is
/// for the mapping to say.
fn to_date(value: &Value) -> Option<Value> {
    let text = value.as_str()?.trim();
    read_date(text).map(|at| json!(at.to_string()))
}

/// Reads the date formats that are converted without being asked.
pub(crate) fn read_date(text: &str) -> Option<Timestamp> {
    if let Ok(at) = text.parse::<Timestamp>() {
        return Some(at);
    }
    let local = text.parse::<DateTime>().ok().or_else(|| {
        let day = text.parse::<Date>().ok().or_else(|| Date::strptime("%m/%d/%Y", text).ok())?;
        Some(day.at(0, 0, 0, 0))
    })?;
    local.to_zoned(TimeZone::UTC).ok().map(|zoned| zoned.timestamp())
}

fn to_array(value: Value, field: &Value, mismatch: Mismatch) -> Result<Value, Mismatch> {
    let Value::Array(items) = value else { return Err(mismatch) };
    let items = items.into_iter().map(|item| convert(item, &field["items"]));
    items.collect::<Result<Vec<_>, _>>().map(Value::Array)
}

fn to_object(value: Value, field: &Value, mismatch: Mismatch) -> Result<Value, Mismatch> {
    let Value::Object(members) = value else { return Err(mismatch) };
    let mut converted = Map::new();
    for (key, member) in members {
        let inner = field["properties"].get(&key).unwrap_or(&Value::Null);
        converted.insert(key, convert(member, inner)?);
    }
    Ok(Value::Object(converted))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_become_what_their_fields_want() {
        let date = json!({ "type": "string", "format": "date-time" });
        let cases = [
            (json!(1234), json!({ "type": "string" }), json!("1234")),
            (json!("12"), json!({ "type": "integer" }), json!(12)),
            (json!("1.5"), json!({ "type": "number" }), json!(1.5)),
            (json!("Yes"), json!({ "type": "boolean" }), json!(true)),
            (json!("2024-05-01"), date.clone(), json!("2024-05-01T00:00:00Z")),
            (json!("2024-05-01T10:00:00+02:00"), date.clone(), json!("2024-05-01T08:00:00Z")),
            (json!(["1"]), json!({ "type": "array", "items": { "type": "integer" } }), json!([1])),
        ];
        for (value, field, wanted) in cases {
            assert_eq!(convert(value.clone(), &field), Ok(wanted), "{value} as {field}");
        }
    }

    #[test]
    fn what_cannot_be_converted_is_named() {
        let date = json!({ "type": "string", "format": "date-time" });
        let mismatch = convert(json!(1_626_803_876), &date).expect_err("a number is no date");
        assert_eq!((mismatch.expected, mismatch.actual), ("DATE", "LONG"));
        assert!(convert(json!({}), &json!({ "type": "string" })).is_err());
    }
}
