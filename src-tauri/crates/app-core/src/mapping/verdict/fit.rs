//! Whether a value fits the type of a target field, and what becomes of it. The platform converts between texts,
//! numbers and dates where it can; where it cannot, the field stays empty; and a type that can never fit (an object
//! in a text) fails the record.

use serde_json::Value;

use crate::contract::mapping::TargetKind;

use super::date;

/// The largest whole number that XDM keeps exactly.
const LONGEST: u64 = 9_007_199_254_740_991;

/// How a value fits.
pub(super) enum Fit {
    /// It arrives as this; the message may be empty.
    Good { value: Value, message: String },
    /// It arrives, yet not surely as the person thinks.
    Doubtful { value: Value, why: String },
    /// It cannot be converted: nothing arrives.
    Empty { why: String },
    /// No value of this type can arrive.
    Never { why: String },
}

/// A type of target as a sentence has it: "the target holds …".
pub(super) fn in_words(kind: TargetKind) -> &'static str {
    match kind {
        TargetKind::Text => "text",
        TargetKind::DateTime => "a date",
        TargetKind::Integer => "whole numbers",
        TargetKind::Number => "numbers",
        TargetKind::Boolean => "true or false",
        TargetKind::Object => "several fields",
        TargetKind::Array => "a list",
    }
}

/// Fits a value that is neither absent nor null.
pub(super) fn fit(value: &Value, kind: TargetKind) -> Fit {
    match (value, kind) {
        (Value::Object(_), TargetKind::Object) => Fit::Doubtful {
            value: value.clone(),
            why: "Copied whole: works only when both sides have the same fields.".to_owned(),
        },
        (Value::Array(_), TargetKind::Array) => good(value.clone()),
        (Value::Object(_), _) => never("Several fields are in it; choose one of them", kind),
        (Value::Array(_), _) => never("It is a list; choose one of its items, such as [0]", kind),
        (_, TargetKind::Object) => never("It is a single value", kind),
        (_, TargetKind::Array) => never("It is a single value", kind),
        (value, TargetKind::Text) => good(text(value)),
        (value, TargetKind::DateTime) => to_date(value),
        (value, TargetKind::Integer) => to_integer(value),
        (value, TargetKind::Number) => to_number(value),
        (value, TargetKind::Boolean) => to_boolean(value),
    }
}

fn good(value: Value) -> Fit {
    Fit::Good { value, message: String::new() }
}

fn never(what: &str, kind: TargetKind) -> Fit {
    Fit::Never { why: format!("{what}: the target holds {}.", in_words(kind)) }
}

fn becomes_empty(what: &str, kind: TargetKind) -> Fit {
    Fit::Empty { why: format!("{what}: the target holds {}.", in_words(kind)) }
}

fn text(value: &Value) -> Value {
    match value {
        Value::String(_) => value.clone(),
        other => Value::String(other.to_string()),
    }
}

fn to_date(value: &Value) -> Fit {
    match value {
        Value::String(text) => match date::parse(text) {
            Some(moment) => Fit::Good {
                value: date::iso(moment).into(),
                message: format!("Reads as {}", date::in_words(moment)),
            },
            None => becomes_empty("This text cannot be read as a date", TargetKind::DateTime),
        },
        Value::Number(number) => {
            let unit = date::likely_unit(number.as_f64().unwrap_or_default());
            Fit::Never {
                why: format!("A number is not a date yet. Choose “{} to date”.", unit.in_words()),
            }
        }
        _ => becomes_empty("True or false is not a date", TargetKind::DateTime),
    }
}

fn to_integer(value: &Value) -> Fit {
    match value {
        Value::Number(number) if number.is_f64() => Fit::Doubtful {
            value: value.clone(),
            why: "This number has decimals: the target holds whole numbers.".to_owned(),
        },
        Value::Number(number) => {
            let size = number.as_i64().map_or(u64::MAX, i64::unsigned_abs);
            if size > LONGEST {
                return Fit::Doubtful {
                    value: value.clone(),
                    why: "This number is longer than Experience Platform keeps exactly. A text would keep it."
                        .to_owned(),
                };
            }
            good(value.clone())
        }
        Value::String(text) => match text.trim().parse::<i64>() {
            Ok(number) => good(number.into()),
            Err(_) => becomes_empty("Text answers become empty", TargetKind::Integer),
        },
        _ => becomes_empty("True or false becomes empty", TargetKind::Integer),
    }
}

fn to_number(value: &Value) -> Fit {
    match value {
        Value::Number(_) => good(value.clone()),
        Value::String(text) => match text.trim().parse::<f64>() {
            Ok(number) if number.is_finite() => good(number.into()),
            _ => becomes_empty("Text answers become empty", TargetKind::Number),
        },
        _ => becomes_empty("True or false becomes empty", TargetKind::Number),
    }
}

/// The words are those that Data Prep converts by itself.
fn to_boolean(value: &Value) -> Fit {
    match value {
        Value::Bool(_) => good(value.clone()),
        Value::String(text) => match text.trim().to_ascii_lowercase().as_str() {
            "yes" | "y" | "on" | "true" => good(true.into()),
            "no" | "n" | "off" | "false" => good(false.into()),
            _ => becomes_empty("Other words than yes and no become empty", TargetKind::Boolean),
        },
        _ => becomes_empty("Numbers become empty", TargetKind::Boolean),
    }
}
