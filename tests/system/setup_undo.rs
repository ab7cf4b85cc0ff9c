//! Undo removes what a set-up made, in reverse order and checked, and nothing else.

use aep_client::flow_service::{NewSourceConnection, NewTargetConnection};
use aep_emulator::{Fault, Route};
use app_core::contract::error::ErrorCode;
use app_core::contract::setup::{Destination, Setup, SetupChoice, SetupState, StepKind, StepState};
use inlet_tests::client::chain;
use inlet_tests::setup::{Makes, STEPS, SetupApp, count, step};

/// A set-up that stopped right after this step was made.
async fn stopped_after(test: &SetupApp, at: usize) -> Setup {
    let next = STEPS.get(at + 1).map_or(Route::GetFlow, |makes| makes.create);
    test.emulator.faults().add(Fault::on(next).status(404).times(1));
    if next == Route::GetFlow {
        test.emulator.faults().clear();
        test.emulator.faults().add(Fault::on(next).status(403).times(1));
    }
    let stopped = test.set_up(test.form("Pendo events")).await;
    assert_eq!(stopped.state, SetupState::Stopped);
    stopped
}

fn deletes(test: &SetupApp) -> Vec<Route> {
    let asked = test.emulator.recording().all().into_iter();
    let routes = asked.filter(|request| request.method == "DELETE").filter_map(|r| r.route);
    routes.collect()
}

#[tokio::test]
async fn after_any_step_undo_leaves_nothing_behind_and_goes_in_reverse_order() {
    for at in 0..STEPS.len() {
        let test = SetupApp::start().await;
        let stopped = stopped_after(&test, at).await;
        let cause = stopped.cause.clone();
        let undone = test.undone(&stopped.setup_id).await;
        assert_eq!(undone.state, SetupState::Undone, "{at}: {:?}", undone.undo_problem);
        assert_eq!(count(&test.sandbox()).await, [0; 7], "{at}");
        let reverse: Vec<Route> = STEPS[..=at].iter().rev().map(|makes| makes.delete).collect();
        assert_eq!(deletes(&test), reverse);
        let removed = |makes: &Makes| step(&undone, makes.kind).state == StepState::Removed;
        assert!(STEPS[..=at].iter().all(removed));
        assert_eq!(undone.cause, cause, "the cause stays what it was");
        assert!(undone.choices.is_empty());
        assert!(test.app.list_setups().await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn a_failing_removal_stops_undo_names_what_is_left_and_can_be_retried() {
    for (at, makes) in STEPS.iter().enumerate() {
        let test = SetupApp::start().await;
        let stopped = stopped_after(&test, STEPS.len() - 1).await;
        test.emulator.faults().add(Fault::on(makes.delete).status(500).times(4));

        let half = test.undone(&stopped.setup_id).await;
        assert_eq!(half.state, SetupState::UndoStopped, "{makes:?}");
        assert_eq!(half.choices, [SetupChoice::Undo, SetupChoice::Leave]);
        let problem = half.undo_problem.as_ref().expect("it says why");
        assert_eq!(problem.code, ErrorCode::PlatformTrouble);
        assert_eq!(half.cause, stopped.cause, "the problem never replaces the cause");
        for earlier in &STEPS[..=at] {
            let object = step(&half, earlier.kind).object.as_ref().expect("it was made");
            assert!(problem.hint.contains(&object.name), "{}: {}", object.name, problem.hint);
        }
        let mut left = [0; 7];
        left[..=at].fill(1);
        assert_eq!(count(&test.sandbox()).await, left, "{makes:?}");

        let undone = test.undone(&stopped.setup_id).await;
        assert_eq!(undone.state, SetupState::Undone, "{makes:?}: {:?}", undone.undo_problem);
        assert_eq!(count(&test.sandbox()).await, [0; 7], "{makes:?}");
        assert!(undone.undo_problem.is_none());
    }
}

#[tokio::test]
async fn a_removal_whose_reply_was_lost_is_seen_to_be_done() {
    for makes in &STEPS {
        let test = SetupApp::start().await;
        let stopped = stopped_after(&test, STEPS.len() - 1).await;
        test.emulator.faults().add(Fault::on(makes.delete).lose_reply().times(1));
        let undone = test.undone(&stopped.setup_id).await;
        assert_eq!(undone.state, SetupState::Undone, "{makes:?}: {:?}", undone.undo_problem);
        assert_eq!(count(&test.sandbox()).await, [0; 7], "{makes:?}");
    }
}

#[tokio::test]
async fn an_object_that_may_have_been_made_is_looked_for_and_removed_too() {
    for makes in &STEPS {
        let test = SetupApp::start().await;
        let faults = test.emulator.faults();
        faults.add(Fault::on(makes.create).lose_reply().times(1));
        faults.add(Fault::on(makes.list).status(500).after(makes.lists_before).times(4));
        let stopped = test.set_up(test.form("Pendo events")).await;
        assert_eq!(stopped.state, SetupState::Stopped, "{makes:?}");
        assert_eq!(step(&stopped, makes.kind).state, StepState::Unclear);
        let undone = test.undone(&stopped.setup_id).await;
        assert_eq!(undone.state, SetupState::Undone, "{makes:?}: {:?}", undone.undo_problem);
        assert_eq!(count(&test.sandbox()).await, [0; 7], "{makes:?}");
    }
}

#[tokio::test]
async fn a_mapping_that_the_platform_does_not_remove_is_named_as_left_behind() {
    let test = SetupApp::start().await;
    let stopped = stopped_after(&test, STEPS.len() - 1).await;
    test.emulator.faults().add(Fault::on(Route::DeleteMappingSet).status(405));
    let undone = test.undone(&stopped.setup_id).await;
    assert_eq!(undone.state, SetupState::Undone);
    let mapping = step(&undone, StepKind::MappingSet);
    assert_eq!(mapping.state, StepState::LeftBehind);
    assert!(mapping.sentence.contains("Stays behind"), "{}", mapping.sentence);
    assert_eq!(count(&test.sandbox()).await, [0, 0, 0, 0, 0, 1, 0]);
}

#[tokio::test]
async fn what_somebody_removed_by_hand_does_not_hold_undo_up() {
    let test = SetupApp::start().await;
    let stopped = stopped_after(&test, 3).await;
    let source = step(&stopped, StepKind::SourceConnection).object.as_ref().unwrap();
    test.sandbox().source_connections().delete(&source.id.as_str().into()).await.unwrap();
    let undone = test.undone(&stopped.setup_id).await;
    assert_eq!(undone.state, SetupState::Undone);
    assert_eq!(step(&undone, StepKind::SourceConnection).state, StepState::LeftBehind);
    assert_eq!(count(&test.sandbox()).await, [0; 7]);
}

#[tokio::test]
async fn a_dataset_that_others_write_to_by_now_stays_with_all_that_it_needs() {
    let test = SetupApp::start().await;
    let stopped = stopped_after(&test, 3).await;
    let id = |kind| step(&stopped, kind).object.as_ref().unwrap().id.clone();
    let (schema, dataset) = (id(StepKind::Schema), id(StepKind::Dataset));
    let theirs = NewTargetConnection::data_lake("Theirs", &schema.into(), &dataset.into());
    test.sandbox().target_connections().create(&theirs).await.unwrap();

    let undone = test.undone(&stopped.setup_id).await;
    assert_eq!(undone.state, SetupState::Undone);
    for kind in [StepKind::Dataset, StepKind::Schema, StepKind::FieldGroup] {
        assert_eq!(step(&undone, kind).state, StepState::LeftBehind, "{kind:?}");
    }
    assert_eq!(count(&test.sandbox()).await, [1, 1, 1, 0, 1, 0, 0]);
}

#[tokio::test]
async fn what_was_only_picked_is_never_touched() {
    let test = SetupApp::start().await;
    let theirs = chain(&test.sandbox(), "Theirs").await.unwrap();
    let before = count(&test.sandbox()).await;
    let mut form = test.form("Pendo events");
    form.destination = Destination::ExistingDataset { dataset_id: theirs.dataset.to_string() };
    let namespace = format!("_{}", test.emulator.tenant());
    form.lines.retain(|line| matches!(line.target.as_str(), "_id" | "timestamp"));
    form.lines.push(app_core::contract::mapping::MappingLine {
        source: app_core::contract::mapping::MappingSource::Field { path: "uniqueId".to_owned() },
        target: format!("{namespace}.uniqueId"),
    });
    test.emulator.faults().add(Fault::on(Route::GetFlow).status(403).times(1));
    let stopped = test.set_up(form).await;
    assert_eq!(stopped.state, SetupState::Stopped, "{:?}", stopped.cause);
    assert_eq!(step(&stopped, StepKind::Dataset).state, StepState::Picked);
    let undone = test.undone(&stopped.setup_id).await;
    assert_eq!(undone.state, SetupState::Undone, "{:?}", undone.undo_problem);
    assert_eq!(count(&test.sandbox()).await, before);
    assert_eq!(step(&undone, StepKind::Dataset).state, StepState::Picked);
}

#[tokio::test]
async fn undo_of_a_set_up_that_made_nothing_asks_for_nothing() {
    let test = SetupApp::start().await;
    test.sandbox().source_connections().create(&NewSourceConnection::pendo("x")).await.unwrap();
    test.emulator.faults().add(Fault::on(Route::CreateFieldGroup).status(403).times(1));
    let stopped = test.set_up(test.form("Pendo events")).await;
    let undone = test.undone(&stopped.setup_id).await;
    assert_eq!(undone.state, SetupState::Undone);
    assert!(deletes(&test).is_empty());
}
