//! Sign-in with client credentials.

use serde_json::json;

use crate::http::{Call, Outcome, Query, Reply};
use crate::problem::oauth;
use crate::world::World;

/// `POST /ims/token/v3`: fields in the body, or in the query as older samples have them.
pub(crate) fn create(world: &mut World, call: &Call) -> Outcome {
    let form = Query::parse(&String::from_utf8_lossy(&call.body));
    let field = |name: &str| form.get(name).or_else(|| call.query.get(name)).unwrap_or_default();
    if field("grant_type") != "client_credentials" {
        let text = "grant_type must be client_credentials";
        return Err(oauth(400, "unsupported_grant_type", text));
    }
    let id = field("client_id");
    let known = world.settings.credentials.iter().find(|known| known.client_id == id);
    let Some(known) = known else {
        return Err(oauth(400, "invalid_client", "invalid client_id parameter"));
    };
    if known.client_secret != field("client_secret") {
        return Err(oauth(400, "invalid_client", "invalid client_secret parameter"));
    }
    let scopes: Vec<&str> = field("scope").split(',').map(str::trim).collect();
    if !scopes.contains(&"openid") || scopes.iter().any(|scope| !SCOPES.contains(scope)) {
        return Err(oauth(400, "invalid_scope", "the scope is missing or not granted"));
    }
    let client_id = known.client_id.clone();
    let lifetime = world.settings.switches.token_lifetime;
    let token = format!("eyJ{}.{}", world.ids.hex(32), world.ids.hex(64));
    world.tokens.give(token.clone(), &client_id, lifetime);
    Ok(Reply::json(
        200,
        json!({
            "access_token": token,
            "token_type": "bearer",
            "expires_in": lifetime.as_secs(),
        }),
    ))
}

const SCOPES: [&str; 5] = [
    "openid",
    "session",
    "AdobeID",
    "read_organizations",
    "additional_info.projectedProductContext",
];
