//! Dataflows: list, create, read, switch on and off, remove. Changing one is in `flow_patch`.

use serde_json::{Map, Value, json};

use super::connections::created;
use super::{flow_body, specs};
use crate::http::{Call, Outcome, Refusal, Reply};
use crate::ingest::{HOUR_MS, last_completed};
use crate::listing::{ListRequest, Row, invalid};
use crate::problem;
use crate::settings::Switches;
use crate::world::{Changing, Flow, SandboxState, Stamp, World, etag_of};

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
    "flowSpec",
    "state",
    "version",
    "etag",
    "sourceConnectionIds",
    "targetConnectionIds",
    "inheritedAttributes",
    "options",
    "transformations",
    "lastOperation",
    "lastRunDetails",
    "providerRefId",
    "labels",
];

/// How long a new or changed flow may lose what arrives.
pub(crate) const SETTLING_MS: i64 = 5 * 60_000;

/// `GET /flows`.
pub(crate) fn list(world: &World, call: &Call) -> Outcome {
    let request = ListRequest::read(call, FIELDS, world.settings.switches.strict_queries)?;
    let flows = &world.sandbox(&call.sandbox).flows;
    let rows = flows.listed_after(request.behind(), call.now_ms);
    let rows = rows.map(|(place, flow)| (place, Listed { world, call, flow, place }));
    request.answer(call, "flows", rows)
}

/// A flow in a list.
struct Listed<'a> {
    world: &'a World,
    call: &'a Call,
    flow: &'a Flow,
    place: u64,
}

impl Row for Listed<'_> {
    fn member(&self, path: &[String]) -> Option<Value> {
        let [name] = path else { return None };
        let flow = self.flow;
        Some(match name.as_str() {
            "name" => flow.name.clone(),
            "description" => flow.description.clone().unwrap_or_default(),
            "state" => json!(flow.state_at(self.call.now_ms)),
            "sourceConnectionIds" => json!([flow.source_id]),
            "targetConnectionIds" => json!([flow.target_id]),
            stamped => return flow.stamp.member(stamped),
        })
    }

    fn to_json(&self) -> Value {
        to_json(self.world, self.call, self.flow, self.place)
    }
}

/// `GET /flows/{id}`.
pub(crate) fn get(world: &World, call: &Call) -> Outcome {
    let (place, flow) = find(world, call)?;
    Ok(Reply::json(200, json!({ "items": [to_json(world, call, flow, place)] })))
}

/// The flow that a call names.
pub(crate) fn find<'a>(world: &'a World, call: &Call) -> Result<(u64, &'a Flow), Refusal> {
    let found = world.sandbox(&call.sandbox).flows.entry(call.id());
    found.ok_or_else(|| problem::flow_not_found("flows", call.id()))
}

/// `POST /flows`, with `?mode=draft` for a draft.
pub(crate) fn create(world: &mut World, call: &Call) -> Outcome {
    let body = call.object()?;
    let draft = call.query.get("mode").is_some_and(|mode| mode.eq_ignore_ascii_case("draft"));
    if body.contains_key("state") {
        return Err(invalid("1410", "state may not be sent when a flow is created."));
    }
    match body.get("flowSpec").and_then(|spec| spec["id"].as_str()) {
        Some(specs::GENERIC_STREAMING) => {}
        Some(id) => return Err(invalid("1413", &format!("There is no flow spec {id}."))),
        None => return Err(invalid("1413", "flowSpec.id is missing.")),
    }
    let sandbox = world.sandbox(&call.sandbox);
    let (source_id, target_id) = flow_body::connections_of(world, sandbox, &body)?;
    match body.get("transformations") {
        Some(steps) => flow_body::check_transformations(sandbox, &target_id, steps)?,
        None if draft => {}
        None => return Err(invalid("1328", "The mapping transformation is missing.")),
    }
    let inlet_after = world.settings.switches.inlet_url_after;
    let inlet_from_ms =
        call.now_ms.saturating_add(i64::try_from(inlet_after.as_millis()).unwrap_or(i64::MAX));
    let listed_from_ms = call.listed_from_ms();
    let (sandbox, ids) = world.sandbox_mut(&call.sandbox);
    let flow = Flow {
        stamp: Stamp::new(ids, call.now_ms, listed_from_ms, &call.client_id),
        name: body.get("name").cloned().unwrap_or_default(),
        description: body.get("description").cloned(),
        flow_spec: body["flowSpec"].clone(),
        source_id,
        target_id,
        transformations: body.get("transformations").cloned(),
        options: body.get("options").and_then(Value::as_object).cloned().unwrap_or_default(),
        schedule: body.get("scheduleParams").cloned(),
        labels: None,
        state: if draft { "draft" } else { "enabled" },
        changing: None,
        last_operation: if draft { "create" } else { "enable" },
        provider_ref_id: ids.uuid(),
        inlet_id: ids.hex(64),
        inlet_from_ms,
        settled_from_ms: call.now_ms.saturating_add(SETTLING_MS),
        tallies: std::collections::BTreeMap::new(),
        rejected: std::collections::BTreeMap::new(),
        history: None,
    };
    let reply = created("flows", &flow.stamp);
    let home = (call.sandbox.clone(), flow.stamp.id.clone());
    let inlet_id = flow.inlet_id.clone();
    sandbox.flows.add(flow);
    world.inlets.insert(inlet_id, home);
    Ok(reply)
}

/// `POST /flows/{id}/action?op=…`.
pub(crate) fn act(world: &mut World, call: &Call) -> Outcome {
    let (place, flow) = find(world, call)?;
    if call.header("if-match").is_some() {
        let etag = etag_now(&world.settings.switches, flow, place, call.now_ms);
        super::connection_checks::require_match(call, &etag)?;
    }
    let operation = call.query.get("op").unwrap_or_default().to_ascii_lowercase();
    let sandbox = world.sandbox(&call.sandbox);
    let (state, name) = match (operation.as_str(), flow.state_at(call.now_ms)) {
        ("enable", "enabled" | "disabled") => ("enabled", "enable"),
        ("disable", "enabled" | "disabled") => ("disabled", "disable"),
        ("publish", "draft") => {
            check_publishable(sandbox, flow)?;
            ("enabled", "publish")
        }
        ("disable", state) => {
            return Err(invalid("1422", &format!("A flow in state {state} cannot be disabled.")));
        }
        ("enable" | "publish", state) => {
            let detail = format!("A flow in state {state} has no transition {operation}.");
            return Err(invalid("1421", &detail));
        }
        _ => return Err(invalid("1435", &format!("The action {operation:?} is not supported."))),
    };
    let changing = passing(world, call, if state == "enabled" { "enabling" } else { "disabling" });
    let (sandbox, ids) = world.sandbox_mut(&call.sandbox);
    let flow = sandbox.flows.get_mut(call.id()).expect("it was found above");
    if let Some(history) = &mut flow.history {
        history.switch(state == "enabled", call.now_ms.div_euclid(HOUR_MS));
    }
    flow.state = state;
    flow.changing = changing;
    flow.last_operation = name;
    flow.stamp.touch(ids, call.now_ms);
    flow.settled_from_ms = call.now_ms.saturating_add(SETTLING_MS);
    Ok(Reply::json(200, json!({ "id": flow.stamp.id, "etag": flow.stamp.etag })))
}

/// The state that a change takes a flow through, if the switch asks for one.
pub(super) fn passing(world: &World, call: &Call, state: &'static str) -> Option<Changing> {
    let lasts = i64::try_from(world.settings.switches.passing_states.as_millis()).ok()?;
    (lasts > 0).then(|| Changing { state, until_ms: call.now_ms.saturating_add(lasts) })
}

fn check_publishable(sandbox: &SandboxState, flow: &Flow) -> Result<(), Refusal> {
    let Some(steps) = &flow.transformations else {
        return Err(invalid("1328", "The mapping transformation is missing."));
    };
    flow_body::check_transformations(sandbox, &flow.target_id, steps)?;
    let source = sandbox.source_connections.get(&flow.source_id);
    let target = sandbox.target_connections.get(&flow.target_id);
    if source.into_iter().chain(target).any(|connection| connection.state == "draft") {
        return Err(invalid("1421", "A connection of the flow is still a draft."));
    }
    Ok(())
}

/// `DELETE /flows/{id}`. The endpoint stays and drops what arrives.
pub(crate) fn delete(world: &mut World, call: &Call) -> Outcome {
    let (_, flow) = find(world, call)?;
    if flow.passing_at(call.now_ms).is_some() {
        let detail =
            "A flow can be deleted only in one of the states enabled, disabled, initializing.";
        return Err(invalid("1416", detail));
    }
    world.sandbox_mut(&call.sandbox).0.flows.remove(call.id());
    Ok(Reply::empty(204))
}

/// The etag that a flow shows now: as a switch, each completed run gives it a new one.
pub(crate) fn etag_now(switches: &Switches, flow: &Flow, place: u64, now_ms: i64) -> String {
    let run = switches
        .etag_changes_after_runs
        .then(|| last_completed(flow, place, now_ms))
        .flatten()
        .and_then(|run| run.completed_ms())
        .filter(|completed_ms| *completed_ms > flow.stamp.updated_ms);
    match run {
        Some(completed_ms) => etag_of((completed_ms / 1000) as u32 ^ place as u32, completed_ms),
        None => flow.stamp.etag.clone(),
    }
}

fn to_json(world: &World, call: &Call, flow: &Flow, place: u64) -> Value {
    let switches = &world.settings.switches;
    let sandbox = world.sandbox(&call.sandbox);
    let etag = etag_now(switches, flow, place, call.now_ms);
    let mut shown = flow.stamp.members(&world.place(&call.sandbox));
    let mut add = |key: &str, value: Value| shown.insert(key.to_owned(), value);
    add("name", flow.name.clone());
    if let Some(description) = &flow.description {
        add("description", description.clone());
    }
    add("flowSpec", flow.flow_spec.clone());
    add("state", json!(flow.state_at(call.now_ms)));
    add("version", json!(etag));
    add("etag", json!(etag));
    add("sourceConnectionIds", json!([flow.source_id]));
    add("targetConnectionIds", json!([flow.target_id]));
    add("inheritedAttributes", inherited(sandbox, flow));
    add("options", Value::Object(options(world, call, flow)));
    if let Some(schedule) = &flow.schedule {
        add("scheduleParams", schedule.clone());
    }
    if let Some(steps) = &flow.transformations {
        add("transformations", transformations(steps, switches.mapping_version_as_text));
    }
    if let Some(labels) = &flow.labels {
        add("labels", labels.clone());
    }
    add("runs", json!(format!("/runs?property=flowId=={}", flow.stamp.id)));
    add("providerRefId", json!(flow.provider_ref_id));
    add("lastOperation", json!({ "started": 0, "updated": 0, "operation": flow.last_operation }));
    if let Some(run) = last_completed(flow, place, call.now_ms) {
        add("lastRunDetails", run.details());
    }
    Value::Object(shown)
}

fn inherited(sandbox: &SandboxState, flow: &Flow) -> Value {
    let source = sandbox.source_connections.get(&flow.source_id);
    let target = sandbox.target_connections.get(&flow.target_id);
    json!({
        "properties": { "isSourceFlow": true },
        "sourceConnections": source.map(|known| known.inherited()).into_iter().collect::<Vec<_>>(),
        "targetConnections": target.map(|known| known.inherited()).into_iter().collect::<Vec<_>>(),
    })
}

fn options(world: &World, call: &Call, flow: &Flow) -> Map<String, Value> {
    let mut options = flow.options.clone();
    let has_inlet = flow.flow_spec["id"] == specs::GENERIC_STREAMING;
    if has_inlet && flow.state != "draft" && call.now_ms >= flow.inlet_from_ms {
        let url = format!("{}/collection/{}", world.base_url, flow.inlet_id);
        options.insert("inletUrl".into(), json!(url));
    }
    options
}

fn transformations(steps: &Value, version_as_text: bool) -> Value {
    let mut steps = steps.clone();
    let written = steps.as_array_mut().into_iter().flatten();
    for version in written.filter_map(|step| step.pointer_mut("/params/mappingVersion")) {
        if version_as_text {
            let text = version.as_str().map_or_else(|| version.to_string(), str::to_owned);
            *version = json!(text);
        }
    }
    steps
}
