//! The request of each step: built from the entry alone, so that it comes out the same after a restart.

use aep_client::catalog::NewDataset;
use aep_client::data_prep::NewMappingSet;
use aep_client::flow_service::{MappingRef, NewFlow, NewSourceConnection, NewTargetConnection};
use aep_client::schema_registry::{NewFieldGroup, NewIdentityDescriptor, NewSchema};
use aep_client::{Sandbox, SchemaId};
use serde::Serialize;
use serde_json::Value;

use crate::contract::error::AppError;
use crate::contract::place::PlaceShape;
use crate::contract::schema_form::SchemaClass;
use crate::contract::setup::{Destination, StepKind};
use crate::mapping;
use crate::starter::{self, Source};

use super::entry::{Entry, Object};
use super::mark::marked;

/// What a step sends.
pub(crate) enum Body {
    FieldGroup(NewFieldGroup),
    Schema(NewSchema),
    Identity(NewIdentityDescriptor),
    Dataset(NewDataset),
    SourceConnection(NewSourceConnection),
    TargetConnection(NewTargetConnection),
    MappingSet(NewMappingSet),
    Flow(NewFlow),
}

impl Body {
    /// The request of the step at this place, whose predecessors are done.
    pub(crate) fn of(entry: &Entry, at: usize) -> Result<Self, AppError> {
        let name = entry.name_at(at);
        let mark = marked("", &entry.id);
        Ok(match entry.steps[at].kind {
            StepKind::FieldGroup => Self::FieldGroup(field_group(entry, &name, &mark)?),
            StepKind::Schema => Self::Schema(new_schema(entry, &name, &mark)?),
            StepKind::Identity => Self::Identity(identity(entry, at)?),
            StepKind::Dataset => Self::Dataset(dataset(entry, name)?.description(mark)),
            StepKind::SourceConnection => {
                Self::SourceConnection(source_connection(entry, name)?.description(mark))
            }
            StepKind::TargetConnection => {
                let dataset = id(entry, StepKind::Dataset)?.into();
                let target = NewTargetConnection::data_lake(name, &schema(entry)?, &dataset);
                Self::TargetConnection(target.description(mark))
            }
            StepKind::MappingSet => {
                let lines = mapping::to_data_prep(&entry.form.lines);
                Self::MappingSet(NewMappingSet::new(&schema(entry)?, lines))
            }
            StepKind::Flow => Self::Flow(flow(entry, name)?),
            StepKind::Check | StepKind::StreamingEndpoint => {
                return Err(AppError::internal("a step that only reads has no request"));
            }
        })
    }

    /// As the journal keeps it.
    pub(crate) fn to_json(&self) -> Value {
        match self {
            Self::FieldGroup(body) => json(body),
            Self::Schema(body) => json(body),
            Self::Identity(body) => json(body),
            Self::Dataset(body) => json(body),
            Self::SourceConnection(body) => json(body),
            Self::TargetConnection(body) => json(body),
            Self::MappingSet(body) => json(body),
            Self::Flow(body) => json(body),
        }
    }

    /// Sends it, once. `name` is what the object will be called.
    pub(crate) async fn send(self, sandbox: &Sandbox, name: String) -> aep_client::Result<Object> {
        let id = match self {
            Self::FieldGroup(body) => sandbox.field_groups().create(&body).await?.id.to_string(),
            Self::Schema(body) => sandbox.schemas().create(&body).await?.id.to_string(),
            Self::Identity(body) => {
                sandbox.identity_descriptors().create(&body).await?.id.to_string()
            }
            Self::Dataset(body) => sandbox.datasets().create(&body).await?.to_string(),
            Self::SourceConnection(body) => {
                sandbox.source_connections().create(&body).await?.id.to_string()
            }
            Self::TargetConnection(body) => {
                sandbox.target_connections().create(&body).await?.id.to_string()
            }
            Self::MappingSet(body) => {
                let made = sandbox.mapping_sets().create(&body).await?.reference();
                let mut object = Object::new(made.id.to_string(), name);
                object.facts.version = made.version;
                return Ok(object);
            }
            Self::Flow(body) => sandbox.flows().create(&body).await?.id.to_string(),
        };
        Ok(Object::new(id, name))
    }
}

fn field_group(entry: &Entry, name: &str, mark: &str) -> Result<NewFieldGroup, AppError> {
    let tenant = entry.tenant.as_deref();
    let tenant = tenant.ok_or_else(|| AppError::internal("the tenant has not been read"))?;
    let tenant = tenant.into();
    Ok(match &entry.form.destination {
        Destination::Shape { shape, .. } => {
            starter::own_field_group(&tenant, shape.class, name, mark, shape.fields.clone())
        }
        _ => source(entry)?.field_group(&tenant, name, mark),
    })
}

/// The class, the field group of its own where there is one, and those of Adobe's.
fn new_schema(entry: &Entry, name: &str, mark: &str) -> Result<NewSchema, AppError> {
    let Destination::Shape { shape, .. } = &entry.form.destination else {
        let own = id(entry, StepKind::FieldGroup)?;
        return Ok(starter::schema(SchemaClass::Event, [own], name, mark));
    };
    let own = match shape.fields.is_empty() {
        true => None,
        false => Some(id(entry, StepKind::FieldGroup)?),
    };
    let groups = own.into_iter().chain(shape.field_groups.iter().map(String::as_str));
    Ok(starter::schema(shape.class, groups, name, mark))
}

fn identity(entry: &Entry, at: usize) -> Result<NewIdentityDescriptor, AppError> {
    let identity = entry.identity_at(at);
    let identity = identity.ok_or_else(|| AppError::internal("there is no identity to mark"))?;
    let new = NewIdentityDescriptor::new(&schema(entry)?, &identity.path, &identity.namespace);
    Ok(new.primary(identity.primary))
}

fn dataset(entry: &Entry, name: String) -> Result<NewDataset, AppError> {
    let new = NewDataset::new(name, &schema(entry)?);
    let (Destination::Shape { shape: PlaceShape { tags, .. }, .. }
    | Destination::ExistingSchema { tags, .. }) = &entry.form.destination
    else {
        return Ok(new);
    };
    Ok(tags.iter().fold(new, |new, (key, values)| new.tag(key, values)))
}

fn source_connection(entry: &Entry, name: String) -> Result<NewSourceConnection, AppError> {
    Ok(NewSourceConnection::streaming(name, &source(entry)?.connection_spec_id.as_str().into()))
}

fn source(entry: &Entry) -> Result<&'static Source, AppError> {
    starter::source(&entry.form.source)
        .ok_or_else(|| AppError::internal("the source of this set-up is not known"))
}

fn flow(entry: &Entry, name: String) -> Result<NewFlow, AppError> {
    let mapping = object(entry, StepKind::MappingSet)?;
    let mapping = MappingRef { id: mapping.id.as_str().into(), version: mapping.facts.version };
    let spec = source(entry)?.flow_spec_id.as_str().into();
    let source = id(entry, StepKind::SourceConnection)?.into();
    let target = id(entry, StepKind::TargetConnection)?.into();
    let description = marked(&entry.form.description, &entry.id);
    // Without diagnostics a run says only that rows failed, never why (INGEST-1211-400).
    Ok(NewFlow::streaming(name, &source, &target, mapping)
        .flow_spec(&spec)
        .description(description)
        .error_diagnostics(true))
}

fn schema(entry: &Entry) -> Result<SchemaId, AppError> {
    Ok(id(entry, StepKind::Schema)?.into())
}

fn id(entry: &Entry, kind: StepKind) -> Result<&str, AppError> {
    object(entry, kind).map(|object| object.id.as_str())
}

fn object(entry: &Entry, kind: StepKind) -> Result<&Object, AppError> {
    entry.object(kind).ok_or_else(|| AppError::internal("an earlier step has not been done"))
}

fn json<T: Serialize>(body: &T) -> Value {
    serde_json::to_value(body).expect("bodies have no key that is not text")
}
