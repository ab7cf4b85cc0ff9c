//! Who may come in: token, API key, organisation, sandbox, permission, each refused with the code
//! that the platform gives. Routes behind the gate need not look at any of these again.

use crate::http::{Call, Refusal};
use crate::problem;
use crate::route::{Access, Route, Service};
use crate::settings::Role;
use crate::world::World;

/// Lets a call through and notes who made it and for which sandbox.
pub(crate) fn admit(world: &World, call: &mut Call) -> Result<(), Refusal> {
    let service = call.route.service();
    if matches!(service, Service::Ims | Service::Inlet | Service::Control) {
        return Ok(());
    }
    let role = identify(world, call)?;
    check_org(world, call, role)?;
    if service != Service::Sandboxes {
        call.sandbox = sandbox_of(world, call)?;
    }
    check_permission(call, role)
}

fn identify(world: &World, call: &mut Call) -> Result<Role, Refusal> {
    let Some(authorization) = call.header("authorization") else {
        return Err(problem::gateway(403, "403010", "Oauth token is missing."));
    };
    let Some(api_key) = call.header("x-api-key").filter(|key| !key.is_empty()) else {
        return Err(problem::gateway(403, "403000", "Api Key is required"));
    };
    let token = authorization.strip_prefix("Bearer ").unwrap_or_default().trim();
    let Some(owner) = world.tokens.owner(token) else {
        return Err(problem::gateway(401, "401013", "Oauth token is not valid"));
    };
    if owner != api_key {
        return Err(problem::gateway(403, "403003", "Api Key is invalid"));
    }
    let known = world.settings.credentials.iter().find(|known| known.client_id == owner);
    let role = known.map_or(Role::NoProfile, |known| known.role);
    let owner = owner.to_owned();
    call.client_id = owner;
    Ok(role)
}

fn check_org(world: &World, call: &Call, role: Role) -> Result<(), Refusal> {
    let Some(org) = call.header("x-gw-ims-org-id").filter(|org| !org.is_empty()) else {
        let message = "Header x-gw-ims-org-id is required for this request";
        return Err(problem::gateway(400, "400003", message));
    };
    if role == Role::NoProfile || !org.ends_with("@AdobeOrg") {
        let message = "User region is missing: check the organisation and the product profile";
        return Err(problem::gateway(403, "403027", message));
    }
    if org != world.settings.org_id {
        let message = "Profile is not valid for this organisation";
        return Err(problem::gateway(403, "403025", message));
    }
    Ok(())
}

fn sandbox_of(world: &World, call: &Call) -> Result<String, Refusal> {
    let flow_service = call.route.service() == Service::Flows;
    let refuse = |number: &str, status, title: &str, detail: &str| {
        if flow_service {
            problem::flow(number, status, title, detail)
        } else {
            problem::aep(&format!("SANDBOX-{number}"), status, title, detail)
        }
    };
    if call.header("x-sandbox-id").is_some() {
        let detail = "The header x-sandbox-id may not be sent with this kind of token.";
        return Err(refuse("2110", 400, "Headers not allowed", detail));
    }
    match call.header("x-sandbox-name") {
        None | Some("") => {
            let detail = "The header x-sandbox-name is missing.";
            Err(refuse("2105", 400, "Header is missing", detail))
        }
        Some("*") => {
            let detail = "The value * is restricted for the header x-sandbox-name.";
            Err(refuse("2111", 403, "Headers with value restricted", detail))
        }
        Some(name) if world.sandboxes.contains_key(name) => Ok(name.to_owned()),
        Some(name) => {
            let detail = format!("There is no sandbox named {name}.");
            Err(refuse("2101", 404, "Sandbox not found", &detail))
        }
    }
}

fn check_permission(call: &Call, role: Role) -> Result<(), Refusal> {
    if role == Role::Full || call.route.access() == Access::Read {
        return Ok(());
    }
    let permission = needed(call.route);
    let detail = format!("The permission \"{permission}\" is missing for this request.");
    Err(match call.route.service() {
        Service::Flows => problem::flow("2118", 403, "Missing permission", &detail),
        Service::SchemaRegistry => problem::schema("XDM-1004", 403, "Forbidden", &detail),
        _ => problem::aep("ACCESS-1001", 403, "Forbidden", &detail),
    })
}

/// The permission, by the name that an administrator sees.
fn needed(route: Route) -> &'static str {
    match route {
        Route::CreateDescriptor | Route::DeleteDescriptor => "Manage Identity Metadata",
        _ => match route.service() {
            Service::SchemaRegistry => "Manage Schemas",
            Service::Catalog => "Manage Datasets",
            _ => "Manage Sources",
        },
    }
}
