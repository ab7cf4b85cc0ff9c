//! How dataflows are doing: the platform's answers read, joined and put into words. Nothing here writes.

mod count_words;
mod flow_cache;
mod quiet;
mod status;

#[cfg(test)]
mod status_tests;

pub(crate) use flow_cache::FlowCache;

/// One hour in milliseconds.
pub(crate) const HOUR: i64 = 3_600_000;
