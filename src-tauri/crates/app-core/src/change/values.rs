//! A dataflow as the platform shows it, read into the values that can be changed.

use aep_client::flow_service::{Flow, ResourceState};
use serde_json::{Map, Value};

use crate::contract::change::{FlowSettings, FlowValues, MappingVersion, Schedule};
use crate::monitor::millis;

/// What can be changed, as it stands.
pub(super) fn values(flow: &Flow) -> FlowValues {
    FlowValues {
        name: flow.name.clone(),
        description: flow.description.clone().unwrap_or_default(),
        mapping: mapping(flow),
        schedule: flow.schedule_params.as_ref().and_then(Value::as_object).map(schedule),
    }
}

/// The form of a dataflow as of now.
pub(super) fn settings(flow: &Flow, now: i64) -> FlowSettings {
    let values = values(flow);
    let starts_at = values.schedule.as_ref().and_then(|schedule| schedule.starts_at);
    FlowSettings {
        has_begun: starts_at.is_some_and(|starts_at| starts_at <= now),
        blocked: blocked(&flow.state).map(str::to_owned),
        updated_by: flow.updated_by.clone().unwrap_or_default(),
        updated_at: millis(flow.updated_at),
        values,
    }
}

/// Why a dataflow in this state takes no change.
pub(super) fn blocked(state: &ResourceState) -> Option<&'static str> {
    match state {
        ResourceState::Enabled
        | ResourceState::Disabled
        | ResourceState::Draft
        | ResourceState::Other(_) => None,
        _ => Some(
            "Experience Platform is changing this dataflow at the moment. It takes other changes once that has settled.",
        ),
    }
}

fn mapping(flow: &Flow) -> Option<MappingVersion> {
    let mapping = flow.mapping()?;
    let version = u32::try_from(mapping.version).ok()?;
    Some(MappingVersion { id: mapping.id.as_str().to_owned(), version })
}

/// The platform writes numbers as numbers or as text, and the start in seconds.
pub(super) fn schedule(params: &Map<String, Value>) -> Schedule {
    let number = |key: &str| {
        let value = params.get(key)?;
        value.as_i64().or_else(|| value.as_str()?.trim().parse().ok())
    };
    Schedule {
        frequency: params
            .get("frequency")
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_lowercase(),
        interval: number("interval").and_then(|interval| u32::try_from(interval).ok()),
        starts_at: number("startTime").map(|seconds| seconds.saturating_mul(1000)),
    }
}

#[cfg(test)]
mod tests {
    use aep_client::flow_service::Flow;
    use serde_json::json;

    use super::{settings, values};
    use crate::contract::change::{MappingVersion, Schedule};

    fn flow(fields: serde_json::Value) -> Flow {
        let mut flow = json!({ "id": "f-1", "name": "A", "state": "enabled" });
        flow.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        serde_json::from_value(flow).unwrap()
    }

    #[test]
    fn the_mapping_is_found_by_its_name_wherever_it_stands() {
        let flow = flow(json!({ "transformations": [
            { "name": "Copy", "params": { "mappingId": "not-this" } },
            { "name": "Mapping", "params": { "mappingId": "m", "mappingVersion": "3" } },
        ] }));
        let mapping = MappingVersion { id: "m".to_owned(), version: 3 };
        assert_eq!(values(&flow).mapping, Some(mapping));
    }

    #[test]
    fn a_schedule_is_read_whether_its_numbers_are_numbers_or_text() {
        let read = |start: serde_json::Value, interval: serde_json::Value| {
            let params = json!({ "startTime": start, "frequency": "Minute", "interval": interval });
            settings(&flow(json!({ "scheduleParams": params })), 2_000)
        };
        let expected =
            Schedule { frequency: "minute".to_owned(), interval: Some(15), starts_at: Some(3_000) };
        for read in [read(json!("3"), json!("15")), read(json!(3), json!(15))] {
            assert_eq!(read.values.schedule.as_ref(), Some(&expected));
            assert!(!read.has_begun);
        }
        assert!(read(json!(2), json!(15)).has_begun);
    }

    #[test]
    fn only_a_state_that_is_on_its_way_forbids_a_change() {
        let blocked = |state: &str| settings(&flow(json!({ "state": state })), 0).blocked.is_some();
        for state in ["enabled", "disabled", "draft", "brandNew"] {
            assert!(!blocked(state), "{state}");
        }
        for state in ["updating", "ENABLING", "delete-finalizing"] {
            assert!(blocked(state), "{state}");
        }
    }
}
