//! Where the events go, as it is before anything is made: names that are free, schema and dataset that are picked,
//! fields that a record may have.

use aep_client::{Result, Sandbox, TenantId};

use crate::contract::mapping::TargetField;
use crate::contract::place::PlaceShape;
use crate::contract::setup::{Destination, SetupForm, StepKind};
use crate::mapping::{self, Planned};
use crate::starter::source_or_first;

use super::entry::Object;
use super::plan::field_group_name;

pub(super) use crate::mapping::found;

/// Objects that exist and are only used.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Picked {
    pub(crate) schema: Option<Object>,
    pub(crate) dataset: Option<Object>,
}

impl Picked {
    /// The object that this step would make, if it is picked instead.
    pub(crate) fn at(&self, kind: StepKind) -> Option<&Object> {
        match kind {
            StepKind::Schema => self.schema.as_ref(),
            StepKind::Dataset => self.dataset.as_ref(),
            _ => None,
        }
    }
}

/// What is known of the target before anything is made.
#[derive(Default)]
pub(super) struct Target {
    pub(super) problems: Vec<(&'static str, String)>,
    pub(super) picked: Picked,
    pub(super) tenant: Option<String>,
    pub(super) fields: Option<Vec<TargetField>>,
}

/// Looks at the destination of a form. `name` is that of a new dataset, unless it is wrong already.
pub(super) async fn look_at(
    sandbox: &Sandbox,
    form: &SetupForm,
    name: Option<&str>,
) -> Result<Target> {
    match &form.destination {
        Destination::Starter { .. } => {
            let source = source_or_first(Some(&form.source));
            let (mut target, tenant) = new_target(sandbox, name).await?;
            target.fields = Some(source.target_fields(&tenant));
            Ok(target)
        }
        Destination::Shape { shape, .. } => {
            let (mut target, tenant) = new_target(sandbox, name).await?;
            let planned = mapping::planned(sandbox, &tenant, shape).await?;
            target.problems.extend(shape_problems(sandbox, shape, &planned).await?);
            target.fields = Some(planned.fields);
            Ok(target)
        }
        Destination::ExistingSchema { schema_id, .. } => {
            schema_target(sandbox, schema_id, "destination.schemaId").await
        }
        Destination::ExistingDataset { dataset_id } => dataset_target(sandbox, dataset_id).await,
    }
}

/// A schema and a dataset that are still to be made.
async fn new_target(sandbox: &Sandbox, name: Option<&str>) -> Result<(Target, TenantId)> {
    let named = async {
        let Some(name) = name else { return Ok((false, false)) };
        let group = field_group_name(name);
        let (groups, schemas) = (sandbox.field_groups(), sandbox.schemas());
        let (groups, schemas) =
            tokio::join!(groups.find_by_title(&group), schemas.find_by_title(name));
        Ok((!groups?.is_empty(), !schemas?.is_empty()))
    };
    let tenant = sandbox.tenant();
    let (stats, named) = tokio::join!(tenant.stats(), named);
    let tenant = stats?.tenant_id;
    let (group_taken, schema_taken): (bool, bool) = named?;
    let mut problems = Vec::new();
    if schema_taken {
        problems.push(("destination.datasetName", taken("schema", name)));
    }
    if group_taken {
        let group = name.map(field_group_name);
        problems
            .push(("destination.datasetName", taken("description of events", group.as_deref())));
    }
    let target = Target { problems, tenant: Some(tenant.to_string()), ..Target::default() };
    Ok((target, tenant))
}

/// What a recipe's place wants and cannot have. The recipe was read for this sandbox, so that this is what has
/// changed since.
async fn shape_problems(
    sandbox: &Sandbox,
    shape: &PlaceShape,
    planned: &Planned,
) -> Result<Vec<(&'static str, String)>> {
    let absent = planned.absent.iter().map(|id| {
        let message = format!(
            "Adobe’s ready-made fields “{id}” are not offered to this organisation any more. Read the recipe again."
        );
        ("destination.fieldGroups", message)
    });
    let mut problems: Vec<_> = absent.collect();
    if shape.identities.iter().filter(|identity| identity.primary).count() > 1 {
        let message = "A schema has one primary identity at most. Read the recipe again.";
        problems.push(("destination.identities", message.to_owned()));
    }
    let namespaces = mapping::namespaces_for(sandbox, shape).await?;
    for identity in &shape.identities {
        if let Some(unfit) = mapping::unfit_identity(identity, &planned.fields, &namespaces) {
            let message = format!(
                "“{}” cannot be marked as identity: {unfit}. Read the recipe again.",
                identity.path
            );
            problems.push(("destination.identities", message));
        }
    }
    Ok(problems)
}

async fn schema_target(sandbox: &Sandbox, id: &str, field: &'static str) -> Result<Target> {
    if id.trim().is_empty() {
        return Ok(Target::default());
    }
    let Some(schema) = found(sandbox.schemas().get_full(&id.into()).await)? else {
        let message = "This schema is not there any more. Choose another.".to_owned();
        return Ok(Target { problems: vec![(field, message)], ..Target::default() });
    };
    if !mapping::holds_events(&schema) {
        let message = "This schema describes records, not events. Choose one of the class XDM ExperienceEvent.";
        return Ok(Target { problems: vec![(field, message.to_owned())], ..Target::default() });
    }
    let fields = Some(mapping::schema_fields(&schema));
    let schema = Some(Object::new(schema.id.to_string(), schema.title).seen());
    Ok(Target { picked: Picked { schema, dataset: None }, fields, ..Target::default() })
}

async fn dataset_target(sandbox: &Sandbox, id: &str) -> Result<Target> {
    const FIELD: &str = "destination.datasetId";
    if id.trim().is_empty() {
        return Ok(Target::default());
    }
    let Some(dataset) = found(sandbox.datasets().get(&id.into()).await)? else {
        let message = "This dataset is not there any more. Choose another.".to_owned();
        return Ok(Target { problems: vec![(FIELD, message)], ..Target::default() });
    };
    let Some(schema) = &dataset.schema_ref else {
        let message = "This dataset has no schema. Choose another.".to_owned();
        return Ok(Target { problems: vec![(FIELD, message)], ..Target::default() });
    };
    let mut target = schema_target(sandbox, schema.id.as_str(), FIELD).await?;
    target.picked.dataset = Some(Object::new(dataset.id.to_string(), dataset.name).seen());
    Ok(target)
}

/// The sentence for a name that is not free.
pub(super) fn taken(what: &str, name: Option<&str>) -> String {
    format!("A {what} named “{}” exists already. Choose another name.", name.unwrap_or_default())
}
