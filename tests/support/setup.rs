//! An app that is signed in to an emulator and keeps its journal on disk, and what a person does with set-ups.
//! Time passes by the emulator's clock: whoever waits moves it on.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use aep_client::{Sandbox, TenantId};
use aep_emulator::{Builder, Clock, Emulator, Route};
use app_core::contract::app_state::Environment;
use app_core::contract::connect::{CheckConnection, CheckRef, SaveProfile, SecretInput};
use app_core::contract::error::AppError;
use app_core::contract::setup::{
    Destination, ResumeSetup, Setup, SetupForm, SetupRef, SetupState, SetupStep, StepKind,
};
use app_core::ports::{MemorySecrets, MemorySettings, Practice, PracticeHost, SystemTimer, Timer};
use app_core::{App, Parts, starter};
use async_trait::async_trait;
use tempfile::TempDir;

use crate::client::{sandbox, unhurried};

/// The sandbox that the app works in.
pub const SANDBOX: &str = "dev";

/// A timer that does not wait: the emulator's clock is moved on instead.
pub struct Hasty {
    clock: Option<Clock>,
    now: AtomicI64,
}

impl Hasty {
    /// Moves this clock.
    #[must_use]
    pub fn moving(clock: Clock) -> Self {
        Self { clock: Some(clock), now: AtomicI64::new(SystemTimer.now()) }
    }

    /// Moves no clock but its own.
    #[must_use]
    pub fn alone() -> Self {
        Self { clock: None, now: AtomicI64::new(SystemTimer.now()) }
    }

    /// Lets time pass.
    pub fn pass(&self, time: Duration) {
        let passed = i64::try_from(time.as_millis()).expect("tests wait for hours at most");
        self.now.fetch_add(passed, Ordering::SeqCst);
        if let Some(clock) = &self.clock {
            clock.advance(time);
        }
    }
}

#[async_trait]
impl Timer for Hasty {
    fn now(&self) -> i64 {
        self.now.load(Ordering::SeqCst)
    }

    async fn sleep(&self, time: Duration) {
        self.pass(time);
        tokio::task::yield_now().await;
    }
}

/// How to reach an emulator, and who is asking.
#[derive(Debug, Clone)]
pub struct Access {
    /// Where it listens.
    pub base_url: String,
    /// Organisation id.
    pub organization: String,
    /// Client id.
    pub client_id: String,
    /// Client secret, made up like everything there.
    pub client_secret: String,
}

impl Access {
    /// The credential of an emulator that may do everything.
    #[must_use]
    pub fn to(emulator: &Emulator) -> Self {
        Self {
            base_url: emulator.base_url().to_owned(),
            organization: emulator.org_id().to_owned(),
            client_id: emulator.client_id().to_owned(),
            client_secret: emulator.client_secret().to_owned(),
        }
    }
}

/// An app on a data folder that waits by this timer.
#[must_use]
pub fn open(folder: &Path, timer: Arc<dyn Timer>) -> App {
    let parts = Parts {
        data_dir: folder.to_owned(),
        secrets: Arc::new(MemorySecrets::default()),
        settings: Arc::new(MemorySettings::default()),
        practice: Arc::new(NoPractice),
        version: "0.0.0".to_owned(),
        loopback_only: true,
    };
    App::open(parts).retrying(unhurried()).timed_by(timer)
}

/// Signs in as a person does: check, then keep.
///
/// # Panics
/// When the emulator does not let this credential in.
pub async fn sign_in(app: &App, access: &Access, sandbox: &str) {
    let check = app
        .check_connection(CheckConnection {
            organization: access.organization.clone(),
            client_id: access.client_id.clone(),
            secret: SecretInput::Typed { secret: access.client_secret.clone().into() },
            environment: Environment::Custom {
                platform_url: access.base_url.clone(),
                sign_in_url: access.base_url.clone(),
            },
            sandbox: Some(sandbox.to_owned()),
        })
        .await
        .expect("the check begins");
    let check_id = check.check_id;
    loop {
        let args = CheckRef { check_id: check_id.clone() };
        let check = app.get_connection_check(args).await.expect("the check is remembered");
        if check.done {
            break;
        }
        pause().await;
    }
    let name = format!("{} in {sandbox}", access.client_id);
    let profile = SaveProfile { check_id, name, sandbox: sandbox.to_owned() };
    app.save_profile(profile).await.expect("the sign-in is good");
}

/// An app that is signed in, the emulator, the data folder, and the time between them.
pub struct SetupApp {
    /// The app.
    pub app: App,
    /// Its platform.
    pub emulator: Emulator,
    /// Its data folder.
    pub folder: TempDir,
    /// Its time.
    pub timer: Arc<Hasty>,
}

impl SetupApp {
    /// On an emulator with nothing in it.
    pub async fn start() -> Self {
        Self::on(Emulator::builder()).await
    }

    /// On an emulator of this kind, whose clock stands still unless somebody waits.
    ///
    /// # Panics
    /// When no loopback port or temporary folder is to be had.
    pub async fn on(emulator: Builder) -> Self {
        let emulator = emulator.clock_speed(0.0).start().await.expect("a loopback port is free");
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let timer = Arc::new(Hasty::moving(emulator.clock().clone()));
        let app = open(folder.path(), Arc::clone(&timer) as Arc<dyn Timer>);
        sign_in(&app, &Access::to(&emulator), SANDBOX).await;
        Self { app, emulator, folder, timer }
    }

    /// Lets another process use the folder in between: closes the app, and opens it again afterwards.
    pub async fn closed_for<T>(
        self,
        between: impl AsyncFnOnce(&Emulator, &Path) -> T,
    ) -> (Self, T) {
        let Self { app, emulator, folder, timer } = self;
        drop(app);
        let value = between(&emulator, folder.path()).await;
        let app = open(folder.path(), Arc::clone(&timer) as Arc<dyn Timer>);
        sign_in(&app, &Access::to(&emulator), SANDBOX).await;
        (Self { app, emulator, folder, timer }, value)
    }

    /// Closes the app and opens it again on the same folder.
    pub async fn restarted(self) -> Self {
        self.closed_for(async |_, _| ()).await.0
    }

    /// A look at the sandbox that does not go through the app.
    #[must_use]
    pub fn sandbox(&self) -> Sandbox {
        sandbox(&self.emulator)
    }

    /// The starter's form.
    #[must_use]
    pub fn form(&self, name: &str) -> SetupForm {
        form(&self.emulator.tenant().into(), name)
    }

    /// Starts a set-up and waits until it is done or has stopped.
    ///
    /// # Panics
    /// When it cannot be started.
    pub async fn set_up(&self, form: SetupForm) -> Setup {
        let setup = self.app.start_setup(form).await.expect("the form is good");
        self.ended(&setup.setup_id).await
    }

    /// Waits until nobody works on a set-up.
    pub async fn ended(&self, setup_id: &str) -> Setup {
        ended(&self.app, setup_id).await
    }

    /// Resumes and waits.
    ///
    /// # Panics
    /// When it may not be resumed.
    pub async fn resumed(&self, setup_id: &str, create_again: bool) -> Setup {
        let args = ResumeSetup { setup_id: setup_id.to_owned(), create_again };
        self.app.resume_setup(args).await.expect("it may be resumed");
        self.ended(setup_id).await
    }

    /// Undoes and waits.
    ///
    /// # Panics
    /// When it may not be undone.
    pub async fn undone(&self, setup_id: &str) -> Setup {
        self.app.undo_setup(reference(setup_id)).await.expect("it may be undone");
        self.ended(setup_id).await
    }
}

/// The starter's form for a tenant; dataflow and dataset are called the same.
#[must_use]
pub fn form(tenant: &TenantId, name: &str) -> SetupForm {
    SetupForm {
        name: name.to_owned(),
        description: String::new(),
        source: "pendo".to_owned(),
        destination: Destination::Starter { dataset_name: name.to_owned() },
        lines: starter::first_source().lines(tenant),
    }
}

/// Names a set-up.
#[must_use]
pub fn reference(setup_id: &str) -> SetupRef {
    SetupRef { setup_id: setup_id.to_owned() }
}

/// Asks until nobody works on a set-up.
///
/// # Panics
/// When the set-up is not known.
pub async fn ended(app: &App, setup_id: &str) -> Setup {
    loop {
        let setup = app.get_setup(reference(setup_id)).await.expect("the set-up is known");
        let busy =
            matches!(setup.state, SetupState::Running | SetupState::Stopping | SetupState::Undoing);
        if !busy {
            return setup;
        }
        pause().await;
    }
}

/// The step of a kind.
///
/// # Panics
/// When the set-up has no such step.
#[must_use]
pub fn step(setup: &Setup, kind: StepKind) -> &SetupStep {
    let found = setup.steps.iter().find(|step| step.kind == kind);
    found.unwrap_or_else(|| panic!("there is no step {kind:?}"))
}

/// How many of each kind are there, in the order of the steps.
///
/// # Panics
/// When the emulator does not answer.
pub async fn count(sandbox: &Sandbox) -> [usize; 7] {
    const WHY: &str = "the emulator answers";
    let query = aep_client::ListQuery::new();
    [
        sandbox.field_groups().all().collect().await.expect(WHY).len(),
        sandbox.schemas().all().collect().await.expect(WHY).len(),
        sandbox.datasets().all().collect().await.expect(WHY).len(),
        sandbox.source_connections().all(&query).collect().await.expect(WHY).len(),
        sandbox.target_connections().all(&query).collect().await.expect(WHY).len(),
        sandbox.mapping_sets().all().collect().await.expect(WHY).len(),
        sandbox.flows().all(&query).collect().await.expect(WHY).len(),
    ]
}

/// Between two looks at a condition.
pub async fn pause() {
    tokio::time::sleep(Duration::from_millis(2)).await;
}

/// An app under test that has no practice mode.
struct NoPractice;

#[async_trait]
impl PracticeHost for NoPractice {
    async fn start(&self) -> Result<Practice, String> {
        Err("there is none in this test".to_owned())
    }
}

/// The error of a command that should have been refused.
///
/// # Panics
/// When it was not.
#[must_use]
pub fn refused<T>(result: Result<T, AppError>) -> AppError {
    match result {
        Ok(_) => panic!("this should have been refused"),
        Err(error) => error,
    }
}

/// A step that makes an object: how the platform's calls about it are called.
#[derive(Debug, Clone, Copy)]
pub struct Makes {
    /// The step.
    pub kind: StepKind,
    /// Makes the object.
    pub create: Route,
    /// Lists such objects.
    pub list: Route,
    /// Removes it.
    pub delete: Route,
    /// How many such lists are asked for before the first write.
    pub lists_before: u32,
}

/// Every step that makes an object, in order.
pub const STEPS: [Makes; 7] = [
    makes(
        StepKind::FieldGroup,
        Route::CreateFieldGroup,
        Route::ListFieldGroups,
        Route::DeleteFieldGroup,
        1,
    ),
    makes(StepKind::Schema, Route::CreateSchema, Route::ListSchemas, Route::DeleteSchema, 1),
    makes(StepKind::Dataset, Route::CreateDataset, Route::ListDatasets, Route::DeleteDataset, 1),
    makes(
        StepKind::SourceConnection,
        Route::CreateSourceConnection,
        Route::ListSourceConnections,
        Route::DeleteSourceConnection,
        0,
    ),
    makes(
        StepKind::TargetConnection,
        Route::CreateTargetConnection,
        Route::ListTargetConnections,
        Route::DeleteTargetConnection,
        0,
    ),
    makes(
        StepKind::MappingSet,
        Route::CreateMappingSet,
        Route::ListMappingSets,
        Route::DeleteMappingSet,
        0,
    ),
    makes(StepKind::Flow, Route::CreateFlow, Route::ListFlows, Route::DeleteFlow, 1),
];

const fn makes(
    kind: StepKind,
    create: Route,
    list: Route,
    delete: Route,
    lists_before: u32,
) -> Makes {
    Makes { kind, create, list, delete, lists_before }
}
