//! Paths into an event: `a.b`, `list[0]`, `list[*].name`, `${name with spaces}`, `dotted\.name`.

use std::iter::Peekable;
use std::str::Chars;

use serde_json::Value;

use super::ExpressionError;

/// A path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Path(Vec<Step>);

/// One step of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// A member of an object.
    Name(String),
    /// One item of a list, from 0.
    Index(usize),
    /// Every item of a list.
    All,
}

impl Path {
    /// A path of these steps.
    pub(crate) fn of(steps: Vec<Step>) -> Self {
        Self(steps)
    }

    /// Reads a text that is a path and nothing else. Reserved words are names like any other here.
    pub(crate) fn parse(text: &str) -> Result<Self, ExpressionError> {
        let wrong = || ExpressionError(format!("the path {text:?} cannot be read"));
        let mut letters = text.trim().chars().peekable();
        let mut steps = Vec::new();
        loop {
            steps.push(Step::Name(read_name(&mut letters).ok_or_else(wrong)?));
            while letters.peek() == Some(&'[') {
                steps.push(read_bracket(&mut letters).ok_or_else(wrong)?);
            }
            match letters.next() {
                None => return Ok(Self(steps)),
                Some('.') => {}
                Some(_) => return Err(wrong()),
            }
        }
    }

    pub(crate) fn steps(&self) -> &[Step] {
        &self.0
    }

    /// The value at the path, if there is one. With `[*]` it is the list of all that were found.
    pub(crate) fn find(&self, root: &Value) -> Option<Value> {
        find(root, &self.0)
    }
}

fn find(value: &Value, steps: &[Step]) -> Option<Value> {
    let Some((step, rest)) = steps.split_first() else { return Some(value.clone()) };
    match step {
        Step::Name(name) => find(value.get(name)?, rest),
        Step::Index(index) => find(value.get(index)?, rest),
        Step::All => {
            let found = value.as_array()?.iter().filter_map(|item| find(item, rest));
            Some(found.collect())
        }
    }
}

fn read_name(letters: &mut Peekable<Chars<'_>>) -> Option<String> {
    let mut name = String::new();
    if letters.peek() == Some(&'$') {
        letters.next();
        letters.next_if_eq(&'{')?;
        loop {
            match letters.next()? {
                '}' => break,
                '\\' => name.push(letters.next()?),
                letter => name.push(letter),
            }
        }
    } else {
        while let Some(letter) = letters.next_if(|letter| *letter != '.' && *letter != '[') {
            let escaped = letter == '\\';
            name.push(if escaped { letters.next()? } else { letter });
        }
    }
    Some(name).filter(|name| !name.is_empty())
}

fn read_bracket(letters: &mut Peekable<Chars<'_>>) -> Option<Step> {
    letters.next_if_eq(&'[')?;
    let mut inside = String::new();
    loop {
        match letters.next()? {
            ']' => break,
            letter => inside.push(letter),
        }
    }
    match inside.trim() {
        "*" => Some(Step::All),
        digits => digits.parse().ok().map(Step::Index),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn paths_find_what_they_name() {
        let event = json!({ "a": { "b": 1, "c.d": 2, "e f": 3 }, "l": [{ "n": 4 }, { "n": 5 }] });
        let cases = [
            ("a.b", json!(1)),
            ("a.c\\.d", json!(2)),
            ("a.${e f}", json!(3)),
            ("a.${c\\.d}", json!(2)),
            ("l[1].n", json!(5)),
            ("l[*].n", json!([4, 5])),
        ];
        for (path, wanted) in cases {
            assert_eq!(Path::parse(path).map(|path| path.find(&event)), Ok(Some(wanted)), "{path}");
        }
    }

    #[test]
    fn broken_paths_are_refused() {
        for path in ["", ".", "a.", "a[", "a[x]", "${a", "a[0]b"] {
            assert!(Path::parse(path).is_err(), "{path}");
        }
    }
}
