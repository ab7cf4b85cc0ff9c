//! The plan: every dataflow is read with what it joins, and the application keeps what it read until the plan is
//! started, so that a change in between shows.

use std::collections::HashMap;
use std::sync::Arc;

use aep_client::flow_service::{Flow, ResourceState};
use local_history::Scope;
use uuid::Uuid;

use crate::app::ActiveSession;
use crate::contract::app_state::SandboxKind;
use crate::contract::error::AppError;
use crate::contract::removal::{DeletionPlan, PlannedFlow, PlannedRemoval, RemovalState, RowState};
use crate::monitor::{self, SeenFlow};
use crate::side_by_side;
use crate::starter::source_of_spec;

use super::entry::{Object, PlannedAs, Row};
use super::needs::Needs;
use super::snapshot::Snapshot;
use super::tree::{Place, tree};
use super::users;
use super::whole::{Whole, read};

/// How many dataflows one reading of days may name.
const DAYS: usize = 50;

/// A plan as the application keeps it.
#[derive(Debug, Clone)]
pub(crate) struct Plan {
    /// As the window shows it.
    pub(crate) shown: DeletionPlan,
    /// Where it belongs.
    pub(crate) scope: Scope,
    /// What will be removed, if it is started.
    pub(crate) rows: Vec<Row>,
}

/// Makes a plan.
///
/// # Errors
/// What kept the other dataflows from being read; what concerns one dataflow alone is in its line.
pub(crate) async fn make(
    session: &Arc<ActiveSession>,
    flow_ids: Vec<String>,
) -> Result<Plan, AppError> {
    let read_one = |id: String| {
        let session = Arc::clone(session);
        async move { (read(&session, &id).await, id) }
    };
    let wholes = side_by_side::each(flow_ids, read_one).await;
    let flows: Vec<&Flow> =
        wholes.iter().filter_map(|(whole, _)| Some(&whole.as_ref().ok()?.flow)).collect();
    let users = users::of_flows(&session.sandbox, &flows).await;
    let users = users.map_err(|error| session.explain(&error))?;
    let planned: Vec<&str> = flows.iter().map(|flow| flow.id.as_str()).collect();
    let received = received(session, &planned).await;
    let needs = needs(session, &wholes).await;
    let place = Place { planned: &planned, users: &users, needs: needs.as_ref() };
    let (mut shown, mut rows) = (Vec::new(), Vec::new());
    for (whole, id) in &wholes {
        match whole {
            Ok(whole) => {
                let objects = tree(whole, &place);
                rows.push(row(whole, &objects));
                shown.push(line(whole, objects, received.get(id).copied()));
            }
            Err(error) => shown.push(unplanned(session, id, session.explain(error))),
        }
    }
    let type_to_confirm = type_to_confirm(session, &rows);
    let plan_id = Uuid::new_v4().to_string();
    let shown = DeletionPlan { plan_id, flows: shown, type_to_confirm };
    Ok(Plan { shown, scope: session.scope.clone(), rows })
}

/// What else needs dataset and schema: asked where they can be chosen, which is for one dataflow alone. That it could
/// not be read is no reason to stop, since they then stay.
async fn needs(
    session: &ActiveSession,
    wholes: &[(aep_client::Result<Whole>, String)],
) -> Option<Needs> {
    match wholes {
        [(Ok(whole), _)] => Needs::of(&session.sandbox, whole).await.ok(),
        _ => None,
    }
}

/// In production the name of the dataflow; for many the name of the sandbox.
fn type_to_confirm(session: &ActiveSession, rows: &[Row]) -> Option<String> {
    let sandbox = &session.info().sandbox;
    match rows {
        _ if sandbox.kind != SandboxKind::Production => None,
        [] => None,
        [one] => Some(one.name.clone()),
        _ => Some(sandbox.name.clone()),
    }
}

/// Events received in the last 24 hours, where that is reported. It is told for a decision, so that a failure to
/// read it is no reason to stop.
async fn received(session: &ActiveSession, ids: &[&str]) -> HashMap<String, u64> {
    let mut received = HashMap::new();
    for block in ids.chunks(DAYS) {
        let block: Vec<String> = block.iter().map(|id| (*id).to_owned()).collect();
        let days = monitor::read_days(session, &block).await.unwrap_or_default();
        let counted = days.into_iter().filter_map(|day| Some((day.flow_id, day.total.received?)));
        received.extend(counted);
    }
    received
}

fn line(whole: &Whole, objects: Vec<PlannedRemoval>, received: Option<u64>) -> PlannedFlow {
    let row = SeenFlow::from(&whole.flow).row(0, monitor::RunsSeen::default());
    PlannedFlow {
        flow_id: row.id,
        name: row.name,
        state: Some(row.state),
        source: Some(row.source),
        received,
        remark: remark(&whole.flow.state),
        objects,
        problem: None,
    }
}

fn unplanned(session: &ActiveSession, id: &str, problem: AppError) -> PlannedFlow {
    let known = session.flows.get(id).map(|flow| flow.row(0, monitor::RunsSeen::default()));
    PlannedFlow {
        flow_id: id.to_owned(),
        name: known.map_or_else(|| id.to_owned(), |row| row.name),
        state: None,
        source: None,
        received: None,
        remark: None,
        objects: Vec::new(),
        problem: Some(problem),
    }
}

fn remark(state: &ResourceState) -> Option<String> {
    let words = match state {
        ResourceState::Enabled | ResourceState::Other(_) => return None,
        ResourceState::Disabled => "It is off: events sent now are not ingested anyway.",
        ResourceState::Draft => "It is a draft and receives nothing yet.",
        _ => {
            "It is changing at the moment. Experience Platform may refuse until that has settled, which takes a few minutes."
        }
    };
    Some(words.to_owned())
}

fn row(whole: &Whole, objects: &[PlannedRemoval]) -> Row {
    let flow = &whole.flow;
    let objects = objects.iter().filter(|object| match object.kind {
        kind if kind.stays_unless_chosen() => object.optional,
        kind => kind.step().is_some(),
    });
    Row {
        name: whole.name(),
        flow: Some(PlannedAs::of(flow, whole.etag.as_str())),
        source: flow
            .source_spec()
            .and_then(|spec| source_of_spec(spec.as_str()))
            .map(|source| source.id.clone()),
        state: RowState::Waiting,
        objects: objects.map(object).collect(),
        problem: None,
        removed_at: None,
        snapshot: Some(Snapshot::of(whole)),
    }
}

fn object(planned: &PlannedRemoval) -> Object {
    let state = if planned.deleted { RemovalState::Waiting } else { RemovalState::Stays };
    Object {
        kind: planned.kind,
        id: planned.id.clone(),
        name: planned.name.clone(),
        state,
        because: (!planned.deleted).then(|| planned.sentence.clone()),
    }
}
