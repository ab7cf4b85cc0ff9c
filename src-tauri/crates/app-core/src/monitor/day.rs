//! The last 24 hours of many dataflows at once, for the small charts: one listing of runs for all of them, since
//! the platform's filter takes several ids.

use std::collections::HashMap;

use aep_client::flow_service::FlowRun;
use aep_client::{Error, Filter, ListQuery};

use super::convert::{counts, evidence_since, millis, read_runs, runs_seen, sum};
use super::seen_flow::SeenFlow;
use super::{DAY_HOURS, HOUR, first_hour};
use crate::app::ActiveSession;
use crate::contract::runs::{FlowDay, Hour};
use crate::run_history;

/// The last 24 hours of these dataflows; one that does not exist any more is left out.
///
/// # Errors
/// What the platform says.
pub(crate) async fn read_days(
    session: &ActiveSession,
    flow_ids: &[String],
) -> Result<Vec<FlowDay>, Error> {
    if flow_ids.is_empty() {
        return Ok(Vec::new());
    }
    let now = session.now();
    let first = first_hour(now);
    let ids: Vec<&str> = flow_ids.iter().map(String::as_str).collect();
    let query = ListQuery::new().filter(Filter::any_of("flowId", &ids));
    let (runs, flows) =
        tokio::join!(read_runs(&session.sandbox, query, evidence_since(now)), known(session, &ids));
    let (runs, flows) = (runs?, flows?);
    run_history::note(session, &runs);
    let mut by_flow: HashMap<&str, Vec<&FlowRun>> = HashMap::new();
    for run in &runs {
        if let Some(flow) = &run.flow_id {
            by_flow.entry(flow.as_str()).or_default().push(run);
        }
    }
    let day = |flow: &SeenFlow| {
        let runs = by_flow.get(flow.id.as_str()).map(Vec::as_slice).unwrap_or_default();
        FlowDay {
            flow_id: flow.id.clone(),
            hours: hours(runs, first),
            total: sum(runs.iter().copied().filter(|run| began_since(run, first))),
            status: flow.status(now, runs_seen(runs.iter().copied(), now)),
        }
    };
    Ok(flows.iter().map(day).collect())
}

/// Whether a run began at this moment or later.
pub(super) fn began_since(run: &FlowRun, since: i64) -> bool {
    millis(run.metrics.duration.started_at).is_some_and(|began| began >= since)
}

fn hours(runs: &[&FlowRun], first: i64) -> Vec<Hour> {
    (0..DAY_HOURS)
        .map(|place| {
            let start = first + place * HOUR;
            let within = |run: &&&FlowRun| {
                millis(run.metrics.duration.started_at)
                    .is_some_and(|began| (start..start + HOUR).contains(&began))
            };
            Hour { start, counts: runs.iter().find(within).map(|run| counts(run)) }
        })
        .collect()
}

/// The dataflows themselves: from the last reading, or asked for when they were not part of it.
async fn known(session: &ActiveSession, ids: &[&str]) -> Result<Vec<SeenFlow>, Error> {
    let missing: Vec<&str> =
        ids.iter().copied().filter(|id| session.flows.get(id).is_none()).collect();
    let mut asked = Vec::new();
    if !missing.is_empty() {
        let query = ListQuery::new().filter(Filter::any_of("id", &missing));
        asked = session.sandbox.flows().all(&query).collect().await?;
    }
    let asked: Vec<SeenFlow> = asked.iter().map(SeenFlow::from).collect();
    let find = |id: &&str| {
        session.flows.get(id).or_else(|| asked.iter().find(|flow| flow.id == **id).cloned())
    };
    Ok(ids.iter().filter_map(find).collect())
}

#[cfg(test)]
mod tests {
    use aep_client::flow_service::FlowRun;
    use serde_json::json;

    use super::{HOUR, first_hour, hours};

    #[test]
    fn the_current_hour_is_the_last_of_24_and_a_missing_run_leaves_a_gap() {
        let now = 1_800_000_000_000 + 20 * 60_000;
        let first = first_hour(now);
        assert_eq!(first + 23 * HOUR, 1_800_000_000_000 / HOUR * HOUR);
        let run: FlowRun = serde_json::from_value(json!({ "id": "r", "metrics": {
            "durationSummary": { "startedAtUTC": first + 2 * HOUR },
            "recordSummary": { "inputRecordCount": 0 } } }))
        .unwrap();
        let hours = hours(&[&run], first);
        assert_eq!(hours.len(), 24);
        assert!(hours[1].counts.is_none() && hours[3].counts.is_none());
        assert_eq!(hours[2].counts.unwrap().received, Some(0), "an hour with 0 is no gap");
    }
}
