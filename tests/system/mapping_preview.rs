//! One event in, one record out: by this app for the starter, by the platform for what exists.

use aep_client::schema_registry::NewIdentityDescriptor;
use aep_emulator::{Fault, Route};
use app_core::contract::error::ErrorCode;
use app_core::contract::mapping::{
    IdentityMark, MappingLine, MappingPreview, MappingSource, PreviewMapping, ReadSample,
    VerdictState,
};
use app_core::contract::place::Tags;
use app_core::contract::schema_form::SchemaClass;
use app_core::contract::setup::{Destination, GetSetupDefaults, GetTargetFields, SetupDefaults};
use app_core::{mapping, starter};
use inlet_tests::app::{TestApp, problem_of};
use inlet_tests::client::{Chain, chain, event, sandbox};
use serde_json::json;

fn field(path: &str, target: &str) -> MappingLine {
    let source = MappingSource::Field { path: path.to_owned() };
    MappingLine { source, target: target.to_owned() }
}

fn expression(text: &str, target: &str) -> MappingLine {
    let source = MappingSource::Expression { text: text.to_owned() };
    MappingLine { source, target: target.to_owned() }
}

fn required() -> Vec<MappingLine> {
    let source = MappingSource::SecondsToDate { path: "timestamp".to_owned() };
    vec![field("uniqueId", "_id"), MappingLine { source, target: "timestamp".to_owned() }]
}

async fn started() -> (TestApp, SetupDefaults) {
    let test = TestApp::start().await;
    let defaults = test.app.get_setup_defaults(GetSetupDefaults::default()).await.unwrap();
    (test, defaults)
}

async fn preview(
    test: &TestApp,
    sample: &str,
    lines: &[MappingLine],
    destination: &Destination,
) -> MappingPreview {
    let args = PreviewMapping {
        source: None,
        sample: sample.to_owned(),
        event: None,
        lines: lines.to_vec(),
        destination: destination.clone(),
    };
    test.app.preview_mapping(args).await.unwrap()
}

fn over(made: &Chain) -> Destination {
    Destination::ExistingDataset { dataset_id: made.dataset.to_string() }
}

#[tokio::test]
async fn the_starter_shows_the_record_of_each_example_before_anything_is_made() {
    let (test, defaults) = started().await;
    let starter = Destination::Starter { dataset_name: defaults.dataset_name.clone() };
    for example in &defaults.examples {
        let shown = preview(&test, &example.text, &defaults.starter_lines, &starter).await;
        assert!(!shown.by_platform);
        assert_eq!((shown.summary.warnings, shown.summary.errors), (0, 0), "{shown:?}");
        assert!(shown.summary.vital.as_ref().unwrap().mapped);
        assert!(shown.lines[1].message.starts_with("Sent in seconds. Reads as Oct 27, 2026"));
    }
    assert_eq!(test.emulator.recording().count(Route::PreviewMappingSet), 0);
}

#[tokio::test]
async fn the_platform_makes_of_the_starter_what_this_app_said_it_would() {
    let (test, defaults) = started().await;
    let sandbox = sandbox(&test.emulator);
    let group =
        starter::first_source().field_group(&test.emulator.tenant().into(), "Pendo fields", "");
    let group = sandbox.field_groups().create(&group).await.unwrap().id;
    let schema = starter::schema(SchemaClass::Event, [group.as_str()], "Pendo", "made by a test");
    let schema = sandbox.schemas().create(&schema).await.unwrap().id;
    let starter = Destination::Starter { dataset_name: "x".to_owned() };
    let made = Destination::ExistingSchema {
        schema_id: schema.to_string(),
        dataset_name: "x".to_owned(),
        tags: Tags::new(),
    };
    for example in &defaults.examples {
        let ours = preview(&test, &example.text, &defaults.starter_lines, &starter).await;
        let theirs = preview(&test, &example.text, &defaults.starter_lines, &made).await;
        assert!(theirs.by_platform && theirs.summary.errors == 0, "{theirs:?}");
        let same_moment = |preview: &MappingPreview| {
            let text = preview.record["timestamp"].as_str().unwrap().to_owned();
            text.replace(".000Z", "Z")
        };
        assert_eq!(same_moment(&ours), same_moment(&theirs));
        let own = format!("_{}", test.emulator.tenant());
        assert_eq!(ours.record["_id"], theirs.record["_id"]);
        assert_eq!(ours.record[&own], theirs.record[&own]);
        assert_eq!(ours.lines, theirs.lines);
    }
    let found = sandbox.schemas().get_full(&schema).await.unwrap();
    let listed = mapping::target_fields(&serde_json::json!({ "properties": found.properties }));
    for field in &defaults.starter_fields {
        let same = listed.iter().find(|known| known.path == field.path);
        let same = same.unwrap_or_else(|| panic!("{} is not in the schema", field.path));
        assert_eq!((same.kind, same.required), (field.kind, field.required), "{}", field.path);
    }
}

#[tokio::test]
async fn an_expression_is_worked_out_by_the_platform() {
    let (test, defaults) = started().await;
    let made = chain(&sandbox(&test.emulator), "Guides").await.unwrap();
    let own = format!("_{}", test.emulator.tenant());
    let mut lines = required();
    lines.push(expression("upper(event)", &format!("{own}.event")));
    lines.push(field("uniqueId", &format!("{own}.uniqueId")));
    let shown = preview(&test, &defaults.examples[0].text, &lines, &over(&made)).await;
    assert!(shown.by_platform);
    assert_eq!(shown.record[&own]["event"], "GUIDEDISPLAYED");
    assert_eq!(shown.lines[2].message, "Gives “GUIDEDISPLAYED”");
    assert_eq!(shown.summary.errors, 0, "{shown:?}");
}

#[tokio::test]
async fn an_expression_that_the_platform_does_not_know_is_told_on_its_line() {
    let (test, defaults) = started().await;
    let made = chain(&sandbox(&test.emulator), "Guides").await.unwrap();
    let own = format!("_{}", test.emulator.tenant());
    let mut lines = required();
    lines.push(field("uniqueId", &format!("{own}.uniqueId")));
    lines.push(expression("to_string(event)", &format!("{own}.event")));
    let shown = preview(&test, &defaults.examples[0].text, &lines, &over(&made)).await;
    assert_eq!(shown.lines[3].state, VerdictState::Warning);
    assert!(shown.lines[3].message.contains("to_string"), "{:?}", shown.lines[3]);
}

#[tokio::test]
async fn when_the_platform_gives_no_preview_this_app_does_and_says_so() {
    let (test, defaults) = started().await;
    let made = chain(&sandbox(&test.emulator), "Guides").await.unwrap();
    let failing = Fault::on(Route::PreviewMappingSet).status(503).times(10);
    test.emulator.faults().add(failing);
    let shown = preview(&test, &defaults.examples[0].text, &required(), &over(&made)).await;
    assert!(!shown.by_platform);
    assert_eq!(shown.record["timestamp"], "2026-10-27T10:42:22.000Z");
}

#[tokio::test]
async fn lines_that_cannot_be_saved_are_told_and_the_others_still_previewed() {
    let (test, defaults) = started().await;
    let made = chain(&sandbox(&test.emulator), "Guides").await.unwrap();
    let own = format!("_{}", test.emulator.tenant());
    let mut lines = required();
    lines.push(field("event", &format!("{own}.nowhere")));
    lines.push(field("visitorId", "_id"));
    lines.push(field("properties", &format!("{own}.event")));
    let shown = preview(&test, &defaults.examples[0].text, &lines, &over(&made)).await;
    assert!(shown.by_platform);
    let states: Vec<_> = shown.lines.iter().map(|line| line.state).collect();
    use VerdictState::{Error, Good};
    assert_eq!(states, [Good, Good, Error, Error, Error]);
    assert_eq!(shown.record["_id"], "5b1f0c7e92ad4836c0f7d81e3a6b4925f0d17c88");
    // Three lines, and `uniqueId`, which reaches `_id` but not the field that is named after it.
    assert_eq!(shown.summary.errors, 4, "{:?}", shown.problems);
}

#[tokio::test]
async fn a_preview_after_every_key_does_not_ask_for_the_schema_each_time() {
    let (test, defaults) = started().await;
    let made = chain(&sandbox(&test.emulator), "Guides").await.unwrap();
    for _ in 0..5 {
        preview(&test, &defaults.examples[0].text, &required(), &over(&made)).await;
    }
    assert_eq!(test.emulator.recording().count(Route::GetSchema), 1);
    assert_eq!(test.emulator.recording().count(Route::PreviewMappingSet), 5);
}

#[tokio::test]
async fn a_sample_that_cannot_be_read_is_told_and_nobody_is_asked() {
    let (test, _) = started().await;
    test.emulator.recording().clear();
    for (text, said) in [
        ("{\"a\": 1,\n \"b\" 2}", "line 2, column 6"),
        ("not json", "not JSON"),
        (&"[1]".repeat(7_000_000), "21.0 MB"),
    ] {
        let error = test
            .app
            .read_sample(ReadSample { text: text.to_owned(), event: None })
            .await
            .unwrap_err();
        assert_eq!(error.code, ErrorCode::Validation);
        assert!(problem_of(&error, "text").contains(said), "{error:?}");
        let args = PreviewMapping {
            source: None,
            sample: text.to_owned(),
            event: None,
            lines: required(),
            destination: Destination::Starter { dataset_name: "x".to_owned() },
        };
        let error = test.app.preview_mapping(args).await.unwrap_err();
        assert!(problem_of(&error, "sample").contains(said), "{error:?}");
    }
    assert!(test.emulator.recording().all().is_empty());
}

#[tokio::test]
async fn keys_with_dots_spaces_and_names_of_functions_reach_the_record() {
    let (test, _) = started().await;
    let made = chain(&sandbox(&test.emulator), "Guides").await.unwrap();
    let own = format!("_{}", test.emulator.tenant());
    let sample = r#"{ "the id": "u-1", "sent.at": 1793097742, "a": { "date": 1793097742, "b.c": 1793097742 } }"#;
    let fields = test
        .app
        .read_sample(ReadSample { text: sample.to_owned(), event: None })
        .await
        .unwrap()
        .fields;
    let path_of = |key: &str| fields.iter().find(|field| field.key == key).unwrap().path.clone();
    for key in ["sent.at", "date", "b.c"] {
        let source = MappingSource::SecondsToDate { path: path_of(key) };
        let lines = [
            field(&path_of("the id"), "_id"),
            MappingLine { source, target: "timestamp".to_owned() },
            field(&path_of("the id"), &format!("{own}.uniqueId")),
        ];
        let shown = preview(&test, sample, &lines, &over(&made)).await;
        assert!(shown.by_platform);
        assert_eq!(shown.record["timestamp"], "2026-10-27T10:42:22Z", "{key}: {shown:?}");
        assert_eq!(shown.record["_id"], "u-1");
    }
}

#[tokio::test]
async fn keys_that_are_pictures_or_commands_are_mapped_like_any_other() {
    let (test, _) = started().await;
    let made = chain(&sandbox(&test.emulator), "Guides").await.unwrap();
    for key in ["😀", "'; DROP TABLE events; --", "größe", "</script>"] {
        let sample = json!({ key: "u-1", "timestamp": 1_793_097_742 }).to_string();
        let args = ReadSample { text: sample.clone(), event: None };
        let path = test.app.read_sample(args).await.unwrap().fields[0].path.clone();
        let source = MappingSource::SecondsToDate { path: "timestamp".to_owned() };
        let date = MappingLine { source, target: "timestamp".to_owned() };
        let shown = preview(&test, &sample, &[field(&path, "_id"), date], &over(&made)).await;
        assert!(shown.by_platform, "{shown:?}");
        assert_eq!(shown.record["_id"], "u-1", "{key}: {shown:?}");
    }
}

#[tokio::test]
async fn of_several_events_the_one_that_is_looked_at_is_mapped() {
    let (test, _) = started().await;
    let made = chain(&sandbox(&test.emulator), "Guides").await.unwrap();
    let sample = format!("{}\n{}", event("u-1"), event("u-2"));
    for (place, id) in [(None, "u-1"), (Some(1), "u-2"), (Some(9), "u-1")] {
        let args = PreviewMapping {
            source: None,
            sample: sample.clone(),
            event: place,
            lines: required(),
            destination: over(&made),
        };
        let shown = test.app.preview_mapping(args).await.unwrap();
        assert_eq!(shown.record["_id"], id);
    }
}

#[tokio::test]
async fn a_primary_identity_is_marked_and_a_record_without_it_is_an_error() {
    let (test, _) = started().await;
    let sandbox = sandbox(&test.emulator);
    let made = chain(&sandbox, "Guides").await.unwrap();
    let path = format!("_{}.visitorId", test.emulator.tenant());
    let mark = NewIdentityDescriptor::new(&made.schema, &path, "Email").primary(true);
    sandbox.identity_descriptors().create(&mark).await.unwrap();
    let args =
        GetTargetFields { source: None, destination: over(&made), sample: None, event: None };
    let fields = test.app.get_target_fields(args).await.unwrap().fields;
    let marked: Vec<_> = fields.iter().filter(|field| field.identity.is_some()).collect();
    assert_eq!(marked.len(), 1);
    assert_eq!((marked[0].path.as_str(), marked[0].required), (path.as_str(), true));
    assert_eq!(marked[0].identity, Some(IdentityMark::Primary));

    let mut sent = event("u-1");
    let told = |shown: &MappingPreview| {
        let identity = shown.summary.identity.clone().unwrap();
        assert!(identity.primary);
        (identity.mapped, shown.summary.errors > 0)
    };
    let without = preview(&test, &sent.to_string(), &required(), &over(&made)).await;
    assert_eq!(told(&without), (false, true));
    assert!(without.problems.iter().any(|problem| problem.contains(&path)), "{without:?}");
    let mut lines = required();
    lines.push(field("visitorId", &path));
    let with = preview(&test, &sent.to_string(), &lines, &over(&made)).await;
    assert!(told(&with).0);
    sent["visitorId"] = json!("");
    let empty = preview(&test, &sent.to_string(), &lines, &over(&made)).await;
    assert_eq!(told(&empty), (false, true));
}

#[tokio::test]
async fn a_number_that_is_no_date_yet_comes_with_the_line_that_makes_it_one() {
    let (test, defaults) = started().await;
    let lines = [field("sentAt", "timestamp")];
    for (sent, repair) in [
        (json!(1_793_097_742), MappingSource::SecondsToDate { path: "sentAt".to_owned() }),
        (
            json!(1_793_097_742_000_i64),
            MappingSource::MillisecondsToDate { path: "sentAt".to_owned() },
        ),
    ] {
        let sample = json!({ "sentAt": sent }).to_string();
        let destination = Destination::Starter { dataset_name: defaults.dataset_name.clone() };
        let shown = preview(&test, &sample, &lines, &destination).await;
        assert_eq!(shown.lines[0].state, VerdictState::Error);
        assert_eq!(shown.lines[0].repair.as_ref(), Some(&repair));
    }
}
