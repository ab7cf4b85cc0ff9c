//! One line of a file: the event or record that failed, and what is said to be wrong with it. `_errors` is a list from
//! the mapper and an object from the validator, which also writes `_validationErrors`.

use serde_json::{Map, Value};

use crate::error_book::{last_name, read_message};

/// Fields that speak of the row and are no part of it.
const ABOUT: [&str; 4] = ["_errors", "_validationErrors", "_filename", "_corrupt_record"];

/// A row that failed.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Row {
    /// The row as it stands in the file.
    pub(crate) whole: Map<String, Value>,
    /// What is wrong with it.
    pub(crate) faults: Vec<RowFault>,
}

/// One thing that is wrong with a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RowFault {
    /// In a few words.
    pub(crate) words: String,
    /// The last name of the field, when it is said.
    pub(crate) field: Option<String>,
}

impl Row {
    /// Reads a line; none when it is no JSON object.
    pub(crate) fn of(line: &str) -> Option<Self> {
        let Ok(Value::Object(whole)) = serde_json::from_str(line) else { return None };
        let listed = |key: &str| whole.get(key).map(entries).unwrap_or_default();
        let mut said = listed("_errors");
        said.extend(listed("_validationErrors"));
        let faults = said.into_iter().filter_map(fault).collect();
        Some(Self { whole, faults })
    }

    /// The fields of the row itself, each by its path.
    pub(crate) fn fields(&self) -> Vec<(String, String)> {
        let mut fields = Vec::new();
        for (key, value) in self.whole.iter().filter(|(key, _)| !ABOUT.contains(&key.as_str())) {
            flatten(key, value, &mut fields);
        }
        if let Some(Value::String(text)) = self.whole.get("_corrupt_record") {
            fields.push(("as it came".to_owned(), text.clone()));
        }
        fields
    }
}

/// The errors in a member: a list of them, or an object whose members are such lists.
fn entries(member: &Value) -> Vec<&Value> {
    match member {
        Value::Array(list) => list.iter().collect(),
        Value::Object(map) => map.values().filter_map(Value::as_array).flatten().collect(),
        _ => Vec::new(),
    }
}

fn fault(error: &Value) -> Option<RowFault> {
    let message = error["message"].as_str().unwrap_or_default();
    let pointer = error["pointerToViolation"].as_str().unwrap_or_default();
    let whole = if pointer.is_empty() || message.starts_with('#') {
        message.to_owned()
    } else {
        format!("{pointer}: {message}")
    };
    if let Some(reading) = read_message(&whole)
        && let Some(words) = reading.brief()
    {
        return Some(RowFault { words, field: reading.field_name() });
    }
    let code = error["code"].as_str().unwrap_or_default();
    let words = if message.is_empty() { code } else { message };
    (!words.is_empty()).then(|| RowFault { words: words.to_owned(), field: last_name(pointer) })
}

/// Objects are opened, lists stay whole.
fn flatten(path: &str, value: &Value, fields: &mut Vec<(String, String)>) {
    match value {
        Value::Object(map) if !map.is_empty() => {
            for (key, value) in map {
                flatten(&format!("{path}.{key}"), value, fields);
            }
        }
        Value::String(text) => fields.push((path.to_owned(), text.clone())),
        Value::Null => fields.push((path.to_owned(), String::new())),
        other => fields.push((path.to_owned(), other.to_string())),
    }
}

#[cfg(test)]
mod tests {
    use super::Row;

    fn faults(line: &str) -> Vec<(String, Option<String>)> {
        let row = Row::of(line).unwrap();
        row.faults.into_iter().map(|fault| (fault.words, fault.field)).collect()
    }

    #[test]
    fn errors_are_read_from_a_list_from_an_object_and_from_the_validator() {
        let at = |field: &str| Some(field.to_owned());
        for (line, words, field) in [
            (r#"{"_errors":[{"code":"1401","message":"row is corrupt"}]}"#, "row is corrupt", None),
            (r#"{"_errors":[{"code":"1401"}]}"#, "1401", None),
            (
                r#"{"_errors":{"_streamingValidation":[{"message":"required key [_id] not found"}]}}"#,
                "_id missing",
                at("_id"),
            ),
            (
                r##"{"_validationErrors":[{"causingExceptions":[],"keyword":"minLength","message":"expected minLength: 1, actual: 0","pointerToViolation":"#/_acme/uniqueId"}]}"##,
                "uniqueId empty",
                at("uniqueId"),
            ),
            (
                r##"{"_validationErrors":[{"message":"is odd","pointerToViolation":"#/_acme/score"}]}"##,
                "is odd",
                at("score"),
            ),
        ] {
            assert_eq!(faults(line), [(words.to_owned(), field)], "{line}");
        }
    }

    #[test]
    fn a_row_without_errors_or_with_odd_ones_is_still_a_row() {
        for line in ["{}", r#"{"_errors":null}"#, r#"{"_errors":"x"}"#, r#"{"_errors":[{}]}"#] {
            assert!(faults(line).is_empty(), "{line}");
        }
        for line in ["", "[]", "nonsense", "3"] {
            assert!(Row::of(line).is_none(), "{line}");
        }
    }

    #[test]
    fn objects_are_opened_and_what_speaks_of_the_row_is_left_out() {
        let row =
            Row::of(r#"{"a":{"b":1,"c":null},"l":[1],"_filename":"f","_errors":[]}"#).unwrap();
        let expected = [("a.b", "1"), ("a.c", ""), ("l", "[1]")];
        let expected: Vec<_> =
            expected.map(|(path, text)| (path.to_owned(), text.to_owned())).into();
        assert_eq!(row.fields(), expected);
        let corrupt = Row::of(r#"{"_corrupt_record":"{oops"}"#).unwrap();
        assert_eq!(corrupt.fields()[0].1, "{oops");
    }
}
