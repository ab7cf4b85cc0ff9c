//! The update itself: read, merge, send with the version that was read; read anew when somebody was faster.

use aep_client::flow_service::Flow;
use aep_client::{FlowId, Tagged};

use super::merge::merge;
use super::patch::patch;
use super::schedule::problems;
use super::values::{blocked, settings, values};
use crate::app::ActiveSession;
use crate::contract::change::{FlowSettings, FlowValues, UpdateReply};
use crate::contract::error::{Action, AppError, ErrorCode, Owner};
use crate::monitor::SeenFlow;

/// How often a dataflow is read again that changed between the read and the write.
const READS: usize = 4;

/// The form of a dataflow, read afresh.
///
/// # Errors
/// `not_found`, and what else the platform says.
pub(crate) async fn read_settings(
    session: &ActiveSession,
    id: &FlowId,
) -> Result<FlowSettings, AppError> {
    let flow = read(session, id).await?.value;
    Ok(settings(&flow, session.now()))
}

/// Brings a dataflow from what the person saw to what they want, and keeps what others changed meanwhile.
///
/// # Errors
/// `validation`; `not_found` when it was deleted meanwhile; `refused` while it is changing; `conflict` when it
/// changes each time between read and write; what else the platform says.
pub(crate) async fn update(
    session: &ActiveSession,
    id: &FlowId,
    original: &FlowValues,
    wanted: &FlowValues,
) -> Result<UpdateReply, AppError> {
    for _ in 0..READS {
        let Tagged { etag, value: flow } = read(session, id).await?;
        let now = values(&flow);
        let merge = merge(original, &now, wanted);
        if !merge.clashes.is_empty() {
            let theirs = settings(&flow, session.now());
            return Ok(UpdateReply::Conflict {
                clashes: merge.clashes,
                merged: merge.merged,
                theirs,
            });
        }
        check(session, &flow, &now, &merge.values)?;
        let patch = patch(&flow, &merge.values);
        if !patch.is_empty() {
            match session.sandbox.flows().update(id, &etag, &patch).await {
                Ok(_) => (),
                // Somebody, or a run that was completed, changed it in between: read, and merge anew.
                Err(error) if error.is_stale() => continue,
                // The answer was lost: how it stands tells whether it was done.
                Err(error) if error.may_have_run() && !is_so(session, id, &merge.values).await => {
                    return Err(session.explain(&error));
                }
                Err(error) if error.may_have_run() => (),
                Err(error) => return Err(session.explain(&error)),
            }
        }
        let settings = after(session, id, &flow, merge.values).await;
        return Ok(UpdateReply::Saved { settings, merged: merge.merged });
    }
    Err(keeps_changing())
}

async fn read(session: &ActiveSession, id: &FlowId) -> Result<Tagged<Flow>, AppError> {
    session.sandbox.flows().get(id).await.map_err(|error| session.explain(&error))
}

fn check(
    session: &ActiveSession,
    flow: &Flow,
    now: &FlowValues,
    wanted: &FlowValues,
) -> Result<(), AppError> {
    let problems = problems(now, wanted, session.now());
    if !problems.is_empty() {
        return Err(AppError::validation(problems));
    }
    if blocked(&flow.state).is_some() { Err(AppError::changing()) } else { Ok(()) }
}

async fn is_so(session: &ActiveSession, id: &FlowId, wanted: &FlowValues) -> bool {
    let read = session.sandbox.flows().get(id).await;
    read.is_ok_and(|flow| values(&flow.value) == *wanted)
}

/// The dataflow as it stands after the write; that it cannot be read makes the write no failure.
async fn after(
    session: &ActiveSession,
    id: &FlowId,
    before: &Flow,
    saved: FlowValues,
) -> FlowSettings {
    match session.sandbox.flows().get(id).await {
        Ok(after) => {
            session.flows.put(SeenFlow::from(&after.value));
            settings(&after.value, session.now())
        }
        Err(_) => FlowSettings { values: saved, ..settings(before, session.now()) },
    }
}

fn keeps_changing() -> AppError {
    AppError::plain(
        ErrorCode::Conflict,
        Owner::You,
        Action::Retry,
        "Someone else keeps changing this dataflow",
        "It changed each time between reading and saving. Nothing was saved; what you entered is still here.",
    )
}
