//! Reading an overview: the dataflows, then their runs in blocks, the troubled ones first.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use aep_client::flow_service::FlowRun;
use aep_client::{Error, Filter, ListQuery};

use super::attention::rank;
use super::shown::nothing;
use super::tally::Tally;
use super::window::Window;
use crate::app::ActiveSession;
use crate::contract::error::AppError;
use crate::contract::flows::FlowRow;
use crate::contract::overview::{GetOverview, Overview};
use crate::kept::on_disk;
use crate::monitor::convert::read_runs;
use crate::monitor::listing::{Ask, list};
use crate::run_history;

/// How many dataflows one request asks about.
const BLOCK: usize = 50;

/// How many runs are read at most, in fifty requests: a week of hours for 60 dataflows, a day for 400.
const MOST_RUNS: usize = 10_000;

/// How often to look whether the list of dataflows is whole.
const LOOK_AGAIN: Duration = Duration::from_millis(100);

/// The overview as far as it is known; begins a reading when there is none or a new one is wished.
pub(crate) fn overview(session: &Arc<ActiveSession>, asked: GetOverview) -> Overview {
    let now = session.now();
    if session.overviews.begin(asked, now) {
        let session = Arc::clone(session);
        tokio::spawn(async move { read(&session, asked).await });
    }
    let history_problem = session.keeping.problem();
    Overview { history_problem, ..session.overviews.view(asked, now) }
}

async fn read(session: &Arc<ActiveSession>, asked: GetOverview) {
    let now = session.now();
    let overview = match rows(session, asked.refresh).await {
        Ok(rows) => read_all(session, asked, rows).await,
        Err(problem) => Overview { problem: Some(problem), ..nothing(asked, now) },
    };
    let scope = session.scope.clone();
    // How many are kept is said in passing: not to know it is no trouble.
    let kept = on_disk(&session.history, move |history| history.runs_kept(&scope)).await;
    let kept = kept.unwrap_or_default();
    session.overviews.finish(Overview {
        kept_runs: u32::try_from(kept.count).unwrap_or(u32::MAX),
        kept_since: kept.oldest,
        ..overview
    });
}

/// Every dataflow, once the list is whole.
async fn rows(session: &Arc<ActiveSession>, refresh: bool) -> Result<Vec<FlowRow>, AppError> {
    let ask = if refresh { Ask::Changes } else { Ask::Known };
    let mut known = list(session, ask, None).await;
    while !known.complete {
        if let Some(problem) = known.problem {
            return Err(problem);
        }
        tokio::time::sleep(LOOK_AGAIN).await;
        known = list(session, Ask::Known, None).await;
    }
    let mut rows = std::mem::take(&mut known.rows);
    while known.more {
        known = list(session, Ask::Known, Some(&known.cursor)).await;
        rows.append(&mut known.rows);
    }
    Ok(rows)
}

async fn read_all(session: &ActiveSession, asked: GetOverview, rows: Vec<FlowRow>) -> Overview {
    let now = session.now();
    let window = Window::ending(asked.window, now);
    let to_read = with_runs(&rows, window.since);
    let mut tally = Tally::of(asked, window, now, rows, to_read.len());
    session.overviews.show(tally.shown(false));
    let mut read = 0;
    for block in to_read.chunks(BLOCK) {
        if read >= MOST_RUNS {
            break;
        }
        match read_block(session, block, window.since, &mut tally).await {
            Ok(more) => read += more,
            Err(error) => {
                let problem = Some(session.explain(&error));
                return Overview { runs_problem: problem, ..tally.shown(true) };
            }
        }
        session.overviews.show(tally.shown(false));
    }
    tally.shown(true)
}

/// Dataflows whose last run lies in the window, worst first: the others have nothing to add.
fn with_runs(rows: &[FlowRow], since: i64) -> Vec<String> {
    let ran = |row: &&FlowRow| {
        let began = row.last_run.as_ref().and_then(|run| run.started_at);
        began.is_some_and(|began| began >= since)
    };
    let mut rows: Vec<&FlowRow> = rows.iter().filter(ran).collect();
    rows.sort_by_key(|row| rank(row.status.kind));
    rows.into_iter().map(|row| row.id.clone()).collect()
}

/// Adds a block of dataflows; answers how many runs they had.
async fn read_block(
    session: &ActiveSession,
    ids: &[String],
    since: i64,
    tally: &mut Tally,
) -> Result<usize, Error> {
    let names: Vec<&str> = ids.iter().map(String::as_str).collect();
    let query = ListQuery::new().filter(Filter::any_of("flowId", &names));
    let runs = read_runs(&session.sandbox, query, since).await?;
    run_history::note(session, &runs);
    let mut by_flow: HashMap<&str, Vec<&FlowRun>> = HashMap::new();
    for run in &runs {
        if let Some(flow) = &run.flow_id {
            by_flow.entry(flow.as_str()).or_default().push(run);
        }
    }
    for flow in ids.iter().filter_map(|id| session.flows.get(id)) {
        tally.add(&flow, by_flow.get(flow.id.as_str()).map(Vec::as_slice).unwrap_or_default());
    }
    Ok(runs.len())
}
