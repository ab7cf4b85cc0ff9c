//! Access tokens: fetched once for all who wait, renewed early, replaced once after a 401.
//!
//! Source: OAuth server-to-server credentials,
//! <https://developer.adobe.com/developer-console/docs/guides/authentication/ServerToServerAuthentication/ims>.
//! A pasted token is used as it is and never renewed. Tokens live in memory only.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use futures::FutureExt;
use futures::future::{BoxFuture, Shared};
use serde::Deserialize;
use url::Url;

use crate::config::{Config, Credential};
use crate::error::{Error, Result};
use crate::request::Method;
use crate::retry::{Decision, Kind, Outcome, RetryPolicy, decide};
use crate::secret::Secret;
use crate::transport::{Header, LARGEST_BODY, Outgoing, Reply, Transport};
use crate::{decode, encode, problem, request_log};

/// A larger `expires_in` is not seconds (a day is 86 400) but milliseconds, as an older endpoint
/// sent it.
const LONGEST_LIFE_IN_SECONDS: u64 = 200_000;

/// A token is renewed this long before it ends, or a tenth of its life if that is shorter.
const MARGIN: Duration = Duration::from_secs(500);

/// A token, and which one it is, so that a refusal is not held against its successor.
#[derive(Clone, Debug)]
pub(crate) struct Bearer {
    pub(crate) token: Secret,
    generation: u64,
}

/// Hands out tokens.
pub(crate) struct Auth {
    source: Source,
    state: Mutex<State>,
}

enum Source {
    Pasted(Bearer),
    Fetched(Arc<SignIn>),
}

#[derive(Default)]
struct State {
    generation: u64,
    current: Option<(Bearer, Instant)>,
    fetching: Option<Shared<BoxFuture<'static, Result<Fresh>>>>,
}

#[derive(Clone)]
struct Fresh {
    token: Secret,
    renew_in: Duration,
}

impl Auth {
    pub(crate) fn new(config: &Config, transport: Arc<Transport>) -> Self {
        let source = match &config.credential {
            Credential::AccessToken(token) => {
                let text = token.expose().trim();
                let token = Secret::new(text.strip_prefix("Bearer ").unwrap_or(text).trim());
                Source::Pasted(Bearer { token, generation: 0 })
            }
            Credential::ClientSecret(secret) => {
                Source::Fetched(Arc::new(SignIn::new(config, secret, transport)))
            }
        };
        Self { source, state: Mutex::default() }
    }

    /// A token that is good for a while. All who ask while one is fetched share that one.
    pub(crate) async fn bearer(&self) -> Result<Bearer> {
        let sign_in = match &self.source {
            Source::Pasted(bearer) => return Ok(bearer.clone()),
            Source::Fetched(sign_in) => sign_in,
        };
        let fetching = {
            let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some((bearer, renew_at)) = &state.current
                && Instant::now() < *renew_at
            {
                return Ok(bearer.clone());
            }
            let fetch = || Arc::clone(sign_in).fetch().boxed().shared();
            state.fetching.get_or_insert_with(fetch).clone()
        };
        let result = fetching.clone().await;
        self.settle(&fetching, result)
    }

    /// Keeps what was fetched. The first of the waiters does it; the others find it done.
    fn settle(
        &self,
        fetching: &Shared<BoxFuture<'static, Result<Fresh>>>,
        result: Result<Fresh>,
    ) -> Result<Bearer> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let first = state.fetching.as_ref().is_some_and(|other| other.ptr_eq(fetching));
        if first {
            state.fetching = None;
        }
        let fresh = result?;
        if first {
            state.generation += 1;
            let bearer = Bearer { token: fresh.token.clone(), generation: state.generation };
            state.current = Some((bearer, Instant::now() + fresh.renew_in));
        }
        Ok(Bearer { token: fresh.token, generation: state.generation })
    }

    /// Whether the token came from a person.
    pub(crate) fn is_pasted(&self) -> bool {
        matches!(self.source, Source::Pasted(_))
    }

    /// Forgets a token that the platform refused, so that the next call fetches another. Answers
    /// whether another can be had: a pasted token has no successor.
    pub(crate) fn refused(&self, bearer: &Bearer) -> bool {
        if self.is_pasted() {
            return false;
        }
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        if state
            .current
            .as_ref()
            .is_some_and(|(current, _)| current.generation == bearer.generation)
        {
            state.current = None;
        }
        true
    }
}

/// Fetches tokens from the sign-in service.
struct SignIn {
    transport: Arc<Transport>,
    url: Url,
    form: Secret,
    retry: RetryPolicy,
}

#[derive(Deserialize)]
struct Granted {
    access_token: Secret,
    expires_in: u64,
}

impl SignIn {
    fn new(config: &Config, secret: &Secret, transport: Arc<Transport>) -> Self {
        let pairs = [
            ("grant_type", "client_credentials"),
            ("client_id", config.client_id.as_str()),
            ("client_secret", secret.expose()),
            ("scope", config.scopes.as_str()),
        ];
        let form = pairs.map(|(key, value)| format!("{key}={}", encode::component(value)));
        let mut url = config.ims_url.clone();
        url.set_path(&format!("{}/ims/token/v3", url.path().trim_end_matches('/')));
        Self { transport, url, form: Secret::new(form.join("&")), retry: config.retry.clone() }
    }

    /// One token, retried like a read: asking twice does no harm.
    async fn fetch(self: Arc<Self>) -> Result<Fresh> {
        let mut attempt = 1;
        loop {
            let started = Instant::now();
            let result = self.ask().await;
            request_log::record("POST /ims/token/v3", attempt, started.elapsed(), &result);
            let outcome = Outcome::of(&result);
            match decide(&self.retry, Kind::Read, outcome, attempt, self.retry.chance()) {
                Decision::Wait(time) => self.retry.pause(time).await,
                Decision::Stop => return result.and_then(|reply| read(&reply)),
            }
            attempt += 1;
        }
    }

    async fn ask(&self) -> Result<Reply> {
        let outgoing = Outgoing {
            method: Method::Post,
            url: self.url.clone(),
            headers: vec![
                Header::new("content-type", "application/x-www-form-urlencoded"),
                Header::new("accept", "application/json"),
            ],
            body: Some(self.form.expose().as_bytes().to_vec()),
            template: "/ims/token/v3",
            limit: LARGEST_BODY,
        };
        self.transport.send(outgoing).await
    }
}

fn read(reply: &Reply) -> Result<Fresh> {
    let said = problem::read(&reply.body);
    if reply.is_success() && said.is_none() {
        let granted: Granted = serde_json::from_slice(&reply.body).map_err(|cause| {
            let broken = reply.body.trim_ascii_start().starts_with(b"{");
            let detail = decode::describe(&cause);
            let path = "/ims/token/v3".to_owned();
            if broken { Error::Decode { path, detail } } else { decode::not_json(reply) }
        })?;
        return Ok(Fresh { renew_in: renew_in(granted.expires_in), token: granted.access_token });
    }
    match said {
        Some(said) => Err(Error::SignIn {
            status: reply.status,
            error: said.code.unwrap_or_else(|| format!("HTTP {}", reply.status)),
            description: said.detail.or(said.title).unwrap_or_default(),
        }),
        None if (300..400).contains(&reply.status) => {
            Err(Error::Redirected { status: reply.status, to: reply.redirect_host() })
        }
        None => Err(decode::not_json(reply)),
    }
}

/// How long to use a token that is said to live for `expires_in`.
fn renew_in(expires_in: u64) -> Duration {
    let life = if expires_in > LONGEST_LIFE_IN_SECONDS {
        Duration::from_millis(expires_in)
    } else {
        Duration::from_secs(expires_in)
    };
    life - MARGIN.min(life / 10)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{read, renew_in};
    use crate::error::Error;
    use crate::transport::Reply;

    fn reply(status: u16, body: &str) -> Reply {
        Reply { status, body: body.as_bytes().to_vec(), ..Reply::default() }
    }

    #[test]
    fn a_token_is_renewed_before_it_ends_and_milliseconds_are_recognised() {
        assert_eq!(renew_in(86_399), Duration::from_secs(85_899));
        assert_eq!(renew_in(86_399_992), Duration::from_millis(85_899_992));
        assert_eq!(renew_in(100), Duration::from_secs(90));
    }

    #[test]
    fn a_refused_sign_in_names_the_error_of_the_service() {
        let body = r#"{"error":"invalid_client","error_description":"bad secret"}"#;
        for status in [400, 401, 200] {
            let error = read(&reply(status, body)).err().unwrap();
            assert!(
                matches!(&error, Error::SignIn { error, .. } if error == "invalid_client"),
                "{error:?}"
            );
        }
    }

    #[test]
    fn a_page_instead_of_a_token_is_reported_as_a_page() {
        let error = read(&reply(200, "<html>Log in to the Wi-Fi</html>")).err().unwrap();
        assert!(matches!(error, Error::NotJson { .. }), "{error:?}");
        let error = read(&reply(200, r#"{"access_token":"canary","exp"#)).err().unwrap();
        assert!(matches!(error, Error::Decode { .. }), "{error:?}");
        assert!(!error.to_string().contains("canary"));
    }
}
