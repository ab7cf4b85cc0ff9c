//! What every Flow Service resource carries: id, etag, times, authors.

use serde_json::{Map, Value, json};

use super::ids::Ids;

/// Id, version and times of a resource.
#[derive(Clone, Debug)]
pub(crate) struct Stamp {
    pub(crate) id: String,
    pub(crate) etag: String,
    pub(crate) created_ms: i64,
    pub(crate) updated_ms: i64,
    pub(crate) listed_from_ms: i64,
    pub(crate) client_id: String,
}

impl Stamp {
    /// A stamp for something made now.
    pub(crate) fn new(ids: &mut Ids, now_ms: i64, listed_from_ms: i64, client_id: &str) -> Self {
        Self {
            id: ids.uuid(),
            etag: ids.etag(now_ms),
            created_ms: now_ms,
            updated_ms: now_ms,
            listed_from_ms,
            client_id: client_id.to_owned(),
        }
    }

    /// Marks a change.
    pub(crate) fn touch(&mut self, ids: &mut Ids, now_ms: i64) {
        self.etag = ids.etag(now_ms);
        self.updated_ms = now_ms;
    }

    /// One of the members that are cheap to know.
    pub(crate) fn member(&self, name: &str) -> Option<Value> {
        match name {
            "id" => Some(json!(self.id)),
            "createdAt" => Some(json!(self.created_ms)),
            "updatedAt" => Some(json!(self.updated_ms)),
            _ => None,
        }
    }

    /// The members that come first in every answer.
    pub(crate) fn members(&self, place: &Place<'_>) -> Map<String, Value> {
        let author = format!("{}@techacct.adobe.com", &self.client_id);
        let members = json!({
            "id": self.id,
            "createdAt": self.created_ms,
            "updatedAt": self.updated_ms,
            "createdBy": author,
            "updatedBy": author,
            "createdClient": self.client_id,
            "updatedClient": self.client_id,
            "sandboxId": place.sandbox_id,
            "sandboxName": place.sandbox,
            "imsOrgId": place.org_id,
        });
        match members {
            Value::Object(map) => map,
            _ => unreachable!("the literal above is an object"),
        }
    }
}

/// Where a resource lives, for answers that say so.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place<'a> {
    pub(crate) base_url: &'a str,
    pub(crate) org_id: &'a str,
    pub(crate) sandbox: &'a str,
    pub(crate) sandbox_id: &'a str,
}
