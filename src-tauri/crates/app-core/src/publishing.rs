//! Turning a draft that was made elsewhere into a dataflow: its connections first, where they are drafts too, then
//! the dataflow itself, each against the version that was read right before.

use aep_client::flow_service::{Flow, ResourceState};
use aep_client::{Error, FlowId, Tagged};

use crate::app::ActiveSession;
use crate::contract::error::{Action, AppError, ErrorCode, Owner};
use crate::monitor::SeenFlow;

/// How often a dataflow is read again that somebody changed between the read and the publishing.
const READS: usize = 3;

/// Publishes a draft. One that somebody else has published meanwhile is as wanted.
///
/// # Errors
/// `not_found`; `refused` when it has no mapping or is no draft; `conflict` when it keeps changing; what else the
/// platform says.
pub(crate) async fn publish(session: &ActiveSession, id: &FlowId) -> Result<(), AppError> {
    let explain = |error: Error| session.explain(&error);
    for _ in 0..READS {
        let Tagged { etag, value: flow } =
            session.sandbox.flows().get(id).await.map_err(explain)?;
        if !needs_publishing(&flow)? {
            return Ok(());
        }
        publish_connections(session, &flow).await.map_err(explain)?;
        match session.sandbox.flows().publish(id, &etag).await {
            Ok(_) => {
                note(session, id).await;
                return Ok(());
            }
            // Somebody changed it in between, or the answer was lost: how it stands decides.
            Err(error) if error.is_stale() || error.may_have_run() => {}
            Err(error) => return Err(explain(error)),
        }
    }
    Err(AppError::plain(
        ErrorCode::Conflict,
        Owner::You,
        Action::Retry,
        "Someone else keeps changing this dataflow",
        "It changed each time between reading and publishing, so it is still a draft.",
    ))
}

/// What a draft needs, said before the platform refuses it in numbers (1328, 1421).
fn needs_publishing(flow: &Flow) -> Result<bool, AppError> {
    let refused = |title: &str, hint: &str| {
        Err(AppError::plain(ErrorCode::Refused, Owner::You, Action::Reload, title, hint))
    };
    match flow.state {
        ResourceState::Draft if flow.mapping().is_none() => refused(
            "This draft has no mapping yet",
            "Without one, nobody knows which field goes where. Add it where the draft was made, or connect the source \
             anew here and delete the draft.",
        ),
        ResourceState::Draft => Ok(true),
        ResourceState::Enabled | ResourceState::Disabled => Ok(false),
        _ => refused(
            "This dataflow is changing at the moment",
            "Experience Platform takes no other change until that has settled, which takes a few minutes.",
        ),
    }
}

/// A dataflow cannot be published while one of its connections is a draft.
async fn publish_connections(session: &ActiveSession, flow: &Flow) -> aep_client::Result<()> {
    let sources = session.sandbox.source_connections();
    for id in &flow.source_connection_ids {
        let read = sources.get(id).await?;
        if read.value.state == ResourceState::Draft {
            sources.publish(id, &read.etag).await?;
        }
    }
    let targets = session.sandbox.target_connections();
    for id in &flow.target_connection_ids {
        let read = targets.get(id).await?;
        if read.value.state == ResourceState::Draft {
            targets.publish(id, &read.etag).await?;
        }
    }
    Ok(())
}

/// The list shows it at once; that it cannot be read makes the publishing no failure.
async fn note(session: &ActiveSession, id: &FlowId) {
    if let Ok(after) = session.sandbox.flows().get(id).await {
        session.flows.put(SeenFlow::from(&after.value));
    }
}
