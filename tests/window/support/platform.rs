//! What the platform has, asked of the platform itself, as any other of its clients would.

use serde_json::Value;

use crate::emulator::Emulator;

/// Somebody else who may read everything in the sandbox that one signs in to.
#[derive(Debug)]
pub struct Witness<'platform> {
    platform: &'platform Emulator,
    authorization: String,
}

impl<'platform> Witness<'platform> {
    /// Signs in.
    ///
    /// # Panics
    /// When no token is given.
    #[must_use]
    pub fn of(platform: &'platform Emulator) -> Self {
        let id = platform.value("client_id");
        let secret = platform.value("client_secret");
        let form = format!(
            "grant_type=client_credentials&client_id={id}&client_secret={secret}&scope=openid"
        );
        let kind = [("content-type", "application/x-www-form-urlencoded")];
        let (_, answer) = platform.ask("POST", "/ims/token/v3", &kind, &form);
        let token = answer["access_token"].as_str().expect("the sign-in works");
        Self { platform, authorization: format!("Bearer {token}") }
    }

    /// Everything in this collection, such as `catalog/dataSets`.
    ///
    /// # Panics
    /// When it cannot be listed.
    #[must_use]
    pub fn all(&self, collection: &str) -> Vec<Value> {
        let accept = match collection {
            "schemaregistry/tenant/descriptors" => "application/vnd.adobe.xdm-v2+json",
            list if list.starts_with("schemaregistry") => "application/vnd.adobe.xed+json",
            _ => "application/json",
        };
        let headers = [
            ("authorization", self.authorization.as_str()),
            ("x-api-key", self.platform.value("client_id")),
            ("x-gw-ims-org-id", self.platform.value("org_id")),
            ("x-sandbox-name", self.platform.value("sandbox")),
            ("accept", accept),
        ];
        // Data Prep wants to be told how many.
        let query = if collection.starts_with("conversion") { "?limit=50&start=0" } else { "" };
        let path = format!("/data/foundation/{collection}{query}");
        let (status, body) = self.platform.ask("GET", &path, &headers, "");
        assert_eq!(status, 200, "{collection}: {body}");
        rows(body)
    }

    /// What has this name, or this title, in a collection.
    #[must_use]
    pub fn named(&self, collection: &str, name: &str) -> Option<Value> {
        let named = |one: &Value| one["name"] == name || one["title"] == name;
        self.all(collection).into_iter().find(named)
    }
}

/// The platform has four ways to write a list down.
fn rows(body: Value) -> Vec<Value> {
    for key in ["items", "results", "data"] {
        if let Value::Array(rows) = &body[key] {
            return rows.clone();
        }
    }
    match body {
        Value::Object(by_id) => by_id.into_iter().map(|(_, one)| one).collect(),
        other => panic!("no list: {other}"),
    }
}
