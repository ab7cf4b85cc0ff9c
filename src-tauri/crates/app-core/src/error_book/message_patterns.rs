//! The kinds of validation message, one function each: what is wrong, and with which field.

use super::message::{Fault, Reading};
use super::message_field::{after, between, field_before, number_after, spelt};
use crate::contract::error::Owner;

const ADD_A_LINE: &str =
    "Add a line to the mapping that fills this field, and check that the source sends its value.";
const CONVERT: &str = "Open the mapping and convert the value, or choose a field that can take it.";
const COMPARE: &str = "Compare the event with the field's rule, and correct the mapping's line.";

pub(super) const PATTERNS: &[fn(&str) -> Option<Reading>] = &[
    missing,
    not_permitted,
    converted_wrongly,
    wrong_type,
    too_short,
    too_long,
    not_in_the_list,
    not_a_date,
    against_the_pattern,
    out_of_range,
    several,
];

/// What is told of a kind of mistake: its name, the name of its fault, and what to do next.
struct Kind(&'static str, Fault, &'static str);

fn reading(kind: Kind, what: String, field: Option<String>) -> Option<Reading> {
    let Kind(name, fault, next) = kind;
    Some(Reading { name, fault, what, owner: Owner::You, next, field, source: None })
}

/// `#: required key [x] not found`, `#/_tenant: required key [x] not found`.
fn missing(message: &str) -> Option<Reading> {
    let key = between(message, "required key [", "] not found")?;
    let field = match field_before(message, "required key [") {
        Some(above) => format!("{above}.{key}"),
        None => key.to_owned(),
    };
    let what = format!("The schema requires “{field}”, and the event brought no value for it.");
    reading(Kind("Required field is missing", Fault::Missing, ADD_A_LINE), what, Some(field))
}

fn not_permitted(message: &str) -> Option<Reading> {
    let key = between(message, "extraneous key [", "] is not permitted")?;
    let field = match field_before(message, "extraneous key [") {
        Some(above) => format!("{above}.{key}"),
        None => key.to_owned(),
    };
    let what = format!("The schema has no field “{field}”.");
    let next = "Remove the line of the mapping that fills it, or add the field to the schema.";
    reading(Kind("Field is not in the schema", Fault::NotInSchema, next), what, Some(field))
}

/// The mapping's own words: destination, wanted and found type, and the field of the event.
fn converted_wrongly(message: &str) -> Option<Reading> {
    let wanted = after(message, "expected data type was: ")?.split([',', '.', ' ']).next()?;
    let found = after(message, "actual data type was: ")?;
    let found = found.split(['.', ' ', ',']).next().unwrap_or_default();
    let named = |start| after(message, start)?.split(' ').next().map(spelt);
    let given = |name: &String| !name.is_empty();
    let path = between(message, "destination path ", ". ").map(spelt);
    let field = path.or_else(|| named("destinationField: ")).filter(given);
    let source = named("sourceField: ").filter(given);
    let what = format!(
        "The mapping gave {} where {} is wanted{}.",
        kind(found),
        kind(wanted),
        of(field.as_ref())
    );
    let fault = match (wanted, found) {
        (_, "NULL") => Fault::Empty,
        ("DATE" | "DATE-TIME" | "DATETIME" | "TIMESTAMP", _) => Fault::NotADate,
        _ => Fault::WrongType,
    };
    let told = reading(Kind("Value did not fit the field type", fault, CONVERT), what, field)?;
    Some(Reading { source, ..told })
}

fn wrong_type(message: &str) -> Option<Reading> {
    let wanted = between(message, "expected type: ", ",")?;
    let found = after(message, "found: ")?.split([' ', ',', ';']).next().unwrap_or_default();
    let field = field_before(message, "expected type: ");
    let what = format!(
        "The event brought {} where {} is wanted{}.",
        kind(found),
        kind(wanted),
        of(field.as_ref())
    );
    let fault = if found.eq_ignore_ascii_case("null") { Fault::Empty } else { Fault::WrongType };
    reading(Kind("Value did not fit the field type", fault, CONVERT), what, field)
}

/// `uniqueID: expected minLength: 1, actual 0`, with or without a colon at the end.
fn too_short(message: &str) -> Option<Reading> {
    let least = number_after(message, "expected minLength: ")?;
    let actual = number_after(message, "actual");
    let field = field_before(message, "expected minLength: ");
    if least == 1 && actual.unwrap_or_default() == 0 {
        let what = format!("The event brought an empty text{}.", for_field(field.as_ref()));
        return reading(Kind("Required field was empty", Fault::Empty, ADD_A_LINE), what, field);
    }
    let what = format!(
        "The text is shorter than the {least} characters that are wanted{}.",
        for_field(field.as_ref())
    );
    reading(Kind("Text is too short", Fault::OutOfRange, COMPARE), what, field)
}

fn too_long(message: &str) -> Option<Reading> {
    let most = number_after(message, "expected maxLength: ")?;
    let field = field_before(message, "expected maxLength: ");
    let what = format!(
        "The text is longer than the {most} characters that fit{}.",
        for_field(field.as_ref())
    );
    reading(Kind("Text is too long", Fault::OutOfRange, COMPARE), what, field)
}

fn not_in_the_list(message: &str) -> Option<Reading> {
    message.contains("is not a valid enum value").then_some(())?;
    let field = field_before(message, "");
    let what = format!(
        "The value is not one of those that the schema lists{}.",
        for_field(field.as_ref())
    );
    reading(Kind("Value is not in the list", Fault::NotAllowed, COMPARE), what, field)
}

fn not_a_date(message: &str) -> Option<Reading> {
    (message.contains("is not a valid date-time") || message.contains("is not a valid date"))
        .then_some(())?;
    let field = field_before(message, "[");
    let what = format!("The value cannot be read as a date{}.", for_field(field.as_ref()));
    let next =
        "Turn it into a date in the mapping: many sources send seconds or milliseconds since 1970.";
    reading(Kind("Not a date", Fault::NotADate, next), what, field)
}

fn against_the_pattern(message: &str) -> Option<Reading> {
    message.contains("does not match pattern").then_some(())?;
    let field = field_before(message, "string [");
    let what = format!(
        "The text is written otherwise than the schema wants{}.",
        for_field(field.as_ref())
    );
    reading(Kind("Text has another form", Fault::NotAllowed, COMPARE), what, field)
}

fn out_of_range(message: &str) -> Option<Reading> {
    let known = ["is not greater or equal to", "is not less or equal to"];
    let bound = known.iter().find_map(|words| number_after(message, words))?;
    let field = field_before(message, "");
    let what = format!(
        "The number lies beyond {bound}, where the schema ends{}.",
        for_field(field.as_ref())
    );
    reading(Kind("Number out of range", Fault::OutOfRange, COMPARE), what, field)
}

/// `#: 3 schema violations found`, when it does not say which.
fn several(message: &str) -> Option<Reading> {
    let before = message.split("schema violations found").next()?;
    (before.len() < message.len()).then_some(())?;
    let count = before.trim_end().rsplit([' ', ':']).next()?.parse::<u32>().ok()?;
    let what = format!("The event breaks {count} rules of the schema at once.");
    reading(Kind("Several things wrong with one event", Fault::Several, COMPARE), what, None)
}

fn for_field(field: Option<&String>) -> String {
    field.map_or_else(String::new, |field| format!(" for “{field}”"))
}

fn of(field: Option<&String>) -> String {
    field.map_or_else(String::new, |field| format!(" in “{field}”"))
}

/// A type by the word that a person would use.
fn kind(name: &str) -> String {
    let plain = match name.trim().to_ascii_lowercase().as_str() {
        "string" => "text",
        "long" | "integer" | "int" | "short" | "byte" => "a whole number",
        "number" | "double" | "float" | "decimal" | "bigdecimal" => "a number",
        "boolean" => "yes or no",
        "jsonarray" | "array" | "list" => "a list",
        "jsonobject" | "object" | "map" | "struct" => "a group of fields",
        "date" | "date-time" | "timestamp" => "a date",
        "null" => "nothing",
        _ => return format!("“{}”", name.trim()),
    };
    plain.to_owned()
}
