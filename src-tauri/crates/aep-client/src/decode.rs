//! From an answer to a value or an error: the one reading of bodies.

use serde::de::DeserializeOwned;
use serde_json::error::Category;

use crate::error::{Error, Result};
use crate::problem::{self, ApiProblem, Origin};
use crate::request::Request;
use crate::retry::Kind;
use crate::transport::Reply;

/// How much of a body that is not JSON an error shows.
const EXCERPT: usize = 200;

/// Reads the value of a successful answer. When a create or an update was answered with something
/// unreadable, it has probably run: that is [`Error::OutcomeUnknown`].
pub(crate) fn value<T: DeserializeOwned>(request: &Request, reply: &Reply) -> Result<T> {
    serde_json::from_slice(&reply.body).map_err(|cause| error(request, reply, &cause))
}

/// Takes a successful answer whose body says nothing of use, but not one that is an error in disguise or
/// a foreign page: neither shows that the platform did as asked.
pub(crate) fn nothing(request: &Request, reply: &Reply) -> Result<()> {
    if let Some(said) = problem::read(&reply.body) {
        return Err(api(request, reply, said));
    }
    if reply.body.is_empty() || looks_like_json(&reply.body) {
        Ok(())
    } else {
        Err(not_json(reply))
    }
}

/// What to report when a successful answer could not be read: an error in disguise, a foreign page,
/// or broken JSON.
pub(crate) fn error(request: &Request, reply: &Reply, cause: &serde_json::Error) -> Error {
    if let Some(said) = problem::read(&reply.body) {
        return api(request, reply, said);
    }
    let error = if cause.classify() == Category::Syntax && !looks_like_json(&reply.body) {
        not_json(reply)
    } else {
        Error::Decode { path: request.template.clone(), detail: describe(cause) }
    };
    match request.kind {
        Kind::Create | Kind::Update => {
            Error::OutcomeUnknown { operation: request.operation(), cause: Box::new(error) }
        }
        Kind::Read | Kind::Delete => error,
    }
}

/// The error that an answer with a status other than 2xx stands for.
pub(crate) fn refusal(request: &Request, reply: &Reply) -> Error {
    if (300..400).contains(&reply.status) {
        return Error::Redirected { status: reply.status, to: reply.redirect_host() };
    }
    match problem::read(&reply.body) {
        Some(said) => api(request, reply, said),
        None if reply.body.is_empty() || looks_like_json(&reply.body) => {
            api(request, reply, problem::Said::default())
        }
        None => not_json(reply),
    }
}

fn api(request: &Request, reply: &Reply, said: problem::Said) -> Error {
    Error::Api(Box::new(ApiProblem {
        status: reply.status,
        origin: if said.gateway { Origin::Gateway } else { request.root.origin() },
        code: said.code,
        title: said.title,
        detail: said.detail,
        request_id: said.request_id.or_else(|| reply.request_id.clone()),
        retry_after: reply.retry_after,
        operation: request.operation(),
    }))
}

fn looks_like_json(body: &[u8]) -> bool {
    body.iter().find(|byte| !byte.is_ascii_whitespace()).is_some_and(|byte| b"{[\"".contains(byte))
}

/// An answer that is no JSON at all: its type and first words.
pub(crate) fn not_json(reply: &Reply) -> Error {
    let text = String::from_utf8_lossy(&reply.body);
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    Error::NotJson {
        status: reply.status,
        content_type: reply.content_type.clone().unwrap_or_else(|| "no content type".to_owned()),
        excerpt: words.chars().take(EXCERPT).collect(),
    }
}

/// Why reading stopped, without quoting any text of the answer: it may be a secret.
pub(crate) fn describe(cause: &serde_json::Error) -> String {
    let place = format!("line {}, column {}", cause.line(), cause.column());
    match cause.classify() {
        Category::Eof => "it ends in the middle".to_owned(),
        Category::Syntax => format!("not valid JSON at {place}"),
        Category::Data | Category::Io => without_quotes(&cause.to_string()),
    }
}

/// Takes quoted texts out of a message such as `invalid type: string "abc", expected u64`.
fn without_quotes(message: &str) -> String {
    match (message.find('"'), message.rfind('"')) {
        (Some(first), Some(last)) if first < last => {
            format!("{}\"…\"{}", &message[..first], &message[last + 1..])
        }
        _ => message.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{describe, without_quotes};

    #[test]
    fn a_cut_answer_is_said_to_end_in_the_middle() {
        let cause = serde_json::from_str::<Vec<u8>>("[1, 2").unwrap_err();
        assert_eq!(describe(&cause), "it ends in the middle");
    }

    #[test]
    fn values_of_the_answer_do_not_show() {
        let cause = serde_json::from_str::<u8>("\"canary\"").unwrap_err();
        assert!(!describe(&cause).contains("canary"), "{}", describe(&cause));
        assert_eq!(
            without_quotes("string \"a \"b\" c\", expected u8"),
            "string \"…\", expected u8"
        );
    }
}
