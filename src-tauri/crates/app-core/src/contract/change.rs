//! Changing a dataflow: its values as they stand, as they are wanted, and what clashes when somebody else changed
//! them meanwhile.

use serde::{Deserialize, Serialize};

use super::mapping::MappingLine;
use super::setup::Destination;

/// What can be changed of a dataflow.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct FlowValues {
    /// Its name.
    pub name: String,
    /// What it is for; may be empty.
    pub description: String,
    /// The mapping it uses; none when it has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mapping: Option<MappingVersion>,
    /// When it runs; none for dataflows that take events as they come.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub schedule: Option<Schedule>,
}

/// A mapping set in one of its versions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct MappingVersion {
    /// Id of the mapping set.
    pub id: String,
    /// Its version.
    pub version: u32,
}

/// When a dataflow runs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct Schedule {
    /// `once`, `minute`, `hour`, `day` or `week`; anything else as Adobe sent it.
    pub frequency: String,
    /// Every how many of them; none for `once`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interval: Option<u32>,
    /// When it begins, milliseconds since 1970.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, type = "number"))]
    pub starts_at: Option<i64>,
}

/// A dataflow as its form is opened with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct FlowSettings {
    /// What can be changed, as it stands.
    pub values: FlowValues,
    /// Its schedule has begun: the start, and whether it runs once, stay.
    pub has_begun: bool,
    /// Why nothing can be changed right now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub blocked: Option<String>,
    /// Who changed it last; may be empty.
    pub updated_by: String,
    /// When that was, milliseconds since 1970.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, type = "number"))]
    pub updated_at: Option<i64>,
}

/// Argument of `update_flow`.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct UpdateFlow {
    /// The dataflow.
    pub flow_id: String,
    /// The values that the person saw when they began.
    pub original: FlowValues,
    /// The values that they want.
    pub wanted: FlowValues,
}

/// What became of an update.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum UpdateReply {
    /// The dataflow is as wanted, together with what somebody else changed meanwhile.
    Saved {
        /// The dataflow as it stands now.
        settings: FlowSettings,
        /// Fields that somebody else changed meanwhile and that were kept.
        merged: Vec<FlowField>,
    },
    /// Somebody else changed the same: nothing was saved, the person chooses.
    Conflict {
        /// Fields that both changed.
        clashes: Vec<FlowField>,
        /// Fields that somebody else alone changed; they stay as they are now.
        merged: Vec<FlowField>,
        /// The dataflow as it stands now: the original of the next attempt.
        theirs: FlowSettings,
    },
}

/// A part of a dataflow that can be changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum FlowField {
    /// Its name.
    Name,
    /// Its description.
    Description,
    /// Its mapping.
    Mapping,
    /// Its schedule.
    Schedule,
}

/// Argument of `get_flow_mapping`.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct GetFlowMapping {
    /// The dataflow.
    pub flow_id: String,
    /// Another version of its mapping set than the one in force.
    #[serde(default)]
    pub version: Option<u32>,
}

/// One version of the mapping of a dataflow.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct MappingShown {
    /// Id of the mapping set.
    pub id: String,
    /// The version that is shown.
    pub version: u32,
    /// The version in force.
    pub in_force: u32,
    /// The newest version there is.
    pub newest: u32,
    /// Its lines.
    pub lines: Vec<ShownLine>,
    /// When this version was made, milliseconds since 1970.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, type = "number"))]
    pub modified_at: Option<i64>,
}

/// One line of a mapping that is in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct ShownLine {
    /// The field of the event, or the calculation; may be empty.
    pub source: String,
    /// The source is a calculation.
    pub calculated: bool,
    /// The field of the schema.
    pub target: String,
}

/// The mapping of a dataflow, to be edited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct MappingForm {
    /// Name of the dataflow.
    pub flow_name: String,
    /// Our own id of its source; the suggested one's for a source that is not set up here.
    pub source: String,
    /// The version in force: what a change starts from.
    pub mapping: MappingVersion,
    /// Where the events go; its schema says which fields there are.
    pub destination: Destination,
    /// The lines.
    pub lines: Vec<MappingLine>,
    /// How many lines this app cannot write, such as fixed texts. With any of them the mapping cannot be saved here.
    pub left_out: u32,
}

/// Argument of `save_mapping`.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct SaveMapping {
    /// The dataflow.
    pub flow_id: String,
    /// The version that was in force when the person began.
    pub original: MappingVersion,
    /// The lines of the next version.
    pub lines: Vec<MappingLine>,
}
