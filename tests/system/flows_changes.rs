//! Asking for the list again: what changed is sent and no more, and a long list is not read page by page each time.

use std::time::Duration;

use aep_client::ListQuery;
use aep_client::flow_service::Flow;
use aep_emulator::{Emulator, Fault, Route, Seed};
use inlet_tests::client::client;
use inlet_tests::fresh_app::FreshApp;
use serde_json::{Value, json};

/// A list too long to be read whole each time.
const LONG: usize = 1_000;

/// Ten past an hour: the runs of the hour before end half an hour later, so that none changes a row of its own accord.
const START: i64 = 1_800_000_000_000 + 10 * 60_000;

async fn with_flows(count: usize, runs: usize) -> FreshApp {
    let emulator = Emulator::builder().seed(Seed::flows(count, runs));
    let emulator = emulator.clock_start_ms(START).clock_speed(0.0);
    let fresh = FreshApp::beside(emulator).await;
    fresh.ok("start_practice", Value::Null).await;
    fresh.ok("select_sandbox", json!({ "sandbox": "prod" })).await;
    fresh
}

/// What a window knows that asks with the cursor of the last reply.
#[derive(Default)]
struct Window {
    rows: std::collections::BTreeMap<String, Value>,
    cursor: Option<Value>,
    last: Value,
}

impl Window {
    async fn ask(&mut self, fresh: &FreshApp, refresh: bool) -> &Value {
        let mut args = json!({ "refresh": refresh });
        loop {
            if let Some(cursor) = &self.cursor {
                args["cursor"] = cursor.clone();
            }
            let reply = fresh.ok("list_flows", args).await;
            self.take(&reply);
            self.last = reply;
            if self.last["more"] == false {
                return &self.last;
            }
            args = json!({ "refresh": false });
        }
    }

    fn take(&mut self, reply: &Value) {
        if reply["anew"] == true {
            self.rows.clear();
        }
        for row in reply["rows"].as_array().unwrap() {
            self.rows.insert(row["id"].as_str().unwrap().to_owned(), row.clone());
        }
        for gone in reply["gone"].as_array().unwrap() {
            assert!(self.rows.remove(gone.as_str().unwrap()).is_some(), "{gone} was not there");
        }
        self.cursor = Some(reply["cursor"].clone());
    }

    /// Asks until all pages are in.
    async fn settle(&mut self, fresh: &FreshApp, refresh: bool) {
        self.ask(fresh, refresh).await;
        while self.last["complete"] == false {
            assert_eq!(self.last.get("problem"), None);
            tokio::time::sleep(Duration::from_millis(2)).await;
            self.ask(fresh, false).await;
        }
    }

    fn changed(&self) -> (usize, usize) {
        let count = |name: &str| self.last[name].as_array().unwrap().len();
        (count("rows"), count("gone"))
    }
}

async fn some_flow(fresh: &FreshApp) -> Flow {
    let flows = client(&fresh.emulator).sandbox(&"prod".into()).flows();
    flows.list(&ListQuery::new().limit(1)).await.unwrap().items.remove(0)
}

async fn switch_off(fresh: &FreshApp) -> Flow {
    let flow = some_flow(fresh).await;
    let flows = client(&fresh.emulator).sandbox(&"prod".into()).flows();
    // What is edited at the very moment of the last reading is no news.
    fresh.emulator.clock().advance(Duration::from_secs(60));
    flows.disable(&flow.id, flow.etag.as_ref().unwrap()).await.unwrap();
    flow
}

async fn delete(fresh: &FreshApp, flow: &Flow) {
    client(&fresh.emulator).sandbox(&"prod".into()).flows().delete(&flow.id).await.unwrap();
}

#[tokio::test]
async fn nothing_is_sent_again_that_did_not_change() {
    let fresh = with_flows(30, 24).await;
    let mut window = Window::default();
    window.settle(&fresh, false).await;
    assert_eq!(window.changed(), (30, 0));
    window.settle(&fresh, true).await;
    assert_eq!(window.changed(), (0, 0));
    assert_eq!((window.rows.len(), &window.last["known"]), (30, &json!(30)));
}

#[tokio::test]
async fn a_changed_row_a_new_one_and_one_that_is_gone_are_all_that_is_sent() {
    let fresh = with_flows(30, 24).await;
    let mut window = Window::default();
    window.settle(&fresh, false).await;
    let off = switch_off(&fresh).await;
    window.settle(&fresh, true).await;
    assert_eq!(window.changed(), (1, 0));
    assert_eq!(window.rows[off.id.as_str()]["state"]["kind"], "off");
    delete(&fresh, &off).await;
    window.settle(&fresh, true).await;
    assert_eq!(window.changed(), (0, 1));
    assert_eq!(window.rows.len(), 29);
}

#[tokio::test]
async fn pages_that_stream_in_are_each_sent_once() {
    let fresh = with_flows(1_500, 0).await;
    let mut window = Window::default();
    let mut sent = 0;
    window.ask(&fresh, false).await;
    sent += window.changed().0;
    while window.last["complete"] == false {
        tokio::time::sleep(Duration::from_millis(2)).await;
        window.ask(&fresh, false).await;
        sent += window.changed().0;
    }
    assert_eq!((window.rows.len(), sent), (1_500, 1_500));
}

#[tokio::test]
async fn a_reply_carries_no_more_than_a_window_takes_in_at_once() {
    let fresh = with_flows(1_500, 0).await;
    Window::default().settle(&fresh, false).await;
    let first = fresh.ok("list_flows", json!({ "refresh": false })).await;
    assert_eq!((first["rows"].as_array().unwrap().len(), &first["more"]), (1_000, &json!(true)));
    let rest = json!({ "refresh": false, "cursor": first["cursor"] });
    let rest = fresh.ok("list_flows", rest).await;
    assert_eq!((rest["rows"].as_array().unwrap().len(), &rest["more"]), (500, &json!(false)));
}

#[tokio::test]
async fn a_cursor_of_another_session_begins_anew() {
    let fresh = with_flows(5, 0).await;
    let mut window = Window::default();
    window.settle(&fresh, false).await;
    fresh.ok("select_sandbox", json!({ "sandbox": "dev" })).await;
    window.settle(&fresh, false).await;
    assert_eq!((&window.last["anew"], window.rows.len()), (&json!(true), 0));
}

#[tokio::test]
async fn a_long_list_is_looked_through_for_edits_and_runs_instead_of_read_again() {
    let fresh = with_flows(LONG, 24).await;
    let mut window = Window::default();
    window.settle(&fresh, false).await;
    let off = switch_off(&fresh).await;
    fresh.emulator.recording().clear();
    window.settle(&fresh, true).await;
    assert_eq!(window.changed(), (1, 0));
    assert_eq!(window.rows[off.id.as_str()]["state"]["kind"], "off");
    let asked = fresh.emulator.recording().of(Route::ListFlows);
    let queries: Vec<&str> = asked.iter().map(|request| request.query.as_str()).collect();
    assert!(queries.iter().any(|query| query.contains("orderby=-updatedAt")), "{queries:?}");
    assert!(queries.iter().any(|query| query.contains("count=true")), "{queries:?}");
    assert_eq!(asked.len(), 3, "and no more: {queries:?}");
}

#[tokio::test]
async fn a_run_that_ended_since_is_found_without_reading_every_page() {
    let fresh = with_flows(LONG, 24).await;
    let mut window = Window::default();
    window.settle(&fresh, false).await;
    let id = window.rows.keys().next().unwrap().clone();
    let before = window.rows[&id]["lastRun"].clone();
    fresh.emulator.clock().advance(Duration::from_secs(2 * 3_600));
    // The made-up history has no run of these hours: an event makes one.
    let detail = fresh.ok("get_flow", json!({ "flowId": id })).await;
    let sent = json!({ "flowId": id, "label": "l", "text": "{\"uniqueId\":\"e-1\"}" });
    fresh.ok("send_test_event", sent).await;
    fresh.emulator.clock().advance(Duration::from_secs(2 * 3_600));
    fresh.emulator.recording().clear();
    window.settle(&fresh, true).await;
    assert_ne!(window.rows[&id]["lastRun"], before, "{detail}");
    let read_whole = fresh.emulator.recording().of(Route::ListFlows);
    assert!(read_whole.iter().any(|one| one.query.contains("lastRunDetails.completedAtUTC")));
}

#[tokio::test]
async fn a_long_list_whose_number_does_not_agree_is_read_whole() {
    let fresh = with_flows(LONG, 0).await;
    let mut window = Window::default();
    window.settle(&fresh, false).await;
    delete(&fresh, &some_flow(&fresh).await).await;
    window.settle(&fresh, true).await;
    assert_eq!(window.changed(), (0, 1));
    assert_eq!(window.rows.len(), LONG - 1);
}

#[tokio::test]
async fn a_platform_that_refuses_to_tell_changes_is_read_whole_from_then_on() {
    let fresh = with_flows(LONG, 0).await;
    let mut window = Window::default();
    window.settle(&fresh, false).await;
    let refusal = json!({ "errorCode": "FLOW-1433-400", "message": "not sortable" });
    let refused = Fault::on(Route::ListFlows).status(400).body(refusal).times(3);
    fresh.emulator.faults().add(refused);
    fresh.ok("list_flows", json!({ "refresh": true, "cursor": window.cursor })).await;
    window.settle(&fresh, false).await;
    assert_eq!(window.rows.len(), LONG);
    fresh.emulator.recording().clear();
    window.settle(&fresh, true).await;
    let asked = fresh.emulator.recording().of(Route::ListFlows);
    assert!(asked.iter().all(|one| !one.query.contains("updatedAt")), "{asked:?}");
}

#[tokio::test]
async fn a_person_who_asks_gets_every_page_read() {
    let fresh = with_flows(LONG, 0).await;
    let mut window = Window::default();
    window.settle(&fresh, false).await;
    fresh.emulator.recording().clear();
    fresh.ok("list_flows", json!({ "refresh": true, "everything": true })).await;
    window.settle(&fresh, false).await;
    let asked = fresh.emulator.recording().of(Route::ListFlows);
    assert!(asked.iter().all(|one| !one.query.contains("updatedAt")), "{asked:?}");
    assert!(asked.len() >= LONG.div_ceil(200), "{asked:?}");
}

#[tokio::test]
async fn a_sandbox_that_was_reset_shows_an_empty_list() {
    let fresh = with_flows(20, 0).await;
    let mut window = Window::default();
    window.settle(&fresh, false).await;
    let flows = client(&fresh.emulator).sandbox(&"prod".into()).flows();
    for flow in flows.all(&ListQuery::new()).collect().await.unwrap() {
        flows.delete(&flow.id).await.unwrap();
    }
    window.settle(&fresh, true).await;
    assert_eq!(window.changed(), (0, 20));
    assert_eq!((window.rows.len(), &window.last["known"]), (0, &json!(0)));
}
