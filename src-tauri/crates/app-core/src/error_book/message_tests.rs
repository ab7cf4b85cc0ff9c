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
