//! Long work of this process: what it looks like right now, how to ask it to stop, how to wait for its end. What
//! the work is about is for its owner to know.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::watch;

/// One piece of work that is, or was, under way.
pub(crate) struct Work<T> {
    state: Mutex<State<T>>,
    stop: watch::Sender<bool>,
    ended: watch::Sender<bool>,
}

/// What looks are taken of, in one piece.
struct State<T> {
    shown: T,
    busy: bool,
}

impl<T: Clone> Work<T> {
    /// Work that begins.
    pub(crate) fn new(shown: T) -> Self {
        let state = Mutex::new(State { shown, busy: true });
        Self { state, stop: watch::Sender::new(false), ended: watch::Sender::new(false) }
    }

    /// How it looks, and whether somebody works on it.
    pub(crate) fn look(&self) -> (T, bool) {
        let state = self.lock();
        (state.shown.clone(), state.busy)
    }

    /// Changes how it looks.
    pub(crate) fn change(&self, change: impl FnOnce(&mut T)) {
        change(&mut self.lock().shown);
    }

    /// Asks to stop after the request under way.
    pub(crate) fn ask_to_stop(&self) {
        self.stop.send_replace(true);
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
        self.lock().busy
    }

    /// Nobody works on it any more; `shown` changes how it looks from now on.
    pub(crate) fn end(&self, shown: impl FnOnce(&mut T)) {
        let mut state = self.lock();
        state.busy = false;
        shown(&mut state.shown);
        drop(state);
        self.ended.send_replace(true);
    }

    /// Waits for the work to end, but not longer than this; answers whether it has.
    pub(crate) async fn ended_within(&self, time: Duration) -> bool {
        let mut ended = self.ended.subscribe();
        tokio::time::timeout(time, ended.wait_for(|ended| *ended)).await.is_ok()
    }

    fn lock(&self) -> MutexGuard<'_, State<T>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
