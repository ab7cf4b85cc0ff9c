//! The verdict on one line.

use serde_json::Value;

use crate::contract::mapping::{MappingSource, TargetField, TargetKind, VerdictState};
use crate::mapping::expression::mail_date_to_date;
use crate::mapping::path::Path;

use super::date::{self, Unit};
use super::fit::{self, Fit};

/// The longest expression that the platform takes, in characters.
const LONGEST_EXPRESSION: usize = 4_096;

/// One line, judged.
pub(super) struct Judged {
    pub(super) state: VerdictState,
    pub(super) message: String,
    /// What it puts into the record.
    pub(super) value: Option<Value>,
    /// Its field stays empty.
    pub(super) empties: bool,
    /// What it should take instead.
    pub(super) repair: Option<MappingSource>,
}

impl Judged {
    fn new(state: VerdictState, message: impl Into<String>, value: Option<Value>) -> Self {
        Self { state, message: message.into(), value, empties: false, repair: None }
    }

    fn good(value: Option<Value>, message: impl Into<String>) -> Self {
        Self::new(VerdictState::Good, message, value)
    }

    fn warning(value: Option<Value>, message: impl Into<String>) -> Self {
        Self::new(VerdictState::Warning, message, value)
    }

    fn error(message: impl Into<String>) -> Self {
        Self::new(VerdictState::Error, message, None)
    }

    /// Nothing arrives in the target: bad only where a record must have it.
    fn empty(target: &TargetField, why: &str) -> Self {
        if target.required {
            Self::error(format!(
                "{why} Experience Platform refuses a record without “{}”.",
                target.path
            ))
        } else {
            let empty = Self::warning(None, format!("{why} The field stays empty."));
            Self { empties: true, ..empty }
        }
    }

    fn repaired_by(self, source: MappingSource) -> Self {
        Self { repair: Some(source), ..self }
    }
}

/// An earlier line fills this target, or the object around it or a field in it.
pub(super) fn fills_the_same(earlier: usize, target: &str) -> Judged {
    Judged::error(format!("Line {} already fills “{target}”. Remove one of the two.", earlier + 1))
}

/// The target is not in the schema.
pub(super) fn no_such_target(target: &str) -> Judged {
    if target.trim().is_empty() {
        Judged::error("Choose the field that this line fills.")
    } else {
        Judged::error(format!("The schema has no field “{target}”."))
    }
}

/// Judges a line whose target exists and is its own.
pub(super) fn judge(source: &MappingSource, target: &TargetField, event: Option<&Value>) -> Judged {
    match source {
        MappingSource::Field { path } => {
            taken(path, event, target, |value, target| fits(path, value, target))
        }
        MappingSource::SecondsToDate { path } => dated(path, event, target, Unit::Seconds),
        MappingSource::MillisecondsToDate { path } => {
            dated(path, event, target, Unit::Milliseconds)
        }
        MappingSource::Expression { text } => expression(text),
    }
}

fn expression(text: &str) -> Judged {
    if text.trim().is_empty() {
        return Judged::error("Write an expression, or choose a field.");
    }
    let length = text.chars().count();
    if length > LONGEST_EXPRESSION {
        return Judged::error(format!(
            "This expression has {length} characters. At most {LONGEST_EXPRESSION} are possible."
        ));
    }
    Judged::good(None, "Experience Platform works this out.")
}

fn dated(path: &str, event: Option<&Value>, target: &TargetField, unit: Unit) -> Judged {
    if !matches!(target.kind, TargetKind::DateTime | TargetKind::Text) {
        return Judged::error(format!(
            "A date does not fit here: “{}” holds {}.",
            target.path,
            fit::in_words(target.kind)
        ));
    }
    taken(path, event, target, |value, target| match date::read(value, unit) {
        date::Reading::Date { text, message } => Judged::good(Some(text.into()), message),
        date::Reading::OtherUnit { message } => {
            let wrong = if target.required {
                Judged::error(message)
            } else {
                Judged::warning(None, message)
            };
            wrong.repaired_by(unit.other().line(path))
        }
        date::Reading::NoDate { why } => Judged::empty(target, &why),
    })
}

/// Takes the value at a path out of the event and lets `then` judge it.
fn taken(
    path: &str,
    event: Option<&Value>,
    target: &TargetField,
    then: impl FnOnce(&Value, &TargetField) -> Judged,
) -> Judged {
    if path.trim().is_empty() {
        return Judged::error("Choose the field of the event that this line takes.");
    }
    let Some(parsed) = Path::parse(path) else {
        return Judged::error(format!("“{path}” is not a path: keys are joined by single dots."));
    };
    let Some(event) = event else { return Judged::good(None, "") };
    match parsed.find(event) {
        None => Judged::empty(target, &format!("This sample has no “{path}”.")),
        Some(Value::Null) => Judged::empty(target, &format!("“{path}” is null in this sample.")),
        Some(Value::String(text)) if text.is_empty() && target.required => {
            Judged::empty(target, &format!("“{path}” is an empty text in this sample."))
        }
        Some(value) => then(&value, target),
    }
}

fn fits(path: &str, value: &Value, target: &TargetField) -> Judged {
    let judged = match fit::fit(value, target.kind) {
        Fit::Good { value, message } => return Judged::good(Some(value), message),
        Fit::Doubtful { value, why } => Judged::warning(Some(value), why),
        Fit::Never { why } => Judged::error(why),
    };
    match (target.kind, value) {
        (TargetKind::DateTime, Value::Number(number)) => {
            let unit = date::likely_unit(number.as_f64().unwrap_or_default());
            judged.repaired_by(unit.line(path))
        }
        (TargetKind::DateTime, Value::String(text)) if date::is_of_mail(text) => {
            judged.repaired_by(MappingSource::Expression { text: mail_date_to_date(path) })
        }
        _ => judged,
    }
}
