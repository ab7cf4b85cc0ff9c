//! Who may ask: only a page of this very server, and only under its loopback name. Without it, any web page that
//! the browser has open could reach the commands, directly or by pointing its own name at loopback.

use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// Names and port under which this server may be addressed.
#[derive(Clone, Debug)]
pub(crate) struct Guard {
    ports: Vec<u16>,
}

impl Guard {
    /// For a server on the first port whose page may also come from the second.
    pub(crate) fn new(ports: [Option<u16>; 2]) -> Self {
        Self { ports: ports.into_iter().flatten().collect() }
    }

    fn knows(&self, authority: &str) -> bool {
        let (host, port) = authority.rsplit_once(':').unwrap_or((authority, "80"));
        let port = port.parse().is_ok_and(|port| self.ports.contains(&port));
        port && ["127.0.0.1", "localhost", "[::1]"].contains(&host)
    }

    fn allows(&self, headers: &HeaderMap) -> bool {
        let text = |name| headers.get(name).map(|value| value.to_str().unwrap_or_default());
        let host = text(header::HOST).is_some_and(|host| self.knows(host));
        let origin = text(header::ORIGIN).is_none_or(|origin| {
            origin.strip_prefix("http://").is_some_and(|origin| self.knows(origin))
        });
        let same = text(header::HeaderName::from_static("sec-fetch-site"))
            .is_none_or(|site| matches!(site, "same-origin" | "none"));
        host && origin && same
    }
}

/// Turns away what does not come from this server's own page.
pub(crate) async fn check(State(guard): State<Guard>, request: Request, next: Next) -> Response {
    if guard.allows(request.headers()) {
        next.run(request).await
    } else {
        (StatusCode::FORBIDDEN, "This server answers its own page only.").into_response()
    }
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderMap, HeaderName, HeaderValue};

    use super::Guard;

    fn allows(pairs: &[(&'static str, &'static str)]) -> bool {
        let headers: HeaderMap = pairs
            .iter()
            .map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)))
            .collect();
        Guard::new([Some(4310), Some(5173)]).allows(&headers)
    }

    #[test]
    fn its_own_page_may_ask() {
        assert!(allows(&[("host", "127.0.0.1:4310"), ("origin", "http://127.0.0.1:4310")]));
        assert!(allows(&[("host", "localhost:4310")]));
        assert!(allows(&[("host", "127.0.0.1:5173"), ("origin", "http://127.0.0.1:5173")]));
    }

    #[test]
    fn a_name_that_was_pointed_at_loopback_may_not() {
        assert!(!allows(&[("host", "evil.example:4310")]));
        assert!(!allows(&[("host", "127.0.0.1.evil.example:4310")]));
        assert!(!allows(&[("host", "127.0.0.1:4311")]));
        assert!(!allows(&[]));
    }

    #[test]
    fn another_page_may_not() {
        assert!(!allows(&[("host", "127.0.0.1:4310"), ("origin", "http://evil.example")]));
        assert!(!allows(&[("host", "127.0.0.1:4310"), ("origin", "null")]));
        assert!(!allows(&[("host", "127.0.0.1:4310"), ("sec-fetch-site", "cross-site")]));
    }
}
