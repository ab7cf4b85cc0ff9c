//! What a set-up under way forbids, and what it does not mind.

use std::time::Duration;

use aep_client::TenantId;
use aep_emulator::{Fault, Route};
use app_core::contract::error::{Action, ErrorCode, Owner};
use inlet_tests::fresh_app::FreshApp;
use inlet_tests::setup::form;
use serde_json::{Value, json};

/// A session with a set-up whose first step takes its time, and the reply that started it.
async fn setting_up() -> (FreshApp, Value, Value) {
    let fresh = FreshApp::start().await;
    let session = fresh.sign_in().await;
    let slow = Fault::on(Route::CreateSourceConnection).delay(Duration::from_secs(4)).times(1);
    fresh.emulator.faults().add(slow);
    let form = form(&TenantId::new(fresh.emulator.tenant()), "Guides");
    let setup = fresh.ok("start_setup", serde_json::to_value(form).unwrap()).await;
    (fresh, session, setup)
}

async fn done(fresh: &FreshApp, setup: &Value) {
    let id = json!({ "setupId": setup["setupId"] });
    let ended = fresh.until("get_setup", id, |setup| setup["state"] != "running").await;
    assert_eq!(ended["state"], "done", "{ended}");
}

#[tokio::test]
async fn leaving_its_sandbox_its_session_or_its_sign_in_is_refused_and_it_goes_on() {
    let (fresh, session, setup) = setting_up().await;
    let profile = json!({ "profileId": session["profileId"] });
    for (name, args) in [
        ("select_sandbox", json!({ "sandbox": "stage" })),
        ("disconnect", Value::Null),
        ("delete_profile", profile.clone()),
        ("connect", profile.clone()),
        ("start_practice", Value::Null),
    ] {
        let error = fresh.fails(name, args).await;
        let told = (error.code, error.owner, error.action);
        assert_eq!(told, (ErrorCode::SetupUnderWay, Owner::You, Action::OpenSetup), "{name}");
        assert!(error.title.contains("“Guides”"), "{}", error.title);
    }
    done(&fresh, &setup).await;
    fresh.ok("select_sandbox", json!({ "sandbox": "stage" })).await;
    fresh.ok("delete_profile", profile).await;
}

#[tokio::test]
async fn a_rotated_secret_does_not_disturb_it() {
    let (fresh, session, setup) = setting_up().await;
    let secret = fresh.emulator.client_secret().to_owned();
    let args = json!({ "profileId": session["profileId"], "secret": secret });
    fresh.ok("replace_secret", args).await;
    done(&fresh, &setup).await;
}

#[tokio::test]
async fn moving_within_the_same_sandbox_is_no_move() {
    let (fresh, session, setup) = setting_up().await;
    let same = fresh.ok("select_sandbox", json!({ "sandbox": "dev" })).await;
    assert_eq!(same["key"], session["key"]);
    done(&fresh, &setup).await;
}
