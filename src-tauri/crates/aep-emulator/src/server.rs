//! From socket to route and back: accepts connections, records, carries out planned trouble, writes
//! replies. It knows nothing of any service.

use std::io;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use bytes::Bytes;
use http_body_util::{BodyExt, Limited};
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpListener;
use tokio::sync::watch;

use crate::clock::Clock;
use crate::fault::Faults;
use crate::http::{Body, Call, Query, Refusal, Reply};
use crate::problem;
use crate::recording::{Recorded, Recording, safe_body, safe_form, safe_headers};
use crate::route::{Route, Service};
use crate::tls::Identity;
use crate::trouble::{self, Sent, Trouble};
use crate::world::World;
use crate::{gate, routes};

/// Larger requests are not even read; the platform's own limit for events is far lower.
const LARGEST_REQUEST: usize = 32 * 1024 * 1024;

/// What every connection shares.
#[derive(Debug)]
pub(crate) struct Shared {
    pub(crate) world: Mutex<World>,
    pub(crate) clock: Clock,
    pub(crate) faults: Faults,
    pub(crate) recording: Recording,
    pub(crate) latency: Duration,
}

/// Why a connection closes without an answer. hyper wants an error to do that.
#[derive(Debug)]
struct HangUp;

impl std::fmt::Display for HangUp {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("the connection is closed on purpose")
    }
}

impl std::error::Error for HangUp {}

/// Accepts connections until told to stop.
pub(crate) async fn run(
    listener: TcpListener,
    shared: Arc<Shared>,
    identity: Option<Identity>,
    mut stop: watch::Receiver<bool>,
) {
    loop {
        tokio::select! {
            _ = stop.changed() => return,
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => {
                    let _ = stream.set_nodelay(true);
                    tokio::spawn(serve(stream, shared.clone(), identity.clone(), stop.clone()));
                }
                Err(cause) => tracing::warn!(%cause, "a connection could not be accepted"),
            }
        }
    }
}

async fn serve(
    stream: tokio::net::TcpStream,
    shared: Arc<Shared>,
    identity: Option<Identity>,
    stop: watch::Receiver<bool>,
) {
    let ended = match identity {
        None => talk(stream, shared, stop).await,
        Some(identity) => match identity.accept(stream).await {
            Ok(encrypted) => talk(encrypted, shared, stop).await,
            Err(cause) => Err(cause),
        },
    };
    if let Err(cause) = ended {
        tracing::debug!(%cause, "a connection ended early");
    }
}

async fn talk<S>(stream: S, shared: Arc<Shared>, mut stop: watch::Receiver<bool>) -> io::Result<()>
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let service = service_fn(move |request| answer(shared.clone(), request));
    let connection = hyper::server::conn::http1::Builder::new()
        .timer(TokioTimer::new())
        .serve_connection(TokioIo::new(stream), service);
    tokio::select! {
        ended = connection => ended.map_err(io::Error::other),
        _ = stop.changed() => Ok(()),
    }
}

async fn answer(
    shared: Arc<Shared>,
    request: Request<Incoming>,
) -> Result<Response<trouble::Payload>, HangUp> {
    let (head, body) = request.into_parts();
    let body = match Limited::new(body, LARGEST_REQUEST).collect().await {
        Ok(collected) => collected.to_bytes(),
        Err(_) => return Ok(trouble::whole(413, &[], Bytes::new())),
    };
    let found = Route::find(&head.method, head.uri.path());
    let route = found.as_ref().map(|(route, _)| *route);
    let raw_query = head.uri.query().unwrap_or_default();
    let mut recorded = Recorded {
        at_ms: shared.clock.now_ms(),
        method: head.method.to_string(),
        path: head.uri.path().to_owned(),
        query: safe_form(raw_query),
        headers: safe_headers(&head.headers),
        body: safe_body(route, &body),
        route,
        status: None,
    };
    let query = Query::parse(raw_query);
    let sent = match found {
        None => Sent::Reply(settle(Err(unknown_route(&recorded.method, &recorded.path)))),
        Some((route, captured)) => {
            let call = Call {
                route,
                captured,
                query,
                headers: head.headers,
                body,
                now_ms: 0,
                sandbox: String::new(),
                client_id: String::new(),
                list_delay_ms: 0,
                empty_page: false,
            };
            perform(&shared, call).await
        }
    };
    recorded.status = sent.status();
    if route.is_none_or(|route| route.service() != Service::Control) {
        shared.recording.push(recorded);
    }
    sent.into_response().ok_or(HangUp)
}

/// Does what the route does, with whatever trouble is planned for it.
async fn perform(shared: &Shared, mut call: Call) -> Sent {
    if call.route.service() == Service::Control {
        return Sent::Reply(settle(routes::control::answer(shared, &call)));
    }
    let trouble = Trouble::new(shared.faults.strike(call.route));
    let wait = shared.latency + trouble.delay();
    // Even a sleep of no time costs a tick of the timer.
    if !wait.is_zero() {
        tokio::time::sleep(wait).await;
    }
    if let Some(instead) = trouble.instead() {
        return instead;
    }
    trouble.prepare(&mut call);
    let mut world = shared.world.lock().expect("routes do not panic while they hold the world");
    shared.clock.advance(trouble.passes());
    world.tokens.age(trouble.passes());
    call.now_ms = shared.clock.now_ms();
    let outcome = gate::admit(&world, &mut call);
    let outcome = outcome.and_then(|()| routes::dispatch(&mut world, &call));
    drop(world);
    trouble.after(settle(outcome))
}

/// A refusal is a reply too; it gets its request id here.
fn settle(outcome: Result<Reply, Refusal>) -> Reply {
    let request_id = uuid::Uuid::new_v4().simple().to_string();
    let mut reply = outcome.unwrap_or_else(|Refusal(reply)| reply);
    problem::sign(&mut reply, &request_id);
    reply.with_header("x-request-id", request_id)
}

fn unknown_route(method: &str, path: &str) -> Refusal {
    let detail = format!("The emulator does not know {method} {path}.");
    problem::aep("EMULATOR-0501", 501, "Not implemented", &detail)
}

/// The body of a reply as bytes, and its media type.
pub(crate) fn encode(body: &Body) -> (Option<&'static str>, Bytes) {
    match body {
        Body::Empty => (None, Bytes::new()),
        Body::Text(media_type, text) => (Some(media_type), Bytes::copy_from_slice(text.as_bytes())),
        Body::Json(value) => (Some("application/json"), Bytes::from(value.to_string())),
    }
}
