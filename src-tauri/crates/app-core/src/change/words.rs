//! A schedule in words, for the activity: as the platform keeps it nobody wants to read it. Pure.

use jiff::Timestamp;
use serde_json::{Map, Value};

use super::values::schedule;

/// How often and from when on, such as "Every 6 hours from Nov 23, 2026, 13:00 UTC".
pub(crate) fn schedule_words(params: &Map<String, Value>) -> String {
    let schedule = schedule(params);
    let often = match (schedule.frequency.as_str(), schedule.interval) {
        ("once", _) => "Once".to_owned(),
        (unit, None | Some(1)) => format!("Every {unit}"),
        (unit, Some(interval)) => format!("Every {interval} {unit}s"),
    };
    let start = schedule.starts_at.and_then(|ms| Timestamp::from_millisecond(ms).ok());
    match start {
        Some(start) => format!("{often} from {}", start.strftime("%b %-d, %Y, %H:%M UTC")),
        None => often,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::schedule_words;

    fn words(params: &Value) -> String {
        schedule_words(params.as_object().unwrap())
    }

    #[test]
    fn a_schedule_is_said_as_one_would_say_it() {
        let start = "1795438800";
        assert_eq!(
            words(&json!({ "frequency": "hour", "interval": "6", "startTime": start })),
            "Every 6 hours from Nov 23, 2026, 13:00 UTC"
        );
        assert_eq!(
            words(&json!({ "frequency": "day", "interval": 1, "startTime": 1_795_438_800 })),
            "Every day from Nov 23, 2026, 13:00 UTC"
        );
        assert_eq!(
            words(&json!({ "frequency": "once", "startTime": start })),
            "Once from Nov 23, 2026, 13:00 UTC"
        );
        assert_eq!(words(&json!({ "frequency": "week", "interval": 2 })), "Every 2 weeks");
    }
}
