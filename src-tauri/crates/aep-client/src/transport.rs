//! The one place that touches reqwest: one attempt at one request.
//!
//! Connections are pooled, answers may be compressed, the system's proxy is used for everything but
//! this machine, redirects are never followed and the TLS check cannot be switched off. What does
//! not belong here: tokens, retries, what an answer means.

mod failure;

use std::sync::OnceLock;
use std::time::Duration;

use jiff::Timestamp;
use reqwest::header::{HeaderMap, HeaderName, HeaderValue};
use reqwest::{Certificate, redirect};
use url::Url;

use crate::config::{Config, Timeouts, is_loopback};
use crate::error::{Error, Result};
use crate::request::Method;
use crate::retry;

/// No answer of the platform comes near this; a larger one is broken or hostile.
pub(crate) const LARGEST_BODY: usize = 64 * 1024 * 1024;

/// Unused connections are given up before the other side is likely to do so: a request that meets a
/// closing connection ends in doubt.
const IDLE: Duration = Duration::from_secs(20);

/// Sends requests. Holds the connection pools, so one of it should live as long as its client.
#[derive(Debug)]
pub(crate) struct Transport {
    certificates: Vec<Certificate>,
    timeouts: Timeouts,
    proxied: OnceLock<reqwest::Client>,
    direct: OnceLock<reqwest::Client>,
}

/// What is to be sent, complete.
pub(crate) struct Outgoing<'a> {
    pub(crate) method: Method,
    pub(crate) url: Url,
    pub(crate) headers: Vec<Header>,
    pub(crate) body: Option<Vec<u8>>,
    /// The path with placeholders, for errors.
    pub(crate) template: &'a str,
    /// How large the answer may be, in bytes.
    pub(crate) limit: usize,
}

/// One header. Its value may be a secret, so it does not print.
pub(crate) struct Header {
    pub(crate) name: &'static str,
    pub(crate) value: String,
}

impl Header {
    pub(crate) fn new(name: &'static str, value: impl Into<String>) -> Self {
        Self { name, value: value.into() }
    }
}

/// A complete answer, whatever its status.
#[derive(Debug, Default)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) content_type: Option<String>,
    pub(crate) request_id: Option<String>,
    pub(crate) retry_after: Option<Duration>,
    pub(crate) location: Option<String>,
    pub(crate) etag: Option<String>,
    pub(crate) body: Vec<u8>,
}

impl Reply {
    pub(crate) fn is_success(&self) -> bool {
        (200..300).contains(&self.status)
    }

    /// The host a redirect points to; its path may hold secrets.
    pub(crate) fn redirect_host(&self) -> String {
        let url = self.location.as_deref().and_then(|location| Url::parse(location).ok());
        let host = url.as_ref().and_then(Url::host_str).map(str::to_owned);
        host.unwrap_or_else(|| "another address".to_owned())
    }
}

impl Transport {
    /// Reads the extra certificates; connects to nothing.
    pub(crate) fn new(config: &Config) -> Result<Self> {
        let mut certificates = Vec::new();
        for pem in &config.extra_root_certificates {
            let read = Certificate::from_pem_bundle(pem.as_bytes())
                .ok()
                .filter(|bundle| !bundle.is_empty())
                .ok_or_else(|| {
                    Error::config("extra_root_certificates", "is not a PEM certificate")
                })?;
            certificates.extend(read);
        }
        Ok(Self {
            certificates,
            timeouts: config.timeouts,
            proxied: OnceLock::new(),
            direct: OnceLock::new(),
        })
    }

    /// Sends one request once and waits for the whole answer.
    pub(crate) async fn send(&self, outgoing: Outgoing<'_>) -> Result<Reply> {
        let host = outgoing.url.host_str().unwrap_or_default().to_owned();
        let (template, limit) = (outgoing.template, outgoing.limit);
        let client = self.client_for(&outgoing.url)?;
        let method = match outgoing.method {
            Method::Get => reqwest::Method::GET,
            Method::Post => reqwest::Method::POST,
            Method::Put => reqwest::Method::PUT,
            Method::Patch => reqwest::Method::PATCH,
            Method::Delete => reqwest::Method::DELETE,
        };
        let mut request =
            client.request(method, outgoing.url).headers(header_map(outgoing.headers)?);
        if let Some(body) = outgoing.body {
            request = request.body(body);
        }
        let answer = request.send().await.map_err(|error| failure::classify(&host, &error))?;
        let mut reply = head(&answer);
        reply.body = read_body(answer, &host, template, limit).await?;
        Ok(reply)
    }

    /// The pool for an address: this machine is never reached through a proxy.
    fn client_for(&self, url: &Url) -> Result<&reqwest::Client> {
        let slot = if is_loopback(url) { &self.direct } else { &self.proxied };
        if let Some(client) = slot.get() {
            return Ok(client);
        }
        let built = self.build(is_loopback(url))?;
        Ok(slot.get_or_init(|| built))
    }

    fn build(&self, direct: bool) -> Result<reqwest::Client> {
        let builder = reqwest::Client::builder()
            .user_agent(concat!("inlet/", env!("CARGO_PKG_VERSION")))
            .redirect(redirect::Policy::none())
            .referer(false)
            .gzip(true)
            .pool_idle_timeout(IDLE)
            .connect_timeout(self.timeouts.connect)
            .timeout(self.timeouts.request)
            .tls_certs_merge(self.certificates.clone());
        let builder = if direct { builder.no_proxy() } else { builder };
        builder.build().map_err(|error| Error::config("transport", failure::detail(&error)))
    }
}

fn header_map(headers: Vec<Header>) -> Result<HeaderMap> {
    let mut map = HeaderMap::with_capacity(headers.len());
    for Header { name, value } in headers {
        let mut value = HeaderValue::from_str(&value)
            .map_err(|_| Error::config(name, "contains characters that a header cannot carry"))?;
        value.set_sensitive(name == "authorization");
        map.insert(HeaderName::from_static(name), value);
    }
    Ok(map)
}

fn head(answer: &reqwest::Response) -> Reply {
    let headers = answer.headers();
    let text = |name: &str| Some(headers.get(name)?.to_str().ok()?.to_owned());
    let now = text("date").and_then(|date| retry::http_date(&date)).unwrap_or_else(Timestamp::now);
    Reply {
        status: answer.status().as_u16(),
        content_type: text("content-type"),
        request_id: text("x-request-id"),
        retry_after: text("retry-after").and_then(|value| retry::retry_after(&value, now)),
        location: text("location"),
        etag: text("etag"),
        body: Vec::new(),
    }
}

async fn read_body(
    mut answer: reqwest::Response,
    host: &str,
    template: &str,
    limit: usize,
) -> Result<Vec<u8>> {
    let expected = answer.content_length().and_then(|length| usize::try_from(length).ok());
    let mut body = Vec::with_capacity(expected.unwrap_or_default().min(limit));
    loop {
        match answer.chunk().await {
            Ok(Some(chunk)) if body.len() + chunk.len() > limit => {
                return Err(Error::TooLarge { path: template.to_owned(), limit });
            }
            Ok(Some(chunk)) => body.extend_from_slice(&chunk),
            Ok(None) => return Ok(body),
            Err(error) => return Err(failure::classify(host, &error)),
        }
    }
}
