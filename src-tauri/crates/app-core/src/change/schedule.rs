//! What the platform demands of values before it takes them: said here, on the field, before anything is sent.

use crate::contract::change::{FlowValues, Schedule};
use crate::contract::error::FieldProblem;

/// How often a dataflow may run.
const FREQUENCIES: [&str; 5] = ["once", "minute", "hour", "day", "week"];

/// The shortest pause between runs, minutes.
const SHORTEST: u32 = 15;

/// Longer names and descriptions than these are refused here.
const LONGEST_NAME: usize = 255;
const LONGEST_DESCRIPTION: usize = 4_000;

/// Everything that is wrong with what is wanted.
pub(super) fn problems(now: &FlowValues, wanted: &FlowValues, time: i64) -> Vec<FieldProblem> {
    let mut found = Vec::new();
    let mut say = |field: &str, message: &str| {
        found.push(FieldProblem { field: field.to_owned(), message: message.to_owned() });
    };
    if wanted.name.trim().is_empty() {
        say("name", "Give the dataflow a name.");
    } else if wanted.name.chars().count() > LONGEST_NAME {
        say("name", "Use 255 characters at most.");
    }
    if wanted.description.chars().count() > LONGEST_DESCRIPTION {
        say("description", "Use 4,000 characters at most.");
    }
    if let (Some(from), Some(to)) = (&now.schedule, &wanted.schedule)
        && from != to
    {
        of_schedule(from, to, time, &mut say);
    }
    found
}

fn of_schedule(from: &Schedule, to: &Schedule, time: i64, say: &mut impl FnMut(&str, &str)) {
    let begun = from.starts_at.is_some_and(|starts_at| starts_at <= time);
    let frequency = to.frequency.as_str();
    if !FREQUENCIES.contains(&frequency) {
        say("frequency", "Choose once, or every so many minutes, hours, days or weeks.");
    } else if frequency == "once" && from.frequency != "once" && begun {
        say("frequency", "It has begun to run: it cannot be made to run once any more.");
    }
    match (frequency, to.interval) {
        ("once", Some(_)) => say("interval", "A dataflow that runs once has no interval."),
        ("once", None) => (),
        (_, None | Some(0)) => say("interval", "Say how many lie between two runs: 1 or more."),
        ("minute", Some(minutes)) if minutes < SHORTEST => {
            say("interval", "Use 15 minutes or more.");
        }
        _ => (),
    }
    if from.starts_at != to.starts_at {
        if begun {
            say("startsAt", "It has begun to run: its start cannot be moved any more.");
        } else if to.starts_at.is_none_or(|starts_at| starts_at <= time) {
            say("startsAt", "Choose a start that lies ahead.");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::problems;
    use crate::contract::change::{FlowValues, Schedule};

    const NOW: i64 = 1_000_000;

    fn values(frequency: &str, interval: Option<u32>, starts_at: i64) -> FlowValues {
        FlowValues {
            name: "A".to_owned(),
            description: String::new(),
            mapping: None,
            schedule: Some(Schedule {
                frequency: frequency.to_owned(),
                interval,
                starts_at: Some(starts_at),
            }),
        }
    }

    fn fields(from: &FlowValues, to: &FlowValues) -> Vec<String> {
        problems(from, to, NOW).into_iter().map(|problem| problem.field).collect()
    }

    #[test]
    fn the_rules_of_a_schedule_depend_on_whether_it_has_begun() {
        let ahead = values("hour", Some(1), NOW + 1);
        let begun = values("hour", Some(1), NOW - 1);
        let table: &[(&FlowValues, FlowValues, &[&str])] = &[
            (&ahead, values("once", None, NOW + 5), &[]),
            (&ahead, values("once", Some(1), NOW + 1), &["interval"]),
            (&ahead, values("minute", Some(14), NOW + 1), &["interval"]),
            (&ahead, values("minute", Some(15), NOW + 1), &[]),
            (&ahead, values("day", Some(0), NOW + 1), &["interval"]),
            (&ahead, values("yearly", Some(1), NOW + 1), &["frequency"]),
            (&ahead, values("hour", Some(1), NOW), &["startsAt"]),
            (&begun, values("hour", Some(1), NOW + 9), &["startsAt"]),
            (&begun, values("once", None, NOW - 1), &["frequency"]),
            (&begun, values("day", Some(2), NOW - 1), &[]),
        ];
        for (from, to, expected) in table {
            assert_eq!(fields(from, to), *expected, "{:?}", to.schedule);
        }
    }

    #[test]
    fn a_schedule_that_nobody_touches_is_not_judged() {
        let odd = values("fortnight", None, NOW - 1);
        assert_eq!(fields(&odd, &odd), Vec::<String>::new());
    }

    #[test]
    fn a_dataflow_keeps_a_name() {
        let now = values("hour", Some(1), NOW);
        let unnamed = FlowValues { name: "  ".to_owned(), ..now.clone() };
        assert_eq!(fields(&now, &unnamed), ["name"]);
    }
}
