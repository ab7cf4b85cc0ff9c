//! The parts of a dataflow that can be changed and put back: as they were read, and as a request leaves them.

use aep_client::Exchange;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// Name of the transformation that holds the mapping.
const MAPPING: &str = "Mapping";

/// Parts of a dataflow; those that are not concerned are absent.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Facets {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) name: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) description: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) on: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) mapping: Option<MappingFacet>,
    /// Frequency, interval and start as the platform writes them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) schedule: Option<Map<String, Value>>,
}

/// A mapping set in one of its versions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct MappingFacet {
    pub(crate) id: String,
    pub(crate) version: u64,
}

/// What a change changed: the same parts before and after.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Change {
    pub(crate) before: Facets,
    pub(crate) after: Facets,
    /// The version that it left behind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) left: Option<String>,
}

impl Facets {
    /// All parts of a dataflow as the platform shows it.
    pub(super) fn of_flow(flow: &Value) -> Self {
        let text = |key: &str| flow.get(key).and_then(Value::as_str).map(str::to_owned);
        let steps = flow.get("transformations").and_then(Value::as_array);
        let mapping = steps.and_then(|steps| steps.iter().find_map(mapping));
        Self {
            name: Some(text("name").unwrap_or_default()),
            description: Some(text("description").unwrap_or_default()),
            on: text("state").and_then(|state| match state.to_ascii_lowercase().as_str() {
                "enabled" => Some(true),
                "disabled" => Some(false),
                _ => None,
            }),
            mapping,
            schedule: flow.get("scheduleParams").and_then(Value::as_object).cloned(),
        }
    }
}

impl Change {
    /// What a request changes of a dataflow that looked like this before; none when it is nothing of this.
    pub(super) fn made_by(exchange: &Exchange, before: &Facets) -> Option<Self> {
        let mut change = Self::default();
        let query = exchange.url.as_ref().and_then(url::Url::query).unwrap_or_default();
        match query {
            "op=enable" => change.switch(before, true),
            "op=disable" => change.switch(before, false),
            _ => {
                let steps = exchange.body.as_ref().and_then(Value::as_array);
                steps.into_iter().flatten().for_each(|step| change.step(before, step));
            }
        }
        if change == Self::default() {
            return None;
        }
        let answer = exchange.answer.as_ref().ok();
        let etag = answer.and_then(|answer| answer.body.get("etag")).and_then(Value::as_str);
        Some(Self { left: etag.map(str::to_owned), ..change })
    }

    fn switch(&mut self, before: &Facets, on: bool) {
        self.before.on = before.on;
        self.after.on = before.on.map(|_| on);
    }

    fn step(&mut self, before: &Facets, step: &Value) {
        let path = step.get("path").and_then(Value::as_str).unwrap_or_default();
        let value = step.get("value").unwrap_or(&Value::Null);
        let text = || Some(value.as_str().unwrap_or_default().to_owned());
        match path.split('/').nth(1).unwrap_or_default() {
            "name" => {
                self.before.name.clone_from(&before.name);
                self.after.name = text();
            }
            "description" => {
                self.before.description.clone_from(&before.description);
                self.after.description = text();
            }
            "transformations" => {
                self.before.mapping.clone_from(&before.mapping);
                self.after.mapping = mapping(value);
            }
            "scheduleParams" => self.reschedule(before, path, value),
            _ => (),
        }
    }

    fn reschedule(&mut self, before: &Facets, path: &str, value: &Value) {
        self.before.schedule.clone_from(&before.schedule);
        let after =
            self.after.schedule.get_or_insert_with(|| before.schedule.clone().unwrap_or_default());
        match (path.split('/').nth(2), value) {
            (Some(key), value) => {
                after.insert(key.to_owned(), value.clone());
            }
            (None, Value::Object(whole)) => after.clone_from(whole),
            (None, _) => (),
        }
    }
}

/// The mapping of a step, if it is the step of that name.
fn mapping(step: &Value) -> Option<MappingFacet> {
    let params =
        step.get("params").filter(|_| step.get("name").is_some_and(|name| name == MAPPING))?;
    let version = params.get("mappingVersion");
    let version = version.and_then(|it| it.as_u64().or_else(|| it.as_str()?.parse().ok()));
    let id = params.get("mappingId")?.as_str()?.to_owned();
    Some(MappingFacet { id, version: version.unwrap_or_default() })
}
