//! Reading the list. A short list is read whole each time. A long one is looked through for what changed: the
//! dataflows that were edited last, those whose last run ended since, and how many there are; when the number does
//! not agree, and every tenth time in any case, every page is read.
//!
//! Of the two questions for changes, filtering by a field of `lastRunDetails` is documented (with another field),
//! sorting is documented by name only. A platform that refuses either is read whole from then on. Source:
//! <https://experienceleague.adobe.com/en/docs/experience-platform/dataflows/api/sort-and-filter>.

use std::sync::Arc;

use aep_client::flow_service::Flow;
use aep_client::{Error, Filter, ListQuery};

use super::super::convert::{millis, moment};
use super::super::seen_flow::{SeenFlow, brings_in};
use super::cache::{FlowCache, State};
use super::kept;
use crate::activity::carried;
use crate::app::ActiveSession;
use crate::contract::flows::FlowList;

/// How many dataflows to ask for per page; 200 is known to work, the platform's maximum is not documented.
const PAGE: u32 = 200;

/// A list of so many dataflows takes no more requests to read whole than to look through.
const SHORT: usize = 3 * PAGE as usize;

/// After so many looks for changes every page is read.
const MOST_LOOKS: u32 = 9;

/// What the caller wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ask {
    /// What is known; read only when nothing is.
    Known,
    /// What changed.
    Changes,
    /// Every page.
    Everything,
}

/// How a reading goes about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Pages,
    Look,
}

/// The dataflows of the session's sandbox that are news to a window with this cursor. Waits for the first page of
/// a reading that this call begins when there is nothing else to show, and for no more.
pub(crate) async fn list(session: &Arc<ActiveSession>, ask: Ask, cursor: Option<&str>) -> FlowList {
    let cache = &session.flows;
    kept::take_in(session).await;
    let moved = cache.moved.notified();
    tokio::pin!(moved);
    moved.as_mut().enable();
    if let Some(way) = cache.begin(ask) {
        let session = Arc::clone(session);
        tokio::spawn(carried(async move { read(&session, way).await }));
        if cache.lock().rows.is_empty() || ask != Ask::Known {
            moved.await;
        }
    }
    cache.view(cursor, session.now(), !session.client.is_reached())
}

impl FlowCache {
    /// How to read, when a reading has to begin; then it counts as begun.
    fn begin(&self, ask: Ask) -> Option<Way> {
        let mut state = self.lock();
        let known = state.whole || state.problem.is_some();
        if state.reading || (known && ask == Ask::Known) {
            return None;
        }
        state.reading = true;
        state.problem = None;
        Some(state.way(ask))
    }

    fn add(&self, flows: &[Flow], now: i64) {
        let mut state = self.lock();
        for flow in flows {
            if brings_in(flow) {
                state.meet(SeenFlow::from(flow), now);
            } else {
                state.others.insert(flow.id.as_str().to_owned());
            }
        }
    }
}

impl State {
    fn way(&self, ask: Ask) -> Way {
        let looks = ask == Ask::Changes && !self.looks_refused && self.looks < MOST_LOOKS;
        if looks && self.whole && self.rows.len() > SHORT { Way::Look } else { Way::Pages }
    }

    /// The newest end of a run that is known. It is the platform's own time, so that a clock that goes wrong here
    /// does no harm.
    fn newest_run(&self) -> i64 {
        let flows = self.rows.values().filter_map(|listed| listed.flow.as_ref());
        flows.filter_map(SeenFlow::last_run_completed_at).max().unwrap_or_default()
    }

    /// Whether this dataflow was edited since it was met.
    fn is_edited(&self, flow: &Flow) -> bool {
        let id = flow.id.as_str();
        let known = self.rows.get(id).and_then(|listed| listed.flow.as_ref());
        !self.others.contains(id)
            && known.is_none_or(|known| known.updated_at != millis(flow.updated_at))
    }
}

async fn read(session: &ActiveSession, way: Way) {
    let outcome = match way {
        Way::Pages => read_pages(session).await,
        Way::Look => look(session).await,
    };
    let ended_well = outcome.is_ok();
    {
        let mut state = session.flows.lock();
        state.reading = false;
        state.problem = outcome.err().map(|error| session.explain(&error));
    }
    session.flows.moved.notify_waiters();
    if ended_well {
        kept::keep(session).await;
    }
}

async fn read_pages(session: &ActiveSession) -> Result<(), Error> {
    let cache = &session.flows;
    {
        let mut state = cache.lock();
        state.round += 1;
        state.others.clear();
    }
    let mut pages = session.sandbox.flows().all(&ListQuery::new().limit(PAGE));
    let mut first = true;
    while let Some(page) = pages.next().await {
        cache.add(&page?, session.now());
        if !cache.lock().whole {
            cache.lock().read_at = Some(session.now());
        }
        if first {
            // What ends while the other pages are read ends later than this.
            let mut state = cache.lock();
            state.ran_until = state.newest_run();
        }
        if pages.has_more() {
            if first {
                let total = count(session).await.ok().and_then(|count| u32::try_from(count).ok());
                cache.lock().total = total;
            }
            cache.moved.notify_waiters();
        }
        first = false;
    }
    cache.lock().end_round(session.now());
    Ok(())
}

/// Takes in what changed; reads every page when that does not add up, or cannot be asked for.
async fn look(session: &ActiveSession) -> Result<(), Error> {
    let cache = &session.flows;
    let (since, newest) = {
        let state = cache.lock();
        (state.ran_until, state.newest_run())
    };
    let (edited, ran, count) =
        tokio::join!(edited_last(session), ran_since(session, since), count(session));
    let (edited, ran, count) = match (edited, ran, count) {
        (Ok(edited), Ok(ran), Ok(count)) => (edited, ran, count),
        (Err(error), ..) | (_, Err(error), _) | (.., Err(error)) => {
            if error.problem().is_none_or(|problem| problem.status != 400) {
                return Err(error);
            }
            cache.lock().looks_refused = true;
            return read_pages(session).await;
        }
    };
    cache.add(&edited, session.now());
    cache.add(&ran, session.now());
    let agrees = {
        let mut state = cache.lock();
        let known = state.rows.len() + state.others.len();
        state.looks += 1;
        state.ran_until = newest;
        state.total = u32::try_from(state.rows.len()).ok();
        state.read_at = Some(session.now());
        u64::try_from(known).is_ok_and(|known| known == count)
    };
    if agrees { Ok(()) } else { read_pages(session).await }
}

/// Dataflows by the time of their last edit, newest first, up to one that was not edited since.
async fn edited_last(session: &ActiveSession) -> Result<Vec<Flow>, Error> {
    let query = ListQuery::new().order_by("-updatedAt").limit(PAGE);
    let mut page = session.sandbox.flows().list(&query).await?;
    let mut edited = Vec::new();
    loop {
        let oldest = page.items.last();
        let known = oldest.is_some_and(|flow| !session.flows.lock().is_edited(flow));
        let next = if known { None } else { page.next_page().await? };
        edited.append(&mut page.items);
        match next {
            Some(next) => page = next,
            None => return Ok(edited),
        }
    }
}

/// Dataflows whose last run ended at this moment or later.
async fn ran_since(session: &ActiveSession, since: i64) -> Result<Vec<Flow>, Error> {
    let ended = Filter::since("lastRunDetails.completedAtUTC", moment(since));
    let query = ListQuery::new().filter(ended).limit(PAGE);
    session.sandbox.flows().all(&query).collect().await
}

/// How many dataflows there are of any kind.
async fn count(session: &ActiveSession) -> Result<u64, Error> {
    session.sandbox.flows().count(&ListQuery::new()).await
}
