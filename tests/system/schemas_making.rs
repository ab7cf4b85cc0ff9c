//! Making a schema: what is wrong is told before anything is sent, a lost reply is looked up, a stop half-way can be
//! gone on with or taken back, also after the app was closed.

use std::time::Duration;

use aep_client::schema_registry::Schema;
use aep_emulator::{Fault, Route};
use app_core::contract::commands::dispatch;
use app_core::contract::error::{AppError, ErrorCode};
use inlet_tests::app::problem_of;
use inlet_tests::setup::{SetupApp, pause};
use serde_json::{Value, json};

fn starter(title: &str) -> Value {
    json!({ "title": title, "description": "", "class": "event", "start": { "kind": "starter" },
        "fieldGroups": [], "profile": true,
        "identity": { "path": "visitorId", "namespace": "Email", "primary": true } })
}

async fn ok(test: &SetupApp, name: &str, args: Value) -> Value {
    dispatch(&test.app, name, args).await.unwrap_or_else(|error| panic!("{name}: {error:?}"))
}

async fn fails(test: &SetupApp, form: Value) -> AppError {
    dispatch(&test.app, "start_schema", form).await.expect_err("the form is wrong")
}

/// Waits until nobody works on a making.
async fn ended(test: &SetupApp, making: &Value) -> Value {
    let args = json!({ "makingId": making["makingId"] });
    loop {
        let making = ok(test, "get_schema_making", args.clone()).await;
        if !matches!(making["state"].as_str(), Some("running" | "stopping" | "undoing")) {
            return making;
        }
        pause().await;
    }
}

async fn make(test: &SetupApp, form: Value) -> Value {
    let started = ok(test, "start_schema", form).await;
    ended(test, &started).await
}

async fn then(test: &SetupApp, what: &str, making: &Value) -> Value {
    let started = ok(test, what, json!({ "makingId": making["makingId"] })).await;
    ended(test, &started).await
}

/// Field groups, schemas and identities of the sandbox.
async fn count(test: &SetupApp) -> [usize; 3] {
    let sandbox = test.sandbox();
    let schemas: Vec<Schema> = sandbox.schemas().all().collect().await.unwrap();
    [
        sandbox.field_groups().all().collect().await.unwrap().len(),
        schemas.len(),
        sandbox.identity_descriptors().all().collect().await.unwrap().len(),
    ]
}

async fn unfinished(test: &SetupApp) -> usize {
    let list = ok(test, "list_all_schemas", Value::Null).await;
    list["unfinished"].as_array().unwrap().len()
}

const CREATES: [Route; 3] = [Route::CreateFieldGroup, Route::CreateSchema, Route::CreateDescriptor];

#[tokio::test]
async fn everything_wrong_is_told_at_once_and_before_anything_is_sent() {
    let test = SetupApp::start().await;
    assert_eq!(make(&test, starter("Pendo")).await["state"], "done");
    let mut form = starter("Pendo");
    form["identity"]["namespace"] = json!("Nowhere");
    form["identity"]["path"] = json!("app.id");
    let error = fails(&test, form).await;
    assert!(problem_of(&error, "title").contains("exists already"));
    assert!(problem_of(&error, "identity.namespace").contains("not there any more"));
    assert!(problem_of(&error, "identity.path").contains("text field"));
    assert_eq!(test.emulator.recording().count(Route::CreateFieldGroup), 1);
    assert_eq!(unfinished(&test).await, 0);
}

#[tokio::test]
async fn a_lost_reply_is_looked_up_and_one_of_everything_exists() {
    for route in CREATES {
        for fault in [Fault::on(route).lose_reply(), Fault::on(route).cut_body()] {
            let test = SetupApp::start().await;
            test.emulator.faults().add(fault.times(1));
            let done = make(&test, starter("Pendo, “events” 🎉")).await;
            assert_eq!(done["state"], "done", "{route:?}: {done}");
            assert_eq!(count(&test).await, [1, 1, 1], "{route:?}");
            assert_eq!(test.emulator.recording().count(route), 1, "{route:?}");
        }
    }
}

#[tokio::test]
async fn a_stop_half_way_is_gone_on_with_after_a_restart() {
    for route in CREATES.into_iter().chain([Route::UpdateSchema]) {
        let test = SetupApp::start().await;
        test.emulator.faults().add(Fault::on(route).status(403).times(1));
        let stopped = make(&test, starter("Pendo")).await;
        if route == Route::CreateFieldGroup {
            // Nothing was made, so there is nothing to go on with.
            assert_eq!((&stopped["state"], unfinished(&test).await), (&json!("undone"), 0));
            continue;
        }
        assert_eq!(
            (&stopped["state"], unfinished(&test).await),
            (&json!("stopped"), 1),
            "{route:?}"
        );
        assert_eq!(stopped["choices"], json!(["resume", "undo", "leave"]));
        let test = test.restarted().await;
        assert_eq!(unfinished(&test).await, 1, "{route:?}");
        let done = then(&test, "resume_schema", &stopped).await;
        assert_eq!(done["state"], "done", "{route:?}: {done}");
        assert_eq!((count(&test).await, unfinished(&test).await), ([1, 1, 1], 0), "{route:?}");
        let schema = ok(&test, "get_schema", json!({ "schemaId": done["schemaId"] })).await;
        assert_eq!(schema["row"]["profile"], true);
    }
}

#[tokio::test]
async fn what_was_made_is_taken_back() {
    for route in [Route::CreateSchema, Route::CreateDescriptor, Route::UpdateSchema] {
        let test = SetupApp::start().await;
        test.emulator.faults().add(Fault::on(route).status(403).times(1));
        let stopped = make(&test, starter("Pendo")).await;
        let undone = then(&test, "undo_schema", &stopped).await;
        assert_eq!(undone["state"], "undone", "{route:?}: {undone}");
        assert_eq!((count(&test).await, unfinished(&test).await), ([0, 0, 0], 0), "{route:?}");
    }
}

#[tokio::test]
async fn an_undo_that_stops_says_why_and_goes_on() {
    let test = SetupApp::start().await;
    let faults = test.emulator.faults();
    faults.add(Fault::on(Route::CreateDescriptor).status(403).times(1));
    faults.add(Fault::on(Route::DeleteFieldGroup).status(403).times(1));
    let stopped = make(&test, starter("Pendo")).await;
    let half = then(&test, "undo_schema", &stopped).await;
    assert_eq!((&half["state"], count(&test).await), (&json!("undo_stopped"), [1, 0, 0]));
    assert!(half["cause"]["title"].is_string());
    let undone = then(&test, "undo_schema", &half).await;
    assert_eq!((&undone["state"], count(&test).await), (&json!("undone"), [0, 0, 0]));
}

#[tokio::test]
async fn what_does_not_show_is_looked_for_again_and_never_made_twice() {
    for route in [Route::CreateFieldGroup, Route::CreateSchema] {
        let test = SetupApp::start().await;
        let faults = test.emulator.faults();
        faults.add(Fault::on(route).list_late(Duration::from_secs(3600)).times(1));
        faults.add(Fault::on(route).lose_reply().times(1));
        let stopped = make(&test, starter("Pendo")).await;
        assert_eq!(stopped["state"], "stopped", "{route:?}");
        assert_eq!(stopped["cause"]["code"], json!("outcome_unknown"), "{route:?}");
        assert!(stopped["hasMade"] == true);
        // The registry takes no title twice: what the look missed is refused.
        let again = then(&test, "resume_schema", &stopped).await;
        assert_eq!(again["state"], "stopped", "{again}");
        test.timer.pass(Duration::from_secs(3600));
        let done = then(&test, "resume_schema", &again).await;
        assert_eq!((&done["state"], count(&test).await), (&json!("done"), [1, 1, 1]), "{route:?}");
    }
}

#[tokio::test]
async fn a_refusal_is_told_on_the_field_that_caused_it() {
    let test = SetupApp::start().await;
    let refusal = json!({ "type": "http://ns.adobe.com/aep/errors/XDM-1521-400", "status": 400,
        "title": "Title not unique", "detail": "Title not unique" });
    test.emulator
        .faults()
        .add(Fault::on(Route::CreateFieldGroup).status(400).body(refusal).times(1));
    let stopped = make(&test, starter("Pendo")).await;
    assert_eq!(stopped["cause"]["fields"][0]["field"], "title");
    assert_eq!((&stopped["state"], &stopped["hasMade"]), (&json!("undone"), &json!(false)));
}

#[tokio::test]
async fn what_is_left_as_it_is_is_not_listed_any_more_and_other_sandboxes_see_nothing() {
    let test = SetupApp::start().await;
    test.emulator.faults().add(Fault::on(Route::CreateSchema).status(403).times(1));
    let stopped = make(&test, starter("Pendo")).await;
    ok(&test, "select_sandbox", json!({ "sandbox": "prod" })).await;
    assert_eq!(unfinished(&test).await, 0);
    let args = json!({ "makingId": stopped["makingId"] });
    let elsewhere = dispatch(&test.app, "get_schema_making", args.clone()).await;
    assert_eq!(elsewhere.expect_err("it is not here").code, ErrorCode::NotFound);
    ok(&test, "select_sandbox", json!({ "sandbox": "dev" })).await;
    assert_eq!(unfinished(&test).await, 1);
    ok(&test, "leave_schema", args).await;
    assert_eq!((unfinished(&test).await, count(&test).await), (0, [1, 0, 0]));
}
