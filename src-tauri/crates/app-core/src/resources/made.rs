//! Making a dataset, a source connection or a target connection from a form. All of the form is checked before
//! anything is sent, and a create whose answer was lost is looked for, not sent again.

use std::collections::HashSet;

use aep_client::catalog::{Dataset, NewDataset};
use aep_client::flow_service::{NewSourceConnection, NewTargetConnection};
use aep_client::{ConnectionSpecId, Error, Result as Asked};

use super::form::{check_tags, name_problem, problem};
use super::refusal::explain;
use crate::app::ActiveSession;
use crate::contract::error::{AppError, FieldProblem};
use crate::contract::resources::{
    CreateDataset, CreateSourceConnection, CreateTargetConnection, ResourceKind, ResourceRef,
};
use crate::mapping::found;
use crate::starter;

/// Makes a dataset.
///
/// # Errors
/// `validation`, every field at once, before anything is sent; what the platform says, on its field if it names one.
pub(crate) async fn create_dataset(
    session: &ActiveSession,
    args: CreateDataset,
) -> Result<ResourceRef, AppError> {
    let kind = ResourceKind::Dataset;
    let sandbox = &session.sandbox;
    let name = args.name.trim();
    let mut problems = name_problem(kind, name);
    let tags = check_tags(&args.tags, &mut problems);
    let schema = args.schema_id.as_str().into();
    if args.schema_id.is_empty() {
        problems.push(problem("schemaId", "Choose the schema that its records follow."));
    } else if found(sandbox.schemas().get(&schema).await).map_err(told(session))?.is_none() {
        problems.push(problem("schemaId", "This schema is not there any more. Choose another."));
    }
    if !name.is_empty() && !named(session, kind, name).await.map_err(told(session))?.is_empty() {
        let message = format!("A dataset named “{name}” exists already. Choose another name.");
        problems.push(problem("name", message));
    }
    refuse(problems)?;
    let new = NewDataset::new(name, &schema).parquet().error_diagnostics(args.error_diagnostics);
    let new = tags.iter().fold(new, |new, tag| new.tag(tag.key.as_str(), &tag.values));
    let new = match args.description.trim() {
        "" => new,
        text => new.description(text),
    };
    let made = sandbox.datasets().create(&new).await.map(|id| id.to_string());
    settle(session, kind, name, &HashSet::new(), made).await
}

/// Makes a source connection.
///
/// # Errors
/// As [`create_dataset`].
pub(crate) async fn create_source_connection(
    session: &ActiveSession,
    args: CreateSourceConnection,
) -> Result<ResourceRef, AppError> {
    let kind = ResourceKind::SourceConnection;
    let sandbox = &session.sandbox;
    let name = args.name.trim();
    let mut problems = name_problem(kind, name);
    let spec: ConnectionSpecId = match starter::source(&args.source_id) {
        Some(source) => ConnectionSpecId::new(source.connection_spec_id.as_str()),
        None => ConnectionSpecId::new(""),
    };
    if spec.as_str().is_empty() {
        problems.push(problem("sourceId", "Choose where events come from."));
    } else if found(sandbox.connection_specs().get(&spec).await).map_err(told(session))?.is_none() {
        let message = "Your organisation is not offered this source. Your administrator can ask Adobe for it.";
        problems.push(problem("sourceId", message));
    }
    refuse(problems)?;
    let before = named(session, kind, name).await.map_err(told(session))?;
    let new = NewSourceConnection::streaming(name, &spec);
    let new = match args.description.trim() {
        "" => new,
        text => new.description(text),
    };
    let made = sandbox.source_connections().create(&new).await.map(|made| made.id.to_string());
    settle(session, kind, name, &before, made).await
}

/// Makes a target connection into a dataset.
///
/// # Errors
/// As [`create_dataset`].
pub(crate) async fn create_target_connection(
    session: &ActiveSession,
    args: CreateTargetConnection,
) -> Result<ResourceRef, AppError> {
    let kind = ResourceKind::TargetConnection;
    let sandbox = &session.sandbox;
    let name = args.name.trim();
    let mut problems = name_problem(kind, name);
    let dataset = match args.dataset_id.as_str() {
        "" => Err("Choose where events go."),
        id => with_schema(found(sandbox.datasets().get(&id.into()).await).map_err(told(session))?),
    };
    let schema = match dataset {
        Ok(schema) => Some(schema),
        Err(message) => {
            problems.push(problem("datasetId", message));
            None
        }
    };
    refuse(problems)?;
    let Some(schema) = schema else { return Err(AppError::internal("a dataset without a schema")) };
    let before = named(session, kind, name).await.map_err(told(session))?;
    let new = NewTargetConnection::data_lake(name, &schema, &args.dataset_id.as_str().into());
    let new = match args.description.trim() {
        "" => new,
        text => new.description(text),
    };
    let made = sandbox.target_connections().create(&new).await.map(|made| made.id.to_string());
    settle(session, kind, name, &before, made).await
}

fn with_schema(dataset: Option<Dataset>) -> Result<aep_client::SchemaId, &'static str> {
    let Some(dataset) = dataset else {
        return Err("This dataset is not there any more. Choose another.");
    };
    let schema = dataset.schema_ref.map(|schema| schema.id);
    schema.ok_or("This dataset has no schema, so nothing can be written to it. Choose another.")
}

fn told(session: &ActiveSession) -> impl Fn(Error) -> AppError + '_ {
    |error| session.explain(&error)
}

fn refuse(problems: Vec<FieldProblem>) -> Result<(), AppError> {
    if problems.is_empty() { Ok(()) } else { Err(AppError::validation(problems)) }
}

/// Ids of the resources of this name; of mappings, which have none, those into the schema of this id.
pub(super) async fn named(
    session: &ActiveSession,
    kind: ResourceKind,
    name: &str,
) -> Asked<HashSet<String>> {
    let sandbox = &session.sandbox;
    Ok(match kind {
        ResourceKind::Dataset => {
            let found = sandbox.datasets().find_by_name(name).await?;
            found.into_iter().map(|one| one.id.to_string()).collect()
        }
        ResourceKind::SourceConnection => {
            let found = sandbox.source_connections().find_named(name).await?;
            found.into_iter().map(|one| one.id.to_string()).collect()
        }
        ResourceKind::TargetConnection => {
            let found = sandbox.target_connections().find_by_name(name).await?;
            found.into_iter().map(|one| one.id.to_string()).collect()
        }
        ResourceKind::Mapping => {
            let all = sandbox.mapping_sets().all().collect().await?;
            let fitting = all.into_iter().filter(|set| set.schema() == Some(name));
            fitting.map(|set| set.id.to_string()).collect()
        }
    })
}

/// The id of what was made. When the answer was lost, it is the one of this name that was not there before, if there
/// is exactly one.
pub(super) async fn settle(
    session: &ActiveSession,
    kind: ResourceKind,
    name: &str,
    before: &HashSet<String>,
    made: Asked<String>,
) -> Result<ResourceRef, AppError> {
    let error = match made {
        Ok(id) => return Ok(ResourceRef { kind, id }),
        Err(error) => error,
    };
    if error.may_have_run() {
        let now = named(session, kind, name).await.unwrap_or_default();
        let mut new = now.difference(before);
        if let (Some(id), None) = (new.next(), new.next()) {
            return Ok(ResourceRef { kind, id: id.clone() });
        }
    }
    Err(explain(session, kind, &error))
}
