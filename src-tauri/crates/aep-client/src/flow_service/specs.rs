//! Connection and flow specifications: what kinds of sources and dataflows an organisation has.

use serde::Deserialize;
use serde_json::{Map, Value};

use super::collection::Collection;
use crate::client::Sandbox;
use crate::error::Result;
use crate::ids::{ConnectionSpecId, FlowSpecId};
use crate::page::{Page, Pages};
use crate::query::ListQuery;
use crate::tolerant;

/// A kind of source or target.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ConnectionSpec {
    /// Its id.
    pub id: ConnectionSpecId,
    /// Its name, such as that of the vendor.
    #[serde(default, deserialize_with = "tolerant::or_default")]
    pub name: String,
    /// Its version.
    #[serde(default, deserialize_with = "tolerant::text")]
    pub version: Option<String>,
    /// Who provides it.
    #[serde(default, deserialize_with = "tolerant::text")]
    pub provider_id: Option<String>,
    /// The ways to log in; empty for webhook sources.
    #[serde(default, deserialize_with = "tolerant::or_default")]
    pub auth_spec: Vec<AuthSpec>,
    /// Category, and whether it is a source.
    #[serde(default, deserialize_with = "tolerant::object")]
    pub attributes: Map<String, Value>,
    /// Whatever else the platform sent.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// A way to log in.
#[derive(Clone, Debug, Deserialize)]
pub struct AuthSpec {
    /// Its name: what an account refers to.
    #[serde(default, deserialize_with = "tolerant::or_default")]
    pub name: String,
    /// Its type, such as `BasicAuthentication`; may be missing.
    #[serde(default, rename = "type", deserialize_with = "tolerant::text")]
    pub kind: Option<String>,
    /// A JSON Schema of the parameters; `"format": "password"` marks secrets.
    #[serde(default)]
    pub spec: Value,
}

/// A kind of dataflow.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FlowSpec {
    /// Its id.
    pub id: FlowSpecId,
    /// Its name.
    #[serde(default, deserialize_with = "tolerant::or_default")]
    pub name: String,
    /// Its version.
    #[serde(default, deserialize_with = "tolerant::text")]
    pub version: Option<String>,
    /// The sources it serves.
    #[serde(default, deserialize_with = "tolerant::or_default")]
    pub source_connection_spec_ids: Vec<ConnectionSpecId>,
    /// The targets it serves.
    #[serde(default, deserialize_with = "tolerant::or_default")]
    pub target_connection_spec_ids: Vec<ConnectionSpecId>,
    /// Whatever else the platform sent.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// The connection specifications that an organisation has, as seen from one sandbox.
#[derive(Clone, Debug)]
pub struct ConnectionSpecs(Collection);

/// The flow specifications that an organisation has, as seen from one sandbox.
#[derive(Clone, Debug)]
pub struct FlowSpecs(Collection);

impl Sandbox {
    /// Kinds of sources and targets.
    #[must_use]
    pub fn connection_specs(&self) -> ConnectionSpecs {
        ConnectionSpecs(Collection::new(self.clone(), "/connectionSpecs"))
    }

    /// Kinds of dataflows.
    #[must_use]
    pub fn flow_specs(&self) -> FlowSpecs {
        FlowSpecs(Collection::new(self.clone(), "/flowSpecs"))
    }
}

impl ConnectionSpecs {
    /// The first page.
    ///
    /// # Errors
    /// Whatever the request ends in; so for every call below.
    pub async fn list(&self, query: &ListQuery) -> Result<Page<ConnectionSpec>> {
        self.0.list(query).await
    }

    /// All that match, page by page.
    #[must_use]
    pub fn all(&self, query: &ListQuery) -> Pages<ConnectionSpec> {
        self.0.all(query)
    }

    /// One specification; "not found" means that the organisation is not offered this source.
    ///
    /// # Errors
    /// See [`ConnectionSpecs::list`].
    pub async fn get(&self, id: &ConnectionSpecId) -> Result<ConnectionSpec> {
        self.0.one(id.as_str()).await
    }
}

impl FlowSpecs {
    /// The first page.
    ///
    /// # Errors
    /// Whatever the request ends in; so for every call below.
    pub async fn list(&self, query: &ListQuery) -> Result<Page<FlowSpec>> {
        self.0.list(query).await
    }

    /// All that match, page by page.
    #[must_use]
    pub fn all(&self, query: &ListQuery) -> Pages<FlowSpec> {
        self.0.all(query)
    }

    /// One specification.
    ///
    /// # Errors
    /// See [`FlowSpecs::list`].
    pub async fn get(&self, id: &FlowSpecId) -> Result<FlowSpec> {
        self.0.one(id.as_str()).await
    }
}
