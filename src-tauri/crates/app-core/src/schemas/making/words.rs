//! What the making of a schema says: a sentence for each step, and the errors that only it has.

use aep_client::{Error, Origin};

use super::entry::Entry;
use crate::contract::error::{Action, AppError, ErrorCode, FieldProblem, Owner};
use crate::contract::schema_form::MakingStep;
use crate::contract::setup::StepState;

/// The sentence of a step on screen.
pub(super) fn sentence(kind: MakingStep, state: StepState, name: &str) -> String {
    match state {
        StepState::Unclear => {
            format!("It is not known whether this was done: {}", noun(kind, name))
        }
        StepState::Removed => format!("Removed and checked: {}", noun(kind, name)),
        StepState::Done => done(kind, name),
        _ => doing(kind, name),
    }
}

fn noun(kind: MakingStep, name: &str) -> String {
    match kind {
        MakingStep::FieldGroup => format!("field group “{name}”"),
        MakingStep::Schema => format!("schema “{name}”"),
        MakingStep::Identity => format!("identity field “{name}”"),
        MakingStep::Profile => format!("Profile for “{name}”"),
    }
}

fn doing(kind: MakingStep, name: &str) -> String {
    match kind {
        MakingStep::FieldGroup => format!("Describing the fields: “{name}”"),
        MakingStep::Schema => format!("Making the schema “{name}”"),
        MakingStep::Identity => format!("Marking {name} as identity"),
        MakingStep::Profile => "Enabling it for Profile".to_owned(),
    }
}

fn done(kind: MakingStep, name: &str) -> String {
    match kind {
        MakingStep::FieldGroup => format!("Described the fields: “{name}”"),
        MakingStep::Schema => format!("Made the schema “{name}”"),
        MakingStep::Identity => format!("Marked {name} as identity"),
        MakingStep::Profile => "Enabled it for Profile".to_owned(),
    }
}

/// What the platform refused, on the field of the form that caused it.
pub(super) fn refused(error: &Error, kind: MakingStep, plain: AppError) -> AppError {
    let Some(problem) = error.problem() else { return plain };
    if problem.origin != Origin::SchemaRegistry || problem.status != 400 {
        return plain;
    }
    let said = problem.detail.as_deref().or(problem.title.as_deref()).unwrap_or("no reason given");
    let adobe = || format!("Adobe does not accept this: {said}");
    let (field, message) = match (problem.short_code(), kind) {
        (Some("XDM-1521"), _) => (
            "title",
            "Another schema or field group has this title already. Choose another.".into(),
        ),
        (_, MakingStep::FieldGroup) => ("fields", adobe()),
        (_, MakingStep::Schema) => ("fieldGroups", adobe()),
        (_, MakingStep::Identity) => ("identity.path", adobe()),
        (_, MakingStep::Profile) => ("profile", adobe()),
    };
    let told = AppError::validation(vec![FieldProblem { field: field.to_owned(), message }]);
    AppError { detail: plain.detail, ..told }
}

/// A reply was lost, and the look-up did not show what became of the request.
pub(super) fn unclear(kind: MakingStep, lost: AppError) -> AppError {
    let what = match kind {
        MakingStep::FieldGroup => "the field group was made",
        MakingStep::Schema => "the schema was made",
        MakingStep::Identity => "the identity was marked",
        MakingStep::Profile => "the schema was enabled for Profile",
    };
    let plain = AppError::plain(
        ErrorCode::OutcomeUnknown,
        Owner::Adobe,
        Action::Retry,
        format!("It is not known whether {what}"),
        format!(
            "{}. Resume looks again first, and makes it only when it is not there. Titles are unique in \
             Experience Platform, so that nothing is made twice.",
            lost.title
        ),
    );
    AppError { detail: lost.detail, ..plain }
}

/// The app was closed, or the computer went off, while the schema was made.
pub(super) fn interrupted() -> AppError {
    AppError::plain(
        ErrorCode::Internal,
        Owner::You,
        Action::Retry,
        "Inlet was closed before this was finished",
        "Nothing is lost. Resume looks first at what is there, and makes only what is missing.",
    )
}

/// A removed object does not disappear.
pub(super) fn still_there(kind: MakingStep, name: &str) -> AppError {
    AppError::plain(
        ErrorCode::PlatformTrouble,
        Owner::Adobe,
        Action::Retry,
        format!("Experience Platform still shows the {}", noun(kind, name)),
        "It took the removal, but has not carried it out. Try again in a few minutes.",
    )
}

/// Something was pressed that the state does not allow, mostly because two windows show the same making.
pub(crate) fn not_now(entry: &Entry) -> AppError {
    AppError::plain(
        ErrorCode::Conflict,
        Owner::You,
        Action::Reload,
        format!("“{}” has moved on since", entry.content.form.title),
        "Look at how it stands now.",
    )
}
