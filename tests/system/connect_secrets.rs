//! Secrets go one way: in. No reply, no log line, no file holds one, and the webhook address is told with its own
//! dataflow only.

use aep_emulator::{Credential, Emulator, Fault, Role, Route};
use inlet_tests::client::{chain, event, sandbox};
use inlet_tests::fresh_app::FreshApp;
use inlet_tests::log::Log;
use serde_json::{Value, json};

const CANARY: &str = "p8e-canary-0f1e2d3c4b5a";

fn with_canary() -> aep_emulator::Builder {
    Emulator::builder().credentials([Credential {
        client_id: "c1".to_owned(),
        client_secret: CANARY.to_owned(),
        role: Role::Full,
    }])
}

/// Every reply and error of a morning's work, the dataflow's own page aside.
async fn work(fresh: &FreshApp, flow: &str) -> String {
    let file = json!({ "CLIENT_ID": "c1", "CLIENT_SECRETS": [CANARY], "BROKEN": true }).to_string();
    let mut wrong = fresh.typed();
    wrong["secret"]["secret"] = json!(format!("{CANARY}-wrong"));
    let mut odd = fresh.typed();
    odd["secret"]["secret"] = json!(format!("{CANARY} {CANARY}"));
    let mut said = String::new();
    let calls = [
        ("read_credential_file", json!({ "fileName": "f.json", "text": file })),
        ("read_credential_file", json!({ "fileName": "f.json", "text": format!("{file}}}") })),
        ("check_connection", odd),
        ("check_connection", json!({ "secret": { "kind": "typed", "secret": CANARY } })),
        ("list_profiles", Value::Null),
        ("get_app_state", Value::Null),
        ("list_flows", json!({ "refresh": true })),
        ("get_flow_days", json!({ "flowIds": [flow] })),
        (
            "get_flow_runs",
            json!({ "flowId": flow, "window": { "kind": "week" }, "utcOffsetMinutes": 0 }),
        ),
        (
            "send_test_event",
            json!({ "flowId": flow, "label": "l", "text": event("e-1").to_string() }),
        ),
        ("list_flows", json!({ "refresh": true })),
    ];
    said.push_str(&fresh.check(wrong).await.to_string());
    for (name, args) in calls {
        said.push_str(&format!("{name}: {:?}\n", fresh.call(name, args).await));
    }
    said
}

#[tokio::test]
async fn no_secret_comes_back_or_is_logged_or_written() {
    let (log, _listening) = Log::listen();
    let fresh = FreshApp::beside(with_canary()).await;
    let made = chain(&sandbox(&fresh.emulator), "Guides").await.unwrap();
    let session = fresh.sign_in().await;
    let detail = fresh.ok("get_flow", json!({ "flowId": made.flow.as_str() })).await;
    let endpoint = detail["webhookAddress"]["endpoint"].as_str().unwrap().to_owned();
    let inlet = endpoint.rsplit('/').next().unwrap();
    let mut said = session.to_string();
    said.push_str(&work(&fresh, made.flow.as_str()).await);
    fresh.emulator.faults().add(Fault::on(Route::PostEvent).html(502));
    said.push_str(&work(&fresh, made.flow.as_str()).await);
    let technical = detail["technical"].to_string();
    for (place, text) in [
        ("a reply", said),
        ("a file", fresh.written()),
        ("the log", log.text()),
        ("details", technical),
    ] {
        assert!(!text.contains(CANARY), "the secret is in {place}");
        assert!(!text.contains(inlet), "the webhook address is in {place}");
    }
}
