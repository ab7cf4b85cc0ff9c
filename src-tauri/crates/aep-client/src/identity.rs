//! Identity Service: the namespaces that say what kind of id an identity field holds.
//!
//! Source: <https://experienceleague.adobe.com/en/docs/experience-platform/identity/api/list-namespaces>. The
//! answer is a bare list, without pages.

use serde::Deserialize;

use crate::client::Sandbox;
use crate::error::Result;
use crate::request::{Method, Path, Root};
use crate::tolerant;

/// A namespace.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct IdentityNamespace {
    /// Its number: what older descriptors name it by, and nobody else's outside of its organisation.
    #[serde(default, deserialize_with = "tolerant::text")]
    pub id: Option<String>,
    /// Its code, such as `Email`: what descriptors name it by.
    pub code: String,
    /// Its name for people.
    #[serde(default, deserialize_with = "tolerant::or_default")]
    pub name: String,
    /// What it is for.
    #[serde(default, deserialize_with = "tolerant::text")]
    pub description: Option<String>,
    /// Such as `COOKIE`, `EMAIL` or `CROSS_DEVICE`.
    #[serde(default, deserialize_with = "tolerant::text")]
    pub id_type: Option<String>,
    /// Such as `ACTIVE`.
    #[serde(default, deserialize_with = "tolerant::text")]
    pub status: Option<String>,
    /// Made by the organisation, not by Adobe.
    #[serde(default, deserialize_with = "tolerant::or_default")]
    pub custom: bool,
}

/// The namespaces as seen from one sandbox.
#[derive(Clone, Debug)]
pub struct IdentityNamespaces {
    sandbox: Sandbox,
}

impl Sandbox {
    /// Identity namespaces.
    #[must_use]
    pub fn identity_namespaces(&self) -> IdentityNamespaces {
        IdentityNamespaces { sandbox: self.clone() }
    }
}

impl IdentityNamespaces {
    /// All of them, Adobe's and the organisation's.
    ///
    /// # Errors
    /// Whatever the request ends in.
    pub async fn list(&self) -> Result<Vec<IdentityNamespace>> {
        let path = Path::new("/identities");
        self.sandbox.fetch(&self.sandbox.request(Method::Get, Root::Identity, path)).await
    }
}
