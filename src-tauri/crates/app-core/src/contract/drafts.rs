//! Half-finished forms: kept on disk so that nothing typed is lost. Never a secret.

use serde::{Deserialize, Serialize};

/// Names one draft; drafts are kept apart per organisation and sandbox.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct DraftRef {
    /// Name of the form, such as `setup`.
    pub form: String,
}

/// Argument of `save_draft`.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct SaveDraft {
    /// Name of the form.
    pub form: String,
    /// The window's own values.
    #[cfg_attr(test, ts(type = "unknown"))]
    pub values: serde_json::Value,
}

/// A draft as it was saved.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct Draft {
    /// The window's own values.
    #[cfg_attr(test, ts(type = "unknown"))]
    pub values: serde_json::Value,
    /// Milliseconds since 1970, by the session's clock.
    #[cfg_attr(test, ts(type = "number"))]
    pub saved_at: i64,
}
