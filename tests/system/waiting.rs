//! "Too many requests, come back in 20 s": told to one call, it is kept by every call of the session. Time stands still
//! here: a pause lasts until the test ends it, so that what arrives before is sent without waiting.

use std::sync::Arc;
use std::time::Duration;

use aep_client::RetryPolicy;
use aep_emulator::{Emulator, Fault, Route, Seed};
use app_core::App;
use app_core::contract::commands::dispatch;
use inlet_tests::fresh_app::FreshApp;
use serde_json::{Value, json};
use tokio::sync::watch;
use tokio::task::JoinHandle;

/// Pauses that end when the test says so.
#[derive(Clone)]
struct Pauses {
    begun: Arc<watch::Sender<Vec<Duration>>>,
    over: Arc<watch::Sender<bool>>,
}

impl Pauses {
    fn new() -> Self {
        Self {
            begun: Arc::new(watch::Sender::default()),
            over: Arc::new(watch::Sender::new(false)),
        }
    }

    fn policy(&self) -> RetryPolicy {
        let pauses = self.clone();
        RetryPolicy::default().with_chance(|| 0.0).pausing_with(move |time| {
            let Pauses { begun, over } = pauses.clone();
            async move {
                begun.send_modify(|begun| begun.push(time));
                over.subscribe().wait_for(|over| *over).await.map(drop).unwrap_or_default();
            }
        })
    }

    /// Waits until so many calls pause; answers for how long they want to.
    async fn until(&self, count: usize) -> Vec<Duration> {
        let mut begun = self.begun.subscribe();
        let begun = begun.wait_for(|begun| begun.len() >= count).await.unwrap();
        begun.clone()
    }

    fn end(&self) {
        self.over.send_replace(true);
    }
}

/// Signed in on three dataflows with runs, with pauses that last.
async fn signed_in(pauses: &Pauses) -> FreshApp {
    let emulator = Emulator::builder().seed(Seed::flows(3, 24)).clock_speed(0.0);
    let fresh = FreshApp::beside(emulator).await;
    let fresh = FreshApp { app: fresh.app.clone().retrying(pauses.policy()), ..fresh };
    fresh.sign_in().await;
    fresh.ok("select_sandbox", json!({ "sandbox": "prod" })).await;
    fresh
}

fn begin(app: &App, name: &'static str, args: Value) -> JoinHandle<Value> {
    let app = app.clone();
    tokio::spawn(async move { dispatch(&app, name, args).await.unwrap() })
}

#[tokio::test]
async fn a_pause_that_one_call_is_told_is_kept_by_all_calls_of_the_session() {
    let pauses = Pauses::new();
    let fresh = signed_in(&pauses).await;
    let list = fresh.ok("list_flows", json!({ "refresh": true })).await;
    let flow = list["rows"][0]["id"].clone();
    let recording = fresh.emulator.recording();
    recording.clear();
    fresh.emulator.faults().add(Fault::on(Route::ListRuns).status(429).retry_after("20").times(1));
    let week = json!({ "flowId": flow, "window": { "kind": "week" }, "utcOffsetMinutes": 0 });
    let told = begin(&fresh.app, "get_flow_runs", week);
    let first = pauses.until(1).await;
    assert!(first[0] >= Duration::from_secs(20), "{first:?}");
    assert_eq!(recording.all().len(), 1);

    // A read of another kind, one of another service, and a write.
    let others = [
        begin(&fresh.app, "list_accounts", Value::Null),
        begin(&fresh.app, "get_flow_settings", json!({ "flowId": flow })),
        begin(&fresh.app, "switch_flows", json!({ "flowIds": [flow], "on": false })),
    ];
    let all = pauses.until(4).await;
    assert!(all[1..].iter().all(|pause| *pause > Duration::from_secs(10)), "{all:?}");
    assert_eq!(recording.all().len(), 1, "nobody asks anything before the pause is over");

    pauses.end();
    for call in others {
        call.await.unwrap();
    }
    assert!(told.await.unwrap()["read"].as_u64() > Some(0));
    let asked = recording.all();
    assert_eq!(asked[0].status, Some(429));
    assert!(asked[1..].iter().all(|request| request.status == Some(200)), "{asked:?}");
    for route in [Route::ListRuns, Route::ListBaseConnections, Route::GetFlow, Route::ActOnFlow] {
        assert!(asked[1..].iter().any(|request| request.route == Some(route)), "{route:?}");
    }
}

#[tokio::test]
async fn another_sandbox_of_the_same_sign_in_keeps_the_pause_too() {
    let pauses = Pauses::new();
    let fresh = signed_in(&pauses).await;
    fresh.emulator.faults().add(Fault::on(Route::ListFlows).status(429).retry_after("20").times(1));
    let told = begin(&fresh.app, "list_flows", json!({ "refresh": true }));
    pauses.until(1).await;
    fresh.ok("select_sandbox", json!({ "sandbox": "dev" })).await;
    fresh.emulator.recording().clear();
    let other = begin(&fresh.app, "list_flows", json!({ "refresh": true }));
    pauses.until(2).await;
    assert!(fresh.emulator.recording().all().is_empty());
    pauses.end();
    assert_eq!(other.await.unwrap()["rows"], json!([]));
    assert_eq!(told.await.unwrap()["rows"].as_array().unwrap().len(), 3);
}
