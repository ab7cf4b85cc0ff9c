//! From the dataflow that was read and the values that are wanted to a patch of only what differs.

use aep_client::Patch;
use aep_client::flow_service::Flow;
use serde_json::{Map, Value, json};

use super::values::values;
use crate::contract::change::{FlowValues, MappingVersion, Schedule};

/// The patch; empty when nothing differs.
pub(super) fn patch(flow: &Flow, wanted: &FlowValues) -> Patch {
    let now = values(flow);
    let mut patch = Patch::new();
    if now.name != wanted.name {
        patch = patch.replace("/name", wanted.name.clone());
    }
    if now.description != wanted.description {
        let text = wanted.description.clone();
        patch = match flow.description {
            Some(_) => patch.replace("/description", text),
            None => patch.add("/description", text),
        };
    }
    if let (Some(place), Some(mapping)) = (flow.mapping_place(), &wanted.mapping)
        && now.mapping != wanted.mapping
    {
        patch = patch.replace(format!("/transformations/{place}"), step(flow, place, mapping));
    }
    if let (Some(from), Some(to)) = (&now.schedule, &wanted.schedule) {
        patch = reschedule(patch, flow, from, to);
    }
    patch
}

/// The step as it stands, with another mapping in it.
fn step(flow: &Flow, place: usize, mapping: &MappingVersion) -> Value {
    let step = &flow.transformations[place];
    let mut params: Map<String, Value> = step.params.extra.clone();
    params.insert("mappingId".to_owned(), mapping.id.clone().into());
    params.insert("mappingVersion".to_owned(), mapping.version.into());
    json!({ "name": step.name, "params": params })
}

fn reschedule(mut patch: Patch, flow: &Flow, from: &Schedule, to: &Schedule) -> Patch {
    let sent = |key: &str| flow.schedule_params.as_ref().and_then(|params| params.get(key));
    let path = |key: &str| format!("/scheduleParams/{key}");
    if from.frequency != to.frequency {
        patch = patch.replace(path("frequency"), to.frequency.clone());
    }
    if from.interval != to.interval {
        patch = match (to.interval, sent("interval")) {
            (Some(number), Some(former)) => {
                patch.replace(path("interval"), like(former, number.into()))
            }
            (Some(number), None) => patch.add(path("interval"), number),
            (None, _) => patch.remove(path("interval")),
        };
    }
    match to.starts_at.map(|millis| millis.div_euclid(1000)) {
        Some(seconds) if from.starts_at != to.starts_at => match sent("startTime") {
            Some(former) => patch.replace(path("startTime"), like(former, seconds)),
            None => patch.add(path("startTime"), seconds),
        },
        _ => patch,
    }
}

/// The number written the way the platform wrote the former one.
fn like(former: &Value, number: i64) -> Value {
    if former.is_string() { number.to_string().into() } else { number.into() }
}

#[cfg(test)]
mod tests {
    use aep_client::flow_service::Flow;
    use serde_json::{Value, json};

    use super::{patch, values};
    use crate::contract::change::FlowValues;

    fn flow() -> Flow {
        serde_json::from_value(json!({
            "id": "f", "name": "A", "state": "enabled",
            "transformations": [
                { "name": "Copy", "params": {} },
                { "name": "Mapping", "params": { "mappingId": "m", "mappingVersion": 0, "kept": true } },
            ],
            "scheduleParams": { "startTime": "100", "frequency": "minute", "interval": "15", "backfill": "true" },
        }))
        .unwrap()
    }

    fn made(change: impl FnOnce(&mut FlowValues)) -> Value {
        let flow = flow();
        let mut wanted = values(&flow);
        change(&mut wanted);
        serde_json::to_value(patch(&flow, &wanted)).unwrap()
    }

    #[test]
    fn nothing_wanted_is_nothing_sent() {
        assert_eq!(made(|_| ()), json!([]));
    }

    #[test]
    fn only_what_differs_is_sent() {
        assert_eq!(
            made(|wanted| wanted.description = "d".to_owned()),
            json!([{ "op": "add", "path": "/description", "value": "d" }])
        );
    }

    #[test]
    fn a_mapping_goes_to_its_own_place_and_keeps_what_else_its_step_has() {
        let change = |wanted: &mut FlowValues| wanted.mapping.as_mut().unwrap().version = 2;
        let value = json!({ "name": "Mapping", "params": { "kept": true, "mappingId": "m", "mappingVersion": 2 } });
        assert_eq!(
            made(change),
            json!([{ "op": "replace", "path": "/transformations/1", "value": value }])
        );
    }

    #[test]
    fn a_schedule_is_patched_key_by_key_in_the_platforms_own_spelling() {
        let change = |wanted: &mut FlowValues| {
            let schedule = wanted.schedule.as_mut().unwrap();
            schedule.interval = Some(30);
            schedule.starts_at = Some(200_999);
        };
        assert_eq!(
            made(change),
            json!([
                { "op": "replace", "path": "/scheduleParams/interval", "value": "30" },
                { "op": "replace", "path": "/scheduleParams/startTime", "value": "200" },
            ])
        );
        let once = |wanted: &mut FlowValues| {
            let schedule = wanted.schedule.as_mut().unwrap();
            (schedule.frequency, schedule.interval) = ("once".to_owned(), None);
        };
        assert_eq!(
            made(once),
            json!([
                { "op": "replace", "path": "/scheduleParams/frequency", "value": "once" },
                { "op": "remove", "path": "/scheduleParams/interval" },
            ])
        );
    }
}
