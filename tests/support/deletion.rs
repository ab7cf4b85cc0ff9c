//! Deleting as a person does it: plan, start, wait; and a timer that stands still until a test moves it.

use std::sync::Arc;
use std::time::Duration;

use aep_client::Sandbox;
use aep_emulator::{Builder, Emulator};
use app_core::App;
use app_core::contract::removal::{
    Deletion, DeletionPlan, DeletionRef, DeletionState, PlanDelete, RemovalKind, RemovedObject,
    StartDeletion,
};
use app_core::ports::{SystemTimer, Timer};
use async_trait::async_trait;
use tempfile::TempDir;
use tokio::sync::watch;

use crate::client::{Chain, chain, sandbox};
use crate::setup::{Access, SANDBOX, open, pause, sign_in};

/// A timer that stands still until it is moved.
pub struct Held(watch::Sender<i64>);

impl Held {
    /// At this computer's time.
    #[must_use]
    pub fn now_and_here() -> Self {
        Self(watch::Sender::new(SystemTimer.now()))
    }

    /// Lets time pass, and wakes whoever waited for it.
    ///
    /// # Panics
    /// Never: tests wait for hours at most.
    pub fn pass(&self, time: Duration) {
        let passed = i64::try_from(time.as_millis()).expect("tests wait for hours at most");
        self.0.send_modify(|now| *now += passed);
    }
}

#[async_trait]
impl Timer for Held {
    fn now(&self) -> i64 {
        *self.0.borrow()
    }

    async fn sleep(&self, time: Duration) {
        let until = self.now() + i64::try_from(time.as_millis()).unwrap_or(i64::MAX);
        // The sender lives in `self`, so this cannot fail before it is true.
        let _ = self.0.subscribe().wait_for(|now| *now >= until).await;
    }
}

/// An app that is signed in, the emulator, the data folder, and time that passes only when told.
pub struct DeletingApp {
    /// The app.
    pub app: App,
    /// Its platform.
    pub emulator: Emulator,
    /// Its data folder.
    pub folder: TempDir,
    /// Its time.
    pub timer: Arc<Held>,
}

impl DeletingApp {
    /// On an emulator with nothing in it.
    pub async fn start() -> Self {
        Self::on(Emulator::builder(), SANDBOX).await
    }

    /// On an emulator of this kind, in this sandbox.
    ///
    /// # Panics
    /// When no loopback port or temporary folder is to be had.
    pub async fn on(emulator: Builder, sandbox: &str) -> Self {
        let emulator = emulator.clock_speed(0.0).start().await.expect("a loopback port is free");
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let timer = Arc::new(Held::now_and_here());
        let app = open(folder.path(), Arc::clone(&timer) as Arc<dyn Timer>);
        sign_in(&app, &Access::to(&emulator), sandbox).await;
        Self { app, emulator, folder, timer }
    }

    /// Closes the app and opens it again on the same folder.
    pub async fn restarted(self) -> Self {
        self.closed_for(async |_, _| ()).await.0
    }

    /// Lets another process use the folder in between.
    pub async fn closed_for<T>(
        self,
        between: impl AsyncFnOnce(&Emulator, &std::path::Path) -> T,
    ) -> (Self, T) {
        let Self { app, emulator, folder, timer } = self;
        drop(app);
        let value = between(&emulator, folder.path()).await;
        let app = open(folder.path(), Arc::clone(&timer) as Arc<dyn Timer>);
        sign_in(&app, &Access::to(&emulator), SANDBOX).await;
        (Self { app, emulator, folder, timer }, value)
    }

    /// A look at the sandbox that does not go through the app.
    #[must_use]
    pub fn sandbox(&self) -> Sandbox {
        sandbox(&self.emulator)
    }

    /// Makes a dataflow with everything it needs.
    ///
    /// # Panics
    /// When the emulator does not answer.
    pub async fn dataflow(&self, name: &str) -> Chain {
        chain(&self.sandbox(), name).await.expect("the emulator answers")
    }

    /// Makes a plan.
    ///
    /// # Panics
    /// When it cannot be made.
    pub async fn plan(&self, ids: &[&str]) -> DeletionPlan {
        let flow_ids = ids.iter().map(|id| (*id).to_owned()).collect();
        self.app.plan_delete(PlanDelete { flow_ids }).await.expect("it can be planned")
    }

    /// Plans and starts a deletion.
    ///
    /// # Panics
    /// When it cannot be started.
    pub async fn begin(&self, ids: &[&str]) -> Deletion {
        let plan = self.plan(ids).await;
        self.app.start_deletion(start(&plan)).await.expect("it can be started")
    }

    /// Plans, starts, lets the time to think again pass, and waits until it is done or has stopped.
    pub async fn delete(&self, ids: &[&str]) -> Deletion {
        let begun = self.begin(ids).await;
        self.finished(&begun.deletion_id).await
    }

    /// Lets time pass until nobody works on a deletion.
    pub async fn finished(&self, id: &str) -> Deletion {
        loop {
            self.timer.pass(Duration::from_secs(1));
            let deletion = self.get(id).await;
            if is_at_rest(&deletion) {
                return deletion;
            }
            pause().await;
        }
    }

    /// How a deletion stands.
    ///
    /// # Panics
    /// When it is not known.
    pub async fn get(&self, id: &str) -> Deletion {
        self.app.get_deletion(reference(id)).await.expect("the deletion is known")
    }

    /// Resumes and waits.
    ///
    /// # Panics
    /// When it may not be resumed.
    pub async fn resumed(&self, id: &str) -> Deletion {
        self.app.resume_deletion(reference(id)).await.expect("it may be resumed");
        self.finished(id).await
    }
}

/// Whether nobody works on it.
#[must_use]
pub fn is_at_rest(deletion: &Deletion) -> bool {
    use DeletionState::{Running, Stopping, Waiting};
    !matches!(deletion.state, Waiting | Running | Stopping)
}

/// Starts a plan as it is.
#[must_use]
pub fn start(plan: &DeletionPlan) -> StartDeletion {
    let confirmation = plan.type_to_confirm.clone();
    StartDeletion {
        plan_id: plan.plan_id.clone(),
        keep: Vec::new(),
        also: Vec::new(),
        confirmation,
    }
}

/// Names a deletion.
#[must_use]
pub fn reference(id: &str) -> DeletionRef {
    DeletionRef { deletion_id: id.to_owned() }
}

/// The object of a kind in a row.
///
/// # Panics
/// When the row has no such object.
#[must_use]
pub fn object(deletion: &Deletion, row: usize, kind: RemovalKind) -> &RemovedObject {
    let found = deletion.rows[row].objects.iter().find(|object| object.kind == kind);
    found.unwrap_or_else(|| panic!("there is no {kind:?} in row {row}"))
}

/// How many of each kind are there: flows, target connections, source connections, mapping sets.
///
/// # Panics
/// When the emulator does not answer.
pub async fn left(sandbox: &Sandbox) -> [usize; 4] {
    let [.., source, target, mapping, flow] = crate::setup::count(sandbox).await;
    [flow, target, source, mapping]
}
