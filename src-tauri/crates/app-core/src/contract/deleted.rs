//! Dataflows that were deleted from here: what is kept of them, and making one again.

use serde::{Deserialize, Serialize};

/// A dataflow that was deleted from here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct DeletedFlow {
    /// Names it for `recreate_flow`; ours.
    pub deleted_id: String,
    /// Id that it had.
    pub flow_id: String,
    /// Its name.
    pub name: String,
    /// Its description; may be empty.
    pub description: String,
    /// When it was deleted, milliseconds since 1970 by the session's clock.
    #[cfg_attr(test, ts(type = "number"))]
    pub deleted_at: i64,
    /// Name of the dataset that it wrote to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dataset: Option<String>,
    /// How many field mappings are kept.
    pub lines: u32,
    /// Why it cannot be made again here, in a sentence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub obstacle: Option<String>,
}

/// Argument of `recreate_flow`.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct RecreateFlow {
    /// Which one.
    pub deleted_id: String,
    /// What it will be called.
    pub name: String,
}
