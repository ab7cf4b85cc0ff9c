//! Taking out of a body what opens a door: parameters of accounts, secrets by whatever name, streaming endpoints.
//! What is hidden leaves its key behind, so that one sees that it was there.

use serde_json::{Map, Value};

/// Stands for what is hidden.
const DOTS: &str = "•••";

/// As many hexadecimal digits in a row are the id of a streaming endpoint.
const ENDPOINT_DIGITS: usize = 64;

/// Parts of names (in lower case) whose values are never shown.
const SECRET_NAMES: &[&str] = &[
    "secret",
    "password",
    "passphrase",
    "token",
    "credential",
    "inleturl",
    "inletid",
    "apikey",
    "accesskey",
    "accountkey",
    "privatekey",
    "sharedkey",
    "connectionstring",
    "authorization",
];

/// The body without what must not be seen.
pub(crate) fn redacted(value: Value) -> Value {
    match value {
        Value::Object(members) => object(members),
        Value::Array(items) => items.into_iter().map(redacted).collect(),
        Value::String(text) if names_an_endpoint(&text) => DOTS.into(),
        plain => plain,
    }
}

fn object(members: Map<String, Value>) -> Value {
    let patches_account = is_about_auth(&members);
    members
        .into_iter()
        .map(|(name, value)| {
            let hide = name == "auth" || is_secret(&name) || (patches_account && name == "value");
            let value = match value {
                Value::Bool(_) | Value::Null => value,
                value if hide => hidden(value),
                value => redacted(value),
            };
            (name, value)
        })
        .collect()
}

/// A step of a JSON Patch that changes how an account logs in, or anything else of a secret name.
fn is_about_auth(members: &Map<String, Value>) -> bool {
    let path = members.get("path").and_then(Value::as_str).unwrap_or_default();
    path.starts_with("/auth") || path.split('/').any(is_secret)
}

fn is_secret(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    SECRET_NAMES.iter().any(|secret| name.contains(secret))
}

/// Keeps the names of what is inside, and the name of the way to log in.
fn hidden(value: Value) -> Value {
    match value {
        Value::Object(members) => members
            .into_iter()
            .map(|(name, value)| {
                let value = if name == "specName" { value } else { hidden(value) };
                (name, value)
            })
            .collect(),
        _ => DOTS.into(),
    }
}

fn names_an_endpoint(text: &str) -> bool {
    let longest = text.split(|letter: char| !letter.is_ascii_hexdigit()).map(str::len).max();
    text.contains("/collection/") || longest.is_some_and(|digits| digits >= ENDPOINT_DIGITS)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::redacted;

    #[test]
    fn the_parameters_of_an_account_leave_only_their_names() {
        let account = json!({ "name": "S3", "auth": { "specName": "Access Key",
            "params": { "s3AccessKey": "AKIA", "nested": { "x": 1 } } } });
        assert_eq!(
            redacted(account),
            json!({ "name": "S3", "auth": { "specName": "Access Key",
                "params": { "s3AccessKey": "•••", "nested": { "x": "•••" } } } })
        );
    }

    #[test]
    fn a_patch_of_an_account_does_not_tell_the_new_secret() {
        let patch = json!([
            { "op": "replace", "path": "/auth/params", "value": { "user": "u", "pin": 7 } },
            { "op": "replace", "path": "/auth/params/password", "value": "canary" },
            { "op": "replace", "path": "/name", "value": "New" },
        ]);
        assert_eq!(
            redacted(patch),
            json!([
                { "op": "replace", "path": "/auth/params", "value": { "user": "•••", "pin": "•••" } },
                { "op": "replace", "path": "/auth/params/password", "value": "•••" },
                { "op": "replace", "path": "/name", "value": "New" },
            ])
        );
    }

    #[test]
    fn a_streaming_endpoint_is_hidden_wherever_it_stands() {
        let id = "a1".repeat(32);
        let flow = json!({ "options": { "inletUrl": "https://x.example/1", "errorDiagnosticsEnabled": true },
            "description": format!("see https://dcs.example/collection/{id}"), "note": id });
        assert_eq!(
            redacted(flow),
            json!({ "options": { "inletUrl": "•••", "errorDiagnosticsEnabled": true },
                "description": "•••", "note": "•••" })
        );
    }

    #[test]
    fn a_secret_by_any_name_is_hidden_and_what_is_none_stays() {
        let body = json!({ "clientSecret": "c", "refresh_token": "t", "state": "enabled",
            "transformations": [{ "name": "Mapping", "params": { "mappingId": "m", "mappingVersion": 2 } }] });
        assert_eq!(
            redacted(body),
            json!({ "clientSecret": "•••", "refresh_token": "•••", "state": "enabled",
                "transformations": [{ "name": "Mapping", "params": { "mappingId": "m", "mappingVersion": 2 } }] })
        );
    }
}
