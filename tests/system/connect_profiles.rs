//! Saved sign-ins: kept, used again, renamed, given a new secret, removed.

use aep_emulator::{Credential, Emulator, Fault, Role, Route};
use app_core::contract::error::{Action, ErrorCode, Owner};
use inlet_tests::fresh_app::FreshApp;
use serde_json::{Value, json};

async fn profile_id(fresh: &FreshApp) -> Value {
    fresh.ok("list_profiles", Value::Null).await[0]["id"].clone()
}

#[tokio::test]
async fn a_saved_sign_in_is_used_again_after_a_restart() {
    let fresh = FreshApp::start().await;
    let session = fresh.sign_in().await;
    let fresh = fresh.restarted();
    assert!(fresh.ok("get_app_state", Value::Null).await.get("session").is_none());
    let again = fresh.ok("connect", json!({ "profileId": session["profileId"] })).await;
    for same in ["profileId", "profileName", "organization", "sandbox", "environment"] {
        assert_eq!(again[same], session[same]);
    }
    assert_ne!(again["key"], session["key"]);
}

#[tokio::test]
async fn the_secret_is_in_the_keychain_and_in_no_file() {
    let fresh = FreshApp::start().await;
    fresh.sign_in().await;
    let written = fresh.written();
    assert!(written.contains("Work") && written.contains(fresh.emulator.client_id()));
    assert!(!written.contains(fresh.emulator.client_secret()));
}

#[tokio::test]
async fn names_are_told_apart_and_may_be_in_any_script() {
    let fresh = FreshApp::start().await;
    fresh.sign_in().await;
    let id = profile_id(&fresh).await;
    for name in ["תגובות NPS", "🙂 北", "  Work  "] {
        let renamed = fresh.ok("rename_profile", json!({ "profileId": id, "name": name })).await;
        assert_eq!(renamed["name"], name.trim());
    }
    let state = fresh.ok("get_app_state", Value::Null).await;
    assert_eq!(state["session"]["profileName"], "Work");
    let check = fresh.check(fresh.typed_as(Role::ViewOnly)).await;
    let same = json!({ "checkId": check["checkId"], "name": "Work", "sandbox": "dev" });
    let error = fresh.fails("save_profile", same).await;
    assert_eq!((error.code, error.fields[0].field.as_str()), (ErrorCode::Validation, "name"));
}

#[tokio::test]
async fn the_same_sign_in_under_the_same_name_is_one() {
    let fresh = FreshApp::start().await;
    fresh.sign_in().await;
    fresh.sign_in().await;
    assert_eq!(fresh.ok("list_profiles", Value::Null).await.as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_new_secret_is_tried_before_it_takes_the_old_ones_place() {
    let fresh = FreshApp::start().await;
    fresh.sign_in().await;
    let id = profile_id(&fresh).await;
    let error =
        fresh.fails("replace_secret", json!({ "profileId": id, "secret": "p8e-wrong" })).await;
    assert_eq!((error.code, error.action), (ErrorCode::SignInRefused, Action::EditFields));
    let fresh = fresh.restarted();
    fresh.ok("connect", json!({ "profileId": id })).await;
    let secret = fresh.emulator.client_secret().to_owned();
    fresh.ok("replace_secret", json!({ "profileId": id, "secret": secret })).await;
    fresh.ok("list_flows", json!({ "refresh": true })).await;
}

#[tokio::test]
async fn deleting_a_saved_sign_in_takes_its_secret_and_its_session_along() {
    let fresh = FreshApp::start().await;
    fresh.sign_in().await;
    let id = profile_id(&fresh).await;
    fresh.ok("delete_profile", json!({ "profileId": id })).await;
    assert_eq!(fresh.ok("list_profiles", Value::Null).await, json!([]));
    assert!(fresh.ok("get_app_state", Value::Null).await.get("session").is_none());
    assert!(!fresh.keychain.holds_anything().await);
    let error = fresh.fails("connect", json!({ "profileId": id })).await;
    assert_eq!(error.code, ErrorCode::NotFound);
}

#[tokio::test]
async fn without_a_keychain_the_secret_lasts_until_the_app_is_closed() {
    let fresh = FreshApp::start().await;
    fresh.keychain.lock(true);
    let session = fresh.sign_in().await;
    let connect = json!({ "profileId": session["profileId"] });
    let state = fresh.ok("get_app_state", Value::Null).await;
    assert_eq!(state["keychain"]["available"], false);
    assert_eq!(state["keychain"]["problem"]["code"], "keychain_locked");
    assert_eq!(state["keychain"]["problem"]["action"], "unlock_keychain");
    fresh.ok("connect", connect.clone()).await;
    assert!(!fresh.written().contains(fresh.emulator.client_secret()));
    let fresh = fresh.restarted();
    let error = fresh.fails("connect", connect.clone()).await;
    assert_eq!((error.code, error.owner), (ErrorCode::KeychainLocked, Owner::You));
    fresh.keychain.lock(false);
    assert_eq!(fresh.fails("connect", connect).await.code, ErrorCode::SecretMissing);
}

#[tokio::test]
async fn a_keychain_that_comes_back_gets_what_was_kept_in_memory() {
    let fresh = FreshApp::start().await;
    fresh.keychain.lock(true);
    let session = fresh.sign_in().await;
    fresh.keychain.lock(false);
    let state = fresh.ok("retry_keychain", Value::Null).await;
    assert_eq!(state["keychain"], json!({ "available": true }));
    let fresh = fresh.restarted();
    fresh.ok("connect", json!({ "profileId": session["profileId"] })).await;
}

#[tokio::test]
async fn without_a_keychain_a_saved_sign_in_asks_for_its_secret_and_takes_it() {
    let fresh = FreshApp::start().await;
    let session = fresh.sign_in().await;
    fresh.keychain.take_away(true);
    let fresh = fresh.restarted();
    let profile = json!({ "profileId": session["profileId"] });
    let error = fresh.fails("connect", profile.clone()).await;
    assert_eq!((error.code, error.action), (ErrorCode::KeychainUnavailable, Action::SignIn));
    let secret = fresh.emulator.client_secret();
    let typed = json!({ "profileId": session["profileId"], "secret": secret });
    fresh.ok("replace_secret", typed).await;
    fresh.ok("connect", profile).await;
}

#[tokio::test]
async fn without_a_keychain_a_saved_sign_in_can_be_deleted_and_its_secret_goes_later() {
    let fresh = FreshApp::start().await;
    let session = fresh.sign_in().await;
    fresh.keychain.take_away(true);
    let fresh = fresh.restarted();
    fresh.ok("delete_profile", json!({ "profileId": session["profileId"] })).await;
    assert_eq!(fresh.ok("list_profiles", Value::Null).await, json!([]));
    let told = |state: &Value| state["notices"].to_string().contains("may still be in");
    assert!(told(&fresh.ok("get_app_state", Value::Null).await));
    assert!(fresh.keychain.holds_anything().await);

    fresh.keychain.take_away(false);
    assert!(!told(&fresh.ok("retry_keychain", Value::Null).await));
    assert!(!fresh.keychain.holds_anything().await);
}

#[tokio::test]
async fn another_sandbox_is_another_session_and_is_remembered() {
    let fresh = FreshApp::start().await;
    let session = fresh.sign_in().await;
    let moved = fresh.ok("select_sandbox", json!({ "sandbox": "stage" })).await;
    assert_ne!(moved["key"], session["key"]);
    let error = fresh.fails("select_sandbox", json!({ "sandbox": "elsewhere" })).await;
    assert_eq!(error.code, ErrorCode::SandboxNotFound);
    let fresh = fresh.restarted();
    let again = fresh.ok("connect", json!({ "profileId": session["profileId"] })).await;
    assert_eq!(again["sandbox"]["name"], "stage");
}

#[tokio::test]
async fn signing_out_ends_the_session_and_keeps_the_sign_in() {
    let fresh = FreshApp::start().await;
    fresh.sign_in().await;
    fresh.ok("disconnect", Value::Null).await;
    let error = fresh.fails("list_flows", json!({ "refresh": false })).await;
    assert_eq!((error.code, error.action), (ErrorCode::NotConnected, Action::SignIn));
    assert_eq!(fresh.ok("list_profiles", Value::Null).await.as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn practice_keeps_nothing_and_shows_its_own_clock() {
    let start = 1_900_000_000_000_i64;
    let emulator = Emulator::builder().clock_start_ms(start).clock_speed(0.0);
    let fresh = FreshApp::beside(emulator).await;
    let session = fresh.ok("start_practice", Value::Null).await;
    assert_eq!(
        (&session["environment"]["kind"], &session["profileName"]),
        (&json!("practice"), &json!("Practice"))
    );
    assert_eq!(session["clock"]["now"], start);
    assert_eq!(session["sandbox"]["kind"], "practice");
    fresh.emulator.clock().advance(std::time::Duration::from_secs(60));
    let state = fresh.ok("get_app_state", Value::Null).await;
    assert_eq!(state["session"]["clock"]["now"], start + 60_000);
    assert_eq!(fresh.ok("list_profiles", Value::Null).await, json!([]));
}

#[tokio::test]
async fn a_sign_in_that_cannot_be_written_is_reported_and_the_earlier_ones_stay() {
    let fresh = FreshApp::start().await;
    fresh.sign_in().await;
    let before = fresh.settings.text();
    fresh.settings.fill(true);
    let check = fresh.check(fresh.typed_as(Role::ViewOnly)).await;
    let kept = json!({ "checkId": check["checkId"], "name": "Second", "sandbox": "dev" });
    let error = fresh.fails("save_profile", kept.clone()).await;
    assert_eq!(
        (error.code, error.owner, error.action),
        (ErrorCode::DiskFull, Owner::You, Action::FreeDisk)
    );
    assert_eq!(fresh.settings.text(), before);
    fresh.settings.fill(false);
    fresh.ok("save_profile", kept).await;
}

#[tokio::test]
async fn a_role_that_changed_since_is_noticed_when_connecting() {
    let credential =
        Credential { client_id: "c1".to_owned(), client_secret: "s1".to_owned(), role: Role::Full };
    let fresh = FreshApp::beside(Emulator::builder().credentials([credential])).await;
    let session = fresh.sign_in().await;
    let body = json!({ "title": "Forbidden", "status": 403, "type": "t/0403" });
    fresh.emulator.faults().add(Fault::on(Route::ListSandboxes).status(403).body(body));
    let error = fresh.fails("connect", json!({ "profileId": session["profileId"] })).await;
    assert_eq!((error.code, error.owner), (ErrorCode::PermissionMissing, Owner::Administrator));
}
