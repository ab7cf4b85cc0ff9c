//! A set-up as the window gets it.

use crate::contract::flows::NamedObject;
use crate::contract::setup::{
    Setup, SetupChoice, SetupState, SetupStep, SetupSummary, StepKind, StepState,
};

use super::entry::Entry;
use super::live::Shown;
use super::words;

/// A set-up, whole. `writable`: this copy of the app may change it.
pub(crate) fn view(shown: Shown, writable: bool) -> Setup {
    let Shown { entry, address } = shown;
    Setup {
        elsewhere: None,
        steps: (0..entry.steps.len()).map(|at| view_step(&entry, at)).collect(),
        choices: if writable { choices(&entry) } else { Vec::new() },
        flow_id: entry.object(StepKind::Flow).map(|flow| flow.id.clone()),
        webhook_address: address,
        setup_id: entry.id,
        form: entry.form,
        sandbox: entry.scope.sandbox,
        state: entry.state,
        cause: entry.cause,
        undo_problem: entry.undo_problem,
        settles_at: entry.settles_at,
        started_at: entry.started_at,
        ended_at: entry.ended_at,
    }
}

/// A set-up of another sandbox or sign-in: to be looked at, without anything that opens or changes it.
pub(crate) fn view_elsewhere(shown: Shown) -> Setup {
    let elsewhere = Some(words::elsewhere(&shown.entry));
    Setup { elsewhere, ..view(Shown { address: None, ..shown }, false) }
}

/// A set-up in a line.
pub(crate) fn summary(entry: &Entry) -> SetupSummary {
    SetupSummary {
        setup_id: entry.id.clone(),
        name: entry.form.name.clone(),
        sandbox: entry.scope.sandbox.clone(),
        profile_name: entry.profile_name.clone(),
        state: entry.state,
        started_at: entry.started_at,
    }
}

/// An entry that nobody works on although it says so was interrupted: by a crash, a power cut, a kill.
pub(crate) fn interrupted(mut entry: Entry) -> Entry {
    match entry.state {
        SetupState::Running | SetupState::Stopping => {
            entry.state = SetupState::Stopped;
            entry.cause = Some(words::interrupted());
        }
        SetupState::Undoing => {
            entry.state = SetupState::UndoStopped;
            entry.undo_problem = Some(words::interrupted());
        }
        _ => return entry,
    }
    for step in &mut entry.steps {
        if step.is_pending() {
            step.state = StepState::Unclear;
        } else if step.state == StepState::Running {
            step.state = if step.object.is_some() { StepState::Done } else { StepState::Waiting };
        }
    }
    entry
}

/// What may be pressed.
pub(crate) fn choices(entry: &Entry) -> Vec<SetupChoice> {
    use SetupChoice::{Cancel, CreateAgain, Leave, Resume, Undo};
    match entry.state {
        SetupState::Running | SetupState::Undoing => vec![Cancel],
        SetupState::Stopped | SetupState::EndpointPending => vec![Resume, Undo, Leave],
        SetupState::Unclear => vec![Resume, CreateAgain, Undo, Leave],
        SetupState::UndoStopped => vec![Undo, Leave],
        SetupState::Left if entry.is_partly_undone() => vec![Undo],
        SetupState::Left => vec![Resume, Undo],
        SetupState::Stopping | SetupState::Undone | SetupState::Done => Vec::new(),
    }
}

fn view_step(entry: &Entry, at: usize) -> SetupStep {
    let step = &entry.steps[at];
    SetupStep {
        kind: step.kind,
        state: step.state,
        sentence: words::sentence(entry, at),
        object: step
            .object
            .as_ref()
            .map(|object| NamedObject { id: object.id.clone(), name: object.name.clone() }),
        took_ms: step.took_ms.and_then(|took| u64::try_from(took).ok()),
    }
}
