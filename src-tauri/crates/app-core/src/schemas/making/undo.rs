//! Taking back what was made, in reverse: the mark, the schema, the field group. Each removal is checked.

use aep_client::{Error, Sandbox};

use super::find::search;
use super::run::{PATIENCE, Runner};
use super::words;
use crate::contract::error::AppError;
use crate::contract::schema_form::MakingStep;
use crate::contract::setup::{SetupState, StepKind, StepState};
use crate::setup::remove::{is_gone_in_time, remove};

impl Runner {
    /// Removes what it made.
    pub(crate) async fn undo(mut self) {
        let problem = self.take_back().await.err();
        let state = match (&problem, self.work.is_stopping() && self.entry.has_made()) {
            (None, false) => SetupState::Undone,
            _ => SetupState::UndoStopped,
        };
        self.settle(state, problem).await;
    }

    async fn take_back(&mut self) -> Result<(), AppError> {
        for at in (0..self.entry.content.steps.len()).rev() {
            if self.work.is_stopping() {
                return Ok(());
            }
            self.take_back_one(at).await?;
        }
        Ok(())
    }

    async fn take_back_one(&mut self, at: usize) -> Result<(), AppError> {
        let kind = self.entry.content.steps[at].kind;
        if self.entry.content.steps[at].is_pending() {
            let found = search(&self.place, &self.work, &self.entry, kind, PATIENCE).await?;
            self.entry.content.steps[at].sent = found.is_some();
            self.entry.content.steps[at].object = found;
        }
        let step = &self.entry.content.steps[at];
        let Some(object) = step.object.clone().filter(|_| step.state != StepState::Removed) else {
            return Ok(());
        };
        self.entry.content.steps[at].state = StepState::Running;
        self.work.show(&self.entry);
        let removed = match kind {
            MakingStep::FieldGroup => self.remove(StepKind::FieldGroup, &object.id).await,
            MakingStep::Schema => self.remove(StepKind::Schema, &object.id).await,
            MakingStep::Identity => {
                let removed = unmark(&self.place.session.sandbox, &object.id).await;
                removed.map(|()| true).map_err(|error| self.place.explain(&error))
            }
            // It goes with its schema, if the platform lets that go.
            MakingStep::Profile => Ok(true),
        };
        match removed {
            Ok(true) => {}
            Ok(false) => return Err(words::still_there(kind, &object.name)),
            Err(error) => {
                self.entry.content.steps[at].state = StepState::Done;
                return Err(error);
            }
        }
        self.entry.content.steps[at].state = StepState::Removed;
        self.keep().await
    }

    /// Removes an object and looks whether it is gone.
    async fn remove(&self, kind: StepKind, id: &str) -> Result<bool, AppError> {
        let explain = |error| self.place.explain(&error);
        remove(&self.place.session.sandbox, kind, id).await.map_err(explain)?;
        is_gone_in_time(&self.place, kind, id).await.map_err(explain)
    }
}

async fn unmark(sandbox: &Sandbox, id: &str) -> Result<(), Error> {
    match sandbox.identity_descriptors().delete(&id.into()).await {
        Err(error) if !error.is_not_found() => Err(error),
        _ => Ok(()),
    }
}
