//! Changing a dataflow by JSON Patch.

use serde_json::{Value, json};

use super::connection_checks::{refuse_patch, require_match};
use super::flows::{SETTLING_MS, etag_now, find, passing};
use super::{flow_body, schedule};
use crate::http::{Call, Outcome, Reply};
use crate::ingest::HOUR_MS;
use crate::listing::invalid;
use crate::patch::{self, PatchProblem};
use crate::world::{Flow, World};

/// The members that may be changed.
const CHANGEABLE: [&str; 5] =
    ["name", "description", "transformations", "scheduleParams", "labels"];

/// `PATCH /flows/{id}`.
pub(crate) fn update(world: &mut World, call: &Call) -> Outcome {
    let (place, flow) = find(world, call)?;
    require_match(call, &etag_now(&world.settings.switches, flow, place, call.now_ms))?;
    if let Some(state) = flow.passing_at(call.now_ms) {
        return Err(invalid("1420", &format!("A flow in state {state} cannot be updated.")));
    }
    let mut document = changeable(flow);
    for instruction in patch::read(&call.json()?).map_err(refuse_patch)? {
        if !CHANGEABLE.contains(&instruction.member()) {
            return Err(refuse_patch(PatchProblem::Path(instruction.path())));
        }
        instruction.apply(&mut document).map_err(refuse_patch)?;
    }
    let sandbox = world.sandbox(&call.sandbox);
    if let Some(steps) = document.get("transformations") {
        flow_body::check_transformations(sandbox, &flow.target_id, steps)?;
    }
    if let Some(before) = &flow.schedule {
        let after = document.get("scheduleParams").unwrap_or(&Value::Null);
        schedule::check_change(before, after, call.now_ms)?;
    }
    let changing = passing(world, call, "updating");
    let (sandbox, ids) = world.sandbox_mut(&call.sandbox);
    let flow = sandbox.flows.get_mut(call.id()).expect("it was found above");
    let remapped = flow.transformations.as_ref() != document.get("transformations");
    if let Some(history) = flow.history.as_mut().filter(|_| remapped) {
        history.mended_from = Some(call.now_ms.div_euclid(HOUR_MS) + 1);
    }
    let member = |key: &str| document.get(key).cloned();
    flow.name = member("name").unwrap_or_default();
    flow.description = member("description");
    flow.transformations = member("transformations");
    flow.schedule = member("scheduleParams");
    flow.labels = member("labels");
    // A draft takes no part in anything that would have to settle.
    flow.changing = changing.filter(|_| flow.state != "draft");
    flow.last_operation = "update";
    flow.stamp.touch(ids, call.now_ms);
    flow.settled_from_ms = call.now_ms.saturating_add(SETTLING_MS);
    Ok(Reply::json(200, json!({ "id": flow.stamp.id, "etag": flow.stamp.etag })))
}

fn changeable(flow: &Flow) -> Value {
    let mut document = json!({ "name": flow.name });
    let members = [
        ("description", &flow.description),
        ("transformations", &flow.transformations),
        ("scheduleParams", &flow.schedule),
        ("labels", &flow.labels),
    ];
    for (key, value) in members {
        if let Some(value) = value {
            document[key] = value.clone();
        }
    }
    document
}
