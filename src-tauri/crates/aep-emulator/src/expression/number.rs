//! Arithmetic: whole numbers stay whole where they can, and never overflow silently.

use std::cmp::Ordering;

use serde_json::{Number, Value, json};

use super::operators::Binary;

/// A number, however it was written: text that is a number counts as one.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Numeric {
    Whole(i64),
    Real(f64),
}

impl Numeric {
    /// The number that a value is or stands for.
    pub(crate) fn of(value: &Value) -> Option<Self> {
        match value {
            Value::Number(number) => match number.as_i64() {
                Some(whole) => Some(Self::Whole(whole)),
                None => number.as_f64().map(Self::Real),
            },
            Value::String(text) => {
                let text = text.trim();
                let whole = text.parse().ok().map(Self::Whole);
                whole.or_else(|| {
                    text.parse().ok().filter(|real: &f64| real.is_finite()).map(Self::Real)
                })
            }
            _ => None,
        }
    }

    pub(crate) fn as_f64(self) -> f64 {
        match self {
            Self::Whole(whole) => whole as f64,
            Self::Real(real) => real,
        }
    }

    pub(crate) fn compare(self, other: Self) -> Option<Ordering> {
        match (self, other) {
            (Self::Whole(a), Self::Whole(b)) => Some(a.cmp(&b)),
            (a, b) => a.as_f64().partial_cmp(&b.as_f64()),
        }
    }

    /// The same number with the other sign.
    pub(crate) fn negate(self) -> Option<Value> {
        match self {
            Self::Whole(whole) => whole.checked_neg().map(|negated| json!(negated)),
            Self::Real(real) => real_value(-real),
        }
    }

    /// The result of an operation, or none if there is no such number.
    pub(crate) fn calculate(self, operator: Binary, other: Self) -> Option<Value> {
        if let (Self::Whole(a), Self::Whole(b)) = (self, other) {
            let exact = match operator {
                Binary::Add => Some(a.checked_add(b)?),
                Binary::Subtract => Some(a.checked_sub(b)?),
                Binary::Multiply => Some(a.checked_mul(b)?),
                Binary::Remainder => Some(a.checked_rem(b)?),
                Binary::Divide if a.checked_rem(b)? == 0 => Some(a.checked_div(b)?),
                _ => None,
            };
            if let Some(exact) = exact {
                return Some(json!(exact));
            }
        }
        let (a, b) = (self.as_f64(), other.as_f64());
        real_value(match operator {
            Binary::Add => a + b,
            Binary::Subtract => a - b,
            Binary::Multiply => a * b,
            Binary::Divide => a / b,
            Binary::Remainder => a % b,
            _ => return None,
        })
    }
}

fn real_value(real: f64) -> Option<Value> {
    Number::from_f64(real).map(Value::Number)
}
