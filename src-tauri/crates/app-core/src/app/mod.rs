//! `App`: the ports and the session in use. One method per command, by topic file.

mod accounts;
mod activity;
mod change;
mod clean_up;
mod connecting;
mod drafts;
mod error_book;
mod flows;
mod frame;
pub(crate) mod free_names;
mod inspector;
mod kept_sandboxes;
mod mapping;
mod mapping_help;
mod mapping_sets;
mod overview;
mod profiles;
mod reach;
mod recipes;
mod removal;
mod replacement;
mod resources;
mod resume;
mod run_history;
mod runs;
mod schemas;
mod secrets;
mod session;
mod setup;
mod switching;
mod test_events;
mod under_way;

use std::path::PathBuf;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use aep_client::RetryPolicy;
use local_history::History;
use url::Url;

use crate::connect::Checks;
use crate::credentials::HeldSecrets;
use crate::ports::{MemorySecrets, PracticeHost, SecretStore, SettingsStore, SystemTimer, Timer};
use crate::setup::Live;

pub(crate) use session::ActiveSession;

/// What the host hands over.
pub struct Parts {
    /// Folder for the journal and everything else that this app keeps.
    pub data_dir: PathBuf,
    /// Where secrets go.
    pub secrets: Arc<dyn SecretStore>,
    /// Where settings and saved sign-ins go.
    pub settings: Arc<dyn SettingsStore>,
    /// Starts practice mode's emulator.
    pub practice: Arc<dyn PracticeHost>,
    /// Version of the app, for the window.
    pub version: String,
    /// True for the dev host: nothing but loopback platforms may be used.
    pub loopback_only: bool,
}

/// The application. Cheap to clone; every clone is the same one.
#[derive(Clone)]
pub struct App {
    parts: Arc<Parts>,
    session: Arc<RwLock<Option<Arc<ActiveSession>>>>,
    /// The journal on disk; practice mode has one of its own in its session.
    history: Arc<History>,
    /// Secrets that could not go to the keychain, until the app is closed.
    until_closed: Arc<MemorySecrets>,
    keychain: Arc<secrets::KeychainWatch>,
    /// Whether the sign-in last used has been tried since the start.
    resumed: Arc<AtomicBool>,
    held: Arc<HeldSecrets>,
    checks: Arc<Checks>,
    /// Set-ups that this process works on, or did.
    setups: Arc<Live>,
    /// Deletions that this process works on, or did.
    deletions: Arc<crate::removal::Live>,
    /// Schemas that this process makes, or made.
    makings: Arc<crate::schemas::making::Live>,
    /// The last look for what is left over.
    scan: Arc<Mutex<Option<Arc<crate::removal::Scan>>>>,
    /// Events that are, or were, looked at before they are sent.
    inspections: Arc<crate::inspect::Inspections>,
    timer: Arc<dyn Timer>,
    suggested: Option<Url>,
    retry: RetryPolicy,
}

impl App {
    /// Opens what is kept on disk. A store that cannot be read is set aside and reported as a notice, so this
    /// cannot fail.
    #[must_use]
    pub fn open(parts: Parts) -> Self {
        let history = History::open(&parts.data_dir).unwrap_or_else(History::refusing);
        Self {
            parts: Arc::new(parts),
            session: Arc::default(),
            history: Arc::new(history),
            until_closed: Arc::default(),
            keychain: Arc::default(),
            resumed: Arc::default(),
            held: Arc::default(),
            checks: Arc::default(),
            setups: Arc::default(),
            deletions: Arc::default(),
            makings: Arc::default(),
            scan: Arc::default(),
            inspections: Arc::default(),
            timer: Arc::new(SystemTimer),
            suggested: None,
            retry: RetryPolicy::default(),
        }
    }

    /// Suggests a platform of one's own on Connect; for work on the window.
    #[must_use]
    pub fn suggesting(self, platform: &Url) -> Self {
        Self { suggested: Some(platform.clone()), ..self }
    }

    /// Pauses otherwise between tries; for tests and measurements.
    #[must_use]
    pub fn retrying(self, retry: RetryPolicy) -> Self {
        Self { retry, ..self }
    }

    /// Waits by another clock; for tests.
    #[must_use]
    pub fn timed_by(self, timer: Arc<dyn Timer>) -> Self {
        Self { timer, ..self }
    }

    /// The session in use.
    ///
    /// # Errors
    /// `not_connected` when nobody is signed in.
    pub(crate) fn session(&self) -> Result<Arc<ActiveSession>, crate::contract::error::AppError> {
        self.session_if_any().ok_or_else(crate::contract::error::AppError::not_connected)
    }

    /// The session in use, if there is one.
    pub(crate) fn session_if_any(&self) -> Option<Arc<ActiveSession>> {
        self.session.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Puts a session in place of the one in use. When that ends practice mode, its set-ups are gone too.
    pub(crate) fn set_session(&self, session: Option<Arc<ActiveSession>>) {
        self.inspections.keep_only(session.as_deref());
        let kept = session.as_ref().map(|session| Arc::clone(&session.history));
        let before = {
            let mut at = self.session.write().unwrap_or_else(PoisonError::into_inner);
            std::mem::replace(&mut *at, session)
        };
        let Some(before) = before.filter(|before| before.is_practice()) else { return };
        if !kept.is_some_and(|kept| Arc::ptr_eq(&kept, &before.history)) {
            self.setups.forget_environment(&before.scope.environment);
            self.deletions.forget_environment(&before.scope.environment);
            self.makings.forget_environment(&before.scope.environment);
        }
    }

    /// The journal that belongs to what the person is doing: practice mode's own, or the one on disk.
    pub(crate) fn history(&self) -> Arc<History> {
        match self.session_if_any() {
            Some(session) => Arc::clone(&session.history),
            None => Arc::clone(&self.history),
        }
    }
}
