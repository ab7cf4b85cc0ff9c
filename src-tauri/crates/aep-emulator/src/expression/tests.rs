//! Tables of expressions with their values, and that nothing makes the reader panic.

use proptest::prelude::{prop_assert, proptest};
use serde_json::{Value, json};

use super::{Expression, FUNCTIONS};

/// The time at which events are mapped: 2026-10-27 10:42:22.
const NOW: i64 = 1_793_097_742_000;

fn event() -> Value {
    json!({
        "visitorId": " V-7 ", "score": 9, "price": 2.5, "count": "12", "timestamp": 1_626_803_876,
        "first name": "Ada", "a.b": "dotted", "active": true, "nothing": null,
        "list": [{ "n": 1 }, { "n": 2 }], "properties": { "timestamp": 5, "guide": { "name": "G" } },
    })
}

fn value(text: &str) -> Result<Value, String> {
    let expression = Expression::parse(text).map_err(|problem| problem.to_string())?;
    expression.evaluate(&event(), NOW).map_err(|problem| problem.to_string())
}

#[test]
fn expressions_have_the_values_that_the_platform_gives() {
    let table = [
        ("properties.guide.name", json!("G")),
        ("list[1].n", json!(2)),
        ("list[*].n", json!([1, 2])),
        ("${first name}", json!("Ada")),
        ("a\\.b", json!("dotted")),
        ("${a\\.b}", json!("dotted")),
        ("properties.${timestamp}", json!(5)),
        ("properties.timestamp", json!(5)),
        ("absent.deeply", json!(null)),
        ("\"a\" == 'a'", json!(true)),
        ("1 + 2 * 3", json!(7)),
        ("(1 + 2) * 3", json!(9)),
        ("10 - 4 - 3", json!(3)),
        ("7 / 2", json!(3.5)),
        ("8 / 2", json!(4)),
        ("7 % 4", json!(3)),
        ("-score + 10", json!(1)),
        ("price * 2", json!(5.0)),
        ("count + 1", json!(13)),
        ("score >= 9 && !(score > 9)", json!(true)),
        ("score lt 3 or active", json!(true)),
        ("not active", json!(false)),
        ("concat(visitorId, \"-\", score, nothing)", json!(" V-7 -9")),
        ("concat(score, \"\")", json!("9")),
        ("coalesce(nothing, absent, score)", json!(9)),
        ("iif(score > 8, \"promoter\", \"other\")", json!("promoter")),
        ("lower(trim(visitorId))", json!("v-7")),
        ("upper(\"ß\")", json!("SS")),
        ("lower(nothing)", json!(null)),
        ("to_integer(\"42\") + to_integer(2.9)", json!(44)),
        ("size_of(list)", json!(2)),
        ("size_of(\"äb\")", json!(2)),
        (
            "dformat(${timestamp} * 1000, \"yyyy-MM-dd'T'HH:mm:ss.SSSX\")",
            json!("2021-07-20T17:57:56.000Z"),
        ),
        ("dformat(0, \"EEE, d MMM yy hh:mm a\")", json!("Thu, 1 Jan 70 12:00 AM")),
        ("dformat(\"86400000\", \"yyyy-MM-dd\")", json!("1970-01-02")),
        ("date(\"2024-05-01\")", json!("2024-05-01T00:00:00Z")),
        ("date(\"01/05/2024\", \"dd/MM/yyyy\")", json!("2024-05-01T00:00:00Z")),
        (
            "date(\"2024-05-01T10:00:00.250Z\", \"yyyy-MM-dd'T'HH:mm:ss.SSSX\")",
            json!("2024-05-01T10:00:00.25Z"),
        ),
        ("date(nothing, \"yyyy\", \"2024-01-01T00:00:00Z\")", json!("2024-01-01T00:00:00Z")),
        ("date(nothing)", json!(null)),
    ];
    for (text, wanted) in table {
        assert_eq!(value(text), Ok(wanted), "{text}");
    }
}

#[test]
fn mistakes_are_found_before_any_event_is_seen() {
    let table = [
        ("to_string(score)", "the function to_string is not known"),
        ("sha256(visitorId)", "the function sha256 is not known"),
        ("timestamp * 1000", "timestamp is a reserved word; the attribute is written ${timestamp}"),
        ("iif(true, 1)", "the function iif does not take 2 arguments"),
        ("lower()", "the function lower does not take 0 arguments"),
        ("1 +", "the expression ends too early"),
        ("", "the expression ends too early"),
        ("\"open", "a text has no end"),
        ("a b", "b is not expected here"),
        ("a[-1]", "- is not expected here"),
        ("(a", ") is missing"),
        ("a ? b", "the character '?' does not belong here"),
    ];
    for (text, wanted) in table {
        let problem = Expression::parse(text).expect_err(text);
        assert_eq!(problem.to_string(), wanted, "{text}");
    }
}

#[test]
fn what_goes_wrong_with_an_event_is_said() {
    for text in [
        "1 / 0",
        "visitorId * 2",
        "nothing + 1",
        "dformat(1, \"Q\")",
        "size_of(score)",
        "date(\"soon\")",
        "!score",
        "to_integer(\"x\")",
        "9223372036854775807 + 1",
    ] {
        assert!(Expression::parse(text).is_ok(), "{text} can be read");
        assert!(value(text).is_err(), "{text} has no value");
    }
}

#[test]
fn every_listed_function_gives_the_result_of_its_own_example() {
    // Two give something else each time.
    for function in FUNCTIONS.iter().filter(|function| function.least > 0) {
        let wanted: Value = serde_json::from_str(function.result).expect("results are JSON");
        assert_eq!(value(function.example), Ok(wanted), "{}", function.example);
    }
}

#[test]
fn the_time_is_that_of_the_mapping_and_ids_are_never_the_same() {
    assert_eq!(value("now()"), Ok(json!("2026-10-27T10:42:22Z")));
    assert!(value("uuid()").is_ok_and(|id| id.as_str().is_some_and(|id| id.len() == 36)));
    assert_ne!(value("uuid()"), value("uuid()"));
    assert!(Expression::parse("now(1)").is_err());
}

#[test]
fn a_date_as_e_mails_write_it_is_read_with_its_pattern() {
    let text = r#"date("Tue, 27 Oct 2026 11:42:22 +0100", "EEE, d MMM yyyy HH:mm:ss Z")"#;
    assert_eq!(value(text), Ok(json!("2026-10-27T10:42:22Z")));
}

#[test]
fn deep_nesting_is_refused_and_does_not_overflow() {
    for text in ["(".repeat(4_000), "-".repeat(4_000), "!".repeat(4_000), "a+(".repeat(1_300)] {
        assert!(Expression::parse(&text).is_err());
    }
    assert!(Expression::parse(&"1+".repeat(2_047)).is_err());
    assert!(Expression::parse(&format!("{}1", "1+".repeat(2_000))).is_ok());
}

proptest! {
    #[test]
    fn no_text_makes_the_reader_panic(text in "\\PC{0,80}") {
        if let Ok(expression) = Expression::parse(&text) {
            let _ = expression.evaluate(&event(), NOW);
        }
    }

    #[test]
    fn no_mixture_of_tokens_makes_the_reader_panic(
        words in proptest::collection::vec(
            proptest::sample::select(vec![
                "(", ")", "[", "]", ".", ",", "+", "-", "*", "/", "%", "!", "==", "<", "&&", "and",
                "not", "a", "list", "score", "0", "1.5", "99999999999999999999", "\"x\"", "'",
                "${", "}", "${timestamp}", "\\", "concat", "iif", "date", "dformat", "size_of",
                "true", "null", "\"yyyy-MM'\"",
            ]),
            0..25,
        )
    ) {
        let text = words.join(" ");
        if let Ok(expression) = Expression::parse(&text) {
            let _ = expression.evaluate(&event(), NOW);
        }
        prop_assert!(text.len() < 4096);
    }
}
