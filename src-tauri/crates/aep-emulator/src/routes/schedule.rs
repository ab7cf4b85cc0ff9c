//! The rules of a schedule that is changed: what it may hold, and what stays once it has begun.

use serde_json::Value;

use crate::http::Refusal;
use crate::listing::invalid;

const FREQUENCIES: [&str; 5] = ["once", "minute", "hour", "day", "week"];
/// The shortest pause between two runs, minutes.
const SHORTEST_MINUTES: i64 = 15;

/// Checks a schedule that replaces another one.
pub(crate) fn check_change(before: &Value, after: &Value, now_ms: i64) -> Result<(), Refusal> {
    if before == after {
        return Ok(());
    }
    if after.as_object().is_none_or(|params| params.is_empty()) {
        return Err(invalid("1317", "The schedule parameters are empty."));
    }
    let now = now_ms.div_euclid(1000);
    let begun = number(&before["startTime"]).is_some_and(|start| start <= now);
    let frequency = frequency(after);
    check_start(before, after, begun, now)?;
    if begun && frequency == "once" && self::frequency(before) != "once" {
        return Err(invalid("1403", "The frequency cannot become once after the start."));
    }
    if begun && before["backfill"] != after["backfill"] {
        return Err(invalid("1404", "backfill cannot be changed after the start."));
    }
    check_pace(&frequency, after)
}

fn check_start(before: &Value, after: &Value, begun: bool, now: i64) -> Result<(), Refusal> {
    let (former, start) = (number(&before["startTime"]), number(&after["startTime"]));
    if former == start {
        return Ok(());
    }
    if begun {
        return Err(invalid("1366", "startTime has passed and cannot be changed."));
    }
    match start {
        Some(start) if start > now => Ok(()),
        _ => Err(invalid("1360", "startTime lies in the past.")),
    }
}

fn check_pace(frequency: &str, after: &Value) -> Result<(), Refusal> {
    if !FREQUENCIES.contains(&frequency) {
        return Err(invalid("1397", &format!("The frequency {frequency} is not supported.")));
    }
    let interval = number(&after["interval"]);
    match frequency {
        "once" if !after["interval"].is_null() => {
            Err(invalid("1361", "interval is not allowed with the frequency once."))
        }
        "once" if !after["backfill"].is_null() => {
            Err(invalid("1364", "backfill is not allowed with the frequency once."))
        }
        "minute" if interval.is_none_or(|minutes| minutes < SHORTEST_MINUTES) => {
            Err(invalid("1362", "interval must be 15 or more with the frequency minute."))
        }
        _ => Ok(()),
    }
}

fn frequency(params: &Value) -> String {
    params["frequency"].as_str().unwrap_or_default().to_ascii_lowercase()
}

/// Numbers come as numbers or as text.
fn number(value: &Value) -> Option<i64> {
    value.as_i64().or_else(|| value.as_str()?.trim().parse().ok())
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::check_change;
    use crate::http::Body;

    /// The code that a change is refused with, if it is.
    fn refused(start: i64, change: Value) -> Option<String> {
        let before = json!({ "startTime": start, "frequency": "hour", "interval": 1 });
        let mut after = before.clone();
        for (key, value) in change.as_object().expect("a change is an object") {
            after[key] = value.clone();
        }
        let refusal = check_change(&before, &after, 100_000).err()?;
        let Body::Json(body) = refusal.0.body else { return None };
        let kind = body["type"].as_str()?.rsplit('/').next()?.to_owned();
        Some(kind)
    }

    #[test]
    fn every_rule_has_its_code() {
        let (ahead, begun) = (200, 50);
        let table: &[(i64, Value, Option<&str>)] = &[
            (ahead, json!({ "startTime": "300" }), None),
            (ahead, json!({ "startTime": 99 }), Some("FLOW-1360-400")),
            (begun, json!({ "startTime": 300 }), Some("FLOW-1366-400")),
            (ahead, json!({ "frequency": "yearly" }), Some("FLOW-1397-400")),
            (ahead, json!({ "frequency": "minute", "interval": "14" }), Some("FLOW-1362-400")),
            (ahead, json!({ "frequency": "once" }), Some("FLOW-1361-400")),
            (
                ahead,
                json!({ "frequency": "once", "interval": null, "backfill": true }),
                Some("FLOW-1364-400"),
            ),
            (begun, json!({ "frequency": "once", "interval": null }), Some("FLOW-1403-400")),
            (begun, json!({ "backfill": true }), Some("FLOW-1404-400")),
            (begun, json!({ "interval": 6 }), None),
        ];
        for (start, change, code) in table {
            assert_eq!(refused(*start, change.clone()).as_deref(), *code, "{change}");
        }
    }
}
