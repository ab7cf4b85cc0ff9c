//! From the form to what will be made: which steps, and the name of each object.

use crate::contract::place::PlaceIdentity;
use crate::contract::setup::{Destination, PlannedObject, SetupForm, StepKind};

use super::target::Picked;

/// The steps of a set-up, in order.
pub(crate) fn steps(form: &SetupForm) -> Vec<StepKind> {
    let mut steps = vec![StepKind::Check];
    let (has_own_fields, identities) = match &form.destination {
        Destination::Starter { .. } => (true, 0),
        Destination::Shape { shape, .. } => (!shape.fields.is_empty(), shape.identities.len()),
        Destination::ExistingSchema { .. } | Destination::ExistingDataset { .. } => (false, 0),
    };
    if has_own_fields {
        steps.push(StepKind::FieldGroup);
    }
    steps.push(StepKind::Schema);
    steps.extend(std::iter::repeat_n(StepKind::Identity, identities));
    steps.extend([
        StepKind::Dataset,
        StepKind::SourceConnection,
        StepKind::TargetConnection,
        StepKind::MappingSet,
        StepKind::Flow,
        StepKind::StreamingEndpoint,
    ]);
    steps
}

/// The name that an object made by the step at this place gets: for an identity, the path of its field.
pub(crate) fn name_at(form: &SetupForm, steps: &[StepKind], at: usize) -> String {
    match identity_at(form, steps, at) {
        Some(identity) => identity.path.clone(),
        None => name_of(form, steps[at]),
    }
}

/// The identity field that the step at this place marks.
pub(crate) fn identity_at<'f>(
    form: &'f SetupForm,
    steps: &[StepKind],
    at: usize,
) -> Option<&'f PlaceIdentity> {
    let Destination::Shape { shape, .. } = &form.destination else { return None };
    if steps.get(at) != Some(&StepKind::Identity) {
        return None;
    }
    let before = steps[..at].iter().filter(|kind| **kind == StepKind::Identity).count();
    shape.identities.get(before)
}

/// The name that an object made by a step of this kind gets; empty for one that is picked.
fn name_of(form: &SetupForm, kind: StepKind) -> String {
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
        StepKind::Check | StepKind::Identity | StepKind::StreamingEndpoint => String::new(),
    }
}

/// Title of the field group of a dataset. Not the schema's, because the registry wants titles to be unique.
pub(crate) fn field_group_name(dataset: &str) -> String {
    format!("{dataset} fields")
}

/// The review: what will be made or used, in order.
pub(crate) fn review(form: &SetupForm, picked: &Picked) -> Vec<PlannedObject> {
    let steps = steps(form);
    let is_object =
        |kind: &StepKind| !matches!(kind, StepKind::Check | StepKind::StreamingEndpoint);
    let objects = steps.iter().enumerate().filter(|(_, kind)| is_object(kind));
    objects
        .map(|(at, step)| {
            let used = picked.at(*step);
            let name = used.map_or_else(|| name_at(form, &steps, at), |object| object.name.clone());
            PlannedObject { step: *step, name, made: used.is_none() }
        })
        .collect()
}

fn mapping_name(lines: usize) -> String {
    if lines == 1 { "1 field mapping".to_owned() } else { format!("{lines} field mappings") }
}
