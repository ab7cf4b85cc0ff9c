//! Reading an overview: the dataflows, then their runs in blocks, the troubled ones first, some blocks side by side.

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
use crate::side_by_side;

/// How many dataflows one request asks about at most.
const MOST_FLOWS: usize = 50;

/// How many runs a block of dataflows should have: five pages, so that numbers show soon whatever the window is.
const BLOCK_RUNS: usize = 1_000;

/// How many blocks are read side by side.
const AT_ONCE: usize = 4;

/// After so many runs no other blocks are begun, which is after some fifty requests: a week of hours for 60 dataflows,
/// a day for 400.
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

async fn read_all(
    session: &Arc<ActiveSession>,
    asked: GetOverview,
    rows: Vec<FlowRow>,
) -> Overview {
    let now = session.now();
    let window = Window::ending(asked.window, now);
    let to_read = with_runs(&rows, window.since);
    let mut tally = Tally::of(asked, window, now, rows, to_read.len());
    session.overviews.show(tally.shown(false));
    let mut rest = to_read.as_slice();
    let mut size = block_size(1, window.hours());
    let mut read = 0;
    while !rest.is_empty() && read < MOST_RUNS {
        let (group, others) = rest.split_at(rest.len().min(size * AT_ONCE));
        let blocks: Vec<Vec<String>> = group.chunks(size).map(<[String]>::to_vec).collect();
        let answers = read_blocks(session, blocks.clone(), window.since).await;
        let before = read;
        for (block, answer) in blocks.iter().zip(answers) {
            match answer {
                Ok(runs) => {
                    add(session, block, &runs, &mut tally);
                    read += runs.len();
                }
                Err(error) => {
                    let problem = Some(session.explain(&error));
                    return Overview { runs_problem: problem, ..tally.shown(true) };
                }
            }
        }
        session.overviews.show(tally.shown(false));
        size = block_size(group.len(), read - before);
        rest = others;
    }
    tally.shown(true)
}

/// How many dataflows make a block, if so many of them have so many runs.
fn block_size(flows: usize, runs: usize) -> usize {
    (BLOCK_RUNS * flows / runs.max(1)).clamp(1, MOST_FLOWS)
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

/// The runs of each block.
async fn read_blocks(
    session: &Arc<ActiveSession>,
    blocks: Vec<Vec<String>>,
    since: i64,
) -> Vec<Result<Vec<FlowRun>, Error>> {
    let read = |ids: Vec<String>| {
        let session = Arc::clone(session);
        async move {
            let names: Vec<&str> = ids.iter().map(String::as_str).collect();
            let query = ListQuery::new().filter(Filter::any_of("flowId", &names));
            read_runs(&session.sandbox, query, since).await
        }
    };
    side_by_side::each(blocks, read).await
}

/// Adds a block of dataflows with their runs.
fn add(session: &ActiveSession, ids: &[String], runs: &[FlowRun], tally: &mut Tally) {
    run_history::note(session, runs);
    let mut by_flow: HashMap<&str, Vec<&FlowRun>> = HashMap::new();
    for run in runs {
        if let Some(flow) = &run.flow_id {
            by_flow.entry(flow.as_str()).or_default().push(run);
        }
    }
    for flow in ids.iter().filter_map(|id| session.flows.get(id)) {
        tally.add(&flow, by_flow.get(flow.id.as_str()).map(Vec::as_slice).unwrap_or_default());
    }
}

#[cfg(test)]
mod tests {
    use super::block_size;

    #[test]
    fn a_block_has_about_as_many_runs_whatever_the_window_is() {
        assert_eq!([24, 168, 720].map(|hours| block_size(1, hours)), [41, 5, 1]);
        assert_eq!(block_size(40, 0), 50, "dataflows that hardly run are asked about by fifties");
        assert_eq!(block_size(1, 5_000), 1);
    }
}
