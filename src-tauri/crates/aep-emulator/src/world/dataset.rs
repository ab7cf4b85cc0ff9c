//! Datasets of the catalogue.

use serde_json::{Map, Value, json};

use super::Shelved;

/// A dataset.
#[derive(Clone, Debug)]
pub(crate) struct Dataset {
    pub(crate) id: String,
    pub(crate) created_ms: i64,
    pub(crate) updated_ms: i64,
    pub(crate) listed_from_ms: i64,
    pub(crate) etag: String,
    pub(crate) client_id: String,
    /// What the caller sent, as patched since.
    pub(crate) body: Map<String, Value>,
}

impl Shelved for Dataset {
    fn id(&self) -> &str {
        &self.id
    }

    fn listed_from_ms(&self) -> i64 {
        self.listed_from_ms
    }
}

impl Dataset {
    pub(crate) fn schema_id(&self) -> &str {
        self.schema_ref("id")
    }

    pub(crate) fn schema_content_type(&self) -> &str {
        self.schema_ref("contentType")
    }

    fn schema_ref(&self, key: &str) -> &str {
        self.body.get("schemaRef").and_then(|schema| schema[key].as_str()).unwrap_or_default()
    }

    /// The dataset as the catalogue shows it.
    pub(crate) fn to_json(&self, org_id: &str, sandbox_id: &str) -> Value {
        let mut shown = self.body.clone();
        let added = json!({
            "imsOrg": org_id,
            "sandboxId": sandbox_id,
            "created": self.created_ms,
            "updated": self.updated_ms,
            "createdUser": format!("{}@techacct.adobe.com", self.client_id),
            "updatedUser": format!("{}@techacct.adobe.com", self.client_id),
            "createdClient": self.client_id,
            "version": "1.0.0",
            "state": "DRAFT",
            "files": format!("@/dataSetFiles?dataSetId={}", self.id),
        });
        if let Value::Object(added) = added {
            shown.extend(added);
        }
        Value::Object(shown)
    }
}
