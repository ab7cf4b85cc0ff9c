//! Datasets, source connections and target connections made through their forms: what is sent, what is refused before
//! anything is sent, what the platform refuses, and a create whose answer is lost.

use aep_emulator::{Emulator, Fault, Route};
use app_core::contract::error::ErrorCode;
use inlet_tests::app::{SANDBOX, problem_of};
use inlet_tests::fresh_app::FreshApp;
use inlet_tests::made::{self, Dataflow};
use inlet_tests::raw::Caller;
use serde_json::{Value, json};

/// A form that is good, what it makes, and how the platform's call is called.
type Good = (&'static str, &'static str, Route, Value);

async fn with_dataflow() -> (FreshApp, Dataflow) {
    let fresh = FreshApp::beside(Emulator::builder()).await;
    fresh.ok("start_practice", Value::Null).await;
    let caller = Caller::of(&fresh.emulator).await.with("x-sandbox-name", SANDBOX);
    let dataflow = made::dataflow(&caller).await;
    (fresh, dataflow)
}

async fn schema_of(fresh: &FreshApp) -> String {
    let schemas = fresh.ok("list_schemas", Value::Null).await;
    schemas[0]["id"].as_str().unwrap().to_owned()
}

async fn good_forms(fresh: &FreshApp, dataflow: &Dataflow) -> [Good; 3] {
    let dataset = json!({ "schemaId": schema_of(fresh).await, "name": " Answers ",
        "description": "NPS", "errorDiagnostics": true, "tags": [] });
    let source = json!({ "sourceId": "pendo", "name": " Answers ", "description": "" });
    let target =
        json!({ "datasetId": dataflow.landing.dataset, "name": " Answers ", "description": "" });
    [
        ("create_dataset", "dataset", Route::CreateDataset, dataset),
        ("create_source_connection", "source_connection", Route::CreateSourceConnection, source),
        ("create_target_connection", "target_connection", Route::CreateTargetConnection, target),
    ]
}

async fn named(fresh: &FreshApp, kind: &str, name: &str) -> usize {
    let list = fresh.ok("list_resources", json!({ "kind": kind })).await;
    list["rows"].as_array().unwrap().iter().filter(|row| row["name"] == name).count()
}

#[tokio::test]
async fn each_is_made_once_under_a_tidy_name_and_listed() {
    let (fresh, dataflow) = with_dataflow().await;
    for (command, kind, route, form) in good_forms(&fresh, &dataflow).await {
        let before = fresh.emulator.recording().count(route);
        let made = fresh.ok(command, form).await;
        assert_eq!(made["kind"], kind);
        assert_eq!(fresh.emulator.recording().count(route), before + 1, "{command}");
        assert_eq!(named(&fresh, kind, "Answers").await, 1, "{command}");
        let read = fresh.ok("get_resource", json!({ "kind": kind, "id": made["id"] })).await;
        assert_eq!(read["words"]["name"], "Answers", "{command}");
    }
}

#[tokio::test]
async fn a_create_whose_answer_is_lost_is_looked_up_and_not_sent_again() {
    let (fresh, dataflow) = with_dataflow().await;
    for (command, kind, route, form) in good_forms(&fresh, &dataflow).await {
        let before = fresh.emulator.recording().count(route);
        fresh.emulator.faults().add(Fault::on(route).lose_reply().times(1));
        let made = fresh.ok(command, form).await;
        assert_eq!(fresh.emulator.recording().count(route), before + 1, "{command}");
        assert_eq!(named(&fresh, kind, "Answers").await, 1, "{command}");
        let read = fresh.ok("get_resource", json!({ "kind": kind, "id": made["id"] })).await;
        assert_eq!(read["words"]["name"], "Answers", "{command}");
    }
}

#[tokio::test]
async fn what_the_platform_refuses_stands_on_the_field_that_caused_it() {
    let (fresh, dataflow) = with_dataflow().await;
    let refusals =
        ["The schemaRef is not valid.", "The name is too long.", "The dataset is locked."];
    let fields = ["schemaId", "name", "datasetId"];
    let forms = good_forms(&fresh, &dataflow).await;
    for (((command, kind, route, form), said), field) in forms.into_iter().zip(refusals).zip(fields)
    {
        let body = json!({ "status": 400, "title": "Bad request", "detail": said });
        fresh.emulator.faults().add(Fault::on(route).status(400).body(body).times(1));
        let error = fresh.fails(command, form).await;
        assert_eq!(error.code, ErrorCode::Validation, "{command}");
        assert!(problem_of(&error, field).contains(said), "{command}: {error:?}");
        assert_eq!(named(&fresh, kind, "Answers").await, 0, "{command}");
    }
}

#[tokio::test]
async fn everything_that_is_wrong_with_a_form_is_told_at_once_and_nothing_is_sent() {
    let (fresh, _) = with_dataflow().await;
    let dataset = json!({ "schemaId": "", "name": " ", "description": "",
        "errorDiagnostics": true, "tags": [] });
    let source = json!({ "sourceId": "", "name": "", "description": "" });
    let target = json!({ "datasetId": "", "name": "", "description": "" });
    for (command, route, form, field) in [
        ("create_dataset", Route::CreateDataset, dataset, "schemaId"),
        ("create_source_connection", Route::CreateSourceConnection, source, "sourceId"),
        ("create_target_connection", Route::CreateTargetConnection, target, "datasetId"),
    ] {
        let before = fresh.emulator.recording().count(route);
        let error = fresh.fails(command, form).await;
        let fields: Vec<_> = error.fields.iter().map(|problem| problem.field.as_str()).collect();
        assert_eq!(fields, ["name", field], "{command}");
        assert_eq!(fresh.emulator.recording().count(route), before, "{command}");
    }
}

#[tokio::test]
async fn a_name_that_a_dataset_has_already_is_told_on_the_name() {
    let (fresh, dataflow) = with_dataflow().await;
    let [(command, kind, route, form), ..] = good_forms(&fresh, &dataflow).await;
    fresh.ok(command, form.clone()).await;
    let before = fresh.emulator.recording().count(route);
    let error = fresh.fails(command, form).await;
    assert!(problem_of(&error, "name").contains("“Answers” exists already"), "{error:?}");
    assert_eq!(fresh.emulator.recording().count(route), before);
    assert_eq!(named(&fresh, kind, "Answers").await, 1);
}
