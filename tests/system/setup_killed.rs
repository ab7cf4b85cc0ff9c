//! The app is killed in the middle of a set-up, as by `kill -9` or a power cut; the next start goes on from the
//! journal and ends with exactly one of everything.

use std::time::Duration;

use aep_emulator::{Fault, Route};
use app_core::contract::setup::{Setup, SetupState, StepState};
use inlet_tests::killed::Working;
use inlet_tests::setup::{Makes, STEPS, SetupApp, count, pause, reference, step};
use local_history::{SetupRecord, StepRecord};

const CHILD: &str = env!("CARGO_BIN_EXE_setup-child");
const FOREVER: Duration = Duration::from_secs(24 * 3600);

/// The journal holds the intent of this step and no object: its request has left or is about to.
fn is_pending(setup: &SetupRecord, makes: &Makes) -> bool {
    let name = serde_json::to_value(makes.kind).unwrap();
    let step = setup.steps.iter().find(|step| name == step.kind.as_str());
    step.is_some_and(|step| step.intent.is_some() && step.object.is_none())
}

/// The journal holds the dataflow's id.
fn is_made_flow(step: &StepRecord) -> bool {
    step.kind == "flow" && step.object.is_some()
}

/// Kills the app while the platform has this step's request and has not carried it out.
async fn killed_before_the_work(makes: &Makes) -> (SetupApp, Setup) {
    let test = SetupApp::start().await;
    let (test, id) = test
        .closed_for(async |emulator, folder| {
            emulator.faults().add(Fault::on(makes.create).delay(FOREVER).times(1));
            let act = ["start", "Pendo events"];
            let mut child = Working::begin(CHILD, emulator, folder, act).await;
            child.until(|setup| is_pending(setup, makes)).await;
            // It has struck: the request has arrived, and waits.
            while emulator.faults().planned() > 0 {
                pause().await;
            }
            child.kill()
        })
        .await;
    let setup = test.app.get_setup(reference(&id)).await.unwrap();
    (test, setup)
}

/// Kills the app after the platform has carried this step's request out, and before the answer was read.
async fn killed_after_the_work(makes: &Makes) -> (SetupApp, Setup) {
    let test = SetupApp::start().await;
    // Signing in asks for some lists too, in the other process as it did here.
    let lists = u32::try_from(test.emulator.recording().count(makes.list)).unwrap();
    let lists = lists + makes.lists_before;
    let (test, id) = test
        .closed_for(async |emulator, folder| {
            emulator.faults().add(Fault::on(makes.create).lose_reply().times(1));
            // The look-up hangs, so that the app cannot learn what became of it.
            emulator.faults().add(Fault::on(makes.list).delay(FOREVER).after(lists));
            let act = ["start", "Pendo events"];
            let mut child = Working::begin(CHILD, emulator, folder, act).await;
            child.until(|setup| is_pending(setup, makes)).await;
            while emulator.recording().count(makes.create) == 0 {
                pause().await;
            }
            let id = child.kill();
            emulator.faults().clear();
            id
        })
        .await;
    let setup = test.app.get_setup(reference(&id)).await.unwrap();
    (test, setup)
}

async fn is_offered_again(test: &SetupApp, setup: &Setup, makes: &Makes) {
    assert_eq!(setup.state, SetupState::Stopped, "{makes:?}");
    assert_eq!(step(setup, makes.kind).state, StepState::Unclear, "{makes:?}");
    assert!(setup.cause.as_ref().is_some_and(|cause| cause.title.contains("closed")));
    let frame = test.app.get_app_state().await.unwrap();
    let shown: Vec<_> = frame.setups.iter().map(|setup| setup.setup_id.as_str()).collect();
    assert_eq!(shown, [setup.setup_id.as_str()]);
}

async fn one_of_everything(test: &SetupApp, done: &Setup, makes: &Makes) {
    assert_eq!(done.state, SetupState::Done, "{makes:?}: {:?}", done.cause);
    assert_eq!(count(&test.sandbox()).await, [1; 7], "{makes:?}");
    assert!(done.webhook_address.is_some(), "{makes:?}");
    assert!(done.steps.iter().all(|step| step.state == StepState::Done), "{makes:?}");
}

#[tokio::test]
async fn killed_with_the_work_done_and_the_answer_unread_it_resumes_to_one_of_everything() {
    for makes in &STEPS {
        let (test, setup) = killed_after_the_work(makes).await;
        is_offered_again(&test, &setup, makes).await;
        let done = test.resumed(&setup.setup_id, false).await;
        one_of_everything(&test, &done, makes).await;
        assert_eq!(test.emulator.recording().count(makes.create), 1, "{makes:?}");
    }
}

#[tokio::test]
async fn killed_with_the_intent_noted_and_nothing_done_it_asks_and_then_makes_one_of_everything() {
    for makes in &STEPS {
        let (test, setup) = killed_before_the_work(makes).await;
        is_offered_again(&test, &setup, makes).await;
        // Minutes later a list may still lag behind: nothing is made on a guess.
        let asked = test.resumed(&setup.setup_id, false).await;
        assert_eq!(asked.state, SetupState::Unclear, "{makes:?}");
        let done = test.resumed(&setup.setup_id, true).await;
        one_of_everything(&test, &done, makes).await;
    }
}

#[tokio::test]
async fn killed_with_nothing_done_it_resumes_the_next_day_to_one_of_everything() {
    for makes in &STEPS {
        let (test, setup) = killed_before_the_work(makes).await;
        test.timer.pass(FOREVER);
        let done = test.resumed(&setup.setup_id, false).await;
        one_of_everything(&test, &done, makes).await;
    }
}

#[tokio::test]
async fn killed_in_the_middle_it_can_be_undone_and_leaves_nothing() {
    for makes in &STEPS {
        let (test, setup) = killed_after_the_work(makes).await;
        let undone = test.undone(&setup.setup_id).await;
        assert_eq!(undone.state, SetupState::Undone, "{makes:?}: {:?}", undone.undo_problem);
        assert_eq!(count(&test.sandbox()).await, [0; 7], "{makes:?}");
    }
}

#[tokio::test]
async fn killed_while_it_looks_before_the_first_write_it_resumes_to_one_of_everything() {
    let test = SetupApp::start().await;
    // Signing in looks at the source too, in the other process as it did here.
    let looks = u32::try_from(test.emulator.recording().count(Route::GetConnectionSpec)).unwrap();
    let (test, id) = test
        .closed_for(async |emulator, folder| {
            let hang = Fault::on(Route::GetConnectionSpec).delay(FOREVER).after(looks).times(1);
            emulator.faults().add(hang);
            let child = Working::begin(CHILD, emulator, folder, ["start", "Pendo events"]).await;
            while emulator.faults().planned() > 0 {
                pause().await;
            }
            child.kill()
        })
        .await;
    let setup = test.app.get_setup(reference(&id)).await.unwrap();
    assert_eq!(setup.state, SetupState::Stopped);
    assert_eq!(count(&test.sandbox()).await, [0; 7]);
    let done = test.resumed(&id, false).await;
    one_of_everything(&test, &done, &STEPS[0]).await;
}

#[tokio::test]
async fn killed_while_it_waits_for_the_streaming_endpoint_it_makes_no_second_dataflow() {
    let test = SetupApp::start().await;
    test.emulator.switch(|switches| switches.inlet_url_after = FOREVER);
    let (test, id) = test
        .closed_for(async |emulator, folder| {
            let act = ["start", "Pendo events"];
            let mut child = Working::begin(CHILD, emulator, folder, act).await;
            child.until(|setup| setup.steps.iter().any(is_made_flow)).await;
            child.kill()
        })
        .await;
    test.timer.pass(FOREVER);
    let done = test.resumed(&id, false).await;
    one_of_everything(&test, &done, &STEPS[6]).await;
    assert_eq!(test.emulator.recording().count(Route::CreateFlow), 1);
}

#[tokio::test]
async fn killed_while_it_is_undone_the_next_start_undoes_the_rest() {
    for makes in &STEPS {
        let test = SetupApp::start().await;
        test.emulator.switch(|switches| switches.inlet_url_after = FOREVER);
        let pending = test.set_up(test.form("Pendo events")).await;
        assert_eq!(pending.state, SetupState::EndpointPending);
        let (test, ()) = test
            .closed_for(async |emulator, folder| {
                emulator.faults().add(Fault::on(makes.delete).lose_reply().times(1));
                emulator.faults().add(Fault::on(makes.delete).delay(FOREVER).after(1));
                let act = ["undo", pending.setup_id.as_str()];
                let child = Working::begin(CHILD, emulator, folder, act).await;
                while emulator.recording().count(makes.delete) == 0 {
                    pause().await;
                }
                let _ = child.kill();
                emulator.faults().clear();
            })
            .await;
        let half = test.app.get_setup(reference(&pending.setup_id)).await.unwrap();
        assert_eq!(half.state, SetupState::UndoStopped, "{makes:?}");
        let undone = test.undone(&pending.setup_id).await;
        assert_eq!(undone.state, SetupState::Undone, "{makes:?}: {:?}", undone.undo_problem);
        assert_eq!(count(&test.sandbox()).await, [0; 7], "{makes:?}");
        let gone = |makes: &Makes| step(&undone, makes.kind).state == StepState::Removed;
        assert!(STEPS.iter().all(gone), "{makes:?}: {:?}", undone.steps);
    }
}
