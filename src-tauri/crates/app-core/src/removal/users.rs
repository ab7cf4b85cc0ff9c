//! Which dataflows use a connection or a mapping set. The platform is asked with a filter; since the fields of that
//! filter are not among the documented ones, the answer counts only when it names the dataflow that is known to use
//! the object. Otherwise every dataflow is read.

use std::collections::{HashMap, HashSet};

use aep_client::flow_service::Flow;
use aep_client::{Filter, ListQuery, Result, Sandbox};

use crate::contract::flows::NamedObject;
use crate::contract::removal::RemovalKind;

/// How many ids one filter names.
const BLOCK: usize = 40;
/// How many dataflows to ask for per page.
const PAGE: u32 = 200;

/// Who uses what.
#[derive(Debug, Default)]
pub(crate) struct Users(HashMap<String, Vec<NamedObject>>);

impl Users {
    /// The dataflows that use this object, without those of these ids.
    pub(crate) fn others<'a>(
        &'a self,
        object_id: &str,
        but: impl Fn(&str) -> bool + 'a,
    ) -> impl Iterator<Item = &'a NamedObject> {
        let all = self.0.get(object_id).map(Vec::as_slice).unwrap_or_default();
        all.iter().filter(move |flow| !but(&flow.id))
    }

    fn add(&mut self, flow: &Flow) {
        let name = if flow.name.is_empty() { flow.id.to_string() } else { flow.name.clone() };
        for id in objects_of(flow) {
            let users = self.0.entry(id).or_default();
            if !users.iter().any(|user| user.id == flow.id.as_str()) {
                users.push(NamedObject { id: flow.id.to_string(), name: name.clone() });
            }
        }
    }

    fn knows(&self, flow: &Flow) -> bool {
        objects_of(flow).iter().all(|id| {
            self.0.get(id).is_some_and(|users| users.iter().any(|user| user.id == flow.id.as_str()))
        })
    }
}

/// Ids of everything that a dataflow joins.
pub(super) fn objects_of(flow: &Flow) -> Vec<String> {
    let sources = flow.source_connection_ids.iter().map(ToString::to_string);
    let targets = flow.target_connection_ids.iter().map(ToString::to_string);
    let mapping = flow.mapping().map(|mapping| mapping.id.to_string());
    sources.chain(targets).chain(mapping).collect()
}

/// Who uses what these dataflows join.
///
/// # Errors
/// What kept the dataflows from being listed.
pub(crate) async fn of_flows(sandbox: &Sandbox, flows: &[&Flow]) -> Result<Users> {
    let mut users = Users::default();
    let sources = distinct(flows, |flow| strings(&flow.source_connection_ids));
    let targets = distinct(flows, |flow| strings(&flow.target_connection_ids));
    let mappings = distinct(flows, |flow| {
        flow.mapping().map(|used| used.id.to_string()).into_iter().collect()
    });
    for (field, ids) in [
        ("sourceConnectionIds[]", sources),
        ("targetConnectionIds[]", targets),
        ("transformations[].params.mappingId", mappings),
    ] {
        for block in ids.chunks(BLOCK) {
            let block: Vec<&str> = block.iter().map(String::as_str).collect();
            let query = ListQuery::new().filter(Filter::any_of(field, &block)).limit(PAGE);
            match sandbox.flows().all(&query).collect().await {
                Ok(found) => found.iter().for_each(|flow| users.add(flow)),
                Err(error) if error.status() == Some(400) => return of_all(sandbox).await,
                Err(error) => return Err(error),
            }
        }
    }
    if flows.iter().all(|flow| users.knows(flow)) { Ok(users) } else { of_all(sandbox).await }
}

/// Who uses this object. Where the platform guards it, an empty answer of a filter is enough.
///
/// # Errors
/// What kept the dataflows from being listed.
pub(crate) async fn of_object(sandbox: &Sandbox, kind: RemovalKind, id: &str) -> Result<Users> {
    let field = match kind {
        RemovalKind::SourceConnection => "sourceConnectionIds[]",
        RemovalKind::TargetConnection => "targetConnectionIds[]",
        _ => return of_all(sandbox).await,
    };
    let query = ListQuery::new().filter(Filter::equal(field, id)).limit(PAGE);
    match sandbox.flows().all(&query).collect().await {
        Ok(found) => {
            let mut users = Users::default();
            found.iter().for_each(|flow| users.add(flow));
            Ok(users)
        }
        Err(error) if error.status() == Some(400) => of_all(sandbox).await,
        Err(error) => Err(error),
    }
}

/// Who uses what, from every dataflow of the sandbox.
///
/// # Errors
/// What kept the dataflows from being listed.
pub(crate) async fn of_all(sandbox: &Sandbox) -> Result<Users> {
    let mut users = Users::default();
    let mut pages = sandbox.flows().all(&ListQuery::new().limit(PAGE));
    while let Some(page) = pages.next().await {
        page?.iter().for_each(|flow| users.add(flow));
    }
    Ok(users)
}

fn strings<T: ToString>(ids: &[T]) -> Vec<String> {
    ids.iter().map(ToString::to_string).collect()
}

fn distinct(flows: &[&Flow], ids: impl Fn(&Flow) -> Vec<String>) -> Vec<String> {
    let mut seen = HashSet::new();
    let all = flows.iter().flat_map(|flow| ids(flow));
    all.filter(|id| seen.insert(id.clone())).collect()
}
