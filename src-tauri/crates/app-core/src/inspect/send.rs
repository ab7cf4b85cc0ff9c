//! Sending the good events of an inspection to the webhook address: one after the other, at a bounded rate, each
//! once. The address is read for it and stays here.

use std::sync::Arc;
use std::time::Duration;

use aep_client::flow_service::ResourceState;
use aep_client::{Error, WebhookUrl};

use crate::app::ActiveSession;
use crate::contract::app_state::SandboxKind;
use crate::contract::error::{Action, AppError, ErrorCode, FieldProblem, Owner};
use crate::contract::inspector::{EventOutcome, SendInspected, SentState};
use crate::ports::Timer;
use crate::work::Work;

use super::kept::{Inspected, Sent};

/// The pause after each event: ten a second at most, far below what an endpoint takes.
const PAUSE: Duration = Duration::from_millis(100);

/// What has to be typed before anything is sent: in production the name of the sandbox.
pub(super) fn type_to_confirm(session: &ActiveSession) -> Option<String> {
    let sandbox = &session.info().sandbox;
    (sandbox.kind == SandboxKind::Production).then(|| sandbox.name.clone())
}

/// Starts sending; `Ok` once it has begun. The work itself is the future that comes back.
///
/// # Errors
/// `validation` when production is not confirmed, `conflict` while it is being sent already or looked at, `refused`
/// when nothing is to be sent or the dataflow has no address; what else the platform says.
pub(crate) async fn send(
    inspected: Arc<Inspected>,
    args: &SendInspected,
    timer: Arc<dyn Timer>,
) -> Result<impl Future<Output = ()> + Send + use<>, AppError> {
    let session = Arc::clone(&inspected.session);
    if let Some(wanted) = type_to_confirm(&session)
        && args.confirmation.as_deref().map(str::trim) != Some(wanted.as_str())
    {
        return Err(not_confirmed(&wanted));
    }
    let flow = session.sandbox.flows().get(&inspected.flow_id.as_str().into()).await;
    let flow = flow.map_err(|error| session.explain(&error))?.value;
    if flow.state != ResourceState::Enabled {
        return Err(takes_none());
    }
    let address = flow.webhook_url().ok_or_else(no_address)?;
    let (work, places) = begin(&inspected, args.with_gaps)?;
    Ok(async move {
        let problem = post_all(&inspected, &work, &places, &address, timer.as_ref()).await.err();
        work.end(|shown| shown.problem = problem);
    })
}

/// Enters a sending, unless one is under way.
fn begin(
    inspected: &Inspected,
    with_gaps: bool,
) -> Result<(Arc<Work<Sent>>, Vec<usize>), AppError> {
    let mut sending = inspected.sending.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    if inspected.looking.is_busy() || sending.as_ref().is_some_and(|work| work.is_busy()) {
        return Err(busy());
    }
    let mut places = to_send(inspected, EventOutcome::Good);
    if with_gaps {
        places.extend(to_send(inspected, EventOutcome::Gaps));
        places.sort_unstable();
    }
    if places.is_empty() {
        return Err(nothing_to_send());
    }
    let wanted = u32::try_from(places.len()).unwrap_or(u32::MAX);
    let work = Arc::new(Work::new(Sent { wanted, ..Sent::default() }));
    *sending = Some(Arc::clone(&work));
    Ok((work, places))
}

/// Places of the events with this outcome that were not sent.
pub(super) fn to_send(inspected: &Inspected, outcome: EventOutcome) -> Vec<usize> {
    let known = inspected.known();
    let ready = known.iter().enumerate().filter(|(_, known)| {
        known.sent == SentState::No
            && known.judged.as_ref().is_some_and(|one| one.outcome == outcome)
    });
    ready.map(|(place, _)| place).collect()
}

async fn post_all(
    inspected: &Inspected,
    work: &Work<Sent>,
    places: &[usize],
    address: &WebhookUrl,
    timer: &dyn Timer,
) -> Result<(), AppError> {
    let session = &inspected.session;
    for place in places {
        if work.is_stopping() {
            return Ok(());
        }
        let Some(event) = inspected.text.events[*place].value() else { continue };
        let sent = match session.client.inlet().post(address, event).await {
            Ok(_) => SentState::Accepted,
            // It may have been taken: sending it again could double it.
            Err(Error::OutcomeUnknown { .. }) => SentState::Unclear,
            Err(error) => return Err(session.explain(&error)),
        };
        inspected.known()[*place].sent = sent;
        work.change(|shown| match sent {
            SentState::Accepted => shown.accepted += 1,
            _ => shown.unclear += 1,
        });
        tokio::select! {
            () = timer.sleep(PAUSE) => (),
            () = work.asked_to_stop() => (),
        }
    }
    Ok(())
}

fn not_confirmed(wanted: &str) -> AppError {
    AppError::validation(vec![FieldProblem {
        field: "confirmation".to_owned(),
        message: format!("This is production. Type “{wanted}” to send events."),
    }])
}

fn takes_none() -> AppError {
    AppError::plain(
        ErrorCode::Refused,
        Owner::You,
        Action::Retry,
        "This dataflow does not take events now",
        "It is off, a draft, or changing. Events sent now would be dropped, and nobody would say so.",
    )
}

fn no_address() -> AppError {
    AppError::plain(
        ErrorCode::Refused,
        Owner::Adobe,
        Action::Retry,
        "This dataflow has no webhook address yet",
        "Experience Platform makes it within a few minutes of the dataflow.",
    )
}

fn nothing_to_send() -> AppError {
    AppError::plain(
        ErrorCode::Refused,
        Owner::You,
        Action::Reload,
        "No event is left to send",
        "Only good events are sent, and each of them once.",
    )
}

fn busy() -> AppError {
    AppError::plain(
        ErrorCode::Conflict,
        Owner::You,
        Action::Reload,
        "These events are still worked on",
        "Wait until that is done, or stop it.",
    )
}
