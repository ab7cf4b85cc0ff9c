//! Mapping sets of Data Prep.

use serde_json::{Map, Value, json};

use crate::http::{Call, Outcome, Refusal, Reply};
use crate::mapping::{self, Line};
use crate::problem;
use crate::world::{Ids, MappingSet, MappingVersion, SandboxState, World};
use crate::xdm;

fn bad(detail: &str) -> Refusal {
    problem::aep("DATAPREP-0400", 400, "Bad request", detail)
}

fn missing(id: &str) -> Refusal {
    let detail = format!("There is no mapping set {id} in this sandbox.");
    problem::aep("DATAPREP-0404", 404, "Not found", &detail)
}

/// What a caller sent, read.
struct Draft {
    schema_id: String,
    content_type: String,
    name: Option<Value>,
    lines: Vec<Line>,
}

fn read(ids: &mut Ids, body: &Map<String, Value>) -> Result<Draft, Refusal> {
    let (schema_id, content_type) = schema_of(body)?;
    let Some(written) = body.get("mappings").and_then(Value::as_array) else {
        return Err(bad("mappings is missing or not a list"));
    };
    let lines = written.iter().map(|line| Line::read(ids.hex(32), line));
    let lines = lines.collect::<Result<Vec<_>, _>>().map_err(|detail| bad(&detail))?;
    Ok(Draft { schema_id, content_type, name: body.get("name").cloned(), lines })
}

/// The target schema, named in the present or in the older way.
fn schema_of(body: &Map<String, Value>) -> Result<(String, String), Refusal> {
    if let Some(schema) = body.get("outputSchema").map(|output| &output["schemaRef"]) {
        return match (schema["id"].as_str(), schema["contentType"].as_str()) {
            (Some(id), Some(content_type)) => Ok((id.to_owned(), content_type.to_owned())),
            _ => Err(bad("outputSchema.schemaRef needs id and contentType")),
        };
    }
    match (body.get("xdmSchema").and_then(Value::as_str), body.get("xdmVersion")) {
        (Some(id), version) => {
            let version = version.and_then(Value::as_str).unwrap_or("1.0");
            Ok((id.to_owned(), format!("application/vnd.adobe.xed-full+json;version={version}")))
        }
        _ => Err(bad("outputSchema.schemaRef is missing")),
    }
}

/// The full schema that a mapping writes into, if there is such a schema.
fn full_schema(sandbox: &SandboxState, id: &str) -> Option<Value> {
    let schema = sandbox.schemas.all().find(|known| known.uri == id || known.alt_id == id)?;
    Some(xdm::full_schema(sandbox, schema))
}

fn check(sandbox: &SandboxState, call: &Call, draft: &Draft) -> Result<(), Refusal> {
    let schema = full_schema(sandbox, &draft.schema_id);
    let schema =
        schema.ok_or_else(|| bad(&format!("the schema {} does not exist", draft.schema_id)))?;
    if call.query.get("validate").is_some_and(|text| text.eq_ignore_ascii_case("false")) {
        return Ok(());
    }
    match draft.lines.iter().find_map(|line| mapping::check_line(line, &schema).err()) {
        None => Ok(()),
        Some(problem) => Err(bad(&problem.message)),
    }
}

fn check_content_type(call: &Call) -> Result<(), Refusal> {
    let content_type = call.header("content-type").unwrap_or_default();
    if content_type.starts_with("application/json") {
        return Ok(());
    }
    let detail = "the Content-Type must be application/json";
    Err(problem::aep("DATAPREP-0415", 415, "Unsupported media type", detail))
}

/// `POST /mappingSets`: 200, not 201.
pub(crate) fn create(world: &mut World, call: &Call) -> Outcome {
    check_content_type(call)?;
    let body = call.object()?;
    let draft = read(&mut world.ids, &body)?;
    check(world.sandbox(&call.sandbox), call, &draft)?;
    let listed_from_ms = call.listed_from_ms();
    let (sandbox, ids) = world.sandbox_mut(&call.sandbox);
    let set = MappingSet {
        id: ids.hex(32),
        created_ms: call.now_ms,
        listed_from_ms,
        client_id: call.client_id.clone(),
        versions: vec![draft.into_version(call.now_ms)],
    };
    let reply = Reply::json(200, head(&set));
    sandbox.mapping_sets.add(set);
    Ok(reply)
}

impl Draft {
    fn into_version(self, now_ms: i64) -> MappingVersion {
        MappingVersion {
            modified_ms: now_ms,
            schema_id: self.schema_id,
            schema_content_type: self.content_type,
            name: self.name,
            lines: self.lines,
        }
    }
}

fn head(set: &MappingSet) -> Value {
    let author = format!("{}@techacct.adobe.com", set.client_id);
    json!({
        "id": set.id,
        "version": set.current_number(),
        "createdDate": set.created_ms,
        "modifiedDate": set.current().modified_ms,
        "createdBy": author,
        "modifiedBy": author,
    })
}

fn whole(set: &MappingSet, number: usize) -> Option<Value> {
    let version = set.versions.get(number)?;
    let mut shown = head(set);
    shown["version"] = json!(number);
    shown["modifiedDate"] = json!(version.modified_ms);
    if let Some(name) = &version.name {
        shown["name"] = name.clone();
    }
    shown["status"] = json!("PUBLISHED");
    shown["supportVersion"] = json!("1.1");
    shown["strictMapping"] = json!(false);
    shown["allowNullValues"] = json!(false);
    shown["xdmSchema"] = json!(version.schema_id);
    shown["xdmVersion"] = json!("1.0");
    shown["outputSchema"] = json!({
        "schemaRef": { "id": version.schema_id, "contentType": version.schema_content_type },
    });
    shown["mappings"] =
        version.lines.iter().map(|line| line.to_json(version.modified_ms)).collect();
    Some(shown)
}

/// `GET /mappingSets`.
pub(crate) fn list(world: &World, call: &Call) -> Outcome {
    let number = |name: &str, otherwise: usize| match call.query.get(name) {
        None => Ok(otherwise),
        Some(text) => text.parse().map_err(|_| bad(&format!("{name} must be a number"))),
    };
    let (limit, start) = (number("limit", 10)?, number("start", 0)?);
    if !(1..=1_000).contains(&limit) {
        return Err(bad("limit must be from 1 to 1000"));
    }
    let name = call.query.get("name");
    let filters: Vec<&str> = call.query.all("property").collect();
    let mut rows: Vec<&MappingSet> =
        world.sandbox(&call.sandbox).mapping_sets.listed(call.now_ms).collect();
    rows.retain(|set| {
        let named = name.is_none_or(|name| set.current().name.as_ref() == Some(&json!(name)));
        named && filters.iter().all(|filter| admits(set, filter))
    });
    match call.query.get("orderBy").map(|order| order.trim_start_matches(['+', ' '])) {
        None | Some("createdDate") => {}
        Some("-createdDate") => rows.reverse(),
        Some(order) if order.starts_with('-') => {
            rows.sort_by_key(|set| std::cmp::Reverse(set.current().modified_ms));
        }
        Some(_) => rows.sort_by_key(|set| set.current().modified_ms),
    }
    let page = rows.iter().skip(start).take(limit);
    let data: Vec<Value> = page.filter_map(|set| whole(set, set.current_number())).collect();
    let next = start.saturating_add(data.len());
    let mut links = json!({});
    if next < rows.len() {
        let href = format!("/data/foundation/conversion/mappingSets?limit={limit}&start={next}");
        links["next"] = json!({ "href": href });
    }
    let paging = json!({ "count": data.len(), "limit": limit });
    Ok(Reply::json(200, json!({ "data": data, "_page": paging, "_links": links })))
}

fn admits(set: &MappingSet, filter: &str) -> bool {
    match filter.split_once("==") {
        Some(("xdmSchema", wanted)) => set.current().schema_id == wanted.trim_matches('"'),
        Some(("status", wanted)) => wanted.trim_matches('"') == "PUBLISHED",
        _ => true,
    }
}

fn find<'a>(world: &'a World, call: &Call) -> Result<&'a MappingSet, Refusal> {
    world.sandbox(&call.sandbox).mapping_sets.get(call.id()).ok_or_else(|| missing(call.id()))
}

/// `GET /mappingSets/{id}`, with `?version=` for an older one.
pub(crate) fn get(world: &World, call: &Call) -> Outcome {
    let set = find(world, call)?;
    let number = match call.query.get("version") {
        None => set.current_number(),
        Some(text) => text.parse().map_err(|_| bad("version must be a number"))?,
    };
    whole(set, number).map(|shown| Reply::json(200, shown)).ok_or_else(|| missing(call.id()))
}

/// `GET /mappingSets/{id}/mappings`: a bare array.
pub(crate) fn mappings(world: &World, call: &Call) -> Outcome {
    let version = find(world, call)?.current();
    let lines = version.lines.iter().map(|line| line.to_json(version.modified_ms));
    Ok(Reply::json(200, lines.collect()))
}

/// `PUT /mappingSets/{id}`: a new version; flows go on with the one they name.
pub(crate) fn replace(world: &mut World, call: &Call) -> Outcome {
    check_content_type(call)?;
    find(world, call)?;
    let draft = read(&mut world.ids, &call.object()?)?;
    check(world.sandbox(&call.sandbox), call, &draft)?;
    let (sandbox, _) = world.sandbox_mut(&call.sandbox);
    let set = sandbox.mapping_sets.get_mut(call.id()).expect("it was found above");
    set.versions.push(draft.into_version(call.now_ms));
    let shown = whole(set, set.current_number()).expect("the newest version exists");
    Ok(Reply::json(200, shown))
}

/// `DELETE /mappingSets/{id}`: no page of Adobe's has it, a public client uses it.
pub(crate) fn delete(world: &mut World, call: &Call) -> Outcome {
    find(world, call)?;
    let (sandbox, _) = world.sandbox_mut(&call.sandbox);
    let mut flows = sandbox.flows.all();
    if flows.any(|flow| flow.mapping().is_some_and(|(id, _)| id == call.id())) {
        return Err(bad(&format!("the mapping set {} is used by a flow", call.id())));
    }
    sandbox.mapping_sets.remove(call.id());
    Ok(Reply::empty(204))
}

/// `POST /mappingSets/validate`: one answer for each line, in order.
pub(crate) fn validate(world: &mut World, call: &Call) -> Outcome {
    let body = call.object()?;
    let (schema_id, _) = schema_of(&body)?;
    let schema = full_schema(world.sandbox(&call.sandbox), &schema_id);
    let schema = schema.ok_or_else(|| bad(&format!("the schema {schema_id} does not exist")))?;
    let written = body.get("mappings").and_then(Value::as_array);
    let written = written.ok_or_else(|| bad("mappings is missing or not a list"))?;
    let answers = written.iter().map(|line| {
        let read = Line::read(String::new(), line);
        let checked = match &read {
            Ok(line) => mapping::check_line(line, &schema).map_err(|problem| problem.to_json()),
            Err(detail) => Err(json!({ "exception": detail })),
        };
        match checked {
            Ok(()) => json!({ "status": "SUCCESS" }),
            Err(error) => json!({ "status": "FAILED", "errors": [error] }),
        }
    });
    Ok(Reply::json(200, json!({ "validationResponse": answers.collect::<Vec<_>>() })))
}

/// `POST /mappingSets/preview`: what the lines make of sample events.
pub(crate) fn preview(world: &mut World, call: &Call) -> Outcome {
    let body = call.object()?;
    let Some(Value::Object(written)) = body.get("mappingSet") else {
        return Err(bad("mappingSet is missing"));
    };
    let draft = read(&mut world.ids, written)?;
    let schema = full_schema(world.sandbox(&call.sandbox), &draft.schema_id);
    let schema =
        schema.ok_or_else(|| bad(&format!("the schema {} does not exist", draft.schema_id)))?;
    let events = match body.get("data") {
        Some(Value::Array(events)) => events.clone(),
        Some(Value::Object(event)) => vec![Value::Object(event.clone())],
        _ => return Err(bad("data must be an event or a list of events")),
    };
    let answers = events.iter().map(|event| {
        let mapped = mapping::apply(&draft.lines, event, &schema, call.now_ms);
        let mut answer = json!({ "data": mapped.record });
        if !mapped.problems.is_empty() {
            let errors = mapped.problems.iter().map(|problem| problem.to_json());
            answer["errors"] = errors.collect();
        }
        answer
    });
    Ok(Reply::json(200, answers.collect()))
}
