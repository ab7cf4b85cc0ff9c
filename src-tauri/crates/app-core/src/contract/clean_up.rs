//! Clean up: connections and mappings that no dataflow uses.

use serde::{Deserialize, Serialize};

use super::error::AppError;
use super::removal::RemovalKind;

/// Argument of `scan_leftovers`.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct ScanLeftovers {
    /// True: look anew. False: how the last look stands; a first one begins by itself.
    pub refresh: bool,
}

/// What is left over, as far as it was looked for.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct Leftovers {
    /// Found so far; only what no dataflow that was read uses.
    pub items: Vec<Leftover>,
    /// Dataflows read so far.
    pub flows_read: u32,
    /// All dataflows have been read: from then on there are items.
    pub flows_done: bool,
    /// Connections and mappings looked at so far.
    pub objects_read: u32,
    /// Everything was looked at. While false and without a problem, ask again soon.
    pub complete: bool,
    /// When it was read, milliseconds since 1970 by the session's clock.
    #[cfg_attr(test, ts(type = "number"))]
    pub read_at: i64,
    /// Why it stopped early; what was found stays.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub problem: Option<AppError>,
}

/// Something that no dataflow uses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct Leftover {
    /// A source connection, a target connection or a mapping.
    pub kind: RemovalKind,
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Milliseconds since 1970.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, type = "number"))]
    pub created_at: Option<i64>,
    /// Who made it; may be empty.
    pub created_by: String,
    /// This app made it.
    pub by_inlet: bool,
    /// Made so recently that somebody may be about to use it.
    pub young: bool,
    /// The unfinished set-up that it belongs to: it is not to be deleted here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub belongs_to: Option<String>,
}

/// Argument of `start_clean_up`.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct StartCleanUp {
    /// Ids of leftovers of the last look; 500 at most.
    pub ids: Vec<String>,
}
