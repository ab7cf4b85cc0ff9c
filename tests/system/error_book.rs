//! The error book: offline, and right about what runs report and what the platform refuses with.

use std::collections::BTreeSet;

use aep_emulator::{Emulator, Fault, Route, Seed};
use app_core::contract::error::Owner;
use inlet_tests::fresh_app::FreshApp;
use serde_json::{Value, json};

async fn practising() -> FreshApp {
    let emulator = Emulator::builder().seed(Seed::practice()).clock_speed(0.0);
    let fresh = FreshApp::beside(emulator).await;
    fresh.ok("start_practice", Value::Null).await;
    fresh.ok("select_sandbox", json!({ "sandbox": "prod" })).await;
    fresh
}

/// Every error that runs of the last day report: code and words.
async fn recorded(fresh: &FreshApp) -> BTreeSet<(String, String)> {
    let list = fresh.ok("list_flows", json!({ "refresh": true })).await;
    let mut errors = BTreeSet::new();
    for row in list["rows"].as_array().unwrap() {
        let args =
            json!({ "flowId": row["id"], "window": { "kind": "day" }, "utcOffsetMinutes": 0 });
        for run in fresh.ok("get_flow_runs", args).await["runs"].as_array().unwrap() {
            for error in run["errors"].as_array().unwrap() {
                let text = |key: &str| error[key].as_str().unwrap().to_owned();
                errors.insert((text("code"), text("message")));
            }
        }
    }
    errors
}

#[tokio::test]
async fn every_error_of_recorded_runs_is_told_in_plain_words_with_its_field() {
    let fresh = practising().await;
    let errors = recorded(&fresh).await;
    let mut fields = BTreeSet::new();
    for (code, message) in &errors {
        let told = fresh.ok("explain_code", json!({ "code": code, "message": message })).await;
        assert_eq!(told["entries"][0]["codes"].as_array().unwrap().len(), 1, "{code}: {told}");
        assert!(!told["name"].as_str().unwrap().contains(code.as_str()), "{told}");
        fields.extend(told["field"].as_str().map(str::to_owned));
    }
    let expected = ["_id", "timestamp", "uniqueId"].map(str::to_owned);
    assert_eq!(fields, BTreeSet::from(expected), "{errors:?}");
}

#[tokio::test]
async fn the_book_is_open_to_somebody_who_is_not_signed_in_and_asks_nobody() {
    let fresh = FreshApp::start().await;
    let whole = fresh.ok("search_error_book", json!({ "query": "" })).await;
    let found = fresh.ok("search_error_book", json!({ "query": "1404-412" })).await;
    assert!(whole.as_array().unwrap().len() > 100);
    assert_eq!(found[0]["service"], "flow_service");
    let told = fresh.ok("explain_code", json!({ "code": "XDM-1521-400" })).await;
    assert_eq!(told["name"], "Name is taken");
    assert!(fresh.emulator.recording().all().is_empty());
}

#[tokio::test]
async fn an_unknown_code_comes_back_raw_and_ready_for_support() {
    let fresh = FreshApp::start().await;
    let args = json!({ "service": "flow_service", "code": "FLOW-9999-400", "status": 400, "message": "No idea" });
    let told = fresh.ok("explain_code", args).await;
    assert_eq!(told["entries"], json!([]));
    let support = told["supportText"].as_str().unwrap();
    for part in ["Flow Service", "FLOW-9999-400", "400", "No idea"] {
        assert!(support.contains(part), "{part} is missing in: {support}");
    }
    assert!(told.get("owner").is_none());
}

#[tokio::test]
async fn a_refused_command_speaks_the_words_of_the_book() {
    let fresh = practising().await;
    let refusal = json!({ "type": "https://ns.adobe.com/aep/errors/FLOW-1445-400", "status": 400,
        "title": "Invalid request", "report": { "detailed-message": "Feature off", "request-id": "r-1" } });
    fresh.emulator.faults().add(Fault::on(Route::ListRuns).status(400).body(refusal));
    let args = json!({ "flowId": "f-1", "window": { "kind": "day" }, "utcOffsetMinutes": 0 });
    let error = fresh.fails("get_flow_runs", args).await;
    assert_eq!(error.title, "Changing connections is not switched on");
    assert_eq!(error.owner, Owner::Adobe);
    assert!(error.hint.ends_with("Adobe says: Feature off"), "{}", error.hint);
}
