//! A making as the window gets it.

use super::entry::{Entry, Step};
use super::words;
use crate::contract::schema_form::{MakingLine, MakingStep, MakingStepShown, SchemaMaking};
use crate::contract::setup::{SetupChoice, SetupState, StepState};

/// A making, whole.
pub(crate) fn view(entry: &Entry) -> SchemaMaking {
    let schema = entry.object(MakingStep::Schema).map(|schema| schema.id.clone());
    SchemaMaking {
        making_id: entry.id.clone(),
        title: entry.content.form.title.clone(),
        state: entry.content.state,
        steps: entry.content.steps.iter().map(|step| shown(entry, step)).collect(),
        cause: entry.content.cause.clone(),
        choices: choices(entry),
        has_made: entry.has_made(),
        schema_id: schema.filter(|_| entry.content.state != SetupState::Undone),
    }
}

/// A making in a line.
pub(crate) fn line(entry: &Entry) -> MakingLine {
    MakingLine {
        making_id: entry.id.clone(),
        title: entry.content.form.title.clone(),
        state: entry.content.state,
        started_at: entry.content.started_at,
    }
}

/// What may be pressed.
pub(crate) fn choices(entry: &Entry) -> Vec<SetupChoice> {
    use SetupChoice::{Cancel, Leave, Resume, Undo};
    match entry.content.state {
        SetupState::Running | SetupState::Undoing => vec![Cancel],
        SetupState::Stopped | SetupState::Left => vec![Resume, Undo, Leave],
        SetupState::UndoStopped => vec![Undo, Leave],
        _ => Vec::new(),
    }
}

/// An entry that nobody works on although it says so was interrupted: by a crash, a power cut, a kill.
pub(crate) fn interrupted(mut entry: Entry) -> Entry {
    let content = &mut entry.content;
    content.state = match content.state {
        SetupState::Running | SetupState::Stopping => SetupState::Stopped,
        SetupState::Undoing => SetupState::UndoStopped,
        _ => return entry,
    };
    content.cause = Some(words::interrupted());
    for step in &mut content.steps {
        if step.is_pending() {
            step.state = StepState::Unclear;
        } else if step.state == StepState::Running {
            step.state = if step.object.is_some() { StepState::Done } else { StepState::Waiting };
        }
    }
    entry
}

fn shown(entry: &Entry, step: &Step) -> MakingStepShown {
    let name = entry.name_of(step.kind);
    MakingStepShown {
        kind: step.kind,
        state: step.state,
        sentence: words::sentence(step.kind, step.state, &name),
        object: step.object.clone(),
    }
}
