//! Verdicts by table: line, sample, what is said.

use proptest::prelude::{Just, Strategy, any, prop_oneof, proptest};
use serde_json::{Value, json};

use super::Verdict;
use crate::contract::mapping::{MappingLine, MappingSource, TargetField, TargetKind, VerdictState};
use crate::mapping::sample::read_event;
use crate::starter;

fn verdict(lines: &[MappingLine], targets: &[TargetField], event: Option<&Value>) -> Verdict {
    super::verdict(lines, targets, event, Some("uniqueId"))
}

fn vital_is_mapped(verdict: &Verdict) -> bool {
    verdict.summary.vital.as_ref().expect("there is one").mapped
}

fn field(path: &str) -> MappingSource {
    MappingSource::Field { path: path.to_owned() }
}

fn seconds(path: &str) -> MappingSource {
    MappingSource::SecondsToDate { path: path.to_owned() }
}

fn milliseconds(path: &str) -> MappingSource {
    MappingSource::MillisecondsToDate { path: path.to_owned() }
}

fn expression(text: &str) -> MappingSource {
    MappingSource::Expression { text: text.to_owned() }
}

fn line(source: MappingSource, target: &str) -> MappingLine {
    MappingLine { source, target: target.to_owned() }
}

fn target(path: &str, kind: TargetKind, required: bool) -> TargetField {
    TargetField { path: path.to_owned(), title: path.to_owned(), kind, required, identity: None }
}

/// One target of each type, and what the class requires.
fn targets() -> Vec<TargetField> {
    vec![
        target("_id", TargetKind::Text, true),
        target("timestamp", TargetKind::DateTime, true),
        target("_t.text", TargetKind::Text, false),
        target("_t.date", TargetKind::DateTime, false),
        target("_t.whole", TargetKind::Integer, false),
        target("_t.number", TargetKind::Number, false),
        target("_t.flag", TargetKind::Boolean, false),
        target("_t.object", TargetKind::Object, false),
        target("_t.list", TargetKind::Array, false),
    ]
}

fn event() -> Value {
    json!({
        "uniqueId": "u-1", "timestamp": 1_793_097_742, "updatedAt": 1_793_097_742_000_i64,
        "text": "Every week", "digits": "42", "yes": "Yes", "day": "2026-10-27", "flag": true,
        "whole": 9, "huge": 9_100_000_000_000_000_i64, "decimal": 1.5, "nothing": null, "empty": "",
        "object": { "a": 1 }, "list": [1, 2]
    })
}

fn starter_verdict(sample: &str) -> Verdict {
    let event = read_event(sample).unwrap();
    verdict(
        &starter::first_source().lines(&"acme".into()),
        &starter::first_source().target_fields(&"acme".into()),
        Some(&event.value),
    )
}

#[test]
fn each_line_gets_the_verdict_that_the_platform_would_give() {
    use VerdictState::{Error, Good, Warning};
    let table = [
        (field("text"), "_t.text", Good, ""),
        (field("whole"), "_t.text", Good, ""),
        (field("flag"), "_t.text", Good, ""),
        (field("empty"), "_t.text", Good, ""),
        (field("whole"), "_t.whole", Good, ""),
        (field("digits"), "_t.whole", Good, ""),
        (
            field("text"),
            "_t.whole",
            Error,
            "This text is no number: the target holds whole numbers.",
        ),
        (field("decimal"), "_t.whole", Error, "has decimals"),
        (field("huge"), "_t.whole", Warning, "longer than"),
        (field("decimal"), "_t.number", Good, ""),
        (field("text"), "_t.number", Error, "This text is no number"),
        (field("flag"), "_t.flag", Good, ""),
        (field("yes"), "_t.flag", Good, ""),
        (field("text"), "_t.flag", Error, "neither yes nor no"),
        (field("day"), "_t.date", Good, "Reads as Oct 27, 2026, 00:00 UTC"),
        (field("text"), "_t.date", Warning, "cannot read this text as a date"),
        (field("timestamp"), "_t.date", Error, "Choose “seconds to date”."),
        (field("updatedAt"), "_t.date", Error, "Choose “milliseconds to date”."),
        (field("nothing"), "_t.text", Warning, "null in this sample"),
        (field("absent"), "_t.text", Warning, "This sample has no “absent”"),
        (field("absent"), "_id", Error, "refuses a record without “_id”"),
        (field("empty"), "_id", Error, "empty text"),
        (field("object"), "_t.text", Error, "Several fields are in it"),
        (field("list"), "_t.text", Error, "It is a list"),
        (field("list[0]"), "_t.text", Good, ""),
        (field("list[*]"), "_t.list", Good, ""),
        (field("text"), "_t.object", Error, "single value"),
        (field("object"), "_t.object", Warning, "Copied whole"),
        (field("text"), "_t.unknown", Error, "The schema has no field “_t.unknown”."),
        (field("text"), "", Error, "Choose the field that this line fills."),
        (field(""), "_t.text", Error, "Choose the field of the event"),
        (field("a..b"), "_t.text", Error, "not a path"),
        (
            seconds("timestamp"),
            "timestamp",
            Good,
            "Sent in seconds. Reads as Oct 27, 2026, 10:42 UTC",
        ),
        (
            milliseconds("updatedAt"),
            "_t.date",
            Good,
            "Sent in milliseconds. Reads as Oct 27, 2026, 10:42 UTC",
        ),
        (seconds("updatedAt"), "_t.date", Warning, "This counts milliseconds."),
        (seconds("updatedAt"), "timestamp", Error, "Choose “milliseconds to date”."),
        (
            milliseconds("timestamp"),
            "_t.date",
            Warning,
            "Read as milliseconds it would be Jan 21, 1970",
        ),
        (seconds("text"), "_t.date", Warning, "not a number of seconds"),
        (seconds("timestamp"), "_t.whole", Error, "A date does not fit here"),
        (expression("upper(text)"), "_t.text", Good, "Experience Platform works this out."),
        (expression("  "), "_t.text", Error, "Write an expression"),
        (expression(&"x".repeat(5_000)), "_t.text", Error, "5000 characters"),
    ];
    for (source, target, state, said) in table {
        let line = line(source, target);
        let verdict = verdict(std::slice::from_ref(&line), &targets(), Some(&event()));
        let got = &verdict.lines[0];
        assert_eq!(got.state, state, "{line:?}: {}", got.message);
        assert!(got.message.contains(said), "{line:?}: {}", got.message);
    }
}

#[test]
fn the_starter_turns_each_example_into_a_record_without_a_warning_or_an_error() {
    for example in starter::first_source().examples() {
        let verdict = starter_verdict(&example.text);
        assert_eq!(verdict.problems, Vec::<String>::new());
        assert!(vital_is_mapped(&verdict));
        let summary = verdict.summary;
        assert_eq!((summary.warnings, summary.errors), (0, 0), "{:?}", verdict.lines);
        assert_eq!((summary.required_filled, summary.required), (2, 2));
        assert!(summary.mapped > 10 && summary.mapped < summary.fields);
    }
}

#[test]
fn the_record_has_the_shape_of_the_schema() {
    let examples = starter::first_source().examples();
    let record = starter_verdict(&examples[0].text).record;
    assert_eq!(record["_id"], "5b1f0c7e92ad4836c0f7d81e3a6b4925f0d17c88");
    assert_eq!(record["timestamp"], "2026-10-27T10:42:22.000Z");
    assert_eq!(record["_acme"]["pendo"]["guide"]["name"], "Welcome tour");
    assert_eq!(record["_acme"]["pendo"]["subscription"]["id"], 5_120_000_000_000_017_i64);
}

#[test]
fn two_lines_to_one_target_are_an_error_and_so_is_an_object_over_its_own_field() {
    let targets =
        [target("_t.a", TargetKind::Object, false), target("_t.a.b", TargetKind::Text, false)];
    let twice = [line(field("x"), "_t.a.b"), line(field("y"), "_t.a.b")];
    let outer_last = [line(field("x"), "_t.a.b"), line(field("y"), "_t.a")];
    let inner_last = [line(field("x"), "_t.a"), line(field("y"), "_t.a.b")];
    for lines in [twice, outer_last, inner_last] {
        let verdict = verdict(&lines, &targets, None);
        assert_eq!(verdict.lines[0].state, VerdictState::Good);
        assert_eq!(verdict.lines[1].state, VerdictState::Error);
        assert!(verdict.lines[1].message.starts_with("Line 1 already fills"));
    }
}

#[test]
fn without_a_sample_the_starter_lines_stand() {
    let verdict = verdict(
        &starter::first_source().lines(&"acme".into()),
        &starter::first_source().target_fields(&"acme".into()),
        None,
    );
    assert_eq!(verdict.field_problems(), []);
}

#[test]
fn what_nothing_fills_is_told_all_at_once() {
    let lines = [line(field("text"), "_t.text")];
    let told: Vec<_> = verdict(&lines, &targets(), None)
        .field_problems()
        .into_iter()
        .map(|problem| {
            assert_eq!(problem.field, "lines");
            problem.message
        })
        .collect();
    assert_eq!(told.len(), 3, "{told:?}");
    assert!(told[0].contains("“_id”") && told[1].contains("“timestamp”"));
    assert!(told[2].contains("“uniqueId”"));
}

#[test]
fn a_wrong_line_is_told_by_its_place_in_the_form() {
    let mut lines = starter::first_source().lines(&"acme".into());
    lines[3].target = "_acme.pendo.nowhere".to_owned();
    let problems = verdict(&lines, &starter::first_source().target_fields(&"acme".into()), None)
        .field_problems();
    assert_eq!(problems[0].field, "lines.3");
}

#[test]
fn unique_id_must_reach_the_field_that_is_named_after_it() {
    let without: Vec<_> = starter::first_source()
        .lines(&"acme".into())
        .into_iter()
        .filter(|line| line.target != "_acme.pendo.uniqueId")
        .collect();
    let verdict = verdict(&without, &starter::first_source().target_fields(&"acme".into()), None);
    assert!(!vital_is_mapped(&verdict));
    assert!(verdict.problems[0].contains("“_acme.pendo.uniqueId”"), "{:?}", verdict.problems);
}

#[test]
fn unique_id_may_reach_the_record_through_an_expression() {
    let lines = [
        line(expression("concat(\"pendo-\", uniqueId)"), "_id"),
        line(seconds("timestamp"), "timestamp"),
    ];
    let verdict = verdict(&lines, &targets(), Some(&event()));
    assert!(vital_is_mapped(&verdict), "{verdict:?}");
    assert_eq!(verdict.problems, Vec::<String>::new());
}

#[test]
fn a_source_without_a_vital_field_is_not_asked_for_one() {
    let lines = [line(field("text"), "_id"), line(field("day"), "timestamp")];
    let told = super::verdict(&lines, &targets(), Some(&event()), None);
    assert_eq!((told.problems, told.summary.vital), (Vec::new(), None));
}

proptest! {
    #[test]
    fn no_line_and_no_value_breaks_the_verdict(
        path in r"[a-z.\[\]*0-9\\]{0,12}",
        number in any::<f64>(),
        text in ".{0,12}",
        to in prop_oneof![Just("timestamp"), Just("_t.whole"), Just("_t.text"), Just("_t.date"), Just("")],
        kind in (0..4_u8).prop_map(usize::from),
    ) {
        let source = [field(&path), seconds("n"), milliseconds("n"), expression(&text)][kind].clone();
        let event = json!({ "n": number, "t": text, (path): number });
        let verdict = verdict(&[line(source, to)], &targets(), Some(&event));
        assert_eq!(verdict.lines.len(), 1);
    }
}
