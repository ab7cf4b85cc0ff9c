//! Everything is checked before the first write, and told all at once, by field.

use aep_emulator::{Emulator, Fault, Route};
use app_core::contract::error::{AppError, ErrorCode, FieldProblem, Owner};
use app_core::contract::mapping::{MappingLine, MappingSource};
use app_core::contract::place::Tags;
use app_core::contract::setup::{Destination, SetupForm, SetupState, StepKind, StepState};
use inlet_tests::client::chain;
use inlet_tests::setup::{SetupApp, count, refused, step};
use serde_json::json;

fn fields(problems: &[FieldProblem]) -> Vec<&str> {
    problems.iter().map(|problem| problem.field.as_str()).collect()
}

async fn told(test: &SetupApp, form: SetupForm) -> Vec<FieldProblem> {
    test.app.check_setup(form).await.expect("the platform can be asked").fields
}

#[tokio::test]
async fn a_good_form_has_no_problems_and_a_plan_and_nothing_is_written() {
    let test = SetupApp::start().await;
    let check = test.app.check_setup(test.form("Pendo events")).await.unwrap();
    assert_eq!(check.fields, Vec::new());
    assert!(check.plan.iter().all(|planned| planned.made));
    let names: Vec<_> = check.plan.iter().map(|planned| planned.name.as_str()).collect();
    let events = "Pendo events";
    assert_eq!(names[..5], ["Pendo events fields", events, events, events, events]);
    assert!(names[5].ends_with("field mappings"), "{}", names[5]);
    assert_eq!(names[6], events);
    assert_eq!(count(&test.sandbox()).await, [0; 7]);
}

#[tokio::test]
async fn names_that_are_taken_are_told_on_their_own_fields_together_with_everything_else() {
    let test = SetupApp::start().await;
    chain(&test.sandbox(), "Taken").await.unwrap();
    let mut form = test.form("Taken");
    form.description = "x".repeat(501);
    form.lines.retain(|line| line.target != "timestamp");
    let problems = told(&test, form).await;
    let mut expected = vec!["description", "name", "destination.datasetName"];
    expected.extend(["destination.datasetName", "lines"]);
    assert_eq!(fields(&problems), expected, "{problems:?}");
    assert!(problems[1].message.contains("“Taken” exists already"), "{}", problems[1].message);
    assert!(problems[4].message.contains("timestamp"), "{}", problems[4].message);
}

#[tokio::test]
async fn an_event_without_its_unique_id_or_its_required_fields_is_told_before_anything_is_made() {
    let test = SetupApp::start().await;
    let mut form = test.form("Pendo events");
    let is_id = |line: &MappingLine| matches!(&line.source, MappingSource::Field { path } if path == "uniqueId");
    form.lines.retain(|line| !is_id(line) && line.target != "timestamp");
    let problems = told(&test, form.clone()).await;
    let all: String = problems.iter().map(|problem| problem.message.as_str()).collect();
    for word in ["uniqueId", "“_id”", "“timestamp”"] {
        assert!(all.contains(word), "{word} is missing in {all}");
    }

    let stopped = test.set_up(form).await;
    assert_eq!(stopped.state, SetupState::Stopped);
    assert_eq!(step(&stopped, StepKind::Check).state, StepState::Failed);
    let cause = stopped.cause.expect("it says why");
    assert_eq!(cause.code, ErrorCode::Validation);
    assert_eq!(cause.fields, problems);
    assert_eq!(count(&test.sandbox()).await, [0; 7]);
    let left = test.app.leave_setup(inlet_tests::setup::reference(&stopped.setup_id)).await;
    assert_eq!(left.unwrap().state, SetupState::Undone, "there is nothing to finish");
}

#[tokio::test]
async fn an_expression_that_the_platform_does_not_know_is_told_on_its_line() {
    let test = SetupApp::start().await;
    let mut form = test.form("Pendo events");
    let at = form.lines.len() - 1;
    form.lines[at].source = MappingSource::Expression { text: "to_string(uniqueId)".to_owned() };
    let problems = told(&test, form).await;
    let line = format!("lines.{at}");
    let found = problems.iter().find(|problem| problem.field == line).expect("it is told");
    assert!(found.message.contains("does not accept"), "{}", found.message);
}

#[tokio::test]
async fn an_organisation_without_pendo_is_told_with_a_text_for_the_administrator() {
    let test = SetupApp::on(Emulator::builder().switches(|s| s.pendo_offered = false)).await;
    assert_eq!(fields(&told(&test, test.form("Pendo events")).await), ["source"]);
    let stopped = test.set_up(test.form("Pendo events")).await;
    let cause = stopped.cause.expect("it says why");
    assert_eq!((cause.code, cause.owner), (ErrorCode::SourceNotOffered, Owner::Administrator));
    assert!(cause.detail.unwrap().administrator_text.is_some());
    assert_eq!(count(&test.sandbox()).await, [0; 7]);
}

#[tokio::test]
async fn a_permission_that_is_missing_is_told_beside_the_other_problems() {
    let test = SetupApp::start().await;
    let fault = || {
        let body = json!({ "error_code": "403000", "message": "forbidden" });
        let body = json!({ "type": "http://ns.adobe.com/aep/errors/XDM-0403-403", "title": "Forbidden", "status": 403, "detail": body["message"] });
        Fault::on(Route::ListDatasets).status(403).body(body)
    };
    test.emulator.faults().add(fault());
    let mut form = test.form("Pendo events");
    form.lines.retain(|line| line.target != "timestamp");
    let problems = told(&test, form).await;
    assert_eq!(fields(&problems), ["permissions", "lines"], "{problems:?}");

    let stopped = test.set_up(test.form("Pendo events")).await;
    let cause = stopped.cause.expect("it says why");
    assert_eq!(cause.code, ErrorCode::PermissionMissing);
    assert_eq!(fields(&cause.fields), ["permissions"]);
}

#[tokio::test]
async fn a_schema_or_dataset_that_is_gone_or_unfit_is_told_on_the_choice() {
    let test = SetupApp::start().await;
    let mut form = test.form("Pendo events");
    form.destination = Destination::ExistingSchema {
        schema_id: "https://ns.adobe.com/inletlab/schemas/0".to_owned(),
        dataset_name: "New".to_owned(),
        tags: Tags::new(),
    };
    assert_eq!(fields(&told(&test, form.clone()).await), ["destination.schemaId"]);
    form.destination = Destination::ExistingDataset { dataset_id: "0".repeat(24) };
    assert_eq!(fields(&told(&test, form.clone()).await), ["destination.datasetId"]);

    let people = aep_client::schema_registry::NewSchema::new(
        "People",
        &"https://ns.adobe.com/xdm/context/profile".into(),
    );
    let people = test.sandbox().schemas().create(&people).await.unwrap();
    form.destination = Destination::ExistingSchema {
        schema_id: people.id.to_string(),
        dataset_name: "New".to_owned(),
        tags: Tags::new(),
    };
    let problems = told(&test, form).await;
    assert_eq!(fields(&problems), ["destination.schemaId"]);
    assert!(problems[0].message.contains("events"), "{}", problems[0].message);
}

#[tokio::test]
async fn absurd_names_are_refused_without_asking_the_platform_and_odd_ones_work() {
    let test = SetupApp::start().await;
    let asked = test.emulator.recording().all().len();
    for name in ["", "  ", "two\nlines", &"x".repeat(10_000)] {
        let error: AppError = refused(test.app.start_setup(test.form(name)).await);
        assert_eq!(error.code, ErrorCode::Validation, "{name:.20}");
        assert_eq!(fields(&error.fields), ["name", "destination.datasetName"]);
    }
    assert_eq!(test.emulator.recording().all().len(), asked);
    for name in ["🎉👩‍👩‍👧 NPS", "أحداث بيندو", "a, “b” \"c\" & d==e?"]
    {
        let setup = test.set_up(test.form(&format!("  {name} "))).await;
        assert_eq!(setup.state, SetupState::Done, "{name}: {:?}", setup.cause);
        assert_eq!(setup.form.name, name);
    }
    assert_eq!(count(&test.sandbox()).await, [3; 7]);
}

#[tokio::test]
async fn without_a_network_a_check_says_so_instead_of_blaming_the_form() {
    let test = SetupApp::start().await;
    test.emulator.faults().add(Fault::on_any().html(200));
    let error = refused(test.app.check_setup(test.form("Pendo events")).await);
    assert_eq!(error.code, ErrorCode::NotThePlatform);
}
