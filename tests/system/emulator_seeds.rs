//! What an emulator can begin with.

use std::collections::BTreeSet;

use aep_emulator::{Emulator, Seed};
use inlet_tests::raw::Caller;
use serde_json::Value;

async fn start(seed: Seed, number: u64) -> (Emulator, Caller) {
    let builder = Emulator::builder().seed(seed).seed_number(number);
    let builder = builder.clock_start_ms(1_760_000_000_000).clock_speed(0.0);
    let emulator = builder.start().await.expect("a loopback port is free");
    let caller = Caller::of(&emulator).await;
    (emulator, caller)
}

async fn flows(caller: &Caller) -> Vec<Value> {
    let list = caller.get("/flowservice/flows?limit=100").await.json();
    let mut items = list["items"].as_array().cloned().expect("a list has items");
    // The port is the only thing that may differ between two runs.
    for item in &mut items {
        item["options"].as_object_mut().expect("a flow has options").remove("inletUrl");
    }
    items
}

/// Runs as text; their links hold the port.
async fn runs(emulator: &Emulator, caller: &Caller) -> String {
    let runs = caller.get("/flowservice/runs?limit=200").await;
    runs.text.replace(emulator.base_url(), "")
}

#[tokio::test]
async fn the_same_number_gives_the_same_data_and_another_number_does_not() {
    let (first, one) = start(Seed::flows(30, 5), 7).await;
    let (second, two) = start(Seed::flows(30, 5), 7).await;
    let (_other, other) = start(Seed::flows(30, 5), 8).await;
    assert_eq!(flows(&one).await, flows(&two).await);
    assert_eq!(runs(&first, &one).await, runs(&second, &two).await);
    assert_ne!(flows(&one).await[0]["id"], flows(&other).await[0]["id"]);
}

#[tokio::test]
async fn every_seeded_flow_has_as_many_runs_as_asked_for() {
    let (_emulator, caller) = start(Seed::flows(3, 40), 1).await;
    for flow in flows(&caller).await {
        let id = flow["id"].as_str().expect("a flow has an id");
        let runs = caller.get(&format!("/flowservice/runs?count=true&property=flowId=={id}")).await;
        assert_eq!(runs.json()["count"], 40);
    }
}

#[tokio::test]
async fn practice_begins_with_every_kind_of_dataflow_and_its_traffic_goes_on() {
    let (emulator, caller) = start(Seed::practice(), 1).await;
    let before = flows(&caller).await;
    assert!(before.len() >= 12);
    let states: BTreeSet<&str> = before.iter().filter_map(|flow| flow["state"].as_str()).collect();
    assert_eq!(states, BTreeSet::from(["disabled", "draft", "enabled"]));
    let outcomes: BTreeSet<&str> =
        before.iter().filter_map(|flow| flow["lastRunDetails"]["state"].as_str()).collect();
    assert_eq!(outcomes, BTreeSet::from(["failed", "partialSuccess", "success"]));
    let waiting = before.iter().filter(|flow| flow.get("lastRunDetails").is_none());
    assert_eq!(waiting.count(), 3, "a draft, a new one, and one that nobody posts to");

    emulator.clock().advance(std::time::Duration::from_secs(3 * 3_600));
    let after = flows(&caller).await;
    let last = |flow: &Value| flow["lastRunDetails"]["startedAtUTC"].as_i64();
    let moved = before.iter().zip(&after).filter(|(before, after)| last(before) < last(after));
    assert_eq!(moved.count(), 9, "off, draft, new, silent and quiet ones stand still");
}

#[tokio::test]
async fn a_practice_flow_that_is_switched_off_gets_no_more_runs_until_it_is_on_again() {
    let (emulator, caller) = start(Seed::practice(), 1).await;
    let id = flows(&caller).await[0]["id"].as_str().expect("a flow has an id").to_owned();
    let count = async || {
        let path = format!("/flowservice/runs?count=true&property=flowId=={id}");
        caller.get(&path).await.json()["count"].as_u64().expect("a count")
    };
    let act = async |operation: &str| {
        let path = format!("/flowservice/flows/{id}/action?op={operation}");
        assert_eq!(caller.send("POST", &path, None).await.expect("an answer").status, 200);
    };
    let start = count().await;
    act("disable").await;
    emulator.clock().advance(std::time::Duration::from_secs(5 * 3_600));
    let off = count().await;
    assert_eq!(off, start);
    act("enable").await;
    emulator.clock().advance(std::time::Duration::from_secs(5 * 3_600));
    assert_eq!(count().await, start + 5);
}

#[tokio::test]
async fn practice_mode_works_in_a_development_sandbox_beside_an_empty_production_one() {
    let emulator = Emulator::practice().start().await.expect("a loopback port is free");
    assert_eq!(emulator.sandboxes(), ["practice", "prod"]);
    let caller = Caller::of(&emulator).await;
    assert!(flows(&caller).await.len() >= 12);
    let sandboxes = caller.get("/sandbox-management/").await.json();
    let default = |index: usize| sandboxes["sandboxes"][index]["isDefault"].clone();
    assert_eq!((default(0), default(1)), (false.into(), true.into()));
    let production = caller.with("x-sandbox-name", "prod");
    assert_eq!(flows(&production).await.len(), 0);
}
