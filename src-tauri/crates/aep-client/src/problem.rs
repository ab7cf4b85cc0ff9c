//! Reading the platform's refusals: five shapes of error body into one.
//!
//! Gateway `{error_code, message}`, OAuth `{error, error_description}`, the AEP problem
//! `{type, title, status, detail, report}`, Flow Service's `{type, report, errorMessage}` and the
//! inlet's problem. The raw text of a body is not kept: it may quote what was sent.

use std::fmt;
use std::time::Duration;

use serde::Deserialize;
use serde_json::{Map, Value};

use crate::tolerant;

/// Which service's catalogue a code belongs to. Codes are **not** unique across services, and Flow
/// Service itself passes on codes of its source providers that reuse numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Origin {
    /// The gateway in front of all services; its codes have six digits, such as `403027`.
    Gateway,
    /// Flow Service; codes such as `1403-400`, without the `FLOW-` before them.
    FlowService,
    /// Schema Registry; codes such as `XDM-1521-400`.
    SchemaRegistry,
    /// Catalog.
    Catalog,
    /// Data Prep.
    DataPrep,
    /// Sandbox management.
    SandboxManagement,
    /// Data Access: files of batches.
    DataAccess,
    /// Identity Service.
    Identity,
    /// A streaming endpoint.
    Inlet,
}

/// A refusal in the platform's own words. Nobody should match the text; branch on status and code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiProblem {
    /// HTTP status of the answer. A few services send errors with 200.
    pub status: u16,
    /// Whose code it is.
    pub origin: Origin,
    /// The code as the origin writes it; `None` when the body names none.
    pub code: Option<String>,
    /// Short title.
    pub title: Option<String>,
    /// What is wrong, in a sentence.
    pub detail: Option<String>,
    /// For Adobe's support.
    pub request_id: Option<String>,
    /// When the platform asked to come back.
    pub retry_after: Option<Duration>,
    /// Method and path with placeholders, such as `POST /flows`.
    pub operation: String,
}

impl ApiProblem {
    /// Whether there is no such thing. Flow Service also says so with HTTP 400 and code 1430 or
    /// 1439 (its published catalogue and its published samples differ).
    #[must_use]
    pub fn is_not_found(&self) -> bool {
        let flow = self.origin == Origin::FlowService
            && self.status == 400
            && matches!(self.code.as_deref(), Some("1430-400" | "1439-400"));
        self.status == 404 || flow
    }

    /// The code without the `-400` that many end with: `1403-400` gives `1403`.
    #[must_use]
    pub fn short_code(&self) -> Option<&str> {
        let code = self.code.as_deref()?;
        let end = code.rsplit_once('-').filter(|(_, tail)| tail.len() == 3).map(|(head, _)| head);
        Some(end.unwrap_or(code))
    }
}

impl fmt::Display for ApiProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let said = self.detail.as_deref().or(self.title.as_deref()).unwrap_or("no reason given");
        write!(f, "{}: {said} (HTTP {}", self.operation, self.status)?;
        if let Some(code) = &self.code {
            write!(f, ", code {code}")?;
        }
        if let Some(id) = &self.request_id {
            write!(f, ", request {id}")?;
        }
        f.write_str(")")
    }
}

impl std::error::Error for ApiProblem {}

/// What a body says, before it is known whose it is.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Said {
    pub(crate) gateway: bool,
    pub(crate) code: Option<String>,
    pub(crate) title: Option<String>,
    pub(crate) detail: Option<String>,
    pub(crate) request_id: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Body {
    #[serde(default, rename = "error_code", deserialize_with = "tolerant::text")]
    error_code: Option<String>,
    #[serde(default, deserialize_with = "tolerant::text")]
    error: Option<String>,
    #[serde(default, rename = "error_description", deserialize_with = "tolerant::text")]
    error_description: Option<String>,
    #[serde(default, rename = "type", deserialize_with = "tolerant::text")]
    kind: Option<String>,
    #[serde(default, deserialize_with = "tolerant::text")]
    title: Option<String>,
    #[serde(default, deserialize_with = "tolerant::text")]
    detail: Option<String>,
    #[serde(default, deserialize_with = "tolerant::text")]
    message: Option<String>,
    #[serde(default, deserialize_with = "tolerant::text")]
    error_message: Option<String>,
    #[serde(default, deserialize_with = "tolerant::text")]
    status: Option<String>,
    #[serde(default, deserialize_with = "tolerant::object")]
    report: Map<String, Value>,
}

/// Reads an error body; `None` when it is none of the known shapes.
pub(crate) fn read(body: &[u8]) -> Option<Said> {
    // A list would be read as the struct's fields in order.
    if !body.trim_ascii_start().starts_with(b"{") {
        return None;
    }
    let body: Body = serde_json::from_slice(body).ok()?;
    let report = |key: &str| body.report.get(key).and_then(Value::as_str).map(str::to_owned);
    if body.error_code.is_some() {
        return Some(Said {
            gateway: true,
            code: body.error_code,
            detail: body.message,
            ..Said::default()
        });
    }
    if body.error.is_some() && body.kind.is_none() {
        return Some(Said {
            code: body.error,
            detail: body.error_description.or(body.message),
            ..Said::default()
        });
    }
    let known = body.kind.is_some()
        || body.error_message.is_some()
        || (body.status.is_some() && (body.title.is_some() || !body.report.is_empty()))
        || body.message.is_some();
    known.then(|| Said {
        gateway: false,
        code: body.kind.as_deref().and_then(code_in_type),
        detail: report("detailed-message")
            .or(body.detail)
            .or(body.error_message)
            .or(body.message)
            .or_else(|| report("message")),
        title: body.title,
        request_id: report("request-id").or_else(|| report("registryRequestId")),
    })
}

/// The code is what follows the last slash of `type`, without Flow Service's `FLOW-`. A `type` that
/// names no code (`/placeholder/type/uri`, an inlet's problem) gives none.
fn code_in_type(kind: &str) -> Option<String> {
    let last = kind.rsplit('/').next()?;
    let code = last.strip_prefix("FLOW-").unwrap_or(last);
    code.bytes().any(|byte| byte.is_ascii_digit()).then(|| code.to_owned())
}

#[cfg(test)]
#[path = "problem_tests.rs"]
mod tests;
