//! JSON, read once, noting keys that an object has twice: of those only the last counts, which a person who reads
//! the text does not see.

use std::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

/// A JSON value, read.
pub(crate) struct Parsed {
    /// The value.
    pub(crate) value: Value,
    /// One sentence for each of the first few keys that appear twice.
    pub(crate) duplicates: Vec<String>,
}

impl Parsed {
    /// Reads the value that a reader is at.
    ///
    /// # Errors
    /// Whatever the reader says.
    pub(crate) fn read<'de, D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        let mut duplicates = Vec::new();
        let value = Noting(&mut duplicates).deserialize(reader)?;
        Ok(Self { value, duplicates })
    }
}

/// How many doubled keys are told; more would bury the rest.
const TOLD: usize = 5;

/// Reads JSON values, one after another, at least one. Nesting is bounded by serde_json (128 levels), so that no text
/// exhausts the stack.
pub(super) fn parse(text: &str) -> Result<Vec<Parsed>, serde_json::Error> {
    let reader = serde_json::Deserializer::from_str(text);
    reader.into_iter().map(|read| read.map(|Noted(parsed)| parsed)).collect()
}

struct Noted(Parsed);

impl<'de> Deserialize<'de> for Noted {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Parsed::read(deserializer).map(Self)
    }
}

struct Noting<'d>(&'d mut Vec<String>);

impl<'de> DeserializeSeed<'de> for Noting<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Noting<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(Number::from_f64(value).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Value, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element_seed(Noting(self.0))? {
            items.push(item);
        }
        Ok(Value::Array(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut fields = Map::new();
        while let Some(key) = map.next_key::<String>()? {
            let value = map.next_value_seed(Noting(self.0))?;
            if fields.contains_key(&key) && self.0.len() < TOLD {
                let shown: String = key.chars().take(60).collect();
                self.0.push(format!("“{shown}” appears twice in one object. The last one counts."));
            }
            fields.insert(key, value);
        }
        Ok(Value::Object(fields))
    }
}
