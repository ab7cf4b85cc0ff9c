//! An app in practice mode on an emulator that the test holds too: it can look at the requests, plan trouble and
//! move the clock.

use std::sync::Arc;

use aep_emulator::{Builder, Emulator};
use app_core::contract::error::AppError;
use app_core::ports::{MemorySecrets, MemorySettings, Practice, PracticeHost};
use app_core::{App, Parts};
use async_trait::async_trait;
use tempfile::TempDir;

use crate::client::unhurried;

/// The sandbox that the app and [`crate::client::sandbox`] use.
pub const SANDBOX: &str = "dev";

/// An app, the platform that it talks to, and its data folder.
pub struct TestApp {
    /// The app; practice mode is on.
    pub app: App,
    /// Its platform.
    pub emulator: Arc<Emulator>,
    /// Its data folder; removed when the test ends.
    pub folder: TempDir,
}

impl TestApp {
    /// An app on an emulator with nothing in it.
    pub async fn start() -> Self {
        Self::on(Emulator::builder()).await
    }

    /// An app on an emulator of this kind.
    ///
    /// # Panics
    /// When no loopback port or temporary folder is to be had.
    pub async fn on(emulator: Builder) -> Self {
        let emulator = Arc::new(emulator.start().await.expect("a loopback port is free"));
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let parts = Parts {
            data_dir: folder.path().to_owned(),
            secrets: Arc::new(MemorySecrets::default()),
            settings: Arc::new(MemorySettings::default()),
            practice: Arc::new(Shared(Arc::clone(&emulator))),
            version: "0.0.0".to_owned(),
            loopback_only: true,
        };
        let app = App::open(parts).retrying(unhurried());
        app.start_practice().await.expect("practice mode starts");
        Self { app, emulator, folder }
    }
}

/// Practice mode on an emulator that runs already.
pub(crate) struct Shared(pub(crate) Arc<Emulator>);

#[async_trait]
impl PracticeHost for Shared {
    async fn start(&self) -> Result<Practice, String> {
        let clock = self.0.clock().clone();
        Ok(Practice {
            base_url: self.0.base_url().to_owned(),
            client_id: self.0.client_id().to_owned(),
            client_secret: self.0.client_secret().to_owned().into(),
            organization: self.0.org_id().to_owned(),
            sandbox: SANDBOX.to_owned(),
            now: Arc::new(move || clock.now_ms()),
            speed: 1.0,
            keep_alive: Box::new(Arc::clone(&self.0)),
        })
    }
}

/// The problem of one field of a validation error.
///
/// # Panics
/// When the error is another one, or says nothing of the field.
#[must_use]
pub fn problem_of(error: &AppError, field: &str) -> String {
    let problem = error.fields.iter().find(|problem| problem.field == field);
    problem.unwrap_or_else(|| panic!("nothing is said of {field}: {error:?}")).message.clone()
}
