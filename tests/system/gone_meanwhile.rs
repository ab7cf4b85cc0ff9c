//! What others take away while a page is open: a dataflow that is deleted, a sandbox that is reset.

use aep_emulator::{Emulator, Seed};
use app_core::contract::error::{Action, ErrorCode};
use inlet_tests::client::{chain, sandbox};
use inlet_tests::fresh_app::FreshApp;
use serde_json::{Value, json};

async fn list(fresh: &FreshApp) -> Value {
    let args = |refresh: bool| json!({ "refresh": refresh, "everything": refresh });
    fresh.ok("list_flows", args(true)).await;
    fresh.until("list_flows", args(false), |list| list["complete"] == true).await
}

#[tokio::test]
async fn a_dataflow_that_someone_deletes_while_its_page_is_open_is_told_by_every_call_of_the_page()
{
    let fresh = FreshApp::beside(Emulator::builder().clock_speed(0.0)).await;
    fresh.sign_in().await;
    let sandbox = sandbox(&fresh.emulator);
    let made = chain(&sandbox, "Guides").await.unwrap();
    let id = made.flow.as_str();
    assert_eq!(list(&fresh).await["rows"].as_array().unwrap().len(), 1);
    let opened = fresh.ok("get_flow_settings", json!({ "flowId": id })).await;
    sandbox.flows().delete(&made.flow).await.unwrap();

    for call in ["get_flow", "get_flow_settings", "get_flow_mapping"] {
        let error = fresh.fails(call, json!({ "flowId": id })).await;
        assert_eq!(error.code, ErrorCode::NotFound, "{call}: {error:?}");
    }
    let mut wanted = opened["values"].clone();
    wanted["name"] = json!("Guides, EMEA");
    let save = json!({ "flowId": id, "original": opened["values"], "wanted": wanted });
    let error = fresh.fails("update_flow", save).await;
    assert_eq!((error.code, error.action), (ErrorCode::NotFound, Action::Reload));
    let switched = fresh.ok("switch_flows", json!({ "flowIds": [id], "on": false })).await;
    assert_eq!(switched[0]["outcome"], "failed");
    assert_eq!(switched[0]["problem"]["code"], "not_found");
    assert_eq!(list(&fresh).await["rows"], json!([]), "the list no longer has it");
}

/// The sandbox is back to how it was made: the emulator empties all of them and ends all tokens.
async fn reset(fresh: &FreshApp) {
    let url = format!("{}/__emulator__/reset", fresh.emulator.base_url());
    let answer = reqwest::Client::new().post(url).send().await.unwrap();
    assert_eq!(answer.status().as_u16(), 204);
}

#[tokio::test]
async fn a_sandbox_that_is_reset_under_the_app_leaves_nothing_that_can_be_acted_on() {
    let emulator = Emulator::builder().seed(Seed::flows(1, 48)).clock_speed(0.0);
    let fresh = FreshApp::beside(emulator).await;
    fresh.sign_in().await;
    let made = chain(&sandbox(&fresh.emulator), "Guides").await.unwrap();
    let id = made.flow.as_str();
    assert_eq!(list(&fresh).await["rows"].as_array().unwrap().len(), 1);
    let overview = |refresh: bool| json!({ "window": "day", "refresh": refresh });
    fresh.ok("get_overview", overview(true)).await;
    fresh.until("get_overview", overview(false), |overview| overview["complete"] == true).await;

    reset(&fresh).await;
    assert_eq!(fresh.fails("get_flow", json!({ "flowId": id })).await.code, ErrorCode::NotFound);
    assert_eq!(list(&fresh).await["rows"], json!([]));
    fresh.ok("get_overview", overview(true)).await;
    let after =
        fresh.until("get_overview", overview(false), |overview| overview["complete"] == true).await;
    assert_eq!((&after["flows"], &after["attention"]), (&json!(0), &json!([])));
    assert!(after.get("problem").is_none());
    // The sign-in and the sandbox are good for new work.
    assert!(chain(&sandbox(&fresh.emulator), "Guides again").await.is_ok());
    assert_eq!(list(&fresh).await["rows"][0]["name"], "Guides again");
}
