//! The ways to sign in to the sources that have accounts, as the platform describes them: a JSON Schema each. The
//! shapes follow the published templates; the words are ours.

use serde_json::{Value, json};

/// Connection spec of PathFactory, a batch source: a name and a password.
pub(crate) const PATHFACTORY: &str = "ea1c2a08-b722-11eb-8529-0242ac130003";
/// Connection spec of Capillary: OAuth 2 client credentials, or a pasted token.
pub(crate) const CAPILLARY: &str = "6360f136-5980-4111-8bdf-15d29eab3b5a";
/// Connection spec of Amazon Kinesis: an access key and a region.
pub(crate) const KINESIS: &str = "86043421-563b-46ec-8e6c-e23184711bf6";
/// Connection spec of the generic streaming source: no secret, and its accounts cannot be changed.
pub(crate) const HTTP_API: &str = "bc7b00d6-623a-4dfc-9fdb-f1240aeadaeb";

/// The `authSpec` of a source; empty for those without accounts.
pub(crate) fn of(source: &str) -> Vec<Value> {
    match source {
        PATHFACTORY => vec![basic()],
        CAPILLARY => vec![client_credentials(), pasted_token()],
        KINESIS => vec![access_key()],
        HTTP_API => vec![streaming_connection()],
        _ => Vec::new(),
    }
}

/// Which of the values of an account are secrets, by their names.
pub(crate) fn secrets(source: &str, way: &str) -> Vec<String> {
    let spec = of(source).into_iter().find(|spec| spec["name"] == way).unwrap_or_default();
    let fields = spec["spec"]["properties"].as_object().cloned().unwrap_or_default();
    let secret = fields.into_iter().filter(|(_, field)| field["format"] == "password");
    secret.map(|(name, _)| name).collect()
}

fn spec(name: &str, kind: &str, about: &str, properties: Value, required: &[&str]) -> Value {
    json!({
        "name": name,
        "type": kind,
        "spec": {
            "$schema": "http://json-schema.org/draft-07/schema#",
            "type": "object",
            "description": about,
            "properties": properties,
            "required": required,
        },
    })
}

fn basic() -> Value {
    let properties = json!({
        "host": {
            "type": "string",
            "format": "uri",
            "description": "Address of the service",
            "examples": ["https://content.example"],
        },
        "username": { "type": "string", "description": "Name to sign in with" },
        "password": {
            "type": "string",
            "format": "password",
            "description": "Password to sign in with",
        },
    });
    let required = ["host", "username", "password"];
    let about = "The name and password of a user who may read content.";
    spec("Basic Authentication", "BasicAuthentication", about, properties, &required)
}

fn client_credentials() -> Value {
    let properties = json!({
        "clientId": { "type": "string", "description": "Client ID of the application" },
        "clientSecret": {
            "type": "string",
            "format": "password",
            "description": "Client secret of the application",
        },
        "accessTokenUrl": {
            "type": "string",
            "format": "uri",
            "description": "Where tokens are issued",
        },
        "scope": { "type": "string", "description": "What to ask for, if not everything" },
        "expirationDate": { "type": "string", "uiAttributes": { "hidden": true } },
        "requestParameterOverride": {
            "type": "object",
            "description": "What the service calls the parts of a token request, if not by their usual names",
            "properties": {
                "clientIdKey": { "type": "string", "default": "client_id" },
                "retries": { "type": "integer", "minimum": 0, "maximum": 5 },
            },
        },
    });
    let required = ["clientId", "clientSecret", "accessTokenUrl"];
    let about = "An application of yours that may read on its own behalf.";
    spec("OAuth2 Client Credentials", "OAuth2ClientCredential", about, properties, &required)
}

fn pasted_token() -> Value {
    let properties = json!({
        "accessToken": {
            "type": "string",
            "format": "password",
            "description": "A token that you were given; it runs out some day",
        },
    });
    spec("Access Token", "OAuth2AccessToken", "A token alone.", properties, &["accessToken"])
}

fn access_key() -> Value {
    let properties = json!({
        "accessKeyId": {
            "type": "string",
            "description": "Access key ID of the AWS user",
            "pattern": "^[A-Z0-9]{16,32}$",
            "examples": ["AKIAIOSFODNN7EXAMPLE"],
        },
        "secretKey": {
            "type": "string",
            "format": "password",
            "description": "Secret access key of the same user",
        },
        "region": {
            "type": "string",
            "description": "Region of the stream",
            "enum": ["us-east-1", "us-west-2", "eu-central-1", "eu-west-1", "ap-southeast-2"],
        },
    });
    let required = ["accessKeyId", "secretKey", "region"];
    let about = "An AWS user who may read the stream.";
    spec("Access Key", "KeyBased", about, properties, &required)
}

fn streaming_connection() -> Value {
    let properties = json!({
        "dataType": {
            "type": "string",
            "description": "The form of what is sent",
            "enum": ["xdm", "raw"],
        },
        "sourceId": { "type": "string", "description": "A name for who sends" },
        "authenticationRequired": {
            "type": "boolean",
            "description": "Take in only what comes with a sign-in",
            "default": false,
        },
    });
    let about = "An endpoint that others send to.";
    spec("Streaming Connection", "Streaming", about, properties, &["dataType"])
}
