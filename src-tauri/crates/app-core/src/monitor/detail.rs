//! One dataflow, whole: itself, its runs of two days, and the names of what it joins. Each part is read by
//! itself, so that one that fails takes nothing else along.

use aep_client::flow_service::{Flow, TargetConnection};
use aep_client::{DatasetId, Error, FlowId, ListQuery, SchemaId};

use super::convert::{read_runs, run, runs_seen, sum};
use super::day::began_since;
use super::seen_flow::SeenFlow;
use super::technical::technical;
use super::{HOUR, SETTLING, first_hour};
use crate::app::ActiveSession;
use crate::contract::flows::{FlowDetail, FlowMapping, NamedObject, WebhookAddress};
use crate::run_history;

/// How far back the runs go: two rows of 24 hours.
const TWO_DAYS: i64 = 48 * HOUR;

/// A run that completed so shortly before a change explains it: the platform itself rewrites a dataflow then.
const AFTER_A_RUN: i64 = 2 * 60_000;

/// Reads a dataflow and everything around it; test events are the caller's to add.
///
/// # Errors
/// What the platform says of the dataflow itself.
pub(crate) async fn read_detail(session: &ActiveSession, id: &FlowId) -> Result<FlowDetail, Error> {
    let now = session.now();
    let runs = read_runs(&session.sandbox, ListQuery::runs_of(id), now - TWO_DAYS);
    let flows = session.sandbox.flows();
    let (flow, runs) = tokio::join!(flows.get(id), runs);
    let flow = flow?.value;
    let (source, (target, dataset, schema), mapping) =
        tokio::join!(source(session, &flow), destination(session, &flow), mapping(session, &flow));
    let (runs, runs_problem) = match runs {
        Ok(runs) => (runs, None),
        Err(error) => (Vec::new(), Some(session.explain(&error))),
    };
    run_history::note(session, &runs);
    let seen = SeenFlow::from(&flow);
    Ok(FlowDetail {
        row: seen.row(now, runs_seen(runs.iter(), now)),
        webhook_address: webhook(&flow),
        settles_at: settles_at(&seen, now),
        day: sum(runs.iter().filter(|run| began_since(run, first_hour(now)))),
        runs: runs.iter().map(run).collect(),
        runs_problem,
        source_connection: source,
        target_connection: target,
        technical: technical(session, &flow, dataset.as_ref(), schema.as_ref()),
        dataset,
        schema,
        mapping,
        test_events: Vec::new(),
        read_at: now,
    })
}

/// The address in two parts, so that the window can make the second one stand out.
fn webhook(flow: &Flow) -> Option<WebhookAddress> {
    let endpoint = flow.options.inlet_url.as_ref()?.expose().to_owned();
    let whole = flow.webhook_url()?;
    let query = whole.expose().strip_prefix(endpoint.as_str())?.to_owned();
    Some(WebhookAddress { endpoint, query })
}

/// Until when the dataflow may drop events, while that is in the future: five minutes after it was made, or after
/// a change that no completed run explains.
pub(crate) fn settles_at(flow: &SeenFlow, now: i64) -> Option<i64> {
    let by_a_person = flow.updated_at.filter(|updated| {
        flow.last_run_completed_at()
            .is_none_or(|completed| !(0..AFTER_A_RUN).contains(&(updated - completed)))
    });
    let since = flow.created_at.into_iter().chain(by_a_person).max()?;
    Some(since + SETTLING).filter(|settled| *settled > now)
}

async fn source(session: &ActiveSession, flow: &Flow) -> Option<NamedObject> {
    let id = flow.source_connection_ids.first()?;
    let name = session.sandbox.source_connections().get(id).await.ok().map(|read| read.value.name);
    Some(named(id.as_str(), name))
}

type Destination = (Option<NamedObject>, Option<NamedObject>, Option<NamedObject>);

/// Target connection, dataset and schema.
async fn destination(session: &ActiveSession, flow: &Flow) -> Destination {
    let Some(id) = flow.target_connection_ids.first() else { return (None, None, None) };
    let target = session.sandbox.target_connections().get(id).await.ok().map(|read| read.value);
    let shown = named(id.as_str(), target.as_ref().map(|target| target.name.clone()));
    let Some(target) = target else { return (Some(shown), None, None) };
    let (dataset, schema) = dataset_and_schema(session, &target).await;
    (Some(shown), dataset, schema)
}

async fn dataset_and_schema(
    session: &ActiveSession,
    target: &TargetConnection,
) -> (Option<NamedObject>, Option<NamedObject>) {
    let of_target = target.data.schema.as_ref().and_then(|schema| schema.id.clone());
    let dataset_id = target.params.dataset_id.clone();
    match of_target {
        Some(schema) => {
            let (dataset, schema) =
                tokio::join!(dataset(session, dataset_id), schema_named(session, Some(schema)));
            (dataset.0, schema)
        }
        None => {
            let (dataset, of_dataset) = dataset(session, dataset_id).await;
            (dataset, schema_named(session, of_dataset).await)
        }
    }
}

async fn dataset(
    session: &ActiveSession,
    id: Option<DatasetId>,
) -> (Option<NamedObject>, Option<SchemaId>) {
    let Some(id) = id else { return (None, None) };
    match session.sandbox.datasets().get(&id).await {
        Ok(read) => {
            let schema = read.schema_ref.map(|schema| schema.id);
            (Some(named(id.as_str(), Some(read.name))), schema)
        }
        Err(_) => (Some(named(id.as_str(), None)), None),
    }
}

async fn schema_named(session: &ActiveSession, id: Option<SchemaId>) -> Option<NamedObject> {
    let id = id?;
    let title = session.sandbox.schemas().get(&id).await.ok().map(|read| read.title);
    Some(named(id.as_str(), title))
}

async fn mapping(session: &ActiveSession, flow: &Flow) -> Option<FlowMapping> {
    let mapping = flow.mapping()?;
    let lines = session.sandbox.mapping_sets().get_version(&mapping).await.ok();
    Some(FlowMapping {
        id: mapping.id.as_str().to_owned(),
        version: u32::try_from(mapping.version).ok(),
        lines: lines.and_then(|set| u32::try_from(set.mappings.len()).ok()),
    })
}

/// An object whose name could not be read goes by its id.
fn named(id: &str, name: Option<String>) -> NamedObject {
    let name = name.filter(|name| !name.is_empty()).unwrap_or_else(|| id.to_owned());
    NamedObject { id: id.to_owned(), name }
}

#[cfg(test)]
mod tests {
    use aep_client::flow_service::Flow;
    use serde_json::{Value, json};

    use super::{SETTLING, SeenFlow, settles_at, webhook};

    fn flow(fields: Value) -> Flow {
        let mut flow = json!({ "id": "f-1" });
        flow.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        serde_json::from_value(flow).unwrap()
    }

    const THEN: i64 = 1_800_000_000_000;

    fn settled(fields: Value, now: i64) -> Option<i64> {
        settles_at(&SeenFlow::from(&flow(fields)), now)
    }

    #[test]
    fn a_new_dataflow_settles_for_five_minutes() {
        let fields = json!({ "createdAt": THEN, "updatedAt": THEN });
        assert_eq!(settled(fields.clone(), THEN + 1), Some(THEN + SETTLING));
        assert_eq!(settled(fields, THEN + SETTLING), None);
    }

    #[test]
    fn a_change_by_a_person_starts_it_anew_but_a_completed_run_does_not() {
        let changed = json!({ "createdAt": 1, "updatedAt": THEN,
            "lastRunDetails": { "id": "r", "completedAtUTC": THEN - 3_600_000 } });
        assert_eq!(settled(changed, THEN + 1), Some(THEN + SETTLING));
        let after_a_run = json!({ "createdAt": 1, "updatedAt": THEN,
            "lastRunDetails": { "id": "r", "completedAtUTC": THEN - 4_000 } });
        assert_eq!(settled(after_a_run, THEN + 1), None);
    }

    #[test]
    fn the_address_comes_in_two_parts_that_belong_together() {
        let plain =
            webhook(&flow(json!({ "options": { "inletUrl": "https://h/collection/a" } }))).unwrap();
        assert_eq!(
            (plain.endpoint.as_str(), plain.query.as_str()),
            ("https://h/collection/a", "?x-adobe-flow-id=f-1")
        );
        let query =
            webhook(&flow(json!({ "options": { "inletUrl": "https://h/collection/a?b=c" } })))
                .unwrap();
        assert_eq!(query.query, "&x-adobe-flow-id=f-1");
        assert!(webhook(&flow(json!({}))).is_none());
    }
}
