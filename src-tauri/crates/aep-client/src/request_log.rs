//! One line per attempt, for whoever listens to `tracing` at debug level: what was asked (with
//! placeholders instead of ids), what came of it, how long it took. Never a query, header or body.

use std::time::Duration;

use crate::error::Error;
use crate::transport::Reply;

/// Target of the events, for filters such as `aep_client::request=debug`.
pub const TARGET: &str = "aep_client::request";

/// Reports one attempt.
pub(crate) fn record(
    operation: &str,
    attempt: u32,
    took: Duration,
    result: &std::result::Result<Reply, Error>,
) {
    let micros = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
    match result {
        Ok(reply) => tracing::debug!(
            target: TARGET,
            operation,
            attempt,
            status = reply.status,
            micros,
            request_id = reply.request_id.as_deref().unwrap_or_default(),
            "answered"
        ),
        Err(error) => tracing::debug!(
            target: TARGET, operation, attempt, micros, %error, "no answer"
        ),
    }
}
