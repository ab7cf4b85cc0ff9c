//! A step that fails stops the set-up with everything before it made and nothing after it; Resume goes on from
//! there.

use aep_emulator::{Emulator, Fault, Role, Route};
use app_core::contract::error::{ErrorCode, Owner};
use app_core::contract::setup::{SetupChoice, SetupState, StepKind, StepState};
use inlet_tests::setup::{Access, STEPS, SetupApp, count, open, sign_in, step};
use serde_json::json;

#[tokio::test]
async fn a_refused_step_stops_the_set_up_and_resume_makes_exactly_one_of_everything() {
    for (at, makes) in STEPS.iter().enumerate() {
        let test = SetupApp::start().await;
        let refusal = json!({ "title": "Invalid request", "status": 400, "detail": "Not today." });
        let fault = Fault::on(makes.create).status(400).body(refusal).times(1);
        test.emulator.faults().add(fault);

        let stopped = test.set_up(test.form("Pendo events")).await;
        assert_eq!(stopped.state, SetupState::Stopped, "{makes:?}");
        assert_eq!(step(&stopped, makes.kind).state, StepState::Failed);
        let cause = stopped.cause.expect("it says why");
        assert_eq!(cause.code, ErrorCode::Refused);
        assert!(cause.hint.contains("Not today."), "{}", cause.hint);
        let expected = [SetupChoice::Resume, SetupChoice::Undo, SetupChoice::Leave];
        assert_eq!(stopped.choices, expected);
        let mut made = [0; 7];
        made[..at].fill(1);
        assert_eq!(count(&test.sandbox()).await, made, "{makes:?}");

        let done = test.resumed(&stopped.setup_id, false).await;
        assert_eq!(done.state, SetupState::Done, "{makes:?}: {:?}", done.cause);
        assert_eq!(count(&test.sandbox()).await, [1; 7], "{makes:?}");
        assert_eq!(test.emulator.recording().count(makes.create), 2, "one refused, one good");
        assert!(done.cause.is_none() && done.webhook_address.is_some());
    }
}

#[tokio::test]
async fn a_read_that_fails_before_the_first_write_stops_it_with_nothing_made() {
    let test = SetupApp::start().await;
    test.emulator.faults().add(Fault::on(Route::GetSchemaStats).status(500).times(4));
    let stopped = test.set_up(test.form("Pendo events")).await;
    assert_eq!(stopped.state, SetupState::Stopped);
    assert_eq!(step(&stopped, StepKind::Check).state, StepState::Failed);
    assert_eq!(stopped.cause.expect("it says why").code, ErrorCode::PlatformTrouble);
    assert_eq!(count(&test.sandbox()).await, [0; 7]);
    assert_eq!(test.resumed(&stopped.setup_id, false).await.state, SetupState::Done);
}

#[tokio::test]
async fn a_dataflow_that_cannot_be_read_stops_it_and_resume_finds_the_address() {
    let test = SetupApp::start().await;
    test.emulator.faults().add(Fault::on(Route::GetFlow).status(500).times(4));
    let stopped = test.set_up(test.form("Pendo events")).await;
    assert_eq!(stopped.state, SetupState::Stopped);
    assert_eq!(step(&stopped, StepKind::Flow).state, StepState::Done);
    let done = test.resumed(&stopped.setup_id, false).await;
    assert_eq!(done.state, SetupState::Done);
    assert!(done.webhook_address.is_some());
    assert_eq!(count(&test.sandbox()).await, [1; 7]);
}

#[tokio::test]
async fn a_role_that_may_only_look_stops_at_the_first_write_with_a_text_for_the_administrator() {
    let test = SetupApp::start().await;
    let viewer = test.emulator.credential(Role::ViewOnly).clone();
    let access = Access {
        client_id: viewer.client_id,
        client_secret: viewer.client_secret,
        ..Access::to(&test.emulator)
    };
    sign_in(&test.app, &access, "dev").await;
    let stopped = test.set_up(test.form("Pendo events")).await;
    assert_eq!(stopped.state, SetupState::Stopped);
    assert_eq!(step(&stopped, StepKind::FieldGroup).state, StepState::Failed);
    let cause = stopped.cause.expect("it says why");
    assert_eq!((cause.code, cause.owner), (ErrorCode::PermissionMissing, Owner::Administrator));
    assert!(cause.detail.is_some_and(|detail| detail.administrator_text.is_some()));
    assert_eq!(count(&test.sandbox()).await, [0; 7]);
}

#[tokio::test]
async fn a_platform_that_is_gone_stops_it_as_offline_and_nothing_is_unclear() {
    let test = SetupApp::start().await;
    let SetupApp { app, emulator, folder, timer } = test;
    emulator.faults().add(Fault::on(Route::CreateDataset).status(429).retry_after("3600"));
    let form = inlet_tests::setup::form(&emulator.tenant().into(), "Pendo events");
    let setup = app.start_setup(form).await.unwrap();
    let stopped = inlet_tests::setup::ended(&app, &setup.setup_id).await;
    assert_eq!(stopped.cause.expect("it says why").code, ErrorCode::RateLimited);

    // The platform goes away altogether, and comes back as another process on another port.
    drop(app);
    let app = open(folder.path(), timer);
    let elsewhere = Emulator::builder().start().await.unwrap();
    sign_in(&app, &Access::to(&elsewhere), "dev").await;
    let args =
        app_core::contract::setup::ResumeSetup { setup_id: stopped.setup_id, create_again: false };
    let refused = inlet_tests::setup::refused(app.resume_setup(args).await);
    assert_eq!(refused.code, ErrorCode::Refused);
    assert!(refused.title.contains("Pendo events"), "{}", refused.title);
}
