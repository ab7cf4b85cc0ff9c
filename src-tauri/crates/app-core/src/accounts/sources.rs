//! The sources that accounts can be made for, and the names of those that accounts are of.

use std::collections::HashMap;

use aep_client::flow_service::{AuthSpec, ConnectionSpec};
use aep_client::{Error, ListQuery, Sandbox};

use super::form::{Mapped, map};
use crate::contract::accounts::AccountSource;
use crate::monitor::names;

/// What a source is called that nobody knows.
pub(super) const UNKNOWN: &str = "Unknown source";

/// How many to ask for per page: what public clients send.
const PAGE: u32 = 100;

/// Sources with at least one way to sign in, by name.
///
/// # Errors
/// What the platform says.
pub(crate) async fn offered(sandbox: &Sandbox) -> Result<Vec<AccountSource>, Error> {
    let specs = read(sandbox).await?;
    let mut sources: Vec<AccountSource> = specs
        .iter()
        .filter(|spec| !spec.auth_spec.is_empty())
        .map(|spec| AccountSource {
            spec_id: spec.id.as_str().to_owned(),
            name: name(spec),
            ways: spec.auth_spec.iter().map(|way| map(way).form).collect(),
        })
        .collect();
    sources.sort_by_key(|source| source.name.to_lowercase());
    Ok(sources)
}

/// Names of sources by the ids of their specs. One that cannot be read is no reason to show no account.
pub(crate) async fn source_names(sandbox: &Sandbox) -> HashMap<String, String> {
    let specs = read(sandbox).await.unwrap_or_default();
    specs.iter().map(|spec| (spec.id.as_str().to_owned(), name(spec))).collect()
}

async fn read(sandbox: &Sandbox) -> Result<Vec<ConnectionSpec>, Error> {
    sandbox.connection_specs().all(&ListQuery::new().limit(PAGE)).collect().await
}

/// The name that a source is known by here, or the one that the platform sent.
pub(super) fn name(spec: &ConnectionSpec) -> String {
    let own = names::known(spec.id.as_str()).map(str::to_owned);
    let sent = || Some(spec.name.clone()).filter(|name| !name.is_empty());
    own.or_else(sent).unwrap_or_else(|| UNKNOWN.to_owned())
}

/// One way of a source to sign in, by its name.
pub(super) fn way(spec: &ConnectionSpec, name: &str) -> Option<Mapped> {
    let found: Option<&AuthSpec> = spec.auth_spec.iter().find(|way| way.name == name);
    found.map(map)
}
