//! Field groups and schemas of the Schema Registry.

mod accept;
mod check;
mod list;

use serde_json::{Map, Value, json};

pub(super) use accept::{View, list_view, lookup_view};
use check::{check, check_content_type, is_in_union};
pub(super) use list::{list, list_nothing};

use crate::http::{Call, Outcome, Refusal, Reply};
use crate::patch;
use crate::problem;
use crate::world::{SandboxState, Shelf, World, XdmResource};
use crate::xdm;

/// Which of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    FieldGroup,
    Schema,
}

impl Kind {
    fn shelf(self, sandbox: &SandboxState) -> &Shelf<XdmResource> {
        match self {
            Self::FieldGroup => &sandbox.field_groups,
            Self::Schema => &sandbox.schemas,
        }
    }

    fn shelf_mut(self, sandbox: &mut SandboxState) -> &mut Shelf<XdmResource> {
        match self {
            Self::FieldGroup => &mut sandbox.field_groups,
            Self::Schema => &mut sandbox.schemas,
        }
    }

    fn resource_type(self) -> &'static str {
        match self {
            Self::FieldGroup => "mixins",
            Self::Schema => "schemas",
        }
    }

    fn missing_code(self) -> &'static str {
        match self {
            Self::FieldGroup => "XDM-1013",
            Self::Schema => "XDM-1012",
        }
    }
}

fn bad(code: &str, title: &str, detail: &str) -> Refusal {
    problem::schema(code, 400, title, detail)
}

fn not_found(id: &str) -> String {
    format!("The resource {id} does not exist in this sandbox.")
}

/// The key of a resource that a path names, by `$id` or by `meta:altId`.
fn key(world: &World, call: &Call, kind: Kind) -> Result<String, Refusal> {
    let shelf = kind.shelf(world.sandbox(&call.sandbox));
    let asked = call.id();
    let found = shelf.all().find(|known| known.alt_id == asked || known.uri == asked);
    let found = found.map(|known| known.alt_id.clone());
    found.ok_or_else(|| {
        problem::schema(kind.missing_code(), 404, "Resource not found", &not_found(asked))
    })
}

/// `GET` of one.
pub(crate) fn get(world: &World, call: &Call, kind: Kind) -> Outcome {
    let view = lookup_view(call)?;
    let key = key(world, call, kind)?;
    let sandbox = world.sandbox(&call.sandbox);
    let found = kind.shelf(sandbox).get(&key).expect("the key was found above");
    Ok(Reply::json(200, whole(world, call, kind, found, view)))
}

fn whole(world: &World, call: &Call, kind: Kind, row: &XdmResource, view: View) -> Value {
    let settings = &world.settings;
    let sandbox = world.sandbox(&call.sandbox);
    let mut shown = row.to_json(kind.resource_type(), &settings.tenant, &settings.org_id);
    if kind == Kind::Schema {
        let parts: Vec<&str> = row.references().collect();
        let class = parts.iter().find(|uri| xdm::is_class(uri)).copied().unwrap_or_default();
        shown["meta:class"] = json!(class);
        shown["meta:extends"] = json!(parts);
        shown["meta:sandboxId"] = json!(sandbox.id);
        shown["refs"] = json!(parts);
    }
    if view == View::Full {
        let full = match kind {
            Kind::Schema => xdm::full_schema(sandbox, row),
            Kind::FieldGroup => xdm::full_field_group(row),
        };
        if let (Value::Object(shown), Value::Object(full)) = (&mut shown, full) {
            shown.shift_remove("allOf");
            shown.shift_remove("definitions");
            shown.extend(full);
        }
    }
    shown
}

/// `POST` of a new one.
pub(crate) fn create(world: &mut World, call: &Call, kind: Kind) -> Outcome {
    check_content_type(call)?;
    let body = call.object()?;
    check(world, call, kind, &body, None)?;
    let tenant = world.settings.tenant.clone();
    let listed_from_ms = call.listed_from_ms();
    let (sandbox, ids) = world.sandbox_mut(&call.sandbox);
    let hash = ids.hex(48);
    let alt_id = format!("_{tenant}.{}.{hash}", kind.resource_type());
    let resource = XdmResource {
        uri: format!("https://ns.adobe.com/{tenant}/{}/{hash}", kind.resource_type()),
        alt_id: alt_id.clone(),
        created_ms: call.now_ms,
        updated_ms: call.now_ms,
        listed_from_ms,
        etag: ids.hex(64),
        body,
    };
    kind.shelf_mut(sandbox).add(resource);
    let sandbox = world.sandbox(&call.sandbox);
    let made = kind.shelf(sandbox).get(&alt_id).expect("it was added above");
    Ok(Reply::json(201, whole(world, call, kind, made, View::Plain)))
}

/// `PATCH` of one.
pub(crate) fn update(world: &mut World, call: &Call, kind: Kind) -> Outcome {
    check_content_type(call)?;
    let key = key(world, call, kind)?;
    let current = kind.shelf(world.sandbox(&call.sandbox)).get(&key).expect("found above");
    if let Some(given) = call.header("if-match")
        && given.trim_matches('"') != current.etag
    {
        let detail = "The resource has changed since it was read.";
        return Err(problem::schema("XDM-1412", 412, "Precondition failed", detail));
    }
    let mut document = Value::Object(current.body.clone());
    let refuse = |problem: patch::PatchProblem| bad("XDM-1050", "Bad request", &problem.detail());
    for instruction in patch::read(&call.json()?).map_err(refuse)? {
        // Clients keep this list in step; here it follows from allOf.
        if instruction.member() != "meta:extends" {
            instruction.apply(&mut document).map_err(refuse)?;
        }
    }
    let Value::Object(body) = document else {
        return Err(bad("XDM-1050", "Bad request", "The patch leaves no object."));
    };
    write(world, call, kind, &key, body)
}

/// `PUT` of one.
pub(crate) fn replace(world: &mut World, call: &Call, kind: Kind) -> Outcome {
    check_content_type(call)?;
    let key = key(world, call, kind)?;
    let body = call.object()?;
    write(world, call, kind, &key, body)
}

fn write(
    world: &mut World,
    call: &Call,
    kind: Kind,
    key: &str,
    body: Map<String, Value>,
) -> Outcome {
    check(world, call, kind, &body, Some(key))?;
    let (sandbox, ids) = world.sandbox_mut(&call.sandbox);
    let resource = kind.shelf_mut(sandbox).get_mut(key).expect("the key was found before");
    resource.body = body;
    resource.updated_ms = call.now_ms;
    resource.etag = ids.hex(64);
    let changed = kind.shelf(world.sandbox(&call.sandbox)).get(key).expect("it was changed above");
    Ok(Reply::json(200, whole(world, call, kind, changed, View::Plain)))
}

/// `DELETE` of one that nothing uses.
pub(crate) fn delete(world: &mut World, call: &Call, kind: Kind) -> Outcome {
    let key = key(world, call, kind)?;
    let sandbox = world.sandbox(&call.sandbox);
    let found = kind.shelf(sandbox).get(&key).expect("found above");
    let uri = found.uri.clone();
    let in_use = match kind {
        Kind::Schema => {
            is_in_union(&found.body)
                || sandbox.datasets.all().any(|dataset| dataset.schema_id() == uri)
        }
        Kind::FieldGroup => {
            sandbox.schemas.all().any(|schema| schema.references().any(|r| r == uri))
        }
    };
    if in_use {
        let detail = format!("The resource {uri} is used by another resource.");
        return Err(bad("XDM-1060", "Bad request", &detail));
    }
    kind.shelf_mut(world.sandbox_mut(&call.sandbox).0).remove(&key);
    Ok(Reply::empty(204))
}
