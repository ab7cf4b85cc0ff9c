//! Undo: what a set-up made is removed in reverse order, each removal checked by reading again. What was only
//! picked is never touched.

use crate::contract::error::AppError;
use crate::contract::setup::{SetupState, StepKind, StepState};

use super::entry::Step;
use super::remove::{Removal, is_gone_in_time, is_there, remove, writer_into};
use super::run::{Halt, Runner};
use super::search::{Search, search};
use super::words;

impl Runner {
    /// Removes what was made.
    pub(crate) async fn undo(mut self) {
        self.entry.undo_problem = None;
        self.entry.ended_at = None;
        let halt = self.walk_back().await.err();
        self.conclude_undo(halt).await;
    }

    async fn walk_back(&mut self) -> Result<(), Halt> {
        self.keep().await?;
        if let Some(at) = self.entry.pending() {
            self.adopt_or_give_up(at).await?;
        }
        for at in (0..self.entry.steps.len()).rev() {
            let step = &self.entry.steps[at];
            if !step.is_ours() || step.state == StepState::LeftBehind {
                continue;
            }
            if self.work.is_stopping() {
                return Err(Halt::Asked);
            }
            self.take_back(at).await?;
        }
        Ok(())
    }

    /// A request without an answer may have made something: it is looked for, so that it can be removed too.
    async fn adopt_or_give_up(&mut self, at: usize) -> Result<(), Halt> {
        let found = search(&self.place, &self.work, &self.entry, at, true).await;
        match found.map_err(Halt::Failed)? {
            Search::Found(object) => {
                let step = &mut self.entry.steps[at];
                (step.object, step.state) = (Some(object), StepState::Done);
                self.keep().await
            }
            Search::Stopped => Err(Halt::Asked),
            Search::Absent => {
                let step = &mut self.entry.steps[at];
                (step.intent, step.state) = (None, StepState::Waiting);
                Ok(())
            }
            // What it needs must not be removed under it, and nobody may read that all is gone.
            Search::Unclear => Err(Halt::Unclear(words::unclear(&self.entry, at, None))),
        }
    }

    async fn take_back(&mut self, at: usize) -> Result<(), Halt> {
        self.entry.steps[at].state = StepState::Running;
        self.work.show(&self.entry);
        match self.try_to_remove(at).await {
            Ok(None) => self.entry.steps[at].state = StepState::Removed,
            Ok(Some(reason)) => self.leave_behind(at, reason),
            Err(error) => {
                self.entry.steps[at].state = StepState::Failed;
                return Err(Halt::Failed(error));
            }
        }
        self.keep().await
    }

    /// Removes the object of a step. `Some`: it stays behind, for this reason.
    async fn try_to_remove(&mut self, at: usize) -> Result<Option<&'static str>, AppError> {
        let kind = self.entry.steps[at].kind;
        let sandbox = self.place.session.sandbox.clone();
        let Some(object) = self.entry.steps[at].object.clone() else { return Ok(None) };
        if self.is_needed_by_what_stays(kind) {
            return Ok(Some("what stays needs it"));
        }
        let there = is_there(&sandbox, kind, &object.id).await;
        if !there.map_err(|error| self.place.explain(&error))? {
            let hidden = "it is not found: somebody removed it, or it is hidden from this sign-in";
            return Ok((!object.facts.seen).then_some(hidden));
        }
        if kind == StepKind::Dataset {
            let writer = writer_into(&sandbox, &object.id).await;
            if writer.map_err(|error| self.place.explain(&error))?.is_some() {
                return Ok(Some("other connections write to it by now"));
            }
        }
        self.note_as_seen(at).await?;
        let removal = remove(&sandbox, kind, &object.id).await;
        if let Removal::NotOffered = removal.map_err(|error| self.place.explain(&error))? {
            return Ok(Some("Experience Platform offers no way to remove it; it does no harm"));
        }
        self.wait_until_gone(at).await
    }

    /// A dataset that stays needs its schema as it is, and both need the field group.
    fn is_needed_by_what_stays(&self, kind: StepKind) -> bool {
        let needing: &[StepKind] = match kind {
            StepKind::FieldGroup => &[StepKind::Schema, StepKind::Dataset],
            StepKind::Schema | StepKind::Identity => &[StepKind::Dataset],
            _ => &[],
        };
        let stays = |step: &Step| step.state == StepState::LeftBehind;
        self.entry.steps.iter().any(|step| needing.contains(&step.kind) && stays(step))
    }

    /// From here on "not found" means "gone", also after a crash in the middle.
    async fn note_as_seen(&mut self, at: usize) -> Result<(), AppError> {
        let object = self.entry.steps[at].object.as_mut();
        let newly = object.is_some_and(|object| !std::mem::replace(&mut object.facts.seen, true));
        if newly { self.place.keep(&self.entry).await } else { Ok(()) }
    }

    async fn wait_until_gone(&mut self, at: usize) -> Result<Option<&'static str>, AppError> {
        let kind = self.entry.steps[at].kind;
        let Some(object) = self.entry.steps[at].object.clone() else { return Ok(None) };
        let gone = is_gone_in_time(&self.place, kind, &object.id).await;
        match (gone.map_err(|error| self.place.explain(&error))?, kind) {
            (true, _) => Ok(None),
            // The call is not documented: an answer without an effect is no surprise.
            (false, StepKind::MappingSet) => {
                Ok(Some("Experience Platform keeps it; it does no harm"))
            }
            (false, _) => Err(words::still_there(kind, &object.name, &object.id)),
        }
    }

    fn leave_behind(&mut self, at: usize, reason: &str) {
        let step = &mut self.entry.steps[at];
        step.state = StepState::LeftBehind;
        if let Some(object) = &mut step.object {
            object.facts.left_because = Some(reason.to_owned());
        }
    }

    async fn conclude_undo(&mut self, halt: Option<Halt>) {
        match halt {
            None => self.entry.state = SetupState::Undone,
            Some(halt) => {
                self.entry.state = SetupState::UndoStopped;
                if let Halt::Failed(problem) | Halt::Unclear(problem) = halt {
                    self.entry.undo_problem = Some(words::undo_stopped(&self.entry, problem));
                }
            }
        }
        self.settle().await;
    }
}
