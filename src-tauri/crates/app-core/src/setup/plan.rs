//! From the form to what will be made: which steps, and the name of each object.

use crate::contract::setup::{Destination, PlannedObject, SetupForm, StepKind};

use super::target::Picked;

/// The steps of a set-up, in order.
pub(crate) fn steps(form: &SetupForm) -> Vec<StepKind> {
    let mut steps = vec![StepKind::Check];
    if let Destination::Starter { .. } | Destination::Shape { .. } = form.destination {
        steps.push(StepKind::FieldGroup);
    }
    steps.extend([
        StepKind::Schema,
        StepKind::Dataset,
        StepKind::SourceConnection,
        StepKind::TargetConnection,
        StepKind::MappingSet,
        StepKind::Flow,
        StepKind::StreamingEndpoint,
    ]);
    steps
}

/// The name that an object made by a step gets; empty for one that is picked.
pub(crate) fn name_of(form: &SetupForm, kind: StepKind) -> String {
    let dataset = match &form.destination {
        Destination::Starter { dataset_name }
        | Destination::Shape { dataset_name, .. }
        | Destination::ExistingSchema { dataset_name, .. } => dataset_name.as_str(),
        Destination::ExistingDataset { .. } => "",
    };
    match kind {
        StepKind::FieldGroup => field_group_name(dataset),
        StepKind::Schema | StepKind::Dataset => dataset.to_owned(),
        StepKind::MappingSet => mapping_name(form.lines.len()),
        StepKind::SourceConnection | StepKind::TargetConnection | StepKind::Flow => {
            form.name.clone()
        }
        StepKind::Check | StepKind::StreamingEndpoint => String::new(),
    }
}

/// Title of the field group of a dataset. Not the schema's, because the registry wants titles to be unique.
pub(crate) fn field_group_name(dataset: &str) -> String {
    format!("{dataset} fields")
}

/// The review: what will be made or used, in order.
pub(crate) fn review(form: &SetupForm, picked: &Picked) -> Vec<PlannedObject> {
    let objects = steps(form)
        .into_iter()
        .filter(|kind| !matches!(kind, StepKind::Check | StepKind::StreamingEndpoint));
    objects
        .map(|step| {
            let used = picked.at(step);
            let name = used.map_or_else(|| name_of(form, step), |object| object.name.clone());
            PlannedObject { step, name, made: used.is_none() }
        })
        .collect()
}

fn mapping_name(lines: usize) -> String {
    if lines == 1 { "1 field mapping".to_owned() } else { format!("{lines} field mappings") }
}
