//! Sample events, target fields and mapping lines.

use serde::{Deserialize, Serialize};

/// One field mapping: from the event to the record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct MappingLine {
    /// Where the value comes from.
    pub source: MappingSource,
    /// XDM path of the target field, with dots.
    pub target: String,
}

/// Where the value of a mapping line comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum MappingSource {
    /// A field of the event, as it is.
    Field {
        /// Path with dots; a literal dot in a key is escaped with a backslash.
        path: String,
    },
    /// A field that counts seconds since 1970, turned into a date.
    SecondsToDate {
        /// Path of the field.
        path: String,
    },
    /// A field that counts milliseconds since 1970, turned into a date.
    MillisecondsToDate {
        /// Path of the field.
        path: String,
    },
    /// An expression of Data Prep's language.
    Expression {
        /// Its text.
        text: String,
    },
}

/// An example event that ships with this app, labelled as an example.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct ExampleEvent {
    /// Such as `guide_displayed`.
    pub id: String,
    /// Such as "Guide displayed".
    pub label: String,
    /// The event as indented JSON.
    pub text: String,
}

/// Argument of `read_sample`.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct ReadSample {
    /// What was pasted or dropped: one event, a list of events, or events one after another. At most 1 MB, the limit
    /// of the streaming endpoint.
    pub text: String,
    /// Which of its events the values are of; without it, the first.
    #[serde(default)]
    pub event: Option<u32>,
}

/// Sample events, read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct Sample {
    /// Names of the events in it, such as `guideDisplayed`, in their order; never empty.
    pub events: Vec<String>,
    /// The fields of all of them, depth first.
    pub fields: Vec<SourceField>,
    /// What to know about it, such as keys that hold dots.
    pub warnings: Vec<String>,
}

/// One field of a sample event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct SourceField {
    /// Path as a mapping line writes it.
    pub path: String,
    /// The last key of the path, as it is in the event.
    pub key: String,
    /// 0 for the outermost keys.
    pub depth: u32,
    /// Its type.
    pub kind: SourceKind,
    /// The value in short, or how many fields it has.
    pub preview: String,
    /// The path as an expression writes it, where it writes it otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// Its other types in the other events.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(test, ts(as = "Option<_>"))]
    pub other_kinds: Vec<SourceKind>,
    /// The event that is looked at has no such field; the value is that of another one.
    #[serde(default, skip_serializing_if = "is_false")]
    #[cfg_attr(test, ts(as = "Option<_>"))]
    pub absent: bool,
    /// For a number that may well be a moment: what it reads as.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub moment: Option<Moment>,
}

fn is_false(value: &bool) -> bool {
    !value
}

/// A number read as a moment, both ways.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct Moment {
    /// What it counts, by its size.
    pub unit: MomentUnit,
    /// Read as seconds, such as "Oct 27, 2026, 10:42 UTC".
    pub seconds: String,
    /// Read as milliseconds.
    pub milliseconds: String,
}

/// What a moment counts since 1970.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum MomentUnit {
    /// Seconds.
    Seconds,
    /// Milliseconds.
    Milliseconds,
}

/// JSON type of a source field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum SourceKind {
    /// Text.
    Text,
    /// A whole number.
    Integer,
    /// Another number.
    Number,
    /// True or false.
    Boolean,
    /// An object.
    Object,
    /// A list.
    Array,
    /// `null`.
    Null,
}

/// One field of a target schema.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct TargetField {
    /// XDM path with dots.
    pub path: String,
    /// Its title.
    pub title: String,
    /// Its type.
    pub kind: TargetKind,
    /// A record without it is refused.
    pub required: bool,
    /// It says whom a record is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub identity: Option<IdentityMark>,
}

/// How a field says whom a record is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum IdentityMark {
    /// The one that a record must have.
    Primary,
    /// One of the others.
    Other,
}

/// Type of a target field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum TargetKind {
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
    /// An object.
    Object,
    /// A list.
    Array,
}

/// Argument of `preview_mapping`.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct PreviewMapping {
    /// Which source the event is of; without one, the suggested one.
    #[serde(default)]
    pub source: Option<String>,
    /// The sample, JSON text.
    pub sample: String,
    /// Which of its events; without it, the first.
    #[serde(default)]
    pub event: Option<u32>,
    /// The lines.
    pub lines: Vec<MappingLine>,
    /// Which schema the record must fit.
    pub destination: super::setup::Destination,
}

/// Argument of `export_mapping`.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct ExportMapping {
    /// The lines.
    pub lines: Vec<MappingLine>,
    /// What the file is written as.
    pub format: super::files::FileFormat,
    /// Name of the dataflow; becomes a part of the file's name.
    pub name: String,
}

/// Argument of `read_mapping_file`.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct ReadMappingFile {
    /// The content of the file, CSV or JSON; at most 1 MB.
    pub text: String,
}

/// A function that expressions may use, as the platform lists it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct MappingFunction {
    /// Its name.
    pub name: String,
    /// The group it belongs to; may be empty.
    pub group: String,
    /// How it is written; may be empty.
    pub syntax: String,
    /// What it does; may be empty.
    pub about: String,
    /// An example with what it gives; may be empty.
    pub example: String,
}

/// Argument of `check_expression`.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct CheckExpression {
    /// The expression.
    pub text: String,
}

/// What the platform says of an expression.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct ExpressionVerdict {
    /// It can be worked out.
    pub valid: bool,
    /// Why not; empty when it is valid.
    pub message: String,
}

/// One event in, one record out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct MappingPreview {
    /// The record that would arrive.
    #[cfg_attr(test, ts(type = "unknown"))]
    pub record: serde_json::Value,
    /// One verdict per line, in the order of the lines.
    pub lines: Vec<LineVerdict>,
    /// Problems of no single line, such as a required field that nothing fills.
    pub problems: Vec<String>,
    /// The strip above the lines.
    pub summary: MappingSummary,
    /// True when Experience Platform worked it out, false when this app did.
    pub by_platform: bool,
}

/// Verdict on one mapping line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct LineVerdict {
    /// How it stands.
    pub state: VerdictState,
    /// Why, or what it reads as ("Sent in seconds. Reads as Oct 27, 2026, 10:42 UTC"). May be empty.
    pub message: String,
    /// Its field stays empty for this sample, and nobody is told when events are ingested.
    #[serde(default, skip_serializing_if = "is_false")]
    #[cfg_attr(test, ts(as = "Option<_>"))]
    pub empties: bool,
    /// What the line should take instead, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub repair: Option<MappingSource>,
}

/// How a line stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum VerdictState {
    /// Good.
    Good,
    /// Works, but the value stays empty for this sample.
    Warning,
    /// Cannot be saved like this.
    Error,
}

/// A field of the event without which every run fails, such as Pendo's `uniqueId`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct VitalField {
    /// Its path.
    pub path: String,
    /// It reaches the record.
    pub mapped: bool,
}

/// The field of the schema that says whom a record is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct MappedIdentity {
    /// Its path.
    pub path: String,
    /// A record without it is refused.
    pub primary: bool,
    /// A good line fills it.
    pub mapped: bool,
}

/// Counts for the strip.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct MappingSummary {
    /// Source fields that some line uses.
    pub mapped: u32,
    /// Source fields that hold a value.
    pub fields: u32,
    /// Required target fields that are filled.
    pub required_filled: u32,
    /// Required target fields.
    pub required: u32,
    /// The field of the event without which every run fails, for a source that has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vital: Option<VitalField>,
    /// The primary identity; without one, the first of the others; none in a schema without identities.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub identity: Option<MappedIdentity>,
    /// Lines with a warning.
    pub warnings: u32,
    /// Of these, lines whose field stays empty.
    pub empties: u32,
    /// Lines and problems with an error.
    pub errors: u32,
}
