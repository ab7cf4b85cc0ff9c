//! Field groups and schemas of the Schema Registry.

use serde_json::{Map, Value, json};

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

/// What the `Accept` header asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum View {
    /// Ids and titles only.
    Short,
    /// The resource as it was written.
    Plain,
    /// The resource with everything it refers to.
    Full,
}

/// Reads the `Accept` header of a list: no version allowed.
pub(crate) fn list_view(call: &Call) -> Result<View, Refusal> {
    let (view, versioned) = accepted(call)?;
    if versioned {
        let detail = "The Accept header of a list must not carry a version.";
        return Err(bad("XDM-1006", "Accept header invalid", detail));
    }
    Ok(view)
}

/// Reads the `Accept` header of a lookup: a version is required.
pub(crate) fn lookup_view(call: &Call) -> Result<View, Refusal> {
    let (view, versioned) = accepted(call)?;
    if !versioned {
        let detail = "The Accept header of a lookup must carry a version.";
        return Err(bad("XDM-1007", "Accept header invalid", detail));
    }
    Ok(view)
}

fn accepted(call: &Call) -> Result<(View, bool), Refusal> {
    let refuse = || {
        let detail = "The Accept header must be application/vnd.adobe.{xed|xdm}+json or a variant.";
        bad("XDM-1009", "Accept header invalid", detail)
    };
    let header = call.header("accept").unwrap_or_default();
    let (media_type, parameters) = header.split_once(';').unwrap_or((header, ""));
    let name = media_type.trim().strip_prefix("application/vnd.adobe.").ok_or_else(refuse)?;
    let name = name.strip_suffix("+json").ok_or_else(refuse)?;
    let variant =
        name.strip_prefix("xed").or_else(|| name.strip_prefix("xdm")).ok_or_else(refuse)?;
    let view = match variant {
        "-id" => View::Short,
        "" | "-notext" | "-deprecatefield" => View::Plain,
        "-full" | "-full-notext" | "-full-desc" => View::Full,
        _ => return Err(refuse()),
    };
    let parameters = parameters.trim();
    match parameters.strip_prefix("version=").map(str::trim) {
        Some("1" | "1.0") => Ok((view, true)),
        Some(_) => Err(bad("XDM-1007", "Accept header invalid", "Only version 1 exists.")),
        None if parameters.is_empty() => Ok((view, false)),
        None => Err(refuse()),
    }
}

/// `GET` of a collection.
pub(crate) fn list(world: &World, call: &Call, kind: Kind) -> Outcome {
    let view = list_view(call)?;
    let query = &call.query;
    let filters: Vec<&str> = query.all("property").collect();
    let mut rows: Vec<&XdmResource> =
        kind.shelf(world.sandbox(&call.sandbox)).listed(call.now_ms).collect();
    rows.retain(|row| filters.iter().all(|filter| admits(row, filter)));
    let order = query.get("orderby").or_else(|| query.get("orderBy"));
    if let Some(order) = order {
        let (field, descending) =
            order.strip_prefix('-').map_or((order, false), |field| (field, true));
        rows.sort_by_key(|row| key_of(row, field));
        if descending {
            rows.reverse();
        }
    }
    // Without an order the limit has no effect, and a list ends at 300.
    let limit = match query.get("limit").map(str::parse::<usize>) {
        Some(Ok(limit)) if order.is_some() && limit <= 500 => limit.max(1),
        Some(Err(_)) => return Err(bad("XDM-1005", "Bad request", "limit must be a number.")),
        _ => 300,
    };
    let start: usize = query.get("start").and_then(|start| start.parse().ok()).unwrap_or(0);
    let total = rows.len();
    let page: Vec<Value> = rows
        .into_iter()
        .skip(start)
        .take(limit)
        .map(|row| match view {
            View::Short => row.short(),
            View::Plain | View::Full => whole(world, call, kind, row, view),
        })
        .collect();
    let end = start.saturating_add(page.len());
    let next = (order.is_some() && end < total).then(|| end.to_string());
    let links = next.as_ref().map_or_else(
        || json!({}),
        |next| json!({ "next": { "href": format!("/{}?start={next}", kind.resource_type()) } }),
    );
    let mut paging = json!({ "count": page.len() });
    if let Some(order) = order {
        paging["orderby"] = json!(order);
        paging["next"] = json!(next);
    }
    Ok(Reply::json(200, json!({ "results": page, "_page": paging, "_links": links })))
}

fn key_of(row: &XdmResource, field: &str) -> String {
    match field {
        "title" => row.title().to_owned(),
        "$id" => row.uri.clone(),
        "updated" => format!("{:020}", row.updated_ms),
        _ => format!("{:020}", row.created_ms),
    }
}

fn admits(row: &XdmResource, filter: &str) -> bool {
    let value = |key: &str| match key {
        "$id" => Some(row.uri.as_str()),
        "meta:altId" => Some(row.alt_id.as_str()),
        key => row.body.get(key).and_then(Value::as_str),
    };
    match (filter.split_once("=="), filter.split_once("!=")) {
        (Some((key, wanted)), _) => value(key) == Some(wanted.trim_matches('"')),
        (None, Some((key, unwanted))) => value(key) != Some(unwanted.trim_matches('"')),
        (None, None) => value(filter).is_some(),
    }
}

/// A list of a collection in which the emulator has nothing.
pub(crate) fn list_nothing(call: &Call) -> Outcome {
    list_view(call)?;
    Ok(Reply::json(200, json!({ "results": [], "_page": { "count": 0 }, "_links": {} })))
}

/// A lookup in a collection in which the emulator has nothing.
pub(crate) fn no_such_resource(call: &Call) -> Outcome {
    lookup_view(call)?;
    Err(problem::schema("XDM-1013", 404, "Resource not found", &not_found(call.id())))
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

fn check_content_type(call: &Call) -> Result<(), Refusal> {
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

fn check(
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
        Kind::Schema => check_schema(sandbox, body),
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

/// `PATCH` of one.
pub(crate) fn update(world: &mut World, call: &Call, kind: Kind) -> Outcome {
    check_content_type(call)?;
    let key = key(world, call, kind)?;
    let current = kind.shelf(world.sandbox(&call.sandbox)).get(&key).expect("found above");
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
    let uri = kind.shelf(sandbox).get(&key).expect("found above").uri.clone();
    let in_use = match kind {
        Kind::Schema => sandbox.datasets.all().any(|dataset| dataset.schema_id() == uri),
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
