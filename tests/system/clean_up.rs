//! Clean up: what no dataflow uses is found and deleted, and nothing that is used is touched.

use aep_client::flow_service::{NewFlow, NewSourceConnection, NewTargetConnection};
use aep_emulator::{Fault, Route};
use app_core::contract::clean_up::{Leftovers, ScanLeftovers, StartCleanUp};
use app_core::contract::error::ErrorCode;
use app_core::contract::removal::{DeletionKind, DeletionState, RemovalKind, RemovalState};
use inlet_tests::deletion::{DeletingApp, left};
use inlet_tests::setup::{pause, refused};
use serde_json::json;

async fn scanned(test: &DeletingApp) -> Leftovers {
    let mut refresh = true;
    loop {
        let found = test.app.scan_leftovers(ScanLeftovers { refresh }).await.unwrap();
        if found.complete || found.problem.is_some() {
            return found;
        }
        refresh = false;
        pause().await;
    }
}

async fn source(test: &DeletingApp, name: &str, description: &str) -> String {
    let new = NewSourceConnection::pendo(name).description(description);
    test.sandbox().source_connections().create(&new).await.unwrap().id.to_string()
}

#[tokio::test]
async fn what_no_dataflow_uses_is_found_with_its_age_and_whose_it_is() {
    let test = DeletingApp::start().await;
    let made = test.dataflow("NPS").await;
    let ours = source(&test, "Ours", "Made with Inlet · 1a2b3c4d").await;
    let theirs = NewTargetConnection::data_lake("Theirs", &made.schema, &made.dataset);
    let theirs = test.sandbox().target_connections().create(&theirs).await.unwrap().id.to_string();

    let found = scanned(&test).await;
    assert!(found.complete, "{found:?}");
    assert_eq!((found.flows_read, found.objects_read), (1, 4));
    let told: Vec<_> =
        found.items.iter().map(|one| (one.kind, one.id.as_str(), one.by_inlet)).collect();
    assert_eq!(
        told,
        [
            (RemovalKind::SourceConnection, ours.as_str(), true),
            (RemovalKind::TargetConnection, theirs.as_str(), false),
        ]
    );
    assert!(found.items[0].young && found.items[0].created_at.is_some());
    assert!(!found.items[1].created_by.is_empty());

    let args = StartCleanUp { ids: vec![ours, theirs] };
    let begun = test.app.start_clean_up(args).await.unwrap();
    assert_eq!((begun.kind, begun.undo_left_ms), (DeletionKind::CleanUp, Some(10_000)));
    let done = test.finished(&begun.deletion_id).await;
    assert_eq!(done.state, DeletionState::Done, "{done:?}");
    assert_eq!(done.webhooks, []);
    assert_eq!(left(&test.sandbox()).await, [1, 1, 1, 1], "what is used is still there");
    assert!(scanned(&test).await.items.is_empty());
}

#[tokio::test]
async fn what_a_dataflow_uses_by_now_stays() {
    let test = DeletingApp::start().await;
    let made = test.dataflow("NPS").await;
    let loose = source(&test, "Loose", "").await;
    let hidden = source(&test, "Hidden", "").await;
    scanned(&test).await;
    let ids = vec![loose.clone(), hidden];
    let begun = test.app.start_clean_up(StartCleanUp { ids }).await.unwrap();
    let late =
        NewFlow::streaming("Late", &loose.as_str().into(), &made.target, made.mapping.clone());
    test.sandbox().flows().create(&late).await.unwrap();
    let in_use = json!({ "type": "https://ns.adobe.com/aep/errors/FLOW-1447-400", "status": 400 });
    test.emulator.faults().add(Fault::on(Route::DeleteSourceConnection).status(400).body(in_use));

    let done = test.finished(&begun.deletion_id).await;
    assert_eq!(done.state, DeletionState::Done, "{done:?}");
    assert_eq!(done.rows[0].objects[0].state, RemovalState::Stays);
    assert_eq!(done.rows[0].sentence, "Stays: a dataflow uses it by now.");
    assert_eq!(done.rows[1].objects[0].state, RemovalState::LeftBehind);
    assert!(done.rows[1].sentence.contains("a dataflow uses it"), "{}", done.rows[1].sentence);
    assert!(test.sandbox().source_connections().get(&loose.as_str().into()).await.is_ok());
}

#[tokio::test]
async fn a_look_that_breaks_off_keeps_what_it_found_and_can_be_taken_again() {
    let test = DeletingApp::start().await;
    source(&test, "Loose", "").await;
    test.emulator.faults().add(Fault::on(Route::ListTargetConnections).status(500).times(4));
    let half = scanned(&test).await;
    assert_eq!(half.problem.as_ref().unwrap().code, ErrorCode::PlatformTrouble);
    assert_eq!(half.items.len(), 1, "the partial list stays");
    let whole = scanned(&test).await;
    assert!(whole.complete && whole.items.len() == 1);

    test.emulator.faults().add(Fault::on(Route::ListFlows).status(500).times(4));
    let blind = scanned(&test).await;
    assert!(!blind.flows_done && blind.items.is_empty(), "without the dataflows nothing is known");
}

#[tokio::test]
async fn what_an_unfinished_deletion_or_nobody_found_is_not_taken() {
    let test = DeletingApp::start().await;
    let made = test.dataflow("NPS").await;
    let fault = Fault::on(Route::DeleteTargetConnection).status(500).times(4);
    test.emulator.faults().add(fault);
    test.delete(&[made.flow.as_str()]).await;
    let found = scanned(&test).await;
    assert_eq!(found.items.len(), 2);
    assert!(found.items.iter().all(|item| item.belongs_to.is_some()), "{found:?}");

    let args = StartCleanUp { ids: vec![made.source.to_string()] };
    assert_eq!(refused(test.app.start_clean_up(args).await).code, ErrorCode::Conflict);
    let args = StartCleanUp { ids: vec!["never-seen".to_owned()] };
    assert_eq!(refused(test.app.start_clean_up(args).await).code, ErrorCode::Conflict);
}
