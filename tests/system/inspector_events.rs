//! Events looked at before they are sent: nothing is ingested by looking, the verdicts are those of ingestion, and the
//! good ones can be sent.

use std::time::Duration;

use aep_client::Patch;
use aep_emulator::{Emulator, Fault, Route};
use app_core::contract::error::ErrorCode;
use inlet_tests::client::{chain, event, sandbox};
use inlet_tests::fresh_app::FreshApp;
use inlet_tests::made::mapping_body;
use inlet_tests::raw::Caller;
use serde_json::{Value, json};

/// On the hour.
const START: i64 = 1_800_028_800_000;

async fn settled() -> (FreshApp, String) {
    let emulator = Emulator::builder().clock_start_ms(START).clock_speed(0.0);
    let fresh = FreshApp::beside(emulator).await;
    fresh.ok("start_practice", Value::Null).await;
    let made = chain(&sandbox(&fresh.emulator), "Guides").await.unwrap();
    fresh.emulator.clock().advance(Duration::from_secs(600));
    (fresh, made.flow.as_str().to_owned())
}

/// One event of each outcome, and a text that is none.
fn mixed() -> String {
    let good = event("e-1");
    let mut gap = event("e-2");
    gap.as_object_mut().unwrap().remove("visitorId");
    let mut lost = event("e-3");
    lost.as_object_mut().unwrap().remove("uniqueId");
    [good.to_string(), gap.to_string(), lost.to_string(), "{\"a\": NaN}".to_owned()].join("\n")
}

async fn looked_at(fresh: &FreshApp, flow: &str, text: &str) -> Value {
    let started = fresh.ok("start_inspection", json!({ "flowId": flow, "text": text })).await;
    let id = json!({ "inspectionId": started["inspectionId"] });
    fresh.until("get_inspection", id, |one| one["state"] != "running").await
}

async fn sent(fresh: &FreshApp, one: &Value, with_gaps: bool) -> Value {
    let id = one["inspectionId"].clone();
    fresh.ok("send_inspected", json!({ "inspectionId": id, "withGaps": with_gaps })).await;
    let over = |one: &Value| one["sending"]["state"] != "running";
    fresh.until("get_inspection", json!({ "inspectionId": id }), over).await
}

#[tokio::test]
async fn each_event_gets_its_outcome_and_nothing_is_ingested() {
    let (fresh, flow) = settled().await;
    let one = looked_at(&fresh, &flow, &mixed()).await;
    assert_eq!(one["state"], "done", "{one}");
    let counts = json!({ "waiting": 0, "good": 1, "gaps": 1, "lost": 1, "unread": 1 });
    assert_eq!(one["counts"], counts);
    assert_eq!(fresh.emulator.recording().count(Route::PostEvent), 0);
    let args = json!({ "inspectionId": one["inspectionId"], "skip": 0, "limit": 100 });
    let listed = fresh.ok("list_inspected", args).await;
    assert_eq!(listed["total"], 4);
    assert_eq!(listed["rows"][0]["uniqueId"], "e-1");
    assert_eq!(listed["rows"][0]["name"], "guideDisplayed");
    let only =
        json!({ "inspectionId": one["inspectionId"], "outcome": "lost", "skip": 0, "limit": 9 });
    let lost = fresh.ok("list_inspected", only).await;
    assert_eq!((&lost["total"], &lost["rows"][0]["number"]), (&json!(1), &json!(3)));
    let args = json!({ "inspectionId": one["inspectionId"], "number": 1 });
    let whole = fresh.ok("get_inspected", args).await;
    assert_eq!(whole["record"]["_id"], "e-1");
    assert_eq!(whole["problems"], json!([]));
    assert_eq!(whole["fields"][0]["path"], "accountId");
}

#[tokio::test]
async fn a_file_of_many_goes_in_bounded_batches() {
    let (fresh, flow) = settled().await;
    let many: Vec<Value> = (0..230).map(|n| event(&format!("e-{n}"))).collect();
    let one = looked_at(&fresh, &flow, &Value::Array(many).to_string()).await;
    assert_eq!(one["counts"]["good"], 230, "{one}");
    assert_eq!(fresh.emulator.recording().count(Route::PreviewMappingSet), 5);
}

#[tokio::test]
async fn when_the_platform_fails_what_is_known_stays_and_the_reason_is_told() {
    let (fresh, flow) = settled().await;
    let failing = Fault::on(Route::PreviewMappingSet).status(503).after(1).times(50);
    fresh.emulator.faults().add(failing);
    let many: Vec<Value> = (0..120).map(|n| event(&format!("e-{n}"))).collect();
    let one = looked_at(&fresh, &flow, &Value::Array(many).to_string()).await;
    assert_eq!(one["state"], "stopped", "{one}");
    assert_eq!((&one["counts"]["good"], &one["counts"]["waiting"]), (&json!(50), &json!(70)));
    assert_eq!(one["problem"]["code"], "platform_trouble");
}

#[tokio::test]
async fn the_good_ones_are_sent_once_each_and_land() {
    let (fresh, flow) = settled().await;
    let one = looked_at(&fresh, &flow, &mixed()).await;
    let after = sent(&fresh, &one, false).await;
    assert_eq!((&after["sending"]["accepted"], &after["toSend"]), (&json!(1), &json!(0)));
    assert_eq!(after["sending"]["state"], "done");
    let again = json!({ "inspectionId": one["inspectionId"], "withGaps": false });
    assert_eq!(fresh.fails("send_inspected", again).await.code, ErrorCode::Refused);
    let after = sent(&fresh, &one, true).await;
    assert_eq!(after["sending"]["accepted"], 1);
    assert_eq!(fresh.emulator.recording().count(Route::PostEvent), 2);
    let shown = after.to_string();
    assert!(!shown.contains("collection") && !shown.contains("x-adobe-flow-id"), "{shown}");
}

#[tokio::test]
async fn a_refusal_of_the_endpoint_stops_the_sending_and_the_rest_can_be_sent_later() {
    let (fresh, flow) = settled().await;
    let many: Vec<Value> = (0..5).map(|n| event(&format!("e-{n}"))).collect();
    let one = looked_at(&fresh, &flow, &Value::Array(many).to_string()).await;
    fresh.emulator.faults().add(Fault::on(Route::PostEvent).status(429).after(2).times(1));
    let after = sent(&fresh, &one, false).await;
    assert_eq!(after["sending"]["state"], "stopped", "{after}");
    assert_eq!((&after["sending"]["accepted"], &after["toSend"]), (&json!(2), &json!(3)));
    assert_eq!(after["sending"]["problem"]["code"], "rate_limited");
    let after = sent(&fresh, &one, false).await;
    assert_eq!((&after["sending"]["accepted"], &after["toSend"]), (&json!(3), &json!(0)));
}

#[tokio::test]
async fn sending_stops_when_asked() {
    let (fresh, flow) = settled().await;
    let many: Vec<Value> = (0..200).map(|n| event(&format!("e-{n}"))).collect();
    let one = looked_at(&fresh, &flow, &Value::Array(many).to_string()).await;
    let id = json!({ "inspectionId": one["inspectionId"] });
    let args = json!({ "inspectionId": one["inspectionId"], "withGaps": false });
    fresh.ok("send_inspected", args.clone()).await;
    assert_eq!(fresh.fails("send_inspected", args).await.code, ErrorCode::Conflict);
    fresh.ok("stop_inspection", id.clone()).await;
    let stopped =
        fresh.until("get_inspection", id, |one| one["sending"]["state"] == "stopped").await;
    assert!(stopped["toSend"].as_u64().unwrap() > 0, "{stopped}");
}

#[tokio::test]
async fn production_asks_for_its_name_before_anything_is_sent() {
    let fresh = FreshApp::start().await;
    let mut typed = fresh.typed();
    typed["sandbox"] = json!("prod");
    let check = fresh.check(typed).await;
    fresh
        .ok("save_profile", json!({ "checkId": check["checkId"], "name": "P", "sandbox": "prod" }))
        .await;
    let prod = inlet_tests::client::client(&fresh.emulator).sandbox(&"prod".into());
    let made = chain(&prod, "Guides").await.unwrap();
    let one = looked_at(&fresh, made.flow.as_str(), &event("e-1").to_string()).await;
    assert_eq!(one["typeToConfirm"], "prod");
    let args = json!({ "inspectionId": one["inspectionId"], "withGaps": false });
    let error = fresh.fails("send_inspected", args).await;
    assert_eq!(error.fields[0].field, "confirmation");
    assert_eq!(fresh.emulator.recording().count(Route::PostEvent), 0);
    let args =
        json!({ "inspectionId": one["inspectionId"], "withGaps": false, "confirmation": " prod " });
    fresh.ok("send_inspected", args).await;
    let id = json!({ "inspectionId": one["inspectionId"] });
    fresh.until("get_inspection", id, |one| one["sending"]["accepted"] == 1).await;
}

#[tokio::test]
async fn a_dataflow_that_is_off_gets_nothing_and_another_place_knows_no_inspection() {
    let (fresh, flow) = settled().await;
    let one = looked_at(&fresh, &flow, &event("e-1").to_string()).await;
    fresh.ok("switch_flows", json!({ "flowIds": [flow], "on": false })).await;
    let args = json!({ "inspectionId": one["inspectionId"], "withGaps": false });
    assert_eq!(fresh.fails("send_inspected", args).await.code, ErrorCode::Refused);
    fresh.ok("start_practice", Value::Null).await;
    fresh.ok("select_sandbox", json!({ "sandbox": "prod" })).await;
    let id = json!({ "inspectionId": one["inspectionId"] });
    assert_eq!(fresh.fails("get_inspection", id).await.code, ErrorCode::NotFound);
}

#[tokio::test]
async fn lines_that_the_preview_cannot_take_are_counted() {
    let (fresh, flow) = settled().await;
    let one = looked_at(&fresh, &flow, &event("e-1").to_string()).await;
    assert_eq!(one["linesLeftOut"], 0);
    let sandbox = sandbox(&fresh.emulator);
    let id = flow.as_str().into();
    let found = sandbox.flows().get(&id).await.unwrap();
    let reference = found.value.mapping().unwrap();
    let schema = sandbox.mapping_sets().get_version(&reference).await.unwrap();
    let mut body = mapping_body(schema.schema().unwrap(), &[("uniqueId", "_id")]);
    let own = format!("_{}.event", fresh.emulator.tenant());
    let fixed = json!({ "sourceType": "STATIC", "source": "web", "destination": own });
    body["mappings"].as_array_mut().unwrap().push(fixed);
    let caller = Caller::of(&fresh.emulator).await.with("x-sandbox-name", "dev");
    let set = caller.post("/conversion/mappingSets", body).await.json()["id"].clone();
    let params = json!({ "mappingId": set, "mappingVersion": 0 });
    let steps = json!([{ "name": "Mapping", "params": params }]);
    let patch = Patch::new().replace("/transformations", steps);
    sandbox.flows().update(&id, &found.etag, &patch).await.unwrap();
    let one = looked_at(&fresh, &flow, &event("e-1").to_string()).await;
    assert_eq!(one["linesLeftOut"], 1, "{one}");
}

#[tokio::test]
async fn a_text_of_more_than_fifty_megabytes_is_refused_with_the_limit() {
    let (fresh, flow) = settled().await;
    fresh.emulator.recording().clear();
    let text = "x".repeat(50_000_001);
    let error = fresh.fails("start_inspection", json!({ "flowId": flow, "text": text })).await;
    assert!(error.fields[0].message.contains("50 MB"), "{error:?}");
    assert!(fresh.emulator.recording().all().is_empty());
}
