//! Set-ups that this process works on, or did: what they look like right now, and how to stop them. One at a time
//! is worked on.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::watch;

use crate::contract::error::AppError;
use crate::contract::flows::WebhookAddress;
use crate::contract::setup::SetupState;

use super::entry::Entry;

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

    /// Takes back the entering of a set-up that could not be noted.
    pub(crate) fn forget(&self, id: &str) {
        self.lock().remove(id);
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
pub(crate) struct Work {
    shown: Mutex<Shown>,
    stop: watch::Sender<bool>,
    busy: watch::Sender<bool>,
}

impl Work {
    fn new(entry: Entry, address: Option<WebhookAddress>) -> Self {
        let shown = Mutex::new(Shown { entry, address });
        Self { shown, stop: watch::Sender::new(false), busy: watch::Sender::new(true) }
    }

    /// How it looks.
    pub(crate) fn shown(&self) -> Shown {
        self.lock().clone()
    }

    /// Shows a newer state. A stop that was asked for shows until the work has ended.
    pub(crate) fn show(&self, entry: &Entry) {
        let mut entry = entry.clone();
        if self.is_stopping() && entry.state == SetupState::Running {
            entry.state = SetupState::Stopping;
        }
        self.lock().entry = entry;
    }

    /// The address is known.
    pub(crate) fn show_address(&self, address: WebhookAddress) {
        self.lock().address = Some(address);
    }

    /// Asks to stop after the request under way.
    pub(crate) fn ask_to_stop(&self) {
        self.stop.send_replace(true);
        let entry = self.shown().entry;
        self.show(&entry);
    }

    /// Whether it has been asked to stop.
    pub(crate) fn is_stopping(&self) -> bool {
        *self.stop.borrow()
    }

    /// Returns as soon as it is asked to stop.
    pub(crate) async fn asked_to_stop(&self) {
        let mut stop = self.stop.subscribe();
        // The sender lives in `self`, so this cannot fail before it is true.
        let _ = stop.wait_for(|stop| *stop).await;
    }

    /// Whether it is worked on.
    pub(crate) fn is_busy(&self) -> bool {
        *self.busy.borrow()
    }

    /// Nobody works on it any more.
    pub(crate) fn end(&self) {
        self.busy.send_replace(false);
    }

    /// Waits for the work to end, but not longer than this; answers whether it has.
    pub(crate) async fn ended_within(&self, time: Duration) -> bool {
        let mut busy = self.busy.subscribe();
        tokio::time::timeout(time, busy.wait_for(|busy| !busy)).await.is_ok()
    }

    fn lock(&self) -> MutexGuard<'_, Shown> {
        self.shown.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
