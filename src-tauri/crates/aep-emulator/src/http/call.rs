//! One request after routing, with everything a route may ask about it.

use bytes::Bytes;
use hyper::HeaderMap;
use serde_json::{Map, Value};

use super::{Query, Refusal};
use crate::problem;
use crate::route::{Route, Service};

/// A request on its way to a route.
#[derive(Debug)]
pub(crate) struct Call {
    pub(crate) route: Route,
    /// What the path's placeholders hold, decoded, in order.
    pub(crate) captured: Vec<String>,
    pub(crate) query: Query,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
    /// The emulator's time at arrival, Unix milliseconds.
    pub(crate) now_ms: i64,
    /// The sandbox named by the header; empty where a route needs none.
    pub(crate) sandbox: String,
    /// The client id that the token belongs to; empty before the token is checked.
    pub(crate) client_id: String,
    /// How long lists leave out what this call makes, in milliseconds.
    pub(crate) list_delay_ms: i64,
    /// Whether a list answers a page without items that links to where they are.
    pub(crate) empty_page: bool,
}

impl Call {
    /// The first placeholder of the path.
    pub(crate) fn id(&self) -> &str {
        self.captured.first().map_or("", String::as_str)
    }

    /// A header's value, if it was sent and is text.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    /// The body as JSON, or the refusal of the service that was called.
    pub(crate) fn json(&self) -> Result<Value, Refusal> {
        if self.body.is_empty() {
            return Err(self.bad_body("the request body is empty"));
        }
        serde_json::from_slice(&self.body).map_err(|cause| self.bad_body(&cause.to_string()))
    }

    /// The body as a JSON object.
    pub(crate) fn object(&self) -> Result<Map<String, Value>, Refusal> {
        match self.json()? {
            Value::Object(map) => Ok(map),
            _ => Err(self.bad_body("the request body is not a JSON object")),
        }
    }

    /// When lists begin to show what this call makes.
    pub(crate) fn listed_from_ms(&self) -> i64 {
        self.now_ms.saturating_add(self.list_delay_ms)
    }

    fn bad_body(&self, detail: &str) -> Refusal {
        match self.route.service() {
            Service::Flows if self.body.is_empty() => {
                problem::flow("1405", 400, "Invalid request", "The request body is empty.")
            }
            Service::Flows => problem::flow("1000", 400, "Invalid request", detail),
            Service::SchemaRegistry => problem::schema("XDM-1001", 400, "Bad request", detail),
            _ => problem::aep("EXEG-0001", 400, "Bad request", detail),
        }
    }
}
