//! Plain HTTP to an emulator, without the client: what was sent and what came back can be seen.

use std::time::Duration;

use aep_emulator::{Emulator, Role};
use reqwest::{Method, StatusCode};
use serde_json::Value;

/// Someone who talks to the platform with nothing but HTTP. Headers can be left out or replaced.
#[derive(Clone, Debug)]
pub struct Caller {
    http: reqwest::Client,
    base_url: String,
    headers: Vec<(String, String)>,
}

/// What came back.
#[derive(Clone, Debug)]
pub struct Answer {
    /// HTTP status.
    pub status: StatusCode,
    /// Headers, names in lower case.
    pub headers: Vec<(String, String)>,
    /// The body as it came.
    pub text: String,
}

impl Answer {
    /// The body as JSON; null if it is none.
    #[must_use]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_default()
    }

    /// A header.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Status and the code of the platform's error, such as `(400, "FLOW-1425-400")`.
    #[must_use]
    pub fn refusal(&self) -> (u16, String) {
        let body = self.json();
        let kind = body["type"].as_str().and_then(|kind| kind.rsplit('/').next());
        let code = kind.or_else(|| body["error_code"].as_str()).or_else(|| body["error"].as_str());
        (self.status.as_u16(), code.unwrap_or_default().to_owned())
    }
}

/// An address with a sign-in.
#[derive(Clone, Debug)]
pub struct SignIn<'a> {
    /// Where the emulator is.
    pub base_url: &'a str,
    /// Client id.
    pub client_id: &'a str,
    /// Client secret.
    pub client_secret: &'a str,
    /// Organisation.
    pub org_id: &'a str,
    /// Sandbox.
    pub sandbox: &'a str,
}

impl Caller {
    /// Signs in to an emulator with the credential that may do everything.
    pub async fn of(emulator: &Emulator) -> Self {
        Self::with_role(emulator, Role::Full).await
    }

    /// Signs in to an emulator with another role.
    pub async fn with_role(emulator: &Emulator, role: Role) -> Self {
        let credential = emulator.credential(role);
        Self::sign_in(&SignIn {
            base_url: emulator.base_url(),
            client_id: &credential.client_id,
            client_secret: &credential.client_secret,
            org_id: emulator.org_id(),
            sandbox: emulator.sandboxes()[0],
        })
        .await
    }

    /// Signs in anywhere.
    ///
    /// # Panics
    /// When no token is given.
    pub async fn sign_in(sign_in: &SignIn<'_>) -> Self {
        let http = reqwest::Client::builder()
            .no_proxy()
            .redirect(reqwest::redirect::Policy::none())
            .timeout(Duration::from_secs(30))
            .build()
            .expect("the settings above fit together");
        let base_url = sign_in.base_url.to_owned();
        let mut caller = Self { http, base_url, headers: Vec::new() };
        let answer = caller.ask_token(sign_in.client_id, sign_in.client_secret).await;
        let body = answer.json();
        let token = body["access_token"].as_str().expect("the sign-in works");
        caller.headers = vec![
            ("authorization".to_owned(), format!("Bearer {token}")),
            ("x-api-key".to_owned(), sign_in.client_id.to_owned()),
            ("x-gw-ims-org-id".to_owned(), sign_in.org_id.to_owned()),
            ("x-sandbox-name".to_owned(), sign_in.sandbox.to_owned()),
        ];
        caller
    }

    /// Asks for a token.
    pub async fn ask_token(&self, client_id: &str, client_secret: &str) -> Answer {
        let mut form = url::form_urlencoded::Serializer::new(String::new());
        form.append_pair("grant_type", "client_credentials");
        form.append_pair("client_id", client_id).append_pair("client_secret", client_secret);
        form.append_pair("scope", "openid,session,AdobeID,read_organizations");
        let request = self.http.post(format!("{}/ims/token/v3", self.base_url));
        let request = request.header("content-type", "application/x-www-form-urlencoded");
        let request = request.body(form.finish());
        send(request).await.expect("the token endpoint answers")
    }

    /// The same caller without a header.
    #[must_use]
    pub fn without(mut self, name: &str) -> Self {
        self.headers.retain(|(key, _)| key != name);
        self
    }

    /// The same caller with a header added or replaced.
    #[must_use]
    pub fn with(self, name: &str, value: &str) -> Self {
        let mut caller = self.without(name);
        caller.headers.push((name.to_owned(), value.to_owned()));
        caller
    }

    /// Sends a request. A path without `/data` or another root is put under `/data/foundation`.
    ///
    /// # Errors
    /// When the connection breaks before the answer is whole.
    pub async fn send(
        &self,
        method: &str,
        path: &str,
        body: Option<&Value>,
    ) -> reqwest::Result<Answer> {
        let rooted = ["/data/", "/collection/", "/ims/", "/__emulator__/"];
        let prefix =
            if rooted.iter().any(|root| path.starts_with(root)) { "" } else { "/data/foundation" };
        let method = Method::from_bytes(method.as_bytes()).expect("tests name real methods");
        let mut request = self.http.request(method, format!("{}{prefix}{path}", self.base_url));
        for (name, value) in &self.headers {
            request = request.header(name, value);
        }
        if let Some(body) = body {
            request = request.header("content-type", "application/json").body(body.to_string());
        }
        send(request).await
    }

    /// `GET`.
    ///
    /// # Panics
    /// When no answer comes.
    pub async fn get(&self, path: &str) -> Answer {
        self.send("GET", path, None).await.expect("an answer comes")
    }

    /// `POST`.
    ///
    /// # Panics
    /// When no answer comes.
    pub async fn post(&self, path: &str, body: Value) -> Answer {
        self.send("POST", path, Some(&body)).await.expect("an answer comes")
    }

    /// `PUT`.
    ///
    /// # Panics
    /// When no answer comes.
    pub async fn put(&self, path: &str, body: Value) -> Answer {
        self.send("PUT", path, Some(&body)).await.expect("an answer comes")
    }

    /// `PATCH`.
    ///
    /// # Panics
    /// When no answer comes.
    pub async fn patch(&self, path: &str, body: Value) -> Answer {
        self.send("PATCH", path, Some(&body)).await.expect("an answer comes")
    }

    /// `DELETE`.
    ///
    /// # Panics
    /// When no answer comes.
    pub async fn delete(&self, path: &str) -> Answer {
        self.send("DELETE", path, None).await.expect("an answer comes")
    }

    /// Sends an event to a streaming endpoint, for a flow.
    ///
    /// # Panics
    /// When no answer comes.
    pub async fn event(&self, inlet_url: &str, flow_id: &str, event: &Value) -> Answer {
        let url = format!("{inlet_url}?x-adobe-flow-id={flow_id}");
        let request = self.http.post(url).header("content-type", "application/json");
        send(request.body(event.to_string())).await.expect("an answer comes")
    }
}

async fn send(request: reqwest::RequestBuilder) -> reqwest::Result<Answer> {
    let response = request.send().await?;
    let headers = response.headers().iter().map(|(name, value)| {
        (name.as_str().to_owned(), String::from_utf8_lossy(value.as_bytes()).into_owned())
    });
    let headers = headers.collect();
    Ok(Answer { status: response.status(), headers, text: response.text().await? })
}

/// Takes a text out of an answer.
///
/// # Panics
/// When it is not there.
#[must_use]
pub fn text(answer: &Answer, pointer: &str) -> String {
    let found = answer.json().pointer(pointer).and_then(Value::as_str).map(str::to_owned);
    found.unwrap_or_else(|| panic!("{} {} has no {pointer}", answer.status, answer.text))
}
