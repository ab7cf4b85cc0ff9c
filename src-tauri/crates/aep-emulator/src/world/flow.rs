//! A dataflow with everything that belongs to it alone: its settings, its endpoint, what it counted.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::Shelved;
use super::stamp::Stamp;
use crate::ingest::{History, Tally};

/// A dataflow.
#[derive(Clone, Debug)]
pub(crate) struct Flow {
    pub(crate) stamp: Stamp,
    pub(crate) name: Value,
    pub(crate) description: Option<Value>,
    pub(crate) flow_spec: Value,
    pub(crate) source_id: String,
    pub(crate) target_id: String,
    pub(crate) transformations: Option<Value>,
    pub(crate) options: Map<String, Value>,
    pub(crate) schedule: Option<Value>,
    pub(crate) labels: Option<Value>,
    pub(crate) state: &'static str,
    pub(crate) last_operation: &'static str,
    pub(crate) provider_ref_id: String,
    pub(crate) inlet_id: String,
    /// From when the flow shows its `inletUrl`, Unix milliseconds.
    pub(crate) inlet_from_ms: i64,
    /// From when the flow keeps what arrives, if the switch asks for it.
    pub(crate) settled_from_ms: i64,
    /// What arrived, by the number of the hour since 1970.
    pub(crate) tallies: BTreeMap<i64, Tally>,
    /// What was refused of it, as files show it, by the same number; not more than a preview of each hour.
    pub(crate) rejected: BTreeMap<i64, Vec<Value>>,
    /// Traffic that nobody sends: past and going on, made up from the seed.
    pub(crate) history: Option<History>,
}

impl Shelved for Flow {
    fn id(&self) -> &str {
        &self.stamp.id
    }

    fn listed_from_ms(&self) -> i64 {
        self.stamp.listed_from_ms
    }
}

impl Flow {
    /// Which mapping set the flow uses, and which version of it.
    pub(crate) fn mapping(&self) -> Option<(&str, usize)> {
        let steps = self.transformations.as_ref()?.as_array()?;
        let params = &steps.iter().find(|step| step["name"] == "Mapping")?["params"];
        Some((params["mappingId"].as_str()?, version_number(&params["mappingVersion"])?))
    }
}

/// A mapping version as it is written: number or text. None at all means 0.
pub(crate) fn version_number(version: &Value) -> Option<usize> {
    match version {
        Value::Null => Some(0),
        Value::Number(number) => number.as_u64().and_then(|number| usize::try_from(number).ok()),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    }
}
