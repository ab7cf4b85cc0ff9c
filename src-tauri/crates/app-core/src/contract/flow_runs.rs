//! The runs of one dataflow in a window of time: its figures, its chart, its failures, its runs.

use serde::{Deserialize, Serialize};

use super::error::AppError;
use super::runs::{Counts, Run};

/// Argument of `get_flow_runs`.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct GetFlowRuns {
    /// Id of the dataflow.
    pub flow_id: String,
    /// Which time.
    pub window: RunWindow,
    /// How far local time is ahead of UTC, so that places longer than an hour begin at local midnight.
    pub utc_offset_minutes: i32,
}

/// A window of time. All but `custom` end now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum RunWindow {
    /// The last 24 hours.
    Day,
    /// The last seven days.
    Week,
    /// The last 30 days.
    Month,
    /// From one moment to another, milliseconds since 1970.
    Custom {
        /// Its first moment.
        #[cfg_attr(test, ts(type = "number"))]
        from: i64,
        /// The first moment after it.
        #[cfg_attr(test, ts(type = "number"))]
        to: i64,
    },
}

/// The runs of one dataflow in a window of time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct FlowRuns {
    /// First moment of the window, milliseconds since 1970.
    #[cfg_attr(test, ts(type = "number"))]
    pub from: i64,
    /// The first moment after it.
    #[cfg_attr(test, ts(type = "number"))]
    pub to: i64,
    /// The numbers of the window.
    pub figures: RunFigures,
    /// How long a place of the chart is, in milliseconds.
    #[cfg_attr(test, ts(type = "number"))]
    pub place_length: i64,
    /// The chart, oldest first; a place without a run has no counts.
    pub places: Vec<Place>,
    /// What failed, what goes on first, then by number.
    pub failures: Vec<Failure>,
    /// The newest runs, newest first: as many as a table can hold.
    pub runs: Vec<KnownRun>,
    /// How many runs were read and are in the numbers.
    pub read: u32,
    /// How many of them Adobe does not return any more; this computer kept them.
    pub only_here: u32,
    /// How many there are, when they were too many to read; the newest were read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total: Option<u32>,
    /// Runs that begin later than now by the session's clock: one of the two clocks is wrong.
    pub ahead: u32,
    /// Why Adobe's runs could not be read: these are the ones that this computer kept.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub problem: Option<AppError>,
    /// Why runs are not being kept on this computer, or those that were cannot be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub history_problem: Option<AppError>,
    /// When this was read, by the session's clock.
    #[cfg_attr(test, ts(type = "number"))]
    pub read_at: i64,
}

/// A run, and who still knows it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct KnownRun {
    /// The run.
    #[serde(flatten)]
    pub run: Run,
    /// Adobe does not return it any more; it is known from an earlier reading.
    pub only_here: bool,
}

/// The numbers of a window. Absent means "not reported", never 0.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct RunFigures {
    /// Sums of what was reported.
    pub counts: Counts,
    /// Share of the received that was ingested, 0 to 1; none when nothing was received.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ingested_share: Option<f64>,
    /// Received, less ingested and failed; below 0 when more came out than went in.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, type = "number"))]
    pub balance: Option<i64>,
    /// Bytes received.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, type = "number"))]
    pub bytes: Option<u64>,
    /// How many runs have ended.
    pub ended: u32,
    /// How many of them report no numbers at all.
    pub unreported: u32,
    /// Half of the runs took no longer, milliseconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, type = "number"))]
    pub median: Option<i64>,
    /// 19 of 20 runs took no longer, milliseconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, type = "number"))]
    pub p95: Option<i64>,
}

/// One place of the chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct Place {
    /// Its first moment, milliseconds since 1970.
    #[cfg_attr(test, ts(type = "number"))]
    pub start: i64,
    /// How many runs began in it.
    pub runs: u32,
    /// Sums of what they report; none when there was no run.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub counts: Option<Counts>,
}

/// One reason why events failed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct Failure {
    /// The platform's code, such as `MAPPER-3700-400`; may be empty.
    pub code: String,
    /// Plain name, such as "uniqueId was empty".
    pub title: String,
    /// Why, in a sentence; may be empty.
    pub cause: String,
    /// What to do, in a sentence; may be empty.
    pub next_step: String,
    /// Changing the mapping is what helps.
    pub in_mapping: bool,
    /// The platform's words.
    pub message: String,
    /// How many events, as far as reported.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, type = "number"))]
    pub count: Option<u64>,
    /// In how many runs.
    pub runs: u32,
    /// Start of the first run that had it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, type = "number"))]
    pub first_at: Option<i64>,
    /// Start of the last run that had it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, type = "number"))]
    pub last_at: Option<i64>,
    /// Since when every run that ended has had it; none when the latest had not.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, type = "number"))]
    pub ongoing_since: Option<i64>,
    /// The last run that had it.
    pub last_run_id: String,
    /// Whether that run can be opened: Adobe still returns it.
    pub last_run_opens: bool,
}
