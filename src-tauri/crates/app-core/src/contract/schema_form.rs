//! A new schema: the form, what a sample event suggests for it, and the making of two or more objects out of it.

use serde::{Deserialize, Serialize};

use super::error::AppError;
use super::flows::NamedObject;
use super::setup::{SetupChoice, SetupState, StepState};

/// The form, as it stands on screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct SchemaForm {
    /// Its title.
    pub title: String,
    /// What it is for; may be empty.
    pub description: String,
    /// What its records are.
    pub class: SchemaClass,
    /// Where its own fields come from.
    pub start: SchemaStart,
    /// `$id`s of field groups that exist and shall be part of it.
    pub field_groups: Vec<String>,
    /// The field that says whom a record is about, if there is to be one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub identity: Option<IdentityChoice>,
    /// Enable it for Profile, which cannot be undone.
    pub profile: bool,
}

/// What the records of a schema are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum SchemaClass {
    /// Things that happened: XDM ExperienceEvent.
    #[default]
    Event,
    /// People: XDM Individual Profile.
    Profile,
}

/// Where the fields of a new schema come from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum SchemaStart {
    /// From a sample event.
    Sample {
        /// The fields, depth first.
        fields: Vec<ShapeField>,
    },
    /// The Pendo starter's fields.
    Starter,
    /// Nothing but the field groups that are picked.
    FieldGroups,
}

/// One field of a new schema.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct ShapeField {
    /// The key as it is in the sample.
    pub key: String,
    /// The name in the schema.
    pub name: String,
    /// 0 for the outermost fields.
    pub depth: u32,
    /// Its type, or that of the items of a list.
    pub kind: ShapeKind,
    /// It is a list.
    pub list: bool,
    /// It shall be in the schema. One of a field that is left out is left out as well.
    pub included: bool,
}

/// Types that a new field may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum ShapeKind {
    /// Text.
    Text,
    /// Date and time.
    DateTime,
    /// A whole number.
    Integer,
    /// Another number.
    Number,
    /// True or false.
    Boolean,
    /// An object, with fields of its own.
    Object,
}

/// The field that says whom a record is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct IdentityChoice {
    /// Names of the field and of what is above it, with dots: `visitorId`, `app.id`.
    pub path: String,
    /// Code of the namespace.
    pub namespace: String,
    /// As primary identity: a record in which it is empty is refused.
    pub primary: bool,
}

/// Argument of `read_schema_sample`.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct ReadSchemaSample {
    /// What was pasted or dropped; at most 1 MB, the limit of the streaming endpoint.
    pub text: String,
}

/// What a sample event suggests for a schema.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct SampleShape {
    /// The fields, depth first.
    pub fields: Vec<ShapeField>,
    /// What to know about each field, in the same order.
    pub hints: Vec<ShapeHint>,
    /// What to know about the sample as a whole.
    pub warnings: Vec<String>,
}

/// What to know about a field that a sample suggests.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct ShapeHint {
    /// Its value in the sample, in short.
    pub preview: String,
    /// Why it has another name or type than a person would expect, or is left out; may be empty.
    pub note: String,
}

/// The steps of making a schema, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum MakingStep {
    /// The field group with its own fields.
    FieldGroup,
    /// The schema.
    Schema,
    /// The mark on the identity field.
    Identity,
    /// Enabling it for Profile.
    Profile,
}

/// Names one making.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct MakingRef {
    /// Id of the making; ours.
    pub making_id: String,
}

/// A making in a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct MakingLine {
    /// Id of the making.
    pub making_id: String,
    /// Title of the schema.
    pub title: String,
    /// How it stands.
    pub state: SetupState,
    /// Milliseconds since 1970, by the session's clock.
    #[cfg_attr(test, ts(type = "number"))]
    pub started_at: i64,
}

/// The making of a schema, whole.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct SchemaMaking {
    /// Id of the making.
    pub making_id: String,
    /// Title of the schema.
    pub title: String,
    /// How it stands.
    pub state: SetupState,
    /// Its steps, in order.
    pub steps: Vec<MakingStepShown>,
    /// Why it stopped; with `fields` where a field of the form caused it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cause: Option<AppError>,
    /// What may be pressed now.
    pub choices: Vec<SetupChoice>,
    /// Something on the platform may be its doing.
    pub has_made: bool,
    /// `$id` of the schema, once made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub schema_id: Option<String>,
}

/// One step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct MakingStepShown {
    /// Which.
    pub kind: MakingStep,
    /// How it stands.
    pub state: StepState,
    /// One sentence for the screen.
    pub sentence: String,
    /// The object, once known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub object: Option<NamedObject>,
}
