//! How the sandbox as a whole is doing.

use serde::{Deserialize, Serialize};

use super::error::AppError;
use super::flows::{FlowStatus, StatusKind};
use super::runs::{Counts, Hour};

/// Argument of `get_overview`.
#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct GetOverview {
    /// How far back.
    pub window: OverviewWindow,
    /// True: read anew. False: what is known, reading only when nothing is.
    pub refresh: bool,
}

/// How far back an overview looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum OverviewWindow {
    /// 24 hours.
    Day,
    /// 7 days.
    Week,
    /// 30 days.
    Month,
}

/// The sandbox at a glance, as far as it is read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct Overview {
    /// How far back.
    pub window: OverviewWindow,
    /// Nothing more is being read. While false, ask again soon.
    pub complete: bool,
    /// How many dataflows there are.
    pub flows: u32,
    /// How many of them are on.
    pub on: u32,
    /// How many of them are part of the numbers. In a large sandbox those with problems come first.
    pub judged: u32,
    /// Sum of what was reported.
    pub total: Counts,
    /// Oldest first, without a gap; a stretch of time without a run has no counts.
    pub hours: Vec<Hour>,
    /// How many hours one entry of `hours` covers.
    pub hours_each: u32,
    /// How many dataflows need attention.
    pub troubled: u32,
    /// The worst of them, worst first.
    pub attention: Vec<Attention>,
    /// How many dataflows by status, worst first.
    pub statuses: Vec<StatusCount>,
    /// Why events failed, most events first.
    pub causes: Vec<Cause>,
    /// How many runs this computer keeps of the sandbox.
    pub kept_runs: u32,
    /// When the oldest of them began, milliseconds since 1970.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, type = "number"))]
    pub kept_since: Option<i64>,
    /// When this was read, by the session's clock.
    #[cfg_attr(test, ts(type = "number"))]
    pub read_at: i64,
    /// Why the dataflows could not be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub problem: Option<AppError>,
    /// Why runs could not be read; what was read before is there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub runs_problem: Option<AppError>,
    /// Why runs are not being kept on this computer; the numbers are whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub history_problem: Option<AppError>,
}

/// A dataflow that needs attention.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct Attention {
    /// Id of the dataflow.
    pub flow_id: String,
    /// Its name.
    pub name: String,
    /// How it is doing.
    pub status: FlowStatus,
    /// Events that failed in the window; absent when that is not reported or was not read.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, type = "number"))]
    pub failed: Option<u64>,
}

/// How many dataflows have a status.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct StatusCount {
    /// Which line of the status table.
    pub kind: StatusKind,
    /// The word on screen.
    pub label: String,
    /// How many.
    pub count: u32,
}

/// Why events failed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct Cause {
    /// The platform's code.
    pub code: String,
    /// Plain name, from the error book.
    pub name: String,
    /// What to do next.
    pub next: String,
    /// Whether the error book knows it.
    pub known: bool,
    /// Events; absent when that is not reported.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, type = "number"))]
    pub events: Option<u64>,
    /// Dataflows that it happened in.
    pub flows: u32,
}
