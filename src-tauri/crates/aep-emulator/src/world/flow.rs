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
    /// How it stands, or will once it has settled.
    pub(crate) state: &'static str,
    /// On the way there, if it is.
    pub(crate) changing: Option<Changing>,
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

/// A state that passes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Changing {
    /// How it is called.
    pub(crate) state: &'static str,
    /// When it is over, Unix milliseconds.
    pub(crate) until_ms: i64,
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
    /// The state that the flow shows at a time.
    pub(crate) fn state_at(&self, now_ms: i64) -> &'static str {
        self.passing_at(now_ms).unwrap_or(self.state)
    }

    /// The passing state that the flow is in at a time, in which it can be neither changed nor removed.
    pub(crate) fn passing_at(&self, now_ms: i64) -> Option<&'static str> {
        self.changing.filter(|changing| now_ms < changing.until_ms).map(|changing| changing.state)
    }

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
