//! What goes back: a status, headers and a body. The envelopes of refusals are in `problem`.

use serde_json::Value;

/// A reply before it is written to the socket.
#[derive(Clone, Debug)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(&'static str, String)>,
    pub(crate) body: Body,
}

/// The kinds of body that are sent.
#[derive(Clone, Debug)]
pub(crate) enum Body {
    /// Nothing at all.
    Empty,
    /// A JSON document.
    Json(Value),
    /// Text of another media type.
    Text(&'static str, String),
}

/// A reply that refuses the request.
#[derive(Clone, Debug)]
pub(crate) struct Refusal(pub(crate) Reply);

/// What a route answers.
pub(crate) type Outcome = Result<Reply, Refusal>;

impl Reply {
    /// A JSON document with a status.
    pub(crate) fn json(status: u16, body: Value) -> Self {
        Self { status, headers: Vec::new(), body: Body::Json(body) }
    }

    /// A status and nothing else.
    pub(crate) fn empty(status: u16) -> Self {
        Self { status, headers: Vec::new(), body: Body::Empty }
    }

    /// Text of another media type.
    pub(crate) fn text(status: u16, media_type: &'static str, text: impl Into<String>) -> Self {
        Self { status, headers: Vec::new(), body: Body::Text(media_type, text.into()) }
    }

    /// The same reply with one more header.
    pub(crate) fn with_header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }
}
