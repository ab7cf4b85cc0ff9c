//! The list of dataflows: read in the background, kept when reading fails, with the last day at few requests.

use std::time::Duration;

use aep_emulator::{Emulator, Fault, Route, Seed};
use inlet_tests::fresh_app::FreshApp;
use serde_json::{Value, json};

async fn with_flows(count: usize, runs: usize) -> FreshApp {
    let emulator = Emulator::builder().seed(Seed::flows(count, runs)).clock_speed(0.0);
    let fresh = FreshApp::beside(emulator).await;
    fresh.ok("start_practice", Value::Null).await;
    fresh.ok("select_sandbox", json!({ "sandbox": "prod" })).await;
    fresh
}

fn ids(list: &Value, count: usize) -> Vec<Value> {
    list["rows"].as_array().unwrap().iter().take(count).map(|row| row["id"].clone()).collect()
}

async fn whole(fresh: &FreshApp, refresh: bool) -> Value {
    fresh.ok("list_flows", json!({ "refresh": refresh })).await;
    let again = json!({ "refresh": false });
    fresh.until("list_flows", again, |list| list["complete"] == true).await
}

fn rows(list: &Value) -> usize {
    list["rows"].as_array().unwrap().len()
}

#[tokio::test]
async fn a_short_list_is_whole_at_once() {
    let fresh = with_flows(30, 24).await;
    let list = fresh.ok("list_flows", json!({ "refresh": false })).await;
    assert_eq!((rows(&list), &list["complete"], &list["total"]), (30, &json!(true), &json!(30)));
}

#[tokio::test]
async fn an_empty_sandbox_is_a_whole_list_of_nothing() {
    let fresh = with_flows(0, 0).await;
    let list = fresh.ok("list_flows", json!({ "refresh": false })).await;
    assert_eq!((rows(&list), &list["complete"]), (0, &json!(true)));
    assert!(list.get("problem").is_none());
}

#[tokio::test]
async fn a_long_list_shows_its_first_page_and_says_how_many_there_are() {
    let fresh = with_flows(1_000, 0).await;
    let slow = Fault::on(Route::ListFlows).delay(Duration::from_millis(100)).after(3);
    fresh.emulator.faults().add(slow);
    let first = fresh.ok("list_flows", json!({ "refresh": false })).await;
    assert!((1..1_000).contains(&rows(&first)), "{}", rows(&first));
    assert_eq!((&first["complete"], &first["total"]), (&json!(false), &json!(1_000)));
    let again = json!({ "refresh": false });
    let list = fresh.until("list_flows", again, |list| list["complete"] == true).await;
    assert_eq!(rows(&list), 1_000);
    let read = fresh.emulator.recording().count(Route::ListFlows);
    fresh.ok("list_flows", json!({ "refresh": false })).await;
    assert_eq!(
        fresh.emulator.recording().count(Route::ListFlows),
        read,
        "what is known is not read again"
    );
}

#[tokio::test]
async fn rows_that_are_known_stay_when_a_later_reading_fails() {
    let fresh = with_flows(300, 0).await;
    let before = whole(&fresh, false).await;
    fresh.emulator.faults().add(Fault::on(Route::ListFlows).status(503).after(1));
    fresh.ok("list_flows", json!({ "refresh": true })).await;
    let again = json!({ "refresh": false });
    let failed = fresh.until("list_flows", again, |list| list.get("problem").is_some()).await;
    assert_eq!(failed["problem"]["code"], "platform_trouble");
    assert_eq!((&failed["rows"], &failed["readAt"]), (&before["rows"], &before["readAt"]));
    fresh.emulator.faults().clear();
    assert_eq!(rows(&whole(&fresh, true).await), 300);
}

#[tokio::test]
async fn a_first_reading_that_breaks_off_shows_what_it_got_and_is_not_added_to_twice() {
    let fresh = with_flows(500, 0).await;
    fresh.emulator.faults().add(Fault::on(Route::ListFlows).status(503).after(2));
    fresh.ok("list_flows", json!({ "refresh": false })).await;
    let again = json!({ "refresh": false });
    let broken = fresh.until("list_flows", again, |list| list.get("problem").is_some()).await;
    assert!(rows(&broken) > 0 && rows(&broken) < 500, "{}", rows(&broken));
    assert_eq!(broken["complete"], false);
    fresh.emulator.faults().clear();
    assert_eq!(rows(&whole(&fresh, true).await), 500);
}

#[tokio::test]
async fn the_days_of_fifty_dataflows_cost_a_handful_of_requests() {
    let fresh = with_flows(60, 72).await;
    let list = whole(&fresh, false).await;
    let asked = ids(&list, 50);
    let days = fresh.ok("get_flow_days", json!({ "flowIds": asked })).await;
    let days = days.as_array().unwrap();
    assert_eq!(days.iter().map(|day| day["flowId"].clone()).collect::<Vec<_>>(), asked);
    assert!(days.iter().all(|day| day["hours"].as_array().unwrap().len() == 24));
    assert!(days[0]["total"]["received"].as_u64().unwrap() > 0);
    let requests = fresh.emulator.recording().count(Route::ListRuns);
    assert!(requests <= 10, "{requests} requests for 50 times 36 runs");
    let too_many = fresh.fails("get_flow_days", json!({ "flowIds": ids(&list, 51) })).await;
    assert_eq!(too_many.fields[0].field, "flowIds");
}

#[tokio::test]
async fn days_can_be_asked_for_before_the_list_and_of_what_is_gone() {
    let fresh = with_flows(3, 24).await;
    let known = whole(&fresh, false).await;
    fresh.ok("select_sandbox", json!({ "sandbox": "dev" })).await;
    fresh.ok("select_sandbox", json!({ "sandbox": "prod" })).await;
    let mut asked = ids(&known, 2);
    asked.push(json!("00000000-0000-4000-8000-000000000000"));
    let days = fresh.ok("get_flow_days", json!({ "flowIds": asked })).await;
    assert_eq!(days.as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn another_sandbox_shows_its_own_dataflows() {
    let fresh = with_flows(5, 0).await;
    assert_eq!(rows(&whole(&fresh, false).await), 5);
    fresh.ok("select_sandbox", json!({ "sandbox": "dev" })).await;
    assert_eq!(rows(&whole(&fresh, false).await), 0);
    let sandboxes: Vec<_> = fresh.emulator.recording().of(Route::ListFlows);
    let named: Vec<_> =
        sandboxes.iter().filter_map(|request| request.header("x-sandbox-name")).collect();
    assert_eq!((named.first(), named.last()), (Some(&"prod"), Some(&"dev")));
}

#[tokio::test]
async fn every_state_of_the_practice_data_has_a_status() {
    // Ten minutes before the hour, when the run of the hour before has ended.
    let emulator = Emulator::builder()
        .seed(Seed::practice())
        .clock_start_ms(1_800_028_800_000 + 50 * 60_000)
        .clock_speed(0.0);
    let fresh = FreshApp::beside(emulator).await;
    fresh.ok("start_practice", Value::Null).await;
    fresh.ok("select_sandbox", json!({ "sandbox": "prod" })).await;
    let list = whole(&fresh, false).await;
    let days = fresh.ok("get_flow_days", json!({ "flowIds": ids(&list, 50) })).await;
    let mut kinds: Vec<_> = days
        .as_array()
        .unwrap()
        .iter()
        .map(|day| day["status"]["kind"].as_str().unwrap())
        .collect();
    kinds.sort_unstable();
    kinds.dedup();
    for kind in [
        "draft",
        "failing",
        "healthy",
        "healthy_with_gaps",
        "no_events_yet",
        "off",
        "quiet",
        "some_lost",
        "waiting_for_first_run",
    ] {
        assert!(kinds.contains(&kind), "{kind} is not among {kinds:?}");
    }
    assert!(!kinds.contains(&"unknown"), "{kinds:?}");
}

#[tokio::test]
async fn a_token_that_runs_out_between_two_pages_is_replaced_once_and_the_list_arrives_whole() {
    let emulator = Emulator::builder()
        .seed(Seed::flows(1_000, 0))
        .clock_speed(0.0)
        .switches(|switches| switches.token_lifetime = Duration::from_secs(3_600));
    let fresh = FreshApp::beside(emulator).await;
    fresh.sign_in().await;
    fresh.ok("select_sandbox", json!({ "sandbox": "prod" })).await;
    // The token is in use already.
    fresh.ok("list_accounts", Value::Null).await;
    fresh.emulator.recording().clear();
    // The first page, how many there are, the second and the third: then two hours pass, and with them the token's life.
    let late = Fault::on(Route::ListFlows).time_passes(Duration::from_secs(7_200));
    fresh.emulator.faults().add(late.after(4).times(1));
    let list = whole(&fresh, true).await;
    assert_eq!((rows(&list), &list["total"]), (1_000, &json!(1_000)));
    assert!(list.get("problem").is_none());
    let asked = fresh.emulator.recording().of(Route::ListFlows);
    let statuses: Vec<_> = asked.iter().map(|request| request.status.unwrap()).collect();
    assert_eq!(statuses, [200, 200, 200, 200, 401, 200, 200]);
    assert_eq!(asked[4].query, asked[5].query, "the fourth page was asked for again, and no other");
    assert_eq!(fresh.emulator.recording().count(Route::CreateToken), 1, "one refresh");
}
