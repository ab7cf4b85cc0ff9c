//! The events of a run that failed: behind links that the run gives, fetched from the platform's own host alone.

use std::time::Duration;

use aep_client::Error;
use aep_client::export::Linked;
use aep_emulator::{Emulator, Fault, Route};
use inlet_tests::client::{Chain, chain, client, event, sandbox};
use inlet_tests::fresh_app::FreshApp;
use serde_json::{Value, json};

const START: i64 = 1_800_028_800_000;

/// A run with two good events and so many without a unique id; its id.
async fn with_failures(count: usize) -> (FreshApp, Chain, String) {
    let fresh = FreshApp::beside(Emulator::builder().clock_start_ms(START).clock_speed(0.0)).await;
    fresh.ok("start_practice", Value::Null).await;
    let made = chain(&sandbox(&fresh.emulator), "Guides").await.unwrap();
    let flow = sandbox(&fresh.emulator).flows().get(&made.flow).await.unwrap().value;
    let address = flow.webhook_url().unwrap();
    for id in ["a", "b"].into_iter().chain(std::iter::repeat_n("", count)) {
        client(&fresh.emulator).inlet().post(&address, &event(id)).await.unwrap();
    }
    fresh.emulator.clock().advance(Duration::from_secs(2 * 3_600));
    let args =
        json!({ "flowId": made.flow.as_str(), "window": { "kind": "day" }, "utcOffsetMinutes": 0 });
    let runs = fresh.ok("get_flow_runs", args).await;
    let run = runs["runs"][0]["id"].as_str().unwrap().to_owned();
    (fresh, made, run)
}

/// The run with other links.
async fn relinked(fresh: &FreshApp, run: &str, link: &str) {
    let seen = json!({ "id": run, "metrics": { "recordSummary": { "failedRecordCount": 2 } }, "activities": [{
        "name": "Promotion Activity",
        "statusSummary": { "status": "partialSuccess", "extensions": { "manifest": { "failedRecords": link } } } }] });
    fresh
        .emulator
        .faults()
        .add(Fault::on(Route::GetRun).status(200).body(json!({ "items": [seen] })));
}

#[tokio::test]
async fn they_are_fetched_from_the_files_behind_the_run_and_name_the_guilty_field() {
    let (fresh, _, run) = with_failures(2).await;
    let detail = fresh.ok("get_run", json!({ "runId": run })).await;
    let links = detail["samples"].as_array().unwrap();
    assert!(links.len() == 2 && links.iter().all(|link| link["own"] == true), "{links:?}");
    let events = fresh.ok("get_failed_events", json!({ "runId": run })).await;
    let rows = events["rows"].as_array().unwrap();
    assert_eq!((rows.len(), &events["unreadable"], &events["more"]), (2, &json!(0), &json!(false)));
    let guilty = usize::try_from(rows[0]["guilty"][0].as_u64().unwrap()).unwrap();
    assert!(rows[0]["reason"].as_str().unwrap().contains("uniqueId empty"), "{}", rows[0]);
    assert!(events["columns"][guilty].as_str().unwrap().ends_with("uniqueId"));
    assert_eq!(rows[0]["cells"][guilty], "");
    let asked = fresh.emulator.recording().of(Route::GetFailedRows);
    assert!(asked.iter().all(|request| request.header("x-sandbox-name") == Some("dev")));
    assert_eq!(asked.len(), 2, "the listing and its one file with something in it");
}

#[tokio::test]
async fn more_than_a_file_holds_are_read_from_several() {
    let (fresh, _, run) = with_failures(80).await;
    let events = fresh.ok("get_failed_events", json!({ "runId": run })).await;
    assert_eq!((&events["read"], events["rows"].as_array().unwrap().len()), (&json!(80), 80));
    assert_eq!(fresh.emulator.recording().count(Route::GetFailedRows), 3);
}

#[tokio::test]
async fn a_link_to_another_host_is_shown_and_nothing_is_sent_there() {
    let (fresh, _, run) = with_failures(2).await;
    let elsewhere = Emulator::builder().start().await.unwrap();
    let link = format!("{}/data/foundation/export/batches/x/failed", elsewhere.base_url());
    relinked(&fresh, &run, &link).await;
    let detail = fresh.ok("get_run", json!({ "runId": run })).await;
    assert_eq!(detail["samples"][0], json!({ "address": link, "host": "127.0.0.1", "own": false }));
    let events = fresh.ok("get_failed_events", json!({ "runId": run })).await;
    assert_eq!((&events["rows"], &events["notFollowed"]), (&json!([]), &json!(["127.0.0.1"])));
    assert_eq!(elsewhere.recording().count(Route::GetFailedRows), 0);
    let refused = sandbox(&fresh.emulator).export().open(&link, 1_000).await;
    assert!(matches!(refused, Err(Error::ForeignLink { .. })), "{refused:?}");
}

#[tokio::test]
async fn a_redirect_is_not_followed_with_the_token() {
    let (fresh, _, run) = with_failures(2).await;
    let away = Fault::on(Route::GetFailedRows).redirect("https://elsewhere.example/rows");
    fresh.emulator.faults().add(away);
    fresh
        .emulator
        .faults()
        .add(Fault::on(Route::GetBatchMeta).redirect("https://elsewhere.example/rows"));
    let events = fresh.ok("get_failed_events", json!({ "runId": run })).await;
    assert_eq!(events["rows"], json!([]));
    assert!(events.get("problem").is_some(), "{events}");
}

#[tokio::test]
async fn what_cannot_be_read_takes_nothing_else_along() {
    let (fresh, _, run) = with_failures(60).await;
    fresh.emulator.faults().add(Fault::on(Route::GetFailedRows).status(503).after(2));
    let events = fresh.ok("get_failed_events", json!({ "runId": run })).await;
    assert_eq!(events["rows"].as_array().unwrap().len(), 50, "the first file stays");
    assert_eq!(events["problem"]["code"], "platform_trouble");
}

#[tokio::test]
async fn a_file_that_is_too_large_is_not_held() {
    let (fresh, _, run) = with_failures(60).await;
    let detail = fresh.ok("get_run", json!({ "runId": run })).await;
    let link = detail["samples"][0]["address"].as_str().unwrap();
    let export = sandbox(&fresh.emulator).export();
    let Linked::Listing(files) = export.open(link, 1_000).await.unwrap() else {
        panic!("no listing")
    };
    assert!(files.len() == 2 && files.iter().all(|file| file.length > Some(0)), "{files:?}");
    let large = export.file(&files[0].link, 100).await;
    assert!(matches!(large, Err(Error::TooLarge { limit: 100, .. })), "{large:?}");
}

#[tokio::test]
async fn after_thirty_days_they_are_gone_and_that_is_said() {
    let (fresh, _, run) = with_failures(2).await;
    fresh.emulator.clock().advance(Duration::from_secs(31 * 24 * 3_600));
    let events = fresh.ok("get_failed_events", json!({ "runId": run })).await;
    assert_eq!((&events["rows"], &events["problem"]["code"]), (&json!([]), &json!("not_found")));
}

#[tokio::test]
async fn they_are_saved_as_csv_and_as_json() {
    let (fresh, _, run) = with_failures(2).await;
    let csv = fresh.ok("export_failed_events", json!({ "runId": run, "format": "csv" })).await;
    let text = csv["text"].as_str().unwrap();
    assert!(
        csv["name"].as_str().unwrap().ends_with(".csv") && text.starts_with("Reason,"),
        "{text}"
    );
    assert_eq!(text.lines().count(), 3);
    let json = fresh.ok("export_failed_events", json!({ "runId": run, "format": "json" })).await;
    let rows: Vec<Value> = serde_json::from_str(json["text"].as_str().unwrap()).unwrap();
    assert_eq!(rows.len(), 2);
}
