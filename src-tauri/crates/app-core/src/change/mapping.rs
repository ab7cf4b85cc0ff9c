//! Editing the mapping of a dataflow that takes events: another version of its set is made, then put in force. Events
//! go on being mapped by the old version until then, and whoever was faster is not overwritten.

use aep_client::data_prep::{MappingSet, NewMappingSet};
use aep_client::flow_service::{Flow, MappingRef};
use aep_client::{Error, FlowId, MappingSetId};

use super::update::update;
use super::values::{settings, values};
use crate::app::ActiveSession;
use crate::contract::change::{FlowField, FlowValues, MappingForm, MappingVersion, UpdateReply};
use crate::contract::error::{Action, AppError, ErrorCode, Owner};
use crate::contract::mapping::MappingLine;
use crate::contract::place::Tags;
use crate::contract::setup::Destination;
use crate::mapping::{NoSchema, from_data_prep, to_data_prep, verdict};
use crate::starter::{Source, first_source, source_of_spec};

/// Reads the mapping in force, to be edited.
///
/// # Errors
/// `not_found` when the dataflow has no mapping; what else the platform says.
pub(crate) async fn read_form(
    session: &ActiveSession,
    id: &FlowId,
) -> Result<MappingForm, AppError> {
    let flow = read(session, id).await?;
    let (mapping, set) = in_force(session, &flow).await?;
    let destination = destination(session, &flow, &set).await?;
    let lines = from_data_prep(&set.mappings);
    let left_out = u32::try_from(set.mappings.len() - lines.len()).unwrap_or(u32::MAX);
    let source = source_of(&flow).id.clone();
    Ok(MappingForm { flow_name: flow.name, source, mapping, destination, lines, left_out })
}

/// Makes another version with these lines and puts it in force.
///
/// # Errors
/// `validation` by line; `refused` for a mapping with lines that this app cannot write; what [`update`] says.
pub(crate) async fn save_mapping(
    session: &ActiveSession,
    id: &FlowId,
    original: &MappingVersion,
    lines: &[MappingLine],
) -> Result<UpdateReply, AppError> {
    let flow = read(session, id).await?;
    let (mapping, set) = in_force(session, &flow).await?;
    if mapping != *original {
        let theirs = settings(&flow, session.now());
        return Ok(UpdateReply::Conflict {
            clashes: vec![FlowField::Mapping],
            merged: Vec::new(),
            theirs,
        });
    }
    if from_data_prep(&set.mappings).len() < set.mappings.len() {
        return Err(not_writable());
    }
    let made = make(session, &flow, &set, lines).await?;
    let original = FlowValues { mapping: Some(original.clone()), ..values(&flow) };
    let version = u32::try_from(made.version).unwrap_or(u32::MAX);
    let next = MappingVersion { id: made.id.to_string(), version };
    let wanted = FlowValues { mapping: Some(next), ..original.clone() };
    update(session, id, &original, &wanted).await
}

/// The next version. Its lines are checked before, as those of a set-up are.
async fn make(
    session: &ActiveSession,
    flow: &Flow,
    set: &MappingSet,
    lines: &[MappingLine],
) -> Result<MappingRef, AppError> {
    let explain = |error: Error| session.explain(&error);
    let (source, destination) = (source_of(flow), destination(session, flow, set).await?);
    let schema = session.schemas.get(&session.sandbox, source, &destination).await;
    let schema = schema.map_err(|why| match why {
        NoSchema::Platform(error) => session.explain(&error),
        NoSchema::Unfit(problem) => AppError::validation(vec![problem]),
    })?;
    let vital = source.vital_field.as_deref();
    let problems = verdict(lines, &schema.fields, None, vital).field_problems();
    if !problems.is_empty() {
        return Err(AppError::validation(problems));
    }
    let schema_id = schema.id.as_ref().ok_or_else(no_schema)?;
    let next = NewMappingSet::new(schema_id, to_data_prep(lines));
    let made = session.sandbox.mapping_sets().replace(&set.id, &next).await.map_err(explain)?;
    Ok(made.reference())
}

fn source_of(flow: &Flow) -> &'static Source {
    let known = flow.source_spec().and_then(|spec| source_of_spec(spec.as_str()));
    known.unwrap_or_else(first_source)
}

async fn read(session: &ActiveSession, id: &FlowId) -> Result<Flow, AppError> {
    let flow = session.sandbox.flows().get(id).await;
    Ok(flow.map_err(|error| session.explain(&error))?.value)
}

async fn in_force(
    session: &ActiveSession,
    flow: &Flow,
) -> Result<(MappingVersion, MappingSet), AppError> {
    let Some(mapping) = values(flow).mapping else { return Err(AppError::gone("The mapping")) };
    let id = MappingSetId::from(mapping.id.as_str());
    let reference = MappingRef { id, version: mapping.version.into() };
    let set = session.sandbox.mapping_sets().get_version(&reference).await;
    Ok((mapping, set.map_err(|error| session.explain(&error))?))
}

/// The dataset that the dataflow writes to; where it cannot be found, the schema that the mapping names.
async fn destination(
    session: &ActiveSession,
    flow: &Flow,
    set: &MappingSet,
) -> Result<Destination, AppError> {
    let target = match flow.target_connection_ids.first() {
        Some(id) => session.sandbox.target_connections().get(id).await.map(Some),
        None => Ok(None),
    };
    let target = match target {
        Err(error) if error.is_not_found() => None,
        read => read.map_err(|error| session.explain(&error))?,
    };
    if let Some(dataset) = target.and_then(|target| target.value.params.dataset_id) {
        return Ok(Destination::ExistingDataset { dataset_id: dataset.to_string() });
    }
    let schema_id = set.schema().ok_or_else(no_schema)?.to_owned();
    Ok(Destination::ExistingSchema { schema_id, dataset_name: String::new(), tags: Tags::new() })
}

/// Lines of a mapping would be lost.
pub(crate) fn not_writable() -> AppError {
    AppError::plain(
        ErrorCode::Refused,
        Owner::Inlet,
        Action::Reload,
        "Inlet cannot write all lines of this mapping",
        "Some of them fill in a fixed text or come from a part of the platform’s own. Change this mapping in Experience Platform, so that none of them is lost.",
    )
}

fn no_schema() -> AppError {
    AppError::plain(
        ErrorCode::Refused,
        Owner::Adobe,
        Action::Reload,
        "The mapping of this dataflow names no schema",
        "Without it, nobody can tell which fields there are.",
    )
}
