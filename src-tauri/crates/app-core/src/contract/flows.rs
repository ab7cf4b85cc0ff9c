//! Dataflows: rows of the list, and one dataflow whole.

use serde::{Deserialize, Serialize};

use super::error::AppError;
use super::runs::{Counts, Run, RunState};
use super::test_event::TestEvent;

/// Argument of `list_flows`.
#[derive(Debug, Clone, Default, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase", default)]
pub struct ListFlows {
    /// True: look for what changed. False: what is known, reading only when nothing is.
    pub refresh: bool,
    /// With `refresh`: read every page rather than what changed. A person asked for it.
    #[cfg_attr(test, ts(optional, as = "Option<bool>"))]
    pub everything: bool,
    /// The cursor of the last reply: only what changed since is sent. Absent: all rows are.
    pub cursor: Option<String>,
}

/// The dataflows of the sandbox, as far as they are read: what changed since the last reply.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct FlowList {
    /// Rows that are new or changed since the cursor that was given.
    pub rows: Vec<FlowRow>,
    /// Ids of rows that are gone since then.
    pub gone: Vec<String>,
    /// The cursor that was given is not known: rows that the window has are not to be kept.
    pub anew: bool,
    /// More changed than one reply carries: ask again at once, with this reply's cursor.
    pub more: bool,
    /// To be given with the next call.
    pub cursor: String,
    /// How many rows are known in all.
    pub known: u32,
    /// How many of them were read in this session; the others were kept from an earlier one.
    pub read: u32,
    /// How many there are, when the platform said so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total: Option<u32>,
    /// Every page has been read. While false, ask again soon.
    pub complete: bool,
    /// When these rows were read, milliseconds since 1970 by the session's clock.
    #[cfg_attr(test, ts(type = "number"))]
    pub read_at: i64,
    /// Some rows are those that were kept on this computer, read at this time; milliseconds since 1970.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, type = "number"))]
    pub kept_at: Option<i64>,
    /// The last request of this session did not reach the platform.
    pub offline: bool,
    /// Why reading stopped early; the rows stay.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub problem: Option<AppError>,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct FlowRow {
    /// Id of the dataflow.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its description; may be empty.
    pub description: String,
    /// On, Off, Draft and so on.
    pub state: FlowState,
    /// How it is doing.
    pub status: FlowStatus,
    /// Where its events come from.
    pub source: FlowSource,
    /// The last run, when the platform says one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_run: Option<LastRun>,
    /// Milliseconds since 1970.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, type = "number"))]
    pub created_at: Option<i64>,
    /// Milliseconds since 1970.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, type = "number"))]
    pub updated_at: Option<i64>,
    /// Who changed it last.
    pub updated_by: String,
    /// Who made it.
    pub created_by: String,
}

/// State of a dataflow.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum FlowState {
    /// `enabled`.
    On,
    /// `disabled`.
    Off,
    /// `draft`.
    Draft,
    /// On its way from one to another.
    Changing {
        /// As Adobe sent it.
        as_sent: String,
    },
    /// Not known to this app.
    Unknown {
        /// As Adobe sent it.
        as_sent: String,
    },
}

/// Status: one table for the whole app (product guide, section 2).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct FlowStatus {
    /// Which line of the table.
    pub kind: StatusKind,
    /// The word on screen, such as "Some events lost".
    pub label: String,
    /// The sentence that explains it.
    pub sentence: String,
    /// What failed in the last 24 hours and why, in a sentence; none when nothing did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cause: Option<String>,
}

/// The lines of the status table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum StatusKind {
    /// The last run ended well, nothing failed.
    Healthy,
    /// The last run ended well, but records failed or warned.
    HealthyWithGaps,
    /// Some events were not ingested.
    SomeLost,
    /// Nothing was ingested in the last run.
    Failing,
    /// The hour is being processed.
    Working,
    /// Made less than three hours ago, no run yet.
    WaitingForFirstRun,
    /// No run, though older.
    NoEventsYet,
    /// Used to get events, gets none.
    Quiet,
    /// Switched off.
    Off,
    /// A draft.
    Draft,
    /// On its way.
    Changing,
    /// Anything else.
    Unknown,
}

/// Where a dataflow's events come from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct FlowSource {
    /// Name for people: "Pendo", or "Other source" when it is not known.
    pub name: String,
    /// Our own id of it, such as `pendo`; none for a source that this app cannot set up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
}

/// `lastRunDetails`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct LastRun {
    /// Normalised.
    pub state: RunState,
    /// Milliseconds since 1970.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, type = "number"))]
    pub started_at: Option<i64>,
    /// Milliseconds since 1970.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, type = "number"))]
    pub completed_at: Option<i64>,
}

/// Names one dataflow.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct FlowRef {
    /// Id of the dataflow.
    pub flow_id: String,
}

/// One dataflow, whole.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct FlowDetail {
    /// The same as in the list, with status from the runs.
    pub row: FlowRow,
    /// The webhook address. The only reply that carries it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub webhook_address: Option<WebhookAddress>,
    /// Until when a new or changed dataflow may drop events; milliseconds since 1970, none once over.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, type = "number"))]
    pub settles_at: Option<i64>,
    /// Runs of the last 48 hours, newest first.
    pub runs: Vec<Run>,
    /// Sum of the last 24 hours.
    pub day: Counts,
    /// What could not be read of the runs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub runs_problem: Option<AppError>,
    /// "From": name of the source connection.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source_connection: Option<NamedObject>,
    /// Name of the target connection.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target_connection: Option<NamedObject>,
    /// "To": the dataset.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dataset: Option<NamedObject>,
    /// The schema.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub schema: Option<NamedObject>,
    /// The mapping set in force.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mapping: Option<FlowMapping>,
    /// Ids and the like, for Technical details; never the webhook address.
    pub technical: Vec<TechnicalDetail>,
    /// Test events sent from here, newest first.
    pub test_events: Vec<TestEvent>,
    /// When this was read, by the session's clock.
    #[cfg_attr(test, ts(type = "number"))]
    pub read_at: i64,
}

/// The address that goes into the source: lets anyone write, so it is shown with its dataflow only.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct WebhookAddress {
    /// The streaming endpoint.
    pub endpoint: String,
    /// `?x-adobe-flow-id=…`, with its question mark or ampersand.
    pub query: String,
}

impl std::fmt::Debug for WebhookAddress {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("WebhookAddress(•••)")
    }
}

/// An object by name and id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct NamedObject {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// The mapping of a dataflow.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct FlowMapping {
    /// Id of the mapping set.
    pub id: String,
    /// Its version in force.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<u32>,
    /// How many field mappings it has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lines: Option<u32>,
}

/// One line of Technical details.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct TechnicalDetail {
    /// What it is, such as "Dataflow ID".
    pub label: String,
    /// Its value, with a Copy button beside it.
    pub value: String,
}
