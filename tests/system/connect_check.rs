//! Checking a sign-in: one tick after the other, each failure with its owner, nothing typed twice.

use aep_emulator::{Emulator, Fault, Role, Route};
use app_core::contract::error::{Action, ErrorCode, Owner};
use inlet_tests::fresh_app::{FreshApp, step};
use serde_json::{Value, json};

fn states(check: &Value) -> Vec<(&str, &str)> {
    let steps = check["steps"].as_array().unwrap();
    steps
        .iter()
        .map(|step| (step["id"].as_str().unwrap(), step["state"].as_str().unwrap()))
        .collect()
}

/// A role that lacks a permission on this route.
fn forbidden(route: Route) -> Fault {
    let body =
        json!({ "title": "Forbidden", "status": 403, "detail": "not allowed", "type": "t/0403" });
    Fault::on(route).status(403).body(body)
}

#[tokio::test]
async fn a_credential_that_may_do_everything_passes_every_check() {
    let fresh = FreshApp::start().await;
    let check = fresh.check(fresh.typed()).await;
    let ids = ["sign_in", "sandboxes", "schemas", "datasets", "sources", "mappings", "pendo"];
    assert_eq!(states(&check), ids.map(|id| (id, "passed")));
    assert_eq!((check["usable"].as_bool(), check["sandbox"].as_str()), (Some(true), Some("dev")));
    let summary = step(&check, "sandboxes")["summary"].as_str().unwrap();
    assert_eq!(summary, "3 found: Prod (production), Development, Staging");
}

#[tokio::test]
async fn a_check_answers_at_once_and_shows_what_is_under_way() {
    let fresh = FreshApp::start().await;
    let delay = std::time::Duration::from_secs(600);
    fresh.emulator.faults().add(Fault::on(Route::CreateToken).delay(delay));
    let started = fresh.ok("check_connection", fresh.typed()).await;
    assert_eq!(started["done"], false);
    let id = json!({ "checkId": started["checkId"] });
    let running = |check: &Value| step(check, "sign_in")["state"] == "running";
    let check = fresh.until("get_connection_check", id, running).await;
    assert_eq!(
        (&step(&check, "sandboxes")["state"], &check["done"]),
        (&json!("waiting"), &json!(false))
    );
}

#[tokio::test]
async fn a_wrong_secret_is_the_persons_to_correct_and_nothing_else_is_tried() {
    let fresh = FreshApp::start().await;
    let mut typed = fresh.typed();
    typed["secret"]["secret"] = json!("p8e-mistyped");
    let check = fresh.check(typed).await;
    let problem = &step(&check, "sign_in")["problem"];
    assert_eq!(problem["code"], "sign_in_refused");
    assert_eq!(
        (problem["owner"].as_str(), problem["action"].as_str()),
        (Some("you"), Some("edit_fields"))
    );
    assert_eq!(problem["title"], "Adobe did not accept the client secret");
    assert!(states(&check)[1..].iter().all(|(_, state)| *state == "skipped"));
    assert_eq!(check["usable"], false);
    assert_eq!(fresh.emulator.recording().count(Route::ListSandboxes), 0);
}

#[tokio::test]
async fn not_signed_in_and_not_allowed_are_worded_apart() {
    let fresh = FreshApp::start().await;
    let check = fresh.check(fresh.typed_as(Role::NoProfile)).await;
    assert_eq!(step(&check, "sign_in")["state"], "passed");
    let problem = &step(&check, "sandboxes")["problem"];
    assert_eq!(problem["code"], "organization_refused");
    assert_eq!(problem["owner"], "administrator");
    let text = problem["detail"]["administratorText"].as_str().unwrap();
    assert!(text.starts_with("Please") && text.contains("product profile"), "{text}");
    assert!(text.contains(&fresh.emulator.credential(Role::NoProfile).client_id), "{text}");
}

#[tokio::test]
async fn one_missing_permission_fails_one_step_and_does_not_block() {
    let fresh = FreshApp::start().await;
    fresh.emulator.faults().add(forbidden(Route::ListDatasets));
    let check = fresh.check(fresh.typed()).await;
    let failed: Vec<_> =
        states(&check).into_iter().filter(|(_, state)| *state == "failed").collect();
    assert_eq!(failed, [("datasets", "failed")]);
    let problem = &step(&check, "datasets")["problem"];
    assert_eq!(
        (problem["code"].as_str(), problem["action"].as_str()),
        (Some("permission_missing"), Some("ask_administrator"))
    );
    let text = problem["detail"]["administratorText"].as_str().unwrap();
    assert!(text.contains("View Datasets") && text.contains("Sandbox: dev"), "{text}");
    let kept = json!({ "checkId": check["checkId"], "name": "View only", "sandbox": "dev" });
    assert_eq!(fresh.ok("save_profile", kept).await["sandbox"]["name"], "dev");
}

#[tokio::test]
async fn an_organisation_without_pendo_is_told_so_with_a_text_to_forward() {
    let emulator = Emulator::builder().switches(|switches| switches.pendo_offered = false);
    let fresh = FreshApp::beside(emulator).await;
    let check = fresh.check(fresh.typed()).await;
    let problem = &step(&check, "pendo")["problem"];
    assert_eq!(
        (problem["code"].as_str(), problem["owner"].as_str()),
        (Some("source_not_offered"), Some("administrator"))
    );
    assert!(problem["detail"]["administratorText"].as_str().unwrap().contains("Azure"));
    assert_eq!(check["usable"], true);
}

#[tokio::test]
async fn a_credential_file_fills_the_fields_and_its_secret_stays_behind() {
    let fresh = FreshApp::start().await;
    let credential = fresh.emulator.credential(Role::Full);
    let file = json!({ "CLIENT_ID": credential.client_id, "CLIENT_SECRETS": [credential.client_secret],
        "ORG_ID": fresh.emulator.org_id() });
    let args = json!({ "fileName": "oauth.json", "text": file.to_string() });
    let read = fresh.ok("read_credential_file", args).await;
    assert_eq!(
        (read["clientId"].as_str(), read["fieldsRead"].as_u64()),
        (Some(credential.client_id.as_str()), Some(3))
    );
    assert!(!read.to_string().contains(&credential.client_secret));
    let mut typed = fresh.typed();
    typed["secret"] = json!({ "kind": "from_file", "handle": read["secretHandle"] });
    assert_eq!(fresh.check(typed).await["usable"], true);
}

#[tokio::test]
async fn check_again_needs_no_secret_a_second_time() {
    let fresh = FreshApp::start().await;
    fresh.emulator.faults().add(forbidden(Route::ListSchemas).times(1));
    let first = fresh.check(fresh.typed()).await;
    assert_eq!(step(&first, "schemas")["state"], "failed");
    let mut typed = fresh.typed();
    typed["secret"] = json!({ "kind": "same_as", "checkId": first["checkId"] });
    let second = fresh.check(typed).await;
    assert_eq!(step(&second, "schemas")["state"], "passed");
}

#[tokio::test]
async fn what_was_left_out_around_a_secret_is_said() {
    let fresh = FreshApp::start().await;
    let mut typed = fresh.typed();
    typed["secret"]["secret"] = json!(format!(" \"{}\"\n", fresh.emulator.client_secret()));
    let check = fresh.check(typed).await;
    let summary = step(&check, "sign_in")["summary"].as_str().unwrap();
    assert!(summary.contains("were left out"), "{summary}");
}

#[tokio::test]
async fn a_pasted_token_signs_in_for_as_long_as_it_lasts_and_is_not_kept() {
    let fresh = FreshApp::start().await;
    let token = fresh.emulator.issue_token();
    let mut typed = fresh.typed();
    typed["secret"] = json!({ "kind": "access_token", "token": format!("Bearer {token}") });
    let session = fresh.sign_in_with(typed.clone()).await;
    assert!(session.get("profileId").is_none());
    assert_eq!(fresh.ok("list_profiles", Value::Null).await, json!([]));
    assert!(!fresh.written().contains(&token));
    fresh.emulator.expire_tokens();
    let listed = fresh.ok("list_flows", json!({ "refresh": true })).await;
    assert_eq!(
        (&listed["problem"]["code"], &listed["problem"]["action"]),
        (&json!("token_expired"), &json!("sign_in"))
    );
    let check = fresh.check(typed).await;
    assert_eq!(step(&check, "sign_in")["problem"]["code"], "token_expired");
}

#[tokio::test]
async fn a_sandbox_that_is_not_there_is_never_replaced_by_another() {
    let fresh = FreshApp::start().await;
    let mut typed = fresh.typed();
    typed["sandbox"] = json!("dve");
    let check = fresh.check(typed).await;
    assert_eq!(step(&check, "sandboxes")["problem"]["code"], "sandbox_not_found");
    assert_eq!(
        check["sandboxes"].as_array().unwrap().len(),
        3,
        "the right ones are there to choose from"
    );
    assert_eq!(check["usable"], false);
}

#[tokio::test]
async fn a_check_that_is_forgotten_says_so() {
    let fresh = FreshApp::start().await;
    let error = fresh.fails("get_connection_check", json!({ "checkId": "other" })).await;
    assert_eq!(
        (error.code, error.owner, error.action),
        (ErrorCode::NotFound, Owner::You, Action::Reload)
    );
    let kept = json!({ "checkId": "other", "name": "n", "sandbox": "dev" });
    assert_eq!(fresh.fails("save_profile", kept).await.code, ErrorCode::NotFound);
}
