//! Descriptors, which mark a field of a schema as an identity.

use serde_json::{Map, Value, json};

use super::namespaces;
use crate::http::{Call, Outcome, Refusal, Reply};
use crate::problem;
use crate::world::World;
use crate::xdm;

fn bad(detail: &str) -> Refusal {
    problem::schema("XDM-1070", 400, "Bad request", detail)
}

fn missing(id: &str) -> Refusal {
    let detail = format!("The descriptor {id} does not exist in this sandbox.");
    problem::schema("XDM-1017", 404, "Resource not found", &detail)
}

/// `GET /tenant/descriptors`: keyed by type, or a plain list under the second version.
pub(crate) fn list(world: &World, call: &Call) -> Outcome {
    let media_type =
        call.header("accept").unwrap_or_default().split(';').next().unwrap_or_default();
    let variant = media_type
        .trim()
        .strip_prefix("application/vnd.adobe.xdm")
        .and_then(|rest| rest.strip_suffix("+json"));
    let Some(variant @ ("" | "-id" | "-link" | "-v2" | "-v2-id" | "-v2-link")) = variant else {
        let detail = "The Accept header must be application/vnd.adobe.xdm+json or a variant.";
        return Err(problem::schema("XDM-1008", 400, "Accept header invalid", detail));
    };
    let wanted = call.query.get("property").and_then(|filter| filter.strip_prefix("@type=="));
    let kept = world.sandbox(&call.sandbox).descriptors.values();
    let kept = kept.filter(|known| wanted.is_none_or(|wanted| known["@type"] == wanted));
    let rows: Vec<Value> = kept.cloned().collect();
    if variant.starts_with("-v2") {
        let count = rows.len();
        return Ok(Reply::json(200, json!({ "results": rows, "_page": { "count": count } })));
    }
    let mut by_type: Map<String, Value> = Map::new();
    for row in rows {
        let kind = row["@type"].as_str().unwrap_or_default().to_owned();
        match by_type.entry(kind).or_insert_with(|| json!([])) {
            Value::Array(rows) => rows.push(row),
            _ => unreachable!("every entry is made as a list"),
        }
    }
    Ok(Reply::json(200, Value::Object(by_type)))
}

/// `POST /tenant/descriptors`.
pub(crate) fn create(world: &mut World, call: &Call) -> Outcome {
    let mut body = call.object()?;
    check(world, call, &body)?;
    let (sandbox, ids) = world.sandbox_mut(&call.sandbox);
    let id = ids.hex(40);
    body.insert("@id".into(), json!(id));
    body.insert("meta:containerId".into(), json!("tenant"));
    sandbox.descriptors.insert(id, Value::Object(body.clone()));
    Ok(Reply::json(201, Value::Object(body)))
}

fn check(world: &World, call: &Call, body: &Map<String, Value>) -> Result<(), Refusal> {
    let text = |key: &str| body.get(key).and_then(Value::as_str);
    if text("@type").is_none() {
        return Err(bad("@type is missing."));
    }
    let sandbox = world.sandbox(&call.sandbox);
    let uri = text("xdm:sourceSchema").ok_or_else(|| bad("xdm:sourceSchema is missing."))?;
    let schema = sandbox.schemas.all().find(|known| known.uri == uri);
    let schema = schema.ok_or_else(|| bad(&format!("The schema {uri} does not exist.")))?;
    let Some(path) = text("xdm:sourceProperty").and_then(|path| path.strip_prefix('/')) else {
        return Err(bad("xdm:sourceProperty must be a path that begins with a slash."));
    };
    let steps: Vec<String> = path.split('/').map(str::to_owned).collect();
    match xdm::field_at(&xdm::full_schema(sandbox, schema), &steps) {
        None => return Err(bad(&format!("The schema has no field /{path}."))),
        Some(field) if field["type"] != "string" => {
            return Err(bad(&format!("The field /{path} is not a text.")));
        }
        Some(_) => {}
    }
    let namespace = text("xdm:namespace").ok_or_else(|| bad("xdm:namespace is missing."))?;
    if text("xdm:property") == Some("xdm:code") && !namespaces::is_known(namespace) {
        return Err(bad(&format!("The namespace {namespace} does not exist.")));
    }
    let alike = |known: &Value| {
        known["xdm:sourceSchema"] == uri
            && known["xdm:sourceProperty"].as_str().map(|kept| kept.trim_start_matches('/'))
                == Some(path)
            && known["xdm:namespace"] == namespace
    };
    if sandbox.descriptors.values().any(alike) {
        return Err(bad(&format!("The field /{path} is marked already.")));
    }
    let primary =
        |known: &Value| known["xdm:isPrimary"] == true && known["xdm:sourceSchema"] == uri;
    if body.get("xdm:isPrimary") == Some(&json!(true)) && sandbox.descriptors.values().any(primary)
    {
        return Err(bad("The schema has a primary identity already."));
    }
    Ok(())
}

/// `GET /tenant/descriptors/{id}`.
pub(crate) fn get(world: &World, call: &Call) -> Outcome {
    match world.sandbox(&call.sandbox).descriptors.get(call.id()) {
        Some(found) => Ok(Reply::json(200, found.clone())),
        None => Err(missing(call.id())),
    }
}

/// `DELETE /tenant/descriptors/{id}`.
pub(crate) fn delete(world: &mut World, call: &Call) -> Outcome {
    match world.sandbox_mut(&call.sandbox).0.descriptors.remove(call.id()) {
        Some(_) => Ok(Reply::empty(204)),
        None => Err(missing(call.id())),
    }
}
