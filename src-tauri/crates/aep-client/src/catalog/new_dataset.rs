//! A dataset to be made.

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::DatasetSchema;
use crate::flow_service::known::SCHEMA_CONTENT_TYPE;
use crate::ids::SchemaId;

/// A dataset to be made.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NewDataset {
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    schema_ref: DatasetSchema,
    #[serde(skip_serializing_if = "Option::is_none")]
    file_description: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    enable_error_diagnostics: Option<bool>,
    #[serde(skip_serializing_if = "Map::is_empty")]
    tags: Map<String, Value>,
}

impl NewDataset {
    /// A dataset for records of a schema.
    pub fn new(name: impl Into<String>, schema: &SchemaId) -> Self {
        let content_type = SCHEMA_CONTENT_TYPE.to_owned();
        Self {
            name: name.into(),
            description: None,
            schema_ref: DatasetSchema { id: schema.clone(), content_type },
            file_description: None,
            enable_error_diagnostics: None,
            tags: Map::new(),
        }
    }

    /// Says what it is for.
    #[must_use]
    pub fn description(mut self, text: impl Into<String>) -> Self {
        self.description = Some(text.into());
        self
    }

    /// Says that records are kept as Parquet, which is what the platform does with streamed ones anyway.
    #[must_use]
    pub fn parquet(mut self) -> Self {
        let parquet =
            json!({ "persisted": true, "containerFormat": "parquet", "format": "parquet" });
        self.file_description = Some(parquet);
        self
    }

    /// Says whether the platform keeps the reasons why records were refused.
    #[must_use]
    pub fn error_diagnostics(mut self, on: bool) -> Self {
        self.enable_error_diagnostics = Some(on);
        self
    }

    /// Adds a tag: a key with its values.
    #[must_use]
    pub fn tag(mut self, key: impl Into<String>, values: &[String]) -> Self {
        self.tags.insert(key.into(), json!(values));
        self
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::NewDataset;

    #[test]
    fn a_new_dataset_names_its_schema_in_the_same_version_as_everything_else() {
        let new = NewDataset::new("n", &"https://ns.adobe.com/acme/schemas/1".into());
        let expected = json!({
            "name": "n",
            "schemaRef": {
                "id": "https://ns.adobe.com/acme/schemas/1",
                "contentType": "application/vnd.adobe.xed-full+json;version=1"
            }
        });
        assert_eq!(serde_json::to_value(&new).unwrap(), expected);
    }

    #[test]
    fn format_diagnostics_and_tags_are_sent_where_they_are_wished_for() {
        let new = NewDataset::new("n", &"s".into())
            .parquet()
            .error_diagnostics(true)
            .tag("team", &["web".to_owned()]);
        let sent = serde_json::to_value(&new).unwrap();
        assert_eq!(sent["fileDescription"]["format"], "parquet");
        assert_eq!(
            (&sent["enableErrorDiagnostics"], &sent["tags"]),
            (&json!(true), &json!({ "team": ["web"] }))
        );
    }
}
