//! Base, source and target connections: the same calls over three shelves.

use serde_json::{Value, json};

use super::connection_checks::{check, refuse_patch, require_match};
use super::{auth_specs, specs};
use crate::http::{Call, Outcome, Refusal, Reply};
use crate::listing::{ListRequest, Row, invalid};
use crate::patch::{self, PatchProblem};
use crate::problem;
use crate::world::{Connection, Place, SandboxState, Shelf, Stamp, World};

/// Which of the three kinds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Base,
    Source,
    Target,
}

const FIELDS: &[&str] = &[
    "id",
    "createdAt",
    "updatedAt",
    "createdBy",
    "updatedBy",
    "createdClient",
    "updatedClient",
    "name",
    "description",
    "connectionSpec",
    "baseConnectionId",
    "state",
    "data",
    "params",
    "version",
    "etag",
    "auth",
    "inheritedAttributes",
];

impl Kind {
    /// The name of the collection, which is also the type named in errors.
    pub(crate) fn resource(self) -> &'static str {
        match self {
            Self::Base => "connections",
            Self::Source => "sourceConnections",
            Self::Target => "targetConnections",
        }
    }

    pub(crate) fn shelf(self, sandbox: &SandboxState) -> &Shelf<Connection> {
        match self {
            Self::Base => &sandbox.base_connections,
            Self::Source => &sandbox.source_connections,
            Self::Target => &sandbox.target_connections,
        }
    }

    fn shelf_mut(self, sandbox: &mut SandboxState) -> &mut Shelf<Connection> {
        match self {
            Self::Base => &mut sandbox.base_connections,
            Self::Source => &mut sandbox.source_connections,
            Self::Target => &mut sandbox.target_connections,
        }
    }
}

/// `GET` of a collection.
pub(crate) fn list(world: &World, call: &Call, kind: Kind) -> Outcome {
    let request = ListRequest::read(call, FIELDS, world.settings.switches.strict_queries)?;
    let sandbox = world.sandbox(&call.sandbox);
    let place = world.place(&call.sandbox);
    let rows = kind.shelf(sandbox).listed_after(request.behind(), call.now_ms);
    let rows = rows.map(|(number, connection)| (number, Listed { connection, kind, place }));
    request.answer(call, kind.resource(), rows)
}

/// A connection in a list.
struct Listed<'a> {
    connection: &'a Connection,
    kind: Kind,
    place: Place<'a>,
}

impl Row for Listed<'_> {
    fn member(&self, path: &[String]) -> Option<Value> {
        match path {
            [name] if name == "name" => {
                Some(self.connection.body.get(name).cloned().unwrap_or_default())
            }
            [name] => self.connection.stamp.member(name),
            _ => None,
        }
    }

    fn to_json(&self) -> Value {
        to_json(self.connection, self.kind, &self.place)
    }
}

/// `POST` of a new one.
pub(crate) fn create(world: &mut World, call: &Call, kind: Kind) -> Outcome {
    let body = call.object()?;
    check(world, call, kind, &body)?;
    let draft = call.query.get("mode") == Some("draft");
    let listed_from_ms = call.listed_from_ms();
    let (sandbox, ids) = world.sandbox_mut(&call.sandbox);
    let stamp = Stamp::new(ids, call.now_ms, listed_from_ms, &call.client_id);
    let reply = created(kind.resource(), &stamp);
    let state = if draft { "draft" } else { "enabled" };
    kind.shelf_mut(sandbox).add(Connection { stamp, body, state });
    Ok(reply)
}

/// 201 with id, etag and the place of the new resource.
pub(crate) fn created(resource: &str, stamp: &Stamp) -> Reply {
    let location = format!("/data/foundation/flowservice/{resource}/{}", stamp.id);
    Reply::json(201, json!({ "id": stamp.id, "etag": stamp.etag }))
        .with_header("location", location)
}

/// `GET` of one.
pub(crate) fn get(world: &World, call: &Call, kind: Kind) -> Outcome {
    let connection = find(world, call, kind)?;
    let item = to_json(connection, kind, &world.place(&call.sandbox));
    Ok(Reply::json(200, json!({ "items": [item] })))
}

fn find<'a>(world: &'a World, call: &Call, kind: Kind) -> Result<&'a Connection, Refusal> {
    let found = kind.shelf(world.sandbox(&call.sandbox)).get(call.id());
    found.ok_or_else(|| problem::flow_not_found(kind.resource(), call.id()))
}

/// `GET /connections/{id}/test`. Credentials that hold the word `wrong` do not work.
pub(crate) fn test(world: &World, call: &Call) -> Outcome {
    let connection = find(world, call, Kind::Base)?;
    let params = connection.body.get("auth").map(|auth| auth["params"].to_string());
    let works = !params.unwrap_or_default().contains("wrong");
    Ok(Reply::json(200, json!({ "result": works })))
}

/// `PATCH` of one.
pub(crate) fn update(world: &mut World, call: &Call, kind: Kind) -> Outcome {
    let current = find(world, call, kind)?;
    require_match(call, &current.stamp.etag)?;
    if kind == Kind::Base {
        settled(current)?;
        let spec = specs::connection_spec(world, current.spec_id());
        if spec.is_some_and(|spec| !spec.patchable) {
            return Err(invalid(
                "1300",
                "This connector does not support a PATCH of the connection.",
            ));
        }
    }
    let mut document = Value::Object(current.body.clone());
    let allowed: &[&str] = match kind {
        Kind::Base => &["name", "description", "auth"],
        Kind::Source | Kind::Target => &["name", "description", "data", "params"],
    };
    for instruction in patch::read(&call.json()?).map_err(refuse_patch)? {
        if !allowed.contains(&instruction.member()) {
            return Err(refuse_patch(PatchProblem::Path(instruction.path())));
        }
        instruction.apply(&mut document).map_err(refuse_patch)?;
    }
    let Value::Object(body) = document else {
        unreachable!("instructions with a member name keep the document an object")
    };
    check(world, call, kind, &body)?;
    let (sandbox, ids) = world.sandbox_mut(&call.sandbox);
    let connection = kind.shelf_mut(sandbox).get_mut(call.id()).expect("it was found above");
    connection.body = body;
    connection.stamp.touch(ids, call.now_ms);
    let stamp = &connection.stamp;
    Ok(Reply::json(200, json!({ "id": stamp.id, "etag": stamp.etag })))
}

/// `POST …/action?op=PUBLISH` of a draft.
pub(crate) fn act(world: &mut World, call: &Call, kind: Kind) -> Outcome {
    find(world, call, kind)?;
    let operation = call.query.get("op").unwrap_or_default().to_ascii_lowercase();
    let (sandbox, ids) = world.sandbox_mut(&call.sandbox);
    let connection = kind.shelf_mut(sandbox).get_mut(call.id()).expect("it was found above");
    if operation != "publish" {
        return Err(invalid("1435", &format!("The action {operation:?} is not supported.")));
    }
    if connection.state != "draft" {
        let detail = format!("The state {} cannot be published.", connection.state);
        return Err(invalid("1421", &detail));
    }
    connection.state = "enabled";
    connection.stamp.touch(ids, call.now_ms);
    let stamp = &connection.stamp;
    Ok(Reply::json(200, json!({ "id": stamp.id, "etag": stamp.etag })))
}

/// `DELETE` of one that nothing uses.
pub(crate) fn delete(world: &mut World, call: &Call, kind: Kind) -> Outcome {
    let connection = find(world, call, kind)?;
    if kind == Kind::Base {
        settled(connection)?;
    }
    let id = connection.stamp.id.clone();
    let sandbox = world.sandbox(&call.sandbox);
    let in_use = match kind {
        Kind::Base => {
            let mut sources = sandbox.source_connections.all();
            sources.any(|source| source.base_connection_id() == Some(&id))
        }
        Kind::Source => sandbox.flows.all().any(|flow| flow.source_id == id),
        Kind::Target => sandbox.flows.all().any(|flow| flow.target_id == id),
    };
    if in_use && kind == Kind::Base {
        return Err(invalid("1418", &format!("The base connection {id} is used by flows.")));
    }
    if in_use {
        return Err(invalid("1447", &format!("Active flows contain the id {id}.")));
    }
    kind.shelf_mut(world.sandbox_mut(&call.sandbox).0).remove(&id);
    Ok(Reply::empty(204))
}

/// An account can be changed and removed in some states only.
fn settled(connection: &Connection) -> Result<(), Refusal> {
    if ["enabled", "disabled", "initializing"].contains(&connection.state) {
        return Ok(());
    }
    let detail = "This is possible only in the states enabled, disabled and initializing.";
    Err(invalid("1416", detail))
}

fn to_json(connection: &Connection, kind: Kind, place: &Place<'_>) -> Value {
    let mut shown = connection.stamp.members(place);
    shown.extend(connection.body.clone());
    if let Some(auth) = shown.get_mut("auth") {
        mask(auth, connection.spec_id());
    }
    shown.insert("state".into(), json!(connection.state));
    shown.insert("version".into(), json!(connection.stamp.etag));
    shown.insert("etag".into(), json!(connection.stamp.etag));
    if kind == Kind::Source {
        let base =
            connection.base_connection_id().map(|id| json!({ "baseConnection": { "id": id } }));
        shown.insert("inheritedAttributes".into(), base.unwrap_or_else(|| json!({})));
    }
    Value::Object(shown)
}

/// Secrets do not come back.
fn mask(auth: &mut Value, source: &str) {
    let way = auth["specName"].as_str().unwrap_or_default().to_owned();
    let secrets = auth_specs::secrets(source, &way);
    let Some(Value::Object(params)) = auth.get_mut("params") else { return };
    for (key, value) in params.iter_mut() {
        let name = key.to_ascii_lowercase();
        let telling = ["password", "secret", "token"].iter().any(|word| name.contains(word));
        if telling || secrets.contains(key) {
            *value = json!("****");
        }
    }
}
