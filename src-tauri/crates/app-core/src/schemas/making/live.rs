//! Makings that this process works on, or did: what they look like right now, and how to stop them.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::entry::Entry;
use super::view::interrupted;
use crate::contract::setup::SetupState;
use crate::work;

/// The makings of this process, by id.
#[derive(Default)]
pub(crate) struct Live(Mutex<HashMap<String, Arc<Work>>>);

impl Live {
    /// Enters one that is about to be worked on; nothing when somebody works on it already.
    pub(crate) fn begin(&self, entry: Entry) -> Option<Arc<Work>> {
        let mut works = self.lock();
        if works.get(&entry.id).is_some_and(|work| work.0.is_busy()) {
            return None;
        }
        let id = entry.id.clone();
        let work = Arc::new(Work(work::Work::new(entry)));
        works.insert(id, Arc::clone(&work));
        Some(work)
    }

    /// The one with this id, if this process has worked on it.
    pub(crate) fn get(&self, id: &str) -> Option<Arc<Work>> {
        self.lock().get(id).cloned()
    }

    /// Forgets one that could not be noted.
    pub(crate) fn give_up(&self, id: &str) {
        self.lock().remove(id);
    }

    /// Forgets everything that belongs to an environment, such as practice mode when it ends.
    pub(crate) fn forget_environment(&self, environment: &str) {
        self.lock().retain(|_, work| work.shown().scope.environment != environment);
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<String, Arc<Work>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// One making that is, or was, worked on.
pub(crate) struct Work(work::Work<Entry>);

impl Work {
    /// How it looks. What says that it is worked on although nobody does was cut off.
    pub(crate) fn shown(&self) -> Entry {
        let (entry, busy) = self.0.look();
        if busy { entry } else { interrupted(entry) }
    }

    /// Shows a newer state. A stop that was asked for shows until the work has ended.
    pub(super) fn show(&self, entry: &Entry) {
        let mut entry = entry.clone();
        if self.is_stopping() && entry.content.state == SetupState::Running {
            entry.content.state = SetupState::Stopping;
        }
        self.0.change(|shown| *shown = entry);
    }

    /// Asks to stop after the request under way.
    pub(crate) fn ask_to_stop(&self) {
        self.0.ask_to_stop();
        let entry = self.0.look().0;
        self.show(&entry);
    }

    /// Whether it has been asked to stop.
    pub(super) fn is_stopping(&self) -> bool {
        self.0.is_stopping()
    }

    /// Returns as soon as it is asked to stop.
    pub(super) async fn asked_to_stop(&self) {
        self.0.asked_to_stop().await;
    }

    /// Whether it is worked on.
    pub(crate) fn is_busy(&self) -> bool {
        self.0.is_busy()
    }

    /// Nobody works on it any more; `entry`, if given, is how it looks from now on.
    pub(crate) fn end(&self, entry: Option<&Entry>) {
        self.0.end(|shown| {
            if let Some(entry) = entry {
                shown.clone_from(entry);
            }
        });
    }
}
