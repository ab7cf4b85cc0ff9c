//! The sandbox at a glance: numbers of recorded runs, who needs attention, few requests, trouble told.

use std::time::Duration;

use aep_emulator::{Emulator, Fault, Route, Seed};
use inlet_tests::fresh_app::FreshApp;
use serde_json::{Value, json};

async fn with(seed: Seed) -> FreshApp {
    let fresh = FreshApp::beside(Emulator::builder().seed(seed).clock_speed(0.0)).await;
    fresh.ok("start_practice", Value::Null).await;
    fresh.ok("select_sandbox", json!({ "sandbox": "prod" })).await;
    fresh
}

async fn overview(fresh: &FreshApp, window: &str) -> Value {
    let args = |refresh: bool| json!({ "window": window, "refresh": refresh });
    let mut overview = fresh.ok("get_overview", args(true)).await;
    // Ten thousand runs take as long as they take; who asks too often holds them up.
    while overview["complete"] != true {
        tokio::time::sleep(Duration::from_millis(50)).await;
        overview = fresh.ok("get_overview", args(false)).await;
    }
    overview
}

fn names(overview: &Value) -> Vec<&str> {
    let rows = overview["attention"].as_array().unwrap();
    rows.iter().map(|row| row["name"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn recorded_runs_add_up_and_the_worst_dataflow_comes_first() {
    let fresh = with(Seed::practice()).await;
    let overview = overview(&fresh, "week").await;
    assert_eq!((&overview["flows"], &overview["judged"]), (&json!(14), &json!(14)));
    assert_eq!(names(&overview)[0], "Mobile guides (beta)");
    assert_eq!(overview["attention"][0]["status"]["kind"], "failing");
    assert!(overview["attention"][0]["failed"].as_u64().unwrap() > 0);
    let total = |key: &str| overview["total"][key].as_u64().unwrap();
    assert!(total("received") > total("ingested") && total("failed") > 0);
    assert_eq!(total("received"), total("ingested") + total("failed"));
    assert_eq!(overview["hours"].as_array().unwrap().len(), 168);
    let of_status: u64 = overview["statuses"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["count"].as_u64().unwrap())
        .sum();
    assert_eq!(of_status, 14);
}

#[tokio::test]
async fn causes_across_dataflows_have_plain_names_and_a_next_step() {
    let fresh = with(Seed::practice()).await;
    let overview = overview(&fresh, "day").await;
    let causes = overview["causes"].as_array().unwrap();
    let names: Vec<_> = causes.iter().map(|cause| cause["name"].as_str().unwrap()).collect();
    assert!(names.contains(&"Value did not fit the field type"), "{names:?}");
    for cause in causes {
        assert!(cause["known"] == true && cause["events"].as_u64().unwrap() > 0, "{cause}");
        assert!(cause["next"].as_str().unwrap().ends_with('.'));
    }
}

#[tokio::test]
async fn many_dataflows_take_few_requests() {
    let fresh = with(Seed::flows(400, 24)).await;
    fresh.emulator.recording().clear();
    let overview = overview(&fresh, "day").await;
    assert_eq!((&overview["flows"], &overview["judged"]), (&json!(400), &json!(400)));
    // Eight blocks of fifty dataflows, a page for every 200 runs.
    let asked = fresh.emulator.recording().count(Route::ListRuns);
    assert!(asked <= 8 * 7, "{asked} requests");
}

#[tokio::test]
async fn more_dataflows_than_can_be_read_at_once_are_judged_in_part_and_that_is_said() {
    let fresh = with(Seed::flows(600, 24)).await;
    let overview = overview(&fresh, "day").await;
    let judged = overview["judged"].as_u64().unwrap();
    assert_eq!(overview["flows"], 600);
    assert!((400..600).contains(&judged), "{judged}");
    let statuses = overview["statuses"].as_array().unwrap();
    let all: u64 = statuses.iter().map(|one| one["count"].as_u64().unwrap()).sum();
    assert_eq!(all, 600);
}

#[tokio::test]
async fn an_empty_sandbox_is_complete_with_nothing_reported() {
    let fresh = with(Seed::flows(0, 0)).await;
    let overview = overview(&fresh, "month").await;
    assert_eq!((&overview["flows"], &overview["total"]), (&json!(0), &json!({})));
    assert_eq!(overview["hours"].as_array().unwrap().len(), 120);
    assert!(overview.get("problem").is_none());
}

#[tokio::test]
async fn a_later_reading_that_fails_keeps_the_numbers_of_the_one_before() {
    let fresh = with(Seed::practice()).await;
    let before = overview(&fresh, "day").await;
    fresh.emulator.faults().add(Fault::on(Route::ListRuns).status(400));
    let after = overview(&fresh, "day").await;
    assert_eq!(after["runsProblem"]["code"], "refused");
    assert_eq!((&after["total"], &after["attention"]), (&before["total"], &before["attention"]));
    fresh.emulator.faults().clear();
    let mended = overview(&fresh, "day").await;
    assert!(mended.get("runsProblem").is_none());
}

#[tokio::test]
async fn dataflows_that_cannot_be_listed_are_a_trouble_of_the_whole_page() {
    let fresh = with(Seed::flows(3, 3)).await;
    fresh.emulator.faults().add(Fault::on(Route::ListFlows).status(400));
    let overview = overview(&fresh, "day").await;
    assert_eq!(overview["problem"]["code"], "refused");
    assert_eq!(overview["flows"], 0);
}

#[tokio::test]
async fn runs_that_an_overview_read_are_kept() {
    let fresh = with(Seed::flows(5, 24)).await;
    overview(&fresh, "day").await;
    let args = json!({ "since": 0, "until": i64::MAX / 2, "format": "json" });
    let runs = |file: &Value| {
        serde_json::from_str::<Vec<Value>>(file["text"].as_str().unwrap()).unwrap().len()
    };
    let file = fresh.until("export_runs", args, |file| runs(file) > 50).await;
    let name = file["name"].as_str().unwrap();
    assert!(name.starts_with("inlet-runs-prod-") && name.ends_with(".json"), "{name}");
    assert!(!file["text"].as_str().unwrap().contains("/collection/"));
}
