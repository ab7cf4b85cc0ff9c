//! Looking how a replacement stands: both dataflows and the runs of the new one, read anew.

use aep_client::flow_service::ResourceState;
use aep_client::{Error, FlowId, ListQuery};
use local_history::StoredReplacement;

use super::stage::{Flow, Known, doubles, stage, words};
use crate::app::ActiveSession;
use crate::contract::flows::NamedObject;
use crate::contract::replacement::Replacement;
use crate::contract::setup::SetupState;
use crate::kept::on_disk;
use crate::monitor::read_runs;
use crate::run_history;
use crate::starter::source_of_spec;

/// How a replacement stands. What cannot be read is told, and takes it no stage further.
pub(crate) async fn look(
    session: &ActiveSession,
    kept: &StoredReplacement,
    setup: Option<SetupState>,
    new_name: &str,
) -> Replacement {
    let mut problem = None;
    let mut note = |error: Error| {
        problem.get_or_insert(session.explain(&error));
    };
    let old = read(session, &kept.old_flow_id).await.map_err(&mut note);
    let new = match &kept.new_flow_id {
        Some(id) => read(session, id).await.map_err(&mut note),
        None => Ok(Seen::default()),
    };
    let ingested = match (&kept.new_flow_id, &new) {
        (Some(id), Ok(Seen { flow: Flow::On | Flow::Off, .. })) => {
            ingested(session, id, kept.begun_at).await.map_err(&mut note)
        }
        _ => Ok(0),
    };
    let own = match &kept.new_flow_id {
        Some(id) => test_events(session, id).await,
        None => 0,
    };
    let (old, new) = (old.unwrap_or_default(), new.unwrap_or_default());
    let (old_name, new_name) = (
        old.name.unwrap_or_else(|| kept.old_name.clone()),
        new.name.unwrap_or(new_name.to_owned()),
    );
    let source = new.source.or(old.source).unwrap_or("the source");
    let known = Known {
        setup,
        source,
        old_name: &old_name,
        new_name: &new_name,
        old: old.flow,
        new: new.flow,
        pasted: kept.pasted_at.is_some(),
        ingested: ingested.unwrap_or_default().saturating_sub(own),
    };
    let stage = stage(&known);
    let (title, text) = words(&known, stage);
    Replacement {
        setup_id: kept.setup_id.clone(),
        stage,
        title,
        text,
        source: source.to_owned(),
        old_is_gone: known.old == Flow::Gone,
        doubles: doubles(&known),
        begun_at: kept.begun_at,
        problem,
        new: kept.new_flow_id.clone().map(|id| NamedObject { id, name: new_name }),
        old: NamedObject { id: kept.old_flow_id.clone(), name: old_name },
    }
}

#[derive(Debug)]
struct Seen {
    flow: Flow,
    name: Option<String>,
    /// Name of its source.
    source: Option<&'static str>,
}

impl Default for Seen {
    fn default() -> Self {
        Self { flow: Flow::Unknown, name: None, source: None }
    }
}

async fn read(session: &ActiveSession, id: &str) -> Result<Seen, Error> {
    match session.sandbox.flows().get(&FlowId::from(id)).await {
        Ok(read) => {
            let flow = match read.value.state {
                ResourceState::Disabled | ResourceState::Draft => Flow::Off,
                _ => Flow::On,
            };
            let spec = read.value.source_spec();
            let source = spec.and_then(|spec| source_of_spec(spec.as_str()));
            Ok(Seen {
                flow,
                source: source.map(|source| source.name.as_str()),
                name: Some(read.value.name).filter(|name| !name.is_empty()),
            })
        }
        Err(error) if error.is_not_found() => Ok(Seen { flow: Flow::Gone, ..Seen::default() }),
        Err(error) => Err(error),
    }
}

/// Test events that went to the new dataflow from here. They prove nothing about the address in the source, so they do not
/// count; nor does anything while it cannot be told how many there were.
async fn test_events(session: &ActiveSession, id: &str) -> u64 {
    let (scope, id) = (session.scope.clone(), id.to_owned());
    let sent = on_disk(&session.history, move |history| history.test_events(&scope, &id)).await;
    sent.map_or(u64::MAX, |sent| sent.len() as u64)
}

/// Events that a dataflow has ingested since it was made.
async fn ingested(session: &ActiveSession, id: &str, since: i64) -> Result<u64, Error> {
    const HOUR: i64 = crate::monitor::HOUR;
    let query = ListQuery::runs_of(&FlowId::from(id));
    // The run of the hour in which it was made began before it.
    let runs = read_runs(&session.sandbox, query, since - HOUR).await?;
    run_history::note(session, &runs);
    Ok(runs.iter().filter_map(|run| run.metrics.records.output).sum())
}
