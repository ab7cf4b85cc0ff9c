//! What a deletion says: a sentence for each row and object, and the errors that only a deletion has.

use crate::contract::error::{Action, AppError, ErrorCode, FieldProblem, Owner};
use crate::contract::removal::{RemovalKind, RemovalState, RowState};
use crate::starter::{self, Source};

use super::entry::{Entry, Object, Row};

/// The sentence of an object. `busy`: somebody works on the deletion.
pub(super) fn object(object: &Object, busy: bool) -> String {
    let because = object.because.as_deref().unwrap_or_default();
    match object.state {
        RemovalState::Waiting => "Not deleted yet".to_owned(),
        RemovalState::Running if busy => "Being deleted and looked for again".to_owned(),
        RemovalState::Running => "May be deleted already. Resume looks first".to_owned(),
        RemovalState::Removed => "Deleted and checked".to_owned(),
        RemovalState::AlreadyGone => "Was gone already".to_owned(),
        RemovalState::LeftBehind => format!("Left behind: {because}"),
        RemovalState::Stays if because.is_empty() => "Stays, as you chose".to_owned(),
        RemovalState::Stays => format!("Stays. {because}"),
        RemovalState::Failed => "Could not be deleted".to_owned(),
    }
}

/// The sentence of a row.
pub(super) fn row(row: &Row) -> String {
    match row.state {
        RowState::Waiting if row.objects.iter().any(Object::is_gone) => left(row),
        RowState::Waiting => "Waits".to_owned(),
        RowState::Running => "Being deleted".to_owned(),
        RowState::Changed => {
            "Someone changed it since the plan was made, so nothing of it was deleted. Look at it again."
                .to_owned()
        }
        RowState::Failed => left(row),
        RowState::Done => done(row),
    }
}

fn done(row: &Row) -> String {
    let state = |wanted| row.objects.iter().any(|object| object.state == wanted);
    let left: Vec<&Object> =
        row.objects.iter().filter(|object| object.state == RemovalState::LeftBehind).collect();
    if row.flow.is_none() {
        return match left.first().and_then(|object| object.because.as_deref()) {
            Some(because) => format!("Could not be deleted: {because}."),
            None if state(RemovalState::Stays) => "Stays: a dataflow uses it by now.".to_owned(),
            None if state(RemovalState::Removed) => "Deleted and checked.".to_owned(),
            None => "Was gone already.".to_owned(),
        };
    }
    let said =
        if state(RemovalState::Removed) { "Deleted and checked." } else { "Was gone already." };
    match left.as_slice() {
        [] => said.to_owned(),
        [one] => format!("{said} Left behind: the {} “{}”.", one.kind.noun(), one.name),
        many => format!("{said} Left behind: {} objects.", many.len()),
    }
}

/// What of a row is still there.
fn left(row: &Row) -> String {
    let left: Vec<String> = row
        .objects
        .iter()
        .filter(|object| !object.is_over())
        .map(|object| format!("{} “{}”", object.kind.noun(), object.name))
        .collect();
    if row.objects.iter().any(Object::is_gone) {
        format!("Deleted in part. Still there: {}.", left.join(", "))
    } else {
        "Nothing of it was deleted so far.".to_owned()
    }
}

/// The app was closed, or the computer went off, in the middle.
pub(super) fn interrupted() -> AppError {
    AppError::plain(
        ErrorCode::Internal,
        Owner::You,
        Action::Retry,
        "Inlet was closed before this was finished",
        "Resume looks first at what is still there, and deletes only that.",
    )
}

/// The notice after a start: the app was closed within the time to think again.
pub(crate) fn closed_too_early(entry: &Entry) -> (String, String) {
    let what = match (entry.rows.as_slice(), entry.rows.first().and_then(|row| row.flow.as_ref())) {
        ([one], _) => format!("“{}” was", one.name),
        (many, Some(_)) => format!("{} dataflows were", many.len()),
        (many, None) => format!("{} objects were", many.len()),
    };
    (
        format!("{what} not deleted"),
        format!(
            "Inlet was closed before the ten seconds of Undo were over, so nothing was sent. Delete again in “{}” if you still want to.",
            entry.scope.sandbox
        ),
    )
}

/// What was typed is not what the plan asks for.
pub(crate) fn not_confirmed(wanted: &str) -> AppError {
    AppError::validation(vec![FieldProblem {
        field: "confirmation".to_owned(),
        message: format!("This is production. Type “{wanted}” to delete."),
    }])
}

/// A plan that is not known any more, or belongs to another sandbox.
pub(crate) fn plan_is_gone() -> AppError {
    AppError::plain(
        ErrorCode::Conflict,
        Owner::You,
        Action::Reload,
        "This plan is not valid any more",
        "Nothing was deleted. Open it again to see how things stand now.",
    )
}

/// Something was pressed that the state does not allow.
pub(crate) fn not_now() -> AppError {
    AppError::plain(
        ErrorCode::Conflict,
        Owner::You,
        Action::Reload,
        "This deletion has moved on since",
        "Look at how it stands now.",
    )
}

/// The source in which the webhook of a removed dataflow has to be turned off.
pub(super) fn webhook_left(row: &Row) -> Option<&'static Source> {
    let gone = |object: &Object| object.kind == RemovalKind::Flow && object.is_gone();
    let source = row.source.as_deref().and_then(starter::source)?;
    row.objects.iter().any(gone).then_some(source)
}
