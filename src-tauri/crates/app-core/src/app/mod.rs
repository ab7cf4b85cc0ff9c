//! `App`: the ports and the session in use. One method per command, by topic file.

mod connecting;
mod drafts;
mod flows;
mod frame;
mod mapping;
mod profiles;
mod setup;
mod test_events;

use std::path::PathBuf;
use std::sync::Arc;

use crate::ports::{PracticeHost, SecretStore, SettingsStore};

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
}

impl App {
    /// Opens what is kept on disk. A store that cannot be read is set aside and reported as a notice, so this
    /// cannot fail.
    #[must_use]
    pub fn open(parts: Parts) -> Self {
        Self { parts: Arc::new(parts) }
    }
}
