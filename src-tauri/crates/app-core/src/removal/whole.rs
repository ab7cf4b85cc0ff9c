//! A dataflow read with everything that it joins, as the plan and the snapshot need it.

use std::sync::Arc;

use aep_client::data_prep::MappingSet;
use aep_client::flow_service::{Flow, SourceConnection, TargetConnection};
use aep_client::{ETag, Result};

use crate::app::ActiveSession;
use crate::contract::flows::NamedObject;

/// A dataflow and what it joins.
#[derive(Debug, Clone)]
pub(crate) struct Whole {
    pub(crate) flow: Flow,
    pub(crate) etag: ETag,
    pub(crate) sources: Vec<Part<SourceConnection>>,
    pub(crate) targets: Vec<Part<TargetConnection>>,
    pub(crate) mapping: Option<Part<MappingSet>>,
    pub(crate) mapping_version: u64,
    pub(crate) dataset: Option<NamedObject>,
    pub(crate) schema: Option<NamedObject>,
}

/// Something that a dataflow names.
#[derive(Debug, Clone)]
pub(crate) struct Part<T> {
    pub(crate) id: String,
    /// None when the platform does not show it.
    pub(crate) read: Option<T>,
}

impl Whole {
    /// Its name; the id where it has none.
    pub(crate) fn name(&self) -> String {
        if self.flow.name.is_empty() { self.flow.id.to_string() } else { self.flow.name.clone() }
    }
}

/// Reads a dataflow and what it joins.
///
/// # Errors
/// What kept the dataflow, or anything that would be deleted with it, from being read.
pub(crate) async fn read(session: &Arc<ActiveSession>, flow_id: &str) -> Result<Whole> {
    let sandbox = &session.sandbox;
    let read = sandbox.flows().get(&flow_id.into()).await?;
    let (flow, etag) = (read.value, read.etag);
    let mut sources = Vec::new();
    for id in &flow.source_connection_ids {
        let read = shown(sandbox.source_connections().get(id).await)?;
        sources.push(Part { id: id.to_string(), read: read.map(|read| read.value) });
    }
    let mut targets = Vec::new();
    for id in &flow.target_connection_ids {
        let read = shown(sandbox.target_connections().get(id).await)?;
        targets.push(Part { id: id.to_string(), read: read.map(|read| read.value) });
    }
    let reference = flow.mapping();
    let mapping = match &reference {
        Some(used) => {
            let read = shown(sandbox.mapping_sets().get_version(used).await)?;
            Some(Part { id: used.id.to_string(), read })
        }
        None => None,
    };
    let target = targets.iter().find_map(|target| target.read.as_ref());
    let (dataset, schema) = match target {
        Some(target) => destination(session, target).await,
        None => (None, None),
    };
    let mapping_version = reference.map_or(0, |used| used.version);
    Ok(Whole { flow, etag, sources, targets, mapping, mapping_version, dataset, schema })
}

/// Dataset and schema stay, so that not being able to read their names is no reason to stop.
async fn destination(
    session: &ActiveSession,
    target: &TargetConnection,
) -> (Option<NamedObject>, Option<NamedObject>) {
    let Some(id) = &target.params.dataset_id else { return (None, None) };
    let read = session.sandbox.datasets().get(id).await.ok();
    let of_target = target.data.schema.as_ref().and_then(|schema| schema.id.clone());
    let of_dataset = read.as_ref().and_then(|dataset| dataset.schema_ref.clone());
    let schema = of_target.or(of_dataset.map(|schema| schema.id));
    let dataset = named(id.as_str(), read.map(|dataset| dataset.name));
    let Some(schema) = schema else { return (Some(dataset), None) };
    let title = session.sandbox.schemas().get(&schema).await.ok().map(|schema| schema.title);
    (Some(dataset), Some(named(schema.as_str(), title)))
}

fn named(id: &str, name: Option<String>) -> NamedObject {
    let name = name.filter(|name| !name.is_empty()).unwrap_or_else(|| id.to_owned());
    NamedObject { id: id.to_owned(), name }
}

/// "Not found" is an answer.
fn shown<T>(read: Result<T>) -> Result<Option<T>> {
    match read {
        Ok(value) => Ok(Some(value)),
        Err(error) if error.is_not_found() => Ok(None),
        Err(error) => Err(error),
    }
}
