//! The places of a chart: how long they are and what falls into each. Gaps stay gaps.

use super::HOUR;
use super::convert::add_counts;
use crate::contract::flow_runs::Place;
use crate::contract::runs::Run;

/// A chart has no more places than this.
const MOST: i64 = 180;

/// How long a place may be, in hours. Seven days of hours are drawn by the hour.
const LENGTHS: [i64; 6] = [1, 6, 24, 7 * 24, 30 * 24, 365 * 24];

/// How long the places of a window are.
pub(crate) fn length(from: i64, to: i64) -> i64 {
    let hours = (to - from).max(0) / HOUR;
    let fits = LENGTHS.into_iter().find(|length| hours / length <= MOST);
    fits.unwrap_or(hours / MOST + 1) * HOUR
}

/// The places from one moment to another, each with the runs that began in it. Places longer than an hour begin
/// where days do at this distance from UTC.
pub(crate) fn places<'a>(
    runs: impl Iterator<Item = &'a Run>,
    (from, to): (i64, i64),
    offset: i64,
) -> (i64, Vec<Place>) {
    let length = length(from, to);
    let offset = if length == HOUR { 0 } else { offset };
    let number = |moment: i64| (moment + offset).div_euclid(length);
    let first = number(from);
    let last = number(to - 1).max(first);
    let empty = |place| Place { start: place * length - offset, runs: 0, counts: None };
    let mut places: Vec<Place> = (first..=last).map(empty).collect();
    for run in runs {
        let place = run.started_at.and_then(|start| usize::try_from(number(start) - first).ok());
        if let Some(place) = place.and_then(|place| places.get_mut(place)) {
            place.runs += 1;
            place.counts = Some(add_counts(place.counts.unwrap_or_default(), run.counts));
        }
    }
    (length, places)
}

#[cfg(test)]
mod tests {
    use super::{HOUR, length, places};
    use crate::contract::runs::{Counts, Run, RunState};

    const DAY: i64 = 24 * HOUR;

    fn run(started_at: i64, received: Option<u64>) -> Run {
        Run {
            id: "r".to_owned(),
            state: RunState::Success,
            state_as_sent: "success".to_owned(),
            started_at: Some(started_at),
            completed_at: Some(started_at + 2 * HOUR),
            counts: Counts { received, ..Counts::default() },
            errors: Vec::new(),
        }
    }

    #[test]
    fn a_window_of_any_length_has_a_readable_number_of_places() {
        for (days, hours) in [(1, 1), (7, 1), (30, 6), (90, 24), (400, 7 * 24), (4_000, 30 * 24)] {
            assert_eq!(length(0, days * DAY), hours * HOUR, "{days} days");
        }
        assert!(400 * 365 * DAY / length(0, 400 * 365 * DAY) <= super::MOST);
    }

    #[test]
    fn an_hour_without_a_run_is_a_gap_and_an_hour_with_nothing_is_none() {
        let runs = [run(2 * HOUR, Some(0)), run(5 * HOUR, None)];
        let (_, places) = places(runs.iter(), (0, DAY), 0);
        assert_eq!(places.len(), 24);
        assert_eq!(places[1].counts, None);
        assert_eq!(places[2].counts.unwrap().received, Some(0));
        assert_eq!((places[5].runs, places[5].counts.unwrap().received), (1, None));
    }

    #[test]
    fn a_run_longer_than_its_hour_is_drawn_once_where_it_began() {
        let (_, places) = places([run(3 * HOUR, Some(4))].iter(), (0, DAY), 0);
        let drawn: Vec<_> = places.iter().filter(|place| place.runs > 0).collect();
        assert_eq!((drawn.len(), drawn[0].start), (1, 3 * HOUR));
    }

    #[test]
    fn two_runs_of_one_hour_are_added() {
        let runs = [run(3 * HOUR + 1, Some(4)), run(3 * HOUR, Some(5))];
        let (_, places) = places(runs.iter(), (0, DAY), 0);
        assert_eq!((places[3].runs, places[3].counts.unwrap().received), (2, Some(9)));
    }

    #[test]
    fn days_begin_at_local_midnight() {
        let india = 330 * 60_000;
        let (length, places) = places([].iter(), (0, 90 * DAY), india);
        assert_eq!(length, DAY);
        assert!(places.iter().all(|place| (place.start + india) % DAY == 0));
    }

    #[test]
    fn a_run_outside_the_window_is_not_drawn() {
        let (_, places) = places([run(-1, Some(1)), run(DAY, Some(1))].iter(), (0, DAY), 0);
        assert!(places.iter().all(|place| place.runs == 0));
    }
}
