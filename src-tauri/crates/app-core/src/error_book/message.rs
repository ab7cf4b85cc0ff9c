//! Reading the words of the validation that events pass through. Their numbers differ between sources, and one code
//! stands for several mistakes, so the message decides: what is wrong, and with which field.

use super::message_field::last_name;
use super::message_patterns::PATTERNS;
use crate::contract::error::Owner;

/// What a message says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Reading {
    /// Plain name of this kind of mistake.
    pub(super) name: &'static str,
    /// What can be said of the field in a word or two.
    pub(super) fault: Fault,
    /// What happened.
    pub(super) what: String,
    /// Whose it is to solve.
    pub(super) owner: Owner,
    /// What to do next.
    pub(super) next: &'static str,
    /// The field of the schema, with dots between its parts.
    pub(super) field: Option<String>,
    /// The field of the event, where the mapping names it.
    pub(super) source: Option<String>,
}

/// What can be wrong with a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    /// It is there but empty.
    Empty,
    /// It is not there.
    Missing,
    /// The schema does not have it.
    NotInSchema,
    /// It holds another type than the schema asks for.
    WrongType,
    /// It is no date.
    NotADate,
    /// It is none of the values that the schema allows.
    NotAllowed,
    /// It is too short, too long, too small or too large.
    OutOfRange,
    /// More than one of these.
    Several,
}

/// What the message says, when it is one of the known kinds. Of several mistakes in one event, the first is told.
pub(crate) fn read(message: &str) -> Option<Reading> {
    let message = message.strip_prefix("The message can't be validated: ").unwrap_or(message);
    let first = match message.split_once(" schema violations found: ") {
        Some((_, listed)) => listed.split(';').next()?,
        None => message,
    };
    PATTERNS.iter().find_map(|pattern| pattern(first))
}

impl Reading {
    /// The last name of the field, as a person knows it from the event.
    pub(crate) fn field_name(&self) -> Option<String> {
        last_name(self.source.as_ref().or(self.field.as_ref())?)
    }

    /// "uniqueId empty", for a sentence that has little room; none when no field is named.
    pub(crate) fn brief(&self) -> Option<String> {
        Some(format!("{} {}", self.field_name()?, self.fault.words()))
    }

    /// "uniqueId was empty"; none when no field is named.
    pub(crate) fn title(&self) -> Option<String> {
        Some(format!("{} was {}", self.field_name()?, self.fault.words()))
    }
}

impl Fault {
    fn words(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Missing => "missing",
            Self::NotInSchema => "not in the schema",
            Self::WrongType => "of the wrong type",
            Self::NotADate => "not a date",
            Self::NotAllowed => "not an allowed value",
            Self::OutOfRange => "out of range",
            Self::Several => "wrong in several ways",
        }
    }
}

#[cfg(test)]
#[path = "message_tests.rs"]
mod tests;
