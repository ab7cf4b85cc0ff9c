//! One check of a sign-in, and the checks of this run of the app. A check runs by itself; the window asks how it
//! stands. Its credentials stay in memory, so that "Check again" and saving need nothing typed twice.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::task::JoinHandle;
use uuid::Uuid;

use super::SignIn;
use crate::contract::app_state::Sandbox;
use crate::contract::connect::{CheckState, CheckStep, CheckStepId, ConnectionCheck};
use crate::contract::error::AppError;

/// How many checks are remembered; an older one has to be begun anew.
const MOST: usize = 8;

/// A check, running or done.
pub(crate) struct Check {
    /// What is checked, secret included.
    pub(crate) sign_in: SignIn,
    state: Mutex<ConnectionCheck>,
    task: Mutex<Option<JoinHandle<()>>>,
}

impl Check {
    fn new(sign_in: SignIn) -> Self {
        let steps = [
            (CheckStepId::SignIn, "Adobe issues an access token"),
            (CheckStepId::Sandboxes, "The sandboxes that this credential may use"),
            (CheckStepId::Schemas, "Schemas can be viewed"),
            (CheckStepId::Datasets, "Datasets can be viewed"),
            (CheckStepId::Sources, "Sources and dataflows can be viewed"),
            (CheckStepId::Mappings, "Mappings can be viewed"),
            (CheckStepId::Pendo, "Pendo is offered to your organisation"),
        ];
        let steps = steps.map(|(id, summary)| CheckStep {
            id,
            state: CheckState::Waiting,
            summary: summary.to_owned(),
            problem: None,
        });
        let state = ConnectionCheck {
            check_id: Uuid::new_v4().to_string(),
            steps: steps.to_vec(),
            sandboxes: Vec::new(),
            sandbox: None,
            done: false,
            usable: false,
        };
        Self { sign_in, state: Mutex::new(state), task: Mutex::default() }
    }

    /// How it stands now.
    pub(crate) fn view(&self) -> ConnectionCheck {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn change(&self, change: impl FnOnce(&mut ConnectionCheck)) {
        change(&mut self.state.lock().unwrap_or_else(PoisonError::into_inner));
    }

    fn step(&self, id: CheckStepId, change: impl FnOnce(&mut CheckStep)) {
        self.change(|state| {
            if let Some(step) = state.steps.iter_mut().find(|step| step.id == id) {
                change(step);
            }
        });
    }

    /// The step is under way.
    pub(super) fn begin(&self, id: CheckStepId) {
        self.step(id, |step| step.state = CheckState::Running);
    }

    /// The step passed.
    pub(super) fn pass(&self, id: CheckStepId, summary: String) {
        self.step(id, |step| {
            step.state = CheckState::Passed;
            step.summary = summary;
        });
    }

    /// The step failed.
    pub(super) fn fail(&self, id: CheckStepId, problem: AppError) {
        self.step(id, |step| {
            step.state = CheckState::Failed;
            step.summary.clone_from(&problem.title);
            step.problem = Some(problem);
        });
    }

    /// These sandboxes were found.
    pub(super) fn found(&self, sandboxes: Vec<Sandbox>) {
        self.change(|state| state.sandboxes = sandboxes);
    }

    /// Permissions are looked at in this sandbox; sign-in and sandboxes have passed.
    pub(super) fn usable_in(&self, sandbox: &str) {
        self.change(|state| {
            state.sandbox = Some(sandbox.to_owned());
            state.usable = true;
        });
    }

    /// Nothing more will change; what was not begun is skipped.
    pub(super) fn finish(&self) {
        self.change(|state| {
            let waiting = state.steps.iter_mut().filter(|step| step.state == CheckState::Waiting);
            waiting.for_each(|step| step.state = CheckState::Skipped);
            state.done = true;
        });
    }
}

impl Drop for Check {
    fn drop(&mut self) {
        let task = self.task.get_mut().unwrap_or_else(PoisonError::into_inner);
        if let Some(task) = task.take() {
            task.abort();
        }
    }
}

/// The checks of this run of the app, newest last.
#[derive(Default)]
pub(crate) struct Checks(Mutex<VecDeque<Arc<Check>>>);

impl Checks {
    /// Remembers a new check and starts it; one that is forgotten for it stops.
    pub(crate) fn start<W>(&self, sign_in: SignIn, work: impl FnOnce(Arc<Check>) -> W) -> Arc<Check>
    where
        W: Future<Output = ()> + Send + 'static,
    {
        let check = Arc::new(Check::new(sign_in));
        let task = tokio::spawn(work(Arc::clone(&check)));
        *check.task.lock().unwrap_or_else(PoisonError::into_inner) = Some(task);
        let mut checks = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if checks.len() == MOST {
            checks.pop_front();
        }
        checks.push_back(Arc::clone(&check));
        check
    }

    /// The check of this id.
    ///
    /// # Errors
    /// `not_found` when it is not remembered.
    pub(crate) fn get(&self, id: &str) -> Result<Arc<Check>, AppError> {
        let checks = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let found = checks.iter().find(|check| check.view().check_id == id);
        found.cloned().ok_or_else(|| AppError::gone("This check"))
    }
}
