//! A create whose reply was lost is looked up, never sent twice; when looking does not help, a person is asked.

use std::time::Duration;

use aep_emulator::Fault;
use app_core::contract::error::ErrorCode;
use app_core::contract::setup::{Setup, SetupChoice, SetupState, StepState};
use inlet_tests::setup::{Makes, STEPS, SetupApp, count, step};

/// Every way in which a request is done and its answer cannot be read.
fn losses(makes: &Makes) -> [Fault; 3] {
    let lost = || Fault::on(makes.create).times(1);
    [lost().lose_reply(), lost().cut_body(), lost().break_off()]
}

#[tokio::test]
async fn a_lost_reply_is_looked_up_and_exactly_one_of_everything_exists() {
    for makes in &STEPS {
        for fault in losses(makes) {
            let test = SetupApp::start().await;
            test.emulator.faults().add(fault.clone());
            let done = test.set_up(test.form("Pendo, “events” 🎉")).await;
            assert_eq!(done.state, SetupState::Done, "{makes:?} {fault:?}: {:?}", done.cause);
            assert_eq!(count(&test.sandbox()).await, [1; 7], "{makes:?} {fault:?}");
            assert_eq!(test.emulator.recording().count(makes.create), 1, "{makes:?}");
        }
    }
}

#[tokio::test]
async fn a_list_that_shows_the_object_ten_seconds_late_is_waited_for() {
    for makes in &STEPS {
        let test = SetupApp::start().await;
        let faults = test.emulator.faults();
        faults.add(Fault::on(makes.create).list_late(Duration::from_secs(10)).times(1));
        faults.add(Fault::on(makes.create).lose_reply().times(1));
        let done = test.set_up(test.form("Pendo events")).await;
        assert_eq!(done.state, SetupState::Done, "{makes:?}: {:?}", done.cause);
        assert_eq!(test.emulator.recording().count(makes.create), 1, "{makes:?}");
        assert_eq!(count(&test.sandbox()).await, [1; 7], "{makes:?}");
    }
}

/// A set-up whose step was made, but is not shown for an hour.
async fn unclear(test: &SetupApp, makes: &Makes) -> Setup {
    let faults = test.emulator.faults();
    faults.add(Fault::on(makes.create).list_late(Duration::from_secs(3600)).times(1));
    faults.add(Fault::on(makes.create).lose_reply().times(1));
    test.set_up(test.form("Pendo events")).await
}

#[tokio::test]
async fn after_a_minute_without_a_trace_a_person_is_asked_and_nothing_is_made_twice() {
    for makes in &STEPS {
        let test = SetupApp::start().await;
        let asked = unclear(&test, makes).await;
        assert_eq!(asked.state, SetupState::Unclear, "{makes:?}");
        assert_eq!(step(&asked, makes.kind).state, StepState::Unclear);
        assert_eq!(asked.cause.as_ref().expect("it says why").code, ErrorCode::OutcomeUnknown);
        let expected =
            [SetupChoice::Resume, SetupChoice::CreateAgain, SetupChoice::Undo, SetupChoice::Leave];
        assert_eq!(asked.choices, expected);

        let again = test.resumed(&asked.setup_id, false).await;
        assert_eq!(again.state, SetupState::Unclear, "looking again makes nothing");
        assert_eq!(test.emulator.recording().count(makes.create), 1, "{makes:?}");

        test.timer.pass(Duration::from_secs(3600));
        let done = test.resumed(&asked.setup_id, false).await;
        assert_eq!(done.state, SetupState::Done, "{makes:?}: {:?}", done.cause);
        assert_eq!(test.emulator.recording().count(makes.create), 1, "{makes:?}");
        assert_eq!(count(&test.sandbox()).await, [1; 7], "{makes:?}");
    }
}

#[tokio::test]
async fn undo_does_not_call_removed_what_it_could_not_find() {
    for makes in &STEPS {
        let test = SetupApp::start().await;
        let asked = unclear(&test, makes).await;
        let half = test.undone(&asked.setup_id).await;
        assert_eq!(half.state, SetupState::UndoStopped, "{makes:?}");
        assert_eq!(step(&half, makes.kind).state, StepState::Unclear);
        let problem = half.undo_problem.expect("it says what may be left");
        assert_eq!(problem.code, ErrorCode::OutcomeUnknown, "{makes:?}");

        test.timer.pass(Duration::from_secs(3600));
        let undone = test.undone(&asked.setup_id).await;
        assert_eq!(undone.state, SetupState::Undone, "{makes:?}: {:?}", undone.undo_problem);
        assert_eq!(count(&test.sandbox()).await, [0; 7], "{makes:?}");
    }
}

#[tokio::test]
async fn a_person_who_looked_may_have_it_made_again() {
    for makes in &STEPS {
        let test = SetupApp::start().await;
        // The connection breaks before anything is done: from here that looks the same.
        test.emulator.faults().add(Fault::on(makes.create).drop_connection().times(1));
        let asked = test.set_up(test.form("Pendo events")).await;
        assert_eq!(asked.state, SetupState::Unclear, "{makes:?}");
        let done = test.resumed(&asked.setup_id, true).await;
        assert_eq!(done.state, SetupState::Done, "{makes:?}: {:?}", done.cause);
        assert_eq!(count(&test.sandbox()).await, [1; 7], "{makes:?}");
    }
}

#[tokio::test]
async fn what_was_left_for_hours_and_is_not_there_is_made_without_asking() {
    for makes in &STEPS {
        let test = SetupApp::start().await;
        test.emulator.faults().add(Fault::on(makes.create).drop_connection().times(1));
        let asked = test.set_up(test.form("Pendo events")).await;
        let left = test.app.leave_setup(inlet_tests::setup::reference(&asked.setup_id)).await;
        assert_eq!(left.unwrap().state, SetupState::Left);
        let test = test.restarted().await;
        test.timer.pass(Duration::from_secs(3600));
        let done = test.resumed(&asked.setup_id, false).await;
        assert_eq!(done.state, SetupState::Done, "{makes:?}: {:?}", done.cause);
        assert_eq!(count(&test.sandbox()).await, [1; 7], "{makes:?}");
    }
}

#[tokio::test]
async fn an_object_of_the_same_name_without_the_mark_is_not_taken_for_ours() {
    let test = SetupApp::start().await;
    let pendo = aep_client::flow_service::NewSourceConnection::pendo("Pendo events");
    test.sandbox().source_connections().create(&pendo).await.unwrap();
    let source = &STEPS[3];
    test.emulator.faults().add(Fault::on(source.create).lose_reply().times(1));
    let done = test.set_up(test.form("Pendo events")).await;
    assert_eq!(done.state, SetupState::Done, "{:?}", done.cause);
    assert_eq!(count(&test.sandbox()).await[3], 2, "theirs and ours");
}
