//! Dataflows as they were read last, and the reading that goes on in the background: the window gets the first
//! page at once and asks again for more. When reading fails, the rows that are known stay.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use aep_client::ListQuery;
use tokio::sync::Notify;

use super::seen_flow::{SeenFlow, brings_in};
use super::status::RunsSeen;
use crate::activity::carried;
use crate::app::ActiveSession;
use crate::contract::error::AppError;
use crate::contract::flows::FlowList;

/// How many dataflows to ask for per page; 200 is known to work, the platform's maximum is not documented.
const PAGE: u32 = 200;

/// The rows of one session.
#[derive(Default)]
pub(crate) struct FlowCache {
    state: Mutex<State>,
    moved: Notify,
}

#[derive(Default)]
struct State {
    /// Rows of the last reading that was whole, or of the first one so far.
    rows: Vec<SeenFlow>,
    /// Rows of a later reading, until it is whole.
    fresh: Vec<SeenFlow>,
    total: Option<u32>,
    read_at: Option<i64>,
    /// The rows are those of a reading that was whole.
    whole: bool,
    reading: bool,
    problem: Option<AppError>,
}

impl FlowCache {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A dataflow that was read before.
    pub(crate) fn get(&self, id: &str) -> Option<SeenFlow> {
        let state = self.lock();
        state.rows.iter().chain(&state.fresh).find(|flow| flow.id == id).cloned()
    }

    /// A dataflow was read by itself: its row shows it as it is now.
    pub(crate) fn put(&self, flow: SeenFlow) {
        let mut state = self.lock();
        let State { rows, fresh, .. } = &mut *state;
        if let Some(row) = rows.iter_mut().chain(fresh).find(|row| row.id == flow.id) {
            *row = flow;
        }
    }

    fn view(&self, now: i64) -> FlowList {
        let state = self.lock();
        FlowList {
            rows: state.rows.iter().map(|flow| flow.row(now, RunsSeen::default())).collect(),
            total: state.total,
            complete: state.whole && !state.reading && state.problem.is_none(),
            read_at: state.read_at.unwrap_or(now),
            problem: state.problem.clone(),
        }
    }

    /// Whether a reading has to begin; if so, it counts as begun.
    fn begin(&self, refresh: bool) -> bool {
        let mut state = self.lock();
        let known = state.whole || state.problem.is_some();
        if state.reading || (known && !refresh) {
            return false;
        }
        state.reading = true;
        state.problem = None;
        state.fresh.clear();
        true
    }

    fn add(&self, flows: Vec<SeenFlow>, now: i64) {
        let mut state = self.lock();
        if state.whole {
            state.fresh.extend(flows);
        } else {
            state.rows.extend(flows);
            state.read_at = Some(now);
        }
    }

    fn set_total(&self, total: Option<u32>) {
        self.lock().total = total;
    }

    fn finish(&self, outcome: Result<(), AppError>, now: i64) {
        let mut state = self.lock();
        state.reading = false;
        match outcome {
            Ok(()) => {
                if state.whole {
                    state.rows = std::mem::take(&mut state.fresh);
                }
                state.whole = true;
                state.total = u32::try_from(state.rows.len()).ok();
                state.read_at = Some(now);
            }
            Err(problem) => {
                state.fresh.clear();
                // Half of a first reading is better than nothing, but the next one begins from the start.
                state.problem = Some(problem);
            }
        }
    }

    /// Forgets the rows of a first reading that broke off, so that the next does not add to them.
    fn start_over(&self) {
        let mut state = self.lock();
        if !state.whole {
            state.rows.clear();
        }
    }
}

/// The dataflows of the session's sandbox, as far as they are read. Waits for the first page of a reading that
/// this call begins, and for no more.
pub(crate) async fn list(session: &Arc<ActiveSession>, refresh: bool) -> FlowList {
    let cache = &session.flows;
    let moved = cache.moved.notified();
    tokio::pin!(moved);
    moved.as_mut().enable();
    if cache.begin(refresh) {
        let session = Arc::clone(session);
        tokio::spawn(carried(async move { read(&session).await }));
        moved.await;
    }
    cache.view(session.now())
}

async fn read(session: &ActiveSession) {
    let outcome = read_pages(session).await;
    session.flows.finish(outcome, session.now());
    session.flows.moved.notify_waiters();
}

async fn read_pages(session: &ActiveSession) -> Result<(), AppError> {
    let cache = &session.flows;
    let mut pages = session.sandbox.flows().all(&ListQuery::new().limit(PAGE));
    let mut first = true;
    while let Some(page) = pages.next().await {
        let page = page.map_err(|error| session.explain(&error))?;
        if first {
            cache.start_over();
        }
        cache.add(
            page.iter().filter(|flow| brings_in(flow)).map(SeenFlow::from).collect(),
            session.now(),
        );
        if pages.has_more() {
            if first {
                cache.set_total(count(session).await);
            }
            cache.moved.notify_waiters();
        }
        first = false;
    }
    Ok(())
}

/// How many there are; only for "2,300 of 10,000", so that a failure is no reason to stop.
async fn count(session: &ActiveSession) -> Option<u32> {
    let count = session.sandbox.flows().count(&ListQuery::new()).await.ok()?;
    u32::try_from(count).ok()
}
