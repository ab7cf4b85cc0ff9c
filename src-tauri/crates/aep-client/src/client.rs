//! The client: who is asking, and the one way every request goes out.
//!
//! Adds the headers, applies the retry rules, keeps the token on the platform's own host. What does
//! not belong here: the wire itself (`transport`), what the services offer (their modules).

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use serde::de::DeserializeOwned;
use url::Url;

use crate::auth::{Auth, Bearer};
use crate::config::Config;
use crate::error::{Error, Result};
use crate::gate::Gate;
use crate::ids::{ClientId, OrgId, SandboxName};
use crate::inlet::Inlet;
use crate::observer::{Exchange, Observer};
use crate::request::{Method, Path, Request, Root, Scope, Target};
use crate::retry::{Decision, Kind, Outcome, RetryPolicy, decide};
use crate::sandboxes::Sandboxes;
use crate::transport::{Header, Outgoing, Reply, Transport};
use crate::{decode, link, request_log};

/// A connection to the platform for one organisation and one credential. Cheap to clone; clones
/// share connections, token and rate limits. Nothing is sent before the first call.
#[derive(Clone)]
pub struct Client {
    inner: Arc<Inner>,
    observer: Option<Arc<dyn Observer>>,
}

struct Inner {
    base_url: Url,
    org_id: OrgId,
    client_id: ClientId,
    retry: RetryPolicy,
    transport: Arc<Transport>,
    auth: Auth,
    gate: Gate,
    /// The last request found nobody.
    unreached: AtomicBool,
}

impl Client {
    /// Checks the configuration and makes a client.
    ///
    /// # Errors
    /// [`Error::Config`] names the first field that cannot work.
    pub fn new(config: Config) -> Result<Self> {
        config.check()?;
        let transport = Arc::new(Transport::new(&config)?);
        let auth = Auth::new(&config, Arc::clone(&transport));
        let inner = Inner {
            base_url: config.base_url,
            org_id: config.org_id,
            client_id: config.client_id,
            retry: config.retry,
            transport,
            auth,
            gate: Gate::default(),
            unreached: AtomicBool::new(false),
        };
        Ok(Self { inner: Arc::new(inner), observer: None })
    }

    /// The same connection, but everything asked through it is told to this observer, in place of an earlier one.
    #[must_use]
    pub fn observed_by(&self, observer: Arc<dyn Observer>) -> Self {
        Self { inner: Arc::clone(&self.inner), observer: Some(observer) }
    }

    /// Makes sure there is a token, which proves id and secret; asks nothing of the platform. A
    /// pasted token is taken on trust: only a call can show that it has expired.
    ///
    /// # Errors
    /// [`Error::SignIn`] when the credential is refused, or what kept the sign-in service away.
    pub async fn check_sign_in(&self) -> Result<()> {
        self.inner.auth.bearer().await.map(drop)
    }

    /// Everything inside one sandbox.
    #[must_use]
    pub fn sandbox(&self, name: &SandboxName) -> Sandbox {
        Sandbox { client: self.clone(), name: name.clone() }
    }

    /// The sandboxes this credential may use.
    #[must_use]
    pub fn sandboxes(&self) -> Sandboxes {
        Sandboxes::new(self.clone())
    }

    /// Posting events to a streaming endpoint.
    #[must_use]
    pub fn inlet(&self) -> Inlet {
        Inlet::new(Arc::clone(&self.inner.transport))
    }

    /// Whether the last request found the host; true before the first. An answer of any kind means that it did.
    #[must_use]
    pub fn is_reached(&self) -> bool {
        !self.inner.unreached.load(Ordering::Relaxed)
    }

    /// Notes whether somebody was there.
    fn heard(&self, result: Result<Reply>) -> Result<Reply> {
        self.inner.unreached.store(Outcome::of(&result) == Outcome::NotSent, Ordering::Relaxed);
        result
    }

    /// Whether a link leads to the platform itself, where the token may go.
    pub(crate) fn is_own(&self, root: Root, link: &str) -> bool {
        link::resolve(&self.inner.base_url, root, &Target::Link(link.to_owned())).is_ok()
    }

    /// Sends a request, as often as the rules allow, and answers with a successful reply. Whoever observes has
    /// been told of it by then.
    pub(crate) async fn send(&self, request: &Request) -> Result<Reply> {
        let Some(observer) = &self.observer else { return self.pursue(request).await };
        let started = Instant::now();
        let result = self.pursue(request).await;
        let url = link::resolve(&self.inner.base_url, request.root, &request.target);
        let headers = self.headers(request, "{ACCESS_TOKEN}", "{API_KEY}");
        observer.finished(Exchange::new(request, url, headers, &result, started.elapsed())).await;
        result
    }

    async fn pursue(&self, request: &Request) -> Result<Reply> {
        let mut attempt = 1;
        let mut renewed = false;
        let mut in_doubt = false;
        loop {
            self.wait_for_the_gate().await;
            let bearer = match self.inner.auth.bearer().await {
                Ok(bearer) => bearer,
                Err(error) => return self.heard(Err(error)),
            };
            let result = self.heard(self.attempt(request, &bearer, attempt).await);
            if let Ok(reply) = &result
                && reply.status == 401
                && !renewed
                && self.inner.auth.refused(&bearer)
            {
                renewed = true;
                continue;
            }
            let outcome = Outcome::of(&result);
            match self.after(request, outcome, attempt) {
                Decision::Wait(time) => self.inner.retry.pause(time).await,
                Decision::Stop => return self.conclude(request, result, in_doubt),
            }
            in_doubt |= outcome.may_have_run();
            attempt += 1;
        }
    }

    /// Keeps the pause that any call of this client was asked for, and what it was made longer by meanwhile.
    async fn wait_for_the_gate(&self) {
        let mut kept = None;
        while let Some(pause) = self.inner.gate.closed(kept) {
            self.inner.retry.pause(pause.left).await;
            kept = Some(pause);
        }
    }

    async fn attempt(&self, request: &Request, bearer: &Bearer, attempt: u32) -> Result<Reply> {
        let outgoing = Outgoing {
            method: request.method,
            url: link::resolve(&self.inner.base_url, request.root, &request.target)?,
            headers: self.headers(request, bearer.token.expose(), self.inner.client_id.as_str()),
            body: request.body.clone(),
            template: &request.template,
            limit: request.limit,
        };
        let started = Instant::now();
        let result = self.inner.transport.send(outgoing).await;
        request_log::record(&request.operation(), attempt, started.elapsed(), &result);
        result
    }

    fn after(&self, request: &Request, outcome: Outcome, attempt: u32) -> Decision {
        if let Outcome::Answered { status: 429, retry_after: Some(time) } = outcome {
            self.inner.gate.close_for(time.min(self.inner.retry.longest_retry_after));
        }
        decide(&self.inner.retry, request.kind, outcome, attempt, self.inner.retry.chance())
    }

    /// What the last attempt means for the call as a whole. `in_doubt`: an earlier attempt may have
    /// run without our seeing its answer.
    fn conclude(&self, request: &Request, result: Result<Reply>, in_doubt: bool) -> Result<Reply> {
        let writes = matches!(request.kind, Kind::Create | Kind::Update);
        match result {
            Ok(reply) if reply.is_success() => Ok(reply),
            Ok(reply) => {
                let error = self.refusal(request, &reply);
                // What an earlier attempt removed is not there any more: that is success.
                if request.kind == Kind::Delete && in_doubt && error.is_not_found() {
                    return Ok(Reply { status: 204, ..Reply::default() });
                }
                Err(error)
            }
            Err(cause) if writes && Outcome::of_error(&cause) == Outcome::Lost => {
                Err(Error::OutcomeUnknown {
                    operation: request.operation(),
                    cause: Box::new(cause),
                })
            }
            Err(cause) => Err(cause),
        }
    }

    fn refusal(&self, request: &Request, reply: &Reply) -> Error {
        let error = decode::refusal(request, reply);
        let expired = error.problem().is_some_and(|problem| {
            problem.status == 401 && problem.code.as_deref() == Some("401013")
        });
        if expired && self.inner.auth.is_pasted() { Error::TokenExpired } else { error }
    }

    fn headers(&self, request: &Request, token: &str, api_key: &str) -> Vec<Header> {
        let mut headers = vec![
            Header::new("authorization", format!("Bearer {token}")),
            Header::new("x-api-key", api_key),
            Header::new("x-gw-ims-org-id", self.inner.org_id.as_str()),
            Header::new("accept", request.accept),
        ];
        if let Scope::Sandbox(name) = &request.scope {
            headers.push(Header::new("x-sandbox-name", name.as_str()));
        }
        if request.body.is_some() {
            headers.push(Header::new("content-type", "application/json"));
        }
        if let Some(etag) = &request.if_match {
            headers.push(Header::new("if-match", etag.as_str()));
        }
        headers
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("base_url", &self.inner.base_url.as_str())
            .field("org_id", &self.inner.org_id)
            .finish_non_exhaustive()
    }
}

/// One sandbox: the door to everything in it. Cheap to clone. No request to a sandboxed service can
/// be built without one, because without the header the platform silently uses production.
#[derive(Clone, Debug)]
pub struct Sandbox {
    client: Client,
    name: SandboxName,
}

impl Sandbox {
    /// The sandbox's name.
    #[must_use]
    pub fn name(&self) -> &SandboxName {
        &self.name
    }

    pub(crate) fn client(&self) -> Client {
        self.client.clone()
    }

    pub(crate) fn request(&self, method: Method, root: Root, path: Path) -> Request {
        Request::new(Scope::Sandbox(self.name.clone()), method, root, path)
    }

    pub(crate) fn link(&self, root: Root, link: &str, template: &str) -> Request {
        Request::link(Scope::Sandbox(self.name.clone()), root, link, template)
    }

    pub(crate) async fn fetch<T: DeserializeOwned>(&self, request: &Request) -> Result<T> {
        let reply = self.client.send(request).await?;
        decode::value(request, &reply)
    }

    /// For answers without a body, or whose body says nothing.
    pub(crate) async fn run(&self, request: &Request) -> Result<()> {
        let reply = self.client.send(request).await?;
        decode::nothing(request, &reply)
    }
}
