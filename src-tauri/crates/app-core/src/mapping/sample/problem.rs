//! Sentences about samples that cannot be read.

use serde_json::Value;
use serde_json::error::Category;

/// The sample is over the limit; it is not looked at further.
pub(super) fn too_large(bytes: usize, limit: usize) -> String {
    let tenths = bytes.div_ceil(100_000);
    format!(
        "This sample has {}.{} MB. One event may have at most {} MB.",
        tenths / 10,
        tenths % 10,
        limit / 1_000_000
    )
}

/// The text is not JSON: where, and what is wrong there.
pub(crate) fn not_json(text: &str, error: &serde_json::Error) -> String {
    let whole = error.to_string();
    let reason = whole.split(" at line ").next().unwrap_or_default();
    let line = text.split('\n').nth(error.line().saturating_sub(1)).unwrap_or_default();
    let column = column(line, error.column());
    let place = format!("line {}, column {column}", error.line());
    if reason.starts_with("recursion limit") {
        return format!("This is nested more than 128 levels deep ({place}). No event is.");
    }
    if reason.starts_with("trailing characters") {
        return format!("After the first event there is more text, and it is no JSON ({place}).");
    }
    if error.classify() == Category::Eof {
        return format!("This JSON is cut short: it ends at {place}, {}.", what_is_open(reason));
    }
    match hint(line, column) {
        Some(hint) => format!("This is not JSON ({place}): {hint}."),
        None => format!("This is not JSON ({place}): {reason}."),
    }
}

/// Where the text broke off. serde_json says "EOF while parsing a list".
fn what_is_open(reason: &str) -> &'static str {
    match reason.rsplit(' ').next() {
        Some("list") => "in the middle of a list",
        Some("object") => "in the middle of an object",
        Some("string") => "in the middle of a text",
        _ => "where a value should come",
    }
}

/// Columns are told in characters, as editors count them; serde_json counts bytes.
fn column(line: &str, bytes: usize) -> usize {
    line.char_indices().take_while(|(at, _)| *at < bytes).count().max(1)
}

/// What a person probably pasted instead of JSON.
fn hint(line: &str, column: usize) -> Option<&'static str> {
    let from = line.char_indices().nth(column.saturating_sub(1)).map_or(line.len(), |(at, _)| at);
    let before = |c: char| !c.is_ascii_alphabetic() && c != '-';
    let word_start = line[..from].char_indices().rfind(|(_, c)| before(*c));
    let word_start = word_start.map_or(0, |(at, c)| at + c.len_utf8());
    let word = line[word_start..].trim_start_matches([' ', '-']);
    let starts = |words: &[&str]| words.iter().any(|start| word.starts_with(start));
    if starts(&["NaN", "Infinity"]) {
        Some("JSON has no NaN and no Infinity; write null or a number")
    } else if starts(&["undefined", "None"]) {
        Some("write null for a value that is absent")
    } else if starts(&["True", "False"]) {
        Some("write true and false in small letters")
    } else if word.starts_with('\'') || line.trim_start().starts_with('\'') {
        Some("texts and keys stand in double quotes")
    } else if line.trim_start().starts_with('<') {
        Some("it looks like a web page or XML")
    } else {
        None
    }
}

/// What kind of JSON value this is.
pub(super) fn kind_in_words(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}
