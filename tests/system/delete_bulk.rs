//! Deleting fifty at once: each row's outcome is its own, and what is not done can be resumed.

use aep_client::Patch;
use aep_emulator::{Fault, Route};
use app_core::contract::removal::{Deletion, DeletionState, RemovalKind, RemovalState, RowState};
use inlet_tests::client::Chain;
use inlet_tests::deletion::{DeletingApp, left, object, reference};
use serde_json::json;

async fn dataflows(test: &DeletingApp, count: usize) -> Vec<Chain> {
    let mut made = Vec::new();
    for number in 0..count {
        made.push(test.dataflow(&format!("Flow {number}")).await);
    }
    made
}

fn states(deletion: &Deletion) -> Vec<RowState> {
    deletion.rows.iter().map(|row| row.state).collect()
}

#[tokio::test]
async fn of_fifty_one_is_changed_one_gone_and_the_network_gone_at_the_twentieth() {
    const CHANGED: usize = 4;
    const GONE: usize = 9;
    const OFFLINE: usize = 19;
    let test = DeletingApp::start().await;
    let made = dataflows(&test, 50).await;
    let ids: Vec<&str> = made.iter().map(|one| one.flow.as_str()).collect();
    let begun = test.begin(&ids).await;

    let flows = test.sandbox().flows();
    let etag = flows.get(&made[CHANGED].flow).await.unwrap().etag;
    let patch = Patch::new().replace("/description", "still needed");
    flows.update(&made[CHANGED].flow, &etag, &patch).await.unwrap();
    flows.delete(&made[GONE].flow).await.unwrap();
    // The dataflow of the twentieth row goes; with the answer the network does.
    let sent_before = u32::try_from(OFFLINE - 2).unwrap();
    test.emulator
        .faults()
        .add(Fault::on(Route::DeleteFlow).lose_reply().after(sent_before).times(1));
    test.emulator
        .faults()
        .add(Fault::on(Route::DeleteFlow).drop_connection().after(sent_before + 1));
    test.emulator.faults().add(
        Fault::on(Route::GetTargetConnection)
            .drop_connection()
            .after(u32::try_from(OFFLINE).unwrap() * 2),
    );
    let half = test.finished(&begun.deletion_id).await;
    assert_eq!(half.state, DeletionState::Stopped);
    let mut wanted = vec![RowState::Done; OFFLINE];
    wanted[CHANGED] = RowState::Changed;
    wanted.push(RowState::Failed);
    wanted.resize(50, RowState::Waiting);
    assert_eq!(states(&half), wanted);
    assert!(half.problem.is_some(), "why the rest waits");
    assert_eq!(object(&half, GONE, RemovalKind::Flow).state, RemovalState::AlreadyGone);
    assert!(half.rows[OFFLINE].problem.is_some());

    // The network is back, and the app was restarted in between.
    test.emulator.faults().clear();
    let test = test.restarted().await;
    let listed = test.app.list_deletions().await.unwrap();
    assert_eq!(listed.len(), 1);
    let done = test.resumed(&begun.deletion_id).await;
    assert_eq!(done.state, DeletionState::Done, "{:?}", done.problem);
    let mut wanted = vec![RowState::Done; 50];
    wanted[CHANGED] = RowState::Changed;
    assert_eq!(states(&done), wanted);
    assert_eq!(object(&done, OFFLINE, RemovalKind::Flow).state, RemovalState::Removed);
    assert_eq!(left(&test.sandbox()).await, [1, 1, 1, 1], "only the changed one is left");
}

#[tokio::test]
async fn a_refusal_of_one_row_does_not_hold_up_the_others() {
    let test = DeletingApp::start().await;
    let made = dataflows(&test, 3).await;
    let ids: Vec<&str> = made.iter().map(|one| one.flow.as_str()).collect();
    let refusal = json!({ "type": "https://ns.adobe.com/aep/errors/FLOW-2121-403", "status": 403 });
    let fault = Fault::on(Route::DeleteTargetConnection).status(403).body(refusal);
    test.emulator.faults().add(fault.times(1));
    let half = test.delete(&ids).await;
    assert_eq!(states(&half), [RowState::Failed, RowState::Done, RowState::Done]);
    assert!(half.problem.is_none());
    let done = test.resumed(&half.deletion_id).await;
    assert_eq!(done.state, DeletionState::Done);
    assert_eq!(left(&test.sandbox()).await, [0; 4]);
}

#[tokio::test]
async fn stopped_by_a_person_the_row_under_way_is_finished_and_the_rest_waits() {
    let test = DeletingApp::start().await;
    let made = dataflows(&test, 3).await;
    let ids: Vec<&str> = made.iter().map(|one| one.flow.as_str()).collect();
    let late = std::time::Duration::from_millis(300);
    test.emulator.faults().add(Fault::on(Route::DeleteFlow).delay(late).times(1));
    let begun = test.begin(&ids).await;
    test.timer.pass(std::time::Duration::from_secs(10));
    while test.emulator.faults().planned() > 0 {
        inlet_tests::setup::pause().await;
    }
    test.app.stop_deletion(reference(&begun.deletion_id)).await.unwrap();
    let half = test.finished(&begun.deletion_id).await;
    assert_eq!(half.state, DeletionState::Stopped);
    assert_eq!(states(&half), [RowState::Done, RowState::Waiting, RowState::Waiting]);
    assert_eq!(left(&test.sandbox()).await, [2; 4]);
    let done = test.resumed(&begun.deletion_id).await;
    assert_eq!(done.state, DeletionState::Done);
}
