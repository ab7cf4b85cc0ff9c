//! One run, whole: its sum, its activities, its errors, and where the events that failed can be read.

use serde::{Deserialize, Serialize};

use super::error::AppError;
use super::files::FileFormat;
use super::flow_runs::Failure;
use super::flows::TechnicalDetail;
use super::runs::{Counts, Run, RunError, RunState};

/// Names one run.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct RunRef {
    /// Id of the run.
    pub run_id: String,
}

/// One run, whole.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct RunDetail {
    /// The run as lists show it.
    pub run: Run,
    /// Id of its dataflow, when it says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub flow_id: Option<String>,
    /// What happened, in a sentence.
    pub sentence: String,
    /// Start of the time whose events it covers, milliseconds since 1970.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, type = "number"))]
    pub window_start: Option<i64>,
    /// End of that time.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, type = "number"))]
    pub window_end: Option<i64>,
    /// Received, less ingested and failed; none when one of them is not reported.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, type = "number"))]
    pub balance: Option<i64>,
    /// Bytes received.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, type = "number"))]
    pub bytes_in: Option<u64>,
    /// Bytes written.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, type = "number"))]
    pub bytes_out: Option<u64>,
    /// Its parts, in their order; a streaming run may have none.
    pub activities: Vec<RunPart>,
    /// Why events failed, by reason.
    pub failures: Vec<Failure>,
    /// Where the events that failed can be read.
    pub samples: Vec<SampleLink>,
    /// Ids and the like.
    pub technical: Vec<TechnicalDetail>,
    /// When this was read, by the session's clock.
    #[cfg_attr(test, ts(type = "number"))]
    pub read_at: i64,
}

/// One part of a run.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct RunPart {
    /// Which kind.
    pub kind: PartKind,
    /// Its name as Adobe sent it.
    pub name: String,
    /// Its state, normalised.
    pub state: RunState,
    /// Its state as Adobe sent it.
    pub state_as_sent: String,
    /// When it began.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, type = "number"))]
    pub started_at: Option<i64>,
    /// When it was done.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, type = "number"))]
    pub completed_at: Option<i64>,
    /// Its numbers.
    pub counts: Counts,
    /// Its errors.
    pub errors: Vec<RunError>,
}

/// The kinds of part that are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum PartKind {
    /// Events taken over and mapped.
    Copy,
    /// Records put into the dataset.
    Promotion,
    /// Anything else; its name says what.
    Other,
}

/// A link of a run to events that failed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct SampleLink {
    /// The address as Adobe sent it.
    pub address: String,
    /// The host that it names.
    pub host: String,
    /// Whether that is the platform itself: only then it is followed.
    pub own: bool,
}

/// The events of a run that failed, as a table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct FailedEvents {
    /// Fields, those at fault first.
    pub columns: Vec<String>,
    /// The events, in the order of the files.
    pub rows: Vec<FailedEvent>,
    /// How many were read; more than there are rows when a table cannot hold them.
    pub read: u32,
    /// There are more than were read.
    pub more: bool,
    /// Lines that are no JSON object.
    pub unreadable: u32,
    /// Hosts of links that were not followed, because they are not the platform's.
    pub not_followed: Vec<String>,
    /// Why reading stopped early; what was read stays.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub problem: Option<AppError>,
    /// When this was read, by the session's clock.
    #[cfg_attr(test, ts(type = "number"))]
    pub read_at: i64,
}

/// One event that failed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct FailedEvent {
    /// Why, such as "uniqueId empty"; the platform's words where they are of an unknown form.
    pub reason: String,
    /// A value per column; none where the event does not have the field.
    pub cells: Vec<Option<String>>,
    /// Which columns are at fault.
    pub guilty: Vec<u32>,
}

/// Argument of `export_failed_events`.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct ExportFailedEvents {
    /// Id of the run.
    pub run_id: String,
    /// As what.
    pub format: FileFormat,
}
