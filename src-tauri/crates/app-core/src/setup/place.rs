//! Where a set-up works: its own hold of a session, which outlives a change of sandbox or sign-in in the window.

use std::sync::Arc;
use std::time::Duration;

use crate::app::ActiveSession;
use crate::contract::error::AppError;
use crate::kept::on_disk;
use crate::ports::Timer;

use super::entry::Entry;

/// A session, and the timer to wait by.
#[derive(Clone)]
pub(crate) struct Place {
    pub(crate) session: Arc<ActiveSession>,
    pub(crate) timer: Arc<dyn Timer>,
}

impl Place {
    /// What an error of the platform means.
    pub(crate) fn explain(&self, error: &aep_client::Error) -> AppError {
        self.session.explain(error)
    }

    /// Keeps an entry on disk.
    pub(crate) async fn keep(&self, entry: &Entry) -> Result<(), AppError> {
        let record = entry.to_record();
        on_disk(&self.session.history, move |history| history.save_setup(&record)).await
    }

    /// Seconds since an earlier time of this computer's clock.
    pub(crate) fn since(&self, earlier: i64) -> Duration {
        let passed = self.timer.now().saturating_sub(earlier);
        Duration::from_millis(u64::try_from(passed).unwrap_or(0))
    }
}
