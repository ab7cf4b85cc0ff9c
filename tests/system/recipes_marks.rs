//! The identity marks of a recipe are steps of its set-up like every other: a lost reply is looked up, a failure stops,
//! undo takes them back.

use aep_emulator::{Fault, Route};
use app_core::contract::recipes::RecipeWay;
use app_core::contract::setup::{SetupState, StepKind, StepState};
use inlet_tests::recipes::{elsewhere, exported, marks, read, theirs};
use inlet_tests::setup::{SetupApp, count, step};

/// The form of a recipe with two identities, for an organisation that has nothing yet.
async fn ready() -> (SetupApp, RecipeWay) {
    let here = SetupApp::start().await;
    let text = exported(&here, &theirs(&here).await.flow).await;
    let there = elsewhere().await;
    let way = read(&there, &text).await.new_schema;
    (there, way)
}

#[tokio::test]
async fn a_mark_whose_reply_was_lost_is_looked_up_and_never_sent_twice() {
    for skipped in [0, 1] {
        let lost = || Fault::on(Route::CreateDescriptor).after(skipped).times(1);
        for fault in [lost().lose_reply(), lost().cut_body(), lost().break_off()] {
            let (test, way) = ready().await;
            test.emulator.faults().add(fault.clone());
            let done = test.set_up(way.form).await;
            assert_eq!(done.state, SetupState::Done, "{fault:?}: {:?}", done.cause);
            assert_eq!(marks(&test).await.len(), 2, "{fault:?}");
            assert_eq!(test.emulator.recording().count(Route::CreateDescriptor), 2, "{fault:?}");
        }
    }
}

#[tokio::test]
async fn undo_takes_the_marks_back_before_their_schema() {
    let (test, way) = ready().await;
    test.emulator.faults().add(Fault::on(Route::CreateFlow).status(403).times(1));
    let stopped = test.set_up(way.form).await;
    assert_eq!(stopped.state, SetupState::Stopped);
    assert_eq!(marks(&test).await.len(), 2);
    let undone = test.undone(&stopped.setup_id).await;
    assert_eq!(undone.state, SetupState::Undone, "{:?}", undone.undo_problem);
    assert_eq!(marks(&test).await.len(), 0);
    assert_eq!(count(&test.sandbox()).await, [0; 7]);
    let marked = undone.steps.iter().filter(|step| step.kind == StepKind::Identity);
    assert!(marked.clone().all(|step| step.state == StepState::Removed), "{:?}", undone.steps);
    assert_eq!(marked.count(), 2);
}

#[tokio::test]
async fn an_undo_that_stops_at_a_mark_says_so_and_goes_on_later() {
    let (test, way) = ready().await;
    let faults = test.emulator.faults();
    faults.add(Fault::on(Route::CreateFlow).status(403).times(1));
    let stopped = test.set_up(way.form).await;
    faults.add(Fault::on(Route::DeleteDescriptor).status(403).times(1));
    let half = test.undone(&stopped.setup_id).await;
    assert_eq!(half.state, SetupState::UndoStopped);
    let problem = half.undo_problem.expect("it says why");
    assert!(problem.hint.contains("identity mark “_otherlab.mail”"), "{problem:?}");
    assert_eq!(half.cause, stopped.cause, "the reason why it stopped is kept");
    let undone = test.undone(&stopped.setup_id).await;
    assert_eq!(undone.state, SetupState::Undone, "{:?}", undone.undo_problem);
    assert_eq!(marks(&test).await.len(), 0);
    assert_eq!(count(&test.sandbox()).await, [0; 7]);
}

#[tokio::test]
async fn a_mark_that_a_minute_of_looking_has_not_shown_is_asked_about() {
    let (test, way) = ready().await;
    test.emulator.faults().add(Fault::on(Route::CreateDescriptor).drop_connection().times(1));
    let asked = test.set_up(way.form).await;
    assert_eq!(asked.state, SetupState::Unclear);
    let unclear = step(&asked, StepKind::Identity);
    let words = "an identity on the field _otherlab.visitorId of the schema “Visits”";
    assert!(unclear.sentence.contains(words), "{}", unclear.sentence);
    let done = test.resumed(&asked.setup_id, true).await;
    assert_eq!(done.state, SetupState::Done, "{:?}", done.cause);
    assert_eq!(marks(&test).await.len(), 2);
}

#[tokio::test]
async fn a_mark_that_is_refused_stops_the_set_up_and_is_made_once_it_is_resumed() {
    let (test, way) = ready().await;
    test.emulator.faults().add(Fault::on(Route::CreateDescriptor).after(1).status(403).times(1));
    let stopped = test.set_up(way.form).await;
    assert_eq!(stopped.state, SetupState::Stopped);
    assert_eq!(marks(&test).await.len(), 1);
    let test = test.restarted().await;
    let done = test.resumed(&stopped.setup_id, false).await;
    assert_eq!(done.state, SetupState::Done, "{:?}", done.cause);
    assert_eq!(marks(&test).await.len(), 2);
    assert_eq!(count(&test.sandbox()).await, [1; 7]);
}
