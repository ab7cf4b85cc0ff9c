//! Replacing a dataflow: what cannot be changed under it is made anew beside it. The old one stays on until events
//! are counted on the new one.

use serde::{Deserialize, Serialize};

use super::error::AppError;
use super::flows::NamedObject;
use super::setup::SetupForm;

/// Reply of `get_replacement_form`: the form of a new dataflow, filled in from the old one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct ReplacementForm {
    /// The dataflow to be replaced.
    pub old: NamedObject,
    /// What the new one starts from: a free name, the same destination, the same field mappings.
    pub form: SetupForm,
    /// How many field mappings of the old one could not be taken over.
    pub left_out: u32,
}

/// Argument of `start_replacement`.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct StartReplacement {
    /// Id of the dataflow to be replaced. Named otherwise than `flowId`: the set-up is not about it.
    pub old_flow_id: String,
    /// The new one.
    pub form: SetupForm,
}

/// Names one replacement.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct ReplacementRef {
    /// Id of the set-up that made it.
    pub setup_id: String,
}

/// Argument of `mark_replacement`.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct MarkReplacement {
    /// Id of the set-up that made it.
    pub setup_id: String,
    /// What the person says.
    pub mark: ReplacementMark,
}

/// What a person says about a replacement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum ReplacementMark {
    /// The new address is in place.
    Pasted,
    /// It need not be followed any more.
    Dismissed,
}

/// How a replacement stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct Replacement {
    /// Id of the set-up that makes the new dataflow.
    pub setup_id: String,
    /// The dataflow that is replaced.
    pub old: NamedObject,
    /// The one that replaces it, once it was made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new: Option<NamedObject>,
    /// Name of the source that both are for.
    pub source: String,
    /// Where it stands.
    pub stage: ReplacementStage,
    /// The stage in a sentence.
    pub title: String,
    /// What it means, and what to do now.
    pub text: String,
    /// The replaced dataflow is there no more.
    pub old_is_gone: bool,
    /// Both take events at the moment: what the source sends to both is counted twice.
    pub doubles: bool,
    /// Milliseconds since 1970.
    #[cfg_attr(test, ts(type = "number"))]
    pub begun_at: i64,
    /// What could not be read: the stage is no further than what is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub problem: Option<AppError>,
}

/// The stages of a replacement, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum ReplacementStage {
    /// The new dataflow is being made, or its set-up stopped.
    BeingMade,
    /// It was undone, or the new dataflow was deleted: nothing is replaced.
    Undone,
    /// The new address has to be put into the source.
    AddressToPaste,
    /// It is there; no event was counted on the new dataflow yet.
    WaitingForEvents,
    /// Events are counted on the new dataflow: the old one may be switched off.
    Counted,
    /// The old one is off or gone.
    Done,
}
