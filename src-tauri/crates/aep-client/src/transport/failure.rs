//! Telling apart why no answer came: unknown host, no connection, untrusted certificate, timeout,
//! broken connection. Read from the chain of causes, since reqwest has one error type for all.

use std::error::Error as StdError;

use crate::error::Error;

/// What kept the answer away, in our terms. Addresses are left out: they may be secret.
pub(super) fn classify(host: &str, error: &reqwest::Error) -> Error {
    let host = host.to_owned();
    if error.is_timeout() {
        return Error::Timeout { host, while_connecting: error.is_connect() };
    }
    if !error.is_connect() {
        return Error::Interrupted { host, detail: detail(error) };
    }
    let causes = causes(error);
    if error.is_dns() || causes.iter().any(|cause| cause.contains("dns error")) {
        return Error::HostNotFound { host };
    }
    if causes.iter().any(|cause| is_about_certificates(cause)) {
        return Error::Untrusted { host, detail: detail(error) };
    }
    Error::Connect { host, detail: detail(error) }
}

/// The innermost cause: the one that says something.
pub(super) fn detail(error: &reqwest::Error) -> String {
    causes(error).pop().unwrap_or_else(|| "no details".to_owned())
}

/// The texts of all causes below the error itself, whose own text names the address.
fn causes(error: &reqwest::Error) -> Vec<String> {
    let mut causes = Vec::new();
    let mut next = error.source();
    while let Some(cause) = next {
        causes.push(cause.to_string());
        next = cause.source();
    }
    causes
}

/// The TLS library's own word; its error type is not part of reqwest's interface.
fn is_about_certificates(cause: &str) -> bool {
    cause.contains("certificate")
}
