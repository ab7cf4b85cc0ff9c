//! A test event, followed from the endpoint's answer to the run of its hour, with no claim that the platform does
//! not make.

use std::time::Duration;

use aep_emulator::{Emulator, Fault, Route};
use app_core::contract::error::ErrorCode;
use inlet_tests::client::{chain, event, sandbox};
use inlet_tests::fresh_app::FreshApp;
use serde_json::{Value, json};

/// On the hour.
const START: i64 = 1_800_028_800_000;
const MINUTE: u64 = 60;

/// An app with a dataflow that has settled, ten minutes past the hour.
async fn settled() -> (FreshApp, String) {
    let emulator = Emulator::builder()
        .clock_start_ms(START)
        .clock_speed(0.0)
        .switches(|switches| switches.drop_while_settling = true);
    let fresh = FreshApp::beside(emulator).await;
    fresh.ok("start_practice", Value::Null).await;
    let made = chain(&sandbox(&fresh.emulator), "Guides").await.unwrap();
    advance(&fresh, 10 * MINUTE);
    (fresh, made.flow.as_str().to_owned())
}

fn advance(fresh: &FreshApp, seconds: u64) {
    fresh.emulator.clock().advance(Duration::from_secs(seconds));
}

async fn send(fresh: &FreshApp, flow: &str, body: &Value) -> Value {
    let args = json!({ "flowId": flow, "label": "NPS answer", "text": body.to_string() });
    fresh.ok("send_test_event", args).await
}

async fn look(fresh: &FreshApp, sent: &Value) -> Value {
    fresh.ok("get_test_event", json!({ "testEventId": sent["testEventId"] })).await
}

#[tokio::test]
async fn it_is_accepted_then_in_a_run_then_ingested() {
    let (fresh, flow) = settled().await;
    let sent = send(&fresh, &flow, &event("e-1")).await;
    let received = START + 600_000;
    assert_eq!(sent["stage"], json!({ "kind": "accepted", "receivedAt": received }));
    assert!(sent["sentence"].as_str().unwrap().starts_with("Received, not yet ingested."));
    assert_eq!(sent["lookAgainAt"], START + 100 * 60_000);
    assert_eq!(look(&fresh, &sent).await["stage"]["kind"], "accepted");
    advance(&fresh, 55 * MINUTE);
    assert_eq!(look(&fresh, &sent).await["stage"]["kind"], "in_run");
    advance(&fresh, 60 * MINUTE);
    let ended = look(&fresh, &sent).await;
    assert_eq!(
        (ended["stage"]["kind"].as_str(), ended["stage"]["received"].as_u64()),
        (Some("ingested"), Some(1))
    );
    assert_eq!(
        ended["sentence"],
        "Ingested: it was the only event of its run, and nothing failed."
    );
    assert!(ended.get("lookAgainAt").is_none());
}

#[tokio::test]
async fn one_failure_in_its_hour_makes_it_uncertain_with_numbers() {
    let (fresh, flow) = settled().await;
    let sent = send(&fresh, &flow, &event("e-1")).await;
    send(&fresh, &flow, &event("e-2")).await;
    send(&fresh, &flow, &event("")).await;
    advance(&fresh, 120 * MINUTE);
    let ended = look(&fresh, &sent).await;
    assert_eq!(ended["stage"]["kind"], "uncertain");
    assert_eq!(ended["stage"]["counts"], json!({ "received": 3, "ingested": 2, "failed": 1 }));
    assert_eq!(ended["sentence"], "3 received, 1 failed; Adobe does not say which.");
}

#[tokio::test]
async fn an_hour_of_nothing_but_failures_is_a_clear_no() {
    let (fresh, flow) = settled().await;
    let sent = send(&fresh, &flow, &event("")).await;
    assert_eq!(sent["stage"]["kind"], "accepted", "the endpoint takes anything");
    advance(&fresh, 120 * MINUTE);
    let ended = look(&fresh, &sent).await;
    assert_eq!(ended["stage"]["kind"], "uncertain");
    assert_eq!(ended["sentence"], "Not ingested: of the 1 event of its run, none was.");
}

#[tokio::test]
async fn an_event_that_was_dropped_while_the_dataflow_settled_is_not_seen() {
    let emulator = Emulator::builder()
        .clock_start_ms(START)
        .clock_speed(0.0)
        .switches(|switches| switches.drop_while_settling = true);
    let fresh = FreshApp::beside(emulator).await;
    fresh.ok("start_practice", Value::Null).await;
    let made = chain(&sandbox(&fresh.emulator), "Guides").await.unwrap();
    let sent = send(&fresh, made.flow.as_str(), &event("e-1")).await;
    assert!(sent["sentence"].as_str().unwrap().contains("may be dropped"), "{sent}");
    advance(&fresh, 170 * MINUTE);
    assert_eq!(look(&fresh, &sent).await["stage"]["kind"], "accepted");
    advance(&fresh, 20 * MINUTE);
    let ended = look(&fresh, &sent).await;
    assert_eq!(ended["stage"]["kind"], "not_seen");
    assert!(ended["sentence"].as_str().unwrap().contains("probably dropped"), "{ended}");
}

#[tokio::test]
async fn an_endpoint_that_refuses_is_told_and_an_answer_that_is_lost_is_not_called_a_refusal() {
    let (fresh, flow) = settled().await;
    fresh.emulator.faults().add(Fault::on(Route::PostEvent).status(503).times(1));
    let refused = send(&fresh, &flow, &event("e-1")).await;
    assert_eq!(refused["stage"]["kind"], "refused");
    assert_eq!(refused["stage"]["problem"]["code"], "platform_trouble");
    fresh.emulator.faults().add(Fault::on(Route::PostEvent).lose_reply().times(1));
    let lost = send(&fresh, &flow, &event("e-2")).await;
    assert_eq!(lost["stage"], json!({ "kind": "sent" }));
    assert!(lost["sentence"].as_str().unwrap().contains("no answer"), "{lost}");
    assert_eq!(fresh.emulator.recording().count(Route::PostEvent), 2, "an event is sent once");
}

#[tokio::test]
async fn what_is_not_an_event_is_not_sent() {
    let (fresh, flow) = settled().await;
    let large = json!({ "a": "x".repeat(1024 * 1024) }).to_string();
    for text in ["", "{\"event\":", "[]", "\"guide\"", large.as_str()] {
        let args = json!({ "flowId": flow, "label": "l", "text": text });
        let error = fresh.fails("send_test_event", args).await;
        assert_eq!((error.code, error.fields[0].field.as_str()), (ErrorCode::Validation, "text"));
    }
    assert_eq!(fresh.emulator.recording().count(Route::PostEvent), 0);
}

#[tokio::test]
async fn it_is_followed_after_a_restart_and_neither_event_nor_address_is_on_disk() {
    let fresh = FreshApp::start().await;
    let made = chain(&sandbox(&fresh.emulator), "Guides").await.unwrap();
    let session = fresh.sign_in().await;
    let flow = made.flow.as_str();
    let sent = send(&fresh, flow, &event("canary-event")).await;
    let detail = fresh.ok("get_flow", json!({ "flowId": flow })).await;
    assert_eq!(detail["testEvents"][0]["testEventId"], sent["testEventId"]);
    let endpoint = detail["webhookAddress"]["endpoint"].as_str().unwrap();
    let written = fresh.written();
    assert!(written.contains("NPS answer"));
    assert!(!written.contains("canary-event") && !written.contains(endpoint));
    let fresh = fresh.restarted();
    fresh.ok("connect", json!({ "profileId": session["profileId"] })).await;
    assert_eq!(look(&fresh, &sent).await["stage"]["kind"], "accepted");
}

#[tokio::test]
async fn practice_and_real_test_events_do_not_meet() {
    let fresh = FreshApp::start().await;
    let made = chain(&sandbox(&fresh.emulator), "Guides").await.unwrap();
    fresh.ok("start_practice", Value::Null).await;
    let practised = send(&fresh, made.flow.as_str(), &event("e-1")).await;
    fresh.sign_in().await;
    let args = json!({ "testEventId": practised["testEventId"] });
    assert_eq!(fresh.fails("get_test_event", args).await.code, ErrorCode::NotFound);
    let detail = fresh.ok("get_flow", json!({ "flowId": made.flow.as_str() })).await;
    assert_eq!(detail["testEvents"], json!([]));
    assert!(!fresh.written().contains("NPS answer"));
}
