//! What each failure on the wire means: code, owner and action, line by line.

use std::time::Duration;

use aep_client::{ApiProblem, Error, Origin};

use super::Asker;
use crate::contract::error::{Action, AppError, ErrorCode, Owner};

fn problem(origin: Origin, status: u16, code: Option<&str>) -> ApiProblem {
    ApiProblem {
        status,
        origin,
        code: code.map(str::to_owned),
        title: Some("Title".to_owned()),
        detail: Some("Detail".to_owned()),
        request_id: Some("req-1".to_owned()),
        retry_after: None,
        operation: "GET /flows".to_owned(),
    }
}

fn api(origin: Origin, status: u16, code: Option<&str>) -> Error {
    Error::Api(Box::new(problem(origin, status, code)))
}

fn sign_in(status: u16, error: &str, description: &str) -> Error {
    Error::SignIn { status, error: error.to_owned(), description: description.to_owned() }
}

fn host() -> String {
    "h.example".to_owned()
}

type Line = (Error, ErrorCode, Owner, Action);

fn check(lines: impl IntoIterator<Item = Line>) {
    for (error, code, owner, action) in lines {
        let told = AppError::from(error.clone());
        assert_eq!((told.code, told.owner, told.action), (code, owner, action), "{error:?}");
        assert!(!told.title.is_empty() && !told.title.ends_with('.'), "{}", told.title);
    }
}

#[test]
fn failures_of_the_network_are_told_apart() {
    use ErrorCode as C;
    let text = |text: &str| text.to_owned();
    check([
        (Error::HostNotFound { host: host() }, C::Offline, Owner::Network, Action::Retry),
        (
            Error::Connect { host: host(), detail: text("refused") },
            C::Offline,
            Owner::Network,
            Action::Retry,
        ),
        (
            Error::Untrusted { host: host(), detail: text("UnknownIssuer") },
            C::UntrustedCertificate,
            Owner::Network,
            Action::CopyForSupport,
        ),
        (
            Error::Timeout { host: host(), while_connecting: true },
            C::Timeout,
            Owner::Network,
            Action::Retry,
        ),
        (
            Error::Timeout { host: host(), while_connecting: false },
            C::Timeout,
            Owner::Adobe,
            Action::Retry,
        ),
        (
            Error::Interrupted { host: host(), detail: text("reset") },
            C::UnreadableAnswer,
            Owner::Network,
            Action::Retry,
        ),
        (
            Error::NotJson { status: 200, content_type: text("text/html"), excerpt: text("Hi") },
            C::NotThePlatform,
            Owner::Network,
            Action::Retry,
        ),
        (
            Error::Redirected { status: 302, to: host() },
            C::NotThePlatform,
            Owner::Network,
            Action::Retry,
        ),
        (
            Error::ForeignLink { host: host() },
            C::NotThePlatform,
            Owner::Adobe,
            Action::CopyForSupport,
        ),
        (
            Error::Decode { path: text("/flows"), detail: text("it ends in the middle") },
            C::UnreadableAnswer,
            Owner::Adobe,
            Action::Retry,
        ),
        (
            Error::TooLarge { path: text("/flows"), limit: 1 },
            C::UnreadableAnswer,
            Owner::Adobe,
            Action::Retry,
        ),
    ]);
}

#[test]
fn a_refused_sign_in_says_whose_it_is() {
    use ErrorCode as C;
    check([
        (
            sign_in(400, "invalid_client", "invalid client_secret parameter"),
            C::SignInRefused,
            Owner::You,
            Action::SignIn,
        ),
        (
            sign_in(400, "invalid_client", "invalid client_id parameter"),
            C::SignInRefused,
            Owner::You,
            Action::SignIn,
        ),
        (
            sign_in(400, "invalid_scope", ""),
            C::SignInRefused,
            Owner::Administrator,
            Action::AskAdministrator,
        ),
        (sign_in(429, "slow_down", ""), C::RateLimited, Owner::Adobe, Action::Retry),
        (sign_in(503, "server_error", ""), C::PlatformTrouble, Owner::Adobe, Action::Retry),
        (Error::TokenExpired, C::TokenExpired, Owner::You, Action::SignIn),
    ]);
    let id = AppError::from(sign_in(400, "invalid_client", "invalid client_id parameter"));
    let secret = AppError::from(sign_in(400, "invalid_client", "invalid client_secret parameter"));
    assert!(id.title.contains("client ID") && secret.title.contains("client secret"));
}

#[test]
fn the_gateways_codes_are_understood() {
    use ErrorCode as C;
    let gateway = |status, code| api(Origin::Gateway, status, Some(code));
    check([
        (gateway(401, "401013"), C::SignInRefused, Owner::You, Action::SignIn),
        (gateway(403, "403003"), C::SignInRefused, Owner::You, Action::SignIn),
        (gateway(403, "403025"), C::OrganizationRefused, Owner::You, Action::SignIn),
        (gateway(400, "400003"), C::OrganizationRefused, Owner::You, Action::SignIn),
        (
            gateway(403, "403027"),
            C::OrganizationRefused,
            Owner::Administrator,
            Action::AskAdministrator,
        ),
        (gateway(403, "403010"), C::NotThePlatform, Owner::Network, Action::CopyForSupport),
        (gateway(429, "429050"), C::RateLimited, Owner::Adobe, Action::Retry),
        (
            gateway(200, "403027"),
            C::OrganizationRefused,
            Owner::Administrator,
            Action::AskAdministrator,
        ),
        (gateway(200, "429050"), C::RateLimited, Owner::Adobe, Action::Retry),
    ]);
}

#[test]
fn the_services_codes_are_understood_by_service_and_status() {
    use ErrorCode as C;
    let flow = |status, code| api(Origin::FlowService, status, Some(code));
    check([
        (flow(401, "2000-401"), C::OrganizationRefused, Owner::You, Action::SignIn),
        (flow(400, "2115-400"), C::SignInRefused, Owner::You, Action::SignIn),
        (flow(404, "2101-404"), C::SandboxNotFound, Owner::You, Action::SignIn),
        (
            flow(403, "2118-403"),
            C::PermissionMissing,
            Owner::Administrator,
            Action::AskAdministrator,
        ),
        (
            flow(403, "2120-403"),
            C::PermissionMissing,
            Owner::Administrator,
            Action::AskAdministrator,
        ),
        (flow(404, "1439-404"), C::NotFound, Owner::You, Action::Reload),
        (flow(400, "1439-400"), C::NotFound, Owner::You, Action::Reload),
        (flow(200, "1439-404"), C::NotFound, Owner::You, Action::Reload),
        (flow(412, "1404-412"), C::Conflict, Owner::You, Action::Reload),
        (flow(400, "1425-400"), C::Refused, Owner::You, Action::CopyForSupport),
        (flow(400, "1999-400"), C::Refused, Owner::Adobe, Action::CopyForSupport),
        (flow(500, "1102-500"), C::PlatformTrouble, Owner::Adobe, Action::Retry),
        // The same number means other things elsewhere.
        (
            api(Origin::Catalog, 400, Some("2101-400")),
            C::Refused,
            Owner::Adobe,
            Action::CopyForSupport,
        ),
        (
            api(Origin::SchemaRegistry, 403, None),
            C::PermissionMissing,
            Owner::Administrator,
            Action::AskAdministrator,
        ),
        (api(Origin::Inlet, 413, None), C::Refused, Owner::You, Action::EditFields),
        (api(Origin::DataPrep, 503, None), C::PlatformTrouble, Owner::Adobe, Action::Retry),
    ]);
}

#[test]
fn a_refusal_is_told_in_the_words_of_the_error_book_with_adobes_own_behind_them() {
    let told = AppError::from(api(Origin::FlowService, 400, Some("1447-400")));
    assert_eq!(told.title, "Still used by a dataflow");
    assert!(told.hint.ends_with("Adobe says: Detail"), "{}", told.hint);
    let unknown = AppError::from(api(Origin::Catalog, 400, Some("1447-400")));
    assert_eq!(unknown.title, "Adobe did not accept this request");
}

#[test]
fn an_unknown_outcome_never_suggests_to_do_it_again_unseen() {
    let cause = Error::Timeout { host: host(), while_connecting: false };
    let error =
        Error::OutcomeUnknown { operation: "POST /flows".to_owned(), cause: Box::new(cause) };
    check([(error.clone(), ErrorCode::OutcomeUnknown, Owner::Adobe, Action::Reload)]);
    assert!(AppError::from(error).hint.contains("look before you repeat it"));
}

#[test]
fn what_the_client_refuses_lands_on_its_field() {
    for (field, path) in [
        ("x-gw-ims-org-id", "organization"),
        ("client_id", "clientId"),
        ("base_url", "environment.platformUrl"),
    ] {
        let told = AppError::from(Error::Config { field, reason: "is odd".to_owned() });
        assert_eq!((told.code, told.fields[0].field.as_str()), (ErrorCode::Validation, path));
    }
}

#[test]
fn a_missing_permission_comes_with_a_text_for_the_administrator() {
    let asker = Asker {
        organization: "1A@AdobeOrg".to_owned(),
        client_id: "c1".to_owned(),
        sandbox: Some("dev".to_owned()),
    };
    let told =
        AppError::from_platform(&api(Origin::FlowService, 403, Some("2118-403")), Some(&asker));
    let text = told.detail.unwrap().administrator_text.unwrap();
    for part in ["Please", "View Sources", "1A@AdobeOrg", "c1", "dev", "2118-403", "req-1", "Roles"]
    {
        assert!(text.contains(part), "{part} is missing in: {text}");
    }
    let mut write = problem(Origin::Catalog, 403, None);
    write.operation = "POST /dataSets".to_owned();
    let told = AppError::from(Error::Api(Box::new(write)));
    assert!(told.detail.unwrap().administrator_text.unwrap().contains("Manage Datasets"));
}

#[test]
fn please_is_said_to_administrators_only() {
    let all = [
        Error::TokenExpired,
        Error::HostNotFound { host: host() },
        sign_in(400, "invalid_client", ""),
        api(Origin::FlowService, 404, None),
        api(Origin::FlowService, 412, None),
        api(Origin::FlowService, 400, None),
    ];
    for error in all {
        let told = AppError::from(error);
        let words = format!("{} {}", told.title, told.hint).to_lowercase();
        assert!(!words.contains("please") && !words.contains('!'), "{words}");
    }
}

#[test]
fn a_wait_that_adobe_asks_for_is_said() {
    let mut problem = problem(Origin::Gateway, 429, Some("429050"));
    problem.retry_after = Some(Duration::from_secs(90));
    let told = AppError::from(Error::Api(Box::new(problem)));
    assert_eq!(told.hint, "Adobe asks to wait 90 seconds.");
}

#[test]
fn no_streaming_endpoint_comes_through_in_adobes_words() {
    let canary = "ab12".repeat(16);
    let mut problem = problem(Origin::Inlet, 400, None);
    problem.detail = Some(format!("[{canary}] at https://dcs.example/collection/{canary} failed"));
    let told = format!("{:?}", AppError::from(Error::Api(Box::new(problem))));
    assert!(!told.contains(&canary), "{told}");
}
