//! Target connections: where events go.

use aep_client::flow_service::TargetConnection;
use aep_client::{ListQuery, Result, Sandbox};

use super::list::PAGE;
use super::names::{Names, datasets, link, or_id, text};
use super::source::format_word;
use crate::contract::resources::{LinkKind, ResourceFact, ResourceLink, ResourceRow};
use crate::monitor::{flow_state, millis};

/// The rows of all target connections.
///
/// # Errors
/// What kept them from being listed.
pub(super) async fn rows(sandbox: &Sandbox) -> Result<Vec<ResourceRow>> {
    let (connections, query) = (sandbox.target_connections(), ListQuery::new().limit(PAGE));
    let (read, names) = tokio::join!(connections.all(&query).collect(), datasets(sandbox));
    Ok(read?.iter().map(|connection| row(connection, &names)).collect())
}

/// The row of one target connection.
pub(super) fn row(connection: &TargetConnection, datasets: &Names) -> ResourceRow {
    let dataset = connection.params.dataset_id.as_ref().map(|id| id.as_str());
    let about = dataset.map(|id| datasets.get(id).map_or_else(|| id.to_owned(), Clone::clone));
    ResourceRow {
        id: connection.id.to_string(),
        name: or_id(&connection.name, connection.id.as_str()),
        description: connection.description.clone().unwrap_or_default(),
        about: about.unwrap_or_default(),
        state: Some(flow_state(&connection.state)),
        created_at: millis(connection.created_at),
        updated_at: millis(connection.updated_at),
        created_by: text(&connection.extra, "createdBy"),
        updated_by: text(&connection.extra, "updatedBy"),
        ..ResourceRow::default()
    }
}

/// The dataset that it leads to, and the schema that it names itself.
pub(super) fn uses(
    connection: &TargetConnection,
    datasets: &Names,
    schemas: &Names,
) -> Vec<ResourceLink> {
    let dataset = connection.params.dataset_id.as_ref().map(|id| id.as_str());
    let schema = connection.data.schema.as_ref().and_then(|schema| schema.id.as_ref());
    let dataset = dataset.map(|id| link(LinkKind::Dataset, id, datasets.get(id)));
    let schema = schema.map(|id| link(LinkKind::Schema, id.as_str(), schemas.get(id.as_str())));
    dataset.into_iter().chain(schema).collect()
}

/// What is to be known of a target connection.
pub(super) fn facts(connection: &TargetConnection, row: &ResourceRow) -> Vec<ResourceFact> {
    let fact = |label: &str, value: &str| ResourceFact {
        label: label.to_owned(),
        value: value.to_owned(),
    };
    let dataset = if row.about.is_empty() { "None named" } else { &row.about };
    vec![fact("Dataset", dataset), fact("Format", &format_word(connection.data.format.as_deref()))]
}
