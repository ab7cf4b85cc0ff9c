//! Whoever wants to know what was asked of the platform and how it answered.
//!
//! An observer is told of every request once it has ended, all its tries included, and before the caller has the
//! answer. What it is told opens no door: no token, no client id, no parameters of accounts, no streaming
//! endpoint. What does not belong here: what an observer makes of it.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use serde_json::Value;
use url::Url;

use crate::error::{Error, Result};
use crate::ids::SandboxName;
use crate::problem::Origin;
use crate::redact::redacted;
use crate::request::{Request, Scope};
use crate::retry::Kind;
use crate::transport::{Header, Reply};

/// An answer longer than this is not looked into; that of one resource is far below it.
const LONGEST_ANSWER: usize = 128 * 1024;

/// What an observer does with what it is told. The request is held up until this has ended.
pub type Told<'a> = Pin<Box<dyn Future<Output = ()> + Send + 'a>>;

/// Is told of every request once it has ended.
pub trait Observer: Send + Sync {
    /// A request has ended.
    fn finished(&self, exchange: Exchange) -> Told<'_>;
}

/// A request and what came of it, without what must not be seen.
#[derive(Clone)]
pub struct Exchange {
    /// Such as `PATCH`.
    pub method: &'static str,
    /// The service that was asked.
    pub service: Origin,
    /// The path below the service's base with placeholders, such as `/flows/{id}`.
    pub template: String,
    /// What stands for the placeholders.
    pub ids: Vec<String>,
    /// The whole address; none when a link in an answer led elsewhere and nothing was sent.
    pub url: Option<Url>,
    /// The headers, with `{ACCESS_TOKEN}` and `{API_KEY}` in place of both.
    pub headers: Vec<(&'static str, String)>,
    /// The body, if there was one.
    pub body: Option<Value>,
    /// The sandbox it was for; none for questions about the organisation.
    pub sandbox: Option<SandboxName>,
    /// Whether it was meant to change something: previews and validations are not.
    pub writes: bool,
    /// What came of it.
    pub answer: std::result::Result<Answer, Error>,
    /// From the first try to the last answer, pauses included.
    pub took: Duration,
}

/// A successful answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// HTTP status.
    pub status: u16,
    /// For Adobe's support.
    pub request_id: Option<String>,
    /// What it says of the one resource that was asked for or written; nothing for lists and long answers.
    pub body: Value,
}

impl Exchange {
    pub(crate) fn new(
        request: &Request,
        url: Result<Url>,
        headers: Vec<Header>,
        result: &Result<Reply>,
        took: Duration,
    ) -> Self {
        let writes = request.kind != Kind::Read;
        let answer = match result {
            Ok(reply) => Ok(Answer {
                status: reply.status,
                request_id: reply.request_id.clone(),
                body: said(request, reply),
            }),
            Err(error) => Err(error.clone()),
        };
        Self {
            method: request.method.name(),
            service: request.root.origin(),
            template: request.template.clone(),
            ids: request.ids.clone(),
            url: url.ok(),
            headers: headers.into_iter().map(|header| (header.name, header.value)).collect(),
            body: request.body.as_deref().map(|body| asked(request, body)),
            sandbox: match &request.scope {
                Scope::Organisation => None,
                Scope::Sandbox(name) => Some(name.clone()),
            },
            writes,
            answer,
            took,
        }
    }

    /// Method and path with placeholders, such as `POST /flows`.
    #[must_use]
    pub fn operation(&self) -> String {
        format!("{} {}", self.method, self.template)
    }
}

impl fmt::Debug for Exchange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Exchange").field("operation", &self.operation()).finish_non_exhaustive()
    }
}

fn asked(request: &Request, body: &[u8]) -> Value {
    let mut body = redacted(serde_json::from_slice(body).unwrap_or_default());
    // A sample event is about people; what it is mapped by is enough to go on.
    if request.template.ends_with("/preview")
        && let Some(data) = body.get_mut("data")
    {
        *data = "…".into();
    }
    body
}

fn said(request: &Request, reply: &Reply) -> Value {
    let of_one = request.kind != Kind::Read || !request.ids.is_empty();
    if !of_one || reply.body.len() > LONGEST_ANSWER {
        return Value::Null;
    }
    serde_json::from_slice(&reply.body).map(redacted).unwrap_or_default()
}
