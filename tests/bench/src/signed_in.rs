//! The app as it runs on a computer, without a window: signed in, its journal on the disk.

use std::sync::Arc;
use std::time::Duration;

use app_core::contract::app_state::Environment;
use app_core::contract::connect::{CheckConnection, CheckRef, SaveProfile, SecretInput};
use app_core::ports::{MemorySecrets, MemorySettings, Practice, PracticeHost};
use app_core::{App, Parts};
use async_trait::async_trait;
use tempfile::TempDir;

use crate::platform::Platform;

/// How often is asked how something stands that goes on in the background.
pub(crate) const TICK: Duration = Duration::from_millis(1);

/// An app, and the folder that it keeps its journal in.
pub(crate) struct SignedIn {
    pub(crate) app: App,
    pub(crate) folder: TempDir,
}

impl SignedIn {
    /// Opens an app and signs in as a person does: check, then keep.
    pub(crate) async fn to(platform: &Platform) -> Self {
        // Beside this program, which is on a disk; the folder for temporary files may be in memory.
        let this = std::env::current_exe().expect("a program knows where it is");
        let beside = this.parent().expect("a program is in a folder");
        let folder = tempfile::tempdir_in(beside).expect("a folder can be made");
        let app = App::open(Parts {
            data_dir: folder.path().to_owned(),
            secrets: Arc::new(MemorySecrets::default()),
            settings: Arc::new(MemorySettings::default()),
            practice: Arc::new(NoPractice),
            version: "0.0.0".to_owned(),
            loopback_only: true,
        });
        sign_in(&app, platform).await;
        Self { app, folder }
    }
}

async fn sign_in(app: &App, platform: &Platform) {
    let url = || platform.value("base_url").to_owned();
    let asked = CheckConnection {
        organization: platform.value("org_id").to_owned(),
        client_id: platform.value("client_id").to_owned(),
        secret: SecretInput::Typed { secret: platform.value("client_secret").to_owned().into() },
        environment: Environment::Custom { platform_url: url(), sign_in_url: url() },
        sandbox: Some(platform.value("sandbox").to_owned()),
    };
    let mut check = app.check_connection(asked).await.expect("a check can be started");
    while !check.done {
        tokio::time::sleep(TICK).await;
        let check_ref = CheckRef { check_id: check.check_id };
        check = app.get_connection_check(check_ref).await.expect("the check is known");
    }
    let kept = SaveProfile {
        check_id: check.check_id,
        name: "Bench".to_owned(),
        sandbox: platform.value("sandbox").to_owned(),
    };
    app.save_profile(kept).await.expect("the emulator lets its own credential in");
}

/// Practice mode is not measured.
struct NoPractice;

#[async_trait]
impl PracticeHost for NoPractice {
    async fn start(&self) -> Result<Practice, String> {
        Err("there is no practice mode here".to_owned())
    }
}
