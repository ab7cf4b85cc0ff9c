//! What time forbids to put back: a schedule that has begun keeps its start, and a start that has passed is none.
//! The rules are those of `schedule.rs`; here they are told before anybody presses. Pure.

use super::values::schedule;
use crate::activity::Change;

/// Why a change cannot be put back as of now; none when nothing speaks against it.
pub(crate) fn why_not(change: &Change, now: i64) -> Option<&'static str> {
    let from = schedule(change.after.schedule.as_ref()?);
    let to = schedule(change.before.schedule.as_ref()?);
    let begun = from.starts_at.is_some_and(|starts_at| starts_at <= now);
    if begun && from.starts_at != to.starts_at {
        Some("It has begun to run: its start stays.")
    } else if begun && to.frequency == "once" && from.frequency != "once" {
        Some("It has begun to run: it cannot run just once any more.")
    } else if from.starts_at != to.starts_at && to.starts_at.is_none_or(|start| start <= now) {
        Some("The start it had before has passed.")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::why_not;
    use crate::activity::Change;

    fn change(before: Value, after: Value) -> Change {
        let (before, after) = (json!({ "schedule": before }), json!({ "schedule": after }));
        serde_json::from_value(json!({ "before": before, "after": after })).unwrap()
    }

    fn hourly(start: i64, interval: u32) -> Value {
        json!({ "startTime": start.to_string(), "frequency": "hour", "interval": interval })
    }

    #[test]
    fn a_start_is_put_back_only_while_both_lie_ahead() {
        let (soon, later) = (hourly(200, 1), hourly(300, 1));
        let moved = change(soon.clone(), later.clone());
        assert_eq!(why_not(&moved, 199_000), None);
        assert_eq!(why_not(&moved, 200_000), Some("The start it had before has passed."));
        assert_eq!(why_not(&moved, 300_000), Some("It has begun to run: its start stays."));
        assert_eq!(
            why_not(&change(later, soon), 200_000),
            Some("It has begun to run: its start stays.")
        );
    }

    #[test]
    fn an_interval_is_put_back_at_any_time_and_once_only_before_it_has_begun() {
        let slower = change(hourly(200, 1), hourly(200, 4));
        assert_eq!(why_not(&slower, 900_000), None);
        let once = json!({ "startTime": "200", "frequency": "once" });
        let repeated = change(once, hourly(200, 1));
        assert_eq!(why_not(&repeated, 100_000), None);
        assert!(why_not(&repeated, 200_000).is_some());
    }

    #[test]
    fn a_change_of_something_else_knows_no_time() {
        let renamed = json!({ "before": { "name": "A" }, "after": { "name": "B" } });
        assert_eq!(why_not(&serde_json::from_value(renamed).unwrap(), 900_000), None);
    }
}
