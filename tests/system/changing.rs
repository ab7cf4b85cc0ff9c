//! Dataflows on their way from one state to another: shown as such, changed by nobody, named where one of many was
//! concerned, and fine again once they have settled. What the platform answers meanwhile: error codes 1416 and 1420 to
//! 1422 of the Flow Service.

use std::time::Duration;

use aep_client::flow_service::ResourceState;
use aep_client::{FlowId, Patch};
use aep_emulator::Route;
use app_core::contract::change::UpdateFlow;
use app_core::contract::error::ErrorCode;
use app_core::contract::flows::{FlowRef, FlowState, ListFlows, StatusKind};
use app_core::contract::removal::{DeletionState, RowState};
use app_core::contract::switching::{SwitchFlows, SwitchOutcome};
use inlet_tests::client::{Chain, client};
use inlet_tests::deletion::{DeletingApp, left};

const SETTLING: Duration = Duration::from_secs(60);

/// An app beside a platform that takes a minute for every change of a dataflow.
async fn slow() -> (DeletingApp, Vec<Chain>) {
    let test = DeletingApp::start().await;
    let mut made = Vec::new();
    for name in ["One", "Two", "Three"] {
        made.push(test.dataflow(name).await);
    }
    test.emulator.switch(|switches| switches.passing_states = SETTLING);
    (test, made)
}

/// Somebody switches a dataflow off, which takes a while.
async fn begin_to_change(test: &DeletingApp, flow: &FlowId) {
    let flows = test.sandbox().flows();
    let etag = flows.get(flow).await.unwrap().etag;
    flows.disable(flow, &etag).await.unwrap();
}

fn settle(test: &DeletingApp) {
    test.emulator.clock().advance(SETTLING);
}

fn flow(id: &FlowId) -> FlowRef {
    FlowRef { flow_id: id.to_string() }
}

#[tokio::test]
async fn a_change_takes_a_dataflow_through_a_state_of_its_own_in_which_nothing_else_is_taken() {
    let (test, made) = slow().await;
    let id = &made[0].flow;
    let flows = test.sandbox().flows();
    let read = async || flows.get(id).await.unwrap();
    let code = |error: aep_client::Error| {
        error.problem().and_then(|it| it.short_code().map(str::to_owned))
    };

    flows.update(id, &read().await.etag, &Patch::new().replace("/name", "Uno")).await.unwrap();
    assert_eq!(read().await.value.state, ResourceState::Updating);
    let etag = read().await.etag;
    let again = flows.update(id, &etag, &Patch::new().replace("/name", "Eins")).await;
    assert_eq!(code(again.unwrap_err()).as_deref(), Some("1420"));
    assert_eq!(code(flows.enable(id, &etag).await.unwrap_err()).as_deref(), Some("1421"));
    assert_eq!(code(flows.disable(id, &etag).await.unwrap_err()).as_deref(), Some("1422"));
    assert_eq!(code(flows.delete(id).await.unwrap_err()).as_deref(), Some("1416"));

    settle(&test);
    assert_eq!(read().await.value.state, ResourceState::Enabled);
    flows.disable(id, &etag).await.unwrap();
    assert_eq!(read().await.value.state, ResourceState::Disabling);
    settle(&test);
    flows.enable(id, &read().await.etag).await.unwrap();
    assert_eq!(read().await.value.state, ResourceState::Enabling);
    settle(&test);
    flows.delete(id).await.unwrap();
}

#[tokio::test]
async fn it_is_shown_as_changing_until_it_has_settled() {
    let (test, made) = slow().await;
    let id = &made[0].flow;
    begin_to_change(&test, id).await;
    let detail = test.app.get_flow(flow(id)).await.unwrap();
    assert_eq!(detail.row.state, FlowState::Changing { as_sent: "disabling".to_owned() });
    assert_eq!(
        (detail.row.status.kind, detail.row.status.label.as_str()),
        (StatusKind::Changing, "Changing…")
    );
    let list = ListFlows { refresh: true, everything: false, cursor: None };
    let rows = test.app.list_flows(list.clone()).await.unwrap().rows;
    let row = rows.iter().find(|row| row.id == id.as_str()).unwrap();
    assert_eq!(row.status.kind, StatusKind::Changing);
    assert!(test.app.get_flow_settings(flow(id)).await.unwrap().blocked.is_some());

    settle(&test);
    assert_eq!(test.app.get_flow(flow(id)).await.unwrap().row.state, FlowState::Off);
    assert_eq!(test.app.get_flow_settings(flow(id)).await.unwrap().blocked, None);
}

#[tokio::test]
async fn a_change_of_ones_own_waits_and_nothing_that_was_entered_is_sent() {
    let (test, made) = slow().await;
    let id = &made[0].flow;
    let original = test.app.get_flow_settings(flow(id)).await.unwrap().values;
    begin_to_change(&test, id).await;
    let mut wanted = original.clone();
    wanted.name = "Guides, EMEA".to_owned();
    let args = || UpdateFlow {
        flow_id: id.to_string(),
        original: original.clone(),
        wanted: wanted.clone(),
    };
    let refused = test.app.update_flow(args()).await.unwrap_err();
    assert_eq!(
        (refused.code, refused.title.as_str()),
        (ErrorCode::Refused, "This dataflow is changing at the moment")
    );
    assert_eq!(test.emulator.recording().count(Route::UpdateFlow), 0);

    settle(&test);
    test.app.update_flow(args()).await.unwrap();
    assert_eq!(test.sandbox().flows().get(id).await.unwrap().value.name, "Guides, EMEA");
}

#[tokio::test]
async fn of_many_that_are_switched_the_one_that_is_changing_is_named_and_the_others_are_switched() {
    let (test, made) = slow().await;
    begin_to_change(&test, &made[1].flow).await;
    let flow_ids: Vec<_> = made.iter().map(|one| one.flow.to_string()).collect();
    let switched = test.app.switch_flows(SwitchFlows { flow_ids, on: false }).await.unwrap();
    let told: Vec<_> = switched.iter().map(|one| (one.name.as_str(), one.outcome)).collect();
    assert_eq!(
        told,
        [
            ("One", SwitchOutcome::Switched),
            ("Two", SwitchOutcome::Failed),
            ("Three", SwitchOutcome::Switched),
        ]
    );
    let problem = switched[1].problem.as_ref().unwrap();
    assert!(problem.title.contains("changing") && problem.hint.contains("settled"), "{problem:?}");
    let passing = FlowState::Changing { as_sent: "disabling".to_owned() };
    assert_eq!(switched[0].state.as_ref(), Some(&passing), "it is on its way");
}

#[tokio::test]
async fn of_many_that_are_deleted_the_one_that_is_changing_is_named_and_goes_once_it_has_settled() {
    let (test, made) = slow().await;
    begin_to_change(&test, &made[1].flow).await;
    let ids: Vec<&str> = made.iter().map(|one| one.flow.as_str()).collect();
    let half = test.delete(&ids).await;
    assert_eq!(half.state, DeletionState::Stopped);
    let states: Vec<_> = half.rows.iter().map(|row| row.state).collect();
    assert_eq!(states, [RowState::Done, RowState::Failed, RowState::Done]);
    let row = &half.rows[1];
    assert_eq!(row.name, "Two");
    assert!(row.problem.as_ref().unwrap().title.contains("changing"), "{:?}", row.problem);
    assert_eq!(test.emulator.recording().count(Route::DeleteFlow), 2, "nothing was tried in vain");
    assert_eq!(left(&test.sandbox()).await, [1; 4]);

    settle(&test);
    let done = test.resumed(&half.deletion_id).await;
    assert_eq!(done.state, DeletionState::Done, "{:?}", done.rows[1].problem);
    assert_eq!(left(&test.sandbox()).await, [0; 4]);
}

#[tokio::test]
async fn one_that_begins_to_change_after_it_was_planned_is_planned_again() {
    let (test, made) = slow().await;
    let begun = test.begin(&[made[0].flow.as_str()]).await;
    begin_to_change(&test, &made[0].flow).await;
    let half = test.finished(&begun.deletion_id).await;
    assert_eq!(half.rows[0].state, RowState::Changed);
    assert_eq!(test.emulator.recording().count(Route::DeleteFlow), 0);
}

#[tokio::test]
async fn events_that_arrive_meanwhile_are_treated_as_in_the_state_to_come() {
    let (test, made) = slow().await;
    let id = &made[0].flow;
    let address = test.sandbox().flows().get(id).await.unwrap().value.webhook_url().unwrap();
    let flows = test.sandbox().flows();
    let etag = flows.get(id).await.unwrap().etag;
    flows.update(id, &etag, &Patch::new().replace("/name", "Uno")).await.unwrap();
    let event = inlet_tests::client::event("e-1");
    client(&test.emulator).inlet().post(&address, &event).await.unwrap();
    test.emulator.clock().advance(Duration::from_secs(3 * 3_600));
    let last = flows.get(id).await.unwrap().value.last_run_details;
    assert!(last.is_some(), "it was counted");
}
