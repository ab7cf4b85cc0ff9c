//! Mappings: which field of an event goes into which field of the schema. A mapping set has mostly no name of its
//! own, so it is known by the dataflow that uses it.

use aep_client::data_prep::{MappingSet, Source};
use aep_client::{Result, Sandbox};

use super::names::{Names, link, schemas, text};
use crate::contract::change::ShownLine;
use crate::contract::flows::NamedObject;
use crate::contract::resources::{LinkKind, ResourceFact, ResourceLink, ResourceRow};
use crate::monitor::millis;

/// The rows of all mapping sets.
///
/// # Errors
/// What kept them from being listed.
pub(super) async fn rows(sandbox: &Sandbox) -> Result<Vec<ResourceRow>> {
    let sets = sandbox.mapping_sets();
    let (read, titles) = tokio::join!(sets.all().collect(), schemas(sandbox));
    Ok(read?.iter().map(|set| row(set, &titles)).collect())
}

/// The row of one mapping set, without a name from those who use it.
pub(super) fn row(set: &MappingSet, titles: &Names) -> ResourceRow {
    let schema = set.schema().and_then(|id| titles.get(id)).cloned().unwrap_or_default();
    ResourceRow {
        id: set.id.to_string(),
        name: set.name.clone().unwrap_or_default(),
        about: schema,
        lines: u32::try_from(set.mappings.len()).ok(),
        created_at: millis(set.created_date),
        updated_at: millis(set.modified_date),
        created_by: text(&set.extra, "createdBy"),
        updated_by: text(&set.extra, "modifiedBy"),
        ..ResourceRow::default()
    }
}

/// Gives a row without a name one: after a dataflow that uses it, else after its schema, else its id.
pub(super) fn name_by_users(row: &mut ResourceRow, users: &[&NamedObject]) {
    if !row.name.is_empty() {
        return;
    }
    row.name = match (users, row.about.as_str()) {
        ([first, ..], _) => format!("Mapping of “{}”", first.name),
        ([], "") => row.id.clone(),
        ([], schema) => format!("Mapping into “{schema}”"),
    };
}

/// The schema that it maps into.
pub(super) fn uses(set: &MappingSet, titles: &Names) -> Vec<ResourceLink> {
    set.schema().map(|id| link(LinkKind::Schema, id, titles.get(id))).into_iter().collect()
}

/// What is to be known of a mapping set.
pub(super) fn facts(set: &MappingSet) -> Vec<ResourceFact> {
    let fact = |label: &str, value: String| ResourceFact { label: label.to_owned(), value };
    let mut facts = vec![fact("Field mappings", set.mappings.len().to_string())];
    facts.extend(set.version.map(|version| fact("Newest version", version.to_string())));
    let status = set.status.as_deref().map(|status| match status.to_ascii_uppercase().as_str() {
        "PUBLISHED" => "Published".to_owned(),
        "DRAFT" => "Draft".to_owned(),
        _ => format!("Unknown: “{status}”"),
    });
    facts.extend(status.map(|status| fact("State", status)));
    facts
}

/// Its lines, as they are shown.
pub(super) fn lines(set: &MappingSet) -> Vec<ShownLine> {
    let lines = set.mappings.iter().map(|line| ShownLine {
        source: line.source.as_ref().map(Source::as_str).unwrap_or_default().to_owned(),
        calculated: matches!(line.source, Some(Source::Expression(_))),
        target: line.destination.clone(),
    });
    lines.collect()
}

#[cfg(test)]
mod tests {
    use super::{NamedObject, ResourceRow, name_by_users};

    #[test]
    fn a_mapping_without_a_name_is_known_by_what_uses_it() {
        let flow = NamedObject { id: "f".to_owned(), name: "NPS".to_owned() };
        let named = |name: &str, about: &str, users: &[&NamedObject]| {
            let (id, name, about) = ("m".to_owned(), name.to_owned(), about.to_owned());
            let mut row = ResourceRow { id, name, about, ..ResourceRow::default() };
            name_by_users(&mut row, users);
            row.name
        };
        assert_eq!(named("Own", "Events", &[&flow]), "Own");
        assert_eq!(named("", "Events", &[&flow]), "Mapping of “NPS”");
        assert_eq!(named("", "Events", &[]), "Mapping into “Events”");
        assert_eq!(named("", "", &[]), "m");
    }
}
