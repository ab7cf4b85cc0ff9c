//! What the result of a create says about the object: made, surely not made, or not known. Pure.

use aep_client::Error;

use super::entry::Object;

/// What became of a create.
#[derive(Debug)]
pub(crate) enum Outcome {
    /// It was made.
    Made(Object),
    /// It was not: the request never left, or was refused.
    NotMade(Error),
    /// It may have been made: look before anything is sent again.
    Unknown(Error),
}

impl Outcome {
    /// Judges a result. Whatever is not known to be without effect counts as unknown.
    pub(crate) fn of(result: aep_client::Result<Object>) -> Self {
        match result {
            Ok(object) => Self::Made(object),
            Err(error) if has_no_effect(&error) => Self::NotMade(error),
            Err(error) => Self::Unknown(error),
        }
    }
}

/// Whether a create that ended like this surely made nothing.
pub(crate) fn has_no_effect(error: &Error) -> bool {
    match error {
        Error::Config { .. }
        | Error::HostNotFound { .. }
        | Error::Connect { .. }
        | Error::Untrusted { .. }
        | Error::Timeout { while_connecting: true, .. }
        | Error::SignIn { .. }
        | Error::TokenExpired
        | Error::ForeignLink { .. }
        | Error::Redirected { .. } => true,
        // Some services send errors with 200: what they did before is anybody's guess.
        // A service that ran out of time (408) may have been done all the same.
        Error::Api(problem) => (400..500).contains(&problem.status) && problem.status != 408,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use aep_client::{ApiProblem, Error, Origin};

    use super::Outcome;

    fn host() -> String {
        "platform.example".to_owned()
    }

    fn is_unknown(error: Error) -> bool {
        matches!(Outcome::of(Err(error)), Outcome::Unknown(_))
    }

    #[test]
    fn what_never_left_was_not_made() {
        assert!(!is_unknown(Error::HostNotFound { host: host() }));
        assert!(!is_unknown(Error::Connect { host: host(), detail: String::new() }));
        assert!(!is_unknown(Error::Timeout { host: host(), while_connecting: true }));
        assert!(!is_unknown(Error::TokenExpired));
    }

    #[test]
    fn what_had_no_readable_answer_may_have_been_made() {
        assert!(is_unknown(Error::Timeout { host: host(), while_connecting: false }));
        assert!(is_unknown(Error::Interrupted { host: host(), detail: String::new() }));
        let path = "/flows".to_owned();
        assert!(is_unknown(Error::Decode { path, detail: "cut short".to_owned() }));
        let page = Error::NotJson {
            status: 200,
            content_type: "text/html".to_owned(),
            excerpt: "log in".to_owned(),
        };
        let operation = "POST /flows".to_owned();
        assert!(is_unknown(Error::OutcomeUnknown { operation, cause: Box::new(page) }));
    }

    #[test]
    fn a_refusal_made_nothing_but_trouble_on_the_way_may_have() {
        let answered = |status| {
            Error::Api(Box::new(ApiProblem {
                status,
                origin: Origin::FlowService,
                code: None,
                title: None,
                detail: None,
                request_id: None,
                retry_after: None,
                operation: "POST /flows".to_owned(),
            }))
        };
        for refusal in [400, 401, 403, 404, 409, 412, 429] {
            assert!(!is_unknown(answered(refusal)), "{refusal}");
        }
        for trouble in [200, 408, 500, 502, 503, 504] {
            assert!(is_unknown(answered(trouble)), "{trouble}");
        }
    }
}
