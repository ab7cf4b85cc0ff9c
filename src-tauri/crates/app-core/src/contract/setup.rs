//! New dataflow: the form, and the set-up that makes seven objects or more out of it.

use serde::{Deserialize, Serialize};

use super::error::{AppError, FieldProblem};
use super::flows::{NamedObject, WebhookAddress};
use super::mapping::{ExampleEvent, MappingLine, TargetField};
use super::place::{PlaceShape, Tags};

/// Argument of `get_setup_defaults`.
#[derive(Debug, Clone, Default, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct GetSetupDefaults {
    /// Which source; without one, the suggested one.
    #[serde(default)]
    pub source: Option<String>,
}

/// What the wizard starts from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct SetupDefaults {
    /// A name that is free.
    pub name: String,
    /// A free name for the dataset.
    pub dataset_name: String,
    /// The source that was asked for.
    pub source: SourceInfo,
    /// Ids of the sources that the organisation is offered; all of them when that could not be read, because it is
    /// looked at again before anything is made.
    pub offered: Vec<String>,
    /// Example events.
    pub examples: Vec<ExampleEvent>,
    /// Fields of the source's starter schema, for this organisation's tenant.
    pub starter_fields: Vec<TargetField>,
    /// Lines that fit the starter schema.
    pub starter_lines: Vec<MappingLine>,
}

/// A source, and what belongs to it wherever a dataflow stands; known without asking anybody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct SourceGuide {
    /// The source.
    pub source: SourceInfo,
    /// Example events.
    pub examples: Vec<ExampleEvent>,
    /// What is made anew in an example before it is sent as a test event.
    pub fresh: Vec<FreshField>,
}

/// A field of an example that is made anew before it is sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FreshField {
    /// Its path, with dots.
    pub path: String,
    /// What it becomes.
    pub form: FreshForm,
}

/// What a field becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum FreshForm {
    /// An id of 40 hexadecimal digits.
    Hex,
    /// A UUID.
    Uuid,
    /// The time in seconds since 1970.
    Seconds,
    /// The time in milliseconds since 1970.
    Milliseconds,
    /// The time as text, in UTC.
    Iso,
}

/// A source that this app can set up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct SourceInfo {
    /// Such as `pendo`.
    pub id: String,
    /// Such as "Pendo".
    pub name: String,
    /// What it sends, in a line.
    pub about: String,
    /// Adobe calls it beta.
    pub beta: bool,
    /// What it means when an organisation is not offered it.
    pub not_offered: String,
    /// Its own guide to webhooks, on the web.
    pub guide_url: String,
    /// Where a webhook is turned off, as the middle of a sentence has it.
    pub turn_off: String,
    /// What to do in the other product, in order.
    pub instructions: Vec<Instruction>,
}

/// One thing to do in the other product.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Instruction {
    /// Short.
    pub title: String,
    /// A line more.
    pub detail: String,
}

/// The form, as it stands on screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct SetupForm {
    /// Name of the dataflow.
    pub name: String,
    /// Its description; may be empty.
    pub description: String,
    /// Which source, such as `pendo`.
    pub source: String,
    /// Where the events go.
    pub destination: Destination,
    /// The mapping.
    pub lines: Vec<MappingLine>,
}

/// Where the events go.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum Destination {
    /// A new schema from the source's starter, and a new dataset.
    Starter {
        /// Name of the dataset (and of the schema and field group made for it).
        dataset_name: String,
    },
    /// A new dataset over a schema that exists.
    ExistingSchema {
        /// `$id` of the schema.
        schema_id: String,
        /// Name of the dataset.
        dataset_name: String,
        /// Tags of the dataset, where a recipe has some.
        #[serde(default, skip_serializing_if = "Tags::is_empty")]
        #[cfg_attr(test, ts(optional, as = "Option<Tags>"))]
        tags: Tags,
    },
    /// A new schema and a new dataset, as a recipe has them.
    Shape {
        /// Name of the dataset (and of the schema and field group made for it).
        dataset_name: String,
        /// What they are like.
        #[serde(flatten)]
        shape: PlaceShape,
    },
    /// A dataset that exists, with its schema.
    ExistingDataset {
        /// Id of the dataset.
        dataset_id: String,
    },
}

/// A schema that may be picked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct SchemaChoice {
    /// `$id`.
    pub id: String,
    /// Title.
    pub title: String,
}

/// A dataset that may be picked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct DatasetChoice {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// `$id` of its schema.
    pub schema_id: String,
}

/// Argument of `get_target_fields`.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct GetTargetFields {
    /// Which source; without one, the suggested one.
    #[serde(default)]
    pub source: Option<String>,
    /// Which schema: the starter's, one that exists, or that of a dataset.
    pub destination: Destination,
    /// The sample event to suggest lines for, JSON text; without one, lines are suggested for an example.
    #[serde(default)]
    pub sample: Option<String>,
    /// Which of its events; without it, the first.
    #[serde(default)]
    pub event: Option<u32>,
}

/// Fields of a schema, and lines suggested for it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct TargetFields {
    /// The fields.
    pub fields: Vec<TargetField>,
    /// Lines that fit it by name and type.
    pub suggested_lines: Vec<MappingLine>,
}

/// Everything that is wrong with a form, at once.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct SetupCheck {
    /// Problems by field; empty: it can be made.
    pub fields: Vec<FieldProblem>,
    /// What will be made, in order, for the review.
    pub plan: Vec<PlannedObject>,
    /// What to know before pressing, such as "another dataflow writes to this dataset".
    pub warnings: Vec<String>,
}

/// One line of the review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct PlannedObject {
    /// Which step makes it.
    pub step: StepKind,
    /// Its name.
    pub name: String,
    /// False when it exists already and is only used.
    pub made: bool,
}

/// Names one set-up.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct SetupRef {
    /// Id of the set-up; ours.
    pub setup_id: String,
}

/// Argument of `resume_setup`.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct ResumeSetup {
    /// Id of the set-up.
    pub setup_id: String,
    /// Only for an unclear step: the person looked and says that it was not made.
    pub create_again: bool,
}

/// The steps, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum StepKind {
    /// Looking before the first write.
    Check,
    /// The field group.
    FieldGroup,
    /// The schema.
    Schema,
    /// The mark on one identity field; as many steps as there are fields to be marked.
    Identity,
    /// The dataset.
    Dataset,
    /// The source connection.
    SourceConnection,
    /// The target connection.
    TargetConnection,
    /// The mapping set.
    MappingSet,
    /// The dataflow.
    Flow,
    /// Waiting for the streaming endpoint.
    StreamingEndpoint,
}

/// A set-up in a line.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct SetupSummary {
    /// Id of the set-up.
    pub setup_id: String,
    /// Name of the dataflow.
    pub name: String,
    /// Sandbox it belongs to.
    pub sandbox: String,
    /// Saved sign-in it belongs to, by name.
    pub profile_name: String,
    /// How it stands.
    pub state: SetupState,
    /// Milliseconds since 1970, by the clock of the session that it was started in.
    #[cfg_attr(test, ts(type = "number"))]
    pub started_at: i64,
}

/// How a set-up stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum SetupState {
    /// Steps are being made.
    Running,
    /// Cancel was pressed; the request under way is being finished.
    Stopping,
    /// Stopped by a failure, a cancel, a crash or a power cut.
    Stopped,
    /// It is not known whether a step's object was made: a person must say.
    Unclear,
    /// The dataflow exists, its streaming endpoint does not yet.
    EndpointPending,
    /// What was made is being removed.
    Undoing,
    /// Removed, as far as the platform allows.
    Undone,
    /// Undo stopped; what is left is listed.
    UndoStopped,
    /// Left as it is, to be finished later.
    Left,
    /// Done.
    Done,
}

/// A set-up, whole.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct Setup {
    /// Id of the set-up.
    pub setup_id: String,
    /// The form it was started with.
    pub form: SetupForm,
    /// Sandbox it writes to.
    pub sandbox: String,
    /// How it stands.
    pub state: SetupState,
    /// Its steps, in order.
    pub steps: Vec<SetupStep>,
    /// It belongs to another sandbox or sign-in, in words: then there is no address and nothing may be pressed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub elsewhere: Option<AppError>,
    /// Why it stopped.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cause: Option<AppError>,
    /// Why undo stopped; never replaces `cause`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub undo_problem: Option<AppError>,
    /// What may be pressed now.
    pub choices: Vec<SetupChoice>,
    /// Id of the dataflow, once made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub flow_id: Option<String>,
    /// The webhook address, once known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub webhook_address: Option<WebhookAddress>,
    /// Until when the new dataflow may drop events, by the session's clock.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, type = "number"))]
    pub settles_at: Option<i64>,
    /// Milliseconds since 1970, by the session's clock.
    #[cfg_attr(test, ts(type = "number"))]
    pub started_at: i64,
    /// When it ended, by the session's clock.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, type = "number"))]
    pub ended_at: Option<i64>,
}

/// What may be pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum SetupChoice {
    /// `cancel_setup`.
    Cancel,
    /// `resume_setup` with `createAgain: false`; for `endpoint_pending`: "Check again".
    Resume,
    /// `resume_setup` with `createAgain: true`; only when unclear.
    CreateAgain,
    /// `undo_setup`.
    Undo,
    /// `leave_setup`.
    Leave,
}

/// One step.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct SetupStep {
    /// Which.
    pub kind: StepKind,
    /// How it stands.
    pub state: StepState,
    /// One sentence for the screen, such as "Making a place for them".
    pub sentence: String,
    /// The object, once known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub object: Option<NamedObject>,
    /// Time taken, milliseconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, type = "number"))]
    pub took_ms: Option<u64>,
}

/// How a step stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum StepState {
    /// Not begun.
    Waiting,
    /// Under way.
    Running,
    /// Made and noted.
    Done,
    /// Exists already and was only picked.
    Picked,
    /// Failed, surely without an effect.
    Failed,
    /// Not known whether it was made.
    Unclear,
    /// Removed and checked.
    Removed,
    /// Cannot be removed through the API; it stays behind.
    LeftBehind,
}
