//! A change of a dataset: the members that shall be other than they are. Catalog replaces each member whole.

use serde::Serialize;
use serde_json::{Map, Value};

/// What shall be changed; what is left out stays.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct DatasetChange {
    /// Another name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Another description.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// All tags from now on, those that stay included.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<Map<String, Value>>,
}

impl DatasetChange {
    /// Nothing would change.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::DatasetChange;

    #[test]
    fn only_what_changes_is_sent() {
        let change = DatasetChange { name: Some("n".to_owned()), ..DatasetChange::default() };
        assert_eq!(serde_json::to_value(&change).unwrap(), json!({ "name": "n" }));
        assert!(!change.is_empty() && DatasetChange::default().is_empty());
    }
}
