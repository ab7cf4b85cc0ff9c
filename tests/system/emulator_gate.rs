//! Who the emulator lets in, and the code with which it turns others away.

use aep_emulator::{Emulator, Role, Route};
use inlet_tests::made::dataflow;
use inlet_tests::raw::Caller;
use serde_json::json;

async fn start() -> (Emulator, Caller) {
    let emulator = Emulator::builder().start().await.expect("a loopback port is free");
    let caller = Caller::of(&emulator).await;
    (emulator, caller)
}

#[tokio::test]
async fn each_missing_or_wrong_header_has_its_own_code() {
    let (_emulator, caller) = start().await;
    let table = [
        (caller.clone().without("authorization"), 403, "403010"),
        (caller.clone().with("authorization", "Bearer nobody"), 401, "401013"),
        (caller.clone().without("x-api-key"), 403, "403000"),
        (caller.clone().with("x-api-key", "someone-else"), 403, "403003"),
        (caller.clone().without("x-gw-ims-org-id"), 400, "400003"),
        (caller.clone().with("x-gw-ims-org-id", "FFFF@AdobeOrg"), 403, "403025"),
        (caller.clone().with("x-gw-ims-org-id", "no suffix"), 403, "403027"),
        (caller.clone().without("x-sandbox-name"), 400, "FLOW-2105-400"),
        (caller.clone().with("x-sandbox-name", "nowhere"), 404, "FLOW-2101-404"),
        (caller.clone().with("x-sandbox-name", "*"), 403, "FLOW-2111-403"),
        (caller.clone().with("x-sandbox-id", "1"), 400, "FLOW-2110-400"),
    ];
    for (someone, status, code) in table {
        let refusal = someone.get("/flowservice/flows").await.refusal();
        assert_eq!(refusal, (status, code.to_owned()));
    }
    assert_eq!(caller.get("/flowservice/flows").await.status, 200);
}

#[tokio::test]
async fn every_service_needs_a_sandbox_but_the_one_that_lists_them() {
    let (_emulator, caller) = start().await;
    let nowhere = caller.without("x-sandbox-name");
    for path in [
        "/schemaregistry/stats",
        "/catalog/dataSets",
        "/conversion/mappingSets",
        "/flowservice/runs",
    ] {
        assert_eq!(nowhere.get(path).await.status, 400, "{path}");
    }
    let sandboxes = nowhere.get("/sandbox-management/").await.json();
    assert_eq!(sandboxes["sandboxes"][0]["name"], "prod");
    assert_eq!(sandboxes["sandboxes"][0]["type"], "production");
    assert_eq!(sandboxes["sandboxes"][1]["type"], "development");
}

#[tokio::test]
async fn what_is_made_in_one_sandbox_does_not_exist_in_another() {
    let (_emulator, caller) = start().await;
    let made = dataflow(&caller).await;
    let elsewhere = caller.with("x-sandbox-name", "dev");
    let path = format!("/flowservice/flows/{}", made.flow);
    assert_eq!(elsewhere.get(&path).await.refusal(), (404, "FLOW-1439-404".to_owned()));
    assert_eq!(elsewhere.get("/flowservice/flows").await.json()["items"], json!([]));
    assert_eq!(elsewhere.get("/catalog/dataSets").await.json(), json!({}));
}

#[tokio::test]
async fn a_wrong_id_and_a_wrong_secret_differ_in_their_description_alone() {
    let (emulator, caller) = start().await;
    let wrong_id = caller.ask_token("nobody", "x").await;
    let wrong_secret = caller.ask_token(emulator.client_id(), "x").await;
    assert_eq!(wrong_id.refusal(), (400, "invalid_client".to_owned()));
    assert_eq!(wrong_secret.refusal(), (400, "invalid_client".to_owned()));
    assert_ne!(wrong_id.text, wrong_secret.text);
}

#[tokio::test]
async fn a_token_that_expired_is_refused_and_a_new_one_is_not() {
    let (emulator, caller) = start().await;
    emulator.expire_tokens();
    let refusal = caller.get("/flowservice/flows").await.refusal();
    assert_eq!(refusal, (401, "401013".to_owned()));
    let again = caller.with("authorization", &format!("Bearer {}", emulator.issue_token()));
    assert_eq!(again.get("/flowservice/flows").await.status, 200);
}

#[tokio::test]
async fn a_viewer_reads_everything_and_is_told_which_permission_writing_needs() {
    let (emulator, _) = start().await;
    let viewer = Caller::with_role(&emulator, Role::ViewOnly).await;
    assert_eq!(viewer.get("/flowservice/flows").await.status, 200);
    let cases = [
        ("/flowservice/sourceConnections", "Manage Sources"),
        ("/schemaregistry/tenant/schemas", "Manage Schemas"),
        ("/catalog/dataSets", "Manage Datasets"),
    ];
    for (path, permission) in cases {
        let refused = viewer.post(path, json!({})).await;
        assert_eq!(refused.status, 403, "{path}");
        assert!(refused.text.contains(permission), "{}", refused.text);
    }
    let flow_service = viewer.post("/flowservice/flows", json!({})).await.refusal();
    assert_eq!(flow_service, (403, "FLOW-2118-403".to_owned()));
}

#[tokio::test]
async fn a_credential_without_a_product_profile_signs_in_and_gets_no_further() {
    let (emulator, _) = start().await;
    let nobody = Caller::with_role(&emulator, Role::NoProfile).await;
    for path in ["/sandbox-management/", "/schemaregistry/stats", "/flowservice/flows"] {
        assert_eq!(nobody.get(path).await.refusal(), (403, "403027".to_owned()), "{path}");
    }
}

#[tokio::test]
async fn what_is_not_built_answers_501_and_not_404() {
    let (emulator, caller) = start().await;
    for path in ["/flowservice/policies", "/catalog/batches", "/nothing"] {
        assert_eq!(caller.get(path).await.status, 501, "{path}");
    }
    assert!(emulator.recording().all().iter().any(|request| request.route.is_none()));
}

#[tokio::test]
async fn requests_are_recorded_with_their_secrets_taken_out() {
    let (emulator, caller) = start().await;
    caller.get("/flowservice/flows?limit=3").await;
    let recorded = emulator.recording().of(Route::ListFlows);
    assert_eq!(recorded.len(), 1);
    assert_eq!((recorded[0].query.as_str(), recorded[0].status), ("limit=3", Some(200)));
    assert_eq!(recorded[0].header("x-sandbox-name"), Some("prod"));
    assert_eq!(recorded[0].header("Authorization"), Some("Bearer [redacted]"));
    let all = format!("{:?}", emulator.recording().all());
    assert!(!all.contains(emulator.client_secret()));
}

#[tokio::test]
async fn an_address_that_is_not_loopback_is_not_listened_on() {
    let open = "0.0.0.0:0".parse().expect("an address");
    let refused = Emulator::builder().listen(open).start().await;
    assert_eq!(refused.expect_err("it is refused").kind(), std::io::ErrorKind::InvalidInput);
}
