//! Messages as they are recorded in runs and error files.

use super::read;

fn told(message: &str) -> (&'static str, Option<String>) {
    let reading = read(message).unwrap_or_else(|| panic!("{message} is not understood"));
    assert!(reading.what.ends_with('.') && reading.next.ends_with('.'), "{reading:?}");
    (reading.name, reading.field)
}

fn field(name: &str) -> Option<String> {
    Some(name.to_owned())
}

#[test]
fn a_missing_field_is_named() {
    let expected = ("Required field is missing", field("_id"));
    assert_eq!(told("required key [_id] not found"), expected);
    assert_eq!(told("The message can't be validated: #: required key [_id] not found"), expected);
    assert_eq!(told("#/_acme: required key [visitorId] not found").1, field("_acme.visitorId"));
}

#[test]
fn an_empty_text_is_told_from_a_short_one() {
    let empty = ("Required field was empty", field("uniqueID"));
    assert_eq!(told("uniqueID: expected minLength: 1, actual 0"), empty);
    assert_eq!(told("uniqueID: expected minLength: 1, actual: 0"), empty);
    assert_eq!(
        told("#/_acme/uniqueID: expected minLength: 1, actual: 0").1,
        field("_acme.uniqueID")
    );
    assert_eq!(told("zip: expected minLength: 5, actual: 3"), ("Text is too short", field("zip")));
    assert_eq!(told("zip: expected maxLength: 5, actual: 9").0, "Text is too long");
}

#[test]
fn a_wrong_type_is_told_in_plain_words() {
    let array = read("expected type: JSONArray, found: JSONObject").unwrap();
    assert_eq!(array.what, "The event brought a group of fields where a list is wanted.");
    assert_eq!(array.field, None);
    let number = read("#/_acme/score: expected type: Integer, found: String").unwrap();
    assert_eq!(
        number.what,
        "The event brought text where a whole number is wanted in “_acme.score”."
    );
    let odd = read("x: expected type: Quux, found: String").unwrap();
    assert!(odd.what.contains("“Quux”"), "{}", odd.what);
}

#[test]
fn the_mappings_own_words_name_destination_and_types() {
    let reading = read(
        "Mapper Transform Error: destination path timestamp. expected data type was: DATE, \
         actual data type was: STRING. sourceField: browserTime destinationField: timestamp",
    )
    .unwrap();
    assert_eq!(reading.field, field("timestamp"));
    assert_eq!(reading.what, "The mapping gave text where a date is wanted in “timestamp”.");
}

#[test]
fn rules_of_values_are_told_apart() {
    assert_eq!(
        told("extraneous key [mood] is not permitted"),
        ("Field is not in the schema", field("mood"))
    );
    assert_eq!(
        told("#/_acme/kind: blue is not a valid enum value"),
        ("Value is not in the list", field("_acme.kind"))
    );
    assert_eq!(told("blue is not a valid enum value"), ("Value is not in the list", None));
    assert_eq!(
        told("timestamp: [yesterday] is not a valid date-time. Expected RFC 3339 text"),
        ("Not a date", field("timestamp"))
    );
    assert_eq!(told("string [a b] does not match pattern ^[a-z]+$").0, "Text has another form");
    assert_eq!(
        told("#/_acme/score: 11 is not less or equal to 10"),
        ("Number out of range", field("_acme.score"))
    );
    assert_eq!(told("#: 3 schema violations found").0, "Several things wrong with one event");
}

#[test]
fn other_words_are_left_alone() {
    for message in
        ["", "The cat sat on the mat", "required key", "expected type: ", "schema violations found"]
    {
        assert_eq!(read(message), None, "{message}");
    }
}

fn brief(message: &str) -> String {
    read(message).and_then(|reading| reading.brief()).unwrap_or_default()
}

#[test]
fn a_message_names_its_field_and_what_is_wrong_with_it_in_brief() {
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
        assert_eq!(brief(message), "", "{message}");
    }
}

#[test]
fn a_title_names_the_field_of_the_event() {
    let reading = read("#/_acme/uniqueId: expected minLength: 1, actual: 0").unwrap();
    assert_eq!(reading.title().as_deref(), Some("uniqueId was empty"));
    let mapped = read(
        "destination path _acme.at. expected data type was: DATE, actual data type was: STRING. \
         sourceField: browserTime destinationField: _acme.at",
    );
    assert_eq!(mapped.unwrap().title().as_deref(), Some("browserTime was not a date"));
    assert_eq!(read("blue is not a valid enum value").unwrap().title(), None);
}
