//! The numbers of a window of runs. What was not reported stays absent and is never counted as 0.

use super::convert::{add_counts, balance};
use crate::contract::flow_runs::RunFigures;
use crate::contract::runs::{Counts, Run, RunState};

/// Sums up runs as they go by.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    counts: Counts,
    /// Sums of the runs that report both.
    both: (u64, u64),
    balance: Option<i64>,
    bytes: Option<u64>,
    ended: u32,
    unreported: u32,
    durations: Vec<i64>,
}

impl Tally {
    /// Adds a run and the bytes that it received.
    pub(crate) fn add(&mut self, run: &Run, bytes: Option<u64>) {
        self.counts = add_counts(self.counts, run.counts);
        self.bytes = match (self.bytes, bytes) {
            (Some(sum), Some(more)) => Some(sum.saturating_add(more)),
            (sum, more) => sum.or(more),
        };
        if run.state == RunState::InProgress {
            return;
        }
        self.ended += 1;
        self.unreported += u32::from(run.counts == Counts::default());
        if let (Some(received), Some(ingested)) = (run.counts.received, run.counts.ingested) {
            self.both.0 = self.both.0.saturating_add(received);
            self.both.1 = self.both.1.saturating_add(ingested);
        }
        if let Some(rest) = balance(run.counts) {
            self.balance = Some(self.balance.unwrap_or_default().saturating_add(rest));
        }
        if let (Some(start), Some(end)) = (run.started_at, run.completed_at)
            && end >= start
        {
            self.durations.push(end - start);
        }
    }

    /// The numbers.
    pub(crate) fn finish(mut self) -> RunFigures {
        self.durations.sort_unstable();
        let (received, ingested) = self.both;
        #[expect(clippy::cast_precision_loss, reason = "a share needs no more digits")]
        let share = (received > 0).then(|| ingested as f64 / received as f64);
        RunFigures {
            counts: self.counts,
            ingested_share: share,
            balance: self.balance,
            bytes: self.bytes,
            ended: self.ended,
            unreported: self.unreported,
            median: at(&self.durations, 50),
            p95: at(&self.durations, 95),
        }
    }
}

/// So many of a hundred are no longer than this one. `sorted` from short to long.
fn at(sorted: &[i64], percent: usize) -> Option<i64> {
    let place = (sorted.len() * percent).div_ceil(100).checked_sub(1)?;
    sorted.get(place).copied()
}

#[cfg(test)]
mod tests {
    use super::{Tally, at};
    use crate::contract::flow_runs::RunFigures;
    use crate::contract::runs::{Counts, Run, RunState};

    fn run(state: RunState, counts: [Option<u64>; 3], took: Option<i64>) -> Run {
        let [received, ingested, failed] = counts;
        Run {
            id: "r".to_owned(),
            state,
            state_as_sent: String::new(),
            started_at: Some(1_000),
            completed_at: took.map(|took| 1_000 + took),
            counts: Counts { received, ingested, failed },
            errors: Vec::new(),
        }
    }

    fn figures(runs: &[Run]) -> RunFigures {
        let mut tally = Tally::default();
        runs.iter().for_each(|run| tally.add(run, None));
        tally.finish()
    }

    #[test]
    fn a_run_without_numbers_is_counted_and_adds_no_zero() {
        let told = figures(&[
            run(RunState::Success, [None, None, None], Some(5)),
            run(RunState::Success, [Some(10), Some(8), Some(2)], Some(7)),
        ]);
        assert_eq!((told.ended, told.unreported), (2, 1));
        assert_eq!(told.counts.received, Some(10));
        assert_eq!(
            figures(&[run(RunState::Success, [None, None, None], None)]).counts,
            Counts::default()
        );
    }

    #[test]
    fn a_rate_is_taken_from_runs_that_report_both_sides() {
        let told = figures(&[
            run(RunState::Success, [Some(10), Some(9), Some(1)], None),
            run(RunState::Success, [None, Some(500), None], None),
        ]);
        assert_eq!(told.ingested_share, Some(0.9));
    }

    #[test]
    fn a_rate_of_nothing_is_no_rate() {
        assert_eq!(
            figures(&[run(RunState::Success, [Some(0), Some(0), Some(0)], None)]).ingested_share,
            None
        );
        assert_eq!(figures(&[]).ingested_share, None);
    }

    #[test]
    fn what_is_neither_ingested_nor_failed_is_told_in_both_directions() {
        let lost = figures(&[run(RunState::Success, [Some(10), Some(7), Some(1)], None)]);
        assert_eq!(lost.balance, Some(2));
        let more = figures(&[run(RunState::Success, [Some(10), Some(10), Some(1)], None)]);
        assert_eq!(more.balance, Some(-1));
        assert_eq!(
            figures(&[run(RunState::Success, [Some(10), Some(7), None], None)]).balance,
            None
        );
    }

    #[test]
    fn a_run_under_way_is_not_judged() {
        let told = figures(&[run(RunState::InProgress, [Some(10), Some(0), Some(0)], None)]);
        assert_eq!((told.balance, told.ingested_share, told.ended), (None, None, 0));
    }

    #[test]
    fn an_end_before_the_beginning_is_no_duration() {
        assert_eq!(figures(&[run(RunState::Success, [None, None, None], Some(-5))]).median, None);
    }

    #[test]
    fn median_and_95th_are_durations_that_occurred() {
        let sorted: Vec<i64> = (1..=20).collect();
        assert_eq!((at(&sorted, 50), at(&sorted, 95)), (Some(10), Some(19)));
        assert_eq!((at(&[7], 50), at(&[7], 95), at(&[], 50)), (Some(7), Some(7), None));
    }
}
