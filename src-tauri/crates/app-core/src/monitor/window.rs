//! The runs of one dataflow in a window of time, read page by page, joined by those that only this computer still
//! has, and put into numbers. However many there are, only so many are read and kept: the newest.

use std::cmp::Reverse;
use std::collections::HashSet;

use aep_client::flow_service::FlowRun;
use aep_client::{Error, FlowId, ListQuery};

use super::convert::{PAGE, moment, run};
use super::failures::Failures;
use super::figures::Tally;
use super::places::places;
use super::{DAY_HOURS, HOUR, first_hour};
use crate::app::ActiveSession;
use crate::contract::error::{AppError, FieldProblem};
use crate::contract::flow_runs::{FlowRuns, KnownRun, RunWindow};
use crate::contract::runs::Run;
use crate::run_history::{self, Kept, kept};

/// How many runs are read at most: more than half a year of hours.
const MOST_READ: usize = 5_000;

/// How many runs a table gets: more than 30 days of hours.
const MOST_ROWS: usize = 1_000;

/// The chart goes on for so long beyond now where runs are ahead of the clock.
const MOST_AHEAD: i64 = DAY_HOURS * HOUR;

/// Whether a window can be asked for.
///
/// # Errors
/// `validation` for one that ends before it begins, or begins in the future.
pub(crate) fn check_window(window: RunWindow, now: i64) -> Result<(), AppError> {
    let RunWindow::Custom { from, to } = window else { return Ok(()) };
    let message = if from.max(0) >= to {
        "The first day must be before the last one."
    } else if from > now {
        "These days have not come yet."
    } else {
        return Ok(());
    };
    let problem = FieldProblem { field: "window".to_owned(), message: message.to_owned() };
    Err(AppError::validation(vec![problem]))
}

/// First moment of a window, and the first after it; a window that ends now ends with the current hour.
fn bounds(window: RunWindow, now: i64) -> (i64, i64) {
    let end = first_hour(now) + DAY_HOURS * HOUR;
    match window {
        RunWindow::Day => (end - DAY_HOURS * HOUR, end),
        RunWindow::Week => (end - 7 * DAY_HOURS * HOUR, end),
        RunWindow::Month => (end - 30 * DAY_HOURS * HOUR, end),
        RunWindow::Custom { from, to } => (from.max(0), to.min(end + MOST_AHEAD)),
    }
}

/// A run, the bytes that it received, and whether only this computer still has it.
struct Read {
    run: Run,
    bytes: Option<u64>,
    only_here: bool,
}

/// Reads the window. `offset` is how far local time is ahead of UTC, in milliseconds. When the platform does not
/// answer, the runs that this computer kept are shown with the reason.
///
/// # Errors
/// What the platform says, where nothing is kept either.
pub(crate) async fn read_window(
    session: &ActiveSession,
    flow: &FlowId,
    window: RunWindow,
    offset: i64,
) -> Result<FlowRuns, Error> {
    let now = session.now();
    let (from, to) = bounds(window, now);
    let query = ListQuery::runs_of(flow).started_since(moment(from));
    let open = !matches!(window, RunWindow::Custom { .. });
    // A window that ends now has no end for the platform: its clock may be ahead of this one.
    let query = if open { query } else { query.started_before(moment(to)) };
    let until = if open { i64::MAX } else { to };
    let (answer, Kept { runs, problem: history_problem }) =
        tokio::join!(read_newest(session, query.clone()), kept(session, flow, from, until));
    let (read, more, problem) = match answer {
        Ok((read, more)) => (join(read, more, runs), more, None),
        Err(error) if runs.is_empty() => return Err(error),
        Err(error) => (newest(runs.into_iter().map(of_history)), false, Some(error)),
    };
    let total = if more { count(session, &query).await } else { None };
    let to = if open { reaching(&read, to, now) } else { to };
    let problem = problem.map(|error| session.explain(&error));
    Ok(FlowRuns { total, problem, history_problem, ..sum_up(read, (from, to), offset, now) })
}

/// The newest runs that match, newest first, and whether there are more.
async fn read_newest(
    session: &ActiveSession,
    query: ListQuery,
) -> Result<(Vec<Read>, bool), Error> {
    let mut pages = session.sandbox.runs().all(&query.newest_first().limit(PAGE));
    let mut known = HashSet::new();
    let mut read: Vec<Read> = Vec::new();
    let mut more = false;
    while let Some(page) = pages.next().await {
        let page = page?;
        run_history::note(session, &page);
        // What moves from one page to the next while they are read comes twice.
        let new = page.into_iter().filter(|run| known.insert(run.id.as_str().to_owned()));
        read.extend(new.map(|run| of_platform(&run)));
        if read.len() >= MOST_READ && pages.has_more() {
            more = true;
            break;
        }
    }
    more |= read.len() > MOST_READ;
    Ok((newest(read), more))
}

fn of_platform(seen: &FlowRun) -> Read {
    Read { run: run(seen), bytes: seen.metrics.size.input_bytes, only_here: false }
}

fn of_history(run: Run) -> Read {
    Read { run, bytes: None, only_here: false }
}

/// Newest first, and no more than may be read.
fn newest(read: impl IntoIterator<Item = Read>) -> Vec<Read> {
    let mut read: Vec<Read> = read.into_iter().collect();
    read.sort_by_key(|read| Reverse(read.run.started_at));
    read.truncate(MOST_READ);
    read
}

/// What the platform returned, and what only this computer still has. Where older runs were left unread, it cannot be
/// told who has those.
fn join(read: Vec<Read>, more: bool, kept: Vec<Run>) -> Vec<Read> {
    let known: HashSet<String> = read.iter().map(|read| read.run.id.clone()).collect();
    let unread_before = read.last().and_then(|read| read.run.started_at).filter(|_| more);
    let only_here = kept
        .into_iter()
        .filter(|run| !known.contains(&run.id) && run.started_at >= unread_before)
        .map(|run| Read { only_here: true, ..of_history(run) });
    newest(read.into_iter().chain(only_here))
}

/// How many there are; only for "5,000 of 100,000", so that a failure is no reason to stop.
async fn count(session: &ActiveSession, query: &ListQuery) -> Option<u32> {
    let count = session.sandbox.runs().count(query).await.ok()?;
    u32::try_from(count).ok()
}

/// The end of a window that ends now, moved on to take in runs that are ahead of this clock.
fn reaching(read: &[Read], to: i64, now: i64) -> i64 {
    let latest = read.iter().filter_map(|read| read.run.started_at).max().unwrap_or(now);
    let end = (latest.div_euclid(HOUR) + 1) * HOUR;
    end.clamp(to, to + MOST_AHEAD)
}

fn sum_up(read: Vec<Read>, (from, to): (i64, i64), offset: i64, now: i64) -> FlowRuns {
    let mut tally = Tally::default();
    let mut failures = Failures::default();
    for Read { run, bytes, .. } in &read {
        tally.add(run, *bytes);
        failures.add(run);
    }
    let mut failures = failures.finish();
    let opens = |id: &str| !read.iter().any(|read| read.only_here && read.run.id == id);
    failures.iter_mut().for_each(|failure| failure.last_run_opens = opens(&failure.last_run_id));
    let runs = || read.iter().map(|read| &read.run);
    let (place_length, places) = places(runs(), (from, to), offset);
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    FlowRuns {
        from,
        to,
        figures: tally.finish(),
        place_length,
        places,
        failures,
        read: number(read.len()),
        only_here: number(read.iter().filter(|read| read.only_here).count()),
        total: None,
        ahead: number(runs().filter(|run| run.started_at.is_some_and(|at| at > now)).count()),
        runs: read
            .into_iter()
            .map(|Read { run, only_here, .. }| KnownRun { run, only_here })
            .take(MOST_ROWS)
            .collect(),
        problem: None,
        history_problem: None,
        read_at: now,
    }
}

#[cfg(test)]
mod tests {
    use super::{HOUR, RunWindow, bounds, check_window};

    const NOW: i64 = 1_800_000_000_000 + 20 * 60_000;

    #[test]
    fn a_window_that_ends_now_has_whole_hours_and_holds_the_current_one() {
        for (window, hours) in
            [(RunWindow::Day, 24), (RunWindow::Week, 168), (RunWindow::Month, 720)]
        {
            let (from, to) = bounds(window, NOW);
            assert_eq!((to - from, to), (hours * HOUR, (NOW / HOUR + 1) * HOUR), "{window:?}");
        }
    }

    #[test]
    fn days_that_make_no_window_are_refused_with_a_reason() {
        let refused = |from, to| {
            let error = check_window(RunWindow::Custom { from, to }, NOW).unwrap_err();
            error.fields[0].message.clone()
        };
        assert!(refused(NOW, NOW).contains("before"));
        assert!(refused(NOW + 1, NOW + HOUR).contains("not come yet"));
        assert!(check_window(RunWindow::Custom { from: 0, to: NOW }, NOW).is_ok());
    }
}
