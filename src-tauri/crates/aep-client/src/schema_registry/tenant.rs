//! Whose registry this is: the tenant id, under which all custom fields live.

use serde::Deserialize;

use crate::client::Sandbox;
use crate::error::Result;
use crate::ids::{OrgId, TenantId};
use crate::request::{Method, Path, Root};

/// What the registry says about the organisation.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TenantStats {
    /// The tenant id, without underscore.
    pub tenant_id: TenantId,
    /// The organisation.
    #[serde(default)]
    pub ims_org: Option<OrgId>,
}

/// Calls about the tenant.
#[derive(Clone, Debug)]
pub struct Tenant {
    sandbox: Sandbox,
}

impl Sandbox {
    /// The tenant.
    #[must_use]
    pub fn tenant(&self) -> Tenant {
        Tenant { sandbox: self.clone() }
    }
}

impl Tenant {
    /// The tenant id and the organisation it belongs to.
    ///
    /// # Errors
    /// Whatever the request ends in.
    pub async fn stats(&self) -> Result<TenantStats> {
        let request = self.sandbox.request(Method::Get, Root::SchemaRegistry, Path::new("/stats"));
        self.sandbox.fetch(&request).await
    }
}
