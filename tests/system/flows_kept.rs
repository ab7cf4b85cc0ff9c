//! Rows that are kept on this computer: there at once at the next start, also when nobody answers, and never those of
//! another sandbox or of practice mode.

use std::sync::Arc;

use aep_client::ListQuery;
use aep_emulator::{Emulator, Seed};
use inlet_tests::client::client;
use inlet_tests::fresh_app::FreshApp;
use serde_json::{Value, json};

async fn signed_in(flows: usize) -> (FreshApp, Value) {
    let emulator = Emulator::builder().seed(Seed::flows(flows, 24)).clock_speed(0.0);
    let fresh = FreshApp::beside(emulator).await;
    let check = fresh.check(fresh.typed()).await;
    let kept = json!({ "checkId": check["checkId"], "name": "Work", "sandbox": "prod" });
    let session = fresh.ok("save_profile", kept).await;
    let profile = json!({ "profileId": session["profileId"] });
    (fresh, profile)
}

async fn whole(fresh: &FreshApp) -> Value {
    let args = json!({ "refresh": false });
    fresh.until("list_flows", args, |list| list["complete"] == true).await
}

/// Waits until the rows are on the disk: whoever moves away and back is shown them.
async fn kept(fresh: &FreshApp) {
    loop {
        for sandbox in ["dev", "prod"] {
            fresh.ok("select_sandbox", json!({ "sandbox": sandbox })).await;
        }
        let list = fresh.ok("list_flows", json!({ "refresh": false })).await;
        if list.get("keptAt").is_some() {
            whole(fresh).await;
            return;
        }
        whole(fresh).await;
    }
}

/// The platform is gone once the app, which holds it too, is started again: nobody listens at its address.
async fn offline(fresh: &mut FreshApp) {
    let other = Emulator::builder().start().await.unwrap();
    fresh.emulator = Arc::new(other);
}

/// The rows in one order: they come in the order in which they became known.
fn rows(list: &Value) -> Vec<&Value> {
    let mut rows: Vec<&Value> = list["rows"].as_array().unwrap().iter().collect();
    rows.sort_by_key(|row| row["id"].as_str());
    rows
}

fn ids(list: &Value) -> Vec<&str> {
    list["rows"].as_array().unwrap().iter().map(|row| row["id"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn the_last_known_rows_are_there_at_once_after_a_restart_and_say_when_they_were_read() {
    let (fresh, profile) = signed_in(30).await;
    let before = whole(&fresh).await;
    kept(&fresh).await;
    let fresh = fresh.restarted();
    fresh.ok("connect", profile).await;
    let first = fresh.ok("list_flows", json!({ "refresh": false })).await;
    assert_eq!(rows(&first), rows(&before));
    assert!(first["keptAt"].is_i64(), "{}", first["keptAt"]);
    let after = whole(&fresh).await;
    assert_eq!((after.get("keptAt"), ids(&after).len()), (None, 30));
}

#[tokio::test]
async fn a_start_offline_shows_the_kept_rows_says_why_and_loses_none_of_them() {
    let (mut fresh, profile) = signed_in(30).await;
    let before = whole(&fresh).await;
    kept(&fresh).await;
    offline(&mut fresh).await;
    for _ in 0..2 {
        fresh = fresh.restarted();
        let session = fresh.ok("connect", profile.clone()).await;
        assert_eq!(session["sandbox"]["name"], "prod");
        let list = json!({ "refresh": false });
        let list = fresh.until("list_flows", list, |list| list.get("problem").is_some()).await;
        assert_eq!((rows(&list), &list["problem"]["code"]), (rows(&before), &json!("offline")));
        assert_eq!((&list["complete"], &list["offline"]), (&json!(false), &json!(true)));
        assert!(list["keptAt"].is_i64());
        let state = fresh.ok("get_app_state", Value::Null).await;
        assert_eq!(state["session"]["offline"], true);
    }
}

#[tokio::test]
async fn rows_of_two_sandboxes_never_mix() {
    let (mut fresh, profile) = signed_in(5).await;
    whole(&fresh).await;
    kept(&fresh).await;
    fresh.ok("select_sandbox", json!({ "sandbox": "dev" })).await;
    assert_eq!(ids(&whole(&fresh).await).len(), 0);
    offline(&mut fresh).await;
    let fresh = fresh.restarted();
    fresh.ok("connect", profile).await;
    let list = json!({ "refresh": false });
    let list = fresh.until("list_flows", list, |list| list.get("problem").is_some()).await;
    assert_eq!((ids(&list).len(), &list["known"]), (0, &json!(0)), "the profile starts in dev");
}

#[tokio::test]
async fn practice_mode_neither_shows_kept_rows_nor_keeps_its_own() {
    let (fresh, profile) = signed_in(5).await;
    whole(&fresh).await;
    kept(&fresh).await;
    fresh.ok("start_practice", Value::Null).await;
    fresh.ok("select_sandbox", json!({ "sandbox": "prod" })).await;
    let list = fresh.ok("list_flows", json!({ "refresh": false })).await;
    assert_eq!(list.get("keptAt"), None);
    whole(&fresh).await;
    fresh.ok("connect", profile).await;
    let list = fresh.ok("list_flows", json!({ "refresh": false })).await;
    assert!(list["keptAt"].is_i64(), "those of the sign-in are still there");
}

#[tokio::test]
async fn a_dataflow_that_was_deleted_meanwhile_leaves_the_kept_rows_too() {
    let (fresh, profile) = signed_in(5).await;
    whole(&fresh).await;
    kept(&fresh).await;
    let flows = client(&fresh.emulator).sandbox(&"prod".into()).flows();
    let gone = flows.list(&ListQuery::new().limit(1)).await.unwrap().items.remove(0).id;
    flows.delete(&gone).await.unwrap();
    let fresh = fresh.restarted();
    fresh.ok("connect", profile).await;
    let first = fresh.ok("list_flows", json!({ "refresh": false })).await;
    assert!(ids(&first).contains(&gone.as_str()), "last known");
    let after = whole(&fresh).await;
    assert!(!ids(&after).contains(&gone.as_str()));
    kept(&fresh).await;
}

#[tokio::test]
async fn no_webhook_address_is_kept() {
    let (fresh, _) = signed_in(5).await;
    whole(&fresh).await;
    kept(&fresh).await;
    assert!(!fresh.written().contains("/collection/"), "an endpoint is on the disk");
}

#[tokio::test]
async fn a_sign_in_that_is_refused_is_not_let_in_by_what_was_kept() {
    let (fresh, profile) = signed_in(5).await;
    whole(&fresh).await;
    kept(&fresh).await;
    let fresh = fresh.restarted();
    let refused = aep_emulator::Fault::on(aep_emulator::Route::CreateToken)
        .status(400)
        .body(json!({ "error": "invalid_client" }));
    fresh.emulator.faults().add(refused);
    let error = fresh.fails("connect", profile).await;
    assert_eq!(serde_json::to_value(error.code).unwrap(), "sign_in_refused");
}
