//! Whether a value fits the type of a target field, and what becomes of it. Data Prep converts between texts,
//! numbers and dates where it can. Where it cannot, that is a type mismatch: not a warning, the event is lost.

use serde_json::Value;

use crate::contract::mapping::TargetKind;

use super::date;

/// The largest whole number that XDM keeps exactly.
const LONGEST: f64 = 9_007_199_254_740_991.0;

/// How a value fits.
pub(super) enum Fit {
    /// It arrives as this; the message may be empty.
    Good { value: Value, message: String },
    /// It arrives, yet not surely as the person thinks.
    Doubtful { value: Value, why: String },
    /// It cannot be converted: events like this one are lost.
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
    Fit::Never {
        why: format!("{what}: the target holds {}. Such events are lost.", in_words(kind)),
    }
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
            None if date::is_of_mail(text) => Fit::Doubtful {
                value: value.clone(),
                why: "This date is written as e-mails write it. Choose “Expression” and write \
                      date(…, \"EEE, d MMM yyyy HH:mm:ss Z\") around the field."
                    .to_owned(),
            },
            // The platform knows more formats than this app does.
            None => Fit::Doubtful {
                value: value.clone(),
                why: "Inlet cannot read this text as a date. Experience Platform may.".to_owned(),
            },
        },
        Value::Number(number) => {
            let unit = date::likely_unit(number.as_f64().unwrap_or_default());
            Fit::Never {
                why: format!("A number is not a date yet. Choose “{} to date”.", unit.in_words()),
            }
        }
        _ => never("True or false is not a date", TargetKind::DateTime),
    }
}

fn to_integer(value: &Value) -> Fit {
    match value {
        Value::Number(number) if number.as_f64().is_some_and(|number| number.fract() != 0.0) => {
            never("This number has decimals", TargetKind::Integer)
        }
        Value::Number(number) => {
            if number.as_f64().is_none_or(|number| number.abs() > LONGEST) {
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
            Err(_) => never("This text is no number", TargetKind::Integer),
        },
        _ => never("This is true or false", TargetKind::Integer),
    }
}

fn to_number(value: &Value) -> Fit {
    match value {
        Value::Number(_) => good(value.clone()),
        Value::String(text) => match text.trim().parse::<f64>() {
            Ok(number) if number.is_finite() => good(number.into()),
            _ => never("This text is no number", TargetKind::Number),
        },
        _ => never("This is true or false", TargetKind::Number),
    }
}

/// The words are those that Data Prep converts by itself.
fn to_boolean(value: &Value) -> Fit {
    match value {
        Value::Bool(_) => good(value.clone()),
        Value::String(text) => match text.trim().to_ascii_lowercase().as_str() {
            "yes" | "y" | "on" | "true" => good(true.into()),
            "no" | "n" | "off" | "false" => good(false.into()),
            _ => never("This text says neither yes nor no", TargetKind::Boolean),
        },
        _ => never("This is a number", TargetKind::Boolean),
    }
}
