//! Stopping a set-up: by pressing Cancel, by closing, by a slow platform, a full disk, another window, another
//! sandbox. Nothing is lost and nothing is made twice.

use std::sync::Arc;
use std::time::Duration;

use aep_emulator::{Emulator, Fault, Route};
use app_core::App;
use app_core::contract::app_state::Session;
use app_core::contract::drafts::{DraftRef, SaveDraft};
use app_core::contract::error::{Action, ErrorCode};
use app_core::contract::profiles::{ProfileRef, ReplaceSecret, SelectSandbox};
use app_core::contract::setup::{ResumeSetup, Setup, SetupChoice, SetupState, StepKind, StepState};
use app_core::ports::Timer;
use inlet_tests::setup::{
    Access, Hasty, STEPS, SetupApp, count, ended, open, pause, reference, refused, sign_in, step,
};
use serde_json::json;
use tempfile::TempDir;

/// A set-up whose dataset takes its time: the request is under way when this returns.
async fn in_the_middle(test: &SetupApp, delay: Duration) -> Setup {
    test.emulator.faults().add(Fault::on(Route::CreateDataset).delay(delay).times(1));
    let setup = test.app.start_setup(test.form("Pendo events")).await.unwrap();
    while test.emulator.faults().planned() > 0 {
        pause().await;
    }
    setup
}

#[tokio::test]
async fn cancel_lets_the_request_under_way_end_and_resume_goes_on_behind_it() {
    let test = SetupApp::start().await;
    let setup = in_the_middle(&test, Duration::from_millis(300)).await;
    let stopping = test.app.cancel_setup(reference(&setup.setup_id)).await.unwrap();
    assert_eq!(stopping.state, SetupState::Stopping);
    assert!(stopping.choices.is_empty());

    let stopped = test.ended(&setup.setup_id).await;
    assert_eq!(stopped.state, SetupState::Stopped);
    assert_eq!(step(&stopped, StepKind::Dataset).state, StepState::Done, "it was under way");
    assert_eq!(step(&stopped, StepKind::SourceConnection).state, StepState::Waiting);
    assert!(stopped.cause.is_none());
    assert_eq!(count(&test.sandbox()).await, [1, 1, 1, 0, 0, 0, 0]);

    let done = test.resumed(&setup.setup_id, false).await;
    assert_eq!(done.state, SetupState::Done);
    assert_eq!(count(&test.sandbox()).await, [1; 7]);
}

#[tokio::test]
async fn while_it_is_made_sandbox_and_sign_in_stay_and_another_one_has_to_wait() {
    let test = SetupApp::start().await;
    let setup = in_the_middle(&test, Duration::from_millis(500)).await;
    let under_way = test.app.setup_under_way().expect("one is being made");
    assert_eq!(under_way.setup_id, setup.setup_id);

    let elsewhere = SelectSandbox { sandbox: "stage".to_owned() };
    let error = refused::<Session>(test.app.select_sandbox(elsewhere).await);
    assert_eq!((error.code, error.action), (ErrorCode::SetupUnderWay, Action::OpenSetup));
    assert_eq!(refused(test.app.disconnect().await).code, ErrorCode::SetupUnderWay);
    let second = refused(test.app.start_setup(test.form("Another")).await);
    assert_eq!(second.code, ErrorCode::SetupUnderWay);
    assert!(second.title.contains("Pendo events"), "{}", second.title);
    let args = ResumeSetup { setup_id: setup.setup_id.clone(), create_again: false };
    assert_eq!(refused(test.app.resume_setup(args).await).code, ErrorCode::Conflict);

    assert_eq!(test.ended(&setup.setup_id).await.state, SetupState::Done);
    assert!(test.app.setup_under_way().is_none());
    assert!(test.app.disconnect().await.is_ok());
}

#[tokio::test]
async fn closing_the_app_waits_for_the_request_under_way_and_the_next_start_goes_on() {
    let test = SetupApp::start().await;
    let setup = in_the_middle(&test, Duration::from_millis(200)).await;
    assert!(test.app.stop_setups(Duration::from_secs(30)).await, "it ends in time");
    let test = test.restarted().await;
    let stopped = test.app.get_setup(reference(&setup.setup_id)).await.unwrap();
    assert_eq!(stopped.state, SetupState::Stopped);
    assert_eq!(step(&stopped, StepKind::Dataset).state, StepState::Done);
    assert_eq!(test.resumed(&setup.setup_id, false).await.state, SetupState::Done);
    assert_eq!(count(&test.sandbox()).await, [1; 7]);
}

#[tokio::test]
async fn a_secret_replaced_meanwhile_does_not_disturb_it_and_its_sign_in_stays() {
    let test = SetupApp::start().await;
    let profile_id = test.app.list_profiles().await.unwrap()[0].id.clone();
    let setup = in_the_middle(&test, Duration::from_millis(500)).await;
    let delete = ProfileRef { profile_id: profile_id.clone() };
    assert_eq!(refused(test.app.delete_profile(delete).await).code, ErrorCode::SetupUnderWay);
    let secret = test.emulator.client_secret().to_owned().into();
    test.app.replace_secret(ReplaceSecret { profile_id, secret }).await.unwrap();
    assert_eq!(test.ended(&setup.setup_id).await.state, SetupState::Done);
    assert_eq!(count(&test.sandbox()).await, [1; 7]);
}

/// A computer on which no wait ever ends.
struct Still;

#[async_trait::async_trait]
impl Timer for Still {
    fn now(&self) -> i64 {
        0
    }

    async fn sleep(&self, _: Duration) {
        std::future::pending().await
    }
}

/// The app of a test that waits for ever, and the set-up it has begun.
async fn waiting(test: SetupApp) -> (App, Emulator, TempDir, Setup) {
    let SetupApp { app, emulator, folder, .. } = test;
    drop(app);
    let app = open(folder.path(), Arc::new(Still));
    sign_in(&app, &Access::to(&emulator), "dev").await;
    let form = inlet_tests::setup::form(&emulator.tenant().into(), "Pendo events");
    let setup = app.start_setup(form).await.unwrap();
    (app, emulator, folder, setup)
}

#[tokio::test]
async fn waiting_for_the_endpoint_can_be_cancelled_at_once() {
    let late = Duration::from_secs(600);
    let test = SetupApp::on(Emulator::builder().switches(|s| s.inlet_url_after = late)).await;
    let (app, emulator, _folder, setup) = waiting(test).await;
    while emulator.recording().count(Route::GetFlow) == 0 {
        pause().await;
    }
    app.cancel_setup(reference(&setup.setup_id)).await.unwrap();
    let stopped = ended(&app, &setup.setup_id).await;
    assert_eq!(stopped.state, SetupState::Stopped);
    assert!(stopped.flow_id.is_some());
    assert_eq!(step(&stopped, StepKind::Flow).state, StepState::Done);
}

#[tokio::test]
async fn looking_for_a_lost_object_can_be_cancelled_at_once_and_it_stays_looked_for() {
    let test = SetupApp::start().await;
    let lost = || Fault::on(Route::CreateSourceConnection).times(1);
    test.emulator.faults().add(lost().lose_reply());
    test.emulator.faults().add(lost().list_late(Duration::from_secs(60)));
    let (app, emulator, _folder, setup) = waiting(test).await;
    // It has looked once, in vain.
    while emulator.recording().all().last().and_then(|last| last.route)
        != Some(Route::ListSourceConnections)
    {
        pause().await;
    }
    app.cancel_setup(reference(&setup.setup_id)).await.unwrap();
    let stopped = ended(&app, &setup.setup_id).await;
    assert_eq!(stopped.state, SetupState::Stopped);
    assert_eq!(step(&stopped, StepKind::SourceConnection).state, StepState::Unclear);

    emulator.clock().advance(Duration::from_secs(60));
    let args = ResumeSetup { setup_id: setup.setup_id.clone(), create_again: false };
    app.resume_setup(args).await.unwrap();
    assert_eq!(ended(&app, &setup.setup_id).await.state, SetupState::Done);
    assert_eq!(emulator.recording().count(Route::CreateSourceConnection), 1);
}

#[tokio::test]
async fn undo_can_be_stopped_and_taken_up_again() {
    let late = Duration::from_secs(600);
    let test = SetupApp::on(Emulator::builder().switches(|s| s.inlet_url_after = late)).await;
    let pending = test.set_up(test.form("Pendo events")).await;
    let slow = Fault::on(Route::DeleteFlow).delay(Duration::from_millis(300)).times(1);
    test.emulator.faults().add(slow);
    test.app.undo_setup(reference(&pending.setup_id)).await.unwrap();
    while test.emulator.faults().planned() > 0 {
        pause().await;
    }
    test.app.cancel_setup(reference(&pending.setup_id)).await.unwrap();
    let stopped = test.ended(&pending.setup_id).await;
    assert_eq!(stopped.state, SetupState::UndoStopped);
    assert!(stopped.undo_problem.is_none());
    assert_eq!(step(&stopped, StepKind::Flow).state, StepState::Removed);
    assert_eq!(test.undone(&pending.setup_id).await.state, SetupState::Undone);
    assert_eq!(count(&test.sandbox()).await, [0; 7]);
}

#[tokio::test]
async fn closing_does_not_wait_for_ever() {
    let test = SetupApp::start().await;
    in_the_middle(&test, Duration::from_secs(3600)).await;
    assert!(!test.app.stop_setups(Duration::from_millis(50)).await);
}

#[tokio::test]
async fn an_endpoint_that_takes_a_while_is_waited_for() {
    let late = Duration::from_secs(20);
    let test = SetupApp::on(Emulator::builder().switches(|s| s.inlet_url_after = late)).await;
    let done = test.set_up(test.form("Pendo events")).await;
    assert_eq!(done.state, SetupState::Done);
    // At once, then after 1, 3, 7, 15 and 31 seconds.
    assert_eq!(test.emulator.recording().count(Route::GetFlow), 6);
}

#[tokio::test]
async fn after_a_minute_the_dataflow_exists_and_can_be_asked_again() {
    let late = Duration::from_secs(600);
    let test = SetupApp::on(Emulator::builder().switches(|s| s.inlet_url_after = late)).await;
    let pending = test.set_up(test.form("Pendo events")).await;
    assert_eq!(pending.state, SetupState::EndpointPending);
    assert!(pending.flow_id.is_some() && pending.webhook_address.is_none());
    assert!(pending.settles_at.is_some() && pending.cause.is_none());
    let expected = [SetupChoice::Resume, SetupChoice::Undo, SetupChoice::Leave];
    assert_eq!(pending.choices, expected);

    let test = test.restarted().await;
    test.timer.pass(late);
    let done = test.resumed(&pending.setup_id, false).await;
    assert_eq!(done.state, SetupState::Done);
    assert!(done.webhook_address.is_some());
    assert_eq!(count(&test.sandbox()).await, [1; 7]);
}

#[tokio::test]
async fn a_night_of_sleep_while_it_waits_for_the_endpoint_ends_in_a_last_look() {
    let late = Duration::from_secs(50);
    let test = SetupApp::on(Emulator::builder().switches(|s| s.inlet_url_after = late)).await;
    let asleep = Arc::new(Asleep(Arc::clone(&test.timer)));
    let SetupApp { app, emulator, folder, .. } = test;
    drop(app);
    let app = open(folder.path(), asleep);
    sign_in(&app, &Access::to(&emulator), "dev").await;
    let form = inlet_tests::setup::form(&emulator.tenant().into(), "Pendo events");
    let setup = app.start_setup(form).await.unwrap();
    assert_eq!(ended(&app, &setup.setup_id).await.state, SetupState::Done);
}

/// A computer that falls asleep for eight hours whenever the app waits.
struct Asleep(Arc<Hasty>);

#[async_trait::async_trait]
impl Timer for Asleep {
    fn now(&self) -> i64 {
        self.0.now()
    }

    async fn sleep(&self, _: Duration) {
        self.0.sleep(Duration::from_secs(8 * 3600)).await;
    }
}

#[tokio::test]
async fn a_connection_that_died_while_the_computer_slept_does_not_make_anything_twice() {
    for makes in &STEPS {
        let test = SetupApp::start().await;
        test.emulator.faults().add(Fault::on(makes.create).break_off().times(1));
        let asleep = Arc::new(Asleep(Arc::clone(&test.timer)));
        let SetupApp { app, emulator, folder, .. } = test;
        drop(app);
        let app = open(folder.path(), asleep);
        sign_in(&app, &Access::to(&emulator), "dev").await;
        let form = inlet_tests::setup::form(&emulator.tenant().into(), "Pendo events");
        let setup = app.start_setup(form).await.unwrap();
        assert_eq!(ended(&app, &setup.setup_id).await.state, SetupState::Done, "{makes:?}");
        assert_eq!(count(&inlet_tests::client::sandbox(&emulator)).await, [1; 7], "{makes:?}");
    }
}

#[tokio::test]
async fn a_stopped_set_up_is_not_resumed_from_another_sandbox() {
    let test = SetupApp::start().await;
    test.emulator.faults().add(Fault::on(Route::CreateDataset).status(400).times(1));
    let stopped = test.set_up(test.form("Pendo events")).await;
    test.app.select_sandbox(SelectSandbox { sandbox: "stage".to_owned() }).await.unwrap();

    let args = ResumeSetup { setup_id: stopped.setup_id.clone(), create_again: false };
    let error = refused(test.app.resume_setup(args).await);
    assert!(error.title.contains("“dev”"), "{}", error.title);
    assert!(refused(test.app.undo_setup(reference(&stopped.setup_id)).await).title.contains("dev"));
    let frame = test.app.get_app_state().await.unwrap();
    assert!(frame.setups.is_empty());
    assert_eq!(frame.setups_elsewhere.len(), 1);

    test.app.select_sandbox(SelectSandbox { sandbox: "dev".to_owned() }).await.unwrap();
    assert_eq!(test.resumed(&stopped.setup_id, false).await.state, SetupState::Done);
}

#[tokio::test]
async fn a_second_window_sees_the_set_up_and_may_not_touch_it() {
    let test = SetupApp::start().await;
    let setup = in_the_middle(&test, Duration::from_millis(300)).await;
    let second = open(test.folder.path(), test.timer.clone());
    sign_in(&second, &Access::to(&test.emulator), "dev").await;
    let seen = second.get_setup(reference(&setup.setup_id)).await.unwrap();
    assert_eq!(seen.state, SetupState::Running);
    assert!(seen.choices.is_empty());
    let error = refused(second.start_setup(test.form("Another")).await);
    assert_eq!(error.code, ErrorCode::SetupUnderWay);
    assert_eq!(test.ended(&setup.setup_id).await.state, SetupState::Done);
    assert_eq!(count(&test.sandbox()).await, [1; 7]);
}

#[tokio::test]
async fn drafts_are_kept_apart_by_sandbox_and_survive_a_restart() {
    let test = SetupApp::start().await;
    let form = || DraftRef { form: "setup".to_owned() };
    let values = json!({ "name": "half a na" });
    let draft = SaveDraft { form: "setup".to_owned(), values: values.clone() };
    test.app.save_draft(draft).await.unwrap();
    let test = test.restarted().await;
    assert_eq!(test.app.get_draft(form()).await.unwrap().unwrap().values, values);
    test.app.select_sandbox(SelectSandbox { sandbox: "stage".to_owned() }).await.unwrap();
    assert_eq!(test.app.get_draft(form()).await.unwrap(), None);
    test.app.select_sandbox(SelectSandbox { sandbox: "dev".to_owned() }).await.unwrap();
    test.app.delete_draft(form()).await.unwrap();
    assert_eq!(test.app.get_draft(form()).await.unwrap(), None);
}
