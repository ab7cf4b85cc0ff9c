//! From the runs of a dataflow to what is known of one event.

use crate::contract::runs::{Counts, Run, RunState};
use crate::contract::test_event::TestStage;
use crate::monitor::HOUR;

/// How long after its receipt an event without a run counts as not seen.
const PATIENCE: i64 = 3 * HOUR;

/// What is known of an event that the endpoint took at `received_at`, given runs of its dataflow around that time.
pub(crate) fn judge(received_at: i64, runs: &[Run], now: i64) -> TestStage {
    let covers = |run: &&Run| {
        run.started_at.is_some_and(|start| (start..start + HOUR).contains(&received_at))
    };
    let Some(run) = runs.iter().find(covers) else {
        return if now - received_at > PATIENCE {
            TestStage::NotSeen { received_at }
        } else {
            TestStage::Accepted { received_at }
        };
    };
    let run_id = run.id.clone();
    if run.state == RunState::InProgress {
        return TestStage::InRun { received_at, run_id };
    }
    match everything_arrived(run) {
        Some(received) => TestStage::Ingested { received_at, run_id, received },
        None => TestStage::Uncertain { received_at, run_id, counts: run.counts },
    }
}

/// How many events the run had, when every one of them was ingested.
fn everything_arrived(run: &Run) -> Option<u64> {
    let Counts { received, ingested, failed } = run.counts;
    let (received, ingested) = (received?, ingested?);
    let clean = run.state == RunState::Success && failed.unwrap_or_default() == 0;
    (clean && received > 0 && received == ingested).then_some(received)
}

#[cfg(test)]
mod tests {
    use super::{HOUR, judge};
    use crate::contract::runs::{Counts, Run, RunState};
    use crate::contract::test_event::TestStage;

    const RECEIVED: i64 = 500_000 * HOUR + 20 * 60_000;

    fn run(state: RunState, counts: [Option<u64>; 3], hours_off: i64) -> Run {
        let [received, ingested, failed] = counts;
        Run {
            id: "r".to_owned(),
            state,
            state_as_sent: String::new(),
            started_at: Some((500_000 + hours_off) * HOUR),
            completed_at: None,
            counts: Counts { received, ingested, failed },
            errors: Vec::new(),
        }
    }

    fn kind(stage: &TestStage) -> &'static str {
        match stage {
            TestStage::Sent | TestStage::Refused { .. } => "before",
            TestStage::Accepted { .. } => "accepted",
            TestStage::InRun { .. } => "in run",
            TestStage::Ingested { .. } => "ingested",
            TestStage::Uncertain { .. } => "uncertain",
            TestStage::NotSeen { .. } => "not seen",
        }
    }

    fn told(runs: &[Run]) -> &'static str {
        kind(&judge(RECEIVED, runs, RECEIVED + HOUR))
    }

    #[test]
    fn only_a_clean_run_of_its_own_hour_proves_that_it_was_ingested() {
        let clean = [Some(340), Some(340), Some(0)];
        assert_eq!(told(&[run(RunState::Success, clean, 0)]), "ingested");
        assert_eq!(
            told(&[run(RunState::Success, clean, 1), run(RunState::Success, clean, -1)]),
            "accepted"
        );
        for counts in [
            [Some(340), Some(337), Some(3)],
            [Some(340), Some(339), Some(0)],
            [Some(340), None, Some(0)],
            [None, None, None],
            [Some(0), Some(0), Some(0)],
        ] {
            assert_eq!(told(&[run(RunState::Success, counts, 0)]), "uncertain", "{counts:?}");
        }
        for state in [RunState::PartialSuccess, RunState::Failed, RunState::Unknown] {
            assert_eq!(told(&[run(state, clean, 0)]), "uncertain", "{state:?}");
        }
    }

    #[test]
    fn a_run_under_way_is_told_as_such() {
        assert_eq!(told(&[run(RunState::InProgress, [Some(1), None, None], 0)]), "in run");
    }

    #[test]
    fn without_a_run_it_is_accepted_for_three_hours_and_then_not_seen() {
        assert_eq!(kind(&judge(RECEIVED, &[], RECEIVED + 3 * HOUR)), "accepted");
        assert_eq!(kind(&judge(RECEIVED, &[], RECEIVED + 3 * HOUR + 1)), "not seen");
    }
}
