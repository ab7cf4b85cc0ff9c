//! Test events: sent once, followed through the runs.

use std::sync::Arc;

use aep_client::flow_service::Flow;
use aep_client::{Error, FlowId, ListQuery};

use super::ActiveSession;
use crate::App;
use crate::contract::error::{Action, AppError, ErrorCode, Owner};
use crate::contract::test_event::{SendTestEvent, TestEvent, TestEventRef, TestStage};
use crate::monitor::{self, HOUR, SeenFlow};
use crate::run_history;
use crate::tracking::{Record, judge, read_event};

/// Longest label that is kept, in characters.
const LONGEST_LABEL: usize = 100;

impl App {
    /// Sends a test event to the dataflow's webhook address, once. It is real data.
    ///
    /// # Errors
    /// `validation` for the event, what the platform says of the dataflow, `refused` when it has no address yet.
    /// That the endpoint did not take the event is in the reply.
    pub async fn send_test_event(&self, args: SendTestEvent) -> Result<TestEvent, AppError> {
        let session = self.session()?;
        let event = read_event(&args.text)?;
        let id = FlowId::from(args.flow_id.as_str());
        let flow = session.sandbox.flows().get(&id).await;
        let flow = flow.map_err(|error| session.explain(&error))?.value;
        let address = flow.webhook_url().ok_or_else(no_address)?;
        let label: String = args.label.chars().take(LONGEST_LABEL).collect();
        let settling = is_settling(&flow, session.now());
        let mut record =
            Record::new(&args.flow_id, session.now(), &label, args.text.len(), settling);
        keep(&session, &record).await;
        record.content.stage = match session.client.inlet().post(&address, &event).await {
            Ok(accepted) => {
                let received = monitor::millis(accepted.received_time_ms);
                TestStage::Accepted { received_at: received.unwrap_or_else(|| session.now()) }
            }
            // It may have been taken: no more is known than that it was sent.
            Err(Error::OutcomeUnknown { .. }) => TestStage::Sent,
            Err(error) => TestStage::Refused { problem: session.explain(&error) },
        };
        keep(&session, &record).await;
        Ok(record.view(session.now()))
    }

    /// How a test event stands; looks at the run of its hour as long as more may become known.
    ///
    /// # Errors
    /// `not_found` when it is not remembered; what the platform says of the runs.
    pub async fn get_test_event(&self, args: TestEventRef) -> Result<TestEvent, AppError> {
        let session = self.session()?;
        let gone = || AppError::gone("This test event");
        let flow_id = Record::flow_of(&args.test_event_id).ok_or_else(gone)?;
        let kept = kept(&session, flow_id).await?;
        let record = kept.into_iter().find(|record| record.id == args.test_event_id);
        let mut record = record.ok_or_else(gone)?;
        if let Some(received_at) = awaited(&record.content.stage) {
            let stage = look(&session, flow_id, received_at).await?;
            if stage != record.content.stage {
                record.content.stage = stage;
                keep(&session, &record).await;
            }
        }
        Ok(record.view(session.now()))
    }

    /// Test events that were sent to a dataflow from here, newest first; none when they cannot be read.
    pub(super) async fn test_events_of(
        &self,
        session: &Arc<ActiveSession>,
        flow_id: &str,
    ) -> Vec<TestEvent> {
        let kept = kept(session, flow_id).await.unwrap_or_default();
        kept.iter().map(|record| record.view(session.now())).collect()
    }
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

fn is_settling(flow: &Flow, now: i64) -> bool {
    monitor::settles_at(&SeenFlow::from(flow), now).is_some()
}

/// The time of receipt of an event of which more may become known.
fn awaited(stage: &TestStage) -> Option<i64> {
    match stage {
        TestStage::Accepted { received_at }
        | TestStage::InRun { received_at, .. }
        | TestStage::NotSeen { received_at } => Some(*received_at),
        _ => None,
    }
}

/// Reads the runs around the time of receipt.
async fn look(
    session: &ActiveSession,
    flow_id: &str,
    received_at: i64,
) -> Result<TestStage, AppError> {
    let query = ListQuery::runs_of(&flow_id.into());
    let runs = monitor::read_runs(&session.sandbox, query, received_at - HOUR).await;
    let runs = runs.map_err(|error| session.explain(&error))?;
    run_history::note(session, &runs);
    let runs: Vec<_> = runs.iter().map(monitor::run).collect();
    Ok(judge(received_at, &runs, session.now()))
}

/// An event that cannot be kept is still sent and shown; only a restart would forget it.
async fn keep(session: &Arc<ActiveSession>, record: &Record) {
    let Some(row) = record.write() else { return };
    let (history, scope) = (Arc::clone(&session.history), session.scope.clone());
    let kept = tokio::task::spawn_blocking(move || history.put_test_event(&scope, &row)).await;
    if !matches!(kept, Ok(Ok(()))) {
        tracing::warn!("a test event could not be kept on disk");
    }
}

async fn kept(session: &Arc<ActiveSession>, flow_id: &str) -> Result<Vec<Record>, AppError> {
    let (history, scope, flow) =
        (Arc::clone(&session.history), session.scope.clone(), flow_id.to_owned());
    let rows = tokio::task::spawn_blocking(move || history.test_events(&scope, &flow)).await;
    let rows = rows.map_err(|_| AppError::internal("reading test events was interrupted"))?;
    let rows = rows.map_err(AppError::from)?;
    Ok(rows.into_iter().filter_map(Record::read).collect())
}
