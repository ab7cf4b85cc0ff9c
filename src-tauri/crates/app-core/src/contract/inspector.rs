//! Events looked at before they are sent: what the mapping of a dataflow would make of each, and whether the record
//! fits the schema.

use serde::{Deserialize, Serialize};

use super::error::AppError;
use super::mapping::SourceField;

/// Argument of `start_inspection`.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct StartInspection {
    /// The dataflow whose mapping and schema decide.
    pub flow_id: String,
    /// One event, a JSON list of events, or one event a line; at most 50 MB.
    pub text: String,
}

/// Names one inspection.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct InspectionRef {
    /// Its id; ours, and forgotten when the app is closed.
    pub inspection_id: String,
}

/// How an inspection stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct Inspection {
    /// Ours.
    pub inspection_id: String,
    /// The dataflow.
    pub flow_id: String,
    /// How far it is.
    pub state: InspectionState,
    /// Events that were found in the text and are looked at.
    pub events: u32,
    /// Events beyond the most that are looked at.
    pub left_out: u32,
    /// Lines of the mapping that the preview cannot take, such as fixed texts: their fields are empty in it.
    pub lines_left_out: u32,
    /// Events by what would become of them.
    pub counts: OutcomeCounts,
    /// Why it stopped before the end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub problem: Option<AppError>,
    /// Good events that have not been sent.
    pub to_send: u32,
    /// Events with fields left empty that have not been sent.
    pub gaps_to_send: u32,
    /// What to type before events are sent to production.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub type_to_confirm: Option<String>,
    /// The sending, once it was started.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sending: Option<Sending>,
}

/// How far work on events is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum InspectionState {
    /// Under way.
    Running,
    /// Asked to stop; the request under way is waited for.
    Stopping,
    /// Stopped before the end.
    Stopped,
    /// Nothing is left to do.
    Done,
}

/// Events by what would become of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct OutcomeCounts {
    /// Not looked at yet.
    pub waiting: u32,
    /// Would be ingested whole.
    pub good: u32,
    /// Would be ingested, with fields left empty.
    pub gaps: u32,
    /// Would be lost.
    pub lost: u32,
    /// No events at all.
    pub unread: u32,
}

/// What would become of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum EventOutcome {
    /// Not looked at yet.
    Waiting,
    /// It would be ingested whole.
    Good,
    /// It would be ingested, with fields left empty.
    Gaps,
    /// It would not be ingested.
    Lost,
    /// It is no event.
    Unread,
}

/// Events on their way to the webhook address.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct Sending {
    /// How far it is.
    pub state: InspectionState,
    /// How many are to be sent.
    pub wanted: u32,
    /// How many the endpoint took: received, not ingested.
    pub accepted: u32,
    /// Of how many it is not known whether they arrived.
    pub unclear: u32,
    /// Why it stopped.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub problem: Option<AppError>,
}

/// Argument of `send_inspected`.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct SendInspected {
    /// The inspection.
    pub inspection_id: String,
    /// Also those that leave fields empty.
    pub with_gaps: bool,
    /// What was typed where production asks for it.
    #[serde(default)]
    pub confirmation: Option<String>,
}

/// Argument of `list_inspected`.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct ListInspected {
    /// The inspection.
    pub inspection_id: String,
    /// Only events with this outcome.
    #[serde(default)]
    pub outcome: Option<EventOutcome>,
    /// How many to skip.
    pub skip: u32,
    /// How many to give; at most 500.
    pub limit: u32,
}

/// A part of the events of an inspection.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct InspectedPart {
    /// How many there are in all.
    pub total: u32,
    /// The part, in the order of the text.
    pub rows: Vec<InspectedRow>,
}

/// One event in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct InspectedRow {
    /// Its place in the text, from 1.
    pub number: u32,
    /// What would become of it.
    pub outcome: EventOutcome,
    /// What kind of event it says it is, such as `guideDisplayed`; may be empty.
    pub name: String,
    /// Its `uniqueId`; may be empty.
    pub unique_id: String,
    /// The first of its problems; empty when it has none.
    pub problem: String,
    /// It was sent from here.
    pub sent: SentState,
}

/// Whether an event was sent from here.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum SentState {
    /// It was not.
    #[default]
    No,
    /// The endpoint took it: received, not ingested.
    Accepted,
    /// It is not known whether it arrived.
    Unclear,
}

/// Argument of `get_inspected`.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct InspectedRef {
    /// The inspection.
    pub inspection_id: String,
    /// The place of the event in the text, from 1.
    pub number: u32,
}

/// One event, whole.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct InspectedEvent {
    /// Its place and its outcome.
    pub row: InspectedRow,
    /// Its fields with their types, depth first; none when it is no event.
    pub fields: Vec<SourceField>,
    /// What to know about it, such as keys that appear twice.
    pub warnings: Vec<String>,
    /// The record that would arrive; null when there is none.
    #[cfg_attr(test, ts(type = "unknown"))]
    pub record: serde_json::Value,
    /// What is wrong with it.
    pub problems: Vec<EventProblem>,
}

/// One thing that is wrong with an event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct EventProblem {
    /// XDM path of the field of the record; may be empty.
    pub field: String,
    /// What is wrong, in a sentence.
    pub message: String,
    /// The event is lost for it; otherwise a field stays empty.
    pub loses: bool,
}
