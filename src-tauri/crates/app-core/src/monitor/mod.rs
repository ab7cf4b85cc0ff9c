//! How dataflows are doing: the platform's answers read, joined and put into words. Nothing here writes.

mod convert;
mod count_words;
mod day;
mod detail;
mod listing;
pub(crate) mod names;
mod quiet;
mod seen_flow;
mod status;
mod technical;

#[cfg(test)]
mod status_tests;

pub(crate) use convert::{millis, read_runs, run};
pub(crate) use count_words::{count, grouped};
pub(crate) use day::read_days;
pub(crate) use detail::{read_detail, settles_at};
pub(crate) use listing::{Ask, FlowCache, list};
pub(crate) use seen_flow::SeenFlow;
pub(crate) use status::{RunsSeen, flow_state};

/// One hour in milliseconds.
pub(crate) const HOUR: i64 = 3_600_000;

/// How long a new or changed streaming dataflow may drop events, milliseconds. Source: Adobe's page on streaming
/// sources asks to wait five minutes after a dataflow is created or updated.
pub(crate) const SETTLING: i64 = 5 * 60_000;
