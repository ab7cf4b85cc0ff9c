//! A mapping as a thing of its own, apart from a dataflow: what is asked to make one and to change one.

use serde::{Deserialize, Serialize};

use super::mapping::MappingLine;
use super::resources::ResourceLink;

/// Argument of `create_mapping`.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct CreateMapping {
    /// `$id` of the schema that it maps into.
    pub schema_id: String,
    /// Our own id of the source whose events it maps, such as `pendo`.
    pub source: String,
    /// Its field mappings.
    pub lines: Vec<MappingLine>,
}

/// Names one mapping.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct MappingSetRef {
    /// Its id.
    pub id: String,
}

/// The newest version of a mapping, to be edited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct MappingSetForm {
    /// `$id` of the schema that it maps into.
    pub schema_id: String,
    /// Our own id of the source whose examples have most of its fields.
    pub source: String,
    /// What a change starts from.
    pub version: u32,
    /// The lines.
    pub lines: Vec<MappingLine>,
    /// How many lines this app cannot write, such as fixed texts. With any of them the mapping cannot be saved here.
    pub left_out: u32,
}

/// Argument of `save_mapping_set`.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct SaveMappingSet {
    /// The mapping.
    pub id: String,
    /// The version that was the newest when the person began.
    pub version: u32,
    /// Our own id of the source whose events it maps.
    pub source: String,
    /// The lines of the next version.
    pub lines: Vec<MappingLine>,
}

/// Reply of `save_mapping_set`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum MappingSetUpdate {
    /// There is another version with these lines.
    Saved {
        /// Its number.
        version: u32,
    },
    /// Someone else made another version meanwhile. Nothing was sent.
    Changed {
        /// The newest there is.
        version: u32,
    },
    /// Dataflows use it, so it is changed there. Nothing was sent.
    InUse {
        /// They.
        used_by: Vec<ResourceLink>,
    },
}
