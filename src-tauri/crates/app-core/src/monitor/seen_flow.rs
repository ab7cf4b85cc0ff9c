//! A dataflow as it was read, with what its row and its status need. The rest of what the platform sends is
//! dropped: ten thousand of these are kept in memory.

use aep_client::flow_service::{Flow, ResourceState, RunStatus};
use serde_json::Value;

use super::convert::{millis, run_state};
use super::names;
use super::status::{Known, LastSeen, RunsSeen, flow_state, status};
use crate::contract::flows::{FlowRow, FlowSource, FlowStatus, LastRun};
use crate::contract::runs::Counts;

/// A dataflow as it was read.
#[derive(Debug, Clone)]
pub(crate) struct SeenFlow {
    /// Id.
    pub(crate) id: String,
    name: String,
    description: String,
    state: ResourceState,
    source: FlowSource,
    last_run: Option<BriefRun>,
    /// When it was made.
    pub(crate) created_at: Option<i64>,
    /// When it was last changed, by whomever.
    pub(crate) updated_at: Option<i64>,
    created_by: String,
    updated_by: String,
}

#[derive(Debug, Clone)]
struct BriefRun {
    status: RunStatus,
    started_at: Option<i64>,
    completed_at: Option<i64>,
}

impl From<&Flow> for SeenFlow {
    fn from(flow: &Flow) -> Self {
        let last_run = flow.last_run_details.as_ref().map(|run| BriefRun {
            status: run.state.clone(),
            started_at: millis(run.started_at),
            completed_at: millis(run.completed_at),
        });
        Self {
            id: flow.id.as_str().to_owned(),
            name: if flow.name.is_empty() {
                flow.id.as_str().to_owned()
            } else {
                flow.name.clone()
            },
            description: flow.description.clone().unwrap_or_default(),
            state: flow.state.clone(),
            source: names::source(flow),
            last_run,
            created_at: millis(flow.created_at),
            updated_at: millis(flow.updated_at),
            created_by: flow.created_by.clone().unwrap_or_default(),
            updated_by: flow.updated_by.clone().unwrap_or_default(),
        }
    }
}

impl SeenFlow {
    /// The row, with its status as of now. `runs` are empty where they were not read.
    pub(crate) fn row(&self, now: i64, runs: RunsSeen) -> FlowRow {
        FlowRow {
            id: self.id.clone(),
            name: self.name.clone(),
            description: self.description.clone(),
            state: flow_state(&self.state),
            status: self.status(now, runs),
            source: self.source.clone(),
            last_run: self.last_run.as_ref().map(|run| LastRun {
                state: run_state(&run.status),
                started_at: run.started_at,
                completed_at: run.completed_at,
            }),
            created_at: self.created_at,
            updated_at: self.updated_at,
            updated_by: self.updated_by.clone(),
            created_by: self.created_by.clone(),
        }
    }

    /// The status as of now; the run that the dataflow itself names counts when none was read.
    pub(crate) fn status(&self, now: i64, runs: RunsSeen) -> FlowStatus {
        let brief = self.last_run.as_ref().map(|run| LastSeen {
            status: &run.status,
            started_at: run.started_at,
            counts: Counts::default(),
            warned: None,
            errors: false,
        });
        let runs = RunsSeen { last: runs.last.or(brief), ..runs };
        let source = Some(self.source.name.as_str()).filter(|name| *name != names::OTHER);
        status(&Known { state: &self.state, source, runs, created_at: self.created_at, now })
    }

    /// Its name.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// When the run that the dataflow names was completed.
    pub(crate) fn last_run_completed_at(&self) -> Option<i64> {
        self.last_run.as_ref()?.completed_at
    }
}

/// Whether a dataflow brings data in. Flow Service also keeps those that send data out to destinations; a
/// dataflow that does not say counts as one that brings in.
pub(super) fn brings_in(flow: &Flow) -> bool {
    let properties = flow.inherited_attributes.extra.get("properties");
    let says = |key: &str| properties.and_then(|all| all.get(key)).and_then(Value::as_bool);
    says("isSourceFlow").unwrap_or_else(|| says("isDestinationFlow") != Some(true))
}

#[cfg(test)]
mod tests {
    use aep_client::flow_service::Flow;
    use serde_json::{Value, json};

    use super::{RunsSeen, SeenFlow, brings_in};

    fn flow(properties: &Value) -> Flow {
        serde_json::from_value(
            json!({ "id": "f", "inheritedAttributes": { "properties": properties } }),
        )
        .unwrap()
    }

    #[test]
    fn dataflows_to_destinations_are_left_out() {
        assert!(brings_in(&flow(&json!({ "isSourceFlow": true }))));
        assert!(brings_in(&flow(&json!({}))));
        assert!(!brings_in(&flow(&json!({ "isDestinationFlow": true }))));
        assert!(!brings_in(&flow(&json!({ "isSourceFlow": false }))));
    }

    #[test]
    fn a_dataflow_without_a_name_goes_by_its_id() {
        assert_eq!(SeenFlow::from(&flow(&json!({}))).row(0, RunsSeen::default()).name, "f");
    }
}
