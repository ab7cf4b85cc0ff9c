//! The sandboxes of the organisation.

use serde_json::{Value, json};

use crate::http::{Call, Outcome, Reply};
use crate::problem;
use crate::settings::Sandbox;
use crate::world::World;

/// `GET /sandbox-management/`: what the caller may use.
pub(crate) fn list(world: &World, call: &Call) -> Outcome {
    let sandboxes = &world.settings.sandboxes;
    let number = |name: &str, otherwise: usize| match call.query.get(name) {
        None => Some(otherwise),
        Some(text) => text.parse().ok(),
    };
    let (Some(limit), Some(offset)) = (number("limit", 100), number("offset", 0)) else {
        let detail = "limit and offset must be numbers";
        return Err(problem::aep("SMS-1000", 400, "Bad request", detail));
    };
    let shown: Vec<Value> =
        sandboxes.iter().skip(offset).take(limit).map(|sandbox| to_json(world, sandbox)).collect();
    let count = shown.len();
    let href = format!("{}/data/foundation/sandbox-management/{{?limit,offset}}", world.base_url);
    Ok(Reply::json(
        200,
        json!({
            "sandboxes": shown,
            "_page": { "limit": limit, "count": count },
            "_links": { "page": { "href": href, "templated": true } },
        }),
    ))
}

/// `GET /sandbox-management/sandboxes`: the same, for administrators.
pub(crate) fn list_all(world: &World, call: &Call) -> Outcome {
    list(world, call)
}

/// `GET /sandbox-management/sandboxes/{name}`.
pub(crate) fn get(world: &World, call: &Call) -> Outcome {
    match world.settings.sandboxes.iter().find(|sandbox| sandbox.name == call.id()) {
        Some(sandbox) => Ok(Reply::json(200, to_json(world, sandbox))),
        None => {
            let detail = format!("There is no sandbox named {}.", call.id());
            Err(problem::aep("SMS-2101", 404, "Sandbox not found", &detail))
        }
    }
}

fn to_json(world: &World, sandbox: &Sandbox) -> Value {
    let mut productions = world.settings.sandboxes.iter().filter(|known| known.production);
    json!({
        "name": sandbox.name,
        "title": sandbox.title,
        "state": "active",
        "type": if sandbox.production { "production" } else { "development" },
        "region": "VA7",
        "isDefault": productions.next() == Some(sandbox),
        "eTag": 1,
        "createdDate": "2024-03-05 09:00:00",
        "lastModifiedDate": "2024-03-05 09:00:00",
        "createdBy": "an administrator",
        "modifiedBy": "an administrator",
    })
}
