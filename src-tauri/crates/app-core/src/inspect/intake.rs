//! A text taken apart into events: one event, a JSON list of them, or events one after another, as logs have them.

use serde::de::{Deserialize, Deserializer, IgnoredAny};
use serde_json::Value;

use crate::mapping::sample::{self, LIMIT_BYTES};

/// The largest text that is read, in bytes.
pub(crate) const LARGEST_TEXT: usize = 50_000_000;
/// The most events that are looked at.
pub(super) const MOST_EVENTS: usize = 10_000;

/// What was found in a text.
#[derive(Debug, Default)]
pub(crate) struct Text {
    /// In the order of the text.
    pub(super) events: Vec<Taken>,
    /// How many more there are than are looked at.
    pub(super) left_out: usize,
}

/// One event, or what stands where one should.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Taken {
    /// An event.
    Event {
        /// The event; always an object.
        value: Value,
        /// What to know about it.
        warnings: Vec<String>,
    },
    /// Something else, with a sentence that says what.
    Unread(String),
}

impl Taken {
    /// The event, if it is one.
    pub(super) fn value(&self) -> Option<&Value> {
        match self {
            Self::Event { value, .. } => Some(value),
            Self::Unread(_) => None,
        }
    }
}

/// A JSON value with what to know about its keys.
struct Noted(sample::Parsed);

impl<'de> Deserialize<'de> for Noted {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        sample::Parsed::read(deserializer).map(Self)
    }
}

/// Reads the events in a text.
///
/// # Errors
/// A sentence for the person, when the text is too large or holds nothing.
pub(crate) fn read_text(text: &str) -> Result<Text, String> {
    if text.len() > LARGEST_TEXT {
        return Err(too_large(text.len()));
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).trim();
    let found = if text.is_empty() {
        return Err("There is nothing to read. Paste events as JSON, or drop a file.".to_owned());
    } else if text.starts_with('[') {
        list(text)?
    } else {
        one_after_another(text)
    };
    if found.is_empty() {
        return Err("This list is empty. It holds no events.".to_owned());
    }
    let left_out = found.len().saturating_sub(MOST_EVENTS);
    Ok(Text { events: found.into_iter().take(MOST_EVENTS).collect(), left_out })
}

fn too_large(bytes: usize) -> String {
    let tenths = bytes.div_ceil(100_000);
    format!(
        "This has {}.{} MB. At most {} MB are read at a time: split the file.",
        tenths / 10,
        tenths % 10,
        LARGEST_TEXT / 1_000_000
    )
}

/// A JSON list. One that is broken has no items that could be told apart, so it is refused whole.
fn list(text: &str) -> Result<Vec<Taken>, String> {
    match serde_json::from_str::<Vec<Noted>>(text) {
        Ok(items) => Ok(items.into_iter().map(|Noted(item)| taken(item, None)).collect()),
        Err(error) => Err(sample::not_json(text, &error)),
    }
}

/// Events one after another: a line each, or with line breaks inside. Lines are told apart even where one of them is
/// broken; a broken event that spans lines hides what comes after it.
fn one_after_another(text: &str) -> Vec<Taken> {
    let whole: Result<Vec<Noted>, _> =
        serde_json::Deserializer::from_str(text).into_iter().collect();
    let error = match whole {
        Ok(items) => return items.into_iter().map(|Noted(item)| taken(item, None)).collect(),
        Err(error) => error,
    };
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    let reads = |line: &&str| {
        line.trim_start().starts_with('{') && serde_json::from_str::<IgnoredAny>(line).is_ok()
    };
    if lines.len() < 2 || !lines.iter().any(reads) {
        return vec![Taken::Unread(sample::not_json(text, &error))];
    }
    lines.into_iter().map(line).collect()
}

fn line(text: &str) -> Taken {
    match serde_json::from_str::<Noted>(text) {
        Ok(Noted(item)) => taken(item, Some(text.len())),
        Err(error) => Taken::Unread(sample::not_json(text, &error)),
    }
}

fn taken(read: sample::Parsed, bytes: Option<usize>) -> Taken {
    let sample::Parsed { value, duplicates } = read;
    let Value::Object(fields) = &value else {
        return Taken::Unread(sample::not_an_event(&value));
    };
    if fields.is_empty() {
        return Taken::Unread("This event is empty: it has no fields.".to_owned());
    }
    let bytes = bytes.unwrap_or_else(|| value.to_string().len());
    if bytes > LIMIT_BYTES {
        return Taken::Unread(sample::too_large(bytes));
    }
    Taken::Event { value, warnings: duplicates }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{LARGEST_TEXT, MOST_EVENTS, Taken, read_text};

    fn read(text: &str) -> Vec<Taken> {
        read_text(text).unwrap().events
    }

    fn said(text: &str, place: usize) -> String {
        match read(text).swap_remove(place) {
            Taken::Unread(why) => why,
            Taken::Event { value, .. } => panic!("{value} was read"),
        }
    }

    #[test]
    fn one_event_a_list_lines_and_events_over_several_lines_are_told_apart() {
        let [a, b] = [json!({ "a": 1 }), json!({ "a": 2 })];
        for text in [
            "\u{feff}[{\"a\":1},{\"a\":2}]",
            "{\"a\":1}\n{\"a\":2}",
            "{\"a\":1}\r\n\r\n{\"a\":2}\r\n",
            "{\n  \"a\": 1\n}\n{\n  \"a\": 2\n}",
        ] {
            let found: Vec<_> = read(text).iter().filter_map(Taken::value).cloned().collect();
            assert_eq!(found, [a.clone(), b.clone()], "{text:?}");
        }
        assert_eq!(read("{\"a\":1}")[0].value(), Some(&a));
    }

    #[test]
    fn a_broken_line_does_not_hide_the_others() {
        let text = "{\"a\":1}\n{\"a\":NaN}\n{\"a\":3}";
        assert_eq!(read(text).len(), 3);
        assert!(said(text, 1).contains("no NaN"), "{}", said(text, 1));
        assert_eq!(read(text)[2].value(), Some(&json!({ "a": 3 })));
    }

    #[test]
    fn what_is_no_event_is_told_in_its_place() {
        let text = "[{\"a\":1}, 7, [], {}]";
        assert_eq!(read(text).len(), 4);
        assert!(said(text, 1).contains("a number"));
        assert!(said(text, 3).contains("empty"));
        assert!(said("{\"a\":", 0).contains("cut short"));
        assert!(said(&format!("{}1{}", "{\"a\":".repeat(200), "}".repeat(200)), 0).contains("128"));
        let large = format!("{{\"a\":\"{}\"}}", "x".repeat(1_000_001));
        assert!(said(&large, 0).contains("1 MB"));
    }

    #[test]
    fn odd_keys_are_keys_and_a_doubled_one_is_told() {
        let events = read(r#"{"🎉":1,"'; DROP TABLE events; --":2,"a":3,"a":4}"#);
        let Taken::Event { value, warnings } = &events[0] else { panic!("it is an event") };
        assert_eq!(value["🎉"], 1);
        assert_eq!(value["a"], 4);
        assert_eq!(warnings.len(), 1);
        assert!(warnings[0].contains("twice"));
    }

    #[test]
    fn too_much_is_refused_with_its_limit_and_too_many_are_counted() {
        let why = read_text(&" ".repeat(LARGEST_TEXT + 1)).unwrap_err();
        assert!(why.contains("50 MB"), "{why}");
        let text = "{\"a\":1}\n".repeat(MOST_EVENTS + 5);
        let found = read_text(&text).unwrap();
        assert_eq!((found.events.len(), found.left_out), (MOST_EVENTS, 5));
        for (text, word) in [("", "nothing"), ("[]", "no events"), ("[{\"a\":1}", "cut short")] {
            assert!(read_text(text).unwrap_err().contains(word), "{text}");
        }
    }
}
