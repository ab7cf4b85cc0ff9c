//! Set-ups that this process works on, or did: what they look like right now, and how to stop them. One at a time
//! is worked on.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::contract::error::AppError;
use crate::contract::flows::WebhookAddress;
use crate::contract::setup::SetupState;
use crate::work;

use super::entry::Entry;
use super::view::interrupted;

/// The set-ups of this process, by id.
#[derive(Default)]
pub(crate) struct Live(Mutex<HashMap<String, Arc<Work>>>);

impl Live {
    /// Enters a set-up that is about to be worked on.
    ///
    /// # Errors
    /// `setup_under_way` while another one is.
    pub(crate) fn begin(&self, entry: Entry, what: &str) -> Result<Arc<Work>, AppError> {
        let mut works = self.lock();
        if let Some(busy) = works.values().find(|work| work.is_busy()) {
            return Err(AppError::setup_under_way(&busy.shown().entry.form.name, what));
        }
        let address = works.get(&entry.id).and_then(|work| work.shown().address.clone());
        let work = Arc::new(Work::new(entry, address));
        works.insert(work.shown().entry.id.clone(), Arc::clone(&work));
        Ok(work)
    }

    /// The set-up with this id, if this process has worked on it.
    pub(crate) fn get(&self, id: &str) -> Option<Arc<Work>> {
        self.lock().get(id).cloned()
    }

    /// Takes back the entering of a set-up that could not be noted: it looks as it did before.
    pub(crate) fn give_up(&self, id: &str, before: Option<Arc<Work>>) {
        let mut works = self.lock();
        match before {
            Some(before) => works.insert(id.to_owned(), before),
            None => works.remove(id),
        };
    }

    /// Forgets everything that belongs to an environment, such as practice mode when it ends.
    pub(crate) fn forget_environment(&self, environment: &str) {
        self.lock().retain(|_, work| work.shown().entry.scope.environment != environment);
    }

    /// The one that is worked on.
    pub(crate) fn busy(&self) -> Option<Arc<Work>> {
        self.lock().values().find(|work| work.is_busy()).cloned()
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<String, Arc<Work>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A set-up as it looks right now.
#[derive(Debug, Clone)]
pub(crate) struct Shown {
    pub(crate) entry: Entry,
    /// In memory only: whoever has it can write to the dataset.
    pub(crate) address: Option<WebhookAddress>,
}

/// One set-up that is, or was, worked on.
pub(crate) struct Work(work::Work<Shown>);

impl Work {
    fn new(entry: Entry, address: Option<WebhookAddress>) -> Self {
        Self(work::Work::new(Shown { entry, address }))
    }

    /// How it looks. What says that it is worked on although nobody does was cut off.
    pub(crate) fn shown(&self) -> Shown {
        let (mut shown, busy) = self.0.look();
        if !busy {
            shown.entry = interrupted(shown.entry);
        }
        shown
    }

    /// Shows a newer state. A stop that was asked for shows until the work has ended.
    pub(crate) fn show(&self, entry: &Entry) {
        let mut entry = entry.clone();
        if self.is_stopping() && entry.state == SetupState::Running {
            entry.state = SetupState::Stopping;
        }
        self.0.change(|shown| shown.entry = entry);
    }

    /// The address is known.
    pub(crate) fn show_address(&self, address: WebhookAddress) {
        self.0.change(|shown| shown.address = Some(address));
    }

    /// Asks to stop after the request under way.
    pub(crate) fn ask_to_stop(&self) {
        self.0.ask_to_stop();
        let entry = self.0.look().0.entry;
        self.show(&entry);
    }

    /// Whether it has been asked to stop.
    pub(crate) fn is_stopping(&self) -> bool {
        self.0.is_stopping()
    }

    /// Returns as soon as it is asked to stop.
    pub(crate) async fn asked_to_stop(&self) {
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
                shown.entry = entry.clone();
            }
        });
    }

    /// Waits for the work to end, but not longer than this; answers whether it has.
    pub(crate) async fn ended_within(&self, time: Duration) -> bool {
        self.0.ended_within(time).await
    }
}
