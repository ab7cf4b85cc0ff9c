//! Whether a dataflow that used to get events gets none: a comparison with the same time of earlier days.

use super::HOUR;
use super::count_words::{count, span};

/// Runs appear one to two hours after their hour; a shorter silence means nothing.
const SILENCE: i64 = 4 * HOUR;

/// One hour that a run covered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct HourSeen {
    /// Start, milliseconds since 1970.
    pub(crate) start: i64,
    /// Events received, as far as reported.
    pub(crate) received: u64,
}

/// The sentence about a silence, when there is one that is not usual. `hours` in any order.
pub(crate) fn quiet(hours: &[HourSeen], now: i64) -> Option<String> {
    let last = hours.iter().filter(|hour| hour.received > 0).map(|hour| hour.start).max()?;
    let silence = now - (last + HOUR);
    if silence < SILENCE {
        return None;
    }
    let at_this_time: Vec<u64> =
        hours.iter().filter(|hour| same_time(hour.start, now)).map(|hour| hour.received).collect();
    if at_this_time.is_empty() {
        return Some(format!("It used to get events; none for {}.", span(silence)));
    }
    let usual = at_this_time.iter().sum::<u64>() / at_this_time.len() as u64;
    // Nothing at this time on earlier days either: the silence is what is usual.
    (usual > 0).then(|| {
        format!(
            "Usually {} an hour at this time; none for {}.",
            count(usual, "event"),
            span(silence)
        )
    })
}

/// Within an hour of the same time of day, on an earlier day.
fn same_time(start: i64, now: i64) -> bool {
    let age = now - start;
    let off = age.rem_euclid(24 * HOUR);
    age >= 22 * HOUR && (off <= 2 * HOUR || off >= 23 * HOUR)
}

#[cfg(test)]
mod tests {
    use super::{HOUR, HourSeen, quiet};

    /// Hours with this many events each, from `from` to `to` hours ago.
    fn hours(from: i64, to: i64, received: u64) -> Vec<HourSeen> {
        (to..=from).map(|ago| HourSeen { start: -ago * HOUR, received }).collect()
    }

    #[test]
    fn a_silence_at_a_busy_time_is_told_with_numbers() {
        let seen = hours(72, 6, 120);
        let sentence = quiet(&seen, 0).unwrap();
        assert_eq!(sentence, "Usually 120 events an hour at this time; none for 5 h.");
    }

    #[test]
    fn a_run_that_may_still_come_is_no_silence() {
        assert_eq!(quiet(&hours(72, 4, 120), 0), None);
    }

    #[test]
    fn a_time_that_is_always_silent_is_no_news() {
        let mut seen = hours(72, 26, 0);
        seen.extend(hours(22, 12, 50));
        seen.extend(hours(11, 0, 0));
        assert_eq!(quiet(&seen, 0), None);
    }

    #[test]
    fn without_an_earlier_day_the_sentence_claims_less() {
        let sentence = quiet(&hours(12, 6, 10), 0).unwrap();
        assert_eq!(sentence, "It used to get events; none for 5 h.");
    }

    #[test]
    fn what_never_got_events_is_not_quiet() {
        assert_eq!(quiet(&[], 0), None);
        assert_eq!(quiet(&hours(72, 1, 0), 0), None);
    }
}
