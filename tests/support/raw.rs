//! Plain HTTP to an emulator, without the client: what was sent and what came back can be seen.

use std::time::Duration;

use aep_emulator::{Emulator, Role};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

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

/// A schema with its field group and dataset.
#[derive(Clone, Debug)]
pub struct Landing {
    /// The tenant, without an underscore.
    pub tenant: String,
    /// `$id` of the field group.
    pub field_group: String,
    /// `$id` of the schema.
    pub schema: String,
    /// The dataset.
    pub dataset: String,
}

/// A whole dataflow.
#[derive(Clone, Debug)]
pub struct Dataflow {
    /// Where it lands.
    pub landing: Landing,
    /// Source connection.
    pub source: String,
    /// Target connection.
    pub target: String,
    /// Mapping set.
    pub mapping: String,
    /// The flow.
    pub flow: String,
    /// Its streaming endpoint.
    pub inlet_url: String,
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

/// Makes a place for events whose tenant fields are these.
pub async fn landing(caller: &Caller, title: &str, fields: Value) -> Landing {
    let stats = caller.get("/schemaregistry/stats").await;
    let tenant = text(&stats, "/tenantId");
    let group = json!({
        "type": "object",
        "title": title,
        "description": "",
        "meta:intendedToExtend": ["https://ns.adobe.com/xdm/context/experienceevent"],
        "definitions": { "own": { "type": "object", "properties": {
            format!("_{tenant}"): { "type": "object", "properties": fields },
        } } },
        "allOf": [{ "$ref": "#/definitions/own" }],
    });
    let group = caller.post("/schemaregistry/tenant/fieldgroups", group).await;
    let field_group = text(&group, "/$id");
    let schema = json!({
        "type": "object",
        "title": title,
        "description": "",
        "allOf": [
            { "$ref": "https://ns.adobe.com/xdm/context/experienceevent" },
            { "$ref": field_group },
        ],
    });
    let schema = text(&caller.post("/schemaregistry/tenant/schemas", schema).await, "/$id");
    let content_type = "application/vnd.adobe.xed+json;version=1";
    let dataset = json!({
        "name": title,
        "schemaRef": { "id": schema, "contentType": content_type },
    });
    let dataset = text(&caller.post("/catalog/dataSets", dataset).await, "/0");
    let dataset = dataset.rsplit('/').next().unwrap_or_default().to_owned();
    Landing { tenant, field_group, schema, dataset }
}

/// Makes a source connection for Pendo.
pub async fn source(caller: &Caller, name: &str) -> String {
    let body = json!({
        "name": name,
        "connectionSpec": { "id": "6ff5654f-19d5-427d-bd3e-c0ebc802389a", "version": "1.0" },
        "data": { "format": "json" },
    });
    text(&caller.post("/flowservice/sourceConnections", body).await, "/id")
}

/// Makes a target connection for a dataset.
pub async fn target(caller: &Caller, dataset: &str) -> String {
    let body = json!({
        "name": "target",
        "connectionSpec": { "id": "c604ff05-7f1a-43c0-8e18-33bf874cb11c", "version": "1.0" },
        "params": { "dataSetId": dataset },
    });
    text(&caller.post("/flowservice/targetConnections", body).await, "/id")
}

/// The body of a mapping set with these lines: source and destination, an expression if the source
/// begins with `=`.
#[must_use]
pub fn mapping_body(schema: &str, lines: &[(&str, &str)]) -> Value {
    let content_type = "application/vnd.adobe.xed-full+json;version=1";
    let lines = lines.iter().map(|(source, destination)| match source.strip_prefix('=') {
        Some(expression) => {
            json!({ "sourceExpression": expression, "destinationXdmPath": destination })
        }
        None => json!({ "sourceAttribute": source, "destinationXdmPath": destination }),
    });
    json!({
        "outputSchema": { "schemaRef": { "id": schema, "contentType": content_type } },
        "mappings": lines.collect::<Vec<_>>(),
    })
}

/// The body of a flow.
#[must_use]
pub fn flow_body(source: &str, target: &str, mapping: &str) -> Value {
    json!({
        "name": "flow",
        "flowSpec": { "id": "e77fde5a-22a8-11ed-861d-0242ac120002", "version": "1.0" },
        "sourceConnectionIds": [source],
        "targetConnectionIds": [target],
        "transformations": [
            { "name": "Mapping", "params": { "mappingId": mapping, "mappingVersion": 0 } },
        ],
        "options": { "errorDiagnosticsEnabled": true },
    })
}

/// Makes a dataflow whose events are `{"id": …, "at": …, "score": …}`: id and date are required,
/// and the score is an integer from 0 to 10.
pub async fn dataflow(caller: &Caller) -> Dataflow {
    let fields = json!({
        "key": { "type": "string", "minLength": 1 },
        "score": { "type": "integer", "minimum": 0, "maximum": 10 },
    });
    let landing = landing(caller, "Scores", fields).await;
    let lines = [
        ("id", "_id"),
        ("at", "timestamp"),
        ("id", &format!("_{}.key", landing.tenant)),
        ("score", &format!("_{}.score", landing.tenant)),
    ];
    let mapping = mapping_body(&landing.schema, &lines);
    let mapping = text(&caller.post("/conversion/mappingSets", mapping).await, "/id");
    let source = source(caller, "source").await;
    let target = target(caller, &landing.dataset).await;
    let flow = flow_body(&source, &target, &mapping);
    let flow = text(&caller.post("/flowservice/flows", flow).await, "/id");
    let shown = caller.get(&format!("/flowservice/flows/{flow}")).await;
    let inlet_url = text(&shown, "/items/0/options/inletUrl");
    Dataflow { landing, source, target, mapping, flow, inlet_url }
}
