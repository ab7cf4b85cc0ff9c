//! Activity: what this app changed, and the requests that a screen made.

use serde::{Deserialize, Serialize};

use super::files::FileFormat;

/// Which rows of the activity are looked for; what is not named does not count.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct ActivitySearch {
    /// Stands in the sentence, a name, an id or a request id.
    #[serde(default)]
    pub text: Option<String>,
    /// Kinds of objects; empty: all.
    pub kinds: Vec<ActivityKind>,
    /// How it ended; empty: all.
    pub outcomes: Vec<ActivityOutcome>,
    /// Not before; milliseconds since 1970.
    #[serde(default)]
    #[cfg_attr(test, ts(optional, type = "number"))]
    pub from: Option<i64>,
    /// Before; milliseconds since 1970.
    #[serde(default)]
    #[cfg_attr(test, ts(optional, type = "number"))]
    pub until: Option<i64>,
    /// About this object alone.
    #[serde(default)]
    pub object_id: Option<String>,
}

/// Argument of `list_activity`.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct ListActivity {
    /// Which rows.
    pub search: ActivitySearch,
    /// How many matching rows to leave out, newest first.
    pub skip: u32,
    /// How many to answer, 500 at most.
    pub limit: u32,
}

/// Some of the rows that match, newest first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct ActivityList {
    /// The rows.
    pub rows: Vec<ActivityRow>,
    /// How many match in all.
    pub matching: u32,
    /// How many there are in this sandbox.
    pub kept: u32,
}

/// One change that this app made, or tried to make.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct ActivityRow {
    /// Ours.
    #[cfg_attr(test, ts(type = "number"))]
    pub id: i64,
    /// When, milliseconds since 1970 by the session's clock.
    #[cfg_attr(test, ts(type = "number"))]
    pub at: i64,
    /// Name of the saved sign-in.
    pub profile_name: String,
    /// Kind of the object.
    pub kind: ActivityKind,
    /// Its id; empty when it was to be made and was not.
    pub object_id: String,
    /// Its name as it was then; may be empty.
    pub object_name: String,
    /// What happened, such as "Created dataflow “Pendo”".
    pub sentence: String,
    /// How it ended.
    pub outcome: ActivityOutcome,
    /// HTTP status, when there was an answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<u16>,
    /// The platform's own code, when it refused.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// The platform's request id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
    /// Method and path with placeholders, such as `PATCH /flows/{id}`.
    pub operation: String,
    /// How long it took, in milliseconds.
    pub took_ms: u32,
    /// Former and new values, where they are known.
    pub changes: Vec<ActivityChange>,
    /// It can be undone from here.
    pub can_undo: bool,
    /// Why it cannot be undone, where that is worth a word.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why_no_undo: Option<String>,
    /// When it was undone from here.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, type = "number"))]
    pub undone_at: Option<i64>,
}

/// Names one row of the activity.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct ActivityRef {
    /// Its id.
    #[cfg_attr(test, ts(type = "number"))]
    pub activity_id: i64,
}

/// Argument of `export_activity`.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct ExportActivity {
    /// Which rows; all that match are written.
    pub search: ActivitySearch,
    /// As what.
    pub format: FileFormat,
}

/// One value that a change replaced.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct ActivityChange {
    /// What, such as "Name".
    pub field: String,
    /// Former value; may be empty.
    pub before: String,
    /// New value; may be empty.
    pub after: String,
}

/// Kinds of objects.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum ActivityKind {
    /// A flow.
    Dataflow,
    /// A source connection.
    SourceConnection,
    /// A target connection.
    TargetConnection,
    /// A base connection.
    Account,
    /// A mapping set.
    Mapping,
    /// A dataset.
    Dataset,
    /// A schema.
    Schema,
    /// A field group.
    EventFields,
    /// An identity descriptor.
    Identity,
    /// Anything else.
    Other,
}

/// How a change ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum ActivityOutcome {
    /// The platform carried it out.
    Done,
    /// The platform refused.
    Refused,
    /// No answer tells whether it was carried out.
    Unknown,
    /// It never left this computer, or sign-in failed before.
    NotSent,
}

/// Argument of `list_requests`: those of these commands, and those about this dataflow.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct ListRequests {
    /// Names of commands.
    pub commands: Vec<String>,
    /// A dataflow that a command named.
    #[serde(default)]
    pub flow_id: Option<String>,
}

/// A request that this app made in this session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct RequestMade {
    /// Counts up.
    pub id: u32,
    /// When it had ended, milliseconds since 1970 by the session's clock.
    #[cfg_attr(test, ts(type = "number"))]
    pub at: i64,
    /// The command that it was made for.
    pub command: String,
    /// Method and path with placeholders.
    pub operation: String,
    /// HTTP status, when there was an answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<u16>,
    /// The platform's request id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
    /// How long it took, in milliseconds.
    pub took_ms: u32,
    /// For a terminal, with placeholders in place of token and client id.
    pub curl: String,
}
