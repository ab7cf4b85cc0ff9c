//! Runs from the wire into what a person reads. Odd shapes end here: what is not reported stays absent.

use aep_client::flow_service::{FlowRun, RunStatus};
use aep_client::{Error, ListQuery, Sandbox};
use jiff::Timestamp;

use super::quiet::HourSeen;
use super::status::{LastSeen, RunsSeen};
use crate::contract::runs::{Counts, Run, RunError, RunState};
use crate::error::redact;

/// How many runs to ask for per page; 200 is known to work, the platform's maximum is not documented.
const PAGE: u32 = 200;

/// A moment in milliseconds since 1970.
pub(crate) fn millis(moment: Option<Timestamp>) -> Option<i64> {
    moment.map(Timestamp::as_millisecond)
}

/// The moment of so many milliseconds since 1970.
pub(super) fn moment(milliseconds: i64) -> Timestamp {
    Timestamp::from_millisecond(milliseconds).unwrap_or(Timestamp::UNIX_EPOCH)
}

/// Runs of this query that began at or after `since`, newest first. The order of the platform is not promised.
pub(crate) async fn read_runs(
    sandbox: &Sandbox,
    query: ListQuery,
    since: i64,
) -> Result<Vec<FlowRun>, Error> {
    let query = query.started_since(moment(since)).newest_first().limit(PAGE);
    let mut runs = sandbox.runs().all(&query).collect().await?;
    runs.sort_by_key(|run| std::cmp::Reverse(run.metrics.duration.started_at));
    Ok(runs)
}

/// A run as the window shows it.
pub(crate) fn run(run: &FlowRun) -> Run {
    let metrics = &run.metrics;
    Run {
        id: run.id.as_str().to_owned(),
        state: run_state(&metrics.verdict.status),
        state_as_sent: metrics.verdict.status.as_str().to_owned(),
        started_at: millis(metrics.duration.started_at),
        completed_at: millis(metrics.duration.completed_at),
        counts: counts(run),
        errors: errors(run),
    }
}

/// The state of a run in the words of the status table.
pub(crate) fn run_state(status: &RunStatus) -> RunState {
    match status {
        RunStatus::Success => RunState::Success,
        RunStatus::PartialSuccess | RunStatus::PartialFailure => RunState::PartialSuccess,
        RunStatus::Failed => RunState::Failed,
        RunStatus::InProgress
        | RunStatus::Processing
        | RunStatus::Queued
        | RunStatus::Scheduled => RunState::InProgress,
        // "Completed" can hide errors; it is no verdict.
        RunStatus::Completed | RunStatus::Other(_) => RunState::Unknown,
    }
}

/// The numbers of a run.
pub(crate) fn counts(run: &FlowRun) -> Counts {
    let records = &run.metrics.records;
    Counts { received: records.input, ingested: records.output, failed: records.failed }
}

/// The sum of what runs report; a number that none reports stays absent.
pub(crate) fn sum<'a>(runs: impl Iterator<Item = &'a FlowRun>) -> Counts {
    let add = |sum: Option<u64>, more: Option<u64>| match (sum, more) {
        (Some(sum), Some(more)) => Some(sum + more),
        (sum, more) => sum.or(more),
    };
    runs.map(counts).fold(Counts::default(), |all, one| Counts {
        received: add(all.received, one.received),
        ingested: add(all.ingested, one.ingested),
        failed: add(all.failed, one.failed),
    })
}

/// What the status table wants to know of these runs, which come newest first.
pub(super) fn runs_seen<'a>(runs: impl Iterator<Item = &'a FlowRun> + Clone) -> RunsSeen<'a> {
    let ended = |run: &&FlowRun| run_state(&run.metrics.verdict.status) != RunState::InProgress;
    RunsSeen {
        last: runs.clone().next().map(last_seen),
        ended: runs.clone().find(ended).map(last_seen),
        hours: hours_seen(runs),
    }
}

fn last_seen(run: &FlowRun) -> LastSeen<'_> {
    LastSeen {
        status: &run.metrics.verdict.status,
        started_at: millis(run.metrics.duration.started_at),
        counts: counts(run),
        warned: run.metrics.records.warned,
        errors: !run.metrics.verdict.errors.is_empty(),
    }
}

fn hours_seen<'a>(runs: impl Iterator<Item = &'a FlowRun>) -> Vec<HourSeen> {
    runs.filter_map(|run| {
        let start = millis(run.metrics.duration.started_at)?;
        Some(HourSeen { start, received: run.metrics.records.input.unwrap_or_default() })
    })
    .collect()
}

/// Errors of the run and of its activities, each code once; the one that says how many wins.
fn errors(run: &FlowRun) -> Vec<RunError> {
    let own = &run.metrics.verdict;
    let of_activities = run.activities.iter().map(|activity| &activity.metrics.verdict);
    let mut errors: Vec<RunError> = Vec::new();
    for status in std::iter::once(own).chain(of_activities) {
        for error in status.errors.iter().chain(&status.extensions.errors) {
            let code = error.code.clone().unwrap_or_default();
            let message = redact(error.message.as_deref().unwrap_or_default());
            match errors.iter_mut().find(|known| known.code == code) {
                Some(known) => known.count = known.count.or(error.record_count),
                None => errors.push(RunError { code, message, count: error.record_count }),
            }
        }
    }
    errors
}

#[cfg(test)]
mod tests {
    use aep_client::flow_service::FlowRun;
    use serde_json::{Value, json};

    use super::{run, sum};
    use crate::contract::runs::{Counts, RunState};

    fn read(metrics: &Value) -> FlowRun {
        serde_json::from_value(json!({ "id": "r", "metrics": metrics })).unwrap()
    }

    #[test]
    fn a_number_that_is_left_out_or_minus_one_is_not_reported() {
        let odd = run(&read(
            &json!({ "recordSummary": { "inputRecordCount": 5, "outputRecordCount": -1 } }),
        ));
        assert_eq!(odd.counts, Counts { received: Some(5), ingested: None, failed: None });
        let bare = run(&read(&json!({ "durationSummary": { "startedAtUTC": 0 } })));
        assert_eq!((bare.started_at, bare.counts), (None, Counts::default()));
    }

    #[test]
    fn completed_is_no_verdict() {
        let odd = run(&read(&json!({ "statusSummary": { "status": "COMPLETED" } })));
        assert_eq!((odd.state, odd.state_as_sent.as_str()), (RunState::Unknown, "completed"));
    }

    #[test]
    fn an_error_that_run_and_activity_report_is_told_once_with_its_number() {
        let run = serde_json::from_value(json!({ "id": "r",
            "metrics": { "statusSummary": { "errors": [{ "code": "A", "message": "m" }] } },
            "activities": [{ "statusSummary": { "extensions": { "errors": [{ "code": "A", "recordCount": 3 }] } } }]
        }));
        let shown = super::run(&run.unwrap());
        assert_eq!(shown.errors.len(), 1);
        assert_eq!((shown.errors[0].count, shown.errors[0].message.as_str()), (Some(3), "m"));
    }

    #[test]
    fn a_sum_counts_what_is_reported_and_invents_no_zero() {
        let runs = [
            read(&json!({ "recordSummary": { "inputRecordCount": 5 } })),
            read(&json!({ "recordSummary": { "inputRecordCount": 7, "outputRecordCount": 7 } })),
        ];
        assert_eq!(
            sum(runs.iter()),
            Counts { received: Some(12), ingested: Some(7), failed: None }
        );
    }
}
