//! Paths into an event: keys joined by dots, `[0]` for one item of a list, `[*]` for all of them. A dot, a bracket
//! or a backslash that belongs to a key has a backslash before it. Target paths need none of this: names in XDM
//! hold neither dots nor brackets.

use serde_json::Value;

/// A path, taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Path(Vec<Step>);

/// One step of a path.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Step {
    /// Into the field of this name.
    Key(String),
    /// Into one item of a list.
    Index(usize),
    /// Into every item of a list.
    All,
}

impl Path {
    /// Takes a path apart; `None` when it is not one (an empty key, a bracket left open).
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut steps = Vec::new();
        let mut rest = text;
        loop {
            rest = key(rest, &mut steps)?;
            while let Some(bracket) = rest.strip_prefix('[') {
                let (inside, after) = bracket.split_once(']')?;
                steps.push(match inside {
                    "*" => Step::All,
                    number => Step::Index(number.parse().ok()?),
                });
                rest = after;
            }
            match rest.strip_prefix('.') {
                Some(after) => rest = after,
                None if rest.is_empty() => return Some(Self(steps)),
                None => return None,
            }
        }
    }

    /// What stands there in the event; `None` when nothing does.
    pub(super) fn find(&self, event: &Value) -> Option<Value> {
        find(&self.0, event)
    }

    /// Its keys, without escapes.
    pub(super) fn keys(&self) -> impl Iterator<Item = &str> {
        self.0.iter().filter_map(|step| match step {
            Step::Key(key) => Some(key.as_str()),
            Step::Index(_) | Step::All => None,
        })
    }

    /// Writes the path again, its keys as `key` says.
    pub(super) fn write(&self, key: impl Fn(&str) -> String) -> String {
        let mut text = String::new();
        for step in &self.0 {
            match step {
                Step::Key(name) if text.is_empty() => text = key(name),
                Step::Key(name) => text = format!("{text}.{}", key(name)),
                Step::Index(index) => text = format!("{text}[{index}]"),
                Step::All => text.push_str("[*]"),
            }
        }
        text
    }
}

/// Reads one key, undoing its escapes; the answer is what follows it.
fn key<'t>(text: &'t str, steps: &mut Vec<Step>) -> Option<&'t str> {
    let mut name = String::new();
    let mut letters = text.char_indices();
    let mut end = text.len();
    while let Some((at, letter)) = letters.next() {
        match letter {
            '\\' => name.push(letters.next()?.1),
            '.' | '[' => {
                end = at;
                break;
            }
            other => name.push(other),
        }
    }
    if name.is_empty() {
        return None;
    }
    steps.push(Step::Key(name));
    Some(&text[end..])
}

fn find(steps: &[Step], value: &Value) -> Option<Value> {
    let Some((step, rest)) = steps.split_first() else { return Some(value.clone()) };
    match step {
        Step::Key(key) => find(rest, value.get(key)?),
        Step::Index(index) => find(rest, value.get(index)?),
        Step::All => {
            let found = value.as_array()?.iter().filter_map(|item| find(rest, item));
            Some(Value::Array(found.collect()))
        }
    }
}

/// A key as a path writes it.
pub(super) fn escape(key: &str) -> String {
    let mut written = String::with_capacity(key.len());
    for letter in key.chars() {
        if matches!(letter, '.' | '[' | ']' | '\\') {
            written.push('\\');
        }
        written.push(letter);
    }
    written
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, proptest};
    use serde_json::{Value, json};

    use super::{Path, escape};

    fn find(path: &str, event: &Value) -> Option<Value> {
        Path::parse(path)?.find(event)
    }

    #[test]
    fn a_path_finds_what_stands_there() {
        let event = json!({ "a": { "b.c": 1, "list": [{ "d": 2 }, { "d": 3 }, {}] } });
        assert_eq!(find(r"a.b\.c", &event), Some(json!(1)));
        assert_eq!(find("a.list[1].d", &event), Some(json!(3)));
        assert_eq!(find("a.list[*].d", &event), Some(json!([2, 3])));
        assert_eq!(find("a.b.c", &event), None);
        assert_eq!(find("a.list[9].d", &event), None);
    }

    #[test]
    fn what_is_not_a_path_is_recognised() {
        for text in ["", ".", "a.", ".a", "a..b", "a[", "a[x]", "a[0]b", "[0]", "a\\"] {
            assert_eq!(Path::parse(text), None, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn any_key_is_found_again_by_its_escaped_form(key in ".{1,12}", value in any::<i64>()) {
            let event = json!({ (&key): value });
            assert_eq!(find(&escape(&key), &event), Some(json!(value)));
        }

        #[test]
        fn no_text_at_all_breaks_the_reading_of_a_path(text in ".{0,40}") {
            Path::parse(&text);
        }
    }
}
