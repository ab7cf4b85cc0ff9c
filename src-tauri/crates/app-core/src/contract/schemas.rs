//! Schemas as a resource: listed, looked at, changed and removed. How one is made is in `schema_form`.

use serde::{Deserialize, Serialize};

use super::error::AppError;
use super::flows::{NamedObject, TechnicalDetail};
use super::mapping::TargetKind;
use super::schema_form::MakingLine;

/// The schemas of the sandbox.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct SchemaList {
    /// Every schema, by title.
    pub rows: Vec<SchemaRow>,
    /// Why it could not be read which datasets use them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uses_problem: Option<AppError>,
    /// Schemas whose making stopped half-way.
    pub unfinished: Vec<MakingLine>,
    /// When this was read, by the session's clock.
    #[cfg_attr(test, ts(type = "number"))]
    pub read_at: i64,
}

/// One schema in the list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct SchemaRow {
    /// `$id`.
    pub id: String,
    /// Its title, or its id where it has none.
    pub name: String,
    /// What it is for; may be empty.
    pub description: String,
    /// What its records are, by the name of its class: "XDM ExperienceEvent".
    pub class_name: String,
    /// Its records are events.
    pub events: bool,
    /// It is enabled for Profile.
    pub profile: bool,
    /// The datasets that use it, where that could be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub datasets: Option<Vec<NamedObject>>,
    /// How many dataflows write records of it, where that could be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uses: Option<u32>,
    /// Milliseconds since 1970.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, type = "number"))]
    pub created_at: Option<i64>,
    /// Milliseconds since 1970.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, type = "number"))]
    pub updated_at: Option<i64>,
    /// Who made it; may be empty.
    pub created_by: String,
    /// Who changed it last; may be empty.
    pub updated_by: String,
}

/// Names one schema.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct SchemaRef {
    /// `$id` of the schema.
    pub schema_id: String,
}

/// One schema, whole.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct SchemaDetail {
    /// The same as in the list.
    pub row: SchemaRow,
    /// What a change starts from.
    pub words: SchemaWords,
    /// Its fields, depth first.
    pub fields: Vec<SchemaField>,
    /// The field groups that it is made of.
    pub field_groups: Vec<SchemaPart>,
    /// The fields that are marked as identities.
    pub identities: Vec<IdentityField>,
    /// Why identities could not be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub identities_problem: Option<AppError>,
    /// What uses it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uses: Option<SchemaUses>,
    /// Why that could not be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uses_problem: Option<AppError>,
    /// Why it cannot be deleted, and the way round.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub keep: Option<String>,
    /// Ids and the like, for Technical details.
    pub technical: Vec<TechnicalDetail>,
    /// The schema as Adobe sent it, as indented JSON.
    pub raw: String,
    /// When this was read, by the session's clock.
    #[cfg_attr(test, ts(type = "number"))]
    pub read_at: i64,
}

/// The words of a schema and the version that they belong to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct SchemaWords {
    /// Its title.
    pub name: String,
    /// What it is for; may be empty.
    pub description: String,
    /// Names the version; means nothing to a person.
    pub version: String,
}

/// One field of a schema.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct SchemaField {
    /// XDM path with dots.
    pub path: String,
    /// The last name of the path.
    pub name: String,
    /// Its title.
    pub title: String,
    /// 0 for the outermost fields.
    pub depth: u32,
    /// Its type.
    pub kind: TargetKind,
    /// A record without it is refused.
    pub required: bool,
    /// How it is marked, if it is an identity.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub identity: Option<IdentityRole>,
}

/// What part an identity plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum IdentityRole {
    /// The one that every record needs.
    Primary,
    /// One more.
    Secondary,
}

/// A field group that a schema is made of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct SchemaPart {
    /// `$id`.
    pub id: String,
    /// Its title, or its id where that could not be read.
    pub title: String,
    /// The organisation's own, not Adobe's.
    pub own: bool,
    /// No other schema uses it.
    pub only_here: bool,
}

/// A field that is marked as an identity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct IdentityField {
    /// Id of the mark.
    pub id: String,
    /// XDM path of the field, with dots.
    pub path: String,
    /// Code of its namespace.
    pub namespace: String,
    /// What part it plays.
    pub role: IdentityRole,
}

/// What uses a schema.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct SchemaUses {
    /// Datasets with records of it.
    pub datasets: Vec<NamedObject>,
    /// Dataflows that write to those datasets.
    pub flows: Vec<NamedObject>,
}

/// Argument of `update_schema`.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct UpdateSchema {
    /// `$id` of the schema.
    pub schema_id: String,
    /// Its title from now on.
    pub name: String,
    /// Its description from now on.
    pub description: String,
    /// What the change started from.
    pub base: SchemaWords,
}

/// Reply of `update_schema`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum SchemaUpdate {
    /// It is as wanted.
    Saved,
    /// Someone else changed the same thing meanwhile. Nothing was sent.
    Changed {
        /// What they made of it: start from this.
        theirs: SchemaWords,
        /// When; milliseconds since 1970.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[cfg_attr(test, ts(optional, type = "number"))]
        at: Option<i64>,
        /// Who; may be empty.
        by: String,
    },
}

/// Argument of `delete_schema`.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct DeleteSchema {
    /// `$id` of the schema.
    pub schema_id: String,
    /// `$id`s of field groups that nothing else uses and that shall go with it.
    pub field_groups: Vec<String>,
}

/// Reply of `delete_schema`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum SchemaDeletion {
    /// It is gone; that was checked.
    Deleted {
        /// What should have gone with it and is still there, in words.
        left: Vec<String>,
    },
    /// Something uses it, so Adobe keeps it. Nothing was changed.
    InUse {
        /// What does.
        uses: SchemaUses,
    },
}

/// A namespace to choose for an identity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct NamespaceChoice {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// What it is for; may be empty.
    pub description: String,
    /// Made by the organisation, not by Adobe.
    pub own: bool,
}

/// Argument of `mark_identity`.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct MarkIdentity {
    /// `$id` of the schema.
    pub schema_id: String,
    /// XDM path of the field, with dots.
    pub path: String,
    /// Code of the namespace.
    pub namespace: String,
    /// As primary identity.
    pub primary: bool,
}

/// Argument of `unmark_identity`.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct UnmarkIdentity {
    /// `$id` of the schema.
    pub schema_id: String,
    /// `IdentityField.id`.
    pub identity_id: String,
}

/// A field group that may be picked for a new schema.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct FieldGroupChoice {
    /// `$id`.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What it is for; may be empty.
    pub description: String,
    /// The organisation's own, not Adobe's.
    pub own: bool,
    /// It goes with events.
    pub events: bool,
    /// It goes with profiles.
    pub profiles: bool,
}
