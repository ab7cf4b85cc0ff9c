//! Events that were refused, as the files behind a run show them: one object each, the row and what is wrong with
//! it. Where the row came from decides the form: the mapper names its errors in a list, the validator of records in
//! one of two other ways.

use serde_json::{Value, json};

use crate::xdm::Violation;

/// Rows that are kept of one hour of a flow: as many as the platform's preview shows.
pub(crate) const KEPT: usize = 100;

/// An event that was refused.
#[derive(Debug)]
pub(crate) struct Refused {
    pub(crate) code: &'static str,
    pub(crate) message: String,
    /// The row of a file.
    pub(crate) row: Value,
}

impl Refused {
    /// By the mapper, or before it: the row is the event.
    pub(crate) fn event(event: Value, code: &'static str, message: String) -> Self {
        let row = by_mapper(event, code, &message);
        Self { code, message, row }
    }

    /// By the validator: the row is the record that the mapping made.
    pub(crate) fn record(record: Value, violations: &[Violation]) -> Option<Self> {
        let first = violations.first()?;
        let message = match violations {
            [only] => format!("The message can't be validated: {}", only.message),
            all => {
                let words: Vec<&str> = all.iter().map(|known| known.message.as_str()).collect();
                let (count, words) = (all.len(), words.join("; "));
                format!(
                    "The message can't be validated: #: {count} schema violations found: {words}"
                )
            }
        };
        let told = violations.iter().map(|violation| told(&violation.message)).collect();
        Some(Self { code: first.code, message, row: by_validator(record, first.code, told) })
    }
}

/// A row that the mapper refused.
pub(crate) fn by_mapper(mut event: Value, code: &str, message: &str) -> Value {
    if let Some(event) = event.as_object_mut() {
        event.insert("_errors".into(), json!([{ "code": code, "message": message }]));
        event.insert("_filename".into(), json!("conversion_input_0.json"));
    }
    event
}

/// A row that the validator refused. Both forms are published; which comes when is not.
pub(crate) fn by_validator(mut record: Value, code: &str, violations: Vec<Value>) -> Value {
    if let Some(record) = record.as_object_mut() {
        if code == "DCVS-1106-400" {
            record.insert("_errors".into(), json!({ "_streamingValidation": violations }));
        } else {
            record.insert("_validationErrors".into(), json!(violations));
        }
    }
    record
}

/// One violation: "#/a/b: expected …" in the words of the validator, pointer and sentence apart.
pub(crate) fn told(message: &str) -> Value {
    let (pointer, sentence) = message.split_once(": ").unwrap_or(("#", message));
    let keyword = [
        ("required key", "required"),
        ("extraneous key", "additionalProperties"),
        ("expected type", "type"),
        ("minLength", "minLength"),
        ("maxLength", "maxLength"),
        ("enum value", "enum"),
        ("date-time", "format"),
        ("pattern", "pattern"),
    ];
    let keyword = keyword.iter().find(|(words, _)| sentence.contains(words));
    json!({
        "causingExceptions": [],
        "keyword": keyword.map_or("range", |(_, keyword)| keyword),
        "message": sentence,
        "pointerToViolation": pointer,
        "schemaLocation": "#",
    })
}
