//! The runs that this computer keeps, as a file.

use serde::Deserialize;

use super::files::FileFormat;

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
