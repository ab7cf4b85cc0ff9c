//! Source connections: where events come from.

use aep_client::flow_service::SourceConnection;
use aep_client::{ListQuery, Result, Sandbox};
use serde_json::Value;

use super::list::PAGE;
use super::names::{Names, link, or_id, source, text};
use crate::accounts::source_names;
use crate::contract::resources::{LinkKind, ResourceFact, ResourceLink, ResourceRow};
use crate::monitor::{flow_state, millis};

/// The rows of all source connections.
///
/// # Errors
/// What kept them from being listed.
pub(super) async fn rows(sandbox: &Sandbox) -> Result<Vec<ResourceRow>> {
    let (connections, query) = (sandbox.source_connections(), ListQuery::new().limit(PAGE));
    let (read, names) = tokio::join!(connections.all(&query).collect(), source_names(sandbox));
    Ok(read?.iter().map(|connection| row(connection, &names)).collect())
}

/// The row of one source connection.
pub(super) fn row(connection: &SourceConnection, sources: &Names) -> ResourceRow {
    ResourceRow {
        id: connection.id.to_string(),
        name: or_id(&connection.name, connection.id.as_str()),
        description: connection.description.clone().unwrap_or_default(),
        about: source(spec(connection), sources),
        state: Some(flow_state(&connection.state)),
        created_at: millis(connection.created_at),
        updated_at: millis(connection.updated_at),
        created_by: text(&connection.extra, "createdBy"),
        updated_by: text(&connection.extra, "updatedBy"),
        ..ResourceRow::default()
    }
}

/// The id of the kind of source.
pub(super) fn spec(connection: &SourceConnection) -> &str {
    connection.connection_spec.as_ref().map(|spec| spec.id.as_str()).unwrap_or_default()
}

/// The account that it reads with, if it has one.
pub(super) fn uses(connection: &SourceConnection, account: Option<&String>) -> Vec<ResourceLink> {
    let id = connection.base_connection_id.as_ref().map(|id| id.as_str());
    id.map(|id| link(LinkKind::Account, id, account)).into_iter().collect()
}

/// What is to be known of a source connection.
pub(super) fn facts(connection: &SourceConnection, row: &ResourceRow) -> Vec<ResourceFact> {
    let fact = |label: &str, value: &str| ResourceFact {
        label: label.to_owned(),
        value: value.to_owned(),
    };
    let format = connection.extra.get("data").and_then(|data| data.get("format"));
    let account = if connection.base_connection_id.is_some() { "Needed" } else { "None needed" };
    vec![
        fact("Source", &row.about),
        fact("Format", &format_word(format.and_then(Value::as_str))),
        fact("Account", account),
    ]
}

/// A format as people write it.
pub(super) fn format_word(format: Option<&str>) -> String {
    match format {
        Some("json") => "JSON".to_owned(),
        Some("parquet_xdm") => "Parquet, already as the schema wants it".to_owned(),
        Some(other) => other.to_owned(),
        None => "Not reported".to_owned(),
    }
}
