//! Files that a person saves: their formats, and a text with a name to suggest.

use serde::{Deserialize, Serialize};

/// What a file is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum FileFormat {
    /// A table for spreadsheet programs; no cell is read as a formula.
    Csv,
    /// For programs.
    Json,
}

/// A text to be saved as a file by the person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct ExportedFile {
    /// The name that is proposed.
    pub name: String,
    /// Its content.
    pub text: String,
}
