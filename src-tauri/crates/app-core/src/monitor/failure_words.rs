//! What a record error says, read from its message: which field, and what is wrong with it. The wording is that of
//! Adobe's mapper and of the validator behind it; codes alone do not tell, since one code stands for several
//! mistakes.

/// What a message says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FailureWords {
    /// The field, by its last name.
    pub(crate) field: String,
    /// What is wrong with it.
    pub(crate) fault: Fault,
}

/// What can be wrong with a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
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
}

impl FailureWords {
    /// Reads a message; none when it is of an unknown form.
    pub(crate) fn of(message: &str) -> Option<Self> {
        let first = message.split(" schema violations found: ").last()?;
        let first = first.split(';').next()?;
        mapper(first).or_else(|| named_key(first)).or_else(|| at_a_pointer(first))
    }

    /// "uniqueId empty", for a sentence that has little room.
    pub(crate) fn brief(&self) -> String {
        let fault = match self.fault {
            Fault::Empty => "empty",
            Fault::Missing => "missing",
            Fault::NotInSchema => "not in the schema",
            Fault::WrongType => "of the wrong type",
            Fault::NotADate => "not a date",
            Fault::NotAllowed => "not an allowed value",
            Fault::OutOfRange => "out of range",
        };
        format!("{} {fault}", self.field)
    }

    /// "uniqueId was empty".
    pub(crate) fn title(&self) -> String {
        let was = self.brief();
        let rest = was.strip_prefix(self.field.as_str()).unwrap_or_default();
        format!("{} was{rest}", self.field)
    }

    /// Why the events failed.
    pub(crate) fn cause(&self) -> String {
        let field = &self.field;
        match self.fault {
            Fault::Empty => format!("The schema needs {field}, and these events left it empty."),
            Fault::Missing => {
                format!("The schema needs {field}, and the mapping gave these events none.")
            }
            Fault::NotInSchema => {
                format!("The mapping fills {field}, which the schema does not have.")
            }
            Fault::WrongType => {
                format!("{field} held a value of another type than the schema asks for.")
            }
            Fault::NotADate => format!("{field} held something that is not a date."),
            Fault::NotAllowed => {
                format!("{field} held a value that the schema does not list.")
            }
            Fault::OutOfRange => {
                format!(
                    "{field} held a value that is shorter, longer, smaller or larger than the schema allows."
                )
            }
        }
    }

    /// What helps.
    pub(crate) fn next_step(&self) -> String {
        let field = &self.field;
        let step = match self.fault {
            Fault::Empty | Fault::Missing => format!("Fill {field} in the mapping"),
            Fault::NotInSchema => format!("Take {field} out of the mapping"),
            Fault::WrongType | Fault::NotADate | Fault::NotAllowed | Fault::OutOfRange => {
                format!("Turn {field} into what the schema asks for, in the mapping")
            }
        };
        format!("{step}. Events that are sent later are ingested then.")
    }
}

/// "destination path X. expected data type was: T, actual data type was: T. sourceField: S destinationField: D"
fn mapper(message: &str) -> Option<FailureWords> {
    let expected = between(message, "expected data type was: ", &[',', '.'])?;
    let source = between(message, "sourceField: ", &[' ', '.']);
    let destination = between(message, "destination path ", &[' ']);
    let field = source.or(destination)?;
    let actual = between(message, "actual data type was: ", &[',', '.']).unwrap_or_default();
    let fault = match (expected, actual) {
        (_, "NULL") => Fault::Empty,
        ("DATE" | "DATE-TIME" | "DATETIME" | "TIMESTAMP", _) => Fault::NotADate,
        _ => Fault::WrongType,
    };
    Some(FailureWords { field: last_name(field)?, fault })
}

/// "required key [x] not found", "extraneous key [x] is not permitted"
fn named_key(message: &str) -> Option<FailureWords> {
    let (start, fault) =
        [("required key [", Fault::Missing), ("extraneous key [", Fault::NotInSchema)]
            .into_iter()
            .find(|(start, _)| message.contains(start))?;
    Some(FailureWords { field: last_name(between(message, start, &[']'])?)?, fault })
}

/// "#/a/b: expected minLength: 1, actual: 0"; some leave the pointer's beginning out.
fn at_a_pointer(message: &str) -> Option<FailureWords> {
    const FAULTS: [(&str, Fault); 9] = [
        ("expected minLength: 1, actual: 0", Fault::Empty),
        ("found: Null", Fault::Empty),
        ("is not a valid date-time", Fault::NotADate),
        ("expected type: ", Fault::WrongType),
        ("is not a valid enum value", Fault::NotAllowed),
        ("does not match pattern", Fault::NotAllowed),
        ("expected minLength: ", Fault::OutOfRange),
        ("expected maxLength: ", Fault::OutOfRange),
        (" or equal to ", Fault::OutOfRange),
    ];
    let (_, fault) = FAULTS.into_iter().find(|(words, _)| message.contains(words))?;
    let pointer =
        message.split(": ").find(|part| !part.is_empty() && !part.contains(' ') && *part != "#")?;
    Some(FailureWords { field: last_name(pointer)?, fault })
}

fn between<'a>(text: &'a str, start: &str, ends: &[char]) -> Option<&'a str> {
    let rest = &text[text.find(start)? + start.len()..];
    let found = rest.split(ends).next()?.trim();
    (!found.is_empty()).then_some(found)
}

/// The last name of a path or pointer; an index is none.
pub(crate) fn last_name(path: &str) -> Option<String> {
    let names = path.trim_start_matches('#').split(['/', '.']);
    let mut named = names.filter(|name| !name.is_empty() && name.parse::<u32>().is_err());
    named.next_back().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::FailureWords;

    fn brief(message: &str) -> String {
        FailureWords::of(message).map_or_else(String::new, |words| words.brief())
    }

    #[test]
    fn a_message_names_its_field_and_what_is_wrong_with_it() {
        for (message, expected) in [
            (
                "The message can't be validated: uniqueId: expected minLength: 1, actual: 0",
                "uniqueId empty",
            ),
            ("The message can't be validated: #: required key [_id] not found", "_id missing"),
            ("#/_acme/uniqueId: expected minLength: 1, actual: 0", "uniqueId empty"),
            ("#/_acme/uniqueId: expected minLength: 4, actual: 2", "uniqueId out of range"),
            ("#/_acme/score: expected type: Integer, found: String", "score of the wrong type"),
            ("#/_acme/items/3: expected type: String, found: Long", "items of the wrong type"),
            ("#/_acme/visitorId: expected type: String, found: Null", "visitorId empty"),
            (
                "#/timestamp: [soon] is not a valid date-time. Expected RFC 3339 text",
                "timestamp not a date",
            ),
            ("#/_acme/poll: red is not a valid enum value", "poll not an allowed value"),
            ("#/_acme/score: 12 is not less or equal to 10", "score out of range"),
            ("#/_acme: extraneous key [colour] is not permitted", "colour not in the schema"),
            (
                "The message can't be validated: #: 2 schema violations found: #/_acme/a: expected type: String, found: Long; #: required key [b] not found",
                "a of the wrong type",
            ),
            (
                "Mapper Transform Error: destination path timestamp. expected data type was: DATE, actual data type was: STRING. sourceField: timestamp destinationField: timestamp",
                "timestamp not a date",
            ),
            (
                "destination path _acme.score. expected data type was: INTEGER, actual data type was: STRING. ",
                "score of the wrong type",
            ),
        ] {
            assert_eq!(brief(message), expected, "{message}");
        }
    }

    #[test]
    fn a_message_of_another_form_is_not_guessed_at() {
        for message in
            ["", "2 records failed; see the diagnostics.", "Mapper Transform Error: no mapping"]
        {
            assert_eq!(FailureWords::of(message), None, "{message}");
        }
    }

    #[test]
    fn title_cause_and_next_step_name_the_field() {
        let words = FailureWords::of("#/_acme/uniqueId: expected minLength: 1, actual: 0").unwrap();
        assert_eq!(words.title(), "uniqueId was empty");
        assert!(words.cause().contains("needs uniqueId"));
        assert!(words.next_step().starts_with("Fill uniqueId in the mapping."));
    }
}
