//! From what happened on the wire to what it means: every kind of `aep_client::Error` in words.

use aep_client::Error;

use super::administrator::{self, Asker};
use super::redact::redact;
use super::refusal;
use crate::contract::error::{Action, AppError, ErrorCode, ErrorDetail, FieldProblem, Owner};

impl From<Error> for AppError {
    fn from(error: Error) -> Self {
        Self::from_platform(&error, None)
    }
}

impl AppError {
    /// What an error of the client means; `asker` makes the text for the administrator complete.
    pub(crate) fn from_platform(error: &Error, asker: Option<&Asker>) -> Self {
        match error {
            Error::Api(problem) => refusal::explain(problem, asker),
            Error::SignIn { status, error, description } => {
                sign_in(*status, error, description, asker)
            }
            Error::TokenExpired => token_expired(),
            Error::Config { field, reason } => configuration(field, reason),
            Error::OutcomeUnknown { operation, cause } => outcome_unknown(operation, cause),
            other => no_answer(other),
        }
    }
}

fn sign_in(status: u16, error: &str, description: &str, asker: Option<&Asker>) -> AppError {
    let detail = ErrorDetail {
        status: Some(status),
        service: Some("Adobe sign-in".to_owned()),
        platform_code: Some(error.to_owned()),
        message: Some(redact(description)),
        ..ErrorDetail::default()
    };
    if status == 429 || status >= 500 {
        return refusal::trouble(status, None).with_detail(detail);
    }
    if matches!(error, "invalid_scope" | "unauthorized_client") {
        let text = administrator::ask_for_api(asker);
        return AppError::plain(
            ErrorCode::SignInRefused,
            Owner::Administrator,
            Action::AskAdministrator,
            "This credential is not meant for Experience Platform",
            "Your administrator can add the Experience Platform API to its project.",
        )
        .with_detail(ErrorDetail { administrator_text: Some(text), ..detail });
    }
    // The service tells a wrong id from a wrong secret in its description only: good for words, not for deciding.
    let (title, hint) = if description.contains("client_id") {
        (
            "Adobe does not know this client ID",
            "Compare it with the credential in the Developer Console.",
        )
    } else {
        (
            "Adobe did not accept the client secret",
            "It was replaced, or not copied whole. Copy it again from the Developer Console.",
        )
    };
    AppError::plain(ErrorCode::SignInRefused, Owner::You, Action::SignIn, title, hint)
        .with_detail(detail)
}

fn token_expired() -> AppError {
    AppError::plain(
        ErrorCode::TokenExpired,
        Owner::You,
        Action::SignIn,
        "The pasted access token has run out",
        "A token lasts 24 hours. Paste a new one, or sign in with a client secret, which Inlet renews by itself.",
    )
}

/// The client refused to work with what it was given: a field of the sign-in, in most cases.
fn configuration(field: &str, reason: &str) -> AppError {
    let (path, name) = match field {
        "org_id" | "x-gw-ims-org-id" => ("organization", "The organisation ID"),
        "client_id" | "x-api-key" => ("clientId", "The client ID"),
        "credential" | "authorization" => ("secret", "The secret"),
        "base_url" => ("environment.platformUrl", "The platform address"),
        "ims_url" => ("environment.signInUrl", "The sign-in address"),
        "x-sandbox-name" => ("sandbox", "The sandbox name"),
        _ => return AppError::internal("a connection cannot be built from these settings"),
    };
    AppError::validation(vec![FieldProblem {
        field: path.to_owned(),
        message: format!("{name} {reason}"),
    }])
}

fn outcome_unknown(operation: &str, cause: &Error) -> AppError {
    let cause = AppError::from_platform(cause, None);
    let detail = cause.detail.map(|detail| *detail).unwrap_or_default();
    AppError::plain(
        ErrorCode::OutcomeUnknown,
        cause.owner,
        Action::Reload,
        "It is not known whether Adobe carried this out",
        format!("{}. It was not sent a second time; look before you repeat it.", cause.title),
    )
    .with_detail(ErrorDetail {
        message: Some(format!("{operation} had no readable answer")),
        ..detail
    })
}

/// Code, owner, action, title and hint of a failure.
type Words = (ErrorCode, Owner, Action, String, &'static str);

/// No answer, or one that is not the platform's.
fn no_answer(error: &Error) -> AppError {
    let Some((code, owner, action, title, hint)) = unreached(error).or_else(|| strange(error))
    else {
        return AppError::internal("an unknown kind of connection problem");
    };
    AppError::plain(code, owner, action, title, hint).with_detail(ErrorDetail {
        status: error.status(),
        message: Some(redact(&error.to_string())),
        ..ErrorDetail::default()
    })
}

/// Nobody answered, or not to the end.
fn unreached(error: &Error) -> Option<Words> {
    Some(match error {
        Error::HostNotFound { host } => (
            ErrorCode::Offline,
            Owner::Network,
            Action::Retry,
            format!("The address {host} was not found"),
            "This computer is offline, or the address has a typing mistake.",
        ),
        Error::Connect { host, .. } => (
            ErrorCode::Offline,
            Owner::Network,
            Action::Retry,
            format!("{host} could not be reached"),
            "This computer is offline, or a firewall or proxy is in the way.",
        ),
        Error::Untrusted { host, .. } => (
            ErrorCode::UntrustedCertificate,
            Owner::Network,
            Action::CopyForSupport,
            format!("The certificate of {host} is not trusted"),
            "Often a company proxy that reads along. Your IT department can add its certificate to this computer. Nothing was sent.",
        ),
        Error::Timeout { host, while_connecting } => (
            ErrorCode::Timeout,
            if *while_connecting { Owner::Network } else { Owner::Adobe },
            Action::Retry,
            format!("{host} did not answer in time"),
            "This happens when the network or Adobe is slow.",
        ),
        Error::Interrupted { host, .. } => (
            ErrorCode::UnreadableAnswer,
            Owner::Network,
            Action::Retry,
            format!("The connection to {host} broke before the answer was complete"),
            "This happens when a network changes or a proxy gives up.",
        ),
        _ => return None,
    })
}

/// Something answered, but not as the platform does.
fn strange(error: &Error) -> Option<Words> {
    Some(match error {
        Error::NotJson { .. } | Error::Redirected { .. } => (
            ErrorCode::NotThePlatform,
            Owner::Network,
            Action::Retry,
            "Something else answered in Adobe's place".to_owned(),
            "Often a company proxy, or a Wi-Fi that wants you to log in: open any web page in your browser, then try again.",
        ),
        Error::Decode { .. } | Error::TooLarge { .. } => (
            ErrorCode::UnreadableAnswer,
            Owner::Adobe,
            Action::Retry,
            "Adobe's answer could not be read".to_owned(),
            "It was cut short, or has a form that this version of Inlet does not know.",
        ),
        Error::ForeignLink { .. } => (
            ErrorCode::NotThePlatform,
            Owner::Adobe,
            Action::CopyForSupport,
            "Adobe's answer points to another server".to_owned(),
            "Inlet does not follow such links, because your access would travel with it.",
        ),
        _ => return None,
    })
}
