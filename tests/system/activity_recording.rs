//! What the app changes is taken down: when, to what, with which answer; never what opens a door.

use std::collections::BTreeSet;

use aep_emulator::{Emulator, Fault, Route};
use app_core::contract::activity::{
    ActivityKind, ActivityList, ActivityOutcome, ActivityRow, ActivitySearch, ListActivity,
    ListRequests,
};
use app_core::contract::commands::dispatch;
use app_core::contract::setup::SetupState;
use inlet_tests::fresh_app::FreshApp;
use inlet_tests::setup::{SetupApp, ended, form};
use serde_json::{Value, json};

async fn listed(test: &SetupApp, search: ActivitySearch) -> ActivityList {
    let args = ListActivity { search, skip: 0, limit: 100 };
    test.app.list_activity(args).await.expect("the activity can be read")
}

async fn rows(test: &SetupApp) -> Vec<ActivityRow> {
    listed(test, ActivitySearch::default()).await.rows
}

#[tokio::test]
async fn each_object_of_a_set_up_is_a_row_with_its_name_id_and_request_id() {
    let test = SetupApp::start().await;
    let setup = test.set_up(test.form("Pendo events")).await;
    assert_eq!(setup.state, SetupState::Done, "{:?}", setup.cause);

    let rows = rows(&test).await;
    let kinds: Vec<_> = rows.iter().map(|row| row.kind).collect();
    let expected = [
        ActivityKind::Dataflow,
        ActivityKind::Mapping,
        ActivityKind::TargetConnection,
        ActivityKind::SourceConnection,
        ActivityKind::Dataset,
        ActivityKind::Schema,
        ActivityKind::EventFields,
    ];
    assert_eq!(kinds, expected);
    let flow = &rows[0];
    assert_eq!(flow.sentence, "Created dataflow “Pendo events”");
    assert_eq!(Some(&flow.object_id), setup.flow_id.as_ref());
    assert_eq!((flow.outcome, flow.status), (ActivityOutcome::Done, Some(201)));
    assert_eq!(flow.operation, "POST /flows");
    assert!(flow.profile_name.ends_with(" in dev"), "{}", flow.profile_name);
    let answers: BTreeSet<_> = rows.iter().map(|row| row.request_id.as_deref().unwrap()).collect();
    assert_eq!(answers.len(), rows.len(), "each answer has a request id of its own");
    assert!(rows.iter().all(|row| !row.object_id.is_empty()), "{rows:?}");
}

#[tokio::test]
async fn what_the_platform_refuses_is_taken_down_with_its_code() {
    let test = SetupApp::start().await;
    let refusal = json!({ "type": "https://ns.adobe.com/aep/errors/FLOW-2118-403", "status": 403,
        "title": "Missing permission", "report": { "request-id": "r-77" } });
    test.emulator.faults().add(Fault::on(Route::CreateFlow).status(403).body(refusal));
    let setup = test.set_up(test.form("Pendo events")).await;
    assert_eq!(setup.state, SetupState::Stopped);

    let row = rows(&test).await.remove(0);
    assert_eq!(row.sentence, "Could not create dataflow “Pendo events”");
    assert_eq!((row.outcome, row.status), (ActivityOutcome::Refused, Some(403)));
    assert_eq!(row.code.as_deref(), Some("2118-403"));
    assert_eq!(row.object_id, "");
}

#[tokio::test]
async fn a_lost_answer_is_neither_done_nor_refused() {
    let test = SetupApp::start().await;
    test.emulator.faults().add(Fault::on(Route::CreateDataset).lose_reply().times(1));
    test.set_up(test.form("Pendo events")).await;
    let search = ActivitySearch { kinds: vec![ActivityKind::Dataset], ..Default::default() };
    let list = listed(&test, search).await;
    let lost = list.rows.last().unwrap();
    assert_eq!((lost.outcome, lost.status), (ActivityOutcome::Unknown, None));
    assert_eq!(lost.sentence, "Tried to create dataset “Pendo events”; no answer came");
    assert!(list.kept > list.matching);
}

#[tokio::test]
async fn removals_are_named_by_what_was_made_and_survive_a_restart() {
    let test = SetupApp::start().await;
    test.emulator.faults().add(Fault::on(Route::CreateFlow).status(400));
    let setup = test.set_up(test.form("Pendo events")).await;
    test.undone(&setup.setup_id).await;
    let before = rows(&test).await;
    let deleted = |row: &&ActivityRow| row.sentence.starts_with("Deleted ");
    assert!(before.iter().filter(deleted).count() >= 5, "{before:?}");
    let dataset = "Deleted dataset “Pendo events”";
    assert!(before.iter().any(|row| row.sentence == dataset), "{before:?}");

    let test = test.restarted().await;
    assert_eq!(rows(&test).await, before);
}

#[tokio::test]
async fn practice_is_remembered_by_practice_alone() {
    let fresh = FreshApp::beside(Emulator::builder()).await;
    let everything = json!({ "search": { "kinds": [], "outcomes": [] }, "skip": 0, "limit": 9 });
    fresh.sign_in().await;
    fresh.ok("start_practice", Value::Null).await;
    let form = form(&fresh.emulator.tenant().into(), "Rehearsal");
    let setup = fresh.ok("start_setup", serde_json::to_value(form).unwrap()).await;
    ended(&fresh.app, setup["setupId"].as_str().unwrap()).await;
    assert!(fresh.ok("list_activity", everything.clone()).await["kept"].as_u64() > Some(5));

    fresh.sign_in().await;
    assert_eq!(fresh.ok("list_activity", everything).await["kept"], 0);
    assert!(!fresh.written().contains("Rehearsal"));
}

#[tokio::test]
async fn requests_are_kept_by_command_also_those_of_work_in_the_background() {
    let test = SetupApp::start().await;
    let form = serde_json::to_value(test.form("Pendo events")).unwrap();
    let setup = dispatch(&test.app, "start_setup", form).await.unwrap();
    ended(&test.app, setup["setupId"].as_str().unwrap()).await;
    dispatch(&test.app, "list_flows", json!({ "refresh": true })).await.unwrap();

    let asked = |command: &str| ListRequests { commands: vec![command.to_owned()], flow_id: None };
    let made = test.app.list_requests(asked("start_setup")).await.unwrap();
    let create = made.iter().find(|request| request.operation == "POST /flows").unwrap();
    assert_eq!(create.status, Some(201));
    let address = format!("curl -X POST '{}/data/foundation/", test.emulator.base_url());
    assert!(create.curl.starts_with(&address), "{}", create.curl);
    for part in [
        "'authorization: Bearer {ACCESS_TOKEN}'",
        "'x-api-key: {API_KEY}'",
        "'x-sandbox-name: dev'",
        "\"name\":\"Pendo events\"",
    ] {
        assert!(create.curl.contains(part), "{part} in {}", create.curl);
    }
    let lists = test.app.list_requests(asked("list_flows")).await.unwrap();
    assert_eq!(lists.len(), 1);
    assert_eq!(test.app.list_requests(asked("get_flow")).await.unwrap(), []);
}

#[tokio::test]
async fn the_requests_about_a_dataflow_are_found_by_its_id() {
    let test = SetupApp::start().await;
    let setup = test.set_up(test.form("Pendo events")).await;
    let flow_id = setup.flow_id.unwrap();
    dispatch(&test.app, "get_flow", json!({ "flowId": flow_id })).await.unwrap();
    let about =
        |flow_id: &str| ListRequests { commands: vec![], flow_id: Some(flow_id.to_owned()) };
    let made = test.app.list_requests(about(&flow_id)).await.unwrap();
    assert!(made.iter().any(|request| request.operation == "GET /flows/{id}"), "{made:?}");
    assert!(made.iter().all(|request| request.command == "get_flow"));
    assert_eq!(test.app.list_requests(about("another")).await.unwrap(), []);
}

#[tokio::test]
async fn nothing_that_opens_a_door_is_taken_down() {
    let test = SetupApp::start().await;
    let form = serde_json::to_value(test.form("Pendo events")).unwrap();
    let setup = dispatch(&test.app, "start_setup", form).await.unwrap();
    let setup = ended(&test.app, setup["setupId"].as_str().unwrap()).await;
    let flow_id = setup.flow_id.clone().unwrap();
    dispatch(&test.app, "get_flow", json!({ "flowId": flow_id })).await.unwrap();

    let commands = ["start_setup", "get_flow"].map(str::to_owned).to_vec();
    let args = ListRequests { commands, flow_id: Some(flow_id) };
    let made = serde_json::to_string(&test.app.list_requests(args).await.unwrap()).unwrap();
    let rows = serde_json::to_string(&rows(&test).await).unwrap();
    let endpoint = setup.webhook_address.unwrap().endpoint;
    let inlet_id = endpoint.rsplit('/').next().unwrap();
    for secret in [test.emulator.client_secret(), test.emulator.client_id(), inlet_id] {
        assert!(!made.contains(secret), "{secret} in the requests");
    }
    let bearers: Vec<_> = made.split("Bearer ").skip(1).collect();
    assert!(!bearers.is_empty());
    assert!(bearers.iter().all(|rest| rest.starts_with("{ACCESS_TOKEN}'")), "{made}");
    for secret in [test.emulator.client_secret(), inlet_id] {
        assert!(!rows.contains(secret), "{secret} in the activity");
    }
    assert!(!made.contains("/collection/") && !rows.contains("/collection/"));
}
