//! Posting an event to a streaming endpoint, as Pendo's webhook would.
//!
//! The address is all it takes to write into the dataset, so it is a secret: it carries no token,
//! gets none, and never shows in an error or a log. Source:
//! <https://experienceleague.adobe.com/en/docs/experience-platform/sources/connectors/streaming/http>.

use std::fmt;
use std::sync::Arc;
use std::time::Instant;

use jiff::Timestamp;
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value};
use url::Url;

use crate::config::is_secure;
use crate::encode;
use crate::error::{Error, Result};
use crate::ids::FlowId;
use crate::problem::{self, ApiProblem, Origin};
use crate::request::Method;
use crate::secret::Secret;
use crate::transport::{Header, LARGEST_BODY, Outgoing, Reply, Transport};
use crate::{decode, request_log, tolerant};

const OPERATION: &str = "POST streaming endpoint";

/// A dataflow's streaming endpoint, as its `options.inletUrl` gives it: without the flow's id.
#[derive(Clone)]
pub struct InletUrl(Secret);

/// The address to paste into Pendo: the streaming endpoint with the flow's id as a query.
#[derive(Clone)]
pub struct WebhookUrl(Secret);

impl InletUrl {
    /// Takes an address as the platform sent it.
    pub fn new(url: impl Into<String>) -> Self {
        Self(Secret::new(url))
    }

    /// The address itself.
    #[must_use]
    pub fn expose(&self) -> &str {
        self.0.expose()
    }

    /// The webhook address: `?x-adobe-flow-id=` and the flow's id appended, or `&` if there is a
    /// query already. The endpoint's own host and path are never rebuilt.
    #[must_use]
    pub fn webhook(&self, flow: &FlowId) -> WebhookUrl {
        let url = self.expose();
        let separator = if url.contains('?') { '&' } else { '?' };
        let id = encode::component(flow.as_str());
        WebhookUrl(Secret::new(format!("{url}{separator}x-adobe-flow-id={id}")))
    }
}

impl WebhookUrl {
    /// Takes a complete webhook address.
    pub fn new(url: impl Into<String>) -> Self {
        Self(Secret::new(url))
    }

    /// The address itself.
    #[must_use]
    pub fn expose(&self) -> &str {
        self.0.expose()
    }
}

impl<'de> Deserialize<'de> for InletUrl {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
        Secret::deserialize(deserializer).map(Self)
    }
}

impl fmt::Debug for InletUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("InletUrl(•••)")
    }
}

impl fmt::Debug for WebhookUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("WebhookUrl(•••)")
    }
}

/// What a streaming endpoint answers to an event it took. Taken is not ingested: what the mapping or
/// the schema refuses later is dropped without a word.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Accepted {
    /// The transaction: opaque, and not repeated by any run or error file.
    pub xaction_id: String,
    /// When the endpoint took the event, by its own clock.
    #[serde(default, deserialize_with = "tolerant::moment")]
    pub received_time_ms: Option<Timestamp>,
    /// The flow that was addressed, when the endpoint repeats it.
    #[serde(default)]
    pub flow_id: Option<FlowId>,
    /// Whatever else came back, except the endpoint's own id, which is as secret as its address.
    #[serde(flatten, deserialize_with = "without_inlet_id")]
    pub extra: Map<String, Value>,
}

fn without_inlet_id<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> std::result::Result<Map<String, Value>, D::Error> {
    let mut map = Map::deserialize(deserializer)?;
    map.retain(|key, _| !key.eq_ignore_ascii_case("inletid"));
    Ok(map)
}

/// Posts events. Sends neither token nor any other header that tells who is asking.
#[derive(Clone, Debug)]
pub struct Inlet {
    transport: Arc<Transport>,
}

impl Inlet {
    pub(crate) fn new(transport: Arc<Transport>) -> Self {
        Self { transport }
    }

    /// Posts one event, once: events have no identity on the wire, so nothing is repeated.
    ///
    /// # Errors
    /// [`Error::Config`] when the address is neither HTTPS nor on this machine, [`Error::Api`] when
    /// the endpoint refused, [`Error::OutcomeUnknown`] when it may have taken the event but the
    /// answer was lost. None of them shows the address.
    pub async fn post(&self, to: &WebhookUrl, event: &Value) -> Result<Accepted> {
        let url = Url::parse(to.expose()).ok().filter(is_secure);
        let url =
            url.ok_or_else(|| Error::config("webhook address", "must start with https://"))?;
        let outgoing = Outgoing {
            method: Method::Post,
            url: url.clone(),
            headers: vec![
                Header::new("content-type", "application/json"),
                Header::new("accept", "application/json"),
            ],
            body: Some(event.to_string().into_bytes()),
            template: "streaming endpoint",
            limit: LARGEST_BODY,
        };
        let started = Instant::now();
        let result = self.transport.send(outgoing).await;
        request_log::record(OPERATION, 1, started.elapsed(), &result);
        match result {
            Ok(reply) => read(&url, &reply),
            Err(
                cause
                @ (Error::Timeout { while_connecting: false, .. } | Error::Interrupted { .. }),
            ) => Err(unknown(cause)),
            Err(cause) => Err(cause),
        }
    }
}

fn unknown(cause: Error) -> Error {
    Error::OutcomeUnknown { operation: OPERATION.to_owned(), cause: Box::new(cause) }
}

fn read(url: &Url, reply: &Reply) -> Result<Accepted> {
    if reply.is_success() {
        return serde_json::from_slice(&reply.body).map_err(|cause| {
            let path = "streaming endpoint".to_owned();
            unknown(Error::Decode { path, detail: decode::describe(&cause) })
        });
    }
    if (300..400).contains(&reply.status) {
        return Err(Error::Redirected { status: reply.status, to: reply.redirect_host() });
    }
    // A body that is no known refusal is not shown: a proxy's page may repeat the address.
    let said = problem::read(&reply.body).unwrap_or_default();
    Err(Error::Api(Box::new(ApiProblem {
        status: reply.status,
        origin: Origin::Inlet,
        code: said.code,
        title: said.title.map(|text| redact(url, &text)),
        detail: said.detail.map(|text| redact(url, &text)),
        request_id: said.request_id.or_else(|| reply.request_id.clone()),
        retry_after: reply.retry_after,
        operation: OPERATION.to_owned(),
    })))
}

/// Takes the endpoint's address and id out of a sentence; the platform repeats the id in some.
fn redact(url: &Url, text: &str) -> String {
    let text = text.replace(url.as_str(), "•••");
    let id = url.path_segments().and_then(|mut segments| segments.next_back()).unwrap_or_default();
    if id.is_empty() { text } else { text.replace(id, "•••") }
}

#[cfg(test)]
mod tests {
    use url::Url;

    use super::{Accepted, InletUrl, redact};

    #[test]
    fn a_refusal_that_repeats_the_endpoint_is_redacted() {
        let url = Url::parse("https://dcs.example/collection/5e1f?x-adobe-flow-id=f").unwrap();
        assert_eq!(redact(&url, "[5e1f] token is empty"), "[•••] token is empty");
        assert_eq!(redact(&url, &format!("POST {url} failed")), "POST ••• failed");
    }

    #[test]
    fn the_webhook_address_carries_the_flow_id_once() {
        let plain = InletUrl::new("https://dcs.example/collection/abc");
        assert_eq!(
            plain.webhook(&"f-1".into()).expose(),
            "https://dcs.example/collection/abc?x-adobe-flow-id=f-1"
        );
        let with_query = InletUrl::new("https://dcs.example/collection/abc?x=1");
        assert_eq!(
            with_query.webhook(&"f-1".into()).expose(),
            "https://dcs.example/collection/abc?x=1&x-adobe-flow-id=f-1"
        );
    }

    #[test]
    fn an_address_does_not_print() {
        let inlet = InletUrl::new("https://dcs.example/collection/canary");
        assert!(!format!("{inlet:?} {:?}", inlet.webhook(&"f".into())).contains("canary"));
    }

    #[test]
    fn an_acceptance_is_read_with_and_without_a_flow_id_and_forgets_the_endpoint() {
        let json = r#"{"inletId":"canary","xactionId":"1:2:3","receivedTimeMs":1688068236344}"#;
        let accepted: Accepted = serde_json::from_str(json).unwrap();
        assert_eq!(accepted.received_time_ms.unwrap().as_millisecond(), 1_688_068_236_344);
        assert!(accepted.flow_id.is_none());
        assert!(!format!("{accepted:?}").contains("canary"));
    }
}
