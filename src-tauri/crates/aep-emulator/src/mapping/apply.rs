//! Makes a record of an event, line by line.

use serde_json::{Map, Value, json};

use super::convert::convert;
use super::line::{Line, Source};
use crate::expression::{Expression, Path, Step};
use crate::xdm;

/// What became of an event.
#[derive(Debug)]
pub(crate) struct Mapped {
    pub(crate) record: Value,
    pub(crate) problems: Vec<Problem>,
}

/// Something wrong with one line.
#[derive(Clone, Debug)]
pub(crate) struct Problem {
    source: String,
    destination: String,
    source_type: &'static str,
    pub(crate) message: String,
    /// Whether the event is lost for it; otherwise the field stays empty.
    pub(crate) fatal: bool,
}

impl Problem {
    fn of(line: &Line, message: String, fatal: bool) -> Self {
        Self {
            source: line.source_text().to_owned(),
            destination: line.destination.clone(),
            source_type: line.source_type(),
            message,
            fatal,
        }
    }

    /// The problem as Data Prep writes it.
    pub(crate) fn to_json(&self) -> Value {
        json!({
            "source": self.source,
            "destination": self.destination,
            "columnName": self.destination,
            "exception": self.message,
            "sourceType": self.source_type,
        })
    }
}

/// A mapping cannot write further back in a list than this.
const LONGEST_LIST: usize = 100;

/// Maps one event to a record of the schema, at this time.
pub(crate) fn apply(lines: &[Line], event: &Value, schema: &Value, now_ms: i64) -> Mapped {
    let mut record = json!({});
    let mut problems = Vec::new();
    for line in lines {
        match map_line(line, event, schema, now_ms) {
            Ok((path, value)) if !value.is_null() => put(&mut record, path.steps(), value),
            Ok(_) => {}
            Err(problem) => problems.push(problem),
        }
    }
    Mapped { record, problems }
}

fn map_line(
    line: &Line,
    event: &Value,
    schema: &Value,
    now_ms: i64,
) -> Result<(Path, Value), Problem> {
    let (path, field) = target(line, schema)?;
    let value = match &line.source {
        Source::Static(text) => json!(text),
        Source::Attribute(text) => {
            let path =
                Path::parse(text).map_err(|cause| Problem::of(line, cause.to_string(), true))?;
            path.find(event).ok_or_else(|| {
                Problem::of(line, format!("the attribute {text} is not in the event"), false)
            })?
        }
        Source::Expression(text) => {
            let expression = Expression::parse(text)
                .map_err(|cause| Problem::of(line, cause.to_string(), true))?;
            expression
                .evaluate(event, now_ms)
                .map_err(|cause| Problem::of(line, cause.to_string(), false))?
        }
    };
    let converted = convert(value, field).map_err(|mismatch| {
        let message = format!(
            "destination path {}. expected data type was: {}, actual data type was: {}. \
             sourceField: {} destinationField: {}",
            line.destination,
            mismatch.expected,
            mismatch.actual,
            line.source_text(),
            line.destination,
        );
        Problem::of(line, message, true)
    })?;
    Ok((path, converted))
}

/// Checks a line without an event: its source can be read, and its target exists.
pub(crate) fn check_line(line: &Line, schema: &Value) -> Result<(), Problem> {
    target(line, schema)?;
    let read = match &line.source {
        Source::Static(_) => Ok(()),
        Source::Attribute(text) => Path::parse(text).map(drop),
        Source::Expression(text) => Expression::parse(text).map(drop),
    };
    read.map_err(|cause| Problem::of(line, cause.to_string(), true))
}

fn target<'a>(line: &Line, schema: &'a Value) -> Result<(Path, &'a Value), Problem> {
    let path = Path::parse(&line.destination)
        .map_err(|cause| Problem::of(line, cause.to_string(), true))?;
    let names: Vec<String> = path
        .steps()
        .iter()
        .filter_map(|step| match step {
            Step::Name(name) => Some(name.clone()),
            Step::Index(_) | Step::All => None,
        })
        .collect();
    let writable = path.steps().iter().all(|step| match step {
        Step::Name(_) => true,
        Step::Index(index) => *index < LONGEST_LIST,
        Step::All => false,
    });
    match xdm::field_at(schema, &names) {
        Some(field) if writable => {
            let indexed = matches!(path.steps().last(), Some(Step::Index(_)));
            Ok((path, if indexed { &field["items"] } else { field }))
        }
        _ => {
            let message = format!("the destination path {} is not in the schema", line.destination);
            Err(Problem::of(line, message, true))
        }
    }
}

fn put(into: &mut Value, steps: &[Step], value: Value) {
    let Some((first, rest)) = steps.split_first() else {
        *into = value;
        return;
    };
    match first {
        Step::Name(name) => {
            if !into.is_object() {
                *into = Value::Object(Map::new());
            }
            put(&mut into[name.as_str()], rest, value);
        }
        Step::Index(index) => {
            if !into.is_array() {
                *into = json!([]);
            }
            if let Value::Array(items) = into {
                while items.len() <= *index {
                    items.push(Value::Null);
                }
                put(&mut items[*index], rest, value);
            }
        }
        Step::All => {}
    }
}
