//! What failed in the last 24 hours, in one sentence: how much of what was received, and why.

use super::count_words::{count, grouped};
use crate::contract::runs::Counts;

/// The last 24 hours of a dataflow.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct DaySeen {
    /// Sums of what was reported.
    pub(crate) counts: Counts,
    /// What most events failed for, on how many of them as far as reported, and how many reasons there are.
    pub(crate) worst: Option<(String, Option<u64>, usize)>,
}

/// "2 % failed in 24 h: uniqueId empty on 14 events."; none when nothing failed.
pub(crate) fn cause(day: &DaySeen) -> Option<String> {
    let failed = day.counts.failed.filter(|failed| *failed > 0);
    let Some(failed) = failed else {
        // Errors without numbers are news too.
        let (brief, number, reasons) = day.worst.as_ref()?;
        return Some(format!("Errors in 24 h: {}.", reason(brief, *number, *reasons)));
    };
    let how_much = share(failed, day.counts.received);
    Some(match &day.worst {
        Some((brief, number, reasons)) => {
            format!("{how_much} failed in 24 h: {}.", reason(brief, *number, *reasons))
        }
        None => format!("{how_much} failed in 24 h; Adobe gives no reason."),
    })
}

fn reason(brief: &str, number: Option<u64>, reasons: usize) -> String {
    let on = number.map_or_else(String::new, |number| format!(" on {}", count(number, "event")));
    match reasons.saturating_sub(1) {
        0 => format!("{brief}{on}"),
        1 => format!("{brief}{on}, and one more cause"),
        more => format!("{brief}{on}, and {more} more causes"),
    }
}

/// A share that never rounds to nothing or to everything.
fn share(failed: u64, received: Option<u64>) -> String {
    let Some(received) = received.filter(|received| *received > 0) else {
        return count(failed, "event");
    };
    match u128::from(failed) * 100 / u128::from(received) {
        _ if failed > received => count(failed, "event"),
        100 => format!("All {}", count(received, "event")),
        0 => match u128::from(failed) * 1000 / u128::from(received) {
            0 => format!("{} of {}", grouped(failed), count(received, "event")),
            tenths => format!("0.{tenths}\u{a0}%"),
        },
        percent => format!("{percent}\u{a0}%"),
    }
}

#[cfg(test)]
mod tests {
    use super::{Counts, DaySeen, cause};

    type Worst<'a> = Option<(&'a str, Option<u64>, usize)>;

    fn told(received: Option<u64>, failed: Option<u64>, worst: Worst) -> Option<String> {
        let counts = Counts { received, ingested: None, failed };
        let worst = worst.map(|(brief, number, reasons)| (brief.to_owned(), number, reasons));
        cause(&DaySeen { counts, worst })
    }

    #[test]
    fn what_failed_is_told_with_its_share_and_its_reason() {
        let empty = Some(("uniqueId empty", Some(14), 1));
        for (received, failed, worst, expected) in [
            (Some(700), Some(14), empty, "2\u{a0}% failed in 24 h: uniqueId empty on 14 events."),
            (
                Some(14),
                Some(14),
                empty,
                "All 14 events failed in 24 h: uniqueId empty on 14 events.",
            ),
            (Some(1_000), Some(999), None, "99\u{a0}% failed in 24 h; Adobe gives no reason."),
            (Some(1_000), Some(3), None, "0.3\u{a0}% failed in 24 h; Adobe gives no reason."),
            (
                Some(26_758),
                Some(1),
                None,
                "1 of 26,758 events failed in 24 h; Adobe gives no reason.",
            ),
            (None, Some(1), None, "1 event failed in 24 h; Adobe gives no reason."),
            (Some(2), Some(5), None, "5 events failed in 24 h; Adobe gives no reason."),
            (
                Some(100),
                Some(9),
                Some(("uniqueId empty", Some(5), 2)),
                "9\u{a0}% failed in 24 h: uniqueId empty on 5 events, and one more cause.",
            ),
            (
                Some(100),
                Some(9),
                Some(("MAPPER-3700-400", None, 4)),
                "9\u{a0}% failed in 24 h: MAPPER-3700-400, and 3 more causes.",
            ),
            (
                Some(100),
                None,
                Some(("uniqueId empty", Some(5), 1)),
                "Errors in 24 h: uniqueId empty on 5 events.",
            ),
        ] {
            assert_eq!(told(received, failed, worst).as_deref(), Some(expected));
        }
    }

    #[test]
    fn a_day_without_failures_needs_no_sentence() {
        assert_eq!(told(Some(700), Some(0), None), None);
        assert_eq!(told(None, None, None), None);
    }
}
