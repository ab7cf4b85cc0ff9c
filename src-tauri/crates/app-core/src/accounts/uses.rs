//! What uses accounts: their source connections, and the dataflows that read through those.

use std::collections::HashMap;

use aep_client::flow_service::{Flow, SourceConnection};
use aep_client::{Error, Filter, ListQuery, Sandbox};

use crate::contract::accounts::AccountUses;
use crate::contract::flows::NamedObject;

/// Ids in one filter: a request with more of them becomes too long.
const IDS: usize = 40;

/// How many to ask for per page; 200 is known to work, the platform's maximum is not documented.
const PAGE: u32 = 200;

/// What uses each of these accounts. One that nothing uses is not in the reply.
///
/// # Errors
/// What the platform says.
pub(super) async fn read(
    sandbox: &Sandbox,
    accounts: &[&str],
) -> Result<HashMap<String, AccountUses>, Error> {
    let mut sources: Vec<SourceConnection> = Vec::new();
    for ids in accounts.chunks(IDS) {
        let query = ListQuery::new().filter(Filter::any_of("baseConnectionId", ids)).limit(PAGE);
        sources.extend(sandbox.source_connections().all(&query).collect().await?);
    }
    let ids: Vec<&str> = sources.iter().map(|source| source.id.as_str()).collect();
    let mut flows: Vec<Flow> = Vec::new();
    for ids in ids.chunks(IDS) {
        let query =
            ListQuery::new().filter(Filter::any_of("sourceConnectionIds[]", ids)).limit(PAGE);
        flows.extend(sandbox.flows().all(&query).collect().await?);
    }
    Ok(join(&sources, &flows))
}

fn join(sources: &[SourceConnection], flows: &[Flow]) -> HashMap<String, AccountUses> {
    let mut uses: HashMap<String, AccountUses> = HashMap::new();
    for source in sources {
        let Some(account) = &source.base_connection_id else { continue };
        let of_account = uses.entry(account.as_str().to_owned()).or_default();
        let mut used = false;
        for flow in flows.iter().filter(|flow| flow.source_connection_ids.contains(&source.id)) {
            used = true;
            let named = named(flow.id.as_str(), &flow.name);
            if !of_account.flows.contains(&named) {
                of_account.flows.push(named);
            }
        }
        if !used {
            of_account.leftovers.push(named(source.id.as_str(), &source.name));
        }
    }
    uses
}

fn named(id: &str, name: &str) -> NamedObject {
    let name = if name.is_empty() { id } else { name };
    NamedObject { id: id.to_owned(), name: name.to_owned() }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::join;

    fn read<T: serde::de::DeserializeOwned>(value: Value) -> Vec<T> {
        serde_json::from_value(value).unwrap()
    }

    #[test]
    fn a_dataflow_counts_once_and_a_source_without_one_is_left_over() {
        let sources = read(json!([
            { "id": "s1", "name": "one", "baseConnectionId": "a" },
            { "id": "s2", "name": "", "baseConnectionId": "a" },
            { "id": "s3", "name": "three" }
        ]));
        let flows = read(json!([
            { "id": "f", "name": "F", "sourceConnectionIds": ["s1", "s3"] },
            { "id": "g", "sourceConnectionIds": ["s1"] }
        ]));
        let uses = join(&sources, &flows);
        let names = |list: &[crate::contract::flows::NamedObject]| {
            list.iter().map(|one| one.name.clone()).collect::<Vec<_>>()
        };
        assert_eq!(uses.len(), 1);
        assert_eq!(names(&uses["a"].flows), ["F", "g"]);
        assert_eq!(names(&uses["a"].leftovers), ["s2"]);
    }
}
