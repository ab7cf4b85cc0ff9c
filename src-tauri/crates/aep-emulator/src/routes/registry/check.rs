//! What the Schema Registry refuses: wrong media types, taken titles, fields outside the tenant's own,
//! schemas whose parts do not fit together.

use serde_json::{Map, Value, json};

use super::{Kind, bad};
use crate::http::{Call, Refusal, Reply};
use crate::world::{SandboxState, World};
use crate::xdm;

/// Refuses a body that does not say it is JSON.
pub(super) fn check_content_type(call: &Call) -> Result<(), Refusal> {
    let content_type = call.header("content-type").unwrap_or_default();
    if content_type.starts_with("application/json") || content_type.contains("+json") {
        return Ok(());
    }
    Err(Refusal(Reply::json(
        400,
        json!({
            "type": "/placeholder/type/uri",
            "status": 400,
            "title": "BadRequestError",
            "detail": "A valid content-type must be specified",
        }),
    )))
}

/// Checks a new or changed resource; `own_key` is the resource that it may share its title with.
pub(super) fn check(
    world: &World,
    call: &Call,
    kind: Kind,
    body: &Map<String, Value>,
    own_key: Option<&str>,
) -> Result<(), Refusal> {
    let title = body.get("title").and_then(Value::as_str).unwrap_or_default();
    if title.is_empty() {
        return Err(bad("XDM-1018", "Bad request", "The resource needs a title."));
    }
    let sandbox = world.sandbox(&call.sandbox);
    let mut others =
        kind.shelf(sandbox).all().filter(|known| Some(known.alt_id.as_str()) != own_key);
    if others.any(|known| known.title() == title) {
        let detail = format!("The title {title} is used by another resource.");
        return Err(bad("XDM-1521", "Title not unique", &detail));
    }
    match kind {
        Kind::FieldGroup => check_field_group(world, body),
        Kind::Schema => {
            check_schema(sandbox, body)?;
            check_union(sandbox, body, own_key)
        }
    }
}

fn check_field_group(world: &World, body: &Map<String, Value>) -> Result<(), Refusal> {
    let extends = body.get("meta:intendedToExtend").and_then(Value::as_array);
    if extends.is_none_or(Vec::is_empty) {
        return Err(bad("XDM-1019", "Bad request", "meta:intendedToExtend is missing."));
    }
    let namespace = format!("_{}", world.settings.tenant);
    let mut roots = xdm::own_fields(body);
    if roots.any(|(name, _)| *name != namespace) {
        let detail = format!("All custom fields must be defined under the field {namespace}.");
        return Err(bad("XDM-1021", "Namespace validation error", &detail));
    }
    let below = xdm::own_fields(body).next().map(|(_, field)| field);
    match below.and_then(xdm::first_bad_name) {
        None => Ok(()),
        Some(name) => {
            let detail = format!("The field name {name} is not allowed.");
            Err(bad("XDM-1030", "Bad request", &detail))
        }
    }
}

fn check_schema(sandbox: &SandboxState, body: &Map<String, Value>) -> Result<(), Refusal> {
    let parts = body.get("allOf").and_then(Value::as_array).cloned().unwrap_or_default();
    let uris: Vec<&str> = parts.iter().filter_map(|part| part["$ref"].as_str()).collect();
    let classes: Vec<&&str> = uris.iter().filter(|uri| xdm::is_class(uri)).collect();
    let [class] = classes.as_slice() else {
        let detail = "A schema needs exactly one class in allOf.";
        return Err(bad("XDM-1040", "Bad request", detail));
    };
    for uri in uris.iter().filter(|uri| !xdm::is_class(uri)) {
        if let Some(group) = xdm::global_group(uri) {
            if group.class != **class {
                let detail = format!("The field group {uri} does not extend the class {class}.");
                return Err(bad("XDM-1042", "Bad request", &detail));
            }
            continue;
        }
        let Some(group) = sandbox.field_groups.all().find(|known| known.uri == **uri) else {
            let detail = format!("The referenced resource {uri} does not exist.");
            return Err(bad("XDM-1041", "Bad request", &detail));
        };
        let extends = group.body.get("meta:intendedToExtend").and_then(Value::as_array);
        if !extends.is_some_and(|classes| classes.iter().any(|known| known == **class)) {
            let detail = format!("The field group {uri} does not extend the class {class}.");
            return Err(bad("XDM-1042", "Bad request", &detail));
        }
    }
    Ok(())
}

/// A schema enters the union of its class for good, and only with a primary identity.
fn check_union(
    sandbox: &SandboxState,
    body: &Map<String, Value>,
    own_key: Option<&str>,
) -> Result<(), Refusal> {
    let known = own_key.and_then(|key| sandbox.schemas.get(key));
    let was = known.is_some_and(|known| is_in_union(&known.body));
    match (was, is_in_union(body)) {
        (true, false) => {
            Err(bad("XDM-1527", "Bad request", "The tag union cannot be taken away again."))
        }
        (false, true) => {
            let uri = known.map(|known| known.uri.as_str());
            let primary = |descriptor: &Value| {
                descriptor["xdm:isPrimary"] == true
                    && uri.is_some_and(|uri| descriptor["xdm:sourceSchema"] == uri)
            };
            if sandbox.descriptors.values().any(primary) {
                return Ok(());
            }
            let detail = "The schema has neither an identity map nor a primary identity.";
            Err(bad("XDM-1528", "Bad request", detail))
        }
        _ => Ok(()),
    }
}

/// Whether a schema is enabled for Profile.
pub(super) fn is_in_union(body: &Map<String, Value>) -> bool {
    let tags = body.get("meta:immutableTags").and_then(Value::as_array);
    tags.is_some_and(|tags| tags.iter().any(|tag| tag == "union"))
}
