//! Whether a dataflow that used to get events gets none: a comparison with the same hours of earlier days.

use super::HOUR;
use super::count_words::{count, span};

/// Runs appear one to two hours after their hour; a shorter silence means nothing.
pub(super) const SILENCE: i64 = 4 * HOUR;

/// An hour that began less than this ago may still get its run.
const REPORTED: i64 = 3 * HOUR;

const DAY: i64 = 24 * HOUR;

/// One hour that a run covered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct HourSeen {
    /// Start, milliseconds since 1970.
    pub(crate) start: i64,
    /// Events received, as far as reported.
    pub(crate) received: u64,
}

/// The sentence about a silence, when there is one that is not usual. `hours` in any order; nothing is known of the
/// time before `since`.
pub(crate) fn quiet(hours: &[HourSeen], since: Option<i64>, now: i64) -> Option<String> {
    let last = hours.iter().filter(|hour| hour.received > 0).map(|hour| hour.start).max()?;
    let silence = now - (last + HOUR);
    if silence < SILENCE {
        return None;
    }
    let since = since.unwrap_or_else(|| hours.iter().map(|hour| hour.start).min().unwrap_or(now));
    let before: Vec<u64> = silent_hours(last, now)
        .filter_map(|start| day_before(start, since))
        .map(|start| received_in(hours, start))
        .collect();
    if before.is_empty() {
        return Some(format!("It used to get events; none for {}.", span(silence)));
    }
    let usual = before.iter().sum::<u64>() / before.len() as u64;
    // Nothing in these hours on earlier days either: the silence is what is usual.
    (usual > 0).then(|| {
        format!(
            "Usually {} an hour at this time; none for {}.",
            count(usual, "event"),
            span(silence)
        )
    })
}

/// The hours after the last one with events whose run would be there by now, latest first.
fn silent_hours(last: i64, now: i64) -> impl Iterator<Item = i64> {
    const MOST: usize = 24;
    let latest = (now - REPORTED).div_euclid(HOUR) * HOUR;
    std::iter::successors(Some(latest), |start| Some(start - HOUR))
        .take(MOST)
        .take_while(move |start| *start > last)
}

/// The same hour of the latest earlier day of which something is known.
fn day_before(start: i64, since: i64) -> Option<i64> {
    let before = start - DAY;
    (before >= since).then_some(before)
}

fn received_in(hours: &[HourSeen], start: i64) -> u64 {
    let within = |hour: &&HourSeen| (start..start + HOUR).contains(&hour.start);
    hours.iter().filter(within).map(|hour| hour.received).sum()
}

#[cfg(test)]
mod tests {
    use super::{HOUR, HourSeen};

    /// Hours with this many events each, from `from` to `to` hours ago.
    fn hours(from: i64, to: i64, received: u64) -> Vec<HourSeen> {
        (to..=from).map(|ago| HourSeen { start: -ago * HOUR, received }).collect()
    }

    /// What is said when everything since so many hours ago is known.
    fn quiet(seen: &[HourSeen], known: i64) -> Option<String> {
        super::quiet(seen, Some(-known * HOUR), 0)
    }

    #[test]
    fn a_silence_at_a_busy_time_is_told_with_numbers() {
        let seen = hours(72, 6, 120);
        let sentence = quiet(&seen, 36).unwrap();
        assert_eq!(sentence, "Usually 120 events an hour at this time; none for 5 h.");
    }

    #[test]
    fn a_run_that_may_still_come_is_no_silence() {
        assert_eq!(quiet(&hours(72, 4, 120), 36), None);
    }

    #[test]
    fn a_time_that_is_always_silent_is_no_news() {
        let mut seen = hours(72, 26, 0);
        seen.extend(hours(22, 12, 50));
        seen.extend(hours(11, 0, 0));
        assert_eq!(quiet(&seen, 36), None);
    }

    #[test]
    fn without_an_earlier_day_the_sentence_claims_less() {
        let sentence = quiet(&hours(12, 6, 10), 12).unwrap();
        assert_eq!(sentence, "It used to get events; none for 5 h.");
    }

    #[test]
    fn what_never_got_events_is_not_quiet() {
        assert_eq!(quiet(&[], 36), None);
        assert_eq!(quiet(&hours(72, 1, 0), 36), None);
    }

    #[test]
    fn the_morning_after_a_night_without_events_is_no_silence() {
        // Events from 9 to 17 o'clock, now half past nine: the hours that could be known were silent yesterday too.
        let mut seen = hours(24, 17, 80);
        seen.iter_mut().for_each(|hour| hour.start -= HOUR / 2);
        assert_eq!(quiet(&seen, 36), None);
    }

    #[test]
    fn hours_ahead_of_the_clock_are_no_silence() {
        assert_eq!(quiet(&hours(5, -3, 10), 36), None);
    }
}
