//! A set-up from nothing to a webhook address, and with parts that exist.

use aep_client::catalog::NewDataset;
use app_core::contract::mapping::{MappingLine, MappingSource};
use app_core::contract::place::Tags;
use app_core::contract::setup::{Destination, SetupForm, SetupState, StepKind, StepState};
use app_core::ports::{SystemTimer, Timer};
use inlet_tests::client::{chain, event};
use inlet_tests::setup::{SetupApp, count, reference, step};

/// Lines that fit the schema of [`chain`].
fn lines(tenant: &str) -> Vec<MappingLine> {
    let field = |path: &str, target: String| MappingLine {
        source: MappingSource::Field { path: path.to_owned() },
        target,
    };
    let seconds = MappingSource::SecondsToDate { path: "timestamp".to_owned() };
    vec![
        field("uniqueId", "_id".to_owned()),
        MappingLine { source: seconds, target: "timestamp".to_owned() },
        field("uniqueId", format!("_{tenant}.uniqueId")),
    ]
}

fn into(test: &SetupApp, destination: Destination) -> SetupForm {
    SetupForm { destination, lines: lines(test.emulator.tenant()), ..test.form("Pendo events") }
}

#[tokio::test]
async fn a_name_is_enough_to_come_to_a_webhook_address() {
    let test = SetupApp::start().await;
    let before = SystemTimer.now();
    let setup = test.set_up(test.form("Pendo events")).await;

    assert_eq!(setup.state, SetupState::Done, "{:?}", setup.cause);
    assert!(setup.steps.iter().all(|step| step.state == StepState::Done));
    assert_eq!(count(&test.sandbox()).await, [1; 7]);
    let flow_id = setup.flow_id.expect("the dataflow is known");
    let address = setup.webhook_address.expect("the address is known");
    assert!(address.endpoint.starts_with(test.emulator.base_url()));
    assert_eq!(address.query, format!("?x-adobe-flow-id={flow_id}"));
    let (five_minutes, settles_at) = (5 * 60 * 1000, setup.settles_at.expect("it settles"));
    assert!((before + five_minutes..=SystemTimer.now() + five_minutes).contains(&settles_at));
}

#[tokio::test]
async fn the_address_takes_an_event_and_the_starter_schema_lets_it_in() {
    let test = SetupApp::start().await;
    let setup = test.set_up(test.form("Pendo events")).await;
    let address = setup.webhook_address.expect("the address is known");
    let webhook = aep_client::WebhookUrl::new(format!("{}{}", address.endpoint, address.query));
    let client = inlet_tests::client::client(&test.emulator);
    client.inlet().post(&webhook, &event("u-1")).await.expect("it takes events");

    test.emulator.clock().advance(std::time::Duration::from_secs(3 * 3600));
    let flow = setup.flow_id.expect("the dataflow is known").into();
    let runs = test.sandbox().runs();
    let runs = runs.all(&aep_client::ListQuery::runs_of(&flow)).collect().await.unwrap();
    let counts: Vec<_> = runs.iter().map(|run| &run.metrics.records).collect();
    assert_eq!(counts.len(), 1);
    assert_eq!(counts[0].output, Some(1), "{counts:?}");
}

#[tokio::test]
async fn a_schema_that_exists_is_used_and_two_objects_fewer_are_made() {
    let test = SetupApp::start().await;
    let theirs = chain(&test.sandbox(), "Theirs").await.unwrap();
    let form = into(
        &test,
        Destination::ExistingSchema {
            schema_id: theirs.schema.to_string(),
            dataset_name: "Pendo events".to_owned(),
            tags: Tags::new(),
        },
    );
    let setup = test.set_up(form).await;
    assert_eq!(setup.state, SetupState::Done, "{:?}", setup.cause);
    let picked = step(&setup, StepKind::Schema);
    assert_eq!(picked.state, StepState::Picked);
    assert_eq!(picked.object.as_ref().unwrap().id, theirs.schema.as_str());
    assert!(setup.steps.iter().all(|step| step.kind != StepKind::FieldGroup));
    assert_eq!(count(&test.sandbox()).await, [1, 1, 2, 2, 2, 2, 2]);
}

#[tokio::test]
async fn a_dataset_that_exists_is_used_with_its_schema() {
    let test = SetupApp::start().await;
    let theirs = chain(&test.sandbox(), "Theirs").await.unwrap();
    let empty = NewDataset::new("Empty", &theirs.schema);
    let empty = test.sandbox().datasets().create(&empty).await.unwrap();
    let form = into(&test, Destination::ExistingDataset { dataset_id: empty.to_string() });
    let review = test.app.check_setup(form.clone()).await.unwrap();
    assert_eq!((review.fields, review.warnings), (Vec::new(), Vec::new()));
    let used: Vec<_> = review.plan.iter().filter(|planned| !planned.made).collect();
    assert_eq!(
        used.iter().map(|planned| planned.name.as_str()).collect::<Vec<_>>(),
        ["Theirs", "Empty"]
    );

    let setup = test.set_up(form).await;
    assert_eq!(setup.state, SetupState::Done, "{:?}", setup.cause);
    assert_eq!(step(&setup, StepKind::Dataset).state, StepState::Picked);
    assert_eq!(count(&test.sandbox()).await, [1, 1, 2, 2, 2, 2, 2]);
    let target = step(&setup, StepKind::TargetConnection).object.as_ref().unwrap();
    let target = test.sandbox().target_connections().get(&target.id.as_str().into()).await.unwrap();
    assert_eq!(target.value.params.dataset_id, Some(empty));
}

#[tokio::test]
async fn a_dataset_that_another_dataflow_writes_to_is_warned_about() {
    let test = SetupApp::start().await;
    let theirs = chain(&test.sandbox(), "Theirs").await.unwrap();
    let form = into(&test, Destination::ExistingDataset { dataset_id: theirs.dataset.to_string() });
    let review = test.app.check_setup(form).await.unwrap();
    assert_eq!(review.fields, Vec::new());
    assert_eq!(review.warnings.len(), 1);
    assert!(review.warnings[0].contains("“Theirs” writes to"), "{}", review.warnings[0]);
}

#[tokio::test]
async fn after_a_restart_a_finished_set_up_still_shows_its_address_but_is_not_unfinished() {
    let test = SetupApp::start().await;
    let done = test.set_up(test.form("Pendo events")).await;
    let test = test.restarted().await;
    let again = test.app.get_setup(reference(&done.setup_id)).await.unwrap();
    assert_eq!(again, done);
    assert!(test.app.list_setups().await.unwrap().is_empty());
}

#[tokio::test]
async fn the_webhook_address_is_in_no_file_that_the_app_wrote() {
    let test = SetupApp::start().await;
    let done = test.set_up(test.form("Pendo events")).await;
    let endpoint = done.webhook_address.expect("it has one").endpoint;
    let secret = endpoint.rsplit('/').next().unwrap().to_owned();
    let SetupApp { app, folder, .. } = test;
    drop(app);
    for file in std::fs::read_dir(folder.path()).unwrap() {
        let bytes = std::fs::read(file.unwrap().path()).unwrap();
        let found = bytes.windows(secret.len()).any(|window| window == secret.as_bytes());
        assert!(!found, "the address has been written down");
    }
}
