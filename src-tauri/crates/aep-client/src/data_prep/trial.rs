//! What Data Prep says about a mapping before it is used: verdicts on lines, a mapped sample.

use serde::Deserialize;
use serde_json::{Map, Value};

use crate::tolerant;

/// What is wrong with a line.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MappingProblem {
    /// The source it is about.
    #[serde(default, deserialize_with = "tolerant::text")]
    pub source: Option<String>,
    /// The field it is about.
    #[serde(default, deserialize_with = "tolerant::text")]
    pub destination: Option<String>,
    /// What went wrong, in the platform's words.
    #[serde(default, deserialize_with = "tolerant::text")]
    pub exception: Option<String>,
    /// Whatever else the platform sent.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// The verdict on one line.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct MappingVerdict {
    /// `SUCCESS` or `FAILED`.
    #[serde(default, deserialize_with = "tolerant::text")]
    status: Option<String>,
    /// What is wrong.
    #[serde(default, deserialize_with = "problems")]
    pub errors: Vec<MappingProblem>,
}

impl MappingVerdict {
    /// Whether the line is good.
    #[must_use]
    pub fn is_good(&self) -> bool {
        self.status.as_deref().is_some_and(|status| status.eq_ignore_ascii_case("success"))
    }
}

/// A sample event after mapping.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Preview {
    /// The record.
    #[serde(default)]
    pub data: Value,
    /// What went wrong.
    #[serde(default, deserialize_with = "problems")]
    pub errors: Vec<MappingProblem>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Verdicts {
    validation_response: Vec<MappingVerdict>,
}

impl Verdicts {
    pub(super) fn into_list(self) -> Vec<MappingVerdict> {
        self.validation_response
    }
}

/// The page shows a list, the specification's example a single object; `data` is required so that
/// an error body is not taken for an empty preview.
#[derive(Deserialize)]
#[serde(untagged)]
pub(super) enum Previews {
    List(Vec<Shown>),
    One(Shown),
}

#[derive(Deserialize)]
pub(super) struct Shown {
    data: Value,
    #[serde(default, deserialize_with = "problems")]
    errors: Vec<MappingProblem>,
}

impl Shown {
    fn into_preview(self) -> Preview {
        let data = match self.data {
            Value::Array(list) => list.into_iter().next().unwrap_or_default(),
            data => data,
        };
        Preview { data, errors: self.errors }
    }
}

impl Previews {
    pub(super) fn into_all(self) -> Vec<Preview> {
        match self {
            Self::List(list) => list.into_iter().map(Shown::into_preview).collect(),
            Self::One(one) => vec![one.into_preview()],
        }
    }

    pub(super) fn into_first(self) -> Preview {
        let nothing = Preview { data: Value::Null, errors: Vec::new() };
        self.into_all().into_iter().next().unwrap_or(nothing)
    }
}

/// Errors come as a list, as one object, as text, or not at all.
fn problems<'de, D: serde::Deserializer<'de>>(
    deserializer: D,
) -> Result<Vec<MappingProblem>, D::Error> {
    let list = match Value::deserialize(deserializer)? {
        Value::Array(list) => list,
        Value::Null => Vec::new(),
        one => vec![one],
    };
    let problem = |value| match value {
        Value::String(text) => {
            MappingProblem { exception: Some(text), ..MappingProblem::default() }
        }
        value => serde_json::from_value(value).unwrap_or_default(),
    };
    Ok(list.into_iter().map(problem).collect())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Previews, Verdicts};

    #[test]
    fn verdicts_stand_in_the_order_of_the_lines() {
        let json = json!({"validationResponse": [
            {"status": "SUCCESS"},
            {"status": "FAILED", "errors": {"destination": "x", "exception": "unknown function"}}
        ]});
        let verdicts = serde_json::from_value::<Verdicts>(json).unwrap().into_list();
        assert!(verdicts[0].is_good() && !verdicts[1].is_good());
        assert_eq!(verdicts[1].errors[0].exception.as_deref(), Some("unknown function"));
    }

    #[test]
    fn a_preview_is_read_as_a_list_or_as_one_object() {
        for json in [
            json!([{"data": {"_id": "1"}, "errors": []}]),
            json!({"data": {"_id": "1"}}),
            json!({"data": [{"_id": "1"}], "errors": null}),
        ] {
            let preview = serde_json::from_value::<Previews>(json.clone()).unwrap().into_first();
            assert_eq!(preview.data, json!({"_id": "1"}), "{json}");
            assert!(preview.errors.is_empty());
        }
    }

    #[test]
    fn several_previews_stand_in_the_order_of_the_events() {
        let json = json!([{"data": {"_id": "1"}}, {"data": [{"_id": "2"}], "errors": "odd"}]);
        let previews = serde_json::from_value::<Previews>(json).unwrap().into_all();
        assert_eq!(previews[0].data, json!({"_id": "1"}));
        assert_eq!(previews[1].data, json!({"_id": "2"}));
        assert_eq!(previews[1].errors[0].exception.as_deref(), Some("odd"));
    }
}
