//! A dataflow as the platform shows it: what joins a source, a mapping and a target.

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::{Map, Value};

use super::collection::Resource;
use super::new_flow::MappingRef;
use super::reference::SpecRef;
use super::state::{ResourceState, RunStatus};
use crate::etag::ETag;
use crate::ids::{
    BaseConnectionId, ConnectionSpecId, FlowId, FlowSpecId, MappingSetId, RunId,
    SourceConnectionId, TargetConnectionId,
};
use crate::inlet::{InletUrl, WebhookUrl};
use crate::tolerant;

/// A dataflow as the platform shows it.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Flow {
    /// Its id.
    pub id: FlowId,
    /// Its name; a flow may have none.
    #[serde(default, deserialize_with = "tolerant::or_default")]
    pub name: String,
    /// What it is for.
    #[serde(default, deserialize_with = "tolerant::text")]
    pub description: Option<String>,
    /// Whether it takes events.
    #[serde(default)]
    pub state: ResourceState,
    /// Its version, for updates. It may change without anybody's doing, so read it right before.
    #[serde(default, alias = "eTag")]
    pub etag: Option<ETag>,
    /// Which kind of flow it is.
    #[serde(default)]
    pub flow_spec: Option<SpecRef<FlowSpecId>>,
    /// Where its events come from; exactly one in practice.
    #[serde(default, deserialize_with = "tolerant::or_default")]
    pub source_connection_ids: Vec<SourceConnectionId>,
    /// Where its events go; exactly one in practice.
    #[serde(default, deserialize_with = "tolerant::or_default")]
    pub target_connection_ids: Vec<TargetConnectionId>,
    /// What is done to events on the way.
    #[serde(default, deserialize_with = "tolerant::or_default")]
    pub transformations: Vec<Transformation>,
    /// The streaming endpoint, once there is one, and switches.
    #[serde(default, deserialize_with = "tolerant::or_default")]
    pub options: FlowOptions,
    /// What the flow knows of its connections, so that they need not be read one by one.
    #[serde(default, deserialize_with = "tolerant::or_default")]
    pub inherited_attributes: InheritedAttributes,
    /// When it was made.
    #[serde(default, deserialize_with = "tolerant::moment")]
    pub created_at: Option<Timestamp>,
    /// When it was last changed.
    #[serde(default, deserialize_with = "tolerant::moment")]
    pub updated_at: Option<Timestamp>,
    /// Who made it.
    #[serde(default, deserialize_with = "tolerant::text")]
    pub created_by: Option<String>,
    /// Who changed it last.
    #[serde(default, deserialize_with = "tolerant::text")]
    pub updated_by: Option<String>,
    /// The last change of its state.
    #[serde(default)]
    pub last_operation: Option<LastOperation>,
    /// The latest run; absent until there is one, which takes an hour or two.
    #[serde(default)]
    pub last_run_details: Option<LastRunDetails>,
    /// When a batch flow runs; streaming flows have none.
    #[serde(default)]
    pub schedule_params: Option<Value>,
    /// Whatever else the platform sent.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Flow {
    /// Place of the mapping among the steps. It goes by its name: other steps may stand before it.
    #[must_use]
    pub fn mapping_place(&self) -> Option<usize> {
        self.transformations.iter().position(|step| step.name == "Mapping")
    }

    /// The mapping set it uses, if it names one.
    #[must_use]
    pub fn mapping(&self) -> Option<MappingRef> {
        let params = &self.transformations.get(self.mapping_place()?)?.params;
        let id = params.mapping_id.clone()?;
        Some(MappingRef { id, version: params.mapping_version.unwrap_or_default() })
    }

    /// The address for Pendo, once the flow has its streaming endpoint.
    #[must_use]
    pub fn webhook_url(&self) -> Option<WebhookUrl> {
        let inlet = self.options.inlet_url.as_ref().filter(|inlet| !inlet.expose().is_empty());
        inlet.map(|inlet| inlet.webhook(&self.id))
    }

    /// The specification of the source it reads from, when the flow tells.
    #[must_use]
    pub fn source_spec(&self) -> Option<&ConnectionSpecId> {
        let source = self.inherited_attributes.source_connections.first()?;
        source.connection_spec.as_ref().map(|spec| &spec.id)
    }
}

impl Resource for Flow {
    fn name(&self) -> &str {
        &self.name
    }

    fn etag(&self) -> Option<&ETag> {
        self.etag.as_ref()
    }
}

/// A flow's `options`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FlowOptions {
    /// The streaming endpoint; it may take a while to appear after creation.
    #[serde(default)]
    pub inlet_url: Option<InletUrl>,
    /// Whether the platform keeps details of rows that failed.
    #[serde(default)]
    pub error_diagnostics_enabled: Option<bool>,
    /// Whatever else the platform sent.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// One step of a flow.
#[derive(Clone, Debug, Deserialize)]
pub struct Transformation {
    /// `Mapping` for all we know of.
    #[serde(default, deserialize_with = "tolerant::or_default")]
    pub name: String,
    /// What it works with.
    #[serde(default, deserialize_with = "tolerant::or_default")]
    pub params: TransformationParams,
}

/// What a step works with.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TransformationParams {
    /// The mapping set.
    #[serde(default)]
    pub mapping_id: Option<MappingSetId>,
    /// Its version; the platform writes it as a number or as text.
    #[serde(default, deserialize_with = "tolerant::count")]
    pub mapping_version: Option<u64>,
    /// Whatever else the platform sent.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// What a flow knows of its connections.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct InheritedAttributes {
    /// Its source connections.
    #[serde(default, deserialize_with = "tolerant::or_default")]
    pub source_connections: Vec<InheritedConnection>,
    /// Its target connections.
    #[serde(default, deserialize_with = "tolerant::or_default")]
    pub target_connections: Vec<InheritedConnection>,
    /// Whatever else the platform sent.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// A connection as its flow shows it.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct InheritedConnection {
    /// The connection's id, of a source or a target depending on where it stands.
    pub id: String,
    /// Which kind of connection.
    #[serde(default)]
    pub connection_spec: Option<SpecRef<ConnectionSpecId>>,
    /// Its account; Pendo has none.
    #[serde(default)]
    pub base_connection: Option<InheritedAccount>,
    /// Whatever else the platform sent.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// An account as a flow shows it.
#[derive(Clone, Debug, Deserialize)]
pub struct InheritedAccount {
    /// The account.
    pub id: BaseConnectionId,
    /// Whatever else the platform sent.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// The last change of a flow's state.
#[derive(Clone, Debug, Deserialize)]
pub struct LastOperation {
    /// Such as `enable`.
    #[serde(default, deserialize_with = "tolerant::or_default")]
    pub operation: String,
    /// When it began.
    #[serde(default, deserialize_with = "tolerant::moment")]
    pub started: Option<Timestamp>,
    /// When it was last heard of.
    #[serde(default, deserialize_with = "tolerant::moment")]
    pub updated: Option<Timestamp>,
    /// Whatever else the platform sent.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// The latest run in brief.
#[derive(Clone, Debug, Deserialize)]
pub struct LastRunDetails {
    /// The run.
    pub id: RunId,
    /// How it went.
    #[serde(default)]
    pub state: RunStatus,
    /// When its hour began.
    #[serde(default, rename = "startedAtUTC", deserialize_with = "tolerant::moment")]
    pub started_at: Option<Timestamp>,
    /// When it was done.
    #[serde(default, rename = "completedAtUTC", deserialize_with = "tolerant::moment")]
    pub completed_at: Option<Timestamp>,
    /// Whatever else the platform sent.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

#[cfg(test)]
#[path = "flow_tests.rs"]
mod tests;
