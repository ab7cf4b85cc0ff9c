//! The types that a sample event shows. One event does not tell everything: what it leaves open is told as a note,
//! and a person decides.

use std::collections::HashSet;

use jiff::Timestamp;
use serde_json::{Map, Number, Value};

use crate::contract::error::{AppError, FieldProblem};
use crate::contract::schema_form::{SampleShape, ShapeField, ShapeHint, ShapeKind};
use crate::mapping::sample;

use super::name;

/// The most fields that a schema is made of here: Adobe's guideline for all schemas of a class together.
pub(super) const MOST_FIELDS: usize = 6_000;
/// The deepest level: no person looks for a field below it.
pub(super) const MOST_LEVELS: u32 = 20;
/// The largest whole number that XDM's `long` holds.
const LONG_MAX: i64 = 9_007_199_254_740_991;
/// The longest value that is shown, in characters.
const MOST_SHOWN: usize = 60;

/// Reads a sample and says what a schema for it looks like.
///
/// # Errors
/// `validation` on `sample`: too large, not JSON (with line and column), or not an event.
pub(crate) fn read(text: &str) -> Result<SampleShape, AppError> {
    let event = sample::read_event(text).map_err(|message| {
        AppError::validation(vec![FieldProblem { field: "sample".to_owned(), message }])
    })?;
    let mut reader = Reader { shape: SampleShape::empty(event.warnings), too_many: 0, too_deep: 0 };
    if let Value::Object(fields) = &event.value {
        reader.object(fields, 0, true);
    }
    Ok(reader.told())
}

impl SampleShape {
    fn empty(warnings: Vec<String>) -> Self {
        Self { fields: Vec::new(), hints: Vec::new(), warnings }
    }
}

struct Reader {
    shape: SampleShape,
    too_many: usize,
    too_deep: usize,
}

impl Reader {
    fn object(&mut self, fields: &Map<String, Value>, depth: u32, included: bool) {
        if depth >= MOST_LEVELS {
            self.too_deep += fields.len();
            return;
        }
        let mut taken = HashSet::new();
        for (key, value) in fields {
            if self.shape.fields.len() >= MOST_FIELDS {
                self.too_many += 1;
                continue;
            }
            self.field(key, value, depth, included, &mut taken);
        }
    }

    fn field(
        &mut self,
        key: &str,
        value: &Value,
        depth: u32,
        included: bool,
        taken: &mut HashSet<String>,
    ) {
        let name = name::repaired(key, taken);
        let seen = Seen::of(value);
        let mut notes = Vec::new();
        if name != key {
            notes.push(format!("Named {name}, because {}.", why_not(key)));
        }
        notes.extend(seen.note.map(str::to_owned));
        let included = included && seen.is_usable;
        self.shape.fields.push(ShapeField {
            key: shorten(key),
            name,
            depth,
            kind: seen.kind,
            list: seen.list,
            included,
        });
        self.shape.hints.push(ShapeHint { preview: preview(value), note: notes.join(" ") });
        if let Some(fields) = seen.fields {
            self.object(fields, depth + 1, included);
        }
    }

    fn told(self) -> SampleShape {
        let mut shape = self.shape;
        if self.too_many > 0 {
            shape.warnings.push(format!(
                "This sample has more than {MOST_FIELDS} fields, as many as one schema should have. {} are left out.",
                self.too_many
            ));
        }
        if self.too_deep > 0 {
            shape.warnings.push(format!(
                "Fields more than {MOST_LEVELS} levels deep are left out ({}).",
                self.too_deep
            ));
        }
        shape
    }
}

/// What one value shows.
struct Seen<'v> {
    kind: ShapeKind,
    list: bool,
    fields: Option<&'v Map<String, Value>>,
    note: Option<&'static str>,
    /// A field can be made of it.
    is_usable: bool,
}

impl<'v> Seen<'v> {
    fn of(value: &'v Value) -> Self {
        match value {
            Value::Array(items) => Self::list(items),
            Value::Object(fields) => Self::object(fields),
            Value::Null => Self {
                note: Some("The sample has no value here; text takes any."),
                ..Self::plain(ShapeKind::Text)
            },
            Value::Bool(_) => Self::plain(ShapeKind::Boolean),
            Value::Number(number) => Self::number(number),
            Value::String(text) if text.parse::<Timestamp>().is_ok() => {
                Self::plain(ShapeKind::DateTime)
            }
            Value::String(_) => Self::plain(ShapeKind::Text),
        }
    }

    fn plain(kind: ShapeKind) -> Self {
        Self { kind, list: false, fields: None, note: None, is_usable: true }
    }

    fn object(fields: &'v Map<String, Value>) -> Self {
        let object = Self { fields: Some(fields), ..Self::plain(ShapeKind::Object) };
        if !fields.is_empty() {
            return object;
        }
        Self {
            note: Some("Left out: the sample shows no field of it."),
            is_usable: false,
            ..object
        }
    }

    fn number(number: &Number) -> Self {
        let fits = |whole: i64| (-LONG_MAX..=LONG_MAX).contains(&whole);
        match number.as_i64() {
            Some(whole) if fits(whole) => Self::plain(ShapeKind::Integer),
            None if number.is_f64() => Self::plain(ShapeKind::Number),
            _ => Self {
                note: Some("Text, because it has more digits than a whole number may have."),
                ..Self::plain(ShapeKind::Text)
            },
        }
    }

    /// The first item stands for all: lists of events hold items of one shape.
    fn list(items: &'v [Value]) -> Self {
        match items.first() {
            None => Self {
                list: true,
                note: Some("The list is empty in the sample; its items are taken for text."),
                ..Self::plain(ShapeKind::Text)
            },
            Some(Value::Array(_)) => Self {
                list: true,
                note: Some("Left out: Experience Platform has no lists of lists."),
                is_usable: false,
                ..Self::plain(ShapeKind::Text)
            },
            Some(first) => Self { list: true, ..Self::of(first) },
        }
    }
}

fn why_not(key: &str) -> &'static str {
    if name::is_good(key) {
        "a field beside it has that name already; capitals make no difference"
    } else if key.starts_with('_') {
        "only Adobe’s own names begin with _"
    } else if key.chars().count() > name::LONGEST {
        "the key is too long for a name"
    } else {
        "names have letters, digits, - and _ only"
    }
}

fn preview(value: &Value) -> String {
    match value {
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

#[cfg(test)]
mod tests {
    use super::read;
    use crate::contract::schema_form::{SampleShape, ShapeKind};

    fn shape(text: &str) -> SampleShape {
        read(text).unwrap()
    }

    fn refusal(text: &str) -> String {
        let error = read(text).unwrap_err();
        assert_eq!(error.fields[0].field, "sample");
        error.title
    }

    #[test]
    fn types_follow_the_values() {
        let found = shape(
            r#"{"t":"x","d":"2026-10-27T10:42:00Z","i":-7,"n":1.5,"b":true,"o":{"k":1},"l":["a"],"s":[{"q":2}]}"#,
        );
        let seen: Vec<_> = found
            .fields
            .iter()
            .map(|field| (field.name.as_str(), field.depth, field.kind, field.list))
            .collect();
        use ShapeKind::{Boolean, DateTime, Integer, Number, Object, Text};
        let expected = [
            ("t", 0, Text, false),
            ("d", 0, DateTime, false),
            ("i", 0, Integer, false),
            ("n", 0, Number, false),
            ("b", 0, Boolean, false),
            ("o", 0, Object, false),
            ("k", 1, Integer, false),
            ("l", 0, Text, true),
            ("s", 0, Object, true),
            ("q", 1, Integer, false),
        ];
        assert_eq!(seen, expected);
        assert!(found.warnings.is_empty() && found.hints.iter().all(|hint| hint.note.is_empty()));
    }

    #[test]
    fn what_a_sample_leaves_open_is_told_beside_the_field() {
        let found = shape(r#"{"a":null,"b":[],"c":{},"d":[[1]],"e":99999999999999999999,"_f":1}"#);
        let told: Vec<_> = found.hints.iter().map(|hint| hint.note.as_str()).collect();
        assert!(told[0].contains("no value"));
        assert!(told[1].contains("empty"));
        assert!(told[2].starts_with("Left out") && !found.fields[2].included);
        assert!(told[3].contains("lists of lists") && !found.fields[3].included);
        assert!(found.fields[4].kind != ShapeKind::Integer);
        assert_eq!(told[5], "Named f, because only Adobe’s own names begin with _.");
    }

    #[test]
    fn emoji_and_sql_in_keys_are_repaired_visibly() {
        let found = shape(r#"{"🎉":1,"'; DROP TABLE events; --":2,"Name":3,"name":4}"#);
        let names: Vec<_> = found.fields.iter().map(|field| field.name.as_str()).collect();
        assert_eq!(names, ["field", "DROP_TABLE_events_--", "Name", "name_2"]);
        assert!(found.hints[3].note.contains("capitals make no difference"));
    }

    #[test]
    fn bad_samples_are_refused_in_words() {
        assert!(refusal(&"x".repeat(50_000_000)).contains("50.0 MB"));
        assert!(refusal(r#"{"a":NaN}"#).contains("no NaN"));
        let deep = format!("{}1{}", r#"{"a":"#.repeat(200), "}".repeat(200));
        assert!(refusal(&deep).contains("128 levels"));
        assert!(shape(r#"{"a":1,"a":2}"#).warnings[0].contains("appears twice"));
    }

    #[test]
    fn five_thousand_fields_are_read_and_more_than_a_schema_should_have_are_told() {
        let sample = |count: usize| {
            let fields: Vec<_> = (0..count).map(|at| format!("\"f{at}\":{at}")).collect();
            format!("{{{}}}", fields.join(","))
        };
        let found = shape(&sample(5_000));
        assert_eq!((found.fields.len(), found.warnings.len()), (5_000, 0));
        let found = shape(&sample(7_000));
        assert_eq!((found.fields.len(), found.hints.len()), (6_000, 6_000));
        assert!(found.warnings[0].contains("1000 are left out"));
    }

    #[test]
    fn what_is_too_deep_is_left_out_and_told() {
        let deep = format!("{}1{}", r#"{"a":"#.repeat(30), "}".repeat(30));
        let found = shape(&deep);
        assert_eq!(found.fields.len(), 20);
        assert!(found.warnings[0].contains("20 levels"));
    }
}
