//! Replacing a dataflow, from the form to the old one's end: it stays on until events are counted on the new one.

use std::time::Duration;

use aep_client::flow_service::ResourceState;
use aep_client::{FlowId, WebhookUrl};
use aep_emulator::{Fault, Route};
use app_core::contract::error::{Action, ErrorCode};
use app_core::contract::files::FileFormat;
use app_core::contract::flows::FlowRef;
use app_core::contract::mapping::MappingSource;
use app_core::contract::replacement::{
    MarkReplacement, Replacement, ReplacementMark, ReplacementRef, ReplacementStage as Stage,
    StartReplacement,
};
use app_core::contract::run_history::ExportRuns;
use app_core::contract::setup::{Destination, Setup, SetupForm, SetupState};
use app_core::contract::test_event::SendTestEvent;
use inlet_tests::client::{client, event};
use inlet_tests::setup::{SetupApp, pause, refused};

fn flow(id: &str) -> FlowRef {
    FlowRef { flow_id: id.to_owned() }
}

/// A dataflow "Guides", made as the app makes them.
async fn with_old() -> (SetupApp, String) {
    let test = SetupApp::start().await;
    let setup = test.set_up(test.form("Guides")).await;
    (test, setup.flow_id.expect("the dataflow is made"))
}

async fn only(test: &SetupApp, id: &str) -> Replacement {
    let mut all = test.app.get_replacements(flow(id)).await.unwrap();
    assert_eq!(all.len(), 1);
    all.remove(0)
}

async fn start(test: &SetupApp, old: &str) -> Setup {
    let form = test.app.get_replacement_form(flow(old)).await.unwrap().form;
    // Somewhere else: what cannot be changed under a dataflow that is on.
    let destination = Destination::Starter { dataset_name: "Guides elsewhere".to_owned() };
    let form = SetupForm { destination, ..form };
    let args = StartReplacement { old_flow_id: old.to_owned(), form };
    let begun = test.app.start_replacement(args).await.unwrap();
    test.ended(&begun.setup_id).await
}

async fn send(test: &SetupApp, setup: &Setup, id: &str) {
    let address = setup.webhook_address.as_ref().expect("the address is known");
    let webhook = WebhookUrl::new(format!("{}{}", address.endpoint, address.query));
    client(&test.emulator).inlet().post(&webhook, &event(id)).await.unwrap();
}

async fn state(test: &SetupApp, id: &str) -> ResourceState {
    test.sandbox().flows().get(&FlowId::from(id)).await.unwrap().value.state
}

fn reference(setup: &Setup) -> ReplacementRef {
    ReplacementRef { setup_id: setup.setup_id.clone() }
}

fn mark(setup: &Setup, mark: ReplacementMark) -> MarkReplacement {
    MarkReplacement { setup_id: setup.setup_id.clone(), mark }
}

#[tokio::test]
async fn the_form_is_filled_in_from_the_old_dataflow() {
    let (test, old) = with_old().await;
    let read = test.app.get_replacement_form(flow(&old)).await.unwrap();
    assert_eq!((read.old.name.as_str(), read.form.name.as_str()), ("Guides", "Guides (new)"));
    assert_eq!((read.left_out, read.form.description.as_str()), (0, ""));
    let given = test.form("Guides").lines;
    assert_eq!(read.form.lines.len(), given.len());
    let targets = |form: &[app_core::contract::mapping::MappingLine]| {
        let mut targets: Vec<_> = form.iter().map(|line| line.target.clone()).collect();
        targets.sort();
        targets
    };
    assert_eq!(targets(&read.form.lines), targets(&given));
    let dates = read.form.lines.iter().filter(|line| line.target == "timestamp");
    let seconds = MappingSource::SecondsToDate { path: "timestamp".to_owned() };
    assert!(dates.into_iter().all(|line| line.source == seconds));
    let target = test.sandbox().flows().get(&old.as_str().into()).await.unwrap().value;
    let target = test.sandbox().target_connections().get(&target.target_connection_ids[0]).await;
    let dataset_id = target.unwrap().value.params.dataset_id.unwrap().to_string();
    assert_eq!(read.form.destination, Destination::ExistingDataset { dataset_id });
}

#[tokio::test]
async fn the_old_one_is_switched_off_after_events_are_counted_on_the_new_one_and_not_before() {
    let (test, old) = with_old().await;
    let setup = start(&test, &old).await;
    assert_eq!(setup.state, SetupState::Done, "{:?}", setup.cause);
    let new = setup.flow_id.clone().unwrap();
    let made = only(&test, &old).await;
    assert_eq!((made.stage, made.doubles), (Stage::AddressToPaste, true));
    assert_eq!(made.new.as_ref().map(|new| new.id.as_str()), Some(new.as_str()));
    assert_eq!(only(&test, &new).await.setup_id, made.setup_id, "both pages tell of it");
    let early = refused(test.app.finish_replacement(reference(&setup)).await);
    assert_eq!((early.code, early.action), (ErrorCode::Refused, Action::Retry));
    assert_eq!(state(&test, &old).await, ResourceState::Enabled);

    test.app.mark_replacement(mark(&setup, ReplacementMark::Pasted)).await.unwrap();
    assert_eq!(only(&test, &old).await.stage, Stage::WaitingForEvents);
    send(&test, &setup, "u-1").await;
    test.emulator.clock().advance(Duration::from_secs(600));
    let early = refused(test.app.finish_replacement(reference(&setup)).await);
    assert_eq!(early.code, ErrorCode::Refused);
    assert_eq!(state(&test, &old).await, ResourceState::Enabled, "sent is not counted");

    test.emulator.clock().advance(Duration::from_secs(3 * 3_600));
    let counted = only(&test, &old).await;
    assert_eq!((counted.stage, counted.doubles), (Stage::Counted, true));
    assert!(counted.title.starts_with("1 event is counted"), "{}", counted.title);
    assert_eq!(state(&test, &old).await, ResourceState::Enabled, "a person decides");
    let done = test.app.finish_replacement(reference(&setup)).await.unwrap();
    assert_eq!((done.stage, done.doubles), (Stage::Done, false));
    assert_eq!(state(&test, &old).await, ResourceState::Disabled);
    assert_eq!(state(&test, &new).await, ResourceState::Enabled);
    assert_eq!(test.app.finish_replacement(reference(&setup)).await.unwrap().stage, Stage::Done);
    assert!(!done.old_is_gone);
    test.sandbox().flows().delete(&old.as_str().into()).await.unwrap();
    let after = only(&test, &new).await;
    assert_eq!((after.stage, after.old_is_gone), (Stage::Done, true));
}

#[tokio::test]
async fn a_test_event_does_not_prove_that_the_new_address_is_in_pendo() {
    let (test, old) = with_old().await;
    let setup = start(&test, &old).await;
    test.emulator.clock().advance(Duration::from_secs(600));
    let event = SendTestEvent {
        flow_id: setup.flow_id.clone().unwrap(),
        label: "Guide displayed (example)".to_owned(),
        text: event("u-1").to_string(),
    };
    test.app.send_test_event(event).await.unwrap();
    test.emulator.clock().advance(Duration::from_secs(3 * 3_600));
    assert_eq!(only(&test, &old).await.stage, Stage::AddressToPaste);
    let early = refused(test.app.finish_replacement(reference(&setup)).await);
    assert_eq!(early.code, ErrorCode::Refused);
    assert_eq!(state(&test, &old).await, ResourceState::Enabled);

    send(&test, &setup, "u-2").await;
    test.emulator.clock().advance(Duration::from_secs(3 * 3_600));
    let counted = only(&test, &old).await;
    assert_eq!(counted.stage, Stage::Counted);
    assert!(counted.title.starts_with("1 event is counted"), "{}", counted.title);
}

#[tokio::test]
async fn runs_that_cannot_be_read_leave_the_old_one_on() {
    let (test, old) = with_old().await;
    let setup = start(&test, &old).await;
    send(&test, &setup, "u-1").await;
    test.emulator.clock().advance(Duration::from_secs(4 * 3_600));
    test.emulator.faults().add(Fault::on(Route::ListRuns).status(503));
    let unread = only(&test, &old).await;
    assert_eq!(unread.stage, Stage::AddressToPaste);
    assert_eq!(unread.problem.map(|problem| problem.code), Some(ErrorCode::PlatformTrouble));
    let error = refused(test.app.finish_replacement(reference(&setup)).await);
    assert_eq!(error.code, ErrorCode::PlatformTrouble);
    assert_eq!(state(&test, &old).await, ResourceState::Enabled);
}

#[tokio::test]
async fn a_restart_in_between_forgets_nothing() {
    let (test, old) = with_old().await;
    let setup = start(&test, &old).await;
    test.app.mark_replacement(mark(&setup, ReplacementMark::Pasted)).await.unwrap();
    let test = test.restarted().await;
    assert_eq!(only(&test, &old).await.stage, Stage::WaitingForEvents);
    send(&test, &setup, "u-1").await;
    test.emulator.clock().advance(Duration::from_secs(4 * 3_600));
    let done = test.app.finish_replacement(reference(&setup)).await.unwrap();
    assert_eq!(done.stage, Stage::Done);
}

#[tokio::test]
async fn a_replacement_that_is_undone_leaves_the_old_one_as_it_was() {
    let (test, old) = with_old().await;
    test.emulator.faults().add(Fault::on(Route::CreateFlow).status(400).times(1));
    let stopped = start(&test, &old).await;
    assert_eq!(stopped.state, SetupState::Stopped);
    assert_eq!(only(&test, &old).await.stage, Stage::BeingMade);
    let undone = test.undone(&stopped.setup_id).await;
    assert_eq!(undone.state, SetupState::Undone);
    let told = only(&test, &old).await;
    assert_eq!((told.stage, told.doubles), (Stage::Undone, false));
    let early = refused(test.app.finish_replacement(reference(&stopped)).await);
    assert_eq!(early.code, ErrorCode::Refused);
    assert_eq!(state(&test, &old).await, ResourceState::Enabled);

    let again = start(&test, &old).await;
    assert_eq!(again.state, SetupState::Done, "one that was undone is in nobody's way");
    test.app.mark_replacement(mark(&stopped, ReplacementMark::Dismissed)).await.unwrap();
    assert_eq!(only(&test, &old).await.setup_id, again.setup_id);
}

#[tokio::test]
async fn a_new_one_that_somebody_deleted_counts_for_nothing() {
    let (test, old) = with_old().await;
    let setup = start(&test, &old).await;
    send(&test, &setup, "u-1").await;
    test.emulator.clock().advance(Duration::from_secs(4 * 3_600));
    let new = setup.flow_id.clone().unwrap();
    assert_eq!(only(&test, &old).await.stage, Stage::Counted);
    test.sandbox().flows().delete(&new.as_str().into()).await.unwrap();
    assert_eq!(only(&test, &old).await.stage, Stage::Undone);
    let early = refused(test.app.finish_replacement(reference(&setup)).await);
    assert_eq!(early.code, ErrorCode::Refused);
    assert_eq!(state(&test, &old).await, ResourceState::Enabled);
}

#[tokio::test]
async fn one_replacement_at_a_time_and_none_of_a_form_that_is_refused() {
    let (test, old) = with_old().await;
    let form = test.app.get_replacement_form(flow(&old)).await.unwrap().form;
    let empty = SetupForm { name: String::new(), ..form.clone() };
    let args = |form: SetupForm| StartReplacement { old_flow_id: old.clone(), form };
    let error = refused(test.app.start_replacement(args(empty)).await);
    assert_eq!(error.code, ErrorCode::Validation);
    assert_eq!(test.app.get_replacements(flow(&old)).await.unwrap(), []);
    let setup = start(&test, &old).await;
    let error = refused(test.app.start_replacement(args(form)).await);
    assert_eq!(error.code, ErrorCode::Conflict);
    test.app.mark_replacement(mark(&setup, ReplacementMark::Dismissed)).await.unwrap();
    assert_eq!(test.app.get_replacements(flow(&old)).await.unwrap(), []);
}

#[tokio::test]
async fn runs_that_were_read_to_count_the_events_of_the_new_one_are_kept() {
    let (test, old) = with_old().await;
    let setup = start(&test, &old).await;
    test.app.mark_replacement(mark(&setup, ReplacementMark::Pasted)).await.unwrap();
    send(&test, &setup, "u-1").await;
    test.emulator.clock().advance(Duration::from_secs(3 * 3_600));
    assert_eq!(only(&test, &old).await.stage, Stage::Counted);
    let kept = || ExportRuns {
        flow_id: setup.flow_id.clone(),
        since: 0,
        until: i64::MAX / 2,
        format: FileFormat::Csv,
    };
    while test.app.export_runs(kept()).await.unwrap().text.lines().count() < 2 {
        pause().await;
    }
}
