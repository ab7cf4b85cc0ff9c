//! What the wizard is given to start from and to choose from.

use aep_client::catalog::NewDataset;
use aep_client::schema_registry::NewSchema;
use app_core::contract::error::{AppError, ErrorCode};
use app_core::contract::mapping::{MappingSource, TargetKind};
use app_core::contract::place::Tags;
use app_core::contract::setup::{Destination, GetSetupDefaults, GetTargetFields, SetupForm};
use inlet_tests::app::{TestApp, problem_of};
use inlet_tests::client::{chain, sandbox};
use inlet_tests::setup::form;

const PROFILE_CLASS: &str = "https://ns.adobe.com/xdm/context/profile";

fn existing_schema(schema_id: &str) -> GetTargetFields {
    let destination = Destination::ExistingSchema {
        schema_id: schema_id.to_owned(),
        dataset_name: "Events".to_owned(),
        tags: Tags::new(),
    };
    GetTargetFields { source: None, destination, sample: None, event: None }
}

fn existing_dataset(dataset_id: &str) -> GetTargetFields {
    let destination = Destination::ExistingDataset { dataset_id: dataset_id.to_owned() };
    GetTargetFields { source: None, destination, sample: None, event: None }
}

#[tokio::test]
async fn a_new_form_starts_with_names_that_nobody_uses() {
    let test = TestApp::start().await;
    let first = test.app.get_setup_defaults(GetSetupDefaults::default()).await.unwrap();
    assert_eq!(
        (first.name.as_str(), first.dataset_name.as_str()),
        ("Pendo events", "Pendo events")
    );
    chain(&sandbox(&test.emulator), "Pendo events").await.unwrap();
    let second = test.app.get_setup_defaults(GetSetupDefaults::default()).await.unwrap();
    assert_eq!(second.name, "Pendo events 2");
    assert_eq!(second.dataset_name, "Pendo events 2");
}

#[tokio::test]
async fn the_starter_stands_below_the_organisations_own_tenant() {
    let test = TestApp::start().await;
    let defaults = test.app.get_setup_defaults(GetSetupDefaults::default()).await.unwrap();
    let own = format!("_{}.pendo.", test.emulator.tenant());
    assert!(defaults.starter_fields.iter().any(|field| field.path == format!("{own}visitorId")));
    assert!(defaults.starter_lines.iter().any(|line| line.target == format!("{own}uniqueId")));
    assert!(defaults.source.beta && defaults.source.instructions.len() >= 4);
    assert_eq!(defaults.examples.len(), 3);
    assert!(defaults.examples.iter().all(|example| example.label.contains("example")));
}

#[tokio::test]
async fn the_sources_instructions_and_examples_are_there_without_asking_anybody() {
    let test = TestApp::start().await;
    let defaults = test.app.get_setup_defaults(GetSetupDefaults::default()).await.unwrap();
    test.app.disconnect().await.unwrap();
    let guides = test.app.list_sources().await.unwrap();
    assert_eq!(guides[0].source, defaults.source);
    assert_eq!(guides[0].examples, defaults.examples);
    assert!(guides.iter().all(|guide| !guide.examples.is_empty() && !guide.fresh.is_empty()));
}

#[tokio::test]
async fn schemas_of_events_are_offered_to_the_last_page_and_no_others() {
    let test = TestApp::start().await;
    let sandbox = sandbox(&test.emulator);
    let event = chain(&sandbox, "Guides").await.unwrap();
    let schemas = sandbox.schemas();
    schemas.create(&NewSchema::new("People", &PROFILE_CLASS.into())).await.unwrap();
    let class = aep_client::schema_registry::EXPERIENCE_EVENT_CLASS.into();
    for number in 0..310 {
        schemas.create(&NewSchema::new(format!("Events {number}"), &class)).await.unwrap();
    }
    let offered = test.app.list_schemas().await.unwrap();
    assert_eq!(offered.len(), 311);
    assert!(offered.iter().any(|schema| schema.id == event.schema.as_str()));
    assert!(offered.iter().all(|schema| schema.title != "People"));
}

#[tokio::test]
async fn datasets_that_can_hold_events_are_offered_with_their_schema() {
    let test = TestApp::start().await;
    let sandbox = sandbox(&test.emulator);
    let event = chain(&sandbox, "Guides").await.unwrap();
    let people = sandbox.schemas().create(&NewSchema::new("People", &PROFILE_CLASS.into())).await;
    let people = NewDataset::new("People", &people.unwrap().id);
    let people = sandbox.datasets().create(&people).await.unwrap();
    let offered = test.app.list_datasets().await.unwrap();
    assert_eq!(offered.len(), 1);
    assert_eq!(offered[0].id, event.dataset.as_str());
    assert_eq!(offered[0].name, "Guides");
    assert_eq!(offered[0].schema_id, event.schema.as_str());
    let tenant = test.emulator.tenant().into();
    let destination = Destination::ExistingDataset { dataset_id: people.to_string() };
    let form = SetupForm { destination, ..form(&tenant, "People") };
    let check = test.app.check_setup(form).await.unwrap();
    let told = check.fields.iter().find(|problem| problem.field == "destination.datasetId");
    assert!(told.is_some_and(|told| told.message.contains("records, not events")), "{check:?}");
}

#[tokio::test]
async fn an_existing_schema_shows_its_fields_and_lines_that_suggest_themselves() {
    let test = TestApp::start().await;
    let made = chain(&sandbox(&test.emulator), "Guides").await.unwrap();
    let by_schema =
        test.app.get_target_fields(existing_schema(made.schema.as_str())).await.unwrap();
    let by_dataset =
        test.app.get_target_fields(existing_dataset(made.dataset.as_str())).await.unwrap();
    assert_eq!(by_schema, by_dataset);
    let timestamp = by_schema.fields.iter().find(|field| field.path == "timestamp").unwrap();
    assert!(timestamp.required && timestamp.kind == TargetKind::DateTime);
    let suggested: Vec<_> =
        by_schema.suggested_lines.iter().map(|line| line.target.as_str()).collect();
    let own = format!("_{}", test.emulator.tenant());
    for target in ["_id", "timestamp", &format!("{own}.uniqueId"), &format!("{own}.visitorId")] {
        assert!(suggested.contains(&target), "{target}: {suggested:?}");
    }
    let of_timestamp = by_schema.suggested_lines.iter().find(|line| line.target == "timestamp");
    assert_eq!(
        of_timestamp.unwrap().source,
        MappingSource::SecondsToDate { path: "timestamp".to_owned() }
    );
}

#[tokio::test]
async fn a_sample_of_ones_own_brings_suggestions_that_the_starter_does_not_have() {
    let test = TestApp::start().await;
    let defaults = test.app.get_setup_defaults(GetSetupDefaults::default()).await.unwrap();
    let nps = defaults.examples.iter().find(|example| example.id == "nps_answer").unwrap();
    let destination = Destination::Starter { dataset_name: "Pendo events".to_owned() };
    let plain = GetTargetFields {
        source: None,
        destination: destination.clone(),
        sample: None,
        event: None,
    };
    let with_answer =
        GetTargetFields { source: None, destination, sample: Some(nps.text.clone()), event: None };
    let plain = test.app.get_target_fields(plain).await.unwrap();
    let with_answer = test.app.get_target_fields(with_answer).await.unwrap();
    assert_eq!(plain.fields, defaults.starter_fields);
    assert_eq!(plain.suggested_lines, defaults.starter_lines);
    let score = format!("_{}.pendo.poll.score", test.emulator.tenant());
    assert!(with_answer.suggested_lines.iter().any(|line| line.target == score));
}

#[tokio::test]
async fn a_schema_that_is_gone_is_told_on_its_field() {
    let test = TestApp::start().await;
    let gone = "https://ns.adobe.com/nobody/schemas/0";
    let error = test.app.get_target_fields(existing_schema(gone)).await.unwrap_err();
    assert!(problem_of(&error, "destination.schemaId").contains("does not exist any more"));
}

#[tokio::test]
async fn nothing_is_asked_of_anybody_before_someone_is_signed_in() {
    let test = TestApp::start().await;
    test.app.disconnect().await.unwrap();
    let refusals: [AppError; 4] = [
        test.app.get_setup_defaults(GetSetupDefaults::default()).await.unwrap_err(),
        test.app.list_schemas().await.unwrap_err(),
        test.app.list_datasets().await.unwrap_err(),
        test.app.get_target_fields(existing_schema("x")).await.unwrap_err(),
    ];
    assert!(refusals.iter().all(|error| error.code == ErrorCode::NotConnected));
}
