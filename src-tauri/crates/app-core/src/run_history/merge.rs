//! A window of runs: what the platform returns, and what only this computer still has.

use std::collections::HashSet;

use aep_client::ListQuery;
use local_history::StoredRun;

use super::note::note;
use crate::app::ActiveSession;
use crate::contract::error::AppError;
use crate::contract::run_history::{GetRunHistory, KnownRun, RunHistory};
use crate::contract::runs::Run;
use crate::kept::on_disk;
use crate::monitor::{read_runs, run};

/// Reads a window of one dataflow. When the platform does not answer, the history speaks alone and says so; when
/// the history cannot be read, the platform does.
pub(crate) async fn merged(session: &ActiveSession, asked: &GetRunHistory) -> RunHistory {
    let flow = asked.flow_id.as_str();
    let query = ListQuery::runs_of(&flow.into());
    let (answer, kept) =
        tokio::join!(read_runs(&session.sandbox, query, asked.since), of_history(session, asked));
    let (fresh, problem) = match answer {
        Ok(runs) => {
            note(session, &runs);
            (runs.iter().map(run).filter(|run| began_before(run, asked.until)).collect(), None)
        }
        Err(error) => (Vec::new(), Some(session.explain(&error))),
    };
    let (kept, history_problem) = match kept {
        Ok(kept) => (kept, None),
        Err(problem) => (Vec::new(), Some(problem)),
    };
    RunHistory { runs: join(fresh, kept), problem, history_problem, read_at: session.now() }
}

async fn of_history(
    session: &ActiveSession,
    asked: &GetRunHistory,
) -> Result<Vec<StoredRun>, AppError> {
    let scope = session.scope.clone();
    let (flow, since, until) = (asked.flow_id.clone(), asked.since, asked.until);
    on_disk(&session.history, move |history| history.runs(&scope, Some(&flow), since, until)).await
}

fn began_before(run: &Run, until: i64) -> bool {
    run.started_at.is_none_or(|began| began < until)
}

/// Both together, newest first; a run that both have is the platform's.
fn join(fresh: Vec<Run>, kept: Vec<StoredRun>) -> Vec<KnownRun> {
    let known: HashSet<String> = fresh.iter().map(|run| run.id.clone()).collect();
    let only_here = kept
        .into_iter()
        .filter(|run| !known.contains(&run.run_id))
        .filter_map(|run| serde_json::from_value(run.content).ok())
        .map(|run| KnownRun { run, only_here: true });
    let mut all: Vec<KnownRun> =
        fresh.into_iter().map(|run| KnownRun { run, only_here: false }).chain(only_here).collect();
    all.sort_by_key(|known| std::cmp::Reverse(known.run.started_at));
    all
}
