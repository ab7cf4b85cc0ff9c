//! A deletion itself: in order, each removal read again, stopped by a failure, resumed without doing anything twice.

use aep_client::Patch;
use aep_client::flow_service::NewFlow;
use aep_emulator::{Fault, Route};
use app_core::contract::error::ErrorCode;
use app_core::contract::removal::{
    DeletionChoice, DeletionState, RemovalKind, RemovalState, RowState,
};
use inlet_tests::deletion::{DeletingApp, left, object, reference};
use serde_json::json;

/// The objects in the order of their removal, and the calls that remove and read them.
const ORDER: [(RemovalKind, Route, Route); 4] = [
    (RemovalKind::Flow, Route::DeleteFlow, Route::GetFlow),
    (RemovalKind::TargetConnection, Route::DeleteTargetConnection, Route::GetTargetConnection),
    (RemovalKind::SourceConnection, Route::DeleteSourceConnection, Route::GetSourceConnection),
    (RemovalKind::MappingSet, Route::DeleteMappingSet, Route::GetMappingSet),
];

fn deletes(test: &DeletingApp) -> Vec<Route> {
    let asked = test.emulator.recording().all().into_iter();
    asked.filter(|request| request.method == "DELETE").filter_map(|r| r.route).collect()
}

#[tokio::test]
async fn objects_go_in_order_and_each_is_read_again() {
    let test = DeletingApp::start().await;
    let made = test.dataflow("NPS").await;
    let done = test.delete(&[made.flow.as_str()]).await;
    assert_eq!(done.state, DeletionState::Done, "{done:?}");
    assert_eq!(done.webhooks[0].source, "Pendo", "Pendo goes on sending");
    assert_eq!(done.rows[0].sentence, "Deleted and checked.");
    assert_eq!(deletes(&test), ORDER.map(|(_, delete, _)| delete));
    let asked = test.emulator.recording().all();
    for (kind, delete, get) in ORDER {
        assert_eq!(object(&done, 0, kind).state, RemovalState::Removed);
        let at = asked.iter().position(|request| request.route == Some(delete)).unwrap();
        let checked = asked[at..]
            .iter()
            .any(|request| request.route == Some(get) && request.status == Some(404));
        assert!(checked, "{kind:?} was read again");
    }
}

#[tokio::test]
async fn a_failure_at_any_object_stops_there_says_what_is_left_and_is_resumed() {
    for (at, (kind, delete, _)) in ORDER.into_iter().enumerate() {
        let test = DeletingApp::start().await;
        let made = test.dataflow("NPS").await;
        test.emulator.faults().add(Fault::on(delete).status(500).times(4));
        let half = test.delete(&[made.flow.as_str()]).await;
        assert_eq!((half.state, half.rows[0].state), (DeletionState::Stopped, RowState::Failed));
        assert_eq!(half.choices, [DeletionChoice::Resume, DeletionChoice::Close]);
        let problem = half.rows[0].problem.as_ref().unwrap();
        assert_eq!(problem.code, ErrorCode::PlatformTrouble, "{kind:?}");
        if at > 0 {
            assert!(half.rows[0].sentence.contains(kind_word(kind)), "{}", half.rows[0].sentence);
        }
        let mut remaining = [1; 4];
        remaining[..at].fill(0);
        assert_eq!(left(&test.sandbox()).await, remaining, "{kind:?}");

        let test = test.restarted().await;
        let done = test.resumed(&half.deletion_id).await;
        assert_eq!(done.state, DeletionState::Done, "{kind:?}: {done:?}");
        assert_eq!(left(&test.sandbox()).await, [0; 4], "{kind:?}");
    }
}

fn kind_word(kind: RemovalKind) -> &'static str {
    match kind {
        RemovalKind::TargetConnection => "target connection",
        RemovalKind::SourceConnection => "source connection",
        _ => "mapping",
    }
}

#[tokio::test]
async fn a_removal_whose_reply_was_lost_is_seen_to_be_done() {
    for (kind, delete, _) in ORDER {
        let test = DeletingApp::start().await;
        let made = test.dataflow("NPS").await;
        test.emulator.faults().add(Fault::on(delete).lose_reply().times(1));
        let done = test.delete(&[made.flow.as_str()]).await;
        assert_eq!(done.state, DeletionState::Done, "{kind:?}: {done:?}");
        assert_eq!(object(&done, 0, kind).state, RemovalState::Removed);
        assert_eq!(left(&test.sandbox()).await, [0; 4], "{kind:?}");
    }
}

#[tokio::test]
async fn a_dataflow_that_was_changed_since_the_plan_is_not_deleted() {
    let test = DeletingApp::start().await;
    let made = test.dataflow("NPS").await;
    let begun = test.begin(&[made.flow.as_str()]).await;
    let flows = test.sandbox().flows();
    let etag = flows.get(&made.flow).await.unwrap().etag;
    let patch = Patch::new().replace("/description", "still needed");
    flows.update(&made.flow, &etag, &patch).await.unwrap();

    let done = test.finished(&begun.deletion_id).await;
    assert_eq!((done.state, done.rows[0].state), (DeletionState::Done, RowState::Changed));
    assert!(deletes(&test).is_empty());
    let again = test.delete(&[made.flow.as_str()]).await;
    assert_eq!(again.rows[0].state, RowState::Done, "planned again, it goes");
}

#[tokio::test]
async fn a_412_in_the_very_moment_of_the_removal_is_a_change_too() {
    let test = DeletingApp::start().await;
    let made = test.dataflow("NPS").await;
    test.emulator.faults().add(Fault::on(Route::DeleteFlow).status(412).times(1));
    let done = test.delete(&[made.flow.as_str()]).await;
    assert_eq!(done.rows[0].state, RowState::Changed);
    assert_eq!(left(&test.sandbox()).await, [1; 4]);
}

#[tokio::test]
async fn a_run_that_was_completed_in_between_is_no_change() {
    let test = DeletingApp::start().await;
    test.emulator.switch(|switches| switches.etag_changes_after_runs = true);
    let made = test.dataflow("NPS").await;
    let begun = test.begin(&[made.flow.as_str()]).await;
    let flows = test.sandbox().flows();
    let before = flows.get(&made.flow).await.unwrap().etag;
    let inlet = flows.get(&made.flow).await.unwrap().value.webhook_url().unwrap();
    let event = inlet_tests::client::event("e-1");
    let http = reqwest::Client::new().post(inlet.expose());
    http.header("content-type", "application/json").body(event.to_string()).send().await.unwrap();
    test.emulator.clock().advance(std::time::Duration::from_secs(4 * 3600));
    assert_ne!(
        flows.get(&made.flow).await.unwrap().etag,
        before,
        "the run gave it another version"
    );

    let done = test.finished(&begun.deletion_id).await;
    assert_eq!(done.rows[0].state, RowState::Done, "{done:?}");
}

#[tokio::test]
async fn a_connection_that_a_new_dataflow_uses_meanwhile_stays() {
    let test = DeletingApp::start().await;
    let made = test.dataflow("NPS").await;
    let begun = test.begin(&[made.flow.as_str()]).await;
    let other = test.dataflow("Other").await;
    let late = NewFlow::streaming("Late", &made.source, &other.target, other.mapping.clone());
    test.sandbox().flows().create(&late).await.unwrap();

    let done = test.finished(&begun.deletion_id).await;
    assert_eq!(done.state, DeletionState::Done);
    let source = object(&done, 0, RemovalKind::SourceConnection);
    assert_eq!(source.state, RemovalState::Stays);
    assert!(source.sentence.contains("“Late” uses it"), "{}", source.sentence);
    assert!(test.sandbox().source_connections().get(&made.source).await.is_ok());
}

#[tokio::test]
async fn a_connection_that_adobe_calls_used_is_tried_again_and_then_left_behind() {
    let in_use = json!({ "type": "https://ns.adobe.com/aep/errors/FLOW-1447-400", "status": 400,
        "report": { "detailed-message": "Active flows contain the id." } });
    let fault = || Fault::on(Route::DeleteSourceConnection).status(400).body(in_use.clone());
    let test = DeletingApp::start().await;
    let made = test.dataflow("NPS").await;
    test.emulator.faults().add(fault().times(2));
    let done = test.delete(&[made.flow.as_str()]).await;
    assert_eq!(object(&done, 0, RemovalKind::SourceConnection).state, RemovalState::Removed);

    let hidden = test.dataflow("Hidden").await;
    test.emulator.faults().add(fault());
    let done = test.delete(&[hidden.flow.as_str()]).await;
    assert_eq!(done.state, DeletionState::Done);
    let source = object(&done, 0, RemovalKind::SourceConnection);
    assert_eq!(source.state, RemovalState::LeftBehind);
    assert!(source.sentence.contains("says that a dataflow uses it"), "{}", source.sentence);
}

#[tokio::test]
async fn a_mapping_that_the_platform_does_not_delete_is_named_as_left_behind() {
    for status in [400, 403, 405, 501] {
        let test = DeletingApp::start().await;
        let made = test.dataflow("NPS").await;
        test.emulator.faults().add(Fault::on(Route::DeleteMappingSet).status(status));
        let done = test.delete(&[made.flow.as_str()]).await;
        assert_eq!(done.state, DeletionState::Done, "{status}");
        assert_eq!(object(&done, 0, RemovalKind::MappingSet).state, RemovalState::LeftBehind);
        assert!(done.rows[0].sentence.contains("Left behind: the mapping"));
        assert_eq!(left(&test.sandbox()).await, [0, 0, 0, 1]);
    }
}

#[tokio::test]
async fn what_somebody_deleted_by_hand_is_gone_already_and_holds_nothing_up() {
    let test = DeletingApp::start().await;
    let made = test.dataflow("NPS").await;
    let begun = test.begin(&[made.flow.as_str()]).await;
    test.sandbox().flows().delete(&made.flow).await.unwrap();
    test.sandbox().source_connections().delete(&made.source).await.unwrap();
    let done = test.finished(&begun.deletion_id).await;
    assert_eq!(done.state, DeletionState::Done, "{done:?}");
    assert_eq!(object(&done, 0, RemovalKind::Flow).state, RemovalState::AlreadyGone);
    assert_eq!(object(&done, 0, RemovalKind::SourceConnection).state, RemovalState::AlreadyGone);
    assert_eq!(object(&done, 0, RemovalKind::TargetConnection).state, RemovalState::Removed);
    assert_eq!(left(&test.sandbox()).await, [0; 4]);
}

#[tokio::test]
async fn a_role_that_may_not_delete_is_told_in_the_row() {
    let test = DeletingApp::start().await;
    let made = test.dataflow("NPS").await;
    let refusal = json!({ "type": "https://ns.adobe.com/aep/errors/FLOW-2120-403", "status": 403 });
    test.emulator.faults().add(Fault::on(Route::DeleteFlow).status(403).body(refusal));
    let half = test.delete(&[made.flow.as_str()]).await;
    assert_eq!(half.state, DeletionState::Stopped);
    assert_eq!(half.rows[0].problem.as_ref().unwrap().code, ErrorCode::PermissionMissing);
    assert!(half.problem.is_none(), "it concerns this row alone");
    test.app.close_deletion(reference(&half.deletion_id)).await.unwrap();
    assert!(test.app.list_deletions().await.unwrap().is_empty());
}
