//! Each source that has a record, from the choice in the wizard to an event of its own that is ingested.

use std::time::Duration;

use aep_client::ListQuery;
use aep_emulator::{Fault, Route};
use app_core::contract::error::{ErrorCode, Owner};
use app_core::contract::flows::FlowRef;
use app_core::contract::mapping::PreviewMapping;
use app_core::contract::setup::{Destination, GetSetupDefaults, SetupForm, SetupState};
use app_core::starter::{self, Source};
use inlet_tests::setup::{SetupApp, count};

fn form(test: &SetupApp, source: &Source) -> SetupForm {
    SetupForm {
        source: source.id.clone(),
        lines: source.lines(&test.emulator.tenant().into()),
        ..test.form(&format!("{} events", source.name))
    }
}

#[tokio::test]
async fn every_source_comes_to_a_webhook_address_and_ingests_its_own_examples() {
    for source in starter::sources() {
        let test = SetupApp::start().await;
        let setup = test.set_up(form(&test, source)).await;
        assert_eq!(setup.state, SetupState::Done, "{}: {:?}", source.id, setup.cause);
        let address = setup.webhook_address.expect("the address is known");
        let webhook = aep_client::WebhookUrl::new(format!("{}{}", address.endpoint, address.query));
        let client = inlet_tests::client::client(&test.emulator);
        let examples = source.examples();
        for example in &examples {
            let event: serde_json::Value = serde_json::from_str(&example.text).unwrap();
            client.inlet().post(&webhook, &event).await.expect("it takes events");
        }
        test.emulator.clock().advance(Duration::from_secs(3 * 3600));
        let flow = setup.flow_id.expect("the dataflow is known").into();
        let runs = test.sandbox().runs();
        let runs = runs.all(&ListQuery::runs_of(&flow)).collect().await.unwrap();
        let counts: Vec<_> = runs.iter().map(|run| run.metrics.records.output).collect();
        assert_eq!(counts, [Some(examples.len() as u64)], "{}", source.id);
    }
}

#[tokio::test]
async fn the_source_connection_and_the_dataflow_are_of_the_kinds_that_the_record_names() {
    for source in starter::sources() {
        let test = SetupApp::start().await;
        let setup = test.set_up(form(&test, source)).await;
        let flow = setup.flow_id.expect("the dataflow is known");
        let shown = test.app.get_flow(FlowRef { flow_id: flow.clone() }).await.unwrap();
        let flow = test.sandbox().flows().get(&flow.as_str().into()).await.unwrap().value;
        assert_eq!(flow.source_spec().unwrap().as_str(), source.connection_spec_id);
        assert_eq!(flow.flow_spec.unwrap().id.as_str(), source.flow_spec_id);
        let from = shown.row.source;
        assert_eq!((from.name, from.id), (source.name.clone(), Some(source.id.clone())));
    }
}

#[tokio::test]
async fn the_wizard_starts_each_source_with_names_fields_and_lines_of_its_own() {
    let test = SetupApp::start().await;
    for source in starter::sources() {
        let args = GetSetupDefaults { source: Some(source.id.clone()) };
        let defaults = test.app.get_setup_defaults(args).await.unwrap();
        assert_eq!(defaults.name, format!("{} events", source.name));
        assert_eq!(defaults.source, source.info());
        assert_eq!(defaults.offered.len(), starter::sources().len());
        let shown = test
            .app
            .preview_mapping(PreviewMapping {
                source: Some(source.id.clone()),
                sample: defaults.examples[0].text.clone(),
                event: None,
                lines: defaults.starter_lines,
                destination: Destination::Starter { dataset_name: defaults.dataset_name },
            })
            .await
            .unwrap();
        let summary = shown.summary;
        assert_eq!((summary.errors, summary.warnings), (0, 0), "{}", source.id);
        assert_eq!((summary.required_filled, summary.required), (2, 2), "{}", source.id);
        assert_eq!(summary.vital.map(|vital| vital.path), source.vital_field);
    }
}

#[tokio::test]
async fn a_source_that_the_organisation_does_not_have_is_marked_and_refused_before_anything_is_made()
 {
    let test =
        SetupApp::on(aep_emulator::Emulator::builder().switches(|s| s.pendo_offered = false)).await;
    let defaults = test.app.get_setup_defaults(GetSetupDefaults::default()).await.unwrap();
    assert_eq!(defaults.offered.len(), starter::sources().len() - 1);
    assert!(!defaults.offered.contains(&"pendo".to_owned()));

    let chatlio = starter::source("chatlio").unwrap();
    test.emulator.faults().add(Fault::on(Route::GetConnectionSpec).status(404).times(2));
    let check = test.app.check_setup(form(&test, chatlio)).await.unwrap();
    assert_eq!(check.fields[0].field, "source");
    let stopped = test.set_up(form(&test, chatlio)).await;
    let cause = stopped.cause.expect("it says why");
    assert_eq!((cause.code, cause.owner), (ErrorCode::SourceNotOffered, Owner::Administrator));
    assert!(cause.title.contains("Chatlio"), "{}", cause.title);
    assert!(cause.detail.unwrap().administrator_text.unwrap().contains("search for Chatlio"));
    assert_eq!(count(&test.sandbox()).await, [0; 7]);
}

#[tokio::test]
async fn when_it_cannot_be_read_which_sources_are_offered_none_is_ruled_out() {
    let test = SetupApp::start().await;
    test.emulator.faults().add(Fault::on(Route::ListConnectionSpecs).status(400).times(1));
    let defaults = test.app.get_setup_defaults(GetSetupDefaults::default()).await.unwrap();
    assert_eq!(defaults.offered.len(), starter::sources().len());
}
