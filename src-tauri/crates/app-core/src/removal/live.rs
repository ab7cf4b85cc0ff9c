//! Deletions that this process works on, or did, and plans that wait to be started.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::contract::removal::DeletionState;
use crate::work;

use super::entry::Entry;
use super::plan::Plan;
use super::view::interrupted;

/// How long a deletion can be undone before its first request.
pub(crate) const UNDO: Duration = Duration::from_secs(10);
/// How many plans are kept: those of dialogs that were closed are of no use.
const PLANS: usize = 8;

/// One deletion that is, or was, worked on.
pub(crate) type Work = work::Work<Shown>;

/// A deletion as it looks right now.
#[derive(Debug, Clone)]
pub(crate) struct Shown {
    pub(crate) entry: Entry,
    /// Until when it can be undone, by this computer's clock.
    pub(crate) undo_until: Option<i64>,
    /// The app is being closed: what can still be undone is not sent, and stays noted as waiting.
    pub(crate) closing: bool,
}

/// The deletions of this process.
#[derive(Default)]
pub(crate) struct Live {
    works: Mutex<HashMap<String, Arc<Work>>>,
    plans: Mutex<Vec<Plan>>,
    /// Removing is done by one deletion at a time; others wait for their turn.
    pub(crate) turn: Arc<tokio::sync::Mutex<()>>,
}

impl Live {
    /// Enters a deletion that is about to be worked on.
    pub(crate) fn begin(&self, entry: Entry, undo_until: Option<i64>) -> Arc<Work> {
        let id = entry.id.clone();
        let work = Arc::new(Work::new(Shown { entry, undo_until, closing: false }));
        self.works().insert(id, Arc::clone(&work));
        work
    }

    /// The deletion with this id, if this process has worked on it.
    pub(crate) fn get(&self, id: &str) -> Option<Arc<Work>> {
        self.works().get(id).cloned()
    }

    /// Forgets a deletion that nobody works on.
    pub(crate) fn forget(&self, id: &str) {
        self.works().remove(id);
    }

    /// Forgets everything that belongs to an environment, such as practice mode when it ends.
    pub(crate) fn forget_environment(&self, environment: &str) {
        self.works().retain(|_, work| work.look().0.entry.scope.environment != environment);
    }

    /// Those that are worked on.
    pub(crate) fn busy(&self) -> Vec<Arc<Work>> {
        self.works().values().filter(|work| work.is_busy()).cloned().collect()
    }

    /// Keeps a plan until it is started.
    pub(crate) fn keep_plan(&self, plan: Plan) {
        let mut plans = self.plans();
        plans.push(plan);
        let too_many = plans.len().saturating_sub(PLANS);
        plans.drain(..too_many);
    }

    /// A plan that was made before.
    pub(crate) fn plan(&self, id: &str) -> Option<Plan> {
        self.plans().iter().find(|plan| plan.shown.plan_id == id).cloned()
    }

    /// A plan has been started: it is used up.
    pub(crate) fn drop_plan(&self, id: &str) {
        self.plans().retain(|plan| plan.shown.plan_id != id);
    }

    fn works(&self) -> MutexGuard<'_, HashMap<String, Arc<Work>>> {
        self.works.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn plans(&self) -> MutexGuard<'_, Vec<Plan>> {
        self.plans.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Work {
    /// How it looks. What says that it is worked on although nobody does was cut off.
    pub(crate) fn shown(&self) -> Shown {
        let (shown, busy) = self.look();
        if busy {
            return shown;
        }
        Shown { entry: interrupted(shown.entry), undo_until: None, closing: shown.closing }
    }

    /// Shows a newer state. A stop that was asked for shows until the work has ended.
    pub(crate) fn show(&self, entry: &Entry) {
        let mut entry = entry.clone();
        if self.is_stopping() && entry.state == DeletionState::Running {
            entry.state = DeletionState::Stopping;
        }
        self.change(|shown| shown.entry = entry);
    }
}
