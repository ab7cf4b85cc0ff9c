//! How dataflows are doing: the platform's answers read, joined and put into words. Nothing here writes.

mod convert;
mod count_words;
mod day;
mod detail;
mod failures;
mod figures;
mod health;
mod listing;
pub(crate) mod names;
mod overview;
mod places;
mod plain_words;
mod quiet;
mod run_detail;
mod seen_flow;
mod status;
mod technical;
mod window;

#[cfg(test)]
mod status_tests;

pub(crate) use convert::{millis, read_runs, run};
pub(crate) use count_words::{count, grouped};
pub(crate) use day::read_days;
pub(crate) use detail::{read_detail, settles_at};
pub(crate) use listing::{Ask, FlowCache, list};
pub(crate) use overview::{Overviews, overview};
pub(crate) use run_detail::{read_run, sample_links};
pub(crate) use seen_flow::SeenFlow;
pub(crate) use status::{RunsSeen, flow_state};
pub(crate) use window::{check_window, read_window};

/// One hour in milliseconds.
pub(crate) const HOUR: i64 = 3_600_000;

/// How long a new or changed streaming dataflow may drop events, milliseconds. Source: Adobe's page on streaming
/// sources asks to wait five minutes after a dataflow is created or updated.
pub(crate) const SETTLING: i64 = 5 * 60_000;

/// How many hours "the last 24 hours" have.
const DAY_HOURS: i64 = 24;

/// How far back runs are read for a status: long enough to compare a silence with the same hours of the day before.
const EVIDENCE: i64 = 36 * HOUR;

/// Start of the first of the last 24 hours, of which the current one is the last.
fn first_hour(now: i64) -> i64 {
    (now.div_euclid(HOUR) - (DAY_HOURS - 1)) * HOUR
}
