//! One dataflow, whole: its webhook address, its countdown, its runs, the names of what it joins.

use std::time::Duration;

use aep_emulator::{Emulator, Fault, Route};
use app_core::contract::error::{Action, ErrorCode, Owner};
use inlet_tests::client::{Chain, chain, event, sandbox};
use inlet_tests::fresh_app::FreshApp;
use serde_json::{Value, json};

/// Three in the afternoon, on the hour.
const START: i64 = 1_800_028_800_000;

async fn with_flow() -> (FreshApp, Chain) {
    let emulator = Emulator::builder().clock_start_ms(START).clock_speed(0.0);
    let fresh = FreshApp::beside(emulator).await;
    fresh.ok("start_practice", Value::Null).await;
    let made = chain(&sandbox(&fresh.emulator), "Guides").await.unwrap();
    (fresh, made)
}

async fn detail(fresh: &FreshApp, made: &Chain) -> Value {
    fresh.ok("get_flow", json!({ "flowId": made.flow.as_str() })).await
}

#[tokio::test]
async fn everything_that_a_dataflow_joins_is_named() {
    let (fresh, made) = with_flow().await;
    let detail = detail(&fresh, &made).await;
    assert_eq!(detail["row"]["name"], "Guides");
    assert_eq!(detail["row"]["source"], json!({ "name": "Pendo", "id": "pendo" }));
    for (part, id) in [
        ("sourceConnection", made.source.as_str()),
        ("targetConnection", made.target.as_str()),
        ("dataset", made.dataset.as_str()),
        ("schema", made.schema.as_str()),
    ] {
        assert_eq!(detail[part], json!({ "id": id, "name": "Guides" }), "{part}");
    }
    let mapping = json!({ "id": made.mapping.id.as_str(), "version": 0, "lines": 5 });
    assert_eq!(detail["mapping"], mapping);
}

#[tokio::test]
async fn the_webhook_address_is_whole_and_in_this_reply_only() {
    let (fresh, made) = with_flow().await;
    let detail = detail(&fresh, &made).await;
    let address = &detail["webhookAddress"];
    let endpoint = address["endpoint"].as_str().unwrap();
    assert!(endpoint.starts_with(fresh.emulator.base_url()) && endpoint.contains("/collection/"));
    assert_eq!(address["query"], format!("?x-adobe-flow-id={}", made.flow.as_str()));
    let list = fresh.ok("list_flows", json!({ "refresh": true })).await;
    assert!(!list.to_string().contains("/collection/"));
    assert!(!detail["technical"].to_string().contains("/collection/"));
}

#[tokio::test]
async fn a_dataflow_without_an_endpoint_yet_has_no_address() {
    let late =
        |switches: &mut aep_emulator::Switches| switches.inlet_url_after = Duration::from_secs(60);
    let emulator = Emulator::builder().clock_start_ms(START).clock_speed(0.0).switches(late);
    let fresh = FreshApp::beside(emulator).await;
    fresh.ok("start_practice", Value::Null).await;
    let made = chain(&sandbox(&fresh.emulator), "Guides").await.unwrap();
    assert!(detail(&fresh, &made).await.get("webhookAddress").is_none());
    let text = event("e-1").to_string();
    let args = json!({ "flowId": made.flow.as_str(), "label": "l", "text": text });
    let error = fresh.fails("send_test_event", args).await;
    assert_eq!(
        (error.code, error.owner, error.action),
        (ErrorCode::Refused, Owner::Adobe, Action::Retry)
    );
    fresh.emulator.clock().advance(Duration::from_secs(61));
    assert!(detail(&fresh, &made).await.get("webhookAddress").is_some());
}

#[tokio::test]
async fn a_new_dataflow_counts_down_five_minutes_by_the_sessions_clock() {
    let (fresh, made) = with_flow().await;
    assert_eq!(detail(&fresh, &made).await["settlesAt"], START + 300_000);
    fresh.emulator.clock().advance(Duration::from_secs(299));
    assert_eq!(detail(&fresh, &made).await["settlesAt"], START + 300_000);
    fresh.emulator.clock().advance(Duration::from_secs(1));
    assert!(detail(&fresh, &made).await.get("settlesAt").is_none());
}

#[tokio::test]
async fn a_change_starts_the_countdown_anew() {
    let (fresh, made) = with_flow().await;
    fresh.emulator.clock().advance(Duration::from_secs(3_600));
    let flows = sandbox(&fresh.emulator).flows();
    let read = flows.get(&made.flow).await.unwrap();
    let patch = aep_client::Patch::new().replace("/name", "Guides, renamed");
    flows.update(&made.flow, &read.etag, &patch).await.unwrap();
    assert_eq!(detail(&fresh, &made).await["settlesAt"], START + 3_600_000 + 300_000);
}

#[tokio::test]
async fn runs_come_newest_first_with_their_numbers_and_the_sum_of_the_day() {
    let (fresh, made) = with_flow().await;
    let client = inlet_tests::client::client(&fresh.emulator);
    let address = sandbox(&fresh.emulator)
        .flows()
        .get(&made.flow)
        .await
        .unwrap()
        .value
        .webhook_url()
        .unwrap();
    for hour in 0..3 {
        fresh.emulator.clock().advance(Duration::from_secs(600));
        for number in 0..=hour {
            client.inlet().post(&address, &event(&format!("e-{hour}-{number}"))).await.unwrap();
        }
        fresh.emulator.clock().advance(Duration::from_secs(3_000));
    }
    fresh.emulator.clock().advance(Duration::from_secs(7_200));
    let detail = detail(&fresh, &made).await;
    let received: Vec<_> = detail["runs"]
        .as_array()
        .unwrap()
        .iter()
        .map(|run| run["counts"]["received"].as_u64())
        .collect();
    assert_eq!(received, [Some(3), Some(2), Some(1)]);
    assert_eq!(detail["day"], json!({ "received": 6, "ingested": 6, "failed": 0 }));
    assert_eq!(detail["row"]["status"]["sentence"], "All 3 events of the last run were ingested.");
}

#[tokio::test]
async fn runs_that_cannot_be_read_take_nothing_else_along() {
    let (fresh, made) = with_flow().await;
    fresh.emulator.faults().add(Fault::on(Route::ListRuns).status(503));
    let detail = detail(&fresh, &made).await;
    assert_eq!(detail["runsProblem"]["code"], "platform_trouble");
    assert_eq!((&detail["runs"], &detail["day"]), (&json!([]), &json!({})));
    assert!(detail.get("webhookAddress").is_some() && detail.get("dataset").is_some());
}

#[tokio::test]
async fn a_name_that_cannot_be_read_is_replaced_by_the_id() {
    let (fresh, made) = with_flow().await;
    fresh.emulator.faults().add(Fault::on(Route::GetSourceConnection).status(403));
    fresh.emulator.faults().add(Fault::on(Route::GetMappingSet).status(500));
    let detail = detail(&fresh, &made).await;
    let id = made.source.as_str();
    assert_eq!(detail["sourceConnection"], json!({ "id": id, "name": id }));
    assert!(detail["mapping"].get("lines").is_none());
    assert_eq!(detail["dataset"]["name"], "Guides");
}

#[tokio::test]
async fn a_dataflow_that_is_gone_is_said_to_be_deleted_elsewhere_or_hidden() {
    let (fresh, _) = with_flow().await;
    let args = json!({ "flowId": "00000000-0000-4000-8000-000000000000" });
    let error = fresh.fails("get_flow", args).await;
    assert_eq!((error.code, error.action), (ErrorCode::NotFound, Action::Reload));
    assert!(
        error.hint.contains("another sandbox") && error.hint.contains("access label"),
        "{}",
        error.hint
    );
    assert!(error.detail.unwrap().request_id.is_some());
}
