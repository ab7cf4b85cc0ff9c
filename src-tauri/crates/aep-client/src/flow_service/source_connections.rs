//! Source connections: which data a flow reads, in which format.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::collection::{Collection, Created, Resource};
use super::known::{DATA_FORMAT, PENDO_CONNECTION_SPEC, STREAMING_PROVIDER};
use super::reference::SpecRef;
use super::state::ResourceState;
use crate::client::Sandbox;
use crate::error::Result;
use crate::etag::{ETag, Tagged};
use crate::ids::{BaseConnectionId, ConnectionSpecId, SourceConnectionId};
use crate::page::{Page, Pages};
use crate::patch::Patch;
use crate::query::{Filter, ListQuery};
use crate::tolerant;

/// A source connection as the platform shows it.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SourceConnection {
    /// Its id.
    pub id: SourceConnectionId,
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
    /// Which kind of source.
    #[serde(default)]
    pub connection_spec: Option<SpecRef<ConnectionSpecId>>,
    /// The account it uses; Pendo has none.
    #[serde(default)]
    pub base_connection_id: Option<BaseConnectionId>,
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

impl Resource for SourceConnection {
    fn name(&self) -> &str {
        &self.name
    }

    fn etag(&self) -> Option<&ETag> {
        self.etag.as_ref()
    }
}

/// A source connection to be made. It never names an account: the webhook sources have none and
/// refuse one (1332-400).
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NewSourceConnection {
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    provider_id: &'static str,
    connection_spec: SpecRef<ConnectionSpecId>,
    data: Format,
}

#[derive(Clone, Debug, Serialize)]
struct Format {
    format: &'static str,
}

impl NewSourceConnection {
    /// A source connection for Pendo.
    pub fn pendo(name: impl Into<String>) -> Self {
        Self::streaming(name, &PENDO_CONNECTION_SPEC.into())
    }

    /// A source connection for any source that is served by the same kind of flow as Pendo.
    pub fn streaming(name: impl Into<String>, spec: &ConnectionSpecId) -> Self {
        Self {
            name: name.into(),
            description: None,
            provider_id: STREAMING_PROVIDER,
            connection_spec: SpecRef::v1(spec.clone()),
            data: Format { format: DATA_FORMAT },
        }
    }

    /// Says what it is for.
    #[must_use]
    pub fn description(mut self, text: impl Into<String>) -> Self {
        self.description = Some(text.into());
        self
    }
}

/// The source connections of one sandbox.
#[derive(Clone, Debug)]
pub struct SourceConnections(Collection);

impl Sandbox {
    /// Source connections.
    #[must_use]
    pub fn source_connections(&self) -> SourceConnections {
        SourceConnections(Collection::new(self.clone(), "/sourceConnections"))
    }
}

impl SourceConnections {
    /// The first page.
    ///
    /// # Errors
    /// Whatever the request ends in; so for every call below.
    pub async fn list(&self, query: &ListQuery) -> Result<Page<SourceConnection>> {
        self.0.list(query).await
    }

    /// All that match, page by page.
    #[must_use]
    pub fn all(&self, query: &ListQuery) -> Pages<SourceConnection> {
        self.0.all(query)
    }

    /// All of one kind of source with exactly this name: names need not be unique.
    ///
    /// # Errors
    /// See [`SourceConnections::list`].
    pub async fn find_by_name(
        &self,
        spec: &ConnectionSpecId,
        name: &str,
    ) -> Result<Vec<SourceConnection>> {
        let query = ListQuery::new().filter(Filter::equal("connectionSpec.id", spec.as_str()));
        self.0.find_by_name(name, query).await
    }

    /// All with exactly this name, of whichever source.
    ///
    /// # Errors
    /// See [`SourceConnections::list`].
    pub async fn find_named(&self, name: &str) -> Result<Vec<SourceConnection>> {
        self.0.find_by_name(name, ListQuery::new()).await
    }

    /// One source connection.
    ///
    /// # Errors
    /// See [`SourceConnections::list`].
    pub async fn get(&self, id: &SourceConnectionId) -> Result<Tagged<SourceConnection>> {
        self.0.get(id.as_str()).await
    }

    /// One source connection with everything that the platform sent.
    ///
    /// # Errors
    /// See [`SourceConnections::list`].
    pub async fn get_json(&self, id: &SourceConnectionId) -> Result<Value> {
        self.0.json(id.as_str()).await
    }

    /// Makes a source connection.
    ///
    /// # Errors
    /// [`Error::OutcomeUnknown`](crate::Error::OutcomeUnknown) when it may have been made.
    pub async fn create(&self, new: &NewSourceConnection) -> Result<Created<SourceConnectionId>> {
        self.0.create(new).await
    }

    /// Changes a source connection. A flow that uses it already does not notice.
    ///
    /// # Errors
    /// HTTP 412 ([`Error::is_stale`](crate::Error::is_stale)) when somebody else changed it.
    pub async fn update(
        &self,
        id: &SourceConnectionId,
        etag: &ETag,
        patch: &Patch,
    ) -> Result<ETag> {
        self.0.update(id.as_str(), etag, patch).await
    }

    /// Turns a draft into a source connection that dataflows can use.
    ///
    /// # Errors
    /// 1421 when it is no draft.
    pub async fn publish(&self, id: &SourceConnectionId, etag: &ETag) -> Result<ETag> {
        self.0.act(id.as_str(), etag, "publish").await
    }

    /// Removes a source connection.
    ///
    /// # Errors
    /// 1447 while a flow uses it.
    pub async fn delete(&self, id: &SourceConnectionId) -> Result<()> {
        self.0.delete(id.as_str()).await
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{NewSourceConnection, SourceConnection};

    #[test]
    fn a_new_pendo_source_has_the_keys_and_fixed_values_of_the_tutorial() {
        let new = NewSourceConnection::pendo("n").description("d");
        let expected = json!({
            "name": "n",
            "description": "d",
            "providerId": "521eee4d-8cbe-4906-bb48-fb6bd4450033",
            "connectionSpec": {"id": "6ff5654f-19d5-427d-bd3e-c0ebc802389a", "version": "1.0"},
            "data": {"format": "json"}
        });
        assert_eq!(serde_json::to_value(&new).unwrap(), expected);
    }

    #[test]
    fn a_source_connection_is_read_without_account_and_with_unknown_fields() {
        let json = r#"{"id":"s","name":"n","connectionSpec":{"id":"c","version":"1.0"},
            "state":"enabled","data":{"format":"json"},"etag":"\"v\""}"#;
        let source: SourceConnection = serde_json::from_str(json).unwrap();
        assert!(source.base_connection_id.is_none());
        assert_eq!(source.extra["data"]["format"], "json");
    }
}
