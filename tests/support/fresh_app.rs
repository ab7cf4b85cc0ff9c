//! An app that nobody has signed in to yet, beside a platform on loopback. Everything is asked for by the name of
//! its command, as the window does.

use std::sync::Arc;
use std::time::{Duration, Instant};

use aep_emulator::{Builder, Emulator, Role};
use app_core::contract::commands::dispatch;
use app_core::contract::error::AppError;
use app_core::ports::SettingsStore;
use app_core::{App, Parts};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::app::Shared;
use crate::client::unhurried;
use crate::stores::{Keychain, Settings};

/// Longer than anything that a test waits for takes.
const PATIENCE: Duration = Duration::from_secs(20);

/// An app, the platform beside it, and everything that it keeps.
pub struct FreshApp {
    /// The app.
    pub app: App,
    /// The platform.
    pub emulator: Arc<Emulator>,
    /// The data folder; removed when the test ends.
    pub folder: TempDir,
    /// The keychain.
    pub keychain: Arc<Keychain>,
    /// The settings file.
    pub settings: Arc<Settings>,
}

impl FreshApp {
    /// An app beside an emulator with nothing in it.
    pub async fn start() -> Self {
        Self::beside(Emulator::builder()).await
    }

    /// An app beside an emulator of this kind.
    ///
    /// # Panics
    /// When no loopback port or temporary folder is to be had.
    pub async fn beside(emulator: Builder) -> Self {
        let emulator = Arc::new(emulator.start().await.expect("a loopback port is free"));
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let (keychain, settings) = (Arc::default(), Arc::default());
        let app = open(&emulator, &folder, &keychain, &settings);
        Self { app, emulator, folder, keychain, settings }
    }

    /// The app closed and started again: what it kept in memory is gone.
    #[must_use]
    pub fn restarted(self) -> Self {
        self.closed_while(|| ())
    }

    /// The app closed, something done to its files, and started again.
    #[must_use]
    pub fn closed_while(self, done: impl FnOnce()) -> Self {
        let Self { app, emulator, folder, keychain, settings } = self;
        drop(app);
        done();
        let app = open(&emulator, &folder, &keychain, &settings);
        Self { app, emulator, folder, keychain, settings }
    }

    /// Runs a command.
    ///
    /// # Errors
    /// What the command answers.
    pub async fn call(&self, name: &str, args: Value) -> Result<Value, AppError> {
        dispatch(&self.app, name, args).await
    }

    /// Runs a command that works.
    ///
    /// # Panics
    /// When it answers with an error.
    pub async fn ok(&self, name: &str, args: Value) -> Value {
        self.call(name, args).await.unwrap_or_else(|error| panic!("{name}: {error:?}"))
    }

    /// Runs a command that fails.
    ///
    /// # Panics
    /// When it works.
    pub async fn fails(&self, name: &str, args: Value) -> AppError {
        match self.call(name, args).await {
            Ok(reply) => panic!("{name} worked: {reply}"),
            Err(error) => error,
        }
    }

    /// What a person types into Connect who may do everything.
    #[must_use]
    pub fn typed(&self) -> Value {
        self.typed_as(Role::Full)
    }

    /// What a person types into Connect whose credential has this role.
    #[must_use]
    pub fn typed_as(&self, role: Role) -> Value {
        let credential = self.emulator.credential(role);
        json!({
            "organization": self.emulator.org_id(),
            "clientId": credential.client_id,
            "secret": { "kind": "typed", "secret": credential.client_secret },
            "environment": self.environment(),
            "sandbox": "dev",
        })
    }

    /// The platform beside the app, as an environment.
    #[must_use]
    pub fn environment(&self) -> Value {
        let url = self.emulator.base_url();
        json!({ "kind": "custom", "platformUrl": url, "signInUrl": url })
    }

    /// Runs a check to its end.
    pub async fn check(&self, typed: Value) -> Value {
        let started = self.ok("check_connection", typed).await;
        let id = json!({ "checkId": started["checkId"] });
        self.until("get_connection_check", id, |check| check["done"] == true).await
    }

    /// Asks again until the reply is as wanted.
    ///
    /// # Panics
    /// When that takes too long, with the last reply.
    pub async fn until(&self, name: &str, args: Value, wanted: impl Fn(&Value) -> bool) -> Value {
        let begun = Instant::now();
        loop {
            let reply = self.ok(name, args.clone()).await;
            if wanted(&reply) {
                return reply;
            }
            assert!(begun.elapsed() < PATIENCE, "{name} never was as wanted: {reply}");
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
    }

    /// Signs in, saves the sign-in under "Work", and answers the session, in the sandbox `dev`.
    pub async fn sign_in(&self) -> Value {
        self.sign_in_with(self.typed()).await
    }

    /// The same with what was typed.
    pub async fn sign_in_with(&self, typed: Value) -> Value {
        let check = self.check(typed).await;
        let kept = json!({ "checkId": check["checkId"], "name": "Work", "sandbox": "dev" });
        self.ok("save_profile", kept).await
    }

    /// Every file that the app wrote, its settings and what it is in the keychain aside, as one text.
    ///
    /// # Panics
    /// When the folder cannot be read.
    #[must_use]
    pub fn written(&self) -> String {
        let files = std::fs::read_dir(self.folder.path()).expect("the data folder can be read");
        let files = files.filter_map(|file| std::fs::read(file.ok()?.path()).ok());
        let mut all: String =
            files.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).collect();
        all.push_str(&self.settings.text());
        all
    }
}

fn open(
    emulator: &Arc<Emulator>,
    folder: &TempDir,
    keychain: &Arc<Keychain>,
    settings: &Arc<Settings>,
) -> App {
    let parts = Parts {
        data_dir: folder.path().to_owned(),
        secrets: Arc::clone(keychain) as _,
        settings: Arc::clone(settings) as Arc<dyn SettingsStore>,
        practice: Arc::new(Shared(Arc::clone(emulator))),
        version: "0.0.0".to_owned(),
        loopback_only: false,
    };
    App::open(parts).retrying(unhurried())
}

/// The step of a check.
///
/// # Panics
/// When there is none of that name.
#[must_use]
pub fn step<'a>(check: &'a Value, id: &str) -> &'a Value {
    let steps = check["steps"].as_array().expect("a check has steps");
    steps.iter().find(|step| step["id"] == id).expect("the step is listed")
}
