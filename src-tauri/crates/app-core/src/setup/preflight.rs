//! Looking before the first write: reads only, side by side. Everything that is wrong comes back at once.

use aep_client::data_prep::Verdict;
use aep_client::schema_registry::Schema;
use aep_client::{Error, Result, Sandbox};
use serde_json::{Value, json};

use crate::connect::not_offered;
use crate::contract::error::{AppError, ErrorCode, FieldProblem};
use crate::contract::mapping::{MappingSource, TargetField};
use crate::contract::setup::{Destination, SetupForm, StepKind};
use crate::{mapping, starter};

use super::entry::Object;
use super::place::Place;
use super::plan::field_group_name;
use super::shared_dataset;

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

/// What was found.
#[derive(Debug, Default)]
pub(crate) struct Findings {
    /// What is wrong, by field.
    pub(crate) problems: Vec<FieldProblem>,
    /// What to know before pressing.
    pub(crate) warnings: Vec<String>,
    /// The error that says it best when nothing that was typed is wrong: Pendo not offered, permission missing.
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

/// Looks at everything that a tidy form depends on. `problems` are those of the form itself: fields that have one
/// are not asked about.
///
/// # Errors
/// What kept a read from being answered.
pub(crate) async fn inspect(
    place: &Place,
    form: &SetupForm,
    problems: Vec<FieldProblem>,
) -> std::result::Result<Findings, AppError> {
    let mut findings = Findings { problems, ..Findings::default() };
    let asked = |field: &str, text: &str| -> Option<String> {
        let wrong = findings.problems.iter().any(|problem| problem.field == field);
        (!wrong).then(|| text.to_owned())
    };
    let name = asked("name", &form.name);
    let source = asked("source", &form.source);
    let dataset_name = match &form.destination {
        Destination::Starter { dataset_name }
        | Destination::ExistingSchema { dataset_name, .. } => {
            asked("destination.datasetName", dataset_name)
        }
        Destination::ExistingDataset { .. } => None,
    };
    let sandbox = &place.session.sandbox;
    let (offered, flows, datasets, target, expressions) = tokio::join!(
        is_offered(sandbox, source.as_deref()),
        flows_named(sandbox, name.as_deref()),
        datasets_named(sandbox, dataset_name.as_deref()),
        target(sandbox, &form.destination, dataset_name.as_deref()),
        bad_expressions(sandbox, form),
    );
    take_offer(&mut findings, place, offered)?;
    if findings.take(place, flows)? == Some(true) {
        findings.tell(
            "name",
            format!("A dataflow named “{}” exists already. Choose another name.", form.name),
        );
    }
    if findings.take(place, datasets)? == Some(true) {
        findings.tell("destination.datasetName", taken("dataset", dataset_name.as_deref()));
    }
    if let Some(target) = findings.take(place, target)? {
        take_target(&mut findings, target);
    }
    for (line, message) in findings.take(place, expressions)?.unwrap_or_default() {
        findings.tell(&format!("lines.{line}"), message);
    }
    judge_lines(&mut findings, form);
    if let Some(dataset) = findings.picked.dataset.clone() {
        let shared = shared_dataset::warning(sandbox, &dataset).await;
        let shared = findings.take(place, shared)?.flatten();
        findings.warnings.extend(shared);
    }
    Ok(findings)
}

/// What is known of the target before anything is made.
#[derive(Default)]
struct Target {
    problems: Vec<(&'static str, String)>,
    picked: Picked,
    tenant: Option<String>,
    fields: Option<Vec<TargetField>>,
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
    offered: Result<bool>,
) -> std::result::Result<(), AppError> {
    if findings.take(place, offered)? == Some(false) {
        let refusal = not_offered(&place.session.asker());
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
    for problem in mapping::verdict(&form.lines, &fields, None).field_problems() {
        findings.tell(&problem.field, problem.message);
    }
}

/// Organisations that are not hosted on Azure do not see the source at all.
async fn is_offered(sandbox: &Sandbox, source: Option<&str>) -> Result<bool> {
    let Some(source) = source.and_then(starter::source) else { return Ok(true) };
    found(sandbox.connection_specs().get(&source.connection_spec_id.into()).await)
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

async fn target(sandbox: &Sandbox, to: &Destination, name: Option<&str>) -> Result<Target> {
    match to {
        Destination::Starter { .. } => starter_target(sandbox, name).await,
        Destination::ExistingSchema { schema_id, .. } => {
            schema_target(sandbox, schema_id, "destination.schemaId").await
        }
        Destination::ExistingDataset { dataset_id } => dataset_target(sandbox, dataset_id).await,
    }
}

async fn starter_target(sandbox: &Sandbox, name: Option<&str>) -> Result<Target> {
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
        problems.push(("destination.datasetName", taken("field group", group.as_deref())));
    }
    let fields = Some(starter::target_fields(&tenant));
    Ok(Target { problems, tenant: Some(tenant.to_string()), fields, picked: Picked::default() })
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
    let fields = Some(mapping::target_fields(&whole(&schema)));
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

/// A read of something that may not exist.
fn found<T>(read: Result<T>) -> Result<Option<T>> {
    match read {
        Ok(value) => Ok(Some(value)),
        Err(error) if is_absent(&error) => Ok(None),
        Err(error) => Err(error),
    }
}

/// An unknown sandbox answers 404 too, with codes of its own (2100 to 2106): that is no missing object.
fn is_absent(error: &Error) -> bool {
    let sandbox = error.problem().and_then(|problem| problem.short_code());
    error.is_not_found() && !sandbox.is_some_and(|code| code.starts_with("210"))
}

fn taken(what: &str, name: Option<&str>) -> String {
    format!("A {what} named “{}” exists already. Choose another name.", name.unwrap_or_default())
}

fn permission_sentence(refusal: &AppError) -> String {
    let service = refusal.detail.as_ref().and_then(|detail| detail.service.as_deref());
    let service = service.unwrap_or("Experience Platform");
    format!(
        "Your role may not read what this needs ({service}). Your administrator can change that."
    )
}

/// A schema as one JSON document, which is what its fields are read from.
fn whole(schema: &Schema) -> Value {
    let mut whole = json!(schema.extra);
    whole["properties"] = json!(schema.properties);
    whole["required"] = json!(schema.required);
    whole
}
