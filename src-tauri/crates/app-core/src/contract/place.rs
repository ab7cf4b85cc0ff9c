//! The place that a recipe describes: what a new schema and a new dataset are made like.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::schema_form::SchemaClass;

/// Tags of a dataset: values by key.
pub type Tags = BTreeMap<String, Vec<String>>;

/// What a new schema and its dataset are made like.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct PlaceShape {
    /// The organisation's own fields: JSON Schema properties below its namespace. Without any, there is no field
    /// group of its own.
    #[cfg_attr(test, ts(type = "Record<string, unknown>"))]
    pub fields: Map<String, Value>,
    /// What its records are.
    #[serde(default)]
    pub class: SchemaClass,
    /// `$id`s of Adobe's field groups that are part of it.
    #[serde(default)]
    pub field_groups: Vec<String>,
    /// Fields that say whom a record is about.
    #[serde(default)]
    pub identities: Vec<PlaceIdentity>,
    /// Tags of the dataset.
    #[serde(default)]
    pub tags: Tags,
    /// What the recipe has and this place will not, in sentences: said before it is made, and again afterwards.
    #[serde(default)]
    pub left_out: Vec<String>,
}

/// A field that says whom a record is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct PlaceIdentity {
    /// Its whole path in the record, with dots.
    pub path: String,
    /// Code of the namespace.
    pub namespace: String,
    /// As primary identity: a record in which it is empty is refused.
    #[serde(default)]
    pub primary: bool,
}
