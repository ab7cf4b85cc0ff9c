//! What of a resource can be changed, read afresh, and a change sent against exactly the version that was read.

use aep_client::catalog::{DatasetChange, Versioned};
use aep_client::flow_service::{SourceConnection, TargetConnection};
use aep_client::{ETag, Patch, Result, Tagged};
use serde_json::{Map, Value, json};

use super::dataset::{is_fixed, tags};
use super::names::text;
use crate::app::ActiveSession;
use crate::contract::resources::{ResourceKind, ResourceTag, ResourceWords};
use crate::monitor::millis;

/// A resource as it stands: what can be changed of it, and by whom it was changed last.
pub(super) struct Fresh {
    /// What can be changed.
    pub(super) words: ResourceWords,
    /// When it was changed last.
    pub(super) at: Option<i64>,
    /// By whom; may be empty.
    pub(super) by: String,
    etag: Option<ETag>,
    described: bool,
    tags: Map<String, Value>,
}

/// Reads it. A mapping has nothing that can be changed by itself.
///
/// # Errors
/// `not_found`, and what else the platform says.
pub(super) async fn read(
    session: &ActiveSession,
    kind: ResourceKind,
    id: &str,
) -> Result<Option<Fresh>> {
    let sandbox = &session.sandbox;
    Ok(Some(match kind {
        ResourceKind::Dataset => of_dataset(&sandbox.datasets().get_versioned(&id.into()).await?),
        ResourceKind::SourceConnection => {
            of_source(&sandbox.source_connections().get(&id.into()).await?)
        }
        ResourceKind::TargetConnection => {
            of_target(&sandbox.target_connections().get(&id.into()).await?)
        }
        ResourceKind::Mapping => return Ok(None),
    }))
}

/// What can be changed of a dataset. Where Catalog names no version, the time of its last change stands for one.
pub(super) fn of_dataset(read: &Versioned) -> Fresh {
    let Versioned { etag, value: dataset } = read;
    let at = millis(dataset.updated);
    let version = etag.as_ref().map(|etag| etag.as_str().to_owned());
    let words = ResourceWords {
        name: dataset.name.clone(),
        description: dataset.description.clone().unwrap_or_default(),
        tags: tags(&dataset.tags),
        version: version.or(at.map(|at| at.to_string())).unwrap_or_default(),
    };
    Fresh {
        words,
        at,
        by: text(&dataset.extra, "updatedUser"),
        etag: etag.clone(),
        described: dataset.description.is_some(),
        tags: dataset.tags.clone(),
    }
}

/// What can be changed of a source connection.
pub(super) fn of_source(read: &Tagged<SourceConnection>) -> Fresh {
    let connection = &read.value;
    let description = connection.description.as_deref();
    Fresh {
        at: millis(connection.updated_at),
        by: text(&connection.extra, "updatedBy"),
        ..of_connection(&connection.name, description, &read.etag)
    }
}

/// What can be changed of a target connection.
pub(super) fn of_target(read: &Tagged<TargetConnection>) -> Fresh {
    let connection = &read.value;
    let description = connection.description.as_deref();
    Fresh {
        at: millis(connection.updated_at),
        by: text(&connection.extra, "updatedBy"),
        ..of_connection(&connection.name, description, &read.etag)
    }
}

fn of_connection(name: &str, description: Option<&str>, etag: &ETag) -> Fresh {
    let words = ResourceWords {
        name: name.to_owned(),
        description: description.unwrap_or_default().to_owned(),
        tags: Vec::new(),
        version: etag.as_str().to_owned(),
    };
    Fresh {
        words,
        at: None,
        by: String::new(),
        etag: Some(etag.clone()),
        described: description.is_some(),
        tags: Map::new(),
    }
}

/// Sends what differs from the version that was read.
///
/// # Errors
/// HTTP 412 when somebody else was quicker, and what else the platform says.
pub(super) async fn write(
    session: &ActiveSession,
    kind: ResourceKind,
    id: &str,
    fresh: &Fresh,
    wanted: &ResourceWords,
) -> Result<()> {
    let sandbox = &session.sandbox;
    let etag = fresh.etag.as_ref();
    match (kind, etag) {
        (ResourceKind::Dataset, etag) => {
            let change = fresh.as_dataset_change(wanted);
            sandbox.datasets().update(&id.into(), etag, &change).await
        }
        (ResourceKind::SourceConnection, Some(etag)) => {
            let patch = fresh.as_patch(wanted);
            sandbox.source_connections().update(&id.into(), etag, &patch).await.map(drop)
        }
        (ResourceKind::TargetConnection, Some(etag)) => {
            let patch = fresh.as_patch(wanted);
            sandbox.target_connections().update(&id.into(), etag, &patch).await.map(drop)
        }
        (
            ResourceKind::Mapping | ResourceKind::SourceConnection | ResourceKind::TargetConnection,
            _,
        ) => Ok(()),
    }
}

impl Fresh {
    /// Whether it is as wanted.
    pub(super) fn is(&self, wanted: &ResourceWords) -> bool {
        self.words.name == wanted.name
            && self.words.description == wanted.description
            && own_tags(&self.words.tags) == own_tags(&wanted.tags)
    }

    fn as_patch(&self, wanted: &ResourceWords) -> Patch {
        let mut patch = Patch::new();
        if self.words.name != wanted.name {
            patch = patch.replace("/name", wanted.name.as_str());
        }
        if self.words.description != wanted.description {
            let text = wanted.description.as_str();
            patch = match self.described {
                true => patch.replace("/description", text),
                false => patch.add("/description", text),
            };
        }
        patch
    }

    fn as_dataset_change(&self, wanted: &ResourceWords) -> DatasetChange {
        let differs = |theirs: &str, ours: &str| (theirs != ours).then(|| ours.to_owned());
        let same = own_tags(&self.words.tags) == own_tags(&wanted.tags);
        DatasetChange {
            name: differs(&self.words.name, &wanted.name),
            description: differs(&self.words.description, &wanted.description),
            tags: (!same).then(|| self.tags_with(&wanted.tags)),
        }
    }

    /// All tags: those that are fixed as they are, and one's own as wanted. Catalog replaces them whole.
    fn tags_with(&self, wanted: &[ResourceTag]) -> Map<String, Value> {
        let fixed = self.tags.iter().filter(|(key, value)| is_fixed(key, value));
        let mut all: Map<String, Value> =
            fixed.map(|(key, value)| (key.clone(), value.clone())).collect();
        for tag in own_tags(wanted) {
            all.insert(tag.key.clone(), json!(tag.values));
        }
        all
    }
}

/// The tags that may be changed here.
pub(super) fn own_tags(tags: &[ResourceTag]) -> Vec<&ResourceTag> {
    let mut own: Vec<&ResourceTag> = tags.iter().filter(|tag| !tag.fixed).collect();
    own.sort_by(|one, other| one.key.cmp(&other.key));
    own
}

#[cfg(test)]
mod tests {
    use aep_client::catalog::Versioned;
    use serde_json::json;

    use super::of_dataset;
    use crate::contract::resources::ResourceTag;

    #[test]
    fn tags_that_are_fixed_are_sent_along_and_those_taken_away_are_not() {
        let value = json!({ "id": "d", "name": "n", "tags": {
            "unifiedProfile": ["enabled:true"], "team": ["web"], "old": ["x"] } });
        let fresh =
            of_dataset(&Versioned { etag: None, value: serde_json::from_value(value).unwrap() });
        let mut wanted = fresh.words.clone();
        assert!(fresh.is(&wanted) && fresh.as_dataset_change(&wanted).is_empty());
        wanted.tags.retain(|tag| tag.key != "old" && !tag.fixed);
        let (key, values) = ("place".to_owned(), vec!["EU".to_owned()]);
        wanted.tags.push(ResourceTag { key, values, fixed: false });
        let change = serde_json::to_value(fresh.as_dataset_change(&wanted)).unwrap();
        let expected =
            json!({ "unifiedProfile": ["enabled:true"], "team": ["web"], "place": ["EU"] });
        assert_eq!(change, json!({ "tags": expected }));
    }
}
