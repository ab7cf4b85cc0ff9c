//! Carries out planned faults on one request: before the work, instead of it, or on its reply.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use http_body_util::combinators::UnsyncBoxBody;
use http_body_util::{BodyExt, Full};
use hyper::Response;
use hyper::body::Frame;
use serde_json::{Value, json};

use crate::fault::Kind;
use crate::http::{Body, Call, Reply};
use crate::server::encode;

/// What is written to the socket.
pub(crate) type Payload = UnsyncBoxBody<Bytes, io::Error>;

/// What becomes of a request.
#[derive(Debug)]
pub(crate) enum Sent {
    /// An ordinary reply.
    Reply(Reply),
    /// A reply of which only the first half is sent; cleanly, or by closing the connection.
    Half { reply: Reply, cleanly: bool },
    /// Nothing: the connection closes.
    HangUp,
}

impl Sent {
    /// The status that the client sees.
    pub(crate) fn status(&self) -> Option<u16> {
        match self {
            Self::Reply(reply) | Self::Half { reply, .. } => Some(reply.status),
            Self::HangUp => None,
        }
    }

    /// What hyper needs to write it, or nothing to close the connection.
    pub(crate) fn into_response(self) -> Option<Response<Payload>> {
        match self {
            Self::HangUp => None,
            Self::Reply(reply) => Some(render(&reply, false, true)),
            Self::Half { reply, cleanly } => Some(render(&reply, true, cleanly)),
        }
    }
}

/// The faults that strike one request.
#[derive(Debug)]
pub(crate) struct Trouble(Vec<Kind>);

impl Trouble {
    pub(crate) fn new(kinds: Vec<Kind>) -> Self {
        Self(kinds)
    }

    /// How long to wait before anything else.
    pub(crate) fn delay(&self) -> Duration {
        let waits = self.0.iter().filter_map(|kind| match kind {
            Kind::Delay(by) => Some(*by),
            _ => None,
        });
        waits.sum()
    }

    /// How much time passes before the request is looked at, by the emulator's clock.
    pub(crate) fn passes(&self) -> Duration {
        let passes = self.0.iter().filter_map(|kind| match kind {
            Kind::TimePasses(by) => Some(*by),
            _ => None,
        });
        passes.sum()
    }

    /// What happens instead of the work, if anything.
    pub(crate) fn instead(&self) -> Option<Sent> {
        self.0.iter().find_map(|kind| match kind {
            Kind::Status { status, body, retry_after } => {
                let body = body.clone().unwrap_or_else(|| gateway_body(*status));
                let reply = Reply::json(*status, body);
                Some(Sent::Reply(match retry_after {
                    Some(when) => reply.with_header("retry-after", when.clone()),
                    None => reply,
                }))
            }
            Kind::DropConnection => Some(Sent::HangUp),
            Kind::Html(status) => Some(Sent::Reply(Reply::text(*status, "text/html", HTML_PAGE))),
            Kind::Redirect(location) => {
                Some(Sent::Reply(Reply::empty(307).with_header("location", location.clone())))
            }
            _ => None,
        })
    }

    /// Tells the routes what they have to do differently.
    pub(crate) fn prepare(&self, call: &mut Call) {
        let delays = self.0.iter().filter_map(|kind| match kind {
            Kind::ListLate(by) => i64::try_from(by.as_millis()).ok(),
            _ => None,
        });
        call.list_delay_ms = delays.max().unwrap_or(0);
        call.empty_page = self.0.iter().any(|kind| matches!(kind, Kind::EmptyPage));
    }

    /// What becomes of the reply of the work.
    pub(crate) fn after(&self, mut reply: Reply) -> Sent {
        for kind in &self.0 {
            match kind {
                Kind::LoseReply => return Sent::HangUp,
                Kind::CutBody => return Sent::Half { reply, cleanly: true },
                Kind::BreakOff => return Sent::Half { reply, cleanly: false },
                Kind::NextLink(href) => set_next(&mut reply, href.clone()),
                Kind::LoopPages => loop_page(&mut reply),
                _ => {}
            }
        }
        Sent::Reply(reply)
    }
}

fn gateway_body(status: u16) -> Value {
    match status {
        429 => json!({ "error_code": "429050", "message": "Too many requests" }),
        _ => json!({ "error_code": format!("{status}000"), "message": "Trouble was asked for" }),
    }
}

const HTML_PAGE: &str = "<!doctype html><html><head><title>Gateway</title></head>\
    <body><h1>Please sign in to the network</h1></body></html>";

fn set_next(reply: &mut Reply, href: String) {
    if let Body::Json(Value::Object(body)) = &mut reply.body {
        body.insert("_links".into(), json!({ "next": { "href": href } }));
    }
}

fn loop_page(reply: &mut Reply) {
    let own = reply.headers.iter().find(|(name, _)| *name == SELF_LINK);
    if let Some(href) = own.map(|(_, href)| href.clone()) {
        set_next(reply, href);
    }
}

/// Lists say in this header which link leads to the same page again; it is not sent.
pub(crate) const SELF_LINK: &str = "x-emulator-self";

/// A response that is sent as it is.
pub(crate) fn whole(
    status: u16,
    headers: &[(&'static str, String)],
    body: Bytes,
) -> Response<Payload> {
    build(status, headers, Full::new(body).map_err(|never| match never {}).boxed_unsync())
}

fn render(reply: &Reply, half: bool, cleanly: bool) -> Response<Payload> {
    let (media_type, mut bytes) = encode(&reply.body);
    let mut headers: Vec<(&'static str, String)> = reply.headers.clone();
    headers.retain(|(name, _)| *name != SELF_LINK);
    if let Some(media_type) = media_type {
        headers.push(("content-type", media_type.to_owned()));
    }
    if half {
        bytes.truncate(bytes.len() / 2);
    }
    if cleanly {
        return whole(reply.status, &headers, bytes);
    }
    build(reply.status, &headers, BreaksOff(Some(bytes)).boxed_unsync())
}

fn build(status: u16, headers: &[(&'static str, String)], body: Payload) -> Response<Payload> {
    let mut response = Response::builder().status(status);
    for (name, value) in headers {
        response = response.header(*name, value);
    }
    // Only a planned fault can name a status or a header that HTTP does not allow.
    response.body(body).unwrap_or_else(|cause| {
        let text = Bytes::from(cause.to_string());
        Response::new(Full::new(text).map_err(|never| match never {}).boxed_unsync())
    })
}

/// A body that ends in an error after its first part.
struct BreaksOff(Option<Bytes>);

impl hyper::body::Body for BreaksOff {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, io::Error>>> {
        Poll::Ready(Some(match self.0.take() {
            Some(first) => Ok(Frame::data(first)),
            None => Err(io::Error::other("the body breaks off on purpose")),
        }))
    }
}
