//! The lines of Technical details: what an Adobe administrator or support asks for. Never the webhook address.

use aep_client::flow_service::Flow;

use crate::app::ActiveSession;
use crate::contract::flows::{NamedObject, TechnicalDetail};

/// The lines, in the order in which people ask for them.
pub(super) fn technical(
    session: &ActiveSession,
    flow: &Flow,
    dataset: Option<&NamedObject>,
    schema: Option<&NamedObject>,
) -> Vec<TechnicalDetail> {
    let mut lines = Vec::new();
    let mut add = |label: &str, value: Option<&str>| {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            lines.push(TechnicalDetail { label: label.to_owned(), value: value.to_owned() });
        }
    };
    let mapping = flow.mapping();
    let info = session.info();
    add("Dataflow ID", Some(flow.id.as_str()));
    add("Source connection ID", flow.source_connection_ids.first().map(|id| id.as_str()));
    add("Target connection ID", flow.target_connection_ids.first().map(|id| id.as_str()));
    add("Dataset ID", dataset.map(|dataset| dataset.id.as_str()));
    add("Schema ID", schema.map(|schema| schema.id.as_str()));
    add("Mapping set ID", mapping.as_ref().map(|mapping| mapping.id.as_str()));
    add("Sandbox", Some(&info.sandbox.name));
    add("Organisation ID", Some(&info.organization));
    lines
}
