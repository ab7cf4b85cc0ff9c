//! What is kept of a dataflow before it is deleted, so that it can be made again: names, ids and the lines of its
//! mapping. Fields are taken one by one: secrets and the webhook address have no place to slip in.

use aep_client::data_prep::{FieldMapping, Source};
use serde::{Deserialize, Serialize};

use crate::contract::flows::NamedObject;
use crate::contract::mapping::{MappingLine, MappingSource};
use crate::error::redact;
use crate::monitor::millis;

use super::whole::Whole;

/// A dataflow as it was.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Snapshot {
    pub(crate) flow_id: String,
    pub(crate) name: String,
    pub(crate) description: String,
    /// The kind of dataflow.
    pub(crate) flow_spec: Option<String>,
    pub(crate) created_at: Option<i64>,
    pub(crate) source: Option<SourceKept>,
    /// The target connection.
    pub(crate) target: Option<NamedObject>,
    pub(crate) dataset: Option<NamedObject>,
    /// It was deleted with the dataflow.
    #[serde(default)]
    pub(crate) dataset_deleted: bool,
    pub(crate) schema: Option<NamedObject>,
    pub(crate) mapping: Option<MappingKept>,
}

/// The source connection as it was.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SourceKept {
    pub(crate) id: String,
    pub(crate) name: String,
    /// The kind of source.
    pub(crate) spec: Option<String>,
    /// The account it used, by id alone.
    pub(crate) account: Option<String>,
}

/// The mapping as the dataflow used it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct MappingKept {
    pub(crate) id: String,
    pub(crate) version: u64,
    pub(crate) lines: Vec<MappingLine>,
}

impl Snapshot {
    /// Of a dataflow that was read.
    pub(crate) fn of(whole: &Whole) -> Self {
        let flow = &whole.flow;
        Self {
            flow_id: flow.id.to_string(),
            name: whole.name(),
            description: redact(flow.description.as_deref().unwrap_or_default()),
            flow_spec: flow.flow_spec.as_ref().map(|spec| spec.id.to_string()),
            created_at: millis(flow.created_at),
            source: whole.sources.iter().find_map(|source| {
                let read = source.read.as_ref()?;
                Some(SourceKept {
                    id: source.id.clone(),
                    name: read.name.clone(),
                    spec: read.connection_spec.as_ref().map(|spec| spec.id.to_string()),
                    account: read.base_connection_id.as_ref().map(ToString::to_string),
                })
            }),
            target: whole.targets.iter().find_map(|target| {
                let name = target.read.as_ref()?.name.clone();
                Some(NamedObject { id: target.id.clone(), name })
            }),
            dataset: whole.dataset.clone(),
            dataset_deleted: false,
            schema: whole.schema.clone(),
            mapping: whole.mapping.as_ref().and_then(|mapping| {
                let read = mapping.read.as_ref()?;
                Some(MappingKept {
                    id: mapping.id.clone(),
                    version: whole.mapping_version,
                    lines: read.mappings.iter().filter_map(line).collect(),
                })
            }),
        }
    }
}

/// A line without a source fills nothing.
fn line(line: &FieldMapping) -> Option<MappingLine> {
    let source = match line.source.clone()? {
        Source::Attribute(path) => MappingSource::Field { path },
        Source::Expression(text) => MappingSource::Expression { text },
    };
    Some(MappingLine { source, target: line.destination.clone() })
}
