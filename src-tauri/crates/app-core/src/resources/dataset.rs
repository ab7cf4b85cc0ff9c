//! Datasets: where the records of events are kept.

use aep_client::catalog::Dataset;
use aep_client::{Result, Sandbox};
use serde_json::{Map, Value};

use super::names::{Names, link, or_id, schemas, text};
use crate::contract::resources::{LinkKind, ResourceFact, ResourceLink, ResourceRow, ResourceTag};
use crate::dataset_tags::is_platforms;
use crate::monitor::millis;

/// The rows of all datasets.
///
/// # Errors
/// What kept them from being listed.
pub(super) async fn rows(sandbox: &Sandbox) -> Result<Vec<ResourceRow>> {
    let datasets = sandbox.datasets();
    let (read, titles) = tokio::join!(datasets.all().collect(), schemas(sandbox));
    Ok(read?.iter().map(|dataset| row(dataset, &titles)).collect())
}

/// The row of one dataset.
pub(super) fn row(dataset: &Dataset, titles: &Names) -> ResourceRow {
    let schema = dataset.schema_ref.as_ref().and_then(|schema| titles.get(schema.id.as_str()));
    ResourceRow {
        id: dataset.id.to_string(),
        name: or_id(&dataset.name, dataset.id.as_str()),
        description: dataset.description.clone().unwrap_or_default(),
        about: schema.cloned().unwrap_or_default(),
        created_at: millis(dataset.created),
        updated_at: millis(dataset.updated),
        created_by: text(&dataset.extra, "createdUser"),
        updated_by: text(&dataset.extra, "updatedUser"),
        ..ResourceRow::default()
    }
}

/// The schema that its records follow.
pub(super) fn uses(dataset: &Dataset, titles: &Names) -> Vec<ResourceLink> {
    let schema = dataset.schema_ref.as_ref().map(|schema| schema.id.as_str());
    schema.map(|id| link(LinkKind::Schema, id, titles.get(id))).into_iter().collect()
}

/// What is to be known of a dataset.
pub(super) fn facts(dataset: &Dataset) -> Vec<ResourceFact> {
    let fact = |label: &str, value: String| ResourceFact { label: label.to_owned(), value };
    let mut facts = vec![
        fact("Schema version", version(dataset)),
        fact("Format", format(&dataset.extra)),
        fact("Error diagnostics", diagnostics(&dataset.extra)),
        fact("Profile", profile(&dataset.tags)),
    ];
    let tags = tags(&dataset.tags);
    let shown: Vec<String> = tags.iter().filter(|tag| !tag.fixed).map(spelt).collect();
    facts.push(fact("Tags", if shown.is_empty() { "None".to_owned() } else { shown.join(", ") }));
    facts
}

fn spelt(tag: &ResourceTag) -> String {
    format!("{}: {}", tag.key, tag.values.join(", "))
}

/// The major version in a content type such as `application/vnd.adobe.xed-full+json; version=1.0`.
fn version(dataset: &Dataset) -> String {
    let sent = dataset.schema_ref.as_ref().map(|schema| schema.content_type.as_str());
    let number = sent.and_then(|sent| sent.split("version=").nth(1));
    let major = number.map(|number| number.split('.').next().unwrap_or(number).trim());
    major.filter(|major| !major.is_empty()).unwrap_or("Not reported").to_owned()
}

fn format(extra: &Map<String, Value>) -> String {
    let sent = extra.get("fileDescription").and_then(|file| file.get("format"));
    match sent.and_then(Value::as_str) {
        Some(format) if format.eq_ignore_ascii_case("parquet") => "Parquet".to_owned(),
        Some(format) => format.to_owned(),
        None => "Chosen by Experience Platform".to_owned(),
    }
}

fn diagnostics(extra: &Map<String, Value>) -> String {
    match extra.get("enableErrorDiagnostics").and_then(Value::as_bool) {
        Some(true) => "Kept".to_owned(),
        Some(false) => "Not kept".to_owned(),
        None => "Not reported".to_owned(),
    }
}

/// The working form is `unifiedProfile: ["enabled:true"]`; pages also write it with a blank.
fn profile(tags: &Map<String, Value>) -> String {
    let values = values(tags.get("unifiedProfile"));
    let says = |wanted: &str| values.iter().any(|value| value.replace(' ', "") == wanted);
    match (says("enabled:true"), says("isUpsert:true")) {
        (true, true) => "Takes its records, and lets later ones replace values".to_owned(),
        (true, false) => "Takes its records".to_owned(),
        (false, _) => "Does not take its records".to_owned(),
    }
}

/// The tags of a dataset, by key.
pub(super) fn tags(sent: &Map<String, Value>) -> Vec<ResourceTag> {
    let mut tags: Vec<ResourceTag> = sent
        .iter()
        .map(|(key, value)| ResourceTag {
            key: key.clone(),
            values: values(Some(value)),
            fixed: is_fixed(key, value),
        })
        .collect();
    tags.sort_by(|one, other| one.key.cmp(&other.key));
    tags
}

/// Whether a tag is left as it is: the platform's own, or of a shape that a list of words cannot show.
pub(super) fn is_fixed(key: &str, value: &Value) -> bool {
    let plain = value.as_array().is_some_and(|values| values.iter().all(Value::is_string));
    !plain || is_platforms(key)
}

fn values(sent: Option<&Value>) -> Vec<String> {
    let word = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    match sent {
        Some(Value::Array(values)) => values.iter().map(word).collect(),
        Some(value) => vec![word(value)],
        None => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{facts, tags};

    fn said(dataset: serde_json::Value) -> Vec<String> {
        let facts = facts(&serde_json::from_value(dataset).unwrap());
        facts.into_iter().map(|fact| format!("{}: {}", fact.label, fact.value)).collect()
    }

    #[test]
    fn a_dataset_is_put_into_words_whatever_the_spelling() {
        let content_type = "application/vnd.adobe.xed-full-notext+json; version=1.0";
        let full = json!({ "id": "d", "schemaRef": { "id": "s", "contentType": content_type },
            "fileDescription": { "format": "parquet" }, "enableErrorDiagnostics": true,
            "tags": { "unifiedProfile": ["enabled: true"], "team": ["web", "shop"], "adobe/pqs": ["x"] } });
        let expected = [
            "Schema version: 1",
            "Format: Parquet",
            "Error diagnostics: Kept",
            "Profile: Takes its records",
            "Tags: team: web, shop",
        ];
        assert_eq!(said(full), expected);
        let bare = said(json!({ "id": "d" }));
        assert_eq!(bare[0], "Schema version: Not reported");
        assert_eq!(bare[4], "Tags: None");
    }

    #[test]
    fn tags_that_the_platform_reads_or_that_are_no_words_stay_as_they_are() {
        let sent = json!({ "team": ["web"], "acp_granular": ["x"], "odd": { "a": 1 } });
        let fixed: Vec<_> =
            tags(sent.as_object().unwrap()).into_iter().map(|tag| (tag.key, tag.fixed)).collect();
        let expected = [("acp_granular", true), ("odd", true), ("team", false)];
        assert_eq!(fixed, expected.map(|(key, fixed)| (key.to_owned(), fixed)));
    }
}
