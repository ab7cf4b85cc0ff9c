//! Tenant id and counts of the Schema Registry.

use serde_json::{Value, json};

use crate::http::{Call, Outcome, Reply};
use crate::world::{World, XdmResource};

/// `GET /schemaregistry/stats`.
pub(crate) fn get(world: &World, call: &Call) -> Outcome {
    let sandbox = world.sandbox(&call.sandbox);
    let mut recent: Vec<&XdmResource> = sandbox
        .schemas
        .listed(call.now_ms)
        .chain(sandbox.field_groups.listed(call.now_ms))
        .collect();
    recent.sort_by_key(|resource| std::cmp::Reverse(resource.created_ms));
    let created: Vec<Value> = recent.iter().take(10).map(|resource| resource.short()).collect();
    recent.sort_by_key(|resource| std::cmp::Reverse(resource.updated_ms));
    let updated: Vec<Value> = recent.iter().take(10).map(|resource| resource.short()).collect();
    Ok(Reply::json(
        200,
        json!({
            "imsOrg": world.settings.org_id,
            "tenantId": world.settings.tenant,
            "counts": {
                "schemas": sandbox.schemas.len(),
                "mixins": sandbox.field_groups.len(),
                "datatypes": 0,
                "classes": 0,
                "unions": 0,
            },
            "recentlyCreatedResources": created,
            "recentlyUpdatedResources": updated,
            "classUsage": {},
        }),
    ))
}
