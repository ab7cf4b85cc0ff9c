//! What can go wrong on the wire, in the wire's own terms.
//!
//! What does not belong here: what it means to the person (the application decides), and how the
//! platform's error bodies are read (`problem`). No variant ever holds a secret, a token, a query
//! or a streaming endpoint's path.

use crate::problem::ApiProblem;

/// The result of every call.
pub type Result<T> = std::result::Result<T, Error>;

/// What went wrong. Clonable, because one failed sign-in is the answer to all who waited for it.
#[derive(Clone, Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The client was told something it cannot work with; nothing was sent.
    #[error("{field} {reason}")]
    Config {
        /// Which field of [`Config`](crate::Config).
        field: &'static str,
        /// What is wrong with it.
        reason: String,
    },

    /// The host's name is not known.
    #[error("the host {host} was not found")]
    HostNotFound {
        /// The host that was asked for.
        host: String,
    },

    /// The host is known but accepts no connection, or the proxy does not let us through.
    #[error("{host} could not be reached: {detail}")]
    Connect {
        /// The host that was asked for.
        host: String,
        /// What the system said.
        detail: String,
    },

    /// The host's certificate is not trusted, or TLS failed otherwise. Never retried.
    #[error("the certificate of {host} is not trusted: {detail}")]
    Untrusted {
        /// The host that was asked for.
        host: String,
        /// What TLS said.
        detail: String,
    },

    /// No answer in time.
    #[error("{host} did not answer in time")]
    Timeout {
        /// The host that was asked for.
        host: String,
        /// True when not even a connection came about, so that nothing was sent.
        while_connecting: bool,
    },

    /// The connection broke before the whole answer had arrived.
    #[error("the connection to {host} broke: {detail}")]
    Interrupted {
        /// The host that was asked for.
        host: String,
        /// What the system said.
        detail: String,
    },

    /// Something other than JSON came back, typically the page of a proxy or a login portal.
    #[error("expected JSON but got {content_type} (HTTP {status}): {excerpt}")]
    NotJson {
        /// HTTP status.
        status: u16,
        /// The content type the answer claimed, or `no content type`.
        content_type: String,
        /// The answer's first words on one line.
        excerpt: String,
    },

    /// JSON came back, but it was cut short or has another shape than documented.
    #[error("the answer to {path} could not be read: {detail}")]
    Decode {
        /// The path that was asked, with placeholders instead of ids.
        path: String,
        /// Where and why reading stopped.
        detail: String,
    },

    /// The answer was larger than the client is willing to hold.
    #[error("the answer to {path} is larger than {limit} bytes")]
    TooLarge {
        /// The path that was asked, with placeholders instead of ids.
        path: String,
        /// The limit in bytes.
        limit: usize,
    },

    /// The host answered with a redirect, which is never followed with a token.
    #[error("redirected to {to} (HTTP {status}), which is not followed")]
    Redirected {
        /// HTTP status.
        status: u16,
        /// The host it pointed to, or `an unreadable address`.
        to: String,
    },

    /// A link inside an answer points to another host; the token does not go there.
    #[error("a link in the answer points to {host}, which is not the platform")]
    ForeignLink {
        /// The host it pointed to.
        host: String,
    },

    /// The platform refused, with a reason.
    #[error(transparent)]
    Api(Box<ApiProblem>),

    /// The sign-in service refused the client id, the secret or the scopes.
    #[error("sign-in was refused: {error} ({description})")]
    SignIn {
        /// HTTP status.
        status: u16,
        /// OAuth's `error`, such as `invalid_client`: branch on this.
        error: String,
        /// Its description: for wording only.
        description: String,
    },

    /// The pasted access token has expired or is not valid; only the person can bring a new one.
    #[error("the pasted access token has expired or is not valid")]
    TokenExpired,

    /// A create or an update was sent and no readable answer came back: it may or may not have run.
    /// It was **not** sent again; look up what became of it before deciding.
    #[error("{operation} was sent, but no answer tells whether it was done: {cause}")]
    OutcomeUnknown {
        /// Method and path with placeholders, such as `POST /flows`.
        operation: String,
        /// What happened instead of an answer.
        cause: Box<Error>,
    },
}

impl Error {
    pub(crate) fn config(field: &'static str, reason: impl Into<String>) -> Self {
        Self::Config { field, reason: reason.into() }
    }

    /// The platform's own words, when it is the platform that refused.
    #[must_use]
    pub fn problem(&self) -> Option<&ApiProblem> {
        match self {
            Self::Api(problem) => Some(problem),
            Self::OutcomeUnknown { cause, .. } => cause.problem(),
            _ => None,
        }
    }

    /// HTTP status of the answer, if there was one.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        match self {
            Self::Api(problem) => Some(problem.status),
            Self::NotJson { status, .. }
            | Self::Redirected { status, .. }
            | Self::SignIn { status, .. } => Some(*status),
            Self::OutcomeUnknown { cause, .. } => cause.status(),
            _ => None,
        }
    }

    /// Whether the platform says that there is no such thing. A flow hidden by an access label
    /// looks the same as a deleted one.
    #[must_use]
    pub fn is_not_found(&self) -> bool {
        matches!(self, Self::Api(problem) if problem.is_not_found())
    }

    /// Whether an update named a version that is no longer current (HTTP 412).
    #[must_use]
    pub fn is_stale(&self) -> bool {
        matches!(self, Self::Api(problem) if problem.status == 412)
    }

    /// Whether a create or an update that ended in this error may have been done all the same:
    /// its reply was lost, or the platform failed or ran out of time half-way (HTTP 5xx, 408). Look before
    /// sending again.
    #[must_use]
    pub fn may_have_run(&self) -> bool {
        match self {
            Self::OutcomeUnknown { .. } => true,
            Self::Api(_) | Self::NotJson { .. } => {
                self.status().is_some_and(|code| code >= 500 || code == 408)
            }
            _ => false,
        }
    }
}
