//! Runs from the wire into what a person reads. Odd shapes end here: what is not reported stays absent.

use aep_client::flow_service::{FlowRun, RunStatus, RunVerdict};
use aep_client::{Error, ListQuery, Sandbox};
use jiff::Timestamp;

use super::failures::Failures;
use super::health::DaySeen;
use super::quiet::HourSeen;
use super::status::{LastSeen, RunsSeen};
use super::{EVIDENCE, HOUR, first_hour};
use crate::contract::runs::{Counts, Run, RunError, RunState};
use crate::error::redact;

/// How many runs to ask for per page; 200 is known to work, the platform's maximum is not documented.
pub(super) const PAGE: u32 = 200;

/// How much of a message is kept, in characters; people read less.
const LONGEST_MESSAGE: usize = 600;

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
    runs.map(counts).fold(Counts::default(), add_counts)
}

/// Two sets of numbers together; a number that neither reports stays absent.
pub(super) fn add_counts(one: Counts, other: Counts) -> Counts {
    let add = |one: Option<u64>, other: Option<u64>| match (one, other) {
        (Some(one), Some(other)) => Some(one.saturating_add(other)),
        (one, other) => one.or(other),
    };
    Counts {
        received: add(one.received, other.received),
        ingested: add(one.ingested, other.ingested),
        failed: add(one.failed, other.failed),
    }
}

/// Received, less ingested and failed; none when one of them is not reported.
pub(super) fn balance(counts: Counts) -> Option<i64> {
    let number = |count: Option<u64>| i64::try_from(count?).ok();
    let out = number(counts.ingested)?.saturating_add(number(counts.failed)?);
    Some(number(counts.received)?.saturating_sub(out))
}

/// What the status table wants to know of these runs, which come newest first. Older ones than the evidence that
/// a status needs are left aside, so that all who ask say the same however much they have read.
pub(super) fn runs_seen<'a>(
    runs: impl Iterator<Item = &'a FlowRun> + Clone,
    now: i64,
) -> RunsSeen<'a> {
    let since = evidence_since(now);
    let began_since = |moment: i64| {
        move |run: &&FlowRun| {
            millis(run.metrics.duration.started_at).is_none_or(|began| began >= moment)
        }
    };
    let runs = runs.filter(began_since(since));
    let ended = |run: &&FlowRun| run_state(&run.metrics.verdict.status) != RunState::InProgress;
    RunsSeen {
        last: runs.clone().next().map(last_seen),
        ended: runs.clone().find(ended).map(last_seen),
        hours: hours_seen(runs.clone()),
        hours_since: Some(since),
        day: Some(day_seen(runs.filter(began_since(first_hour(now))))),
    }
}

/// From when on runs have to be read for a status.
pub(super) fn evidence_since(now: i64) -> i64 {
    now.div_euclid(HOUR) * HOUR - EVIDENCE
}

fn day_seen<'a>(runs: impl Iterator<Item = &'a FlowRun>) -> DaySeen {
    let mut failures = Failures::default();
    let counts = runs.fold(Counts::default(), |sum, seen| {
        failures.add(&run(seen));
        add_counts(sum, self::counts(seen))
    });
    DaySeen { counts, worst: failures.worst() }
}

/// What a verdict on a run needs.
pub(super) fn last_seen(run: &FlowRun) -> LastSeen<'_> {
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

/// Errors of the run and of its activities, each once; the one that says how many wins.
fn errors(run: &FlowRun) -> Vec<RunError> {
    let own = &run.metrics.verdict;
    let of_activities = run.activities.iter().map(|activity| &activity.metrics.verdict);
    let mut errors = Vec::new();
    for verdict in std::iter::once(own).chain(of_activities) {
        errors_of(verdict).into_iter().for_each(|error| note(&mut errors, error));
    }
    errors
}

/// Errors of a run or of one of its activities.
pub(super) fn errors_of(verdict: &RunVerdict) -> Vec<RunError> {
    let both = verdict.errors.iter().chain(&verdict.extensions.errors);
    let read = both.map(|error| RunError {
        code: error.code.clone().unwrap_or_default(),
        message: redact(error.message.as_deref().unwrap_or_default())
            .chars()
            .take(LONGEST_MESSAGE)
            .collect(),
        count: error.record_count,
    });
    read.fold(Vec::new(), |mut errors, error| {
        note(&mut errors, error);
        errors
    })
}

/// One code may stand for several mistakes, which differ in their message; what has no message belongs to its code.
fn note(errors: &mut Vec<RunError>, error: RunError) {
    let same = |known: &&mut RunError| {
        let silent = known.message.is_empty() || error.message.is_empty();
        known.code == error.code && (silent || known.message == error.message)
    };
    match errors.iter_mut().find(same) {
        Some(known) => {
            known.count = known.count.or(error.count);
            if known.message.is_empty() {
                known.message = error.message;
            }
        }
        None => errors.push(error),
    }
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
    fn mistakes_of_one_code_stay_apart_by_their_message() {
        let run = serde_json::from_value(json!({ "id": "r",
            "metrics": { "statusSummary": { "errors": [{ "code": "A", "message": "m" }, { "code": "A", "message": "n" }] } },
            "activities": [{ "statusSummary": { "extensions": { "errors": [
                { "code": "A", "message": "m", "recordCount": 3 }, { "code": "A", "message": "n", "recordCount": 5 }] } } }]
        }));
        let shown = super::run(&run.unwrap());
        let told: Vec<_> =
            shown.errors.iter().map(|error| (error.message.as_str(), error.count)).collect();
        assert_eq!(told, [("m", Some(3)), ("n", Some(5))]);
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
