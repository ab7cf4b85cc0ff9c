//! Making and changing a mapping that no dataflow uses yet. One that is used is changed in its dataflow, which has to
//! take over the new version; there is no etag here, so whoever was faster is noticed by the number of the version.

use aep_client::data_prep::{MappingSet, NewMappingSet};
use aep_client::{Error, SchemaId};

use super::form::problem;
use super::made::{named, settle};
use super::users;
use crate::app::ActiveSession;
use crate::change::not_writable;
use crate::contract::error::{Action, AppError, ErrorCode, Owner};
use crate::contract::mapping::{MappingLine, MappingSource};
use crate::contract::mapping_sets::{
    CreateMapping, MappingSetForm, MappingSetUpdate, SaveMappingSet,
};
use crate::contract::place::Tags;
use crate::contract::resources::{LinkKind, ResourceKind, ResourceRef};
use crate::contract::setup::Destination;
use crate::mapping::{NoSchema, from_data_prep, sample, to_data_prep, verdict};
use crate::starter::{Source, source_or_first, sources};

/// Makes a mapping.
///
/// # Errors
/// `validation`, by line and before anything is sent; what else the platform says.
pub(crate) async fn create_mapping(
    session: &ActiveSession,
    args: CreateMapping,
) -> Result<ResourceRef, AppError> {
    let kind = ResourceKind::Mapping;
    let schema = args.schema_id.as_str();
    if schema.is_empty() {
        let message = "Choose the schema that it maps into.";
        return Err(AppError::validation(vec![problem("schemaId", message)]));
    }
    let new = checked(session, source_or_first(Some(&args.source)), schema, &args.lines).await?;
    let before = named(session, kind, schema).await.map_err(|error| session.explain(&error))?;
    let made = session.sandbox.mapping_sets().create(&new).await.map(|made| made.id.to_string());
    settle(session, kind, schema, &before, made).await
}

/// The newest version, to be edited.
///
/// # Errors
/// `refused` for one that names no schema; what else the platform says.
pub(crate) async fn mapping_form(
    session: &ActiveSession,
    id: &str,
) -> Result<MappingSetForm, AppError> {
    let set = read(session, id).await?;
    let lines = from_data_prep(&set.mappings);
    Ok(MappingSetForm {
        schema_id: set.schema().ok_or_else(no_schema)?.to_owned(),
        source: likely_source(&lines).id.clone(),
        version: version(&set),
        left_out: u32::try_from(set.mappings.len() - lines.len()).unwrap_or(u32::MAX),
        lines,
    })
}

/// Makes another version, unless somebody else was faster or a dataflow uses the mapping.
///
/// # Errors
/// `validation` by line; `refused` for lines that this app cannot write; what the platform says.
pub(crate) async fn save_mapping_set(
    session: &ActiveSession,
    args: SaveMappingSet,
) -> Result<MappingSetUpdate, AppError> {
    let explain = |error: Error| session.explain(&error);
    let set = read(session, &args.id).await?;
    if version(&set) != args.version {
        return Ok(MappingSetUpdate::Changed { version: version(&set) });
    }
    if from_data_prep(&set.mappings).len() < set.mappings.len() {
        return Err(not_writable());
    }
    let used = users::of_one(&session.sandbox, ResourceKind::Mapping, &args.id).await;
    let mut used_by = used.map_err(explain)?.links(&args.id);
    used_by.retain(|link| link.kind == LinkKind::Dataflow);
    if !used_by.is_empty() {
        return Ok(MappingSetUpdate::InUse { used_by });
    }
    let schema = set.schema().ok_or_else(no_schema)?;
    let next = checked(session, source_or_first(Some(&args.source)), schema, &args.lines).await?;
    let made = session.sandbox.mapping_sets().replace(&set.id, &next).await.map_err(explain)?;
    Ok(MappingSetUpdate::Saved {
        version: u32::try_from(made.reference().version).unwrap_or(u32::MAX),
    })
}

/// The set with these lines, once all of them hold for every event.
async fn checked(
    session: &ActiveSession,
    source: &Source,
    schema_id: &str,
    lines: &[MappingLine],
) -> Result<NewMappingSet, AppError> {
    if lines.is_empty() {
        return Err(AppError::validation(vec![problem("lines", "Add a field mapping.")]));
    }
    let (schema_id, dataset_name) = (schema_id.to_owned(), String::new());
    let destination = Destination::ExistingSchema {
        schema_id: schema_id.clone(),
        dataset_name,
        tags: Tags::new(),
    };
    let schema = session.schemas.get(&session.sandbox, source, &destination).await;
    let schema = schema.map_err(|why| match why {
        NoSchema::Platform(error) => session.explain(&error),
        NoSchema::Unfit(unfit) => AppError::validation(vec![problem("schemaId", unfit.message)]),
    })?;
    let vital = source.vital_field.as_deref();
    let problems = verdict(lines, &schema.fields, None, vital).field_problems();
    if !problems.is_empty() {
        return Err(AppError::validation(problems));
    }
    Ok(NewMappingSet::new(&SchemaId::new(schema_id), to_data_prep(lines)))
}

async fn read(session: &ActiveSession, id: &str) -> Result<MappingSet, AppError> {
    let set = session.sandbox.mapping_sets().get(&id.into()).await;
    set.map_err(|error| session.explain(&error))
}

fn version(set: &MappingSet) -> u32 {
    u32::try_from(set.version.unwrap_or_default()).unwrap_or(u32::MAX)
}

/// A mapping does not say whose events it maps: the source whose first example has most of its fields, the suggested
/// one where that tells nothing.
fn likely_source(lines: &[MappingLine]) -> &'static Source {
    let fits = |source: &&Source| {
        let example = source.examples().into_iter().next();
        let read = example.and_then(|example| sample::read_sample(&example.text, 0).ok());
        let fields = read.map(|read| read.fields).unwrap_or_default();
        let has = |line: &&MappingLine| {
            path(line).is_some_and(|path| fields.iter().any(|field| field.path == path))
        };
        lines.iter().filter(has).count()
    };
    // Of several that fit as well, the last is taken: the suggested one stands last this way round.
    sources().iter().rev().max_by_key(fits).unwrap_or_else(|| source_or_first(None))
}

fn path(line: &MappingLine) -> Option<&str> {
    match &line.source {
        MappingSource::Field { path }
        | MappingSource::SecondsToDate { path }
        | MappingSource::MillisecondsToDate { path } => Some(path),
        MappingSource::Expression { .. } => None,
    }
}

fn no_schema() -> AppError {
    AppError::plain(
        ErrorCode::Refused,
        Owner::Adobe,
        Action::Reload,
        "This mapping names no schema",
        "Without it, nobody can tell which fields there are.",
    )
}

#[cfg(test)]
mod tests {
    use super::{MappingLine, MappingSource, likely_source};

    fn lines(paths: &[&str]) -> Vec<MappingLine> {
        let line = |path: &&str| MappingLine {
            source: MappingSource::Field { path: (*path).to_owned() },
            target: "_id".to_owned(),
        };
        paths.iter().map(line).collect()
    }

    #[test]
    fn a_mapping_is_taken_for_one_of_the_source_whose_events_have_its_fields() {
        assert_eq!(likely_source(&lines(&["uniqueId", "visitorId"])).id, "pendo");
        assert_eq!(likely_source(&lines(&["nobody.has.this"])).id, "pendo");
        assert_eq!(likely_source(&[]).id, "pendo");
    }
}
