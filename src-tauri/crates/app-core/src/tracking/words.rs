//! One sentence per stage, which says no more than is known, and when to look again.

use crate::contract::runs::Counts;
use crate::contract::test_event::TestStage;
use crate::monitor::{HOUR, count, grouped};

/// A run tends to appear so long after its hour (the platform's published sample: 38 minutes).
const AFTER_THE_HOUR: i64 = 40 * 60_000;

/// When something is due, look again so often.
const AGAIN: i64 = 10 * 60_000;

/// The sentence of a stage; `settling` says that the dataflow was new or changed when the event was sent.
pub(super) fn sentence(stage: &TestStage, settling: bool) -> String {
    match stage {
        TestStage::Sent => "Sent. There is no answer from the streaming endpoint that says whether it was taken.".to_owned(),
        TestStage::Refused { problem } => format!("Not taken by the streaming endpoint: {}.", problem.title),
        TestStage::Accepted { .. } if settling => {
            "Received, not yet ingested. The dataflow was new or just changed, so it may be dropped; send another one after the countdown.".to_owned()
        }
        TestStage::Accepted { .. } => {
            "Received, not yet ingested. Experience Platform collects events for an hour before a run.".to_owned()
        }
        TestStage::InRun { .. } => "The run of its hour is being processed.".to_owned(),
        TestStage::Ingested { received: 1, .. } => {
            "Ingested: it was the only event of its run, and nothing failed.".to_owned()
        }
        TestStage::Ingested { received, .. } => {
            format!("Ingested: all {} of its run were, and nothing failed.", count(*received, "event"))
        }
        TestStage::Uncertain { counts, .. } => uncertain(*counts),
        TestStage::NotSeen { .. } => {
            "No run covers its hour, long after one should. It was probably dropped; send another one.".to_owned()
        }
    }
}

fn uncertain(counts: Counts) -> String {
    let Counts { received, ingested, failed } = counts;
    match (received, ingested, failed) {
        (Some(received), Some(0), _) if received > 0 => {
            format!("Not ingested: of the {} of its run, none was.", count(received, "event"))
        }
        (Some(received), _, Some(failed)) if failed > 0 => format!(
            "{} received, {} failed; Adobe does not say which.",
            grouped(received),
            grouped(failed)
        ),
        (Some(received), Some(ingested), _) if ingested != received => format!(
            "{} received, {} ingested; Adobe does not say which.",
            grouped(received),
            grouped(ingested)
        ),
        _ => "Its run has ended, but its numbers do not say whether everything was ingested."
            .to_owned(),
    }
}

/// When to look again, by the session's clock; none when nothing more will be known.
pub(super) fn look_again_at(stage: &TestStage, now: i64) -> Option<i64> {
    match stage {
        TestStage::Accepted { received_at } => {
            let due = (received_at.div_euclid(HOUR) + 1) * HOUR + AFTER_THE_HOUR;
            Some(if due > now { due } else { now + AGAIN })
        }
        TestStage::InRun { .. } => Some(now + AGAIN),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{AFTER_THE_HOUR, AGAIN, HOUR, look_again_at, sentence};
    use crate::contract::runs::Counts;
    use crate::contract::test_event::TestStage;

    fn uncertain(received: Option<u64>, ingested: Option<u64>, failed: Option<u64>) -> String {
        let counts = Counts { received, ingested, failed };
        sentence(&TestStage::Uncertain { received_at: 0, run_id: String::new(), counts }, false)
    }

    #[test]
    fn a_run_with_failures_is_told_with_its_numbers_and_without_a_verdict() {
        let told = uncertain(Some(1340), Some(1337), Some(3));
        assert_eq!(told, "1,340 received, 3 failed; Adobe does not say which.");
        let told = uncertain(Some(340), Some(339), Some(0));
        assert_eq!(told, "340 received, 339 ingested; Adobe does not say which.");
        assert!(uncertain(None, None, None).contains("do not say"));
    }

    #[test]
    fn a_run_that_ingested_nothing_is_a_clear_answer() {
        let told = uncertain(Some(2), Some(0), Some(2));
        assert_eq!(told, "Not ingested: of the 2 events of its run, none was.");
    }

    #[test]
    fn the_endpoints_yes_is_never_called_ingested() {
        for settling in [true, false] {
            let told = sentence(&TestStage::Accepted { received_at: 0 }, settling);
            assert!(told.starts_with("Received, not yet ingested."), "{told}");
        }
    }

    #[test]
    fn the_time_to_look_again_is_when_a_run_is_due_and_then_every_ten_minutes() {
        let accepted = TestStage::Accepted { received_at: HOUR + 1 };
        assert_eq!(look_again_at(&accepted, HOUR + 2), Some(2 * HOUR + AFTER_THE_HOUR));
        assert_eq!(look_again_at(&accepted, 9 * HOUR), Some(9 * HOUR + AGAIN));
        assert_eq!(look_again_at(&TestStage::NotSeen { received_at: 0 }, 0), None);
    }
}
