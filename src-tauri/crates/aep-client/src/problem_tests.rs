//! The five shapes of error body, one test each.

use super::{ApiProblem, Origin, read};

fn problem(status: u16, code: &str) -> ApiProblem {
    ApiProblem {
        status,
        origin: Origin::FlowService,
        code: Some(code.to_owned()),
        title: None,
        detail: Some("No such flow".to_owned()),
        request_id: Some("r-1".to_owned()),
        retry_after: None,
        operation: "GET /flows/{id}".to_owned(),
    }
}

#[test]
fn the_gateway_names_a_code_of_six_digits() {
    let said = read(br#"{"error_code":"401013","message":"Token is not valid"}"#).unwrap();
    assert!(said.gateway);
    assert_eq!(said.code.as_deref(), Some("401013"));
    assert_eq!(said.detail.as_deref(), Some("Token is not valid"));
}

#[test]
fn the_sign_in_service_names_an_error_and_describes_it() {
    let said = read(br#"{"error":"invalid_client","error_description":"bad secret"}"#).unwrap();
    assert_eq!(said.code.as_deref(), Some("invalid_client"));
    assert_eq!(said.detail.as_deref(), Some("bad secret"));
}

#[test]
fn the_schema_registry_hides_its_sentence_in_the_report() {
    let body =
        br#"{"type":"http://ns.adobe.com/aep/errors/XDM-1521-400","title":"Title not unique",
        "status":400,"report":{"registryRequestId":"q-7","detailed-message":"Choose another title"},
        "detail":"short"}"#;
    let said = read(body).unwrap();
    assert_eq!(said.code.as_deref(), Some("XDM-1521-400"));
    assert_eq!(said.detail.as_deref(), Some("Choose another title"));
    assert_eq!(said.request_id.as_deref(), Some("q-7"));
}

#[test]
fn flow_service_codes_lose_their_prefix() {
    let body = br#"{"type":"https://ns.adobe.com/aep/errors/FLOW-1439-404","title":"Not found",
        "status":404,"report":{"request-id":"q-8","id":"f"},"errorMessage":"No such flow"}"#;
    let said = read(body).unwrap();
    assert_eq!(said.code.as_deref(), Some("1439-404"));
    assert_eq!(said.detail.as_deref(), Some("No such flow"));
    assert_eq!(said.request_id.as_deref(), Some("q-8"));
}

#[test]
fn the_short_form_of_a_stale_version_is_understood() {
    let said = read(br#"{"errorMessage":"Supplied version does not match"}"#).unwrap();
    assert_eq!(said.detail.as_deref(), Some("Supplied version does not match"));
    assert_eq!(said.code, None);
}

#[test]
fn an_inlet_sends_its_status_as_text_and_names_no_code() {
    let body = br#"{"type":"https://ns.adobe.com/adobecloud/problem/inlet","status":"401",
        "title":"Authorization","report":{"message":"no token"}}"#;
    let said = read(body).unwrap();
    assert_eq!(said.code, None);
    assert_eq!(said.title.as_deref(), Some("Authorization"));
    assert_eq!(said.detail.as_deref(), Some("no token"));
}

#[test]
fn a_body_that_is_no_error_is_not_taken_for_one() {
    for body in [&br#"{"items":[]}"#[..], br#"["@/dataSets/1"]"#, b"<html>", b"", br#"{"id":"1"}"#]
    {
        assert_eq!(read(body), None, "{}", String::from_utf8_lossy(body));
    }
}

#[test]
fn not_found_is_a_404_or_one_of_two_codes_of_flow_service() {
    assert!(problem(404, "1439-404").is_not_found());
    assert!(problem(400, "1439-400").is_not_found());
    assert!(!problem(400, "1447-400").is_not_found());
}

#[test]
fn a_problem_prints_what_support_needs() {
    assert_eq!(
        problem(404, "1439-404").to_string(),
        "GET /flows/{id}: No such flow (HTTP 404, code 1439-404, request r-1)"
    );
    assert_eq!(problem(404, "1439-404").short_code(), Some("1439"));
    assert_eq!(problem(403, "403027").short_code(), Some("403027"));
}
