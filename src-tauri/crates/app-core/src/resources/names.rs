//! Names of what resources refer to. A name that cannot be read is no reason not to show what has one.

use std::collections::HashMap;

use aep_client::Sandbox;
use serde_json::{Map, Value};

use crate::contract::resources::{LinkKind, ResourceLink};
use crate::monitor::names;

/// What a source is called that nobody knows.
const UNKNOWN: &str = "Unknown source";

/// Names by id.
pub(super) type Names = HashMap<String, String>;

/// The name of a source by the id of its spec: ours, or what the organisation's own list says.
pub(super) fn source(spec: &str, offered: &Names) -> String {
    let known = names::known(spec).map(str::to_owned);
    known.or_else(|| offered.get(spec).cloned()).unwrap_or_else(|| UNKNOWN.to_owned())
}

/// Titles of the organisation's schemas.
pub(super) async fn schemas(sandbox: &Sandbox) -> Names {
    let read = sandbox.schemas().all().collect().await.unwrap_or_default();
    read.into_iter().map(|schema| (schema.id.to_string(), schema.title)).collect()
}

/// Names of the datasets.
pub(super) async fn datasets(sandbox: &Sandbox) -> Names {
    let read = sandbox.datasets().all().collect().await.unwrap_or_default();
    read.into_iter().map(|dataset| (dataset.id.to_string(), dataset.name)).collect()
}

/// A name, or the id where there is none.
pub(super) fn or_id(name: &str, id: &str) -> String {
    if name.is_empty() { id.to_owned() } else { name.to_owned() }
}

/// A link whose name may be missing.
pub(super) fn link(kind: LinkKind, id: &str, name: Option<&String>) -> ResourceLink {
    let name = or_id(name.map(String::as_str).unwrap_or_default(), id);
    ResourceLink { kind, id: id.to_owned(), name }
}

/// A text that the platform sent under this key; empty when there is none.
pub(super) fn text(extra: &Map<String, Value>, key: &str) -> String {
    extra.get(key).and_then(Value::as_str).unwrap_or_default().to_owned()
}
