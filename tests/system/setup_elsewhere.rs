//! A set-up belongs to the session that it was started in: another one may know of it, and neither gets its webhook
//! address nor changes it. What of the journal cannot be read hides nothing else.

use aep_emulator::{Emulator, Fault, Route};
use app_core::contract::app_state::Environment;
use app_core::contract::drafts::SaveDraft;
use app_core::contract::error::ErrorCode;
use app_core::contract::profiles::SelectSandbox;
use app_core::contract::setup::{Setup, SetupState, StepKind};
use inlet_tests::app::TestApp;
use inlet_tests::setup::{SetupApp, ended, form, reference, refused, step};
use local_history::{History, Scope, SetupRecord};
use serde_json::json;

fn stage() -> SelectSandbox {
    SelectSandbox { sandbox: "stage".to_owned() }
}

#[tokio::test]
async fn from_another_sandbox_a_set_up_has_no_address_and_no_choices() {
    let test = SetupApp::start().await;
    let done = test.set_up(test.form("Pendo events")).await;
    assert!(done.webhook_address.is_some() && done.elsewhere.is_none());
    test.app.select_sandbox(stage()).await.unwrap();
    let seen = test.app.get_setup(reference(&done.setup_id)).await.unwrap();
    assert_eq!((seen.webhook_address, seen.choices), (None, Vec::new()));
    assert!(seen.elsewhere.unwrap().title.contains("“dev”"));
    test.app.disconnect().await.unwrap();
    let seen = test.app.get_setup(reference(&done.setup_id)).await.unwrap();
    assert!(seen.webhook_address.is_none() && seen.elsewhere.is_some());
}

#[tokio::test]
async fn a_stopped_set_up_is_not_left_from_another_sandbox() {
    let test = SetupApp::start().await;
    test.emulator.faults().add(Fault::on(Route::CreateDataset).status(400).times(1));
    let stopped = test.set_up(test.form("Pendo events")).await;
    test.app.select_sandbox(stage()).await.unwrap();
    let seen = test.app.get_setup(reference(&stopped.setup_id)).await.unwrap();
    assert_eq!(seen.choices, Vec::new());
    let error = refused(test.app.leave_setup(reference(&stopped.setup_id)).await);
    assert_eq!(error.code, ErrorCode::Refused);
    let frame = test.app.get_app_state().await.unwrap();
    assert_eq!(frame.setups_elsewhere[0].state, SetupState::Stopped);
}

/// A set-up of practice mode that has stopped.
async fn stopped_in_practice(test: &TestApp) -> Setup {
    test.emulator.faults().add(Fault::on(Route::CreateDataset).status(400).times(1));
    let form = form(&test.emulator.tenant().into(), "Practised");
    let setup = test.app.start_setup(form).await.unwrap();
    ended(&test.app, &setup.setup_id).await
}

#[tokio::test]
async fn practice_modes_set_ups_are_forgotten_when_it_ends_or_begins_anew() {
    let test = TestApp::start().await;
    for anew in [true, false] {
        let stopped = stopped_in_practice(&test).await;
        if anew {
            test.app.start_practice().await.unwrap();
        } else {
            test.app.disconnect().await.unwrap();
        }
        let error = refused(test.app.get_setup(reference(&stopped.setup_id)).await);
        assert_eq!(error.code, ErrorCode::NotFound);
    }
}

#[tokio::test]
async fn in_practice_mode_set_ups_and_drafts_carry_its_own_time() {
    let start = 1_900_000_000_000_i64;
    let emulator = Emulator::builder().clock_start_ms(start).clock_speed(0.0);
    let test = TestApp::on(emulator).await;
    let session = test.app.get_app_state().await.unwrap().session.unwrap();
    assert_eq!((session.environment, session.clock.now), (Environment::Practice, start));
    let stopped = stopped_in_practice(&test).await;
    assert_eq!((stopped.started_at, stopped.ended_at), (start, Some(start)));
    let draft = SaveDraft { form: "setup".to_owned(), values: json!({}) };
    assert_eq!(test.app.save_draft(draft).await.unwrap().saved_at, start);
}

#[tokio::test]
async fn a_step_that_is_done_is_told_as_done() {
    let test = SetupApp::start().await;
    test.emulator.faults().add(Fault::on(Route::CreateFlow).status(400).times(1));
    let stopped = test.set_up(test.form("Pendo events")).await;
    assert!(step(&stopped, StepKind::Dataset).sentence.starts_with("Made a place"));
    assert!(step(&stopped, StepKind::Flow).sentence.starts_with("Joining"));
}

#[tokio::test]
async fn one_row_of_the_journal_that_cannot_be_read_hides_no_other_and_is_told() {
    let test = SetupApp::start().await;
    test.emulator.faults().add(Fault::on(Route::CreateDataset).status(400).times(1));
    let stopped = test.set_up(test.form("Pendo events")).await;
    let (test, ()) = test
        .closed_for(async |emulator, folder| {
            let scope = Scope {
                environment: emulator.base_url().to_owned(),
                organization: emulator.org_id().to_owned(),
                sandbox: "dev".to_owned(),
            };
            History::open(folder).unwrap().save_setup(&of_a_later_version(scope)).unwrap();
        })
        .await;
    let frame = test.app.get_app_state().await.unwrap();
    let shown: Vec<_> = frame.setups.iter().map(|setup| setup.setup_id.as_str()).collect();
    assert_eq!(shown, [stopped.setup_id.as_str()]);
    let notice = frame.notices.iter().find(|notice| notice.id == "setups-unreadable:1");
    assert_eq!(notice.unwrap().title, "An earlier set-up could not be read");
    assert_eq!(test.app.list_setups().await.unwrap().len(), 1);
}

fn of_a_later_version(scope: Scope) -> SetupRecord {
    SetupRecord {
        id: "later".to_owned(),
        scope,
        profile_name: "Work".to_owned(),
        name: "Later".to_owned(),
        form: json!({}),
        state: "a state of a later version".to_owned(),
        cause: None,
        undo_problem: None,
        started_at: 0,
        settles_at: None,
        ended_at: None,
        steps: Vec::new(),
    }
}
