//! Walking the steps: what is noted, what is sent, what follows from the answer. No request that makes anything
//! leaves before it is noted on the disk.

use std::sync::Arc;
use std::time::Duration;

use super::entry::Entry;
use super::find::search;
use super::live::Work;
use super::request::Request;
use super::words;
use crate::contract::error::AppError;
use crate::contract::flows::NamedObject;
use crate::contract::schema_form::MakingStep;
use crate::contract::setup::{SetupState, StepState};
use crate::kept::on_disk;
use crate::setup::{Place, has_no_effect};

/// How long to look for what a lost reply may have made.
pub(super) const PATIENCE: Duration = Duration::from_secs(30);

/// Works on one making until it is done or stops.
pub(crate) struct Runner {
    pub(super) place: Place,
    pub(super) work: Arc<Work>,
    pub(super) entry: Entry,
}

/// Why it stopped.
pub(super) enum Halt {
    /// Asked to.
    Asked,
    /// Something failed.
    Failed(AppError),
}

impl From<AppError> for Halt {
    fn from(error: AppError) -> Self {
        Self::Failed(error)
    }
}

impl Runner {
    pub(crate) fn new(place: Place, work: Arc<Work>) -> Self {
        let entry = work.shown();
        Self { place, work, entry }
    }

    /// Makes what is missing.
    pub(crate) async fn run(mut self) {
        let halt = self.walk().await.err();
        let (state, cause) = match halt {
            None => (SetupState::Done, None),
            Some(Halt::Asked) => (SetupState::Stopped, None),
            Some(Halt::Failed(cause)) => (SetupState::Stopped, Some(cause)),
        };
        // Nothing was made: there is nothing to go on with or to take back.
        let state = if state == SetupState::Stopped && !self.entry.has_made() {
            SetupState::Undone
        } else {
            state
        };
        self.settle(state, cause).await;
    }

    async fn walk(&mut self) -> Result<(), Halt> {
        while let Some(at) = self.entry.content.steps.iter().position(|step| !step.is_over()) {
            if self.work.is_stopping() {
                return Err(Halt::Asked);
            }
            self.make(at).await?;
        }
        Ok(())
    }

    async fn make(&mut self, at: usize) -> Result<(), Halt> {
        let kind = self.entry.content.steps[at].kind;
        self.entry.content.steps[at].state = StepState::Running;
        self.work.show(&self.entry);
        let was_sent = self.entry.content.steps[at].is_pending();
        if was_sent && let Some(object) = self.search(kind).await? {
            self.made(at, object);
            return Ok(());
        }
        let request = Request::of(&self.entry, kind)?;
        self.entry.content.steps[at].sent = true;
        if let Err(error) = self.keep().await {
            // Nothing was sent, so nothing is pending.
            self.entry.content.steps[at].sent = false;
            self.entry.content.steps[at].state = StepState::Waiting;
            return Err(error.into());
        }
        match request.send(&self.place.session.sandbox, self.entry.name_of(kind)).await {
            Ok(object) => self.made(at, object),
            // What was sent before may still be there, and be what this one is refused for.
            Err(error) if has_no_effect(&error) && was_sent => {
                return Err(words::unclear(kind, self.place.explain(&error)).into());
            }
            Err(error) if has_no_effect(&error) => {
                let step = &mut self.entry.content.steps[at];
                (step.sent, step.state) = (false, StepState::Failed);
                return Err(words::refused(&error, kind, self.place.explain(&error)).into());
            }
            Err(error) => match self.search(kind).await? {
                Some(object) => self.made(at, object),
                None if self.work.is_stopping() => return Err(Halt::Asked),
                None => return Err(words::unclear(kind, self.place.explain(&error)).into()),
            },
        }
        Ok(())
    }

    async fn search(&self, kind: MakingStep) -> Result<Option<NamedObject>, AppError> {
        search(&self.place, &self.work, &self.entry, kind, PATIENCE).await
    }

    fn made(&mut self, at: usize, object: NamedObject) {
        let step = &mut self.entry.content.steps[at];
        (step.object, step.state) = (Some(object), StepState::Done);
        self.work.show(&self.entry);
    }

    /// Keeps the entry as it stands.
    pub(super) async fn keep(&self) -> Result<(), AppError> {
        keep(&self.place, &self.entry).await
    }

    /// The work ends. A disk that is full does not change what happened: the next start finds the end again.
    pub(super) async fn settle(&mut self, state: SetupState, cause: Option<AppError>) {
        for step in &mut self.entry.content.steps {
            if step.is_pending() {
                step.state = StepState::Unclear;
            } else if step.state == StepState::Running {
                step.state = StepState::Waiting;
            }
        }
        (self.entry.content.state, self.entry.content.cause) = (state, cause);
        if let Err(error) = self.keep().await {
            tracing::warn!(code = ?error.code, "the end of making a schema could not be noted");
            if state != SetupState::Done {
                self.entry.content.cause.get_or_insert(error);
            }
        }
        self.work.end(Some(&self.entry));
    }
}

/// Keeps an entry on disk.
pub(super) async fn keep(place: &Place, entry: &Entry) -> Result<(), AppError> {
    let record = entry.to_record();
    on_disk(&place.session.history, move |history| history.save_making(&record)).await
}

/// However the work ends, nobody may wait for it in vain.
impl Drop for Runner {
    fn drop(&mut self) {
        self.work.end(None);
    }
}
