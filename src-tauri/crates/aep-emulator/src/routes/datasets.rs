//! Datasets of the catalogue: objects keyed by id, offsets instead of links.

use serde_json::{Map, Value, json};

use crate::http::{Call, Outcome, Refusal, Reply};
use crate::patch;
use crate::problem;
use crate::world::{Dataset, World};

const DEFAULT_LIMIT: usize = 20;
const MAX_LIMIT: usize = 100;

fn bad(detail: &str) -> Refusal {
    problem::aep("CTLG-400", 400, "Bad request", detail)
}

fn missing(id: &str) -> Refusal {
    problem::aep("CTLG-404", 404, "Not found", &format!("There is no dataset {id}."))
}

/// `GET /dataSets`.
pub(crate) fn list(world: &World, call: &Call) -> Outcome {
    let query = &call.query;
    let limit = match query.get("limit").map(str::parse::<usize>) {
        None => DEFAULT_LIMIT,
        Some(Ok(limit)) if (1..=MAX_LIMIT).contains(&limit) => limit,
        Some(_) => return Err(bad("limit must be a number from 1 to 100")),
    };
    let Ok(start) = query.get("start").unwrap_or("0").parse::<usize>() else {
        return Err(bad("start must be a number"));
    };
    let filters = query.all("property").map(read_filter).collect::<Result<Vec<_>, _>>()?;
    let names: Option<Vec<&str>> = query.get("name").map(|names| names.split(',').collect());
    let sandbox = world.sandbox(&call.sandbox);
    let mut rows: Vec<&Dataset> = sandbox
        .datasets
        .listed(call.now_ms)
        .filter(|dataset| names.as_ref().is_none_or(|names| names.contains(&name_of(dataset))))
        .filter(|dataset| filters.iter().all(|filter| filter.admits(&dataset.body)))
        .collect();
    sort(&mut rows, query.get("orderBy"))?;
    let wanted: Option<Vec<&str>> = query.get("properties").map(|list| list.split(',').collect());
    let mut answer = Map::new();
    for dataset in rows.into_iter().skip(start).take(limit) {
        let mut shown = dataset.to_json(&world.settings.org_id, &sandbox.id);
        if let (Some(wanted), Value::Object(members)) = (&wanted, &mut shown) {
            members.retain(|key, _| wanted.contains(&key.as_str()));
        }
        answer.insert(dataset.id.clone(), shown);
    }
    Ok(Reply::json(200, Value::Object(answer)))
}

fn name_of(dataset: &Dataset) -> &str {
    dataset.body.get("name").and_then(Value::as_str).unwrap_or_default()
}

fn sort(rows: &mut [&Dataset], order: Option<&str>) -> Result<(), Refusal> {
    let Some(order) = order else { return Ok(()) };
    let (direction, field) = order.split_once(':').unwrap_or(("asc", order));
    match field {
        "name" => rows.sort_by_key(|dataset| name_of(dataset).to_owned()),
        "created" => rows.sort_by_key(|dataset| dataset.created_ms),
        "updated" => rows.sort_by_key(|dataset| dataset.updated_ms),
        _ => return Err(bad("orderBy takes asc:name, desc:created and the like")),
    }
    match direction {
        "asc" => {}
        "desc" => rows.reverse(),
        _ => return Err(bad("orderBy takes asc or desc")),
    }
    Ok(())
}

/// `property=name==x` or `property=name~^Start`.
struct Filter {
    path: Vec<String>,
    prefix: bool,
    value: String,
}

fn read_filter(text: &str) -> Result<Filter, Refusal> {
    let (path, prefix, value) = match (text.split_once("=="), text.split_once("~^")) {
        (Some((path, value)), _) => (path, false, value),
        (None, Some((path, value))) => (path, true, value),
        (None, None) => return Err(bad("property takes name==value or name~^start")),
    };
    let path = path.split('.').map(str::to_owned).collect();
    Ok(Filter { path, prefix, value: value.to_owned() })
}

impl Filter {
    fn admits(&self, body: &Map<String, Value>) -> bool {
        let (first, rest) = self.path.split_first().expect("splitting gives at least one part");
        let found = rest
            .iter()
            .fold(body.get(first), |value, step| value.and_then(|value| value.get(step)));
        let found = found.and_then(Value::as_str).unwrap_or_default();
        if self.prefix { found.starts_with(&self.value) } else { found == self.value }
    }
}

/// `POST /dataSets`.
pub(crate) fn create(world: &mut World, call: &Call) -> Outcome {
    let body = call.object()?;
    check(world, call, &body)?;
    if call.header("pragma") == Some("validate-only") {
        return Ok(Reply::json(200, json!([])));
    }
    let listed_from_ms = call.listed_from_ms();
    let (sandbox, ids) = world.sandbox_mut(&call.sandbox);
    let id = ids.hex(24);
    sandbox.datasets.add(Dataset {
        id: id.clone(),
        created_ms: call.now_ms,
        updated_ms: call.now_ms,
        listed_from_ms,
        etag: ids.etag(call.now_ms),
        client_id: call.client_id.clone(),
        body,
    });
    let location = format!("/data/foundation/catalog/dataSets/{id}");
    Ok(Reply::json(201, json!([format!("@/dataSets/{id}")])).with_header("location", location))
}

fn check(world: &World, call: &Call, body: &Map<String, Value>) -> Result<(), Refusal> {
    let named = body.get("name").and_then(Value::as_str).is_some_and(|name| !name.is_empty());
    if !named {
        return Err(bad("a dataset needs a name"));
    }
    let schema = body.get("schemaRef").unwrap_or(&Value::Null);
    let (id, content_type) = (schema["id"].as_str(), schema["contentType"].as_str());
    let (Some(id), Some(_)) = (id, content_type) else {
        return Err(bad("a dataset needs schemaRef.id and schemaRef.contentType"));
    };
    let mut schemas = world.sandbox(&call.sandbox).schemas.all();
    match schemas.any(|known| known.uri == id) {
        true => Ok(()),
        false => Err(bad(&format!("the schema {id} does not exist"))),
    }
}

/// `GET /dataSets/{id}`.
pub(crate) fn get(world: &World, call: &Call) -> Outcome {
    let sandbox = world.sandbox(&call.sandbox);
    let dataset = sandbox.datasets.get(call.id()).ok_or_else(|| missing(call.id()))?;
    let shown = dataset.to_json(&world.settings.org_id, &sandbox.id);
    Ok(Reply::json(200, json!({ call.id(): shown })).with_header("etag", dataset.etag.clone()))
}

/// `PATCH /dataSets/{id}`: JSON Patch, or members that replace those of the same name.
pub(crate) fn update(world: &mut World, call: &Call) -> Outcome {
    let sandbox = world.sandbox(&call.sandbox);
    let dataset = sandbox.datasets.get(call.id()).ok_or_else(|| missing(call.id()))?;
    if call
        .header("if-match")
        .is_some_and(|given| given.trim_matches('"') != dataset.etag.trim_matches('"'))
    {
        return Err(problem::aep("CTLG-412", 412, "Precondition failed", "the version is old"));
    }
    let mut document = Value::Object(dataset.body.clone());
    match call.json()? {
        Value::Object(members) => {
            if let Value::Object(body) = &mut document {
                body.extend(members);
            }
        }
        instructions => {
            let read = patch::read(&instructions).map_err(|problem| bad(&problem.detail()))?;
            for instruction in read {
                instruction.apply(&mut document).map_err(|problem| bad(&problem.detail()))?;
            }
        }
    }
    let Value::Object(body) = document else { return Err(bad("the patch leaves no object")) };
    check(world, call, &body)?;
    let (sandbox, ids) = world.sandbox_mut(&call.sandbox);
    let dataset = sandbox.datasets.get_mut(call.id()).expect("it was found above");
    dataset.body = body;
    dataset.updated_ms = call.now_ms;
    dataset.etag = ids.etag(call.now_ms);
    Ok(Reply::json(200, json!([format!("@/dataSets/{}", call.id())])))
}

/// `DELETE /dataSets/{id}`: 200 with what was removed.
pub(crate) fn delete(world: &mut World, call: &Call) -> Outcome {
    match world.sandbox_mut(&call.sandbox).0.datasets.remove(call.id()) {
        Some(_) => Ok(Reply::json(200, json!([format!("@/dataSets/{}", call.id())]))),
        None => Err(missing(call.id())),
    }
}
