//! The runs of a window of time: figures, places and failures as the platform recorded them.

use std::time::Duration;

use aep_emulator::{Emulator, Fault, Route, Seed};
use app_core::contract::error::ErrorCode;
use inlet_tests::client::{Chain, chain, client, event, sandbox};
use inlet_tests::fresh_app::FreshApp;
use serde_json::{Value, json};

/// Three in the afternoon, on the hour.
const START: i64 = 1_800_028_800_000;
const HOUR: i64 = 3_600_000;

async fn with_flow() -> (FreshApp, Chain) {
    let fresh = FreshApp::beside(Emulator::builder().clock_start_ms(START).clock_speed(0.0)).await;
    fresh.ok("start_practice", Value::Null).await;
    let made = chain(&sandbox(&fresh.emulator), "Guides").await.unwrap();
    (fresh, made)
}

/// One dataflow with so many hours of made-up traffic behind it.
async fn with_history(hours: usize) -> (FreshApp, String) {
    let emulator = Emulator::builder().seed(Seed::flows(1, hours));
    let fresh = FreshApp::beside(emulator.clock_start_ms(START).clock_speed(0.0)).await;
    fresh.ok("start_practice", Value::Null).await;
    fresh.ok("select_sandbox", json!({ "sandbox": "prod" })).await;
    let list = fresh.ok("list_flows", json!({ "refresh": false })).await;
    let id = list["rows"][0]["id"].as_str().unwrap().to_owned();
    (fresh, id)
}

async fn runs_in(fresh: &FreshApp, flow: &str, window: Value) -> Value {
    let args = json!({ "flowId": flow, "window": window, "utcOffsetMinutes": 0 });
    fresh.ok("get_flow_runs", args).await
}

/// Sends events with these ids and lets their run end.
async fn send(fresh: &FreshApp, made: &Chain, ids: &[&str]) {
    let flow = sandbox(&fresh.emulator).flows().get(&made.flow).await.unwrap().value;
    let address = flow.webhook_url().unwrap();
    for id in ids {
        client(&fresh.emulator).inlet().post(&address, &event(id)).await.unwrap();
    }
    fresh.emulator.clock().advance(Duration::from_secs(2 * 3_600));
}

/// Runs as the platform would have recorded them, whatever is asked for.
fn recorded(fresh: &FreshApp, runs: &[Value]) {
    let body = json!({ "items": runs, "_links": {} });
    fresh.emulator.faults().clear();
    fresh.emulator.faults().add(Fault::on(Route::ListRuns).status(200).body(body));
}

fn run(id: &str, started: i64, status: &str, records: Value) -> Value {
    json!({ "id": id, "metrics": {
        "durationSummary": { "startedAtUTC": started, "completedAtUTC": started + HOUR + 1_000 },
        "sizeSummary": { "inputBytes": -1, "outputBytes": -1 },
        "recordSummary": records,
        "statusSummary": { "status": status } } })
}

#[tokio::test]
async fn events_show_as_figures_places_and_failures_by_reason() {
    let (fresh, made) = with_flow().await;
    send(&fresh, &made, &["a", "b", "", ""]).await;
    let shown = runs_in(&fresh, made.flow.as_str(), json!({ "kind": "day" })).await;
    let figures = &shown["figures"];
    assert_eq!(figures["counts"], json!({ "received": 4, "ingested": 2, "failed": 2 }));
    assert_eq!((&figures["ingestedShare"], &figures["balance"]), (&json!(0.5), &json!(0)));
    assert!(figures["bytes"].as_u64() > Some(0) && figures["median"].as_i64() > Some(HOUR));
    let places = shown["places"].as_array().unwrap();
    assert_eq!((places.len(), &shown["placeLength"]), (24, &json!(HOUR)));
    let drawn: Vec<_> = places.iter().filter(|place| place.get("counts").is_some()).collect();
    assert_eq!((drawn.len(), &drawn[0]["start"]), (1, &json!(START)));
    let failure = &shown["failures"][0];
    assert_eq!(failure["title"], "uniqueId was empty", "{failure}");
    assert_eq!((&failure["count"], &failure["ongoingSince"]), (&json!(2), &json!(START)));
    assert_eq!(failure["lastRunId"], shown["runs"][0]["id"]);
}

#[tokio::test]
async fn a_week_is_read_in_one_page_and_a_month_is_not_read_for_it() {
    let (fresh, flow) = with_history(24 * 60).await;
    fresh.emulator.recording().clear();
    let week = runs_in(&fresh, &flow, json!({ "kind": "week" })).await;
    let asked = fresh.emulator.recording().of(Route::ListRuns);
    assert_eq!(asked.len(), 1);
    let since = format!("startedAtUTC>={}", START + HOUR - 168 * HOUR);
    assert!(asked[0].query.contains(&since) || asked[0].query.contains(&since.replace('>', "%3E")));
    assert!(week["read"].as_u64() <= Some(168) && week["places"].as_array().unwrap().len() == 168);
    fresh.emulator.recording().clear();
    let month = runs_in(&fresh, &flow, json!({ "kind": "month" })).await;
    assert_eq!(fresh.emulator.recording().count(Route::ListRuns), 4);
    assert_eq!(month["placeLength"], 6 * HOUR);
    assert!(month["read"].as_u64() > Some(690), "{}", month["read"]);
}

#[tokio::test]
async fn of_a_hundred_thousand_runs_the_newest_are_read_and_the_rest_is_counted() {
    let (fresh, flow) = with_history(100_000).await;
    let window = json!({ "kind": "custom", "from": 0, "to": START });
    let shown = runs_in(&fresh, &flow, window).await;
    assert_eq!(shown["read"], 5_000);
    assert!(shown["total"].as_u64() > Some(90_000), "{}", shown["total"]);
    assert_eq!(shown["runs"].as_array().unwrap().len(), 1_000, "a table holds no more");
    assert!(shown["places"].as_array().unwrap().len() <= 181);
    assert!(fresh.emulator.recording().count(Route::ListRuns) <= 28, "pages are bounded");
}

#[tokio::test]
async fn days_of_ones_own_hold_what_began_in_them() {
    let (fresh, flow) = with_history(24 * 10).await;
    let (from, to) = (START - 72 * HOUR, START - 48 * HOUR);
    let shown = runs_in(&fresh, &flow, json!({ "kind": "custom", "from": from, "to": to })).await;
    let began: Vec<i64> = shown["runs"]
        .as_array()
        .unwrap()
        .iter()
        .map(|run| run["startedAt"].as_i64().unwrap())
        .collect();
    assert!(!began.is_empty() && began.iter().all(|at| (from..to).contains(at)), "{began:?}");
    let args = json!({ "flowId": flow, "window": { "kind": "custom", "from": to, "to": from }, "utcOffsetMinutes": 0 });
    let refused = fresh.fails("get_flow_runs", args).await;
    assert_eq!((refused.code, refused.fields[0].field.as_str()), (ErrorCode::Validation, "window"));
}

#[tokio::test]
async fn runs_without_numbers_are_counted_and_invent_none() {
    let (fresh, made) = with_flow().await;
    recorded(
        &fresh,
        &[
            json!({ "id": "bare", "metrics": { "durationSummary": { "startedAtUTC": START - HOUR } } }),
            run(
                "minus",
                START - 2 * HOUR,
                "SUCCESS",
                json!({ "inputRecordCount": -1, "outputRecordCount": -1 }),
            ),
        ],
    );
    let shown = runs_in(&fresh, made.flow.as_str(), json!({ "kind": "day" })).await;
    assert_eq!(shown["figures"]["counts"], json!({}));
    assert!(
        shown["figures"].get("ingestedShare").is_none() && shown["figures"].get("bytes").is_none()
    );
    assert_eq!((&shown["figures"]["unreported"], &shown["read"]), (&json!(2), &json!(2)));
    let places = shown["places"].as_array().unwrap();
    assert_eq!(places.iter().filter(|place| place["counts"] == json!({})).count(), 2);
}

#[tokio::test]
async fn what_is_neither_ingested_nor_failed_is_told() {
    let (fresh, made) = with_flow().await;
    let records =
        json!({ "inputRecordCount": 40, "outputRecordCount": 30, "failedRecordCount": 3 });
    recorded(&fresh, &[run("r", START - HOUR, "success", records)]);
    let shown = runs_in(&fresh, made.flow.as_str(), json!({ "kind": "day" })).await;
    assert_eq!(shown["figures"]["balance"], 7);
}

#[tokio::test]
async fn runs_ahead_of_this_clock_are_drawn_and_told() {
    let (fresh, made) = with_flow().await;
    let records =
        || json!({ "inputRecordCount": 4, "outputRecordCount": 4, "failedRecordCount": 0 });
    let far = run("far", START + 9_000 * HOUR, "success", records());
    recorded(&fresh, &[far, run("ahead", START + 3 * HOUR, "success", records())]);
    let shown = runs_in(&fresh, made.flow.as_str(), json!({ "kind": "day" })).await;
    assert_eq!((&shown["ahead"], &shown["figures"]["counts"]["received"]), (&json!(2), &json!(8)));
    let places = shown["places"].as_array().unwrap();
    assert!(places.iter().any(|place| place["start"] == START + 3 * HOUR && place["runs"] == 1));
    assert!(places.len() <= 48, "{}", places.len());
}

#[tokio::test]
async fn a_run_longer_than_its_hour_or_than_the_window_is_counted_once_where_it_began() {
    let (fresh, made) = with_flow().await;
    let records =
        || json!({ "inputRecordCount": 4, "outputRecordCount": 4, "failedRecordCount": 0 });
    let mut long = run("long", START - 20 * HOUR, "success", records());
    long["metrics"]["durationSummary"]["completedAtUTC"] = json!(START - HOUR);
    let mut longest = run("longest", START - 23 * HOUR, "success", records());
    longest["metrics"]["durationSummary"]["completedAtUTC"] = json!(START + 40 * HOUR);
    recorded(&fresh, &[long, longest]);
    let shown = runs_in(&fresh, made.flow.as_str(), json!({ "kind": "day" })).await;
    assert_eq!((&shown["read"], &shown["figures"]["counts"]["received"]), (&json!(2), &json!(8)));
    let drawn: Vec<_> = shown["places"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|place| place["runs"] != 0)
        .map(|place| (place["start"].as_i64().unwrap(), place["runs"].as_i64().unwrap()))
        .collect();
    assert_eq!(drawn, [(START - 23 * HOUR, 1), (START - 20 * HOUR, 1)]);
    assert_eq!(shown["places"].as_array().unwrap().len(), 24, "the window stays as it is");
    assert_eq!(shown["figures"]["p95"], 63 * HOUR);
    assert_eq!(shown["ahead"], 0, "its beginning is what is compared with the clock");
}

#[tokio::test]
async fn a_run_that_moves_to_the_next_page_while_it_is_read_is_counted_once() {
    let (fresh, made) = with_flow().await;
    let records = json!({ "inputRecordCount": 4, "outputRecordCount": 4, "failedRecordCount": 0 });
    let twice = run("same", START - HOUR, "success", records);
    recorded(&fresh, &[twice.clone(), twice]);
    let shown = runs_in(&fresh, made.flow.as_str(), json!({ "kind": "day" })).await;
    assert_eq!((&shown["read"], &shown["figures"]["counts"]["received"]), (&json!(1), &json!(4)));
}

#[tokio::test]
async fn a_run_opens_whole_with_its_parts_and_reasons() {
    let (fresh, made) = with_flow().await;
    send(&fresh, &made, &["a", ""]).await;
    let runs = runs_in(&fresh, made.flow.as_str(), json!({ "kind": "day" })).await;
    let detail = fresh.ok("get_run", json!({ "runId": runs["runs"][0]["id"] })).await;
    assert_eq!(detail["flowId"], made.flow.as_str());
    assert_eq!(
        (&detail["windowStart"], &detail["windowEnd"]),
        (&json!(START), &json!(START + HOUR))
    );
    assert_eq!(
        (&detail["balance"], &detail["sentence"]),
        (&json!(0), &json!("1 of 2 events was not ingested."))
    );
    let kinds: Vec<_> =
        detail["activities"].as_array().unwrap().iter().map(|part| part["kind"].clone()).collect();
    assert_eq!(kinds, ["copy", "promotion"]);
    assert_eq!(detail["failures"][0]["title"], "uniqueId was empty");
    let gone =
        fresh.fails("get_run", json!({ "runId": "00000000-0000-4000-8000-000000000000" })).await;
    assert_eq!(gone.code, ErrorCode::NotFound);
}

#[tokio::test]
async fn a_run_whose_parts_are_misspelt_and_whose_state_is_unknown_still_opens() {
    let (fresh, _) = with_flow().await;
    let mut odd = run("r", START - 5 * HOUR, "Marinating", json!({}));
    odd["activites"] =
        json!([{ "id": "copyActivity", "statusSummary": { "status": "IN_PROGRESS" } }]);
    fresh
        .emulator
        .faults()
        .add(Fault::on(Route::GetRun).status(200).body(json!({ "items": [odd] })));
    let detail = fresh.ok("get_run", json!({ "runId": "r" })).await;
    assert_eq!(
        (&detail["run"]["state"], &detail["run"]["stateAsSent"]),
        (&json!("unknown"), &json!("Marinating"))
    );
    assert_eq!(detail["activities"][0]["state"], "in_progress");
    assert!(detail.get("balance").is_none() && detail["samples"] == json!([]));
}
