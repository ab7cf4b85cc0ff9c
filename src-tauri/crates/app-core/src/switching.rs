//! Switching dataflows on and off: a fresh read right before each change, the version that was read with it, and
//! one outcome for each dataflow, so that one that fails takes no other along.

use std::sync::Arc;

use aep_client::flow_service::{Flow, ResourceState};
use aep_client::{ETag, Error, FlowId, Tagged};

use crate::app::ActiveSession;
use crate::contract::error::{Action, AppError, ErrorCode, Owner};
use crate::contract::flows::FlowState;
use crate::contract::switching::{SwitchOutcome, SwitchedFlow};
use crate::monitor::{SeenFlow, flow_state};
use crate::side_by_side;

/// How often a dataflow is read again that somebody changed between the read and the switch.
const READS: usize = 3;

/// Switches these dataflows, side by side; the outcomes come in the order of the ids.
pub(crate) async fn switch_all(
    session: &Arc<ActiveSession>,
    ids: Vec<String>,
    on: bool,
) -> Vec<SwitchedFlow> {
    let switch_one = |id: String| {
        let session = Arc::clone(session);
        async move { switch(&session, &id, on).await }
    };
    side_by_side::each(ids, switch_one).await
}

/// Switches one dataflow.
pub(crate) async fn switch(session: &ActiveSession, id: &str, on: bool) -> SwitchedFlow {
    let flow_id = FlowId::from(id);
    let mut known = None;
    for _ in 0..READS {
        let Tagged { etag, value: flow } = match session.sandbox.flows().get(&flow_id).await {
            Ok(read) => read,
            Err(error) => return failed(id, known.as_ref(), session.explain(&error)),
        };
        let flow = known.insert(flow);
        if is_so(flow, on) {
            return outcome(flow, SwitchOutcome::AlreadySo);
        }
        if let Some(problem) = forbidden(flow) {
            return failed(id, known.as_ref(), problem);
        }
        match send(session, &flow_id, &etag, on).await {
            Ok(()) => return read_again(session, flow, on).await,
            // Somebody, or a run that was completed, changed it in between: read, and decide anew.
            Err(error) if error.is_stale() => {}
            // The answer was lost: how it stands tells whether it was done.
            Err(error) if error.may_have_run() => {
                return after_a_lost_answer(session, flow, on, &error).await;
            }
            Err(error) => return failed(id, known.as_ref(), session.explain(&error)),
        }
    }
    failed(id, known.as_ref(), keeps_changing())
}

async fn send(
    session: &ActiveSession,
    id: &FlowId,
    etag: &ETag,
    on: bool,
) -> aep_client::Result<()> {
    let flows = session.sandbox.flows();
    let sent = if on { flows.enable(id, etag).await } else { flows.disable(id, etag).await };
    sent.map(drop)
}

/// The dataflow as it stands after the switch; that it cannot be read makes the switch no failure.
async fn read_again(session: &ActiveSession, before: &Flow, on: bool) -> SwitchedFlow {
    match session.sandbox.flows().get(&before.id).await {
        Ok(after) => {
            session.flows.put(SeenFlow::from(&after.value));
            outcome(&after.value, SwitchOutcome::Switched)
        }
        Err(_) => {
            let state = if on { ResourceState::Enabled } else { ResourceState::Disabled };
            outcome(&Flow { state, ..before.clone() }, SwitchOutcome::Switched)
        }
    }
}

async fn after_a_lost_answer(
    session: &ActiveSession,
    before: &Flow,
    on: bool,
    lost: &Error,
) -> SwitchedFlow {
    match session.sandbox.flows().get(&before.id).await {
        Ok(after) if is_so(&after.value, on) => {
            session.flows.put(SeenFlow::from(&after.value));
            outcome(&after.value, SwitchOutcome::Switched)
        }
        Ok(after) => failed(before.id.as_str(), Some(&after.value), session.explain(lost)),
        Err(_) => failed(before.id.as_str(), Some(before), session.explain(lost)),
    }
}

fn is_so(flow: &Flow, on: bool) -> bool {
    matches!((&flow.state, on), (ResourceState::Enabled, true) | (ResourceState::Disabled, false))
}

/// What the state does not allow, said before the platform refuses it in numbers (1420 to 1422, 1457).
fn forbidden(flow: &Flow) -> Option<AppError> {
    match flow_state(&flow.state) {
        FlowState::On | FlowState::Off | FlowState::Unknown { .. } => None,
        FlowState::Changing { .. } => Some(AppError::changing()),
        FlowState::Draft => Some(AppError::plain(
            ErrorCode::Refused,
            Owner::You,
            Action::Retry,
            "A draft can be neither on nor off",
            "It takes no events yet. Publish it first, on its page.",
        )),
    }
}

fn keeps_changing() -> AppError {
    AppError::plain(
        ErrorCode::Conflict,
        Owner::You,
        Action::Retry,
        "Someone else keeps changing this dataflow",
        "It changed each time between reading and switching. Nothing was switched.",
    )
}

fn outcome(flow: &Flow, outcome: SwitchOutcome) -> SwitchedFlow {
    let state = Some(flow_state(&flow.state));
    SwitchedFlow {
        flow_id: flow.id.to_string(),
        name: name_of(flow),
        outcome,
        state,
        problem: None,
    }
}

fn failed(id: &str, flow: Option<&Flow>, problem: AppError) -> SwitchedFlow {
    SwitchedFlow {
        flow_id: id.to_owned(),
        name: flow.map_or_else(|| id.to_owned(), name_of),
        outcome: SwitchOutcome::Failed,
        state: flow.map(|flow| flow_state(&flow.state)),
        problem: Some(problem),
    }
}

fn name_of(flow: &Flow) -> String {
    if flow.name.is_empty() { flow.id.to_string() } else { flow.name.clone() }
}
