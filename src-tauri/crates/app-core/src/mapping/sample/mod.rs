//! Reading a sample event that a person pasted or dropped: anything may arrive here, and the answer is fields, or
//! a sentence that says what to change.

mod fields;
mod merged;
mod parse;
mod problem;

use serde_json::{Map, Value};

use crate::contract::mapping::Sample;

use merged::Merged;

pub(super) use fields::leaves;
pub(crate) use parse::Parsed;
pub(crate) use problem::not_json;

/// The most that a sample may have, in bytes: one event at a streaming endpoint may have 1 MB.
pub const LIMIT_BYTES: usize = 1_000_000;

/// How many odd things about the text are told; more would bury the rest.
const MOST_WARNINGS: usize = 5;
/// The most events of one sample; more tell a person nothing new.
const MOST_EVENTS: usize = 100;
/// The longest name of an event, in characters.
const LONGEST_NAME: usize = 40;

/// One event, read.
#[derive(Debug)]
pub struct Event {
    /// The event itself; always an object.
    pub value: Value,
    /// What to know about it.
    pub warnings: Vec<String>,
}

/// Sample events, read.
struct Events {
    /// Always objects, and at least one.
    values: Vec<Value>,
    warnings: Vec<String>,
}

/// Reads the first event in a text.
///
/// # Errors
/// A sentence for the person: too large, not JSON (with line and column), or not an event.
pub fn read_event(text: &str) -> Result<Event, String> {
    read_event_at(text, 0)
}

/// Reads one of the events in a text, by its place; one that is not there gives way to the first.
///
/// # Errors
/// As [`read_event`].
pub fn read_event_at(text: &str, place: u32) -> Result<Event, String> {
    let mut read = read_events(text)?;
    let value = read.values.swap_remove(chosen(place, &read.values));
    Ok(Event { value, warnings: read.warnings })
}

/// Reads a sample for the window: the fields of all its events, depth first, with the values of one of them.
///
/// # Errors
/// As [`read_event`].
pub fn read_sample(text: &str, event: u32) -> Result<Sample, String> {
    let read = read_events(text)?;
    let place = chosen(event, &read.values);
    Ok(list(&read.values, place, read.warnings))
}

/// The fields of an event for the window, depth first, after what is to be known of it already.
pub(crate) fn listed(event: &Value, warnings: Vec<String>) -> Sample {
    list(std::slice::from_ref(event), 0, warnings)
}

fn list(events: &[Value], place: usize, mut warnings: Vec<String>) -> Sample {
    let listing = fields::list(&Merged::of(events, place));
    warnings.extend(listing.warnings);
    let names = events.iter().enumerate().map(|(index, event)| name(index, event)).collect();
    Sample { events: names, fields: listing.fields, warnings }
}

fn chosen(place: u32, events: &[Value]) -> usize {
    usize::try_from(place).ok().filter(|place| *place < events.len()).unwrap_or(0)
}

/// What an event calls itself, if it does.
fn name(index: usize, event: &Value) -> String {
    let own = ["event", "type", "topic", "name"].into_iter().find_map(|key| event[key].as_str());
    let own = own.map(str::trim).filter(|name| !name.is_empty());
    match own {
        Some(own) => {
            format!("{}. {}", index + 1, own.chars().take(LONGEST_NAME).collect::<String>())
        }
        None => format!("{}. event", index + 1),
    }
}

/// One event, a list of events, or events one after another, as logs have them.
fn read_events(text: &str) -> Result<Events, String> {
    if text.len() > LIMIT_BYTES {
        return Err(too_large(text.len()));
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err("There is nothing to read. Paste events as JSON.".to_owned());
    }
    let mut warnings = Vec::new();
    let mut values = Vec::new();
    for read in parse::parse(text).map_err(|error| problem::not_json(text, &error))? {
        warnings.extend(read.duplicates);
        match read.value {
            Value::Array(items) if values.is_empty() => values.extend(items),
            value => values.push(value),
        }
    }
    warnings.truncate(MOST_WARNINGS);
    admit(values, warnings)
}

fn admit(mut values: Vec<Value>, mut warnings: Vec<String>) -> Result<Events, String> {
    let count = values.len();
    let first = values.first().ok_or("This list is empty. Paste at least one event.")?;
    if !first.is_object() {
        return Err(not_an_event(first));
    }
    if count == 1 && first.as_object().is_some_and(Map::is_empty) {
        return Err("This event is empty: it has no fields.".to_owned());
    }
    values.retain(Value::is_object);
    if values.len() < count {
        let others = count - values.len();
        warnings.push(format!("{others} of {count} items are no events and are left out."));
    }
    if values.len() > MOST_EVENTS {
        warnings.push(format!(
            "This sample has {} events; the first {MOST_EVENTS} are used.",
            values.len()
        ));
        values.truncate(MOST_EVENTS);
    }
    Ok(Events { values, warnings })
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

#[cfg(test)]
mod tests;
