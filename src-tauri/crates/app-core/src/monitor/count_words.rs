//! Numbers and lengths of time as sentences say them.

use super::HOUR;

/// "1 event", "340 events", "26,758 events".
pub(crate) fn count(number: u64, one: &str) -> String {
    let ending = if number == 1 { "" } else { "s" };
    format!("{} {one}{ending}", grouped(number))
}

/// "40 min", "5 h", "3 days": one unit, rounded down.
pub(crate) fn span(milliseconds: i64) -> String {
    match milliseconds / HOUR {
        hours if hours >= 48 => format!("{} days", hours / 24),
        hours if hours >= 1 => format!("{hours} h"),
        _ => format!("{} min", (milliseconds / 60_000).max(1)),
    }
}

/// "26,758".
pub(crate) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{HOUR, count, span};

    #[test]
    fn numbers_carry_their_unit() {
        assert_eq!(count(0, "event"), "0 events");
        assert_eq!(count(1, "event"), "1 event");
        assert_eq!(count(1_026_758, "event"), "1,026,758 events");
    }

    #[test]
    fn lengths_of_time_have_one_unit() {
        assert_eq!(span(30_000), "1 min");
        assert_eq!(span(59 * 60_000), "59 min");
        assert_eq!(span(5 * HOUR + 1), "5 h");
        assert_eq!(span(47 * HOUR), "47 h");
        assert_eq!(span(80 * HOUR), "3 days");
    }
}
