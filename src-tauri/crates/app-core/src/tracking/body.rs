//! The event as it was typed: one JSON object, no larger than the streaming endpoint takes.

use serde_json::Value;

use crate::contract::error::{AppError, FieldProblem};

/// The most that a streaming endpoint takes for one event (Adobe's guardrails for streaming ingestion).
const LARGEST: usize = 1024 * 1024;

/// Reads the event.
///
/// # Errors
/// `validation` on the field `text`; the event is not quoted.
pub(crate) fn read_event(text: &str) -> Result<Value, AppError> {
    if text.len() > LARGEST {
        return Err(problem(
            "This event is larger than 1 MB, the most that Adobe takes for one event.",
        ));
    }
    match serde_json::from_str(text) {
        Ok(Value::Object(event)) => Ok(Value::Object(event)),
        Ok(Value::Array(_)) => Err(problem(
            "This is a list. A webhook sends one event at a time: an object that starts with { and ends with }.",
        )),
        Ok(_) => Err(problem("This is not an event: it has to start with { and end with }.")),
        Err(_) if text.trim().is_empty() => Err(problem("There is no event to send.")),
        Err(error) => Err(problem(&format!(
            "This is not valid JSON: look at line {}, column {}.",
            error.line(),
            error.column()
        ))),
    }
}

fn problem(message: &str) -> AppError {
    AppError::validation(vec![FieldProblem {
        field: "text".to_owned(),
        message: message.to_owned(),
    }])
}

#[cfg(test)]
mod tests {
    use super::read_event;

    #[test]
    fn an_event_is_one_object_of_a_megabyte_at_most() {
        assert!(read_event(r#"{"event":"guideDisplayed"}"#).is_ok());
        let large = format!("{{\"a\":\"{}\"}}", "x".repeat(1024 * 1024));
        for (text, word) in [
            ("", "no event"),
            ("[{}]", "list"),
            ("7", "start with {"),
            ("{\"a\":}", "line 1, column 6"),
            (large.as_str(), "1 MB"),
        ] {
            let message = &read_event(text).unwrap_err().fields[0].message;
            assert!(message.contains(word), "{message}");
        }
    }

    #[test]
    fn the_event_is_not_quoted() {
        let message = read_event("{canary}").unwrap_err().fields[0].message.clone();
        assert!(!message.contains("canary"), "{message}");
    }
}
