//! The JSON of errors, which the window's code relies on: changing a word here changes what the window does.

use serde_json::{Value, json};

use crate::contract::error::{Action, AppError, ErrorCode, ErrorDetail, FieldProblem, Owner};

/// Fails to compile when a code is added without being pinned.
fn pinned(code: ErrorCode) -> &'static str {
    match code {
        ErrorCode::Validation => "validation",
        ErrorCode::NotConnected => "not_connected",
        ErrorCode::SignInRefused => "sign_in_refused",
        ErrorCode::TokenExpired => "token_expired",
        ErrorCode::PermissionMissing => "permission_missing",
        ErrorCode::OrganizationRefused => "organization_refused",
        ErrorCode::SandboxNotFound => "sandbox_not_found",
        ErrorCode::SourceNotOffered => "source_not_offered",
        ErrorCode::Offline => "offline",
        ErrorCode::UntrustedCertificate => "untrusted_certificate",
        ErrorCode::NotThePlatform => "not_the_platform",
        ErrorCode::UnreadableAnswer => "unreadable_answer",
        ErrorCode::RateLimited => "rate_limited",
        ErrorCode::PlatformTrouble => "platform_trouble",
        ErrorCode::Timeout => "timeout",
        ErrorCode::NotFound => "not_found",
        ErrorCode::Conflict => "conflict",
        ErrorCode::Refused => "refused",
        ErrorCode::OutcomeUnknown => "outcome_unknown",
        ErrorCode::SetupUnderWay => "setup_under_way",
        ErrorCode::KeychainUnavailable => "keychain_unavailable",
        ErrorCode::KeychainLocked => "keychain_locked",
        ErrorCode::SecretMissing => "secret_missing",
        ErrorCode::FileRejected => "file_rejected",
        ErrorCode::DiskFull => "disk_full",
        ErrorCode::NewerData => "newer_data",
        ErrorCode::Internal => "internal",
    }
}

const CODES: [ErrorCode; 27] = [
    ErrorCode::Validation,
    ErrorCode::NotConnected,
    ErrorCode::SignInRefused,
    ErrorCode::TokenExpired,
    ErrorCode::PermissionMissing,
    ErrorCode::OrganizationRefused,
    ErrorCode::SandboxNotFound,
    ErrorCode::SourceNotOffered,
    ErrorCode::Offline,
    ErrorCode::UntrustedCertificate,
    ErrorCode::NotThePlatform,
    ErrorCode::UnreadableAnswer,
    ErrorCode::RateLimited,
    ErrorCode::PlatformTrouble,
    ErrorCode::Timeout,
    ErrorCode::NotFound,
    ErrorCode::Conflict,
    ErrorCode::Refused,
    ErrorCode::OutcomeUnknown,
    ErrorCode::SetupUnderWay,
    ErrorCode::KeychainUnavailable,
    ErrorCode::KeychainLocked,
    ErrorCode::SecretMissing,
    ErrorCode::FileRejected,
    ErrorCode::DiskFull,
    ErrorCode::NewerData,
    ErrorCode::Internal,
];

fn written(error: &AppError) -> Value {
    serde_json::to_value(error).unwrap()
}

#[test]
fn every_code_keeps_its_word_and_its_place() {
    for code in CODES {
        let error = AppError::plain(code, Owner::You, Action::Retry, "t", "h");
        let expected = json!({ "code": pinned(code), "title": "t", "hint": "h", "owner": "you",
            "action": "retry", "fields": [] });
        assert_eq!(written(&error), expected);
    }
}

#[test]
fn owners_and_actions_keep_their_words() {
    let owners = [
        (Owner::You, "you"),
        (Owner::Administrator, "administrator"),
        (Owner::Adobe, "adobe"),
        (Owner::Source, "source"),
        (Owner::Network, "network"),
        (Owner::Inlet, "inlet"),
    ];
    for (owner, word) in owners {
        assert_eq!(serde_json::to_value(owner).unwrap(), word);
    }
    let actions = [
        (Action::Retry, "retry"),
        (Action::EditFields, "edit_fields"),
        (Action::SignIn, "sign_in"),
        (Action::AskAdministrator, "ask_administrator"),
        (Action::UnlockKeychain, "unlock_keychain"),
        (Action::OpenSetup, "open_setup"),
        (Action::ChooseFile, "choose_file"),
        (Action::FreeDisk, "free_disk"),
        (Action::UpdateApp, "update_app"),
        (Action::Reload, "reload"),
        (Action::CopyForSupport, "copy_for_support"),
    ];
    for (action, word) in actions {
        assert_eq!(serde_json::to_value(action).unwrap(), word);
    }
}

#[test]
fn fields_and_details_keep_their_names() {
    let problem = FieldProblem { field: "name".to_owned(), message: "m".to_owned() };
    let error = AppError::validation(vec![problem]).with_detail(ErrorDetail {
        status: Some(400),
        service: Some("s".to_owned()),
        platform_code: Some("c".to_owned()),
        message: Some("w".to_owned()),
        request_id: Some("r".to_owned()),
        administrator_text: Some("a".to_owned()),
    });
    let expected = json!({ "code": "validation", "title": "m", "hint": "", "owner": "you",
        "action": "edit_fields", "fields": [{ "field": "name", "message": "m" }],
        "detail": { "status": 400, "service": "s", "platformCode": "c", "message": "w", "requestId": "r",
            "administratorText": "a" } });
    assert_eq!(written(&error), expected);
}
