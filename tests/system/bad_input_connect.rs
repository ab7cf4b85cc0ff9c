//! What can be wrong with a sign-in and with what lies between here and the platform: each told with its code, its
//! owner and one action, and nothing that was there before is lost.

use aep_emulator::{Emulator, Fault, Route};
use app_core::contract::error::{Action, ErrorCode, Owner};
use inlet_tests::fresh_app::{FreshApp, step};
use serde_json::{Value, json};

/// Code, owner and action of the problem of a step.
fn told(check: &Value, id: &str) -> (String, String, String) {
    let problem = &step(check, id)["problem"];
    let word = |key: &str| problem[key].as_str().unwrap_or_default().to_owned();
    (word("code"), word("owner"), word("action"))
}

fn words(code: &str, owner: &str, action: &str) -> (String, String, String) {
    (code.to_owned(), owner.to_owned(), action.to_owned())
}

async fn field_of(fresh: &FreshApp, typed: Value) -> (String, String) {
    let error = fresh.fails("check_connection", typed).await;
    assert_eq!(
        (error.code, error.owner, error.action),
        (ErrorCode::Validation, Owner::You, Action::EditFields)
    );
    let problem = error.fields.into_iter().next().unwrap();
    (problem.field, problem.message)
}

#[tokio::test]
async fn a_wrong_ending_of_the_organisation_is_told_with_the_right_one() {
    let fresh = FreshApp::start().await;
    let mut typed = fresh.typed();
    typed["organization"] = json!("0A1B2C3D@techacct.adobe.com");
    let (field, message) = field_of(&fresh, typed).await;
    assert_eq!(field, "organization");
    assert!(message.contains("0A1B2C3D@AdobeOrg"), "{message}");
    assert_eq!(fresh.emulator.recording().all(), [], "nothing was sent");
}

#[tokio::test]
async fn absurd_values_never_leave_this_computer() {
    let fresh = FreshApp::start().await;
    for (field, value) in [
        ("organization", json!(format!("{}@AdobeOrg", "A".repeat(10_000)))),
        ("clientId", json!("🙂")),
        ("clientId", json!("id\r\nx-evil: 1")),
        ("secret", json!({ "kind": "typed", "secret": "a b" })),
        ("secret", json!({ "kind": "access_token", "token": "a\nb" })),
    ] {
        let mut typed = fresh.typed();
        typed[field] = value;
        assert_eq!(field_of(&fresh, typed).await.0, field);
    }
    assert_eq!(fresh.emulator.recording().all(), []);
}

#[tokio::test]
async fn an_absurd_name_of_a_sign_in_is_refused_and_the_check_stays_usable() {
    let fresh = FreshApp::start().await;
    let check = fresh.check(fresh.typed()).await;
    for name in ["", "   ", "\u{200b}", &"x".repeat(10_000)] {
        let kept = json!({ "checkId": check["checkId"], "name": name, "sandbox": "dev" });
        let error = fresh.fails("save_profile", kept).await;
        assert_eq!((error.code, error.fields[0].field.as_str()), (ErrorCode::Validation, "name"));
    }
    let kept = json!({ "checkId": check["checkId"], "name": "שיווק 🙂", "sandbox": "dev" });
    assert_eq!(fresh.ok("save_profile", kept).await["profileName"], "שיווק 🙂");
}

#[tokio::test]
async fn the_wrong_file_is_named_for_what_it_is() {
    let fresh = FreshApp::start().await;
    for (text, word) in [
        (r#"{"META_SCOPES":["x"],"CLIENT_ID":"c","CLIENT_SECRET":"s"}"#, "1 January 2025"),
        ("-----BEGIN PRIVATE KEY-----", "1 January 2025"),
        ("col1,col2", "not a credential file"),
        ("", "empty"),
    ] {
        let error =
            fresh.fails("read_credential_file", json!({ "fileName": "f", "text": text })).await;
        assert_eq!(
            (error.code, error.owner, error.action),
            (ErrorCode::FileRejected, Owner::You, Action::ChooseFile)
        );
        assert!(error.title.contains(word), "{}", error.title);
    }
}

#[tokio::test]
async fn a_host_that_does_not_resolve_is_named() {
    let fresh = FreshApp::start().await;
    let mut typed = fresh.typed();
    typed["environment"]["signInUrl"] = json!("https://sign-in.invalid");
    let check = fresh.check(typed).await;
    assert_eq!(told(&check, "sign_in"), words("offline", "network", "retry"));
    assert!(step(&check, "sign_in")["summary"].as_str().unwrap().contains("sign-in.invalid"));
}

#[tokio::test]
async fn a_certificate_that_nobody_trusts_stops_before_anything_is_sent() {
    let fresh = FreshApp::beside(Emulator::builder().tls(true)).await;
    let check = fresh.check(fresh.typed()).await;
    assert_eq!(
        told(&check, "sign_in"),
        words("untrusted_certificate", "network", "copy_for_support")
    );
    assert_eq!(fresh.emulator.recording().all(), []);
}

#[tokio::test]
async fn a_proxys_page_is_not_called_a_wrong_secret() {
    let fresh = FreshApp::start().await;
    for status in [200, 403, 502] {
        fresh.emulator.faults().clear();
        fresh.emulator.faults().add(Fault::on(Route::CreateToken).html(status));
        let check = fresh.check(fresh.typed()).await;
        assert_eq!(
            told(&check, "sign_in"),
            words("not_the_platform", "network", "retry"),
            "{status}"
        );
    }
}

#[tokio::test]
async fn half_an_answer_and_an_error_that_says_success_are_told_apart() {
    let fresh = FreshApp::start().await;
    fresh.emulator.faults().add(Fault::on(Route::ListSandboxes).cut_body());
    let check = fresh.check(fresh.typed()).await;
    assert_eq!(told(&check, "sandboxes"), words("unreadable_answer", "adobe", "retry"));
    fresh.emulator.faults().clear();
    let body = json!({ "error_code": "429050", "message": "Too many requests" });
    fresh.emulator.faults().add(Fault::on(Route::ListSandboxes).status(200).body(body));
    let check = fresh.check(fresh.typed()).await;
    assert_eq!(told(&check, "sandboxes"), words("rate_limited", "adobe", "retry"));
}

#[tokio::test]
async fn an_unknown_sandbox_is_the_persons_to_choose_again() {
    let fresh = FreshApp::start().await;
    let session = fresh.sign_in().await;
    fresh.ok("disconnect", Value::Null).await;
    let body =
        json!({ "sandboxes": [{ "name": "other", "title": "Other", "type": "development" }] });
    fresh.emulator.faults().add(Fault::on(Route::ListSandboxes).status(200).body(body));
    let error = fresh.fails("connect", json!({ "profileId": session["profileId"] })).await;
    assert_eq!(
        (error.code, error.owner, error.action),
        (ErrorCode::SandboxNotFound, Owner::You, Action::SignIn)
    );
    assert!(error.title.contains("“dev”"), "{}", error.title);
    assert_eq!(fresh.ok("list_profiles", Value::Null).await.as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn an_argument_of_the_wrong_shape_is_refused_without_being_quoted() {
    let fresh = FreshApp::start().await;
    let args = json!({ "secret": { "kind": "typed", "secret": 7, "canary": "canary" } });
    let error = fresh.fails("check_connection", args).await;
    assert_eq!((error.code, error.owner), (ErrorCode::Internal, Owner::Inlet));
    assert!(!format!("{error:?}").contains("canary"));
    assert_eq!(fresh.fails("no_such_command", Value::Null).await.code, ErrorCode::Internal);
}
