//! What an account signs in with goes to the platform and nowhere else: no reply, no log line, no file holds it.

use aep_emulator::{Fault, Route};
use inlet_tests::fresh_app::FreshApp;
use inlet_tests::log::Log;
use serde_json::{Value, json};

const CANARY: &str = "p8e-account-canary-5b4c3d";

fn args(password: &str) -> Value {
    json!({
        "specId": "ea1c2a08-b722-11eb-8529-0242ac130003",
        "way": "Basic Authentication",
        "name": "Content",
        "description": "",
        "params": [
            { "path": "host", "value": "https://content.example" },
            { "path": "username", "value": "reader" },
            { "path": "password", "value": password },
        ],
    })
}

/// Answers that quote what was sent, as a careless service might.
fn quoting(route: Route) -> Fault {
    let said = format!("The parameter password has the value {CANARY}");
    let body = json!({ "type": "https://ns.adobe.com/aep/errors/FLOW-1312-400", "status": 400,
        "title": said, "report": { "detailed-message": said }, "errorMessage": said });
    Fault::on(route).status(400).body(body).times(1)
}

#[tokio::test]
async fn what_an_account_signs_in_with_comes_back_from_nowhere() {
    let (log, _listening) = Log::listen();
    let fresh = FreshApp::start().await;
    fresh.sign_in().await;
    let mut said = String::new();
    let mut call = async |name: &str, args: Value| {
        let reply = fresh.call(name, args).await;
        said.push_str(&format!("{name}: {reply:?}\n"));
        reply.unwrap_or_default()
    };
    fresh.emulator.faults().add(quoting(Route::CreateBaseConnection));
    call("create_account", args(CANARY)).await;
    let mut misplaced = args("");
    misplaced["params"][0]["value"] = json!(CANARY);
    call("create_account", misplaced).await;
    call("create_account", json!({ "params": [{ "path": CANARY }], "name": CANARY })).await;
    let made = call("create_account", args(CANARY)).await;
    let id = json!({ "accountId": made["accountId"] });
    let detail = call("get_account", id.clone()).await;
    call("test_account", id.clone()).await;
    call("list_accounts", Value::Null).await;
    let mut change = json!({ "accountId": made["accountId"], "name": "Content", "description": "",
        "base": detail["words"], "credentials": args(CANARY)["params"] });
    fresh.emulator.faults().add(quoting(Route::UpdateBaseConnection));
    call("update_account", change.clone()).await;
    fresh.emulator.faults().add(Fault::on(Route::UpdateBaseConnection).html(502).times(1));
    call("update_account", change.clone()).await;
    change["base"] = call("get_account", id.clone()).await["words"].clone();
    call("update_account", change).await;
    call("delete_account", id).await;
    let search = json!({ "kinds": [], "outcomes": [] });
    call("list_activity", json!({ "search": search, "skip": 0, "limit": 100 })).await;
    let commands = ["create_account", "update_account", "get_account"];
    call("list_requests", json!({ "commands": commands })).await;
    assert!(fresh.emulator.recording().count(Route::UpdateBaseConnection) >= 3, "it was sent");
    let requests = format!("{:?}", fresh.emulator.recording().all());
    for (place, text) in [
        ("a reply", said),
        ("a file", fresh.written()),
        ("the log", log.text()),
        ("the recording", requests),
    ] {
        assert!(!text.contains(CANARY), "the secret is in {place}");
    }
}
