//! The streaming endpoint. It answers 200 for whatever is JSON and small enough; what becomes of
//! the event shows in the runs alone.

use serde_json::{Value, json};

use crate::http::{Call, Outcome, Refusal, Reply};
use crate::ingest::{self, Arrival};
use crate::world::World;

/// The platform's limit for one record.
const LARGEST_EVENT: usize = 1024 * 1024;

/// `POST /collection/{inletId}`.
pub(crate) fn post(world: &mut World, call: &Call) -> Outcome {
    check(world, call)?;
    let event = serde_json::from_slice(&call.body)
        .map_err(|cause| inlet_problem(400, &format!("the message is not JSON: {cause}")))?;
    let flow_id = flow_id(call);
    if flow_id.is_none() && world.settings.switches.missing_flow_id_status != 200 {
        let status = world.settings.switches.missing_flow_id_status;
        return Err(inlet_problem(status, "the message names no flow"));
    }
    let transaction = transaction(world, call);
    take_in(world, call, flow_id, event, call.body.len());
    let mut answer = json!({ "inletId": call.id(), "xactionId": transaction });
    if let Some(flow_id) = flow_id {
        answer["flowId"] = json!(flow_id);
    }
    answer["receivedTimeMs"] = json!(call.now_ms);
    Ok(Reply::json(200, answer))
}

/// `POST /collection/batch/{inletId}`.
pub(crate) fn post_batch(world: &mut World, call: &Call) -> Outcome {
    check(world, call)?;
    let body = call.json().map_err(|_| inlet_problem(400, "the batch is not JSON"))?;
    let messages = body["messages"].as_array();
    let messages = messages.ok_or_else(|| inlet_problem(400, "the batch has no messages"))?;
    let batch = transaction(world, call);
    let mut responses = Vec::new();
    for (index, message) in messages.iter().enumerate() {
        take_in(world, call, flow_id(call), message.clone(), message.to_string().len());
        responses.push(json!({ "xactionId": format!("{batch}:{index}") }));
    }
    Ok(Reply::json(
        207,
        json!({
            "inletId": call.id(),
            "batchId": batch,
            "receivedTimeMs": call.now_ms,
            "responses": responses,
        }),
    ))
}

fn check(world: &World, call: &Call) -> Result<(), Refusal> {
    if call.body.len() > LARGEST_EVENT {
        return Err(Refusal(Reply::empty(413)));
    }
    let status = world.settings.switches.unknown_inlet_status;
    if world.inlets.contains_key(call.id()) || status == 200 {
        return Ok(());
    }
    Err(inlet_problem(status, "the inlet does not exist"))
}

/// The flow that an event names, in the header or in the query.
fn flow_id(call: &Call) -> Option<&str> {
    let header = call.header("x-adobe-flow-id");
    header.or_else(|| call.query.get("x-adobe-flow-id")).filter(|id| !id.is_empty())
}

fn transaction(world: &mut World, call: &Call) -> String {
    world.events += 1;
    format!("{}:{}:{}", call.now_ms, 1_000 + world.events / 1_000, world.events % 1_000)
}

fn take_in(world: &mut World, call: &Call, flow_id: Option<&str>, event: Value, bytes: usize) {
    let arrival = Arrival { event, bytes: bytes as u64, at_ms: call.now_ms };
    ingest::take_in(world, call.id(), flow_id, arrival);
}

fn inlet_problem(status: u16, message: &str) -> Refusal {
    Refusal(Reply::json(
        status,
        json!({
            "type": "http://ns.adobe.com/adobecloud/problem/data-collection-service/inlet",
            "status": status,
            "title": "Invalid message",
            "report": { "message": message },
        }),
    ))
}
