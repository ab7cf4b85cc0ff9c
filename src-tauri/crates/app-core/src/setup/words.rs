//! What a set-up says: a sentence for each step, and the errors that only a set-up has. In the words of the
//! product, with Adobe's names where a person has to look for something in Experience Platform.

use crate::contract::error::{Action, AppError, ErrorCode, ErrorDetail, Owner};
use crate::contract::setup::{SetupForm, StepKind, StepState};
use crate::starter;

use super::entry::Entry;

/// What a step makes, in the words of the product.
pub(crate) fn noun(kind: StepKind) -> &'static str {
    match kind {
        StepKind::Check => "check",
        StepKind::FieldGroup => "description of events",
        StepKind::Schema => "schema",
        StepKind::Identity => "identity mark",
        StepKind::Dataset => "dataset",
        StepKind::SourceConnection => "source connection",
        StepKind::TargetConnection => "target connection",
        StepKind::MappingSet => "mapping",
        StepKind::Flow => "dataflow",
        StepKind::StreamingEndpoint => "webhook address",
    }
}

/// The sentence of a step on screen.
pub(crate) fn sentence(entry: &Entry, at: usize) -> String {
    let step = &entry.steps[at];
    let name = step.object.as_ref().map_or_else(|| entry.name_at(at), |object| object.name.clone());
    match step.state {
        StepState::Picked => format!("Using the {} “{name}”", noun(step.kind)),
        StepState::Unclear => format!(
            "It is not known whether this was made. In Experience Platform, look for {}",
            sought(entry, at)
        ),
        StepState::Removed => format!("Removed and checked: {} “{name}”", noun(step.kind)),
        StepState::LeftBehind => {
            let object = step.object.as_ref();
            let reason = object.and_then(|object| object.facts.left_because.as_deref());
            let reason = reason.unwrap_or("it cannot be removed");
            format!("Stays behind: {} “{name}”, because {reason}", noun(step.kind))
        }
        StepState::Done => made(step.kind, &name, &entry.form),
        StepState::Waiting | StepState::Running | StepState::Failed => {
            making(step.kind, &name, &entry.form)
        }
    }
}

fn making(kind: StepKind, name: &str, form: &SetupForm) -> String {
    match kind {
        StepKind::Check => "Looking whether everything is in place".to_owned(),
        StepKind::FieldGroup => format!("Describing what an event carries: “{name}”"),
        StepKind::Schema => format!("Describing your events: “{name}”"),
        StepKind::Identity => format!("Saying whom an event is about: {name}"),
        StepKind::Dataset => format!("Making a place for them: “{name}”"),
        StepKind::SourceConnection => {
            format!("Saying where events come from: {}", source_name(form))
        }
        StepKind::TargetConnection => "Saying where events go: that place".to_owned(),
        StepKind::MappingSet => format!("Handing over {name}"),
        StepKind::Flow => "Joining source, mapping and target".to_owned(),
        StepKind::StreamingEndpoint => {
            "Getting the webhook address; Experience Platform may take up to a minute".to_owned()
        }
    }
}

fn source_name(form: &SetupForm) -> &'static str {
    starter::source(&form.source).map_or("another product", |known| &known.name)
}

fn made(kind: StepKind, name: &str, form: &SetupForm) -> String {
    match kind {
        StepKind::Check => "Everything is in place".to_owned(),
        StepKind::FieldGroup => format!("Described what an event carries: “{name}”"),
        StepKind::Schema => format!("Described your events: “{name}”"),
        StepKind::Identity => format!("Said whom an event is about: {name}"),
        StepKind::Dataset => format!("Made a place for them: “{name}”"),
        StepKind::SourceConnection => format!("Said where events come from: {}", source_name(form)),
        StepKind::TargetConnection => "Said where events go: that place".to_owned(),
        StepKind::MappingSet => format!("Handed over {name}"),
        StepKind::Flow => "Joined source, mapping and target".to_owned(),
        StepKind::StreamingEndpoint => "Got the webhook address".to_owned(),
    }
}

/// What to look for in Experience Platform, by Adobe's own name of it.
fn sought(entry: &Entry, at: usize) -> String {
    let name = entry.name_at(at);
    match entry.steps[at].kind {
        StepKind::MappingSet => "a mapping of the same lines".to_owned(),
        StepKind::FieldGroup => format!("a field group named “{name}”"),
        StepKind::Identity => {
            let schema = entry.object(StepKind::Schema).map_or("", |schema| schema.name.as_str());
            format!("an identity on the field {name} of the schema “{schema}”")
        }
        kind => format!("a {} named “{name}”", noun(kind)),
    }
}

/// A reply was lost, and the look-up did not tell what became of the request.
pub(crate) fn unclear(entry: &Entry, at: usize, lost: Option<AppError>) -> AppError {
    let kind = entry.steps[at].kind;
    let detail = lost.as_ref().and_then(|lost| lost.detail.clone());
    let why = lost.map_or_else(
        || "Inlet was closed before Adobe had answered.".to_owned(),
        |lost| format!("{}.", lost.title),
    );
    let hint = format!(
        "{why} A minute of looking has not shown it. Look for {} in Experience Platform, or look again later; \
         make it again only when it is not there.",
        sought(entry, at)
    );
    let title = format!("It is not known whether the {} was made", noun(kind));
    let plain = AppError::plain(ErrorCode::OutcomeUnknown, Owner::You, Action::Reload, title, hint);
    AppError { detail, ..plain }
}

/// The app was closed, or the computer went off, while the set-up was made.
pub(crate) fn interrupted() -> AppError {
    AppError::plain(
        ErrorCode::Internal,
        Owner::You,
        Action::Retry,
        "Inlet was closed before this was finished",
        "Nothing is lost. Resume looks first at what is there, and makes only what is missing.",
    )
}

/// A removed object does not disappear.
pub(crate) fn still_there(kind: StepKind, name: &str, id: &str) -> AppError {
    AppError::plain(
        ErrorCode::PlatformTrouble,
        Owner::Adobe,
        Action::Retry,
        format!("Experience Platform still shows the {} “{name}”", noun(kind)),
        "It took the removal, but has not carried it out. Try again in a few minutes.",
    )
    .with_detail(ErrorDetail { message: Some(id.to_owned()), ..ErrorDetail::default() })
}

/// Undo stopped half-way: the reason, and what is still there.
pub(crate) fn undo_stopped(entry: &Entry, problem: AppError) -> AppError {
    let left: Vec<String> = entry
        .steps
        .iter()
        .filter(|step| step.is_ours() && step.state != StepState::LeftBehind)
        .filter_map(|step| {
            let object = step.object.as_ref()?;
            Some(format!("{} “{}”", noun(step.kind), object.name))
        })
        .collect();
    if left.is_empty() {
        return problem;
    }
    let hint = format!("{} Still there: {}.", problem.hint, left.join(", "));
    AppError { hint, ..problem }
}

/// A set-up of another sandbox or sign-in.
pub(crate) fn elsewhere(entry: &Entry) -> AppError {
    AppError::plain(
        ErrorCode::Refused,
        Owner::You,
        Action::SignIn,
        format!(
            "“{}” belongs to the sandbox “{}” of “{}”",
            entry.form.name, entry.scope.sandbox, entry.profile_name
        ),
        "Move there first. What it made cannot be seen from here.",
    )
}

/// Something was pressed that the state does not allow, mostly because two windows show the same set-up.
pub(crate) fn not_now(entry: &Entry) -> AppError {
    AppError::plain(
        ErrorCode::Conflict,
        Owner::You,
        Action::Reload,
        format!("“{}” has moved on since", entry.form.name),
        "Look at how it stands now.",
    )
}
