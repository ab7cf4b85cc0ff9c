//! Field groups and schemas, as the registry keeps them.

use serde_json::{Map, Value, json};

use super::Shelved;

/// A field group or a schema of the organisation.
#[derive(Clone, Debug)]
pub(crate) struct XdmResource {
    /// `meta:altId`, which is the key; `$id` says the same in another way.
    pub(crate) alt_id: String,
    pub(crate) uri: String,
    pub(crate) created_ms: i64,
    pub(crate) updated_ms: i64,
    pub(crate) listed_from_ms: i64,
    pub(crate) etag: String,
    /// What the caller sent, as patched since.
    pub(crate) body: Map<String, Value>,
}

impl Shelved for XdmResource {
    fn id(&self) -> &str {
        &self.alt_id
    }

    fn listed_from_ms(&self) -> i64 {
        self.listed_from_ms
    }
}

impl XdmResource {
    pub(crate) fn title(&self) -> &str {
        self.body.get("title").and_then(Value::as_str).unwrap_or_default()
    }

    /// The `$ref`s of `allOf` that lead outside the resource.
    pub(crate) fn references(&self) -> impl Iterator<Item = &str> {
        let parts = self.body.get("allOf").and_then(Value::as_array).into_iter().flatten();
        parts.filter_map(|part| part["$ref"].as_str()).filter(|uri| !uri.starts_with('#'))
    }

    /// The few members of a list.
    pub(crate) fn short(&self) -> Value {
        json!({
            "title": self.title(),
            "$id": self.uri,
            "meta:altId": self.alt_id,
            "version": "1.0",
        })
    }

    /// The whole resource with what the registry adds.
    pub(crate) fn to_json(&self, kind: &str, tenant: &str, org_id: &str) -> Value {
        let mut shown = Map::new();
        shown.insert("$id".into(), json!(self.uri));
        shown.insert("meta:altId".into(), json!(self.alt_id));
        shown.insert("meta:resourceType".into(), json!(kind));
        shown.insert("version".into(), json!("1.0"));
        shown.extend(self.body.clone());
        let added = json!({
            "imsOrg": org_id,
            "meta:extensible": false,
            "meta:abstract": false,
            "meta:containerId": "tenant",
            "meta:tenantNamespace": format!("_{tenant}"),
            "meta:xdmType": "object",
            "meta:registryMetadata": {
                "repo:createdDate": self.created_ms,
                "repo:lastModifiedDate": self.updated_ms,
                "eTag": self.etag,
            },
        });
        if let Value::Object(added) = added {
            shown.extend(added);
        }
        Value::Object(shown)
    }
}
