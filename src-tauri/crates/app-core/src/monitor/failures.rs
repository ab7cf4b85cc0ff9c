//! Why events failed, over many runs: errors put together by code and field, with how many, since when, and
//! whether it goes on.

use std::cmp::Reverse;

use super::plain_words::PlainWords;
use crate::contract::flow_runs::Failure;
use crate::contract::runs::{Run, RunError, RunState};
use crate::error_book::read_message;

/// How many reasons are told apart; what comes later is counted with the last.
const MOST: usize = 50;

/// Codes that sum up a run and say nothing of the reason. Source: Adobe's pages on batch ingestion errors.
const SUMS: [&str; 2] = ["INGEST-1212-400", "INGEST-1211-400"];

/// Errors of many runs, put together as the runs go by, newest first.
#[derive(Debug, Default)]
pub(crate) struct Failures {
    reasons: Vec<Reason>,
    /// Runs so far.
    runs: u32,
    /// Those of them that have ended and received something.
    ended: u32,
}

#[derive(Debug)]
struct Reason {
    /// How it is told apart.
    key: (String, String),
    failure: Failure,
    /// Number of the last run that was counted.
    counted: u32,
    /// It was in each of the first so many runs that have ended.
    unbroken: u32,
}

impl Failures {
    /// Adds the errors of one run. Runs have to come newest first.
    pub(crate) fn add(&mut self, run: &Run) {
        self.runs += 1;
        let ended = run.state != RunState::InProgress && run.counts.received != Some(0);
        for (error, count) in reasons_of(run) {
            let place = self.place(run, error);
            let (number, before) = (self.runs, self.ended);
            self.reasons[place].add(run, count, number, ended.then_some(before));
        }
        self.ended += u32::from(ended);
    }

    /// Where a reason is kept; a new one gets a place while there is room.
    fn place(&mut self, run: &Run, error: &RunError) -> usize {
        let key = key(error);
        let known = self.reasons.iter().position(|reason| reason.key == key);
        let full = self.reasons.len() >= MOST;
        if let Some(place) = known.or_else(|| full.then_some(MOST - 1)) {
            return place;
        }
        let failure = first(run, error);
        self.reasons.push(Reason { key, failure, counted: 0, unbroken: 0 });
        self.reasons.len() - 1
    }

    /// The reason that most events failed for, as far as numbers were reported.
    pub(crate) fn worst(&self) -> Option<(String, Option<u64>, usize)> {
        let worst = self.reasons.iter().max_by_key(|reason| reason.failure.count)?;
        let brief = match worst.key.1.as_str() {
            "" => worst.failure.code.clone(),
            brief => brief.to_owned(),
        };
        Some((brief, worst.failure.count, self.reasons.len()))
    }

    /// All reasons, what goes on first, then by number.
    pub(crate) fn finish(self) -> Vec<Failure> {
        let mut failures: Vec<Failure> =
            self.reasons.into_iter().map(|reason| reason.failure).collect();
        failures.sort_by_key(|failure| (failure.ongoing_since.is_none(), Reverse(failure.count)));
        failures
    }
}

impl Reason {
    /// `ended_before`: for a run that has ended, how many had before.
    fn add(&mut self, run: &Run, count: Option<u64>, number: u32, ended_before: Option<u32>) {
        let failure = &mut self.failure;
        failure.count = match (failure.count, count) {
            (Some(sum), Some(more)) => Some(sum.saturating_add(more)),
            (sum, more) => sum.or(more),
        };
        if self.counted == number {
            return;
        }
        self.counted = number;
        failure.runs += 1;
        failure.first_at = run.started_at.or(failure.first_at);
        if ended_before == Some(self.unbroken) {
            self.unbroken += 1;
            failure.ongoing_since = run.started_at.or(failure.ongoing_since);
        }
    }
}

/// What the errors of one run say, each reason once. A sum counts only where no reason is given.
pub(crate) fn reasons_of(run: &Run) -> Vec<(&RunError, Option<u64>)> {
    let is_sum = |error: &&RunError| SUMS.contains(&error.code.as_str());
    let named: Vec<&RunError> = run.errors.iter().filter(|error| !is_sum(error)).collect();
    let told = if named.is_empty() { run.errors.iter().collect() } else { named };
    let only = told.len() == 1;
    told.into_iter()
        .map(|error| (error, error.count.or(run.counts.failed.filter(|_| only))))
        .collect()
}

/// Errors of one code about different fields are different; other words of the same code are not.
fn key(error: &RunError) -> (String, String) {
    let brief = read_message(&error.message).and_then(|reading| reading.brief());
    (error.code.clone(), brief.unwrap_or_default())
}

fn first(run: &Run, error: &RunError) -> Failure {
    let words = PlainWords::of(error);
    Failure {
        code: error.code.clone(),
        title: words.title,
        cause: words.cause,
        next_step: words.next_step,
        in_mapping: words.in_mapping,
        message: error.message.clone(),
        count: None,
        runs: 0,
        first_at: None,
        last_at: run.started_at,
        ongoing_since: None,
        last_run_id: run.id.clone(),
        last_run_opens: true,
    }
}

#[cfg(test)]
mod tests {
    use super::Failures;
    use crate::contract::flow_runs::Failure;
    use crate::contract::runs::{Counts, Run, RunError, RunState};

    const HOUR: i64 = 3_600_000;
    const EMPTY: &str = "#/uniqueId: expected minLength: 1, actual: 0";

    fn error(code: &str, message: &str, count: Option<u64>) -> RunError {
        RunError { code: code.to_owned(), message: message.to_owned(), count }
    }

    fn run(hour: i64, failed: u64, errors: Vec<RunError>) -> Run {
        Run {
            id: format!("r-{hour}"),
            state: RunState::PartialSuccess,
            state_as_sent: "partialSuccess".to_owned(),
            started_at: Some(hour * HOUR),
            completed_at: None,
            counts: Counts {
                received: Some(100),
                ingested: Some(100 - failed),
                failed: Some(failed),
            },
            errors,
        }
    }

    fn all(runs: &[Run]) -> Vec<Failure> {
        let mut failures = Failures::default();
        runs.iter().for_each(|run| failures.add(run));
        failures.finish()
    }

    #[test]
    fn errors_are_counted_by_code_and_field_over_runs() {
        let failures = all(&[
            run(9, 3, vec![error("DCVS-1111-400", EMPTY, Some(3))]),
            run(
                8,
                7,
                vec![
                    error("DCVS-1111-400", EMPTY, Some(2)),
                    error("DCVS-1111-400", "#/score: 12 is not less or equal to 10", Some(5)),
                ],
            ),
            run(7, 0, vec![]),
            run(6, 1, vec![error("DCVS-1111-400", EMPTY, Some(1))]),
        ]);
        let told: Vec<_> = failures
            .iter()
            .map(|one| (one.title.as_str(), one.count, one.runs, one.first_at, one.ongoing_since))
            .collect();
        assert_eq!(
            told,
            [
                ("uniqueId was empty", Some(6), 3, Some(6 * HOUR), Some(8 * HOUR)),
                ("score was out of range", Some(5), 1, Some(8 * HOUR), None),
            ]
        );
        assert_eq!(
            (failures[0].last_at, failures[0].last_run_id.as_str()),
            (Some(9 * HOUR), "r-9")
        );
    }

    #[test]
    fn a_sum_is_no_reason_beside_a_reason() {
        let sum = || error("INGEST-1212-400", "3 records failed", Some(3));
        let failures = all(&[run(2, 3, vec![sum(), error("DCVS-1111-400", EMPTY, Some(3))])]);
        assert_eq!(failures.len(), 1);
        assert_eq!(all(&[run(2, 3, vec![sum()])])[0].code, "INGEST-1212-400");
    }

    #[test]
    fn a_reason_without_a_number_takes_that_of_the_run_only_if_it_is_the_only_one() {
        let alone = all(&[run(2, 3, vec![error("A-1-400", "", None)])]);
        assert_eq!(alone[0].count, Some(3));
        let two = all(&[run(2, 3, vec![error("A-1-400", "", None), error("B-1-400", "", None)])]);
        assert_eq!((two[0].count, two[1].count), (None, None));
    }

    #[test]
    fn a_run_under_way_or_without_events_does_not_end_a_failure() {
        let under_way = Run { state: RunState::InProgress, ..run(9, 0, vec![]) };
        let empty =
            Run { counts: Counts { received: Some(0), ..Counts::default() }, ..run(8, 0, vec![]) };
        let failing = run(7, 1, vec![error("A-1-400", "", None)]);
        let failures = all(&[under_way, empty, failing]);
        assert_eq!(failures[0].ongoing_since, Some(7 * HOUR));
    }

    #[test]
    fn what_nobody_can_tell_apart_any_more_is_counted_together() {
        let errors = (0..90).map(|n| error(&format!("X-{n}-400"), "", Some(1))).collect();
        let failures = all(&[run(1, 90, errors)]);
        assert_eq!(failures.len(), super::MOST);
        assert_eq!(failures.iter().filter_map(|one| one.count).sum::<u64>(), 90);
    }
}
