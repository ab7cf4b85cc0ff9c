//! Dataset and schema stay with the data in them, unless a person chooses to delete them too and nothing else needs
//! them; that is looked at in the plan, and again right before.

use aep_client::catalog::NewDataset;
use aep_client::flow_service::NewTargetConnection;
use aep_emulator::{Fault, Route};
use app_core::contract::removal::{
    Deletion, DeletionPlan, PlannedRemoval, RemovalKind, RemovalState, StartDeletion,
};
use inlet_tests::client::Chain;
use inlet_tests::deletion::{DeletingApp, left, object, start};
use serde_json::json;

fn planned(plan: &DeletionPlan, kind: RemovalKind) -> &PlannedRemoval {
    plan.flows[0].objects.iter().find(|object| object.kind == kind).unwrap()
}

async fn begun(also: &[&str]) -> (DeletingApp, Chain, Deletion) {
    let test = DeletingApp::start().await;
    let made = test.dataflow("NPS").await;
    let plan = test.plan(&[made.flow.as_str()]).await;
    let wanted = |kind: &str| match kind {
        "dataset" => made.dataset.to_string(),
        _ => made.schema.to_string(),
    };
    let also = also.iter().map(|kind| wanted(kind)).collect();
    let args = StartDeletion { also, ..start(&plan) };
    let deletion = test.app.start_deletion(args).await.unwrap();
    (test, made, deletion)
}

/// Another place for events in the same dataset, which nobody planned to delete.
async fn another_writer(test: &DeletingApp, made: &Chain) {
    let new = NewTargetConnection::data_lake("Someone else's", &made.schema, &made.dataset);
    test.sandbox().target_connections().create(&new).await.unwrap();
}

#[tokio::test]
async fn both_can_be_chosen_where_nothing_else_needs_them_and_what_is_lost_is_said() {
    let test = DeletingApp::start().await;
    let made = test.dataflow("NPS").await;
    let plan = test.plan(&[made.flow.as_str()]).await;
    let dataset = planned(&plan, RemovalKind::Dataset);
    assert!(!dataset.deleted && dataset.optional);
    assert_eq!(dataset.sentence, "Deleting it deletes every event in it, for good");
    let schema = planned(&plan, RemovalKind::Schema);
    assert!(!schema.deleted && schema.optional);
    assert_eq!(schema.only_with.as_deref(), Some(made.dataset.as_str()));
}

#[tokio::test]
async fn they_go_last_and_each_is_looked_for_again() {
    let (test, made, begun) = begun(&["dataset", "schema"]).await;
    let done = test.finished(&begun.deletion_id).await;
    let told: Vec<_> = done.rows[0].objects.iter().map(|one| (one.kind, one.state)).collect();
    assert_eq!(
        told[4..],
        [
            (RemovalKind::Dataset, RemovalState::Removed),
            (RemovalKind::Schema, RemovalState::Removed),
        ]
    );
    assert_eq!(left(&test.sandbox()).await, [0, 0, 0, 0]);
    let sandbox = test.sandbox();
    assert!(sandbox.datasets().get(&made.dataset).await.unwrap_err().is_not_found());
    assert!(sandbox.schemas().get(&made.schema).await.unwrap_err().is_not_found());
    assert!(sandbox.field_groups().get(&made.field_group).await.is_ok(), "fields are shared");
    let deleted = test.app.list_deleted().await.unwrap();
    assert_eq!(deleted[0].obstacle.as_deref(), Some("Its dataset was deleted with it."));
}

#[tokio::test]
async fn they_stay_when_nobody_chose_them_and_the_schema_never_goes_alone() {
    for also in [&[][..], &["schema"]] {
        let (test, made, begun) = begun(also).await;
        let done = test.finished(&begun.deletion_id).await;
        assert_eq!(done.rows[0].objects.len(), 4, "{also:?}");
        assert!(test.sandbox().datasets().get(&made.dataset).await.is_ok());
        assert!(test.sandbox().schemas().get(&made.schema).await.is_ok());
        assert_eq!(test.app.list_deleted().await.unwrap()[0].obstacle, None);
    }
}

#[tokio::test]
async fn a_dataset_that_something_else_writes_into_cannot_be_chosen_nor_its_schema() {
    let test = DeletingApp::start().await;
    let made = test.dataflow("NPS").await;
    another_writer(&test, &made).await;
    // A platform that does not filter by the dataset has every target connection read.
    for unfiltered in [false, true] {
        if unfiltered {
            let body = json!({ "items": [], "_links": {} });
            let none = Fault::on(Route::ListTargetConnections).status(200).body(body).times(1);
            test.emulator.faults().add(none);
        }
        let plan = test.plan(&[made.flow.as_str()]).await;
        let dataset = planned(&plan, RemovalKind::Dataset);
        assert!(!dataset.optional && dataset.sentence.starts_with("“Someone else's” writes"));
        assert!(!planned(&plan, RemovalKind::Schema).optional);
    }
}

#[tokio::test]
async fn a_schema_that_another_dataset_has_stays_and_names_it() {
    let test = DeletingApp::start().await;
    let made = test.dataflow("NPS").await;
    let other = NewDataset::new("Archive", &made.schema);
    test.sandbox().datasets().create(&other).await.unwrap();
    let plan = test.plan(&[made.flow.as_str()]).await;
    assert!(planned(&plan, RemovalKind::Dataset).optional);
    let schema = planned(&plan, RemovalKind::Schema);
    assert!(!schema.optional);
    assert_eq!(schema.sentence, "The dataset “Archive” needs it as well");
}

#[tokio::test]
async fn what_came_to_need_them_within_the_ten_seconds_keeps_them() {
    let (test, made, begun) = begun(&["dataset", "schema"]).await;
    another_writer(&test, &made).await;
    let done = test.finished(&begun.deletion_id).await;
    let dataset = object(&done, 0, RemovalKind::Dataset);
    assert_eq!(dataset.state, RemovalState::Stays);
    assert!(dataset.sentence.contains("Someone else's"), "{}", dataset.sentence);
    let schema = object(&done, 0, RemovalKind::Schema);
    assert_eq!(schema.state, RemovalState::Stays);
    assert_eq!(schema.sentence, "Stays. The dataset “NPS” needs it");
    assert!(test.sandbox().datasets().get(&made.dataset).await.is_ok());
}

#[tokio::test]
async fn a_dataset_that_the_platform_keeps_stops_the_row_and_is_resumed() {
    let (test, made, begun) = begun(&["dataset"]).await;
    let body = json!({ "title": "Bad request", "status": 400, "detail": "A policy keeps it." });
    let refused = Fault::on(Route::DeleteDataset).status(400).body(body).times(1);
    test.emulator.faults().add(refused);
    let stopped = test.finished(&begun.deletion_id).await;
    assert_eq!(object(&stopped, 0, RemovalKind::Dataset).state, RemovalState::Failed);
    assert!(stopped.rows[0].problem.is_some());
    let done = test.resumed(&begun.deletion_id).await;
    assert_eq!(object(&done, 0, RemovalKind::Dataset).state, RemovalState::Removed);
    assert!(test.sandbox().datasets().get(&made.dataset).await.is_err());
}
