//! References to specifications, which the platform writes as an object or as a bare id.

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

/// A specification and its version, such as a flow's `flowSpec`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SpecRef<I> {
    /// The specification.
    pub id: I,
    /// Its version, `1.0` for all in use here; some answers leave it out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
}

impl<I> SpecRef<I> {
    /// Version 1.0 of a specification.
    pub fn v1(id: impl Into<I>) -> Self {
        Self { id: id.into(), version: Some(super::known::SPEC_VERSION.to_owned()) }
    }
}

impl<'de, I: From<String>> Deserialize<'de> for SpecRef<I> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = |value: Option<&Value>| match value {
            Some(Value::String(text)) => Some(text.clone()),
            Some(Value::Number(number)) => Some(number.to_string()),
            _ => None,
        };
        let (id, version) = match Value::deserialize(deserializer)? {
            Value::String(id) => (Some(id), None),
            Value::Object(map) => (text(map.get("id")), text(map.get("version"))),
            _ => (None, None),
        };
        let id = id.ok_or_else(|| serde::de::Error::custom("a specification without an id"))?;
        Ok(Self { id: I::from(id), version })
    }
}

#[cfg(test)]
mod tests {
    use super::SpecRef;
    use crate::ids::FlowSpecId;

    #[test]
    fn a_specification_is_read_as_an_object_or_as_an_id() {
        for (json, version) in [
            (r#"{"id":"s","version":"1.0"}"#, Some("1.0")),
            (r#"{"id":"s","version":1.0}"#, Some("1.0")),
            (r#"{"id":"s"}"#, None),
            (r#""s""#, None),
        ] {
            let spec: SpecRef<FlowSpecId> = serde_json::from_str(json).unwrap();
            assert_eq!((spec.id.as_str(), spec.version.as_deref()), ("s", version), "{json}");
        }
    }
}
