//! What happens to one event: found its flow, mapped, checked, counted.

use serde_json::Value;

use super::run::HOUR_MS;
use crate::mapping;
use crate::world::{Connection, SandboxState, World};
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
    let fate = fate(sandbox, &owner, arrival.event);
    let flow = sandbox.flows.get_mut(&owner).expect("it was found above");
    let tally = flow.tallies.entry(arrival.at_ms.div_euclid(HOUR_MS)).or_default();
    match fate {
        Ok(record) => tally.keep(arrival.bytes, record.to_string().len() as u64),
        Err((code, message)) => tally.refuse(arrival.bytes, code, &message),
    }
}

/// The record that an event becomes, or why it becomes none.
fn fate(
    sandbox: &SandboxState,
    flow_id: &str,
    event: Value,
) -> Result<Value, (&'static str, String)> {
    let no_target = || ("CONNECTOR-2001-500", "The target of the flow does not exist".to_owned());
    let flow = sandbox.flows.get(flow_id).ok_or_else(no_target)?;
    let target = sandbox.target_connections.get(&flow.target_id);
    let dataset = target.and_then(Connection::dataset_id).and_then(|id| sandbox.datasets.get(id));
    let schema_id = dataset.map(|dataset| dataset.schema_id()).ok_or_else(no_target)?;
    let schema = sandbox.schemas.all().find(|schema| schema.uri == schema_id);
    let schema = xdm::full_schema(sandbox, schema.ok_or_else(no_target)?);
    let record = match flow.mapping() {
        None => event,
        Some((id, version)) => {
            let set = sandbox.mapping_sets.get(id).and_then(|set| set.versions.get(version));
            let missing = || ("MAPPER-3700-400", "Mapper Transform Error: no mapping".to_owned());
            let mapped = mapping::apply(&set.ok_or_else(missing)?.lines, &event, &schema);
            if let Some(error) = mapped.problems.into_iter().find(|problem| problem.fatal) {
                return Err((
                    "MAPPER-3700-400",
                    format!("Mapper Transform Error: {}", error.message),
                ));
            }
            mapped.record
        }
    };
    let violations = xdm::check_record(&schema, &record);
    match violations.as_slice() {
        [] => Ok(record),
        [only] => Err((only.code, format!("The message can't be validated: {}", only.message))),
        [first, ..] => {
            let count = violations.len();
            let all: Vec<&str> = violations.iter().map(|known| known.message.as_str()).collect();
            let all = all.join("; ");
            Err((
                first.code,
                format!(
                    "The message can't be validated: #: {count} schema violations found: {all}"
                ),
            ))
        }
    }
}
