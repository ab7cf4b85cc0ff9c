//! Deleting dataflows: the plan, the deletion with its ten seconds of Undo, and what becomes of every object.

use serde::{Deserialize, Serialize};

use super::error::AppError;
use super::flows::{FlowSource, FlowState};

/// Argument of `plan_delete`.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct PlanDelete {
    /// Ids of the dataflows; 200 at most.
    pub flow_ids: Vec<String>,
}

/// What a deletion would remove and what would stay. Kept by the application until it is started.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct DeletionPlan {
    /// Id of the plan; ours.
    pub plan_id: String,
    /// The dataflows, in the order asked for.
    pub flows: Vec<PlannedFlow>,
    /// What must be typed before it may be started; only in production.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub type_to_confirm: Option<String>,
}

/// One dataflow of a plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct PlannedFlow {
    /// Id of the dataflow.
    pub flow_id: String,
    /// Its name; the id where it could not be read.
    pub name: String,
    /// Its state, when it could be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<FlowState>,
    /// Where its events come from, when it could be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<FlowSource>,
    /// Events received in the last 24 hours; absent when that is not reported.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, type = "number"))]
    pub received: Option<u64>,
    /// What its state means for the deletion, in a sentence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remark: Option<String>,
    /// The tree: the dataflow first, then what it joins.
    pub objects: Vec<PlannedRemoval>,
    /// Why it cannot be deleted; then there is no tree.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub problem: Option<AppError>,
}

/// One object of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct PlannedRemoval {
    /// What it is.
    pub kind: RemovalKind,
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// False: it stays.
    pub deleted: bool,
    /// Whether a person may choose otherwise: keep what would go, or delete what would stay.
    pub optional: bool,
    /// Id of an object that has to go too if this one is chosen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub only_with: Option<String>,
    /// What uses it, or why it stays, in a sentence.
    pub sentence: String,
}

/// What an object is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum RemovalKind {
    /// The dataflow itself.
    Flow,
    /// Where its events go.
    TargetConnection,
    /// Where its events come from.
    SourceConnection,
    /// Its mapping.
    MappingSet,
    /// The dataset; stays unless chosen.
    Dataset,
    /// The schema; stays unless chosen together with its dataset.
    Schema,
    /// The account of the source connection; always stays.
    Account,
}

/// Argument of `start_deletion`.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct StartDeletion {
    /// Id of the plan.
    pub plan_id: String,
    /// Ids of objects that shall stay after all.
    pub keep: Vec<String>,
    /// Ids of objects that shall go too, though they stay unless chosen.
    #[serde(default)]
    pub also: Vec<String>,
    /// What was typed, where the plan asks for it.
    #[serde(default)]
    pub confirmation: Option<String>,
}

/// Names one deletion.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct DeletionRef {
    /// Id of the deletion; ours.
    pub deletion_id: String,
}

/// A deletion, whole.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct Deletion {
    /// Id of the deletion; ours.
    pub deletion_id: String,
    /// What it is about.
    pub kind: DeletionKind,
    /// How it stands.
    pub state: DeletionState,
    /// Sandbox it works in.
    pub sandbox: String,
    /// It belongs to another sandbox or sign-in: nothing may be pressed here.
    pub elsewhere: bool,
    /// How long it can still be undone, milliseconds; absent once the first request may have been sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, type = "number"))]
    pub undo_left_ms: Option<u64>,
    /// One row for each dataflow, or for each object of a clean-up.
    pub rows: Vec<DeletionRow>,
    /// Why it stopped before every row was tried.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub problem: Option<AppError>,
    /// What may be pressed now.
    pub choices: Vec<DeletionChoice>,
    /// Where webhooks of deleted dataflows have to be turned off.
    pub webhooks: Vec<WebhookLeft>,
    /// Milliseconds since 1970, by the session's clock.
    #[cfg_attr(test, ts(type = "number"))]
    pub started_at: i64,
}

/// A webhook that goes on sending to a deleted dataflow.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct WebhookLeft {
    /// Name of the source.
    pub source: String,
    /// Where it is turned off there, as the middle of a sentence has it.
    pub turn_off: String,
}

/// What a deletion is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum DeletionKind {
    /// Dataflows with what belongs to them.
    Dataflows,
    /// Objects that no dataflow uses.
    CleanUp,
}

/// How a deletion stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum DeletionState {
    /// Nothing has been sent yet; it can be undone.
    Waiting,
    /// Objects are being removed.
    Running,
    /// Stop was pressed; the object under way is being finished.
    Stopping,
    /// Stopped with something left to do; it can be resumed.
    Stopped,
    /// Undone in time: nothing was deleted.
    Undone,
    /// Inlet was closed before the first request: nothing was deleted.
    Lapsed,
    /// Every row has its outcome.
    Done,
}

/// What may be pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum DeletionChoice {
    /// `undo_deletion`.
    Undo,
    /// `stop_deletion`.
    Stop,
    /// `resume_deletion`.
    Resume,
    /// `close_deletion`.
    Close,
}

/// One row of a deletion.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct DeletionRow {
    /// Id of the dataflow; none in a clean-up.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub flow_id: Option<String>,
    /// Name of the dataflow, or of the object.
    pub name: String,
    /// How it stands.
    pub state: RowState,
    /// How it stands, in a sentence.
    pub sentence: String,
    /// Its objects, in the order of their removal.
    pub objects: Vec<RemovedObject>,
    /// Why it stopped.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub problem: Option<AppError>,
}

/// How a row stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum RowState {
    /// Not begun.
    Waiting,
    /// Under way.
    Running,
    /// Deleted and checked, or gone already; what stays is named.
    Done,
    /// The dataflow was changed since the plan: nothing was deleted, it has to be planned again.
    Changed,
    /// Stopped; see `problem`.
    Failed,
}

/// One object of a deletion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct RemovedObject {
    /// What it is.
    pub kind: RemovalKind,
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// How it stands.
    pub state: RemovalState,
    /// How it stands, in a sentence.
    pub sentence: String,
}

/// How an object of a deletion stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum RemovalState {
    /// Not begun.
    Waiting,
    /// Its removal may have been sent.
    Running,
    /// Removed, and seen to be gone.
    Removed,
    /// Somebody else had removed it.
    AlreadyGone,
    /// Was to be removed, and could not be.
    LeftBehind,
    /// Was not to be removed, or something uses it.
    Stays,
    /// Its removal failed.
    Failed,
}
