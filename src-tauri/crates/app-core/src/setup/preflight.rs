//! Looking before the first write: reads only, side by side. Everything that is wrong comes back at once.

use aep_client::data_prep::Verdict;
use aep_client::{Result, Sandbox};

use crate::connect::not_offered;
use crate::contract::error::{AppError, ErrorCode, FieldProblem};
use crate::contract::mapping::{MappingSource, TargetField};
use crate::contract::setup::{Destination, SetupForm};
use crate::{mapping, starter};

use super::place::Place;
use super::shared_dataset;
use super::target::{Picked, Target, found, look_at, taken};

/// What was found.
#[derive(Debug, Default)]
pub(crate) struct Findings {
    /// What is wrong, by field.
    pub(crate) problems: Vec<FieldProblem>,
    /// What to know before pressing.
    pub(crate) warnings: Vec<String>,
    /// The error that says it best when nothing that was typed is wrong: source not offered, permission missing.
    pub(crate) refusal: Option<AppError>,
    /// What exists already.
    pub(crate) picked: Picked,
    /// The organisation's tenant id, where it is needed.
    pub(crate) tenant: Option<String>,
    /// Fields of the target schema, as far as they could be read.
    fields: Option<Vec<TargetField>>,
}

impl Findings {
    fn tell(&mut self, field: &str, message: impl Into<String>) {
        let message = message.into();
        let known = |problem: &FieldProblem| problem.field == field && problem.message == message;
        if !self.problems.iter().any(known) {
            self.problems.push(FieldProblem { field: field.to_owned(), message });
        }
    }

    /// Takes what a read gave. A missing permission is told beside the others; any other failure ends the look.
    fn take<T>(
        &mut self,
        place: &Place,
        read: Result<T>,
    ) -> std::result::Result<Option<T>, AppError> {
        match read {
            Ok(value) => Ok(Some(value)),
            Err(error) => {
                let told = place.explain(&error);
                if told.code != ErrorCode::PermissionMissing {
                    return Err(told);
                }
                self.tell("permissions", permission_sentence(&told));
                self.refusal.get_or_insert(told);
                Ok(None)
            }
        }
    }

    /// The error to stop with, if anything is wrong.
    pub(crate) fn into_error(self) -> Option<AppError> {
        if self.problems.is_empty() {
            return None;
        }
        let typed =
            |problem: &FieldProblem| !matches!(problem.field.as_str(), "source" | "permissions");
        match self.refusal {
            Some(refusal) if !self.problems.iter().any(typed) => {
                Some(AppError { fields: self.problems, ..refusal })
            }
            _ => Some(AppError::validation(self.problems)),
        }
    }
}

/// The parts of a form that are worth asking about: a field with a problem of its own is not.
struct Worth<'f> {
    name: Option<&'f str>,
    source: Option<&'f str>,
    dataset_name: Option<&'f str>,
}

impl<'f> Worth<'f> {
    fn of(form: &'f SetupForm, problems: &[FieldProblem]) -> Self {
        let good = |field: &str, text: &'f str| {
            let wrong = problems.iter().any(|problem| problem.field == field);
            (!wrong).then_some(text)
        };
        let dataset_name = match &form.destination {
            Destination::Starter { dataset_name }
            | Destination::Shape { dataset_name, .. }
            | Destination::ExistingSchema { dataset_name, .. } => {
                good("destination.datasetName", dataset_name)
            }
            Destination::ExistingDataset { .. } => None,
        };
        Self { name: good("name", &form.name), source: good("source", &form.source), dataset_name }
    }
}

/// Looks at everything that a tidy form depends on. `problems` are those of the form itself.
///
/// # Errors
/// What kept a read from being answered.
pub(crate) async fn inspect(
    place: &Place,
    form: &SetupForm,
    problems: Vec<FieldProblem>,
) -> std::result::Result<Findings, AppError> {
    let worth = Worth::of(form, &problems);
    let mut findings = Findings { problems, ..Findings::default() };
    let sandbox = &place.session.sandbox;
    let (offered, flows, datasets, target, expressions) = tokio::join!(
        is_offered(sandbox, worth.source),
        flows_named(sandbox, worth.name),
        datasets_named(sandbox, worth.dataset_name),
        look_at(sandbox, form, worth.dataset_name),
        bad_expressions(sandbox, form),
    );
    take_offer(&mut findings, place, worth.source, offered)?;
    if findings.take(place, flows)? == Some(true) {
        findings.tell("name", taken("dataflow", worth.name));
    }
    if findings.take(place, datasets)? == Some(true) {
        findings.tell("destination.datasetName", taken("dataset", worth.dataset_name));
    }
    if let Some(target) = findings.take(place, target)? {
        take_target(&mut findings, target);
    }
    for (line, message) in findings.take(place, expressions)?.unwrap_or_default() {
        findings.tell(&format!("lines.{line}"), message);
    }
    judge_lines(&mut findings, form);
    if let Some(dataset) = findings.picked.dataset.clone() {
        let shared = shared_dataset::warning(sandbox, &dataset, &source_name(form)).await;
        let shared = findings.take(place, shared)?.flatten();
        findings.warnings.extend(shared);
    }
    Ok(findings)
}

fn take_target(findings: &mut Findings, target: Target) {
    for (field, message) in target.problems {
        findings.tell(field, message);
    }
    findings.picked = target.picked;
    findings.tenant = target.tenant;
    findings.fields = target.fields;
}

fn take_offer(
    findings: &mut Findings,
    place: &Place,
    source: Option<&str>,
    offered: Result<bool>,
) -> std::result::Result<(), AppError> {
    if findings.take(place, offered)? == Some(false) {
        let refusal = not_offered(starter::source_or_first(source), &place.session.asker());
        findings.tell("source", refusal.title.clone());
        findings.refusal.get_or_insert(refusal);
    }
    Ok(())
}

fn judge_lines(findings: &mut Findings, form: &SetupForm) {
    let Some(fields) = findings.fields.take() else { return };
    if form.lines.is_empty() {
        return;
    }
    let vital = starter::source(&form.source).and_then(|source| source.vital_field.as_deref());
    for problem in mapping::verdict(&form.lines, &fields, None, vital).field_problems() {
        findings.tell(&problem.field, problem.message);
    }
}

fn source_name(form: &SetupForm) -> String {
    starter::source_or_first(Some(&form.source)).name.clone()
}

/// Organisations that are not offered a source, such as those not hosted on Azure, do not see it at all.
async fn is_offered(sandbox: &Sandbox, source: Option<&str>) -> Result<bool> {
    let Some(source) = source.and_then(starter::source) else { return Ok(true) };
    found(sandbox.connection_specs().get(&source.connection_spec_id.as_str().into()).await)
        .map(|spec| spec.is_some())
}

async fn flows_named(sandbox: &Sandbox, name: Option<&str>) -> Result<bool> {
    match name {
        Some(name) => sandbox.flows().find_by_name(name).await.map(|found| !found.is_empty()),
        None => Ok(false),
    }
}

async fn datasets_named(sandbox: &Sandbox, name: Option<&str>) -> Result<bool> {
    match name {
        Some(name) => sandbox.datasets().find_by_name(name).await.map(|found| !found.is_empty()),
        None => Ok(false),
    }
}

/// Typed expressions that the platform does not accept, by line.
async fn bad_expressions(sandbox: &Sandbox, form: &SetupForm) -> Result<Vec<(usize, String)>> {
    let mut bad = Vec::new();
    for (index, line) in form.lines.iter().enumerate() {
        let MappingSource::Expression { text } = &line.source else { continue };
        if let Verdict::Invalid(reason) = sandbox.expressions().validate(text).await? {
            bad.push((
                index,
                format!("Experience Platform does not accept this expression: {reason}"),
            ));
        }
    }
    Ok(bad)
}

fn permission_sentence(refusal: &AppError) -> String {
    let service = refusal.detail.as_ref().and_then(|detail| detail.service.as_deref());
    let service = service.unwrap_or("Experience Platform");
    format!(
        "Your role may not read what this needs ({service}). Your administrator can change that."
    )
}
