//! Every line of the status table from runs as the platform recorded them; the list and the page say the same.

use std::time::Duration;

use aep_emulator::{Emulator, Fault, Route};
use inlet_tests::client::{Chain, chain, sandbox};
use inlet_tests::fresh_app::FreshApp;
use serde_json::{Value, json};

/// Three in the afternoon, on the hour.
const START: i64 = 1_800_028_800_000;
const HOUR: i64 = 3_600_000;

/// A dataflow made a month ago.
async fn old_flow() -> (FreshApp, Chain) {
    let start = START - 720 * HOUR;
    let fresh = FreshApp::beside(Emulator::builder().clock_start_ms(start).clock_speed(0.0)).await;
    fresh.ok("start_practice", Value::Null).await;
    let made = chain(&sandbox(&fresh.emulator), "Guides").await.unwrap();
    fresh.emulator.clock().advance(Duration::from_secs(720 * 3_600));
    (fresh, made)
}

/// A run that began so many hours ago: status word, received, ingested, failed; −1 is "not reported".
fn run(flow: &Chain, ago: i64, status: &str, [received, ingested, failed]: [i64; 3]) -> Value {
    let start = START - ago * HOUR;
    json!({ "id": format!("r-{ago}"), "flowId": flow.flow.as_str(), "metrics": {
        "durationSummary": { "startedAtUTC": start, "completedAtUTC": start + 2 * HOUR },
        "recordSummary": { "inputRecordCount": received, "outputRecordCount": ingested, "failedRecordCount": failed },
        "statusSummary": { "status": status } } })
}

/// The status that page and list give after these runs; they have to agree.
async fn told(fresh: &FreshApp, made: &Chain, runs: Vec<Value>) -> Value {
    let body = json!({ "items": runs, "_links": {} });
    fresh.emulator.faults().clear();
    fresh.emulator.faults().add(Fault::on(Route::ListRuns).status(200).body(body));
    let id = made.flow.as_str();
    let page = fresh.ok("get_flow", json!({ "flowId": id })).await["row"]["status"].clone();
    let list = fresh.ok("get_flow_days", json!({ "flowIds": [id] })).await[0]["status"].clone();
    assert_eq!(page, list, "the list and the page say the same");
    page
}

/// Ten events an hour from so many hours ago until so many hours ago.
fn busy(made: &Chain, from: i64, until: i64) -> Vec<Value> {
    (until..from).map(|ago| run(made, ago, "success", [10, 10, 0])).collect()
}

#[tokio::test]
async fn each_word_of_a_run_has_its_line_whatever_its_casing() {
    let (fresh, made) = old_flow().await;
    for (word, counts, kind, sentence) in [
        ("success", [340, 340, 0], "healthy", "All 340 events of the last run were ingested."),
        ("SUCCESS", [-1, -1, -1], "healthy", "The last run ended well."),
        ("success", [340, 337, 3], "healthy_with_gaps", "Ingested, but 3 events had problems."),
        ("Success", [340, 333, 0], "healthy_with_gaps", "7 of 340 events are unaccounted for."),
        ("partialSuccess", [340, 328, 12], "some_lost", "12 of 340 events were not ingested."),
        ("PARTIAL_SUCCESS", [340, 328, 12], "some_lost", "12 of 340 events were not ingested."),
        ("PARTIAL_FAILURE", [340, 1, 339], "some_lost", "339 of 340 events were not ingested."),
        (
            "Failed",
            [40, 0, 40],
            "failing",
            "Nothing was ingested in the last run: 40 events failed.",
        ),
        ("inProgress", [-1, -1, -1], "working", "Experience Platform is processing this hour."),
        ("IN_PROGRESS", [-1, -1, -1], "working", "Experience Platform is processing this hour."),
        ("QUEUED", [-1, -1, -1], "working", "Experience Platform is processing this hour."),
        ("Marinating", [-1, -1, -1], "unknown", "Shown as Adobe sent it."),
        ("COMPLETED", [-1, -1, -1], "unknown", "Shown as Adobe sent it."),
    ] {
        let status = told(&fresh, &made, vec![run(&made, 2, word, counts)]).await;
        assert_eq!(
            (&status["kind"], &status["sentence"]),
            (&json!(kind), &json!(sentence)),
            "{word}"
        );
    }
}

#[tokio::test]
async fn a_run_without_metrics_is_unknown_and_no_success() {
    let (fresh, made) = old_flow().await;
    let bare = json!({ "id": "r", "flowId": made.flow.as_str(), "metrics": {
        "durationSummary": { "startedAtUTC": START - 2 * HOUR } } });
    assert_eq!(told(&fresh, &made, vec![bare]).await["kind"], "unknown");
}

#[tokio::test]
async fn no_run_is_waited_for_three_hours_and_then_told() {
    let (fresh, made) = old_flow().await;
    let status = told(&fresh, &made, vec![]).await;
    assert_eq!(status["kind"], "no_events_yet");
    assert_eq!(status["sentence"], "Nothing has arrived in 30 days. Check the webhook in Pendo.");
    let young = chain(&sandbox(&fresh.emulator), "Young").await.unwrap();
    fresh.emulator.clock().advance(Duration::from_secs(2 * 3_600));
    assert_eq!(told(&fresh, &young, vec![]).await["kind"], "waiting_for_first_run");
    fresh.emulator.clock().advance(Duration::from_secs(3_600));
    assert_eq!(told(&fresh, &young, vec![]).await["kind"], "no_events_yet");
}

#[tokio::test]
async fn a_silence_that_is_not_usual_is_quiet_on_list_and_page() {
    let (fresh, made) = old_flow().await;
    let status = told(&fresh, &made, busy(&made, 48, 7)).await;
    assert_eq!(status["kind"], "quiet", "{status}");
    assert_eq!(status["sentence"], "Usually 10 events an hour at this time; none for 6 h.");
    assert_eq!(told(&fresh, &made, busy(&made, 48, 2)).await["kind"], "healthy");
    let old = told(&fresh, &made, busy(&made, 35, 30)).await;
    assert_eq!(old["kind"], "quiet", "an old success is never just healthy: {old}");
}

#[tokio::test]
async fn what_failed_in_the_last_day_is_told_in_a_sentence() {
    let (fresh, made) = old_flow().await;
    let mut runs = busy(&made, 30, 2);
    let mut lossy = run(&made, 3, "partialSuccess", [470, 456, 14]);
    let message =
        "The message can't be validated: #/_acme/uniqueId: expected minLength: 1, actual: 0";
    lossy["activities"] = json!([{ "name": "Promotion Activity", "statusSummary": { "extensions": { "errors": [
        { "code": "INGEST-1212-400", "message": "14 records failed", "recordCount": 14 },
        { "code": "DCVS-1111-400", "message": message, "recordCount": 14 },
    ] } } }]);
    runs[1] = lossy;
    let status = told(&fresh, &made, runs).await;
    assert_eq!(status["kind"], "healthy");
    assert_eq!(status["cause"], "2\u{a0}% failed in 24 h: uniqueId empty on 14 events.");
}

#[tokio::test]
async fn off_and_draft_win_over_what_runs_say() {
    let (fresh, made) = old_flow().await;
    let flows = sandbox(&fresh.emulator).flows();
    let read = flows.get(&made.flow).await.unwrap();
    flows.disable(&made.flow, &read.etag).await.unwrap();
    fresh.ok("list_flows", json!({ "refresh": true })).await;
    let status = told(&fresh, &made, vec![run(&made, 2, "failed", [40, 0, 40])]).await;
    assert_eq!(
        (&status["kind"], &status["sentence"]),
        (&json!("off"), &json!("Events sent now are not ingested."))
    );
    assert!(status.get("cause").is_none());
}

#[tokio::test]
async fn a_state_that_nobody_knows_or_that_is_changing_is_shown_as_such() {
    let (fresh, made) = old_flow().await;
    for (state, kind) in [("Hibernating", "unknown"), ("ENABLING", "changing"), ("draft", "draft")]
    {
        let body = json!({ "items": [{ "id": made.flow.as_str(), "name": "Guides", "state": state, "etag": "\"e-1\"" }] });
        fresh.emulator.faults().clear();
        fresh.emulator.faults().add(Fault::on(Route::GetFlow).status(200).body(body));
        let detail = fresh.ok("get_flow", json!({ "flowId": made.flow.as_str() })).await;
        assert_eq!(detail["row"]["status"]["kind"], kind, "{state}");
    }
}

#[tokio::test]
async fn a_run_that_never_ends_and_one_ahead_of_the_clock_have_a_line() {
    let (fresh, made) = old_flow().await;
    let stuck = told(&fresh, &made, vec![run(&made, 10, "inProgress", [-1, -1, -1])]).await;
    assert_eq!(stuck["sentence"], "The last run has been under way for 9 h, longer than usual.");
    let ahead = told(&fresh, &made, vec![run(&made, -3, "success", [5, 5, 0])]).await;
    assert_eq!(ahead["kind"], "healthy");
}
