//! Seconds, milliseconds and dates: one event may have all three, so the verdict says what a number reads as.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::fmt::rfc2822;
use jiff::tz::TimeZone;
use serde_json::Value;

use crate::contract::mapping::{MappingSource, Moment, MomentUnit};

/// What a number counts since 1970.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Seconds,
    Milliseconds,
}

impl Unit {
    /// As the screen names it.
    pub(super) const fn in_words(self) -> &'static str {
        match self {
            Self::Seconds => "seconds",
            Self::Milliseconds => "milliseconds",
        }
    }

    pub(super) const fn other(self) -> Self {
        match self {
            Self::Seconds => Self::Milliseconds,
            Self::Milliseconds => Self::Seconds,
        }
    }

    /// What a line takes that reads a field in this unit.
    pub(super) fn line(self, path: &str) -> MappingSource {
        let path = path.to_owned();
        match self {
            Self::Seconds => MappingSource::SecondsToDate { path },
            Self::Milliseconds => MappingSource::MillisecondsToDate { path },
        }
    }
}

/// A number, read in a unit.
pub(super) enum Reading {
    /// A date, as the platform writes it, and in words.
    Date { text: String, message: String },
    /// The number counts in the other unit.
    OtherUnit { message: String },
    /// It is no date.
    NoDate { why: String },
}

/// Numbers from here on count milliseconds: as seconds they would lie beyond the year 5100.
const MILLISECONDS_FROM: f64 = 1e11;
/// Numbers below this are too small to tell: as seconds they lie in the first weeks of 1970.
const TELLING_FROM: f64 = 1e7;

/// What a number of this size counts.
pub(super) fn likely_unit(number: f64) -> Unit {
    if number.abs() >= MILLISECONDS_FROM { Unit::Milliseconds } else { Unit::Seconds }
}

/// The years within which a number passes for a moment of an event.
const LIKELY_YEARS: std::ops::RangeInclusive<i16> = 2000..=2100;

/// What a number reads as, both ways, if it may well be a moment.
pub(in crate::mapping) fn moment_of(value: &Value) -> Option<Moment> {
    let count = value.as_number()?.as_f64()?;
    let unit = likely_unit(count);
    let year = moment(count, unit)?.to_zoned(TimeZone::UTC).year();
    if !LIKELY_YEARS.contains(&year) {
        return None;
    }
    let read = |unit| {
        moment(count, unit).map_or_else(|| "a date beyond the year 9999".to_owned(), in_words)
    };
    Some(Moment {
        unit: match unit {
            Unit::Seconds => MomentUnit::Seconds,
            Unit::Milliseconds => MomentUnit::Milliseconds,
        },
        seconds: read(Unit::Seconds),
        milliseconds: read(Unit::Milliseconds),
    })
}

/// Reads a value that counts since 1970.
pub(super) fn read(value: &Value, unit: Unit) -> Reading {
    let Some(number) = number(value) else {
        return Reading::NoDate { why: format!("This is not a number of {}.", unit.in_words()) };
    };
    let likely = likely_unit(number);
    if likely != unit && number.abs() >= TELLING_FROM {
        let wrong =
            moment(number, unit).map_or_else(|| "a date beyond the year 9999".to_owned(), in_words);
        return Reading::OtherUnit {
            message: format!(
                "This counts {}. Read as {} it would be {wrong}. Choose “{} to date”.",
                likely.in_words(),
                unit.in_words(),
                likely.in_words()
            ),
        };
    }
    match moment(number, unit) {
        Some(moment) => Reading::Date {
            text: iso(moment),
            message: format!("Sent in {}. Reads as {}", unit.in_words(), in_words(moment)),
        },
        None => Reading::NoDate { why: "This number lies outside of every calendar.".to_owned() },
    }
}

fn number(value: &Value) -> Option<f64> {
    match value {
        Value::Number(number) => number.as_f64(),
        Value::String(text) => text.trim().parse().ok().filter(|number: &f64| number.is_finite()),
        _ => None,
    }
}

fn moment(number: f64, unit: Unit) -> Option<Timestamp> {
    let milliseconds = match unit {
        Unit::Seconds => number * 1_000.0,
        Unit::Milliseconds => number,
    };
    // Beyond this, jiff has no dates; within it, the cast is exact.
    if milliseconds.abs() > 1e15 {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "bounded above")]
    Timestamp::from_millisecond(milliseconds.trunc() as i64).ok()
}

/// Reads a date as it stands in texts: RFC 3339, or without a zone, which counts as UTC.
pub(super) fn parse(text: &str) -> Option<Timestamp> {
    let text = text.trim();
    let utc = |moment: DateTime| moment.to_zoned(TimeZone::UTC).ok().map(|zoned| zoned.timestamp());
    text.parse::<Timestamp>()
        .ok()
        .or_else(|| text.parse::<DateTime>().ok().and_then(utc))
        .or_else(|| text.parse::<Date>().ok().and_then(|day| utc(day.at(0, 0, 0, 0))))
}

/// Whether a text is a date as e-mails write it (RFC 2822) with its offset in digits, which the platform reads with
/// a pattern of its own.
pub(in crate::mapping) fn is_of_mail(text: &str) -> bool {
    text.trim().ends_with(|c: char| c.is_ascii_digit()) && rfc2822::parse(text.trim()).is_ok()
}

/// As the platform writes it.
pub(super) fn iso(moment: Timestamp) -> String {
    moment.strftime("%Y-%m-%dT%H:%M:%S.%3fZ").to_string()
}

/// As a sentence has it; the zone is said, because screens elsewhere show local times.
pub(super) fn in_words(moment: Timestamp) -> String {
    moment.strftime("%b %-d, %Y, %H:%M UTC").to_string()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::moment_of;
    use crate::contract::mapping::MomentUnit;

    #[test]
    fn a_number_of_the_size_of_a_moment_is_read_both_ways() {
        let seconds = moment_of(&json!(1_793_097_742)).unwrap();
        assert_eq!(seconds.unit, MomentUnit::Seconds);
        assert_eq!(seconds.seconds, "Oct 27, 2026, 10:42 UTC");
        assert_eq!(seconds.milliseconds, "Jan 21, 1970, 18:04 UTC");
        let milliseconds = moment_of(&json!(1_793_097_742_000_i64)).unwrap();
        assert_eq!(milliseconds.unit, MomentUnit::Milliseconds);
        assert_eq!(milliseconds.milliseconds, "Oct 27, 2026, 10:42 UTC");
        assert_eq!(milliseconds.seconds, "a date beyond the year 9999");
    }

    #[test]
    fn other_values_are_no_moments() {
        for value in
            [json!(0), json!(-318_204), json!(42), json!(1e300), json!("1793097742"), json!(null)]
        {
            assert_eq!(moment_of(&value), None, "{value}");
        }
    }
}
