//! Reading what the platform really sends where it departs from one clean type: numbers as text,
//! `null` for absent, −1 and 0 for "not known". Nothing here knows which field is which.

use std::fmt;

use jiff::Timestamp;
use serde::de::{DeserializeOwned, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value};

/// Text; a number or a boolean is written out, anything else counts as absent.
pub(crate) fn text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    Ok(match Value::deserialize(deserializer)? {
        Value::String(text) => Some(text),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(flag) => Some(flag.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    })
}

/// An object; anything else counts as empty.
pub(crate) fn object<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Map<String, Value>, D::Error> {
    Ok(match Value::deserialize(deserializer)? {
        Value::Object(map) => map,
        _ => Map::new(),
    })
}

/// `null` is the same as absent: the type's default.
pub(crate) fn or_default<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: DeserializeOwned + Default,
{
    Option::<T>::deserialize(deserializer).map(Option::unwrap_or_default)
}

/// A count, as number or text. Negative (the platform writes −1) means "not reported": `None`.
pub(crate) fn count<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<u64>, D::Error> {
    let number = deserializer.deserialize_any(Number)?;
    Ok(number.and_then(|number| u64::try_from(number).ok()))
}

/// A moment in epoch milliseconds, as number or text, or an ISO 8601 text. 0 and negative mean
/// "none": `None`, never 1970.
pub(crate) fn moment<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<Timestamp>, D::Error> {
    deserializer.deserialize_any(Moment)
}

fn from_millis(millis: i64) -> Option<Timestamp> {
    if millis <= 0 { None } else { Timestamp::from_millisecond(millis).ok() }
}

struct Number;

impl<'de> Visitor<'de> for Number {
    type Value = Option<i64>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number, as number or text")
    }

    fn visit_u64<E>(self, number: u64) -> Result<Self::Value, E> {
        Ok(i64::try_from(number).ok())
    }

    fn visit_i64<E>(self, number: i64) -> Result<Self::Value, E> {
        Ok(Some(number))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Self::Value, E> {
        #[expect(clippy::cast_possible_truncation, reason = "whole numbers in range were checked")]
        Ok((number.fract() == 0.0 && number.abs() < 9e15).then_some(number as i64))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(text.trim().parse().ok())
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(None)
    }
}

struct Moment;

impl<'de> Visitor<'de> for Moment {
    type Value = Option<Timestamp>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("epoch milliseconds or an ISO 8601 date")
    }

    fn visit_u64<E>(self, millis: u64) -> Result<Self::Value, E> {
        Ok(i64::try_from(millis).ok().and_then(from_millis))
    }

    fn visit_i64<E>(self, millis: i64) -> Result<Self::Value, E> {
        Ok(from_millis(millis))
    }

    fn visit_f64<E: serde::de::Error>(self, millis: f64) -> Result<Self::Value, E> {
        Ok(Number.visit_f64::<E>(millis.trunc())?.and_then(from_millis))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        let millis = text.trim().parse::<i64>().ok();
        Ok(millis.map_or_else(|| text.trim().parse().ok(), from_millis))
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(None)
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use serde::Deserialize;

    #[derive(Deserialize)]
    struct Odd {
        #[serde(default, deserialize_with = "super::count")]
        count: Option<u64>,
        #[serde(default, deserialize_with = "super::moment")]
        at: Option<Timestamp>,
        #[serde(default, deserialize_with = "super::or_default")]
        list: Vec<u8>,
    }

    fn odd(json: &str) -> Odd {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn a_count_that_is_absent_null_or_negative_is_not_reported() {
        for json in ["{}", r#"{"count":null}"#, r#"{"count":-1}"#, r#"{"count":"-1"}"#] {
            assert_eq!(odd(json).count, None, "{json}");
        }
        for json in [r#"{"count":26}"#, r#"{"count":"26"}"#, r#"{"count":26.0}"#] {
            assert_eq!(odd(json).count, Some(26), "{json}");
        }
        assert_eq!(odd(r#"{"count":0}"#).count, Some(0));
    }

    #[test]
    fn a_time_of_zero_is_no_time() {
        for json in ["{}", r#"{"at":0}"#, r#"{"at":null}"#, r#"{"at":-1}"#, r#"{"at":"never"}"#] {
            assert_eq!(odd(json).at, None, "{json}");
        }
        let expected = Timestamp::from_millisecond(1_676_862_000_000).unwrap();
        for json in [
            r#"{"at":1676862000000}"#,
            r#"{"at":"1676862000000"}"#,
            r#"{"at":"2023-02-20T03:00:00Z"}"#,
        ] {
            assert_eq!(odd(json).at, Some(expected), "{json}");
        }
    }

    #[test]
    fn null_is_the_same_as_absent() {
        assert!(odd(r#"{"list":null}"#).list.is_empty());
    }
}
