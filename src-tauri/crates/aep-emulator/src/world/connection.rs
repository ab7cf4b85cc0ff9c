//! Base, source and target connections: three kinds of the same thing.

use serde_json::{Map, Value, json};

use super::Shelved;
use super::stamp::Stamp;

/// A base, source or target connection.
#[derive(Clone, Debug)]
pub(crate) struct Connection {
    pub(crate) stamp: Stamp,
    /// What the caller sent, as patched since.
    pub(crate) body: Map<String, Value>,
    pub(crate) state: &'static str,
}

impl Shelved for Connection {
    fn id(&self) -> &str {
        &self.stamp.id
    }

    fn listed_from_ms(&self) -> i64 {
        self.stamp.listed_from_ms
    }
}

impl Connection {
    pub(crate) fn spec_id(&self) -> &str {
        self.body.get("connectionSpec").and_then(|spec| spec["id"].as_str()).unwrap_or_default()
    }

    pub(crate) fn base_connection_id(&self) -> Option<&str> {
        self.body.get("baseConnectionId").and_then(Value::as_str)
    }

    /// The dataset a target connection points at; clients write its name in two ways.
    pub(crate) fn dataset_id(&self) -> Option<&str> {
        let params = self.body.get("params")?;
        let id = params.get("dataSetId").or_else(|| params.get("datasetId"))?;
        id.as_str().filter(|id| !id.is_empty())
    }

    /// The short form that a flow repeats.
    pub(crate) fn inherited(&self) -> Value {
        let mut short =
            json!({ "id": self.stamp.id, "connectionSpec": self.body["connectionSpec"] });
        if let Some(base) = self.base_connection_id() {
            short["baseConnection"] = json!({ "id": base });
        }
        short
    }
}
