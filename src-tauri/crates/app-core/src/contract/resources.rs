//! Datasets, source connections, target connections and mappings: lists, one of them whole, and what is asked to
//! make, change and delete one.

use serde::{Deserialize, Serialize};

use super::change::ShownLine;
use super::error::AppError;
use super::flows::{FlowState, TechnicalDetail};

/// What can be listed and looked at by the commands of this file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum ResourceKind {
    /// Where events are kept.
    Dataset,
    /// Where events come from.
    SourceConnection,
    /// Where events go.
    TargetConnection,
    /// Which field goes where.
    Mapping,
}

/// Names the list that is wanted.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct ListResources {
    /// Of what.
    pub kind: ResourceKind,
}

/// Every resource of one kind in the sandbox.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct ResourceList {
    /// All of them, by name.
    pub rows: Vec<ResourceRow>,
    /// Why it could not be read how many dataflows use them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uses_problem: Option<AppError>,
    /// When this was read, by the session's clock.
    #[cfg_attr(test, ts(type = "number"))]
    pub read_at: i64,
}

/// One resource in the list.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct ResourceRow {
    /// Its id.
    pub id: String,
    /// Its name; where it has none, what it is known by.
    pub name: String,
    /// What it is for; may be empty.
    pub description: String,
    /// What tells it from others: its source, its dataset or its schema, by name; may be empty.
    pub about: String,
    /// Whether it is usable; none for what has no such state.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<FlowState>,
    /// How many field mappings it has; of mappings alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lines: Option<u32>,
    /// How many dataflows use it, where that could be read.
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

/// Names one resource.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct ResourceRef {
    /// What it is.
    pub kind: ResourceKind,
    /// Its id.
    pub id: String,
}

/// One resource, whole.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct ResourceDetail {
    /// The same as in the list.
    pub row: ResourceRow,
    /// What is to be known of it, in order.
    pub facts: Vec<ResourceFact>,
    /// What a change starts from; absent where nothing of it can be changed here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub words: Option<ResourceWords>,
    /// What cannot be changed here and the way round it, in a sentence or two; may be empty.
    pub fixed: String,
    /// What is lost when it is deleted, in a sentence or two.
    pub lost: String,
    /// What it uses.
    pub uses: Vec<ResourceLink>,
    /// What uses it, dataflows first, where that could be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub used_by: Option<Vec<ResourceLink>>,
    /// Why that could not be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uses_problem: Option<AppError>,
    /// Field mappings; of mappings alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lines: Option<Vec<ShownLine>>,
    /// Ids and the like, for Technical details.
    pub technical: Vec<TechnicalDetail>,
    /// When this was read, by the session's clock.
    #[cfg_attr(test, ts(type = "number"))]
    pub read_at: i64,
}

/// One thing that is to be known of a resource.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct ResourceFact {
    /// What, such as "Format".
    pub label: String,
    /// Its value, as people say it.
    pub value: String,
}

/// Another object that a resource uses or is used by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct ResourceLink {
    /// What it is.
    pub kind: LinkKind,
    /// Its id.
    pub id: String,
    /// Its name; its id where it has none or it could not be read.
    pub name: String,
}

/// What a link leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum LinkKind {
    /// A dataflow.
    Dataflow,
    /// A schema.
    Schema,
    /// A dataset.
    Dataset,
    /// A source connection.
    SourceConnection,
    /// A target connection.
    TargetConnection,
    /// A mapping.
    Mapping,
    /// An account.
    Account,
}

/// What can be changed of a resource, and the version that it belongs to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct ResourceWords {
    /// Its name.
    pub name: String,
    /// What it is for; may be empty.
    pub description: String,
    /// Its tags; of datasets alone.
    pub tags: Vec<ResourceTag>,
    /// Names the version; means nothing to a person.
    pub version: String,
}

/// One tag of a dataset.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct ResourceTag {
    /// Its key.
    pub key: String,
    /// Its values.
    pub values: Vec<String>,
    /// It means something to the platform, so it is not changed here.
    pub fixed: bool,
}

/// Argument of `update_resource`.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct UpdateResource {
    /// What it is.
    pub kind: ResourceKind,
    /// Its id.
    pub id: String,
    /// Its name from now on.
    pub name: String,
    /// Its description from now on.
    pub description: String,
    /// Its tags from now on; those that are fixed count as they are.
    pub tags: Vec<ResourceTag>,
    /// What the change started from.
    pub base: ResourceWords,
}

/// Reply of `update_resource`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum ResourceUpdate {
    /// It is as wanted, together with what somebody else changed meanwhile.
    Saved,
    /// Someone else changed the same thing meanwhile. Nothing was sent.
    Changed {
        /// What they made of it: start from this.
        theirs: ResourceWords,
        /// When; milliseconds since 1970.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[cfg_attr(test, ts(optional, type = "number"))]
        at: Option<i64>,
        /// Who; may be empty.
        by: String,
    },
}

/// Argument of `delete_resource`.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct DeleteResource {
    /// What it is.
    pub kind: ResourceKind,
    /// Its id.
    pub id: String,
    /// What was typed, where the sandbox is a production one: the name.
    #[serde(default)]
    pub confirmation: Option<String>,
}

/// Reply of `delete_resource`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum ResourceDeletion {
    /// It is gone; that was checked.
    Deleted,
    /// Dataflows use it. Nothing was changed.
    InUse {
        /// They.
        used_by: Vec<ResourceLink>,
    },
    /// The platform does not delete such resources here. Nothing was changed.
    NotOffered {
        /// What that means, and the way round it.
        hint: String,
    },
}

/// A resource as the platform shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct ResourceJson {
    /// JSON text with line breaks; what may be secret in it is hidden.
    pub text: String,
}

/// Argument of `create_source_connection`.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct CreateSourceConnection {
    /// Our own id of the source, such as `pendo`.
    pub source_id: String,
    /// Its name.
    pub name: String,
    /// What it is for; may be empty.
    pub description: String,
}

/// Argument of `create_target_connection`.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct CreateTargetConnection {
    /// Id of the dataset that events shall go to.
    pub dataset_id: String,
    /// Its name.
    pub name: String,
    /// What it is for; may be empty.
    pub description: String,
}

/// Argument of `create_dataset`.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct CreateDataset {
    /// `$id` of the schema of its records.
    pub schema_id: String,
    /// Its name.
    pub name: String,
    /// What it is for; may be empty.
    pub description: String,
    /// Whether the platform keeps the reasons why records were refused.
    pub error_diagnostics: bool,
    /// Tags of one's own.
    pub tags: Vec<ResourceTag>,
}
