//! The verdict before sending is the verdict of ingestion: for random schemas, mappings and events, each event that
//! the inspector calls lost fails in its run, and no other one does.

use std::time::Duration;

use aep_emulator::Emulator;
use inlet_tests::fresh_app::FreshApp;
use inlet_tests::made::{flow_body, landing, mapping_body, source, target};
use inlet_tests::raw::{Caller, text};
use proptest::prelude::{Just, Strategy, any, prop, prop_oneof};
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::{Map, Value, json};

/// On the hour.
const START: i64 = 1_800_028_800_000;
const SCHEMAS: usize = 6;
const EVENTS: usize = 16;
const FIELDS: usize = 5;

/// A field with one rule or another.
fn field() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(json!({ "type": "string" })),
        (0..3_u8).prop_map(|least| json!({ "type": "string", "minLength": least })),
        (1..5_u8).prop_map(|most| json!({ "type": "string", "maxLength": most })),
        Just(json!({ "type": "string", "enum": ["free", "paid", "12"] })),
        Just(json!({ "type": "string", "pattern": "^[a-z]+$" })),
        Just(json!({ "type": "string", "format": "date-time" })),
        (-3..3_i8).prop_map(|least| json!({ "type": "integer", "minimum": least, "maximum": 10 })),
        Just(json!({ "type": "number", "maximum": 1.5 })),
        Just(json!({ "type": "boolean" })),
        Just(json!({ "type": "array", "items": { "type": "integer" } })),
        Just(json!({ "type": "object", "properties": { "a": { "type": "integer" } } })),
    ]
}

/// A value that may or may not suit a field; none for a field that the event lacks.
fn value() -> impl Strategy<Value = Option<Value>> {
    prop_oneof![
        20 => Just(None),
        1 => Just(Some(Value::Null)),
        1 => prop_oneof!["[a-z]{0,6}", Just("12".to_owned()), Just("free".to_owned())]
            .prop_map(|text| Some(json!(text))),
        1 => prop_oneof![Just("2026-10-27"), Just("2026-10-27T10:42:22+02:00"), Just("yes")]
            .prop_map(|text| Some(json!(text))),
        1 => (-5..20_i32).prop_map(|number| Some(json!(number))),
        1 => (-2.0..3.0_f64).prop_map(|number| Some(json!(number))),
        1 => any::<bool>().prop_map(|flag| Some(json!(flag))),
        1 => prop::collection::vec(-2..5_i8, 0..3).prop_map(|items| Some(json!(items))),
        1 => Just(Some(json!({ "a": 1 }))),
        1 => Just(Some(json!({ "a": "x", "b": 2 }))),
    ]
}

fn event() -> impl Strategy<Value = Value> {
    (
        prop::option::weighted(0.9, "[a-z0-9]{1,8}"),
        prop::bool::weighted(0.9),
        prop::collection::vec(value(), FIELDS),
    )
        .prop_map(|(id, dated, values)| {
            let mut event = Map::new();
            event.insert("kind".to_owned(), json!("made"));
            event.extend(id.map(|id| ("id".to_owned(), json!(id))));
            let at = if dated { json!("2026-10-27T10:42:22Z") } else { json!(1_793_097_742) };
            event.insert("at".to_owned(), at);
            let values = values.into_iter().enumerate();
            event.extend(values.filter_map(|(n, value)| Some((format!("f{n}"), value?))));
            Value::Object(event)
        })
}

/// Makes a dataflow into these fields; its id and its streaming endpoint.
async fn dataflow(caller: &Caller, title: &str, fields: &[Value]) -> (String, String) {
    let named = fields.iter().enumerate().map(|(n, field)| (format!("f{n}"), field.clone()));
    let landing = landing(caller, title, Value::Object(named.collect())).await;
    let own: Vec<(String, String)> =
        (0..fields.len()).map(|n| (format!("f{n}"), format!("_{}.f{n}", landing.tenant))).collect();
    let mut lines = vec![("id", "_id"), ("at", "timestamp")];
    lines.extend(own.iter().map(|(source, target)| (source.as_str(), target.as_str())));
    let mapping = mapping_body(&landing.schema, &lines);
    let mapping = text(&caller.post("/conversion/mappingSets", mapping).await, "/id");
    let source = source(caller, title).await;
    let target = target(caller, &landing.dataset).await;
    let flow = flow_body(&source, &target, &mapping);
    let flow = text(&caller.post("/flowservice/flows", flow).await, "/id");
    let shown = caller.get(&format!("/flowservice/flows/{flow}")).await;
    (flow, text(&shown, "/items/0/options/inletUrl"))
}

/// What the inspector says of each event: whether it would be lost.
async fn foretold(fresh: &FreshApp, flow: &str, events: &[Value]) -> Vec<bool> {
    let text = Value::Array(events.to_vec()).to_string();
    let one = fresh.ok("start_inspection", json!({ "flowId": flow, "text": text })).await;
    let id = json!({ "inspectionId": one["inspectionId"] });
    fresh.until("get_inspection", id, |one| one["state"] == "done").await;
    let args = json!({ "inspectionId": one["inspectionId"], "skip": 0, "limit": 500 });
    let rows = fresh.ok("list_inspected", args).await["rows"].clone();
    rows.as_array().unwrap().iter().map(|row| row["outcome"] == "lost").collect()
}

/// What became of each event: sent an hour apart, each has a run of its own.
async fn became(
    fresh: &FreshApp,
    caller: &Caller,
    made: &(String, String),
    events: &[Value],
) -> Vec<bool> {
    let (flow, inlet) = made;
    let clock = fresh.emulator.clock();
    for event in events {
        assert_eq!(caller.event(inlet, flow, event).await.status, 200);
        clock.advance(Duration::from_secs(3_600));
    }
    clock.advance(Duration::from_secs(3 * 3_600));
    let path = format!("/flowservice/runs?property=flowId=={flow}&orderby=createdAt&limit=100");
    let runs = caller.get(&path).await.json()["items"].as_array().cloned().unwrap();
    let failed = |run: &Value| run["metrics"]["recordSummary"]["failedRecordCount"] == 1;
    runs.iter().map(failed).collect()
}

#[tokio::test]
async fn what_the_inspector_says_is_what_ingestion_does() {
    let emulator = Emulator::builder().clock_start_ms(START).clock_speed(0.0);
    let fresh = FreshApp::beside(emulator).await;
    fresh.ok("start_practice", Value::Null).await;
    let mut runner = TestRunner::deterministic();
    let mut lost = 0;
    for round in 0..SCHEMAS {
        let fields =
            prop::collection::vec(field(), FIELDS).new_tree(&mut runner).unwrap().current();
        let events =
            prop::collection::vec(event(), EVENTS).new_tree(&mut runner).unwrap().current();
        // Its token lasts for a day of the emulator's clock.
        let caller = Caller::of(&fresh.emulator).await.with("x-sandbox-name", "dev");
        let made = dataflow(&caller, &format!("Round {round}"), &fields).await;
        let foretold = foretold(&fresh, &made.0, &events).await;
        let became = became(&fresh, &caller, &made, &events).await;
        for (place, event) in events.iter().enumerate() {
            assert_eq!(foretold[place], became[place], "{event} into {fields:?}");
        }
        lost += foretold.iter().filter(|lost| **lost).count();
    }
    let all = SCHEMAS * EVENTS;
    assert!(lost > all / 10 && lost < all, "{lost} of {all} tell nothing");
}
