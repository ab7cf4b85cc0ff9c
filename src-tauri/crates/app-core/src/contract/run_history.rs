//! Runs beyond what the platform returns.

use serde::{Deserialize, Serialize};

use super::error::AppError;
use super::files::FileFormat;
use super::runs::Run;

/// Argument of `get_run_history`.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct GetRunHistory {
    /// Id of the dataflow.
    pub flow_id: String,
    /// Only runs that began at or after this time, milliseconds since 1970.
    #[cfg_attr(test, ts(type = "number"))]
    pub since: i64,
    /// Only runs that began before this time.
    #[cfg_attr(test, ts(type = "number"))]
    pub until: i64,
}

/// The runs of a window.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct RunHistory {
    /// Newest first.
    pub runs: Vec<KnownRun>,
    /// Why Adobe's runs are missing; those of this computer are there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub problem: Option<AppError>,
    /// Why this computer's runs are missing; Adobe's are there.
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
    pub run: Run,
    /// Adobe does not return it any more; it is known from an earlier reading.
    pub only_here: bool,
}

/// Argument of `export_runs`.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct ExportRuns {
    /// Id of the dataflow; absent for the whole sandbox.
    #[serde(default)]
    pub flow_id: Option<String>,
    /// Only runs that began at or after this time, milliseconds since 1970.
    #[cfg_attr(test, ts(type = "number"))]
    pub since: i64,
    /// Only runs that began before this time.
    #[cfg_attr(test, ts(type = "number"))]
    pub until: i64,
    /// For a spreadsheet, or for a program.
    pub format: FileFormat,
}
