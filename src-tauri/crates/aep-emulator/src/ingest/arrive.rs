//! What happens to one event: found its flow, mapped, checked, counted.

use serde_json::Value;

use super::rejected::{self, Refused};
use super::run::HOUR_MS;
use crate::mapping;
use crate::world::{Connection, Flow, SandboxState, World};
use crate::xdm;

/// An event as it arrived.
#[derive(Debug)]
pub(crate) struct Arrival {
    pub(crate) event: Value,
    pub(crate) bytes: u64,
    pub(crate) at_ms: i64,
}

/// Takes in an event. Dropping it is silent, as it is on the platform.
pub(crate) fn take_in(world: &mut World, inlet_id: &str, flow_id: Option<&str>, arrival: Arrival) {
    let Some((sandbox_name, owner)) = world.inlets.get(inlet_id).cloned() else { return };
    if flow_id != Some(owner.as_str()) {
        return;
    }
    let drops_early = world.settings.switches.drop_while_settling;
    let (sandbox, _) = world.sandbox_mut(&sandbox_name);
    let Some(flow) = sandbox.flows.get(&owner) else { return };
    let settling = drops_early && arrival.at_ms < flow.settled_from_ms;
    if flow.state != "enabled" || settling {
        return;
    }
    let fate = fate(sandbox, &owner, arrival.event, arrival.at_ms);
    let flow = sandbox.flows.get_mut(&owner).expect("it was found above");
    let hour = arrival.at_ms.div_euclid(HOUR_MS);
    let tally = flow.tallies.entry(hour).or_default();
    match fate {
        Ok(record) => tally.keep(arrival.bytes, record.to_string().len() as u64),
        Err(refused) => {
            tally.refuse(arrival.bytes, refused.code, &refused.message);
            let rows = flow.rejected.entry(hour).or_default();
            if rows.len() < rejected::KEPT {
                rows.push(refused.row);
            }
        }
    }
}

/// The record that an event becomes, or why it becomes none.
fn fate(sandbox: &SandboxState, flow_id: &str, event: Value, at_ms: i64) -> Result<Value, Refused> {
    let Some((flow, schema)) = destination(sandbox, flow_id) else {
        let message = "The target of the flow does not exist".to_owned();
        return Err(Refused::event(event, "CONNECTOR-2001-500", message));
    };
    let record = match flow.mapping() {
        None => event,
        Some((id, version)) => {
            let set = sandbox.mapping_sets.get(id).and_then(|set| set.versions.get(version));
            let Some(set) = set else {
                let message = "Mapper Transform Error: no mapping".to_owned();
                return Err(Refused::event(event, "MAPPER-3700-400", message));
            };
            let mapped = mapping::apply(&set.lines, &event, &schema, at_ms);
            if let Some(error) = mapped.problems.into_iter().find(|problem| problem.fatal) {
                let message = format!("Mapper Transform Error: {}", error.message);
                return Err(Refused::event(event, "MAPPER-3700-400", message));
            }
            mapped.record
        }
    };
    let violations = xdm::check_record(&schema, &record);
    if violations.is_empty() {
        return Ok(record);
    }
    Err(Refused::record(record, &violations).expect("there is a violation"))
}

/// The flow and the whole schema of where it writes to.
fn destination<'a>(sandbox: &'a SandboxState, flow_id: &str) -> Option<(&'a Flow, Value)> {
    let flow = sandbox.flows.get(flow_id)?;
    let target = sandbox.target_connections.get(&flow.target_id);
    let dataset = target.and_then(Connection::dataset_id).and_then(|id| sandbox.datasets.get(id));
    let schema_id = dataset.map(|dataset| dataset.schema_id())?;
    let schema = sandbox.schemas.all().find(|schema| schema.uri == schema_id)?;
    Some((flow, xdm::arriving_schema(sandbox, schema)))
}
