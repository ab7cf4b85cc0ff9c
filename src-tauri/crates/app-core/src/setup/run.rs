//! Walking the steps: what is noted, what is sent, what follows from the answer. No request to make anything
//! leaves before its intent is on the disk.

use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::contract::error::AppError;
use crate::contract::flows::WebhookAddress;
use crate::contract::setup::{SetupState, StepKind, StepState};

use super::body::Body;
use super::endpoint;
use super::entry::{Entry, Object};
use super::live::Work;
use super::outcome::Outcome;
use super::place::Place;
use super::preflight;
use super::search::{Search, search};
use super::words;

/// How long a new dataflow may drop events.
/// Source: <https://experienceleague.adobe.com/en/docs/experience-platform/sources/connectors/streaming/http>.
const SETTLING: Duration = Duration::from_secs(5 * 60);

/// Works on one set-up until it is done or stops.
pub(crate) struct Runner {
    pub(super) place: Place,
    pub(super) work: Arc<Work>,
    pub(super) entry: Entry,
    pending: Pending,
    began: Instant,
}

/// What to do about a step whose request may have been sent before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Pending {
    /// Look; what is not there long after it was sent, was not made.
    Look,
    /// Look, and never make it again: a person has been asked and has not said so.
    LookOnly,
    /// A person looked and says that it was not made.
    MakeAgain,
}

/// Why it stopped.
#[derive(Debug)]
pub(super) enum Halt {
    /// Asked to.
    Asked,
    /// Something failed.
    Failed(AppError),
    /// It is not known whether an object was made.
    Unclear(AppError),
    /// The dataflow exists, its streaming endpoint does not.
    EndpointPending,
}

impl Runner {
    pub(crate) fn new(place: Place, work: Arc<Work>, pending: Pending) -> Self {
        let entry = work.shown().entry;
        Self { place, work, entry, pending, began: Instant::now() }
    }

    /// Makes what is missing.
    pub(crate) async fn run(mut self) {
        self.entry.cause = None;
        self.entry.ended_at = None;
        let halt = self.walk().await.err();
        self.conclude(halt).await;
    }

    async fn walk(&mut self) -> Result<(), Halt> {
        while let Some(at) = self.entry.steps.iter().position(|step| !step.is_over()) {
            if self.work.is_stopping() {
                return Err(Halt::Asked);
            }
            self.began = Instant::now();
            match self.entry.steps[at].kind {
                StepKind::Check => self.check(at).await?,
                StepKind::StreamingEndpoint => self.wait_for_endpoint(at).await?,
                _ => self.make(at).await?,
            }
        }
        Ok(())
    }

    async fn check(&mut self, at: usize) -> Result<(), Halt> {
        self.begin(at);
        let found = preflight::inspect(&self.place, &self.entry.form, Vec::new()).await;
        let mut found = found.map_err(|error| self.failed(at, error))?;
        let picked = std::mem::take(&mut found.picked);
        self.entry.tenant = found.tenant.take();
        if let Some(error) = found.into_error() {
            return Err(self.failed(at, error));
        }
        for step in &mut self.entry.steps {
            if let Some(object) = picked.at(step.kind) {
                step.object = Some(object.clone());
                step.state = StepState::Picked;
            }
        }
        self.done(at);
        Ok(())
    }

    async fn make(&mut self, at: usize) -> Result<(), Halt> {
        let pending = std::mem::replace(&mut self.pending, Pending::Look);
        if self.entry.steps[at].is_pending() && pending != Pending::MakeAgain {
            self.begin(at);
            if let Some(object) = self.find(at, pending == Pending::Look, None).await? {
                self.made(at, object);
                return Ok(());
            }
        }
        let body = Body::of(&self.entry, at).map_err(Halt::Failed)?;
        self.intend(at, &body).await?;
        let name = self.entry.name_at(at);
        match Outcome::of(body.send(&self.place.session.sandbox, name).await) {
            Outcome::Made(object) => self.made(at, object),
            Outcome::NotMade(error) => {
                self.entry.steps[at].intent = None;
                return Err(self.failed(at, self.place.explain(&error)));
            }
            Outcome::Unknown(error) => {
                let lost = self.place.explain(&error);
                if let Some(object) = self.find(at, false, Some(lost)).await? {
                    self.made(at, object);
                }
            }
        }
        Ok(())
    }

    /// Notes what is about to be sent, together with what came of the step before: one write to the disk.
    async fn intend(&mut self, at: usize, body: &Body) -> Result<(), Halt> {
        self.begin(at);
        let step = &mut self.entry.steps[at];
        step.intent = Some(body.to_json());
        step.intent_at = Some(self.place.timer.now());
        if let Err(error) = self.place.keep(&self.entry).await {
            // Nothing was sent, so nothing is pending.
            let step = &mut self.entry.steps[at];
            (step.intent, step.intent_at, step.state) = (None, None, StepState::Waiting);
            return Err(Halt::Failed(error));
        }
        Ok(())
    }

    /// Looks for what a request without an answer made; `None`: surely nothing.
    async fn find(
        &mut self,
        at: usize,
        absence_counts: bool,
        lost: Option<AppError>,
    ) -> Result<Option<Object>, Halt> {
        let found = search(&self.place, &self.work, &self.entry, at, absence_counts).await;
        match found.map_err(Halt::Failed)? {
            Search::Found(object) => Ok(Some(object)),
            Search::Absent => Ok(None),
            Search::Stopped => Err(Halt::Asked),
            Search::Unclear => Err(Halt::Unclear(words::unclear(&self.entry, at, lost))),
        }
    }

    async fn wait_for_endpoint(&mut self, at: usize) -> Result<(), Halt> {
        self.begin(at);
        match self.endpoint().await {
            Ok(address) => {
                self.work.show_address(address);
                self.done(at);
                Ok(())
            }
            Err(halt) => {
                self.entry.steps[at].state = StepState::Waiting;
                Err(halt)
            }
        }
    }

    async fn endpoint(&mut self) -> Result<WebhookAddress, Halt> {
        let flow = self.entry.object(StepKind::Flow);
        let flow = flow.ok_or_else(|| Halt::Failed(AppError::internal("there is no dataflow")))?;
        let id = flow.id.clone();
        if let Some(address) = endpoint::read(&self.place, &id).await.map_err(Halt::Failed)? {
            return Ok(address);
        }
        // The dataflow's id must be on the disk before a minute is spent on waiting.
        self.keep().await?;
        endpoint::wait(&self.place, &self.work, &id).await
    }

    fn begin(&mut self, at: usize) {
        self.entry.steps[at].state = StepState::Running;
        self.work.show(&self.entry);
    }

    fn made(&mut self, at: usize, object: Object) {
        let step = &mut self.entry.steps[at];
        step.object = Some(object);
        if step.kind == StepKind::Flow {
            let settling = i64::try_from(SETTLING.as_millis()).unwrap_or(i64::MAX);
            self.entry.settles_at = Some(self.place.session.now().saturating_add(settling));
        }
        self.done(at);
    }

    fn done(&mut self, at: usize) {
        let step = &mut self.entry.steps[at];
        step.state = StepState::Done;
        step.took_ms = i64::try_from(self.began.elapsed().as_millis()).ok();
        self.work.show(&self.entry);
    }

    fn failed(&mut self, at: usize, error: AppError) -> Halt {
        self.entry.steps[at].state = StepState::Failed;
        Halt::Failed(error)
    }

    /// Keeps the entry as it stands.
    pub(super) async fn keep(&mut self) -> Result<(), Halt> {
        self.work.show(&self.entry);
        self.place.keep(&self.entry).await.map_err(Halt::Failed)
    }

    async fn conclude(&mut self, halt: Option<Halt>) {
        let (state, cause) = match halt {
            None => (SetupState::Done, None),
            Some(Halt::Asked) => (SetupState::Stopped, None),
            Some(Halt::EndpointPending) => (SetupState::EndpointPending, None),
            Some(Halt::Unclear(cause)) => (SetupState::Unclear, Some(cause)),
            Some(Halt::Failed(cause)) => (SetupState::Stopped, Some(cause)),
        };
        self.entry.state = state;
        self.entry.cause = cause;
        self.settle().await;
    }

    /// The work ends: what is still pending shows as unclear, and the entry is kept. A disk that is full does not
    /// change what happened; the entry is right in memory, and on disk it stands as interrupted.
    pub(super) async fn settle(&mut self) {
        for step in &mut self.entry.steps {
            if step.is_pending() {
                step.state = StepState::Unclear;
            } else if step.state == StepState::Running {
                step.state = StepState::Waiting;
            }
        }
        self.entry.ended_at = Some(self.place.session.now());
        if let Err(error) = self.place.keep(&self.entry).await {
            tracing::warn!(code = ?error.code, "the end of a set-up could not be noted");
            // What is done stays done: the next start finds the end again.
            if self.entry.state != SetupState::Done {
                self.entry.cause.get_or_insert(error);
            }
        }
        self.work.end(Some(&self.entry));
    }
}

/// However the work ends, nobody may wait for it in vain.
impl Drop for Runner {
    fn drop(&mut self) {
        self.work.end(None);
    }
}
