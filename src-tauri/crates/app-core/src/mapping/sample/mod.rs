//! Reading a sample event that a person pasted or dropped: anything may arrive here, and the answer is fields, or
//! a sentence that says what to change.

mod fields;
mod parse;
mod problem;

use serde_json::{Map, Value};

use crate::contract::mapping::Sample;

pub(super) use fields::leaves;
pub(crate) use parse::Parsed;
pub(crate) use problem::not_json;

/// The most that a sample may have, in bytes: one event at a streaming endpoint may have 1 MB.
pub const LIMIT_BYTES: usize = 1_000_000;

/// One event, read.
#[derive(Debug)]
pub struct Event {
    /// The event itself; always an object.
    pub value: Value,
    /// What to know about it.
    pub warnings: Vec<String>,
}

/// Reads the event in a text.
///
/// # Errors
/// A sentence for the person: too large, not JSON (with line and column), or not an event.
pub fn read_event(text: &str) -> Result<Event, String> {
    if text.len() > LIMIT_BYTES {
        return Err(too_large(text.len()));
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err("There is nothing to read. Paste one event as JSON.".to_owned());
    }
    let read = parse::parse(text).map_err(|error| problem::not_json(text, &error))?;
    let mut warnings = Vec::new();
    let value = match read.value {
        Value::Array(items) => first_of(items, &mut warnings)?,
        value => value,
    };
    if !value.is_object() {
        return Err(not_an_event(&value));
    }
    if value.as_object().is_some_and(Map::is_empty) {
        return Err("This event is empty: it has no fields.".to_owned());
    }
    warnings.extend(read.duplicates);
    Ok(Event { value, warnings })
}

/// Reads a sample for the window: its fields, depth first.
///
/// # Errors
/// As [`read_event`].
pub fn read_sample(text: &str) -> Result<Sample, String> {
    read_event(text).map(|event| listed(&event.value, event.warnings))
}

/// The fields of an event for the window, depth first, after what is to be known of it already.
pub(crate) fn listed(event: &Value, mut warnings: Vec<String>) -> Sample {
    let listing = fields::list(event);
    warnings.extend(listing.warnings);
    Sample { fields: listing.fields, warnings }
}

/// It is larger than one event may be.
pub(crate) fn too_large(bytes: usize) -> String {
    problem::too_large(bytes, LIMIT_BYTES)
}

/// It is JSON, but no object.
pub(crate) fn not_an_event(value: &Value) -> String {
    let kind = problem::kind_in_words(value);
    format!("An event is a JSON object, in curly braces. This is {kind}.")
}

/// Webhooks send one event at a time, yet exports and logs hold lists of them.
fn first_of(items: Vec<Value>, warnings: &mut Vec<String>) -> Result<Value, String> {
    let count = items.len();
    let first = items.into_iter().next().ok_or("This list is empty. Paste one event.")?;
    if count > 1 {
        warnings.push(format!("This is a list of {count} events. The first one is used."));
    } else {
        warnings.push("This is a list of one event. The event in it is used.".to_owned());
    }
    Ok(first)
}

#[cfg(test)]
mod tests;
