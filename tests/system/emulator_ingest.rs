//! From an event to the numbers of a run, by the emulator's clock.

use std::time::Duration;

use aep_emulator::{Emulator, Switches};
use inlet_tests::made::{Dataflow, dataflow, mapping_body};
use inlet_tests::raw::{Caller, text};
use serde_json::{Value, json};

/// 2025-10-09T08:53:20Z: some minutes before a full hour.
const START_MS: i64 = 1_760_000_000_000;
const HOUR_MS: i64 = 3_600_000;

async fn start(switches: impl FnOnce(&mut Switches)) -> (Emulator, Caller, Dataflow) {
    let builder = Emulator::builder().clock_start_ms(START_MS).clock_speed(0.0).switches(switches);
    let emulator = builder.start().await.expect("a loopback port is free");
    let caller = Caller::of(&emulator).await;
    let made = dataflow(&caller).await;
    (emulator, caller, made)
}

fn good(id: &str) -> Value {
    json!({ "id": id, "at": "2025-10-09T08:00:00Z", "score": 7 })
}

async fn send(caller: &Caller, made: &Dataflow, event: &Value) -> Value {
    let answer = caller.event(&made.inlet_url, &made.flow, event).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    answer.json()
}

async fn runs(caller: &Caller, made: &Dataflow) -> Vec<Value> {
    let path = format!("/flowservice/runs?property=flowId=={}&orderby=createdAt", made.flow);
    caller.get(&path).await.json()["items"].as_array().cloned().expect("a list has items")
}

fn advance_to_the_end_of_the_run(emulator: &Emulator) {
    emulator.clock().advance(Duration::from_secs(2 * 3_600));
}

fn counts(run: &Value) -> (u64, u64, u64) {
    let records = &run["metrics"]["recordSummary"];
    let count = |key: &str| records[key].as_u64().expect("the count is there");
    (count("inputRecordCount"), count("outputRecordCount"), count("failedRecordCount"))
}

fn codes(run: &Value) -> Vec<String> {
    let errors = run["metrics"]["statusSummary"]["errors"].as_array().into_iter().flatten();
    errors.filter_map(|error| error["code"].as_str()).map(str::to_owned).collect()
}

#[tokio::test]
async fn the_endpoint_answers_with_a_receipt_that_no_run_repeats() {
    let (emulator, caller, made) = start(|_| {}).await;
    let receipt = send(&caller, &made, &good("a")).await;
    assert_eq!(receipt["flowId"], json!(made.flow));
    assert_eq!(receipt["receivedTimeMs"], START_MS);
    assert!(made.inlet_url.ends_with(receipt["inletId"].as_str().expect("an inlet id")));
    let transaction = receipt["xactionId"].as_str().expect("a transaction id").to_owned();
    assert!(transaction.starts_with(&format!("{START_MS}:")));
    advance_to_the_end_of_the_run(&emulator);
    let shown = format!("{:?}", runs(&caller, &made).await);
    assert!(!shown.contains(&transaction) && !shown.contains("\"a\""), "{shown}");
}

#[tokio::test]
async fn a_run_covers_one_utc_hour_and_is_processed_before_it_is_complete() {
    let (emulator, caller, made) = start(|_| {}).await;
    send(&caller, &made, &good("a")).await;
    assert_eq!(runs(&caller, &made).await.len(), 0, "the hour is not over");
    let path = format!("/flowservice/flows/{}", made.flow);
    assert_eq!(caller.get(&path).await.json()["items"][0].get("lastRunDetails"), None);

    emulator.clock().advance(Duration::from_secs(7 * 60));
    let processing = runs(&caller, &made).await;
    assert_eq!(processing[0]["metrics"]["statusSummary"]["status"], "inProgress");
    assert_eq!(processing[0]["metrics"].get("recordSummary"), None);

    emulator.clock().advance(Duration::from_secs(29 * 60));
    let status = runs(&caller, &made).await[0]["metrics"]["statusSummary"]["status"].clone();
    assert_eq!(status, "inProgress", "processing takes half an hour at least");
    emulator.clock().advance(Duration::from_secs(12 * 60));
    let run = runs(&caller, &made).await.remove(0);
    let duration = &run["metrics"]["durationSummary"];
    let window = START_MS / HOUR_MS * HOUR_MS;
    assert_eq!(duration["startedAtUTC"], window);
    let processed = duration["completedAtUTC"].as_i64().expect("it is complete") - window - HOUR_MS;
    assert!((30 * 60_000..=40 * 60_000).contains(&processed), "{processed}");
    assert_eq!(counts(&run), (1, 1, 0));
    assert_eq!(run["metrics"]["statusSummary"]["status"], "success");
    assert!(run["metrics"]["sizeSummary"]["inputBytes"].as_u64() > Some(0));

    let flow = caller.get(&path).await.json();
    let last = &flow["items"][0]["lastRunDetails"];
    assert_eq!((&last["id"], &last["state"]), (&run["id"], &json!("success")));
    assert_eq!(last["completedAtUTC"], duration["completedAtUTC"]);
}

#[tokio::test]
async fn events_are_counted_in_the_hour_in_which_they_arrive() {
    let (emulator, caller, made) = start(|_| {}).await;
    send(&caller, &made, &good("a")).await;
    emulator.clock().advance(Duration::from_secs(3_600));
    send(&caller, &made, &good("b")).await;
    send(&caller, &made, &good("c")).await;
    advance_to_the_end_of_the_run(&emulator);
    let received: Vec<u64> = runs(&caller, &made).await.iter().map(|run| counts(run).0).collect();
    assert_eq!(received, [1, 2], "an hour without events has no run");
}

#[tokio::test]
async fn what_does_not_fit_is_counted_with_its_code_after_a_200() {
    let cases = [
        (json!({ "at": "2025-10-09T08:00:00Z" }), "DCVS-1106-400", "required key [_id] not found"),
        (
            json!({ "id": "", "at": "2025-10-09T08:00:00Z" }),
            "DCVS-1111-400",
            "expected minLength: 1, actual: 0",
        ),
        (
            json!({ "id": "a", "at": "2025-10-09", "score": 11 }),
            "DCVS-1111-400",
            "11 is not less or equal to 10",
        ),
        (
            json!({ "id": "a", "at": 1_760_000_000 }),
            "MAPPER-3700-400",
            "expected data type was: DATE",
        ),
        (
            json!({ "id": "a", "at": "2025-10-09", "score": "high" }),
            "MAPPER-3700-400",
            "expected data type was: INTEGER",
        ),
    ];
    for (event, code, message) in cases {
        let (emulator, caller, made) = start(|_| {}).await;
        send(&caller, &made, &event).await;
        advance_to_the_end_of_the_run(&emulator);
        let run = runs(&caller, &made).await.remove(0);
        assert_eq!(counts(&run), (1, 0, 1), "{event}");
        assert_eq!(run["metrics"]["statusSummary"]["status"], "failed");
        assert_eq!(codes(&run), ["INGEST-1212-400", code], "{event}");
        assert!(run.to_string().contains(message), "{event}: {run}");
    }
}

#[tokio::test]
async fn a_run_that_lost_some_is_a_partial_success_with_activities() {
    let (emulator, caller, made) = start(|_| {}).await;
    for event in
        [good("a"), good("b"), json!({ "at": "2025-10-09" }), json!({ "at": "2025-10-09" })]
    {
        send(&caller, &made, &event).await;
    }
    advance_to_the_end_of_the_run(&emulator);
    let run = runs(&caller, &made).await.remove(0);
    assert_eq!(counts(&run), (4, 2, 2));
    assert_eq!(run["metrics"]["statusSummary"]["status"], "partialSuccess");
    let activities = run["activities"].as_array().expect("there are activities");
    let names: Vec<&str> = activities.iter().filter_map(|one| one["name"].as_str()).collect();
    assert_eq!(names, ["Copy Activity", "Promotion Activity"]);
    assert_eq!(activities[0]["recordSummary"]["outputRecordCount"], 4);
    assert_eq!(activities[1]["targetInfo"][0]["id"], json!(made.target));
    let errors = &activities[1]["statusSummary"]["extensions"]["errors"];
    assert_eq!(
        (&errors[1]["code"], &errors[1]["recordCount"]),
        (&json!("DCVS-1106-400"), &json!(2))
    );
}

#[tokio::test]
async fn without_diagnostics_a_run_says_only_how_many_failed() {
    let (emulator, caller, made) = start(|_| {}).await;
    let mut body = inlet_tests::made::flow_body(&made.source, &made.target, &made.mapping);
    body.as_object_mut().expect("an object").remove("options");
    let flow = text(&caller.post("/flowservice/flows", body).await, "/id");
    let shown = caller.get(&format!("/flowservice/flows/{flow}")).await;
    let plain = Dataflow { flow, inlet_url: text(&shown, "/items/0/options/inletUrl"), ..made };
    send(&caller, &plain, &json!({})).await;
    advance_to_the_end_of_the_run(&emulator);
    assert_eq!(codes(&runs(&caller, &plain).await[0]), ["INGEST-1211-400"]);
}

#[tokio::test]
async fn what_is_dropped_is_dropped_without_a_word() {
    let (emulator, caller, made) = start(|_| {}).await;
    let other_flow = "00000000-0000-4000-8000-000000000000";
    assert_eq!(caller.event(&made.inlet_url, other_flow, &good("a")).await.status, 200);
    let action = format!("/flowservice/flows/{}/action?op=disable", made.flow);
    caller.send("POST", &action, None).await.expect("an answer comes");
    send(&caller, &made, &good("b")).await;
    caller.delete(&format!("/flowservice/flows/{}", made.flow)).await;
    assert_eq!(caller.event(&made.inlet_url, &made.flow, &good("c")).await.status, 200);
    advance_to_the_end_of_the_run(&emulator);
    assert_eq!(caller.get("/flowservice/runs").await.json()["items"], json!([]));
}

#[tokio::test]
async fn an_event_that_names_no_flow_is_accepted_and_dropped_or_refused_as_a_switch() {
    let (emulator, caller, made) = start(|_| {}).await;
    let path = made.inlet_url.split_once("/collection/").map(|(_, id)| format!("/collection/{id}"));
    let path = path.expect("an endpoint has an id");
    assert_eq!(caller.post(&path, good("a")).await.status, 200);
    let header = caller.clone().with("x-adobe-flow-id", &made.flow);
    assert_eq!(header.post(&path, good("b")).await.status, 200);
    emulator.switch(|switches| switches.missing_flow_id_status = 400);
    assert_eq!(caller.post(&path, good("c")).await.status, 400);
    advance_to_the_end_of_the_run(&emulator);
    assert_eq!(counts(&runs(&caller, &made).await[0]), (1, 1, 0));
}

#[tokio::test]
async fn the_endpoint_refuses_what_it_cannot_take() {
    let (emulator, caller, made) = start(|_| {}).await;
    let unknown = format!("/collection/{}", "0".repeat(64));
    assert_eq!(caller.post(&unknown, good("a")).await.status, 404);
    emulator.switch(|switches| switches.unknown_inlet_status = 200);
    assert_eq!(caller.post(&unknown, good("a")).await.status, 200);
    let large = json!({ "id": "x".repeat(1024 * 1024) });
    assert_eq!(caller.event(&made.inlet_url, &made.flow, &large).await.status, 413);
}

#[tokio::test]
async fn a_batch_is_answered_with_207_and_counted_message_by_message() {
    let (emulator, caller, made) = start(|_| {}).await;
    let inlet = made.inlet_url.rsplit('/').next().expect("an endpoint has an id");
    let path = format!("/collection/batch/{inlet}?x-adobe-flow-id={}", made.flow);
    let answer = caller.post(&path, json!({ "messages": [good("a"), {}] })).await;
    assert_eq!(answer.status, 207);
    assert_eq!(answer.json()["responses"].as_array().map(Vec::len), Some(2));
    advance_to_the_end_of_the_run(&emulator);
    assert_eq!(counts(&runs(&caller, &made).await[0]), (2, 1, 1));
}

#[tokio::test]
async fn a_new_flow_may_lose_its_first_five_minutes() {
    let (emulator, caller, made) = start(|switches| switches.drop_while_settling = true).await;
    send(&caller, &made, &good("early")).await;
    emulator.clock().advance(Duration::from_secs(5 * 60));
    send(&caller, &made, &good("settled")).await;
    // A change makes it settle again.
    let path = format!("/flowservice/flows/{}", made.flow);
    let etag = text(&caller.get(&path).await, "/items/0/etag");
    let patch = json!([{ "op": "replace", "path": "/name", "value": "new" }]);
    caller.clone().with("if-match", &etag).patch(&path, patch).await;
    send(&caller, &made, &good("after the change")).await;
    advance_to_the_end_of_the_run(&emulator);
    assert_eq!(counts(&runs(&caller, &made).await[0]), (1, 1, 0));
}

#[tokio::test]
async fn a_flow_goes_on_with_the_mapping_version_that_it_names() {
    let (emulator, caller, made) = start(|_| {}).await;
    let renamed = [("name", "_id"), ("at", "timestamp")];
    let set = format!("/conversion/mappingSets/{}", made.mapping);
    caller.put(&set, mapping_body(&made.landing.schema, &renamed)).await;
    send(&caller, &made, &good("old mapping")).await;

    let path = format!("/flowservice/flows/{}", made.flow);
    let etag = text(&caller.get(&path).await, "/items/0/etag");
    let params = json!({ "mappingId": made.mapping, "mappingVersion": 1 });
    let patch = json!([{
        "op": "replace", "path": "/transformations/0", "value": { "name": "Mapping", "params": params },
    }]);
    assert_eq!(caller.clone().with("if-match", &etag).patch(&path, patch).await.status, 200);
    send(&caller, &made, &good("new mapping")).await;
    send(&caller, &made, &json!({ "name": "n", "at": "2025-10-09" })).await;
    advance_to_the_end_of_the_run(&emulator);
    assert_eq!(counts(&runs(&caller, &made).await[0]), (3, 2, 1));
}

#[tokio::test]
async fn a_completed_run_may_make_an_etag_stale() {
    let (emulator, caller, made) = start(|switches| switches.etag_changes_after_runs = true).await;
    let path = format!("/flowservice/flows/{}", made.flow);
    let etag = text(&caller.get(&path).await, "/items/0/etag");
    send(&caller, &made, &good("a")).await;
    advance_to_the_end_of_the_run(&emulator);
    let newer = text(&caller.get(&path).await, "/items/0/etag");
    assert_ne!(newer, etag);
    let patch = json!([{ "op": "replace", "path": "/name", "value": "x" }]);
    let stale = caller.clone().with("if-match", &etag).patch(&path, patch.clone()).await;
    assert_eq!(stale.status, 412);
    assert_eq!(caller.clone().with("if-match", &newer).patch(&path, patch).await.status, 200);
}
