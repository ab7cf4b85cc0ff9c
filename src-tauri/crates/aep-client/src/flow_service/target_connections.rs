//! Target connections: the dataset and schema that a flow's events land in.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::collection::{Collection, Created, Resource};
use super::known::{DATA_FORMAT, DATA_LAKE_CONNECTION_SPEC, SCHEMA_CONTENT_TYPE};
use super::reference::SpecRef;
use super::state::ResourceState;
use crate::client::Sandbox;
use crate::error::Result;
use crate::etag::{ETag, Tagged};
use crate::ids::{ConnectionSpecId, DatasetId, SchemaId, TargetConnectionId};
use crate::page::{Page, Pages};
use crate::patch::Patch;
use crate::query::{Filter, ListQuery};
use crate::tolerant;

/// A target connection as the platform shows it.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TargetConnection {
    /// Its id.
    pub id: TargetConnectionId,
    /// Its name.
    #[serde(default, deserialize_with = "tolerant::or_default")]
    pub name: String,
    /// What it is for.
    #[serde(default, deserialize_with = "tolerant::text")]
    pub description: Option<String>,
    /// Whether it is usable.
    #[serde(default)]
    pub state: ResourceState,
    /// Its version, for updates.
    #[serde(default, alias = "eTag")]
    pub etag: Option<ETag>,
    /// Which kind of target.
    #[serde(default)]
    pub connection_spec: Option<SpecRef<ConnectionSpecId>>,
    /// The format and schema; some answers leave the schema out.
    #[serde(default, deserialize_with = "tolerant::or_default")]
    pub data: TargetData,
    /// The dataset.
    #[serde(default, deserialize_with = "tolerant::or_default")]
    pub params: TargetParams,
    /// When it was made.
    #[serde(default, deserialize_with = "tolerant::moment")]
    pub created_at: Option<Timestamp>,
    /// When it was last changed.
    #[serde(default, deserialize_with = "tolerant::moment")]
    pub updated_at: Option<Timestamp>,
    /// Whatever else the platform sent.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Resource for TargetConnection {
    fn name(&self) -> &str {
        &self.name
    }

    fn etag(&self) -> Option<&ETag> {
        self.etag.as_ref()
    }
}

/// A target connection's `data`.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct TargetData {
    /// Such as `json` or `parquet_xdm`.
    #[serde(default, deserialize_with = "tolerant::text")]
    pub format: Option<String>,
    /// The schema, if it says.
    #[serde(default)]
    pub schema: Option<TargetSchema>,
}

/// The schema of a target connection.
#[derive(Clone, Debug, Deserialize)]
pub struct TargetSchema {
    /// The schema's `$id`; some answers call it `schemaId`.
    #[serde(default, alias = "schemaId")]
    pub id: Option<SchemaId>,
    /// A content type with the major version in it.
    #[serde(default, deserialize_with = "tolerant::text")]
    pub version: Option<String>,
}

/// A target connection's `params`.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct TargetParams {
    /// The dataset; some answers write `datasetId`.
    #[serde(default, rename = "dataSetId", alias = "datasetId")]
    pub dataset_id: Option<DatasetId>,
    /// Whatever else the platform sent.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// A target connection to be made.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NewTargetConnection {
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    connection_spec: SpecRef<ConnectionSpecId>,
    data: NewData,
    params: NewParams,
}

#[derive(Clone, Debug, Serialize)]
struct NewData {
    format: &'static str,
    schema: NewSchemaRef,
}

#[derive(Clone, Debug, Serialize)]
struct NewSchemaRef {
    id: SchemaId,
    version: &'static str,
}

#[derive(Clone, Debug, Serialize)]
struct NewParams {
    #[serde(rename = "dataSetId")]
    dataset_id: DatasetId,
}

impl NewTargetConnection {
    /// A target connection into a dataset of the data lake. The schema must be the dataset's own.
    pub fn data_lake(name: impl Into<String>, schema: &SchemaId, dataset: &DatasetId) -> Self {
        Self {
            name: name.into(),
            description: None,
            connection_spec: SpecRef::v1(DATA_LAKE_CONNECTION_SPEC),
            data: NewData {
                format: DATA_FORMAT,
                schema: NewSchemaRef { id: schema.clone(), version: SCHEMA_CONTENT_TYPE },
            },
            params: NewParams { dataset_id: dataset.clone() },
        }
    }

    /// Says what it is for.
    #[must_use]
    pub fn description(mut self, text: impl Into<String>) -> Self {
        self.description = Some(text.into());
        self
    }
}

/// The target connections of one sandbox.
#[derive(Clone, Debug)]
pub struct TargetConnections(Collection);

impl Sandbox {
    /// Target connections.
    #[must_use]
    pub fn target_connections(&self) -> TargetConnections {
        TargetConnections(Collection::new(self.clone(), "/targetConnections"))
    }
}

impl TargetConnections {
    /// The first page.
    ///
    /// # Errors
    /// Whatever the request ends in; so for every call below.
    pub async fn list(&self, query: &ListQuery) -> Result<Page<TargetConnection>> {
        self.0.list(query).await
    }

    /// All that match, page by page.
    #[must_use]
    pub fn all(&self, query: &ListQuery) -> Pages<TargetConnection> {
        self.0.all(query)
    }

    /// All into the data lake with exactly this name: names need not be unique.
    ///
    /// # Errors
    /// See [`TargetConnections::list`].
    pub async fn find_by_name(&self, name: &str) -> Result<Vec<TargetConnection>> {
        let lake = Filter::equal("connectionSpec.id", DATA_LAKE_CONNECTION_SPEC);
        self.0.find_by_name(name, ListQuery::new().filter(lake)).await
    }

    /// One target connection.
    ///
    /// # Errors
    /// See [`TargetConnections::list`].
    pub async fn get(&self, id: &TargetConnectionId) -> Result<Tagged<TargetConnection>> {
        self.0.get(id.as_str()).await
    }

    /// One target connection with everything that the platform sent.
    ///
    /// # Errors
    /// See [`TargetConnections::list`].
    pub async fn get_json(&self, id: &TargetConnectionId) -> Result<Value> {
        self.0.json(id.as_str()).await
    }

    /// Makes a target connection.
    ///
    /// # Errors
    /// [`Error::OutcomeUnknown`](crate::Error::OutcomeUnknown) when it may have been made.
    pub async fn create(&self, new: &NewTargetConnection) -> Result<Created<TargetConnectionId>> {
        self.0.create(new).await
    }

    /// Changes a target connection. A flow that uses it already does not notice.
    ///
    /// # Errors
    /// HTTP 412 ([`Error::is_stale`](crate::Error::is_stale)) when somebody else changed it.
    pub async fn update(
        &self,
        id: &TargetConnectionId,
        etag: &ETag,
        patch: &Patch,
    ) -> Result<ETag> {
        self.0.update(id.as_str(), etag, patch).await
    }

    /// Turns a draft into a target connection that dataflows can use.
    ///
    /// # Errors
    /// 1421 when it is no draft.
    pub async fn publish(&self, id: &TargetConnectionId, etag: &ETag) -> Result<ETag> {
        self.0.act(id.as_str(), etag, "publish").await
    }

    /// Removes a target connection.
    ///
    /// # Errors
    /// 1447 while a flow uses it.
    pub async fn delete(&self, id: &TargetConnectionId) -> Result<()> {
        self.0.delete(id.as_str()).await
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{NewTargetConnection, TargetConnection};

    #[test]
    fn a_new_target_has_the_keys_and_fixed_values_of_the_tutorial() {
        let schema = "https://ns.adobe.com/acme/schemas/1".into();
        let new = NewTargetConnection::data_lake("n", &schema, &"d1".into()).description("d");
        let expected = json!({
            "name": "n",
            "description": "d",
            "connectionSpec": {"id": "c604ff05-7f1a-43c0-8e18-33bf874cb11c", "version": "1.0"},
            "data": {
                "format": "json",
                "schema": {
                    "id": "https://ns.adobe.com/acme/schemas/1",
                    "version": "application/vnd.adobe.xed-full+json;version=1"
                }
            },
            "params": {"dataSetId": "d1"}
        });
        assert_eq!(serde_json::to_value(&new).unwrap(), expected);
    }

    #[test]
    fn dataset_and_schema_are_read_under_either_name_or_not_at_all() {
        let read = |json: &str| serde_json::from_str::<TargetConnection>(json).unwrap();
        let usual = read(r#"{"id":"t","data":{"schema":{"id":"s"}},"params":{"dataSetId":"d"}}"#);
        let odd =
            read(r#"{"id":"t","data":{"schema":{"schemaId":"s"}},"params":{"datasetId":"d"}}"#);
        for target in [usual, odd] {
            assert_eq!(target.params.dataset_id.unwrap().as_str(), "d");
            assert_eq!(target.data.schema.unwrap().id.unwrap().as_str(), "s");
        }
        assert!(read(r#"{"id":"t","data":null}"#).params.dataset_id.is_none());
    }
}
