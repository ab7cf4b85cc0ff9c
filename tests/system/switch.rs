//! Switching dataflows on and off: a fresh read first, the version with it, one outcome for each.

use aep_client::flow_service::ResourceState;
use aep_client::{FlowId, ListQuery, Patch, Sandbox, SandboxName};
use aep_emulator::{Emulator, Fault, Route};
use app_core::contract::error::ErrorCode;
use app_core::contract::flows::FlowState;
use app_core::contract::profiles::SelectSandbox;
use app_core::contract::switching::{SwitchFlows, SwitchOutcome, SwitchedFlow};
use inlet_tests::app::TestApp;
use inlet_tests::client::{chain, client, sandbox};

async fn state(sandbox: &Sandbox, id: &FlowId) -> ResourceState {
    sandbox.flows().get(id).await.unwrap().value.state
}

async fn switched(test: &TestApp, ids: &[&FlowId], on: bool) -> Vec<SwitchedFlow> {
    let flow_ids = ids.iter().map(|id| id.to_string()).collect();
    test.app.switch_flows(SwitchFlows { flow_ids, on }).await.unwrap()
}

/// Three dataflows that are on.
async fn three(emulator: &Emulator) -> [FlowId; 3] {
    let sandbox = sandbox(emulator);
    let mut made = Vec::new();
    for name in ["One", "Two", "Three"] {
        made.push(chain(&sandbox, name).await.unwrap().flow);
    }
    made.try_into().unwrap()
}

#[tokio::test]
async fn each_of_many_has_its_own_outcome_in_the_order_asked_for() {
    let test = TestApp::start().await;
    let [one, two, gone] = three(&test.emulator).await;
    let sandbox = sandbox(&test.emulator);
    let etag = sandbox.flows().get(&two).await.unwrap().etag;
    sandbox.flows().disable(&two, &etag).await.unwrap();
    sandbox.flows().delete(&gone).await.unwrap();

    let outcomes = switched(&test, &[&gone, &one, &two], false).await;
    let told: Vec<_> = outcomes.iter().map(|one| (one.flow_id.as_str(), one.outcome)).collect();
    assert_eq!(
        told,
        [
            (gone.as_str(), SwitchOutcome::Failed),
            (one.as_str(), SwitchOutcome::Switched),
            (two.as_str(), SwitchOutcome::AlreadySo),
        ]
    );
    assert_eq!(outcomes[0].problem.as_ref().unwrap().code, ErrorCode::NotFound);
    assert_eq!((outcomes[1].name.as_str(), &outcomes[1].state), ("One", &Some(FlowState::Off)));
    assert_eq!(state(&sandbox, &one).await, ResourceState::Disabled);

    let again = switched(&test, &[&one], true).await;
    assert_eq!(
        (again[0].outcome, &again[0].state),
        (SwitchOutcome::Switched, &Some(FlowState::On))
    );
}

#[tokio::test]
async fn the_switch_names_the_version_that_was_read_right_before() {
    let test = TestApp::start().await;
    let [one, ..] = three(&test.emulator).await;
    let sandbox = sandbox(&test.emulator);
    let before = sandbox.flows().get(&one).await.unwrap().etag;
    let patch = Patch::new().replace("/description", "by somebody else");
    let newest = sandbox.flows().update(&one, &before, &patch).await.unwrap();

    switched(&test, &[&one], false).await;
    let asked = test.emulator.recording().all();
    let act = asked.iter().find(|request| request.route == Some(Route::ActOnFlow)).unwrap();
    assert_eq!(act.header("if-match"), Some(newest.as_str()));
}

#[tokio::test]
async fn a_change_in_between_is_read_and_the_switch_is_done_all_the_same() {
    let test = TestApp::start().await;
    let [one, ..] = three(&test.emulator).await;
    test.emulator.faults().add(Fault::on(Route::ActOnFlow).status(412).times(1));
    let outcomes = switched(&test, &[&one], false).await;
    assert_eq!(outcomes[0].outcome, SwitchOutcome::Switched);

    test.emulator.faults().add(Fault::on(Route::ActOnFlow).status(412));
    let outcomes = switched(&test, &[&one], true).await;
    assert_eq!(outcomes[0].problem.as_ref().unwrap().code, ErrorCode::Conflict);
    assert_eq!(state(&sandbox(&test.emulator), &one).await, ResourceState::Disabled);
}

#[tokio::test]
async fn a_switch_whose_answer_was_lost_is_looked_at_and_never_sent_twice() {
    let test = TestApp::start().await;
    let [one, two, _] = three(&test.emulator).await;
    test.emulator.faults().add(Fault::on(Route::ActOnFlow).lose_reply().times(1));
    let outcomes = switched(&test, &[&one], false).await;
    assert_eq!(outcomes[0].outcome, SwitchOutcome::Switched);
    assert_eq!(test.emulator.recording().count(Route::ActOnFlow), 1);

    test.emulator.faults().add(Fault::on(Route::ActOnFlow).drop_connection().times(1));
    let outcomes = switched(&test, &[&two], false).await;
    assert_eq!(outcomes[0].problem.as_ref().unwrap().code, ErrorCode::OutcomeUnknown);
    assert_eq!(outcomes[0].state, Some(FlowState::On));
}

#[tokio::test]
async fn a_draft_is_told_in_words_and_nothing_is_sent() {
    let emulator = Emulator::builder().seed(aep_emulator::Seed::practice());
    let test = TestApp::on(emulator).await;
    // The made-up dataflows are in the first sandbox.
    let first = "prod".to_owned();
    test.app.select_sandbox(SelectSandbox { sandbox: first.clone() }).await.unwrap();
    let sandbox = client(&test.emulator).sandbox(&SandboxName::new(first));
    let flows = sandbox.flows().all(&ListQuery::new()).collect().await.unwrap();
    let draft = flows.iter().find(|flow| flow.state == ResourceState::Draft).unwrap();
    let outcomes = switched(&test, &[&draft.id], true).await;
    assert!(outcomes[0].problem.as_ref().unwrap().title.contains("draft"));
    assert_eq!(test.emulator.recording().count(Route::ActOnFlow), 0);
}

#[tokio::test]
async fn more_than_fifty_are_asked_for_in_blocks() {
    let test = TestApp::start().await;
    let flow_ids = vec!["f".to_owned(); 51];
    let refused = test.app.switch_flows(SwitchFlows { flow_ids, on: true }).await.unwrap_err();
    assert_eq!(refused.code, ErrorCode::Validation);
}
