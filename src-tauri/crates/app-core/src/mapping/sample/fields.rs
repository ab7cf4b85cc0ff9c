//! The fields of sample events, depth first, as the window lists them. Bounded: an event of a megabyte may hold a hundred
//! thousand fields, and no person maps those by hand.

use serde_json::Value;

use crate::contract::mapping::SourceField;
use crate::mapping::expression::reference;
use crate::mapping::path::escape;
use crate::mapping::verdict::moment_of;

use super::merged::{Merged, kind};

/// The most fields that are listed; the window draws only those in view.
const MOST_FIELDS: usize = 10_000;
/// The deepest level that is listed.
const MOST_LEVELS: u32 = 24;
/// The longest value that is shown, in characters.
const MOST_SHOWN: usize = 80;
/// How many odd keys are told about.
const MOST_TOLD: usize = 5;

/// Fields and what to know about them.
#[derive(Default)]
pub(super) struct Listing {
    pub(super) fields: Vec<SourceField>,
    pub(super) warnings: Vec<String>,
    left_out: usize,
    odd_keys: usize,
}

/// Lists the fields of events that were laid over each other.
pub(super) fn list(events: &Merged) -> Listing {
    let mut listing = Listing::default();
    listing.children("", 0, events);
    if listing.left_out > 0 {
        let all = listing.fields.len() + listing.left_out;
        listing.warnings.push(format!(
            "This event has {all} fields; the first {} are listed. A line can still name any of them.",
            listing.fields.len()
        ));
    }
    if listing.odd_keys > MOST_TOLD {
        let more = listing.odd_keys - MOST_TOLD;
        listing.warnings.push(format!("{more} more keys hold such characters."));
    }
    listing
}

/// Paths of the values that are neither objects nor lists nor null, as far as fields are listed.
pub(in crate::mapping) fn leaves(event: &Value) -> Vec<String> {
    fn walk(path: &str, depth: u32, value: &Value, found: &mut Vec<String>) {
        if depth > MOST_LEVELS || found.len() >= MOST_FIELDS {
            return;
        }
        match value {
            Value::Null => {}
            Value::Object(fields) => {
                for (key, value) in fields.iter().filter(|(key, _)| !key.is_empty()) {
                    walk(&join(path, key), depth + 1, value, found);
                }
            }
            Value::Array(items) => {
                if let Some(first) = items.first() {
                    walk(&format!("{path}[0]"), depth + 1, first, found);
                }
            }
            _ => found.push(path.to_owned()),
        }
    }
    let mut found = Vec::new();
    walk("", 0, event, &mut found);
    found
}

fn join(path: &str, key: &str) -> String {
    if path.is_empty() { escape(key) } else { format!("{path}.{}", escape(key)) }
}

impl Listing {
    fn children(&mut self, path: &str, depth: u32, parent: &Merged) {
        for (key, field) in &parent.fields {
            if key.is_empty() {
                self.warnings.push("A key is empty; no line can name it.".to_owned());
                continue;
            }
            self.tell_odd_key(key);
            self.field(join(path, key), key, depth, field);
        }
        if let Some(item) = &parent.item {
            self.field(format!("{path}[0]"), "[0]", depth, item);
        }
    }

    fn field(&mut self, path: String, key: &str, depth: u32, field: &Merged) {
        if self.fields.len() >= MOST_FIELDS || depth >= MOST_LEVELS {
            self.left_out += 1;
        } else {
            self.fields.push(SourceField {
                path: path.clone(),
                key: shorten(key),
                depth,
                kind: kind(field.value),
                preview: preview(field.value),
                reference: Some(reference(&path)).filter(|written| *written != path),
                other_kinds: field.other_kinds.clone(),
                absent: field.absent,
                moment: moment_of(field.value),
            });
        }
        self.children(&path, depth + 1, field);
    }

    fn tell_odd_key(&mut self, key: &str) {
        if !key.contains(['.', '[', ']', '\\']) {
            return;
        }
        self.odd_keys += 1;
        if self.odd_keys > MOST_TOLD {
            return;
        }
        let shown = shorten(key);
        let written = shorten(&escape(key));
        self.warnings.push(if key.contains(['[', ']', '\\']) {
            format!("The key “{shown}” holds a bracket or a backslash: Experience Platform may not find it.")
        } else {
            format!("The key “{shown}” holds a dot. A path writes it as “{written}”.")
        });
    }
}

fn preview(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::String(text) => shorten(text),
        Value::Array(items) => counted(items.len(), "item"),
        Value::Object(fields) => counted(fields.len(), "field"),
        other => other.to_string(),
    }
}

fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

fn shorten(text: &str) -> String {
    let mut letters = text.chars();
    let mut shown: String = letters.by_ref().take(MOST_SHOWN).collect();
    if letters.next().is_some() {
        shown.push('…');
    }
    shown
}
