//! A deletion as the window gets it.

use crate::contract::removal::{
    Deletion, DeletionChoice, DeletionRow, DeletionState, RemovedObject, RowState, WebhookLeft,
};

use super::entry::{Entry, Row};
use super::live::Shown;
use super::words;

/// How a deletion is looked at.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Look {
    /// Somebody works on it.
    pub(crate) busy: bool,
    /// It belongs to the session in use, and this copy of the app may write.
    pub(crate) here: bool,
    /// It is practice mode's: nothing was ever sent from a source.
    pub(crate) practice: bool,
    /// This computer's time.
    pub(crate) now: i64,
}

/// A deletion, whole.
pub(crate) fn view(shown: Shown, look: Look) -> Deletion {
    let Shown { entry, undo_until, .. } = shown;
    let left = undo_until.map(|until| until.saturating_sub(look.now));
    let webhooks = if look.practice { Vec::new() } else { webhooks(&entry.rows) };
    Deletion {
        kind: entry.kind,
        state: entry.state,
        sandbox: entry.scope.sandbox.clone(),
        elsewhere: !look.here,
        undo_left_ms: left.map(|left| u64::try_from(left).unwrap_or(0)),
        rows: entry.rows.iter().map(|row| line(row, look.busy)).collect(),
        choices: if look.here { choices(&entry) } else { Vec::new() },
        webhooks,
        started_at: entry.started_at,
        problem: entry.problem,
        deletion_id: entry.id,
    }
}

/// Where webhooks have to be turned off, each source once.
fn webhooks(rows: &[Row]) -> Vec<WebhookLeft> {
    let mut left: Vec<WebhookLeft> = Vec::new();
    for source in rows.iter().filter_map(words::webhook_left) {
        if left.iter().all(|known| known.source != source.name) {
            left.push(WebhookLeft {
                source: source.name.clone(),
                turn_off: source.turn_off.clone(),
            });
        }
    }
    left
}

/// What may be pressed.
pub(crate) fn choices(entry: &Entry) -> Vec<DeletionChoice> {
    use DeletionChoice::{Close, Resume, Stop, Undo};
    match entry.state {
        DeletionState::Waiting => vec![Undo],
        DeletionState::Running => vec![Stop],
        DeletionState::Stopping => Vec::new(),
        DeletionState::Stopped => vec![Resume, Close],
        DeletionState::Undone | DeletionState::Lapsed | DeletionState::Done => vec![Close],
    }
}

/// An entry that nobody works on although it says so was cut off: by a crash, a power cut, a kill, or by quitting
/// before the first request.
pub(crate) fn interrupted(mut entry: Entry) -> Entry {
    match entry.state {
        DeletionState::Waiting => entry.state = DeletionState::Lapsed,
        DeletionState::Running | DeletionState::Stopping => {
            entry.state = DeletionState::Stopped;
            entry.problem.get_or_insert_with(words::interrupted);
        }
        _ => return entry,
    }
    for row in &mut entry.rows {
        if row.state == RowState::Running {
            row.state = RowState::Waiting;
        }
    }
    entry
}

fn line(row: &Row, busy: bool) -> DeletionRow {
    let objects = row.objects.iter().map(|object| RemovedObject {
        kind: object.kind,
        id: object.id.clone(),
        name: object.name.clone(),
        state: object.state,
        sentence: words::object(object, busy),
    });
    DeletionRow {
        flow_id: row.flow.as_ref().map(|flow| flow.id.clone()),
        name: row.name.clone(),
        state: row.state,
        sentence: words::row(row),
        objects: objects.collect(),
        problem: row.problem.clone(),
    }
}
