//! Samples of every kind that a person may paste.

use proptest::prelude::{any, proptest};

use super::{LIMIT_BYTES, read_sample};
use crate::contract::mapping::{SourceField, SourceKind};
use crate::starter;

fn refusal(text: &str) -> String {
    read_sample(text, 0).unwrap_err()
}

fn fields(text: &str) -> Vec<SourceField> {
    read_sample(text, 0).unwrap().fields
}

#[test]
fn the_shipped_examples_are_read_without_a_warning() {
    for example in starter::first_source().examples() {
        let sample = read_sample(&example.text, 0).unwrap();
        assert!(sample.warnings.is_empty(), "{}: {:?}", example.id, sample.warnings);
        assert!(sample.fields.iter().any(|field| field.path == "uniqueId"));
    }
}

#[test]
fn fields_are_listed_depth_first_with_path_type_and_value() {
    let listed = fields(r#"{"a": {"b": 1, "c": [{"d": "x"}]}, "e": 1.5, "f": null}"#);
    let told: Vec<_> = listed
        .iter()
        .map(|field| (field.path.as_str(), field.depth, field.kind, field.preview.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            ("a", 0, SourceKind::Object, "2 fields"),
            ("a.b", 1, SourceKind::Integer, "1"),
            ("a.c", 1, SourceKind::Array, "1 item"),
            ("a.c[0]", 2, SourceKind::Object, "1 field"),
            ("a.c[0].d", 3, SourceKind::Text, "x"),
            ("e", 0, SourceKind::Number, "1.5"),
            ("f", 0, SourceKind::Null, "null"),
        ]
    );
}

#[test]
fn what_is_not_json_is_told_with_line_and_column() {
    let told = refusal("{\n  \"a\": 1,\n  \"b\" 2\n}");
    assert!(told.contains("line 3, column 7"), "{told}");
}

#[test]
fn the_column_is_counted_in_characters_not_in_bytes() {
    let told = refusal(r#"{"äöü": x}"#);
    assert!(told.contains("line 1, column 9"), "{told}");
}

#[test]
fn json_cut_in_half_is_called_cut_short() {
    for (text, open) in [
        (r#"{"a": {"b": "#, "where a value should come"),
        (r#"{"a": [1"#, "in the middle of a list"),
        (r#"{"a": 1"#, "in the middle of an object"),
        (r#"{"a": "b"#, "in the middle of a text"),
    ] {
        let said = refusal(text);
        assert!(said.contains("cut short") && said.contains(open), "{said}");
    }
}

#[test]
fn nan_and_its_like_are_named() {
    assert!(refusal(r#"{"a": NaN}"#).contains("no NaN"));
    assert!(refusal(r#"{"a": -Infinity}"#).contains("no NaN"));
    assert!(refusal(r#"{"a": None}"#).contains("null"));
    assert!(refusal(r#"{"a": True}"#).contains("small letters"));
    assert!(refusal("{'a': 1}").contains("double quotes"));
    assert!(refusal("<!doctype html>").contains("web page"));
}

#[test]
fn several_events_are_laid_over_each_other_and_the_values_are_those_of_the_one_looked_at() {
    let texts = [
        r#"[{"event": "a", "n": 1, "only": true}, {"event": "b", "n": "x", "m": {"deep": 2}}]"#,
        "{\"event\": \"a\", \"n\": 1, \"only\": true}\r\n{\"event\": \"b\", \"n\": \"x\", \"m\": {\"deep\": 2}}\n",
    ];
    for text in texts {
        let told = |event| {
            let sample = read_sample(text, event).unwrap();
            assert_eq!(sample.events, ["1. a", "2. b"]);
            assert!(sample.warnings.is_empty(), "{:?}", sample.warnings);
            let fields = sample.fields.into_iter();
            fields.map(|field| (field.path, field.preview, field.absent)).collect::<Vec<_>>()
        };
        let row = |path: &str, preview: &str, absent| (path.to_owned(), preview.to_owned(), absent);
        let first = [
            row("event", "a", false),
            row("n", "1", false),
            row("only", "true", false),
            row("m", "1 field", true),
            row("m.deep", "2", true),
        ];
        assert_eq!(told(0), first);
        let second = [
            row("event", "b", false),
            row("n", "x", false),
            row("m", "1 field", false),
            row("m.deep", "2", false),
            row("only", "true", true),
        ];
        assert_eq!(told(1), second);
        assert_eq!(told(7), first);
    }
}

#[test]
fn a_field_has_the_types_that_it_has_in_any_event_and_null_is_none() {
    let sample = read_sample(r#"[{"a": 1}, {"a": "x"}, {"a": null}, {"a": 2.5}, {}]"#, 0).unwrap();
    assert_eq!(sample.fields[0].kind, SourceKind::Integer);
    assert_eq!(sample.fields[0].other_kinds, [SourceKind::Text, SourceKind::Number]);
}

#[test]
fn what_is_no_event_among_events_is_left_out_and_told() {
    let sample = read_sample(r#"[{"a": 1}, 3, {"b": 2}]"#, 1).unwrap();
    assert_eq!(sample.events, ["1. event", "2. event"]);
    assert_eq!(sample.warnings, ["1 of 3 items are no events and are left out."]);
    assert_eq!(sample.fields[0].path, "b");
}

#[test]
fn of_a_log_of_thousands_the_first_hundred_are_used() {
    let sample = read_sample(&"{\"a\":1}\n".repeat(3_000), 0).unwrap();
    assert_eq!(sample.events.len(), 100);
    assert_eq!(sample.warnings, ["This sample has 3000 events; the first 100 are used."]);
}

#[test]
fn keys_that_are_pictures_or_commands_are_listed_as_they_are_and_can_be_named() {
    let keys = ["😀", "'; DROP TABLE events; --", "a b", "größe", "</script>", "=1+1"];
    let event: serde_json::Map<_, _> =
        keys.iter().map(|key| ((*key).to_owned(), 1.into())).collect();
    let listed = fields(&serde_json::Value::Object(event).to_string());
    let told: Vec<_> = listed.iter().map(|field| field.key.as_str()).collect();
    assert_eq!(told, keys);
    assert_eq!(listed[0].reference.as_deref(), Some("${😀}"));
}

#[test]
fn two_hundred_levels_are_refused_and_a_hundred_are_read() {
    let deep = |levels| format!("{}1{}", "{\"a\":".repeat(levels), "}".repeat(levels));
    assert!(refusal(&deep(200)).contains("128 levels"));
    let sample = read_sample(&deep(100), 0).unwrap();
    assert_eq!(sample.fields.len(), 24);
    assert!(sample.warnings[0].contains("100 fields"), "{:?}", sample.warnings);
}

#[test]
fn what_is_no_event_is_refused() {
    for text in ["", "  \n", "[]", "[1]", "7", "\"text\"", "null", "{}"] {
        assert!(read_sample(text, 0).is_err(), "{text:?}");
    }
}

#[test]
fn a_byte_order_mark_is_skipped() {
    assert_eq!(fields("\u{feff}{\"a\": 1}")[0].path, "a");
}

#[test]
fn a_sample_over_a_megabyte_is_refused_before_it_is_read() {
    // Twenty megabytes of something that is not even JSON: only its size is told.
    let told = refusal(&"x".repeat(20_000_000));
    assert_eq!(told, "This sample has 20.0 MB. One event may have at most 1 MB.");
    let largest = format!("{{\"a\": \"{}\"}}", "x".repeat(LIMIT_BYTES - 9));
    assert_eq!(largest.len(), LIMIT_BYTES);
    assert!(read_sample(&largest, 0).is_ok());
}

#[test]
fn dots_in_keys_are_escaped_and_told() {
    let sample = read_sample(r#"{"a.b": {"c": 1}}"#, 0).unwrap();
    assert_eq!(sample.fields[1].path, r"a\.b.c");
    assert_eq!(sample.fields[0].key, "a.b");
    assert_eq!(sample.warnings, [r"The key “a.b” holds a dot. A path writes it as “a\.b”."]);
}

#[test]
fn a_key_that_appears_twice_is_told_and_the_last_one_counts() {
    let sample = read_sample(r#"{"a": {"x": 1, "x": 2}}"#, 0).unwrap();
    assert_eq!(sample.fields[1].preview, "2");
    assert_eq!(sample.warnings, ["“x” appears twice in one object. The last one counts."]);
}

#[test]
fn nesting_beyond_reason_is_refused_in_words() {
    let deep = format!("{}1{}", "{\"a\":".repeat(50_000), "}".repeat(50_000));
    assert!(refusal(&deep).contains("128 levels"));
}

#[test]
fn of_a_hundred_thousand_fields_the_first_are_listed() {
    let many: Vec<_> = (0..60_000).map(|n| format!("\"f{n}\":{n}")).collect();
    let sample = read_sample(&format!("{{{}}}", many.join(",")), 0).unwrap();
    assert_eq!(sample.fields.len(), 10_000);
    assert!(sample.warnings[0].contains("60000 fields"), "{:?}", sample.warnings);
}

#[test]
fn a_mistake_behind_a_letter_of_several_bytes_is_told_like_any_other() {
    assert!(refusal("\"\\u\u{c0e} ").starts_with("This is not JSON"));
}

#[test]
fn a_long_value_is_shown_in_short() {
    let text = format!("{{\"a\": \"{}\"}}", "é".repeat(500));
    let shown = &fields(&text)[0].preview;
    assert_eq!(shown.chars().count(), 81);
    assert!(shown.ends_with('…'));
}

proptest! {
    #[test]
    fn no_text_at_all_breaks_the_reading_of_a_sample(text in any::<String>()) {
        let _ = read_sample(&text, 0);
    }

    #[test]
    fn no_near_json_breaks_it_either(text in r#"[\[\]{}",:.\\ 0-9a-eNaäx\n-]{0,60}"#) {
        let _ = read_sample(&text, 0);
    }
}
