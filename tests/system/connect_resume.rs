//! Opening where the app was left: with the saved sign-in last used, at once, also when nobody answers; never for
//! whoever signed out, and once a start.

use std::sync::Arc;

use aep_emulator::{Emulator, Fault, Route, Seed};
use inlet_tests::fresh_app::FreshApp;
use serde_json::{Value, json};

async fn left() -> (FreshApp, Value) {
    let emulator = Emulator::builder().seed(Seed::flows(12, 24)).clock_speed(0.0);
    let fresh = FreshApp::beside(emulator).await;
    let check = fresh.check(fresh.typed()).await;
    let kept = json!({ "checkId": check["checkId"], "name": "Work", "sandbox": "prod" });
    let session = fresh.ok("save_profile", kept).await;
    (fresh, session["profileId"].clone())
}

async fn offered(fresh: &FreshApp) -> Option<Value> {
    let mut state = fresh.ok("get_app_state", Value::Null).await;
    state.as_object_mut().unwrap().remove("lastSignIn")
}

/// Rows are on the disk once whoever moves away and back is shown them.
async fn rows_kept(fresh: &FreshApp) {
    let args = json!({ "refresh": false });
    fresh.until("list_flows", args.clone(), |list| list["complete"] == true).await;
    loop {
        for sandbox in ["dev", "prod"] {
            fresh.ok("select_sandbox", json!({ "sandbox": sandbox })).await;
        }
        let list = fresh.ok("list_flows", args.clone()).await;
        if list.get("keptAt").is_some() {
            return;
        }
        fresh.until("list_flows", args.clone(), |list| list["complete"] == true).await;
    }
}

/// Nobody listens at the platform's address once the app, which holds it too, is started again.
async fn cut_off(mut fresh: FreshApp) -> FreshApp {
    fresh.emulator = Arc::new(Emulator::builder().start().await.unwrap());
    fresh.restarted()
}

#[tokio::test]
async fn a_start_offline_opens_on_the_rows_read_last_without_a_press() {
    let (fresh, profile) = left().await;
    rows_kept(&fresh).await;
    let fresh = cut_off(fresh).await;
    assert_eq!(offered(&fresh).await, Some(profile.clone()));
    let session = fresh.ok("resume_session", Value::Null).await;
    assert_eq!((&session["profileId"], &session["sandbox"]["name"]), (&profile, &json!("prod")));
    let first = fresh.ok("list_flows", json!({ "refresh": false })).await;
    assert_eq!(first["rows"].as_array().unwrap().len(), 12, "there before anybody is asked");
    assert!(first["keptAt"].is_i64());
    let list = json!({ "refresh": false });
    fresh.until("list_flows", list, |list| list["offline"] == true).await;
    let state = fresh.ok("get_app_state", Value::Null).await;
    assert_eq!(state["session"]["offline"], true, "nothing can be written, and the window knows");
    let state = fresh.ok("reach_platform", Value::Null).await;
    assert_eq!(state["session"]["offline"], true, "still nobody there");
}

#[tokio::test]
async fn a_start_online_does_not_wait_for_the_platform_and_reads_on() {
    let (fresh, _) = left().await;
    rows_kept(&fresh).await;
    let fresh = fresh.restarted();
    fresh.ok("resume_session", Value::Null).await;
    let first = fresh.ok("list_flows", json!({ "refresh": false })).await;
    assert!(first["keptAt"].is_i64(), "as of then");
    let list = json!({ "refresh": false });
    let after = fresh.until("list_flows", list, |list| list["complete"] == true).await;
    assert_eq!(after.get("keptAt"), None);
    let state = fresh.ok("reach_platform", Value::Null).await;
    assert_eq!(state["session"].get("offline"), None, "somebody answers");
}

#[tokio::test]
async fn whoever_signed_out_is_not_signed_in_by_themselves() {
    let (fresh, profile) = left().await;
    fresh.ok("disconnect", Value::Null).await;
    assert_eq!(offered(&fresh).await, None, "nor at once after signing out");
    let fresh = fresh.restarted();
    assert_eq!(offered(&fresh).await, None);
    let error = fresh.fails("resume_session", Value::Null).await;
    assert_eq!(serde_json::to_value(error.code).unwrap(), "not_found");
    fresh.ok("connect", json!({ "profileId": profile })).await;
    assert!(offered(&fresh.restarted()).await.is_some(), "signing in again counts anew");
}

#[tokio::test]
async fn a_sign_in_that_was_deleted_is_not_opened_with() {
    let (fresh, profile) = left().await;
    fresh.ok("delete_profile", json!({ "profileId": profile })).await;
    assert_eq!(offered(&fresh.restarted()).await, None);
}

#[tokio::test]
async fn practice_leaves_the_sign_in_that_the_next_start_opens_with() {
    let (fresh, profile) = left().await;
    fresh.ok("start_practice", Value::Null).await;
    assert_eq!(offered(&fresh.restarted()).await, Some(profile));
}

#[tokio::test]
async fn a_locked_keychain_is_told_and_tried_once_a_start() {
    let (fresh, profile) = left().await;
    let fresh = fresh.restarted();
    fresh.keychain.lock(true);
    let error = fresh.fails("resume_session", Value::Null).await;
    assert_eq!(serde_json::to_value(error.code).unwrap(), "keychain_locked");
    assert_eq!(offered(&fresh).await, None, "the person unlocks it and presses");
    fresh.keychain.lock(false);
    fresh.ok("connect", json!({ "profileId": profile })).await;
}

#[tokio::test]
async fn a_sign_in_that_is_refused_by_now_shows_with_the_first_reading() {
    let (fresh, _) = left().await;
    rows_kept(&fresh).await;
    let fresh = fresh.restarted();
    let refused =
        Fault::on(Route::CreateToken).status(400).body(json!({ "error": "invalid_client" }));
    fresh.emulator.faults().add(refused);
    fresh.ok("resume_session", Value::Null).await;
    let list = json!({ "refresh": false });
    let list = fresh.until("list_flows", list, |list| list.get("problem").is_some()).await;
    assert_eq!(list["problem"]["code"], "sign_in_refused");
    assert_eq!(list["problem"]["action"], "sign_in");
}
