//! Mapping sets with all their versions: a flow keeps using the version it names.

use serde_json::Value;

use super::Shelved;
use crate::mapping::Line;

/// A mapping set.
#[derive(Clone, Debug)]
pub(crate) struct MappingSet {
    pub(crate) id: String,
    pub(crate) created_ms: i64,
    pub(crate) listed_from_ms: i64,
    pub(crate) client_id: String,
    /// One entry for each version, from 0.
    pub(crate) versions: Vec<MappingVersion>,
}

/// One version of a mapping set.
#[derive(Clone, Debug)]
pub(crate) struct MappingVersion {
    pub(crate) modified_ms: i64,
    pub(crate) schema_id: String,
    pub(crate) schema_content_type: String,
    pub(crate) name: Option<Value>,
    pub(crate) lines: Vec<Line>,
}

impl Shelved for MappingSet {
    fn id(&self) -> &str {
        &self.id
    }

    fn listed_from_ms(&self) -> i64 {
        self.listed_from_ms
    }
}

impl MappingSet {
    /// The newest version.
    pub(crate) fn current(&self) -> &MappingVersion {
        self.versions.last().expect("a mapping set is made with one version")
    }

    /// The number of the newest version.
    pub(crate) fn current_number(&self) -> usize {
        self.versions.len() - 1
    }
}
