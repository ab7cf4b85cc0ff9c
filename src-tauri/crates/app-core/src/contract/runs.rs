//! Runs as a person reads them: numbers that may be unknown, and errors by code.

use serde::{Deserialize, Serialize};

/// One run: one hour of a streaming dataflow.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct Run {
    /// Id of the run.
    pub id: String,
    /// Its state, normalised.
    pub state: RunState,
    /// The state as Adobe sent it.
    pub state_as_sent: String,
    /// Start of the hour it covers, milliseconds since 1970.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, type = "number"))]
    pub started_at: Option<i64>,
    /// When it was completed.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, type = "number"))]
    pub completed_at: Option<i64>,
    /// The numbers.
    pub counts: Counts,
    /// Errors that the run reports.
    pub errors: Vec<RunError>,
}

/// Numbers of a run or a window of runs. Absent means "not reported", never 0.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct Counts {
    /// Events received.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, type = "number"))]
    pub received: Option<u64>,
    /// Events ingested.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, type = "number"))]
    pub ingested: Option<u64>,
    /// Events failed.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, type = "number"))]
    pub failed: Option<u64>,
}

/// State of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum RunState {
    /// Ended well; counts may still tell of failures.
    Success,
    /// Some events were lost.
    PartialSuccess,
    /// Nothing was ingested.
    Failed,
    /// Under way.
    InProgress,
    /// A state that this app does not know.
    Unknown,
}

/// One error of a run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct RunError {
    /// The platform's code, such as `MAPPER-3700-400`.
    pub code: String,
    /// The platform's words.
    pub message: String,
    /// How many events, if said.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, type = "number"))]
    pub count: Option<u64>,
}

/// Argument of `get_flow_days`: the last 24 hours of the rows in view.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct GetFlowDays {
    /// Ids of the dataflows, at most 50.
    pub flow_ids: Vec<String>,
}

/// The last 24 hours of one dataflow.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct FlowDay {
    /// Id of the dataflow.
    pub flow_id: String,
    /// 24 hours, oldest first; an hour without a run has no counts.
    pub hours: Vec<Hour>,
    /// Sum of what was reported.
    pub total: Counts,
    /// Status with the numbers of the latest run taken into account.
    pub status: super::flows::FlowStatus,
}

/// One hour of a chart.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct Hour {
    /// Start of the hour, milliseconds since 1970.
    #[cfg_attr(test, ts(type = "number"))]
    pub start: i64,
    /// Counts; none when there was no run.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub counts: Option<Counts>,
}
