//! Runs that are kept on this computer: beyond what the platform returns, once by run, apart by sandbox and from
//! practice data, and never in the way of reading.

use std::time::Duration;

use aep_emulator::{Emulator, Fault, Route, Seed};
use app_core::contract::error::ErrorCode;
use app_core::ports::{SystemTimer, Timer};
use inlet_tests::client::{chain, event, sandbox};
use inlet_tests::fresh_app::FreshApp;
use serde_json::{Value, json};

const HOUR: i64 = 3_600_000;

/// Signed in beside a platform with three dataflows and two days of runs.
async fn signed_in() -> FreshApp {
    let emulator = Emulator::builder().seed(Seed::flows(3, 48)).clock_speed(0.0);
    let fresh = FreshApp::beside(emulator).await;
    fresh.sign_in().await;
    fresh.ok("select_sandbox", json!({ "sandbox": "prod" })).await;
    fresh
}

async fn first_flow(fresh: &FreshApp) -> String {
    let list = fresh.ok("list_flows", json!({ "refresh": true })).await;
    list["rows"][0]["id"].as_str().unwrap().to_owned()
}

/// The window of everything, up to two days ahead of this computer's clock.
fn window(flow: &str) -> Value {
    let window = json!({ "kind": "custom", "from": 0, "to": i64::MAX / 2 });
    json!({ "flowId": flow, "window": window, "utcOffsetMinutes": 0 })
}

async fn history(fresh: &FreshApp, flow: &str) -> Value {
    fresh.ok("get_flow_runs", window(flow)).await
}

fn only_here(history: &Value) -> usize {
    history["runs"].as_array().unwrap().iter().filter(|run| run["onlyHere"] == true).count()
}

fn runs(history: &Value) -> usize {
    history["runs"].as_array().unwrap().len()
}

/// The file, once so many runs have been noted.
async fn exported(fresh: &FreshApp, format: &str, rows: usize) -> Value {
    let args = json!({ "since": 0, "until": i64::MAX / 2, "format": format });
    fresh.until("export_runs", args, |file| rows_of(file, format) == rows).await
}

/// How many runs a file holds: all lines but the head, or the items of the list.
fn rows_of(file: &Value, format: &str) -> usize {
    let text = file["text"].as_str().unwrap();
    match format {
        "csv" => text.lines().count() - 1,
        _ => serde_json::from_str::<Vec<Value>>(text).unwrap().len(),
    }
}

/// This computer's time.
fn recent() -> i64 {
    SystemTimer.now()
}

/// The platform has forgotten every run.
fn forget(fresh: &FreshApp) {
    let nothing = json!({ "items": [], "_links": {} });
    fresh.emulator.faults().add(Fault::on(Route::ListRuns).status(200).body(nothing));
}

#[tokio::test]
async fn what_the_platform_has_forgotten_is_still_known_here_and_marked() {
    let fresh = signed_in().await;
    let flow = first_flow(&fresh).await;
    let before = history(&fresh, &flow).await;
    assert!(runs(&before) > 40 && only_here(&before) == 0);
    exported(&fresh, "csv", runs(&before)).await;
    forget(&fresh);
    let after = history(&fresh, &flow).await;
    assert_eq!((runs(&after), only_here(&after)), (runs(&before), runs(&before)));
    assert_eq!((&after["read"], &after["onlyHere"]), (&before["read"], &before["read"]));
    assert_eq!(after["runs"][0]["id"], before["runs"][0]["id"]);
    // What the numbers say is not forgotten either.
    assert_eq!(after["figures"]["counts"], before["figures"]["counts"]);
    assert_eq!(after["places"], before["places"]);
    assert_eq!(
        after["failures"].as_array().unwrap().len(),
        before["failures"].as_array().unwrap().len()
    );
}

#[tokio::test]
async fn of_a_run_that_both_know_the_platforms_word_counts_and_it_is_shown_once() {
    let fresh = signed_in().await;
    let flow = first_flow(&fresh).await;
    let before = history(&fresh, &flow).await;
    exported(&fresh, "csv", runs(&before)).await;
    // The newest two are returned, the rest is forgotten.
    let newest = before["runs"].as_array().unwrap()[..2].iter().map(|run| {
        json!({ "id": run["id"], "flowId": flow, "metrics": {
            "durationSummary": { "startedAtUTC": run["startedAt"] },
            "statusSummary": { "status": "failed" } } })
    });
    let body = json!({ "items": newest.collect::<Vec<_>>(), "_links": {} });
    fresh.emulator.faults().add(Fault::on(Route::ListRuns).status(200).body(body));
    let after = history(&fresh, &flow).await;
    assert_eq!((runs(&after), only_here(&after)), (runs(&before), runs(&before) - 2));
    assert_eq!(
        (&after["runs"][0]["state"], &after["runs"][0]["onlyHere"]),
        (&json!("failed"), &json!(false))
    );
}

#[tokio::test]
async fn where_older_runs_were_left_unread_nothing_is_said_to_be_forgotten() {
    let emulator = Emulator::builder().seed(Seed::flows(1, 6_000)).clock_speed(0.0);
    let fresh = FreshApp::beside(emulator).await;
    fresh.sign_in().await;
    fresh.ok("select_sandbox", json!({ "sandbox": "prod" })).await;
    let flow = first_flow(&fresh).await;
    let old = json!({ "kind": "custom", "from": 0, "to": recent() - 5_500 * HOUR });
    let old = json!({ "flowId": flow, "window": old, "utcOffsetMinutes": 0 });
    let kept = runs(&fresh.ok("get_flow_runs", old).await);
    assert!(kept > 0);
    exported(&fresh, "csv", kept).await;
    let all = history(&fresh, &flow).await;
    assert!(all["total"].as_u64() > Some(5_000), "{}", all["total"]);
    assert_eq!((&all["read"], &all["onlyHere"]), (&json!(5_000), &json!(0)));
}

#[tokio::test]
async fn a_run_that_is_read_again_and_again_is_kept_once() {
    let fresh = signed_in().await;
    let flow = first_flow(&fresh).await;
    let once = runs(&history(&fresh, &flow).await);
    exported(&fresh, "csv", once).await;
    fresh.ok("get_flow_days", json!({ "flowIds": [flow] })).await;
    assert_eq!(runs(&history(&fresh, &flow).await), once);
    exported(&fresh, "json", once).await;
}

#[tokio::test]
async fn the_history_outlives_the_app_and_answers_when_the_platform_does_not() {
    let fresh = signed_in().await;
    let flow = first_flow(&fresh).await;
    let known = runs(&history(&fresh, &flow).await);
    exported(&fresh, "csv", known).await;
    let fresh = fresh.restarted();
    fresh.sign_in().await;
    fresh.ok("select_sandbox", json!({ "sandbox": "prod" })).await;
    fresh.emulator.faults().add(Fault::on(Route::ListRuns).status(400));
    let history = history(&fresh, &flow).await;
    // Whether Adobe still has them cannot be known.
    assert_eq!((runs(&history), only_here(&history)), (known, 0));
    assert_eq!(history["problem"]["code"], "refused");
    let other = fresh.fails("get_flow_runs", window("f-unknown")).await;
    assert_eq!(other.code, ErrorCode::Refused, "nothing is kept of it");
}

#[tokio::test]
async fn runs_of_another_sandbox_and_of_practice_mode_are_never_shown() {
    let fresh = signed_in().await;
    let flow = first_flow(&fresh).await;
    let known = runs(&history(&fresh, &flow).await);
    exported(&fresh, "csv", known).await;
    forget(&fresh);
    fresh.ok("select_sandbox", json!({ "sandbox": "dev" })).await;
    assert_eq!(runs(&history(&fresh, &flow).await), 0);
    exported(&fresh, "csv", 0).await;
    fresh.ok("start_practice", Value::Null).await;
    fresh.ok("select_sandbox", json!({ "sandbox": "prod" })).await;
    assert_eq!(runs(&history(&fresh, &flow).await), 0);
    exported(&fresh, "json", 0).await;
}

#[tokio::test]
async fn practice_runs_do_not_reach_the_disk() {
    let emulator = Emulator::builder().seed(Seed::flows(2, 30)).clock_speed(0.0);
    let fresh = FreshApp::beside(emulator).await;
    fresh.ok("start_practice", Value::Null).await;
    fresh.ok("select_sandbox", json!({ "sandbox": "prod" })).await;
    let flow = first_flow(&fresh).await;
    let known = runs(&history(&fresh, &flow).await);
    exported(&fresh, "csv", known).await;
    fresh.sign_in().await;
    fresh.ok("select_sandbox", json!({ "sandbox": "prod" })).await;
    exported(&fresh, "csv", 0).await;
}

#[tokio::test]
async fn a_folder_that_cannot_be_used_never_breaks_the_reading_of_runs() {
    let fresh = signed_in().await;
    let flow = first_flow(&fresh).await;
    let path = fresh.folder.path().to_owned();
    let fresh = fresh.closed_while(|| {
        // A folder where the database should be.
        for entry in std::fs::read_dir(&path).unwrap() {
            std::fs::remove_file(entry.unwrap().path()).unwrap();
        }
        std::fs::create_dir(path.join("history.sqlite3")).unwrap();
    });
    fresh.sign_in().await;
    fresh.ok("select_sandbox", json!({ "sandbox": "prod" })).await;
    let history = history(&fresh, &flow).await;
    assert!(runs(&history) > 40, "{history}");
    assert_eq!(history["historyProblem"]["code"], "disk_full");
    assert!(history.get("problem").is_none());
    let days = fresh.ok("get_flow_days", json!({ "flowIds": [flow] })).await;
    assert_eq!(days.as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_run_under_way_gets_its_end() {
    let fresh = signed_in().await;
    let flow = first_flow(&fresh).await;
    let last = |history: &Value| history["runs"][0].clone();
    let before = history(&fresh, &flow).await;
    let known = runs(&before);
    exported(&fresh, "csv", known).await;
    let id = last(&before)["id"].clone();
    fresh.emulator.clock().advance(Duration::from_secs(3 * 3_600));
    let after = history(&fresh, &flow).await;
    exported(&fresh, "csv", runs(&after)).await;
    forget(&fresh);
    let kept = history(&fresh, &flow).await;
    let same = |run: &&Value| run["id"] == id;
    let run = kept["runs"].as_array().unwrap().iter().find(same).unwrap();
    assert_ne!(run["state"], "in_progress");
    assert!(run["completedAt"].as_i64().unwrap() > HOUR);
}

#[tokio::test]
async fn runs_that_were_read_to_follow_a_test_event_are_kept() {
    let fresh = FreshApp::beside(Emulator::builder().clock_speed(0.0)).await;
    fresh.sign_in().await;
    let made = chain(&sandbox(&fresh.emulator), "Guides").await.unwrap();
    let text = event("a").to_string();
    let args = json!({ "flowId": made.flow.as_str(), "text": text, "label": "Sample" });
    let sent = fresh.ok("send_test_event", args).await;
    fresh.emulator.clock().advance(Duration::from_secs(2 * 3_600));
    let looked = json!({ "testEventId": sent["testEventId"] });
    let looked = fresh.ok("get_test_event", looked).await;
    assert_ne!(looked["stage"]["kind"], "accepted", "{looked}");
    exported(&fresh, "json", 1).await;
}
