//! A mapping set: which field of an event goes into which field of the schema.
//!
//! The platform takes two dialects and answers with a blend. This reads both and writes one: that
//! of the tutorial (`sourceAttribute`, `destinationXdmPath`).

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::flow_service::known::SCHEMA_CONTENT_TYPE;
use crate::ids::{MappingSetId, SchemaId};
use crate::tolerant;

/// Where the value of a mapped field comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A field of the event, by its path.
    Attribute(String),
    /// A calculation in Data Prep's expression language.
    Expression(String),
}

impl Source {
    /// The path or the expression.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Attribute(text) | Self::Expression(text) => text,
        }
    }
}

/// One line of a mapping to be made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NewMapping {
    destination_xdm_path: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    source_attribute: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source_expression: Option<String>,
    identity: bool,
    version: u32,
}

impl NewMapping {
    /// Fills a field of the schema, given by its dotted path.
    pub fn new(destination: impl Into<String>, source: Source) -> Self {
        let (source_attribute, source_expression) = match source {
            Source::Attribute(path) => (Some(path), None),
            Source::Expression(text) => (None, Some(text)),
        };
        Self {
            destination_xdm_path: destination.into(),
            source_attribute,
            source_expression,
            identity: false,
            version: 0,
        }
    }
}

/// A mapping set to be made, or to replace another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NewMappingSet {
    output_schema: OutputSchema,
    mappings: Vec<NewMapping>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
struct OutputSchema {
    schema_ref: SchemaRef,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
struct SchemaRef {
    id: SchemaId,
    content_type: &'static str,
}

impl NewMappingSet {
    /// A mapping into a schema, which must be the dataset's own (1425-400).
    #[must_use]
    pub fn new(schema: &SchemaId, mappings: Vec<NewMapping>) -> Self {
        let schema_ref = SchemaRef { id: schema.clone(), content_type: SCHEMA_CONTENT_TYPE };
        Self { output_schema: OutputSchema { schema_ref }, mappings }
    }
}

/// A mapping set as the platform shows it.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MappingSet {
    /// Its id.
    pub id: MappingSetId,
    /// Its version: 0 at first, one more with every replacement.
    #[serde(default, deserialize_with = "tolerant::count")]
    pub version: Option<u64>,
    /// Its name, if it has one.
    #[serde(default, deserialize_with = "tolerant::text")]
    pub name: Option<String>,
    /// `DRAFT` or `PUBLISHED`.
    #[serde(default, deserialize_with = "tolerant::text")]
    pub status: Option<String>,
    /// Its lines.
    #[serde(default, deserialize_with = "tolerant::or_default")]
    pub mappings: Vec<FieldMapping>,
    /// When it was made.
    #[serde(default, deserialize_with = "tolerant::moment")]
    pub created_date: Option<Timestamp>,
    /// When it was last changed.
    #[serde(default, deserialize_with = "tolerant::moment")]
    pub modified_date: Option<Timestamp>,
    /// The schema it maps into, in the current form.
    #[serde(default, deserialize_with = "tolerant::object")]
    output_schema: Map<String, Value>,
    /// The schema it maps into, in the older form: a `$id` or a `meta:altId`.
    #[serde(default, deserialize_with = "tolerant::text")]
    xdm_schema: Option<String>,
    /// Whatever else the platform sent.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl MappingSet {
    /// The schema it maps into, as the set names it: a `$id`, or a `meta:altId` in older sets.
    #[must_use]
    pub fn schema(&self) -> Option<&str> {
        let reference = self.output_schema.get("schemaRef").and_then(|schema| schema.get("id"));
        reference.and_then(Value::as_str).or(self.xdm_schema.as_deref())
    }
}

/// One line of a mapping set, in whichever dialect it came.
#[derive(Clone, Debug)]
pub struct FieldMapping {
    /// The line's own id.
    pub id: Option<String>,
    /// Where the value comes from; `None` when the line names no source, or fills in a fixed text.
    pub source: Option<Source>,
    /// The dotted path of the field it fills.
    pub destination: String,
    /// Everything the platform sent about the line.
    pub raw: Map<String, Value>,
}

impl<'de> Deserialize<'de> for FieldMapping {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = Map::<String, Value>::deserialize(deserializer)?;
        let text = |key: &str| {
            raw.get(key).and_then(Value::as_str).filter(|text| !text.is_empty()).map(str::to_owned)
        };
        let attribute = text("sourceAttribute").map(Source::Attribute);
        let expression = text("sourceExpression").map(Source::Expression);
        let kind = text("sourceType").unwrap_or_default();
        let either = text("source").and_then(|source| match kind.as_str() {
            "EXPRESSION" | "text/x.aep-xl" => Some(Source::Expression(source)),
            // A fixed text; read as a field of the event it would be another line.
            "STATIC" | "text/plain" => None,
            _ => Some(Source::Attribute(source)),
        });
        let source = expression.or(attribute).or(either);
        let destination = text("destinationXdmPath").or_else(|| text("destination"));
        Ok(Self { id: text("id"), source, destination: destination.unwrap_or_default(), raw })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{FieldMapping, MappingSet, NewMapping, NewMappingSet, Source};

    #[test]
    fn a_new_set_has_the_keys_and_fixed_values_of_the_tutorial() {
        let field = |source| NewMapping::new("_acme.uniqueid", source);
        let new = NewMappingSet::new(
            &"https://ns.adobe.com/acme/schemas/1".into(),
            vec![
                field(Source::Attribute("uniqueId".to_owned())),
                field(Source::Expression("lower(uniqueId)".to_owned())),
            ],
        );
        let expected = json!({
            "outputSchema": {"schemaRef": {
                "id": "https://ns.adobe.com/acme/schemas/1",
                "contentType": "application/vnd.adobe.xed-full+json;version=1"
            }},
            "mappings": [
                {"destinationXdmPath": "_acme.uniqueid", "sourceAttribute": "uniqueId",
                 "identity": false, "version": 0},
                {"destinationXdmPath": "_acme.uniqueid", "sourceExpression": "lower(uniqueId)",
                 "identity": false, "version": 0}
            ]
        });
        assert_eq!(serde_json::to_value(&new).unwrap(), expected);
    }

    #[test]
    fn a_line_is_read_in_either_dialect_and_in_the_blend() {
        let attribute = Some(Source::Attribute("a.b".to_owned()));
        let expression = Some(Source::Expression("lower(a)".to_owned()));
        for (json, expected) in [
            (json!({"sourceType": "ATTRIBUTE", "source": "a.b", "destination": "x"}), &attribute),
            (json!({"sourceAttribute": "a.b", "destinationXdmPath": "x"}), &attribute),
            (
                json!({"sourceType": "text/x.schema-path", "source": "a.b", "destination": "x",
                    "sourceAttribute": "a.b", "destinationXdmPath": "x"}),
                &attribute,
            ),
            (
                json!({"sourceType": "EXPRESSION", "source": "lower(a)", "destination": "x"}),
                &expression,
            ),
            (json!({"sourceExpression": "lower(a)", "destinationXdmPath": "x"}), &expression),
            (json!({"sourceType": "text/plain", "source": "web", "destination": "x"}), &None),
            (json!({"destination": "x"}), &None),
        ] {
            let line: FieldMapping = serde_json::from_value(json.clone()).unwrap();
            assert_eq!((&line.source, line.destination.as_str()), (expected, "x"), "{json}");
        }
    }

    #[test]
    fn the_schema_of_a_set_is_found_in_both_forms() {
        let read = |json: &str| serde_json::from_str::<MappingSet>(json).unwrap();
        let new = read(r#"{"id":"m","version":"2","outputSchema":{"schemaRef":{"id":"s"}}}"#);
        assert_eq!((new.schema(), new.version), (Some("s"), Some(2)));
        assert_eq!(
            read(r#"{"id":"m","xdmSchema":"_acme.schemas.1"}"#).schema(),
            Some("_acme.schemas.1")
        );
        assert_eq!(read(r#"{"id":"m","createdDate":"2023-02-20T08:19:24Z"}"#).schema(), None);
    }
}
