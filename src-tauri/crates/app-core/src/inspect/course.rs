//! The course that events of a dataflow take: the lines of its mapping, in the version in force, and the schema
//! that their records must fit.

use aep_client::data_prep::{FieldMapping, MappingSet, NewMapping, NewMappingSet};
use aep_client::flow_service::Flow;
use aep_client::{FlowId, SchemaId};
use serde_json::Value;

use crate::app::ActiveSession;
use crate::contract::error::{Action, AppError, ErrorCode, Owner};
use crate::mapping::whole_schema;

/// What happens to the events of a dataflow.
#[derive(Debug)]
pub(crate) struct Course {
    /// The mapping, as a preview takes it.
    pub(super) set: NewMappingSet,
    /// The schema, resolved.
    pub(super) schema: Value,
    /// Lines of the mapping that a preview cannot take, such as fixed texts.
    pub(super) lines_left_out: usize,
}

/// Reads the course of a dataflow's events.
///
/// # Errors
/// `not_found`, `refused` when it has no mapping or one that names no schema; what else the platform says.
pub(crate) async fn look_up(session: &ActiveSession, id: &FlowId) -> Result<Course, AppError> {
    let explain = |error: aep_client::Error| session.explain(&error);
    let flow: Flow = session.sandbox.flows().get(id).await.map_err(explain)?.value;
    let reference = flow.mapping().ok_or_else(no_mapping)?;
    let set = session.sandbox.mapping_sets().get_version(&reference).await.map_err(explain)?;
    let schema_id: SchemaId = set.schema().ok_or_else(no_schema)?.into();
    let schema = session.sandbox.schemas().get_full(&schema_id).await.map_err(explain)?;
    let lines = taken(&set);
    let lines_left_out = set.mappings.len() - lines.len();
    let set = NewMappingSet::new(&schema.id, lines);
    Ok(Course { set, schema: whole_schema(&schema), lines_left_out })
}

fn taken(set: &MappingSet) -> Vec<NewMapping> {
    let line = |line: &FieldMapping| {
        let source = line.source.clone()?;
        Some(NewMapping::new(&line.destination, source))
    };
    set.mappings.iter().filter_map(line).collect()
}

fn no_mapping() -> AppError {
    AppError::plain(
        ErrorCode::Refused,
        Owner::You,
        Action::Reload,
        "This dataflow has no mapping",
        "Inlet checks events with the mapping of a dataflow. Choose one that has a mapping.",
    )
}

fn no_schema() -> AppError {
    AppError::plain(
        ErrorCode::Refused,
        Owner::Adobe,
        Action::Reload,
        "The mapping of this dataflow names no schema",
        "Without it, nobody can tell whether a record fits.",
    )
}
