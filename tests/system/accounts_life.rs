//! An account from its form to its end: made, tested, changed, kept while it is used, deleted.

use aep_emulator::{Emulator, Fault, Route, Seed};
use app_core::contract::error::{Action, AppError, ErrorCode};
use inlet_tests::app::{SANDBOX, problem_of};
use inlet_tests::fresh_app::FreshApp;
use inlet_tests::raw::{Caller, text};
use serde_json::{Value, json};

const PATHFACTORY: &str = "ea1c2a08-b722-11eb-8529-0242ac130003";
const KINESIS: &str = "86043421-563b-46ec-8e6c-e23184711bf6";
const HTTP_API: &str = "bc7b00d6-623a-4dfc-9fdb-f1240aeadaeb";

async fn start() -> FreshApp {
    let fresh = FreshApp::beside(Emulator::builder()).await;
    fresh.ok("start_practice", Value::Null).await;
    fresh
}

fn params(values: &[(&str, &str)]) -> Value {
    values.iter().map(|(path, value)| json!({ "path": path, "value": value })).collect()
}

fn basic(password: &str) -> Value {
    params(&[("host", "https://content.example"), ("username", "reader"), ("password", password)])
}

fn new(name: &str, password: &str) -> Value {
    json!({ "specId": PATHFACTORY, "way": "Basic Authentication", "name": name,
        "description": "For tests", "params": basic(password) })
}

async fn made(fresh: &FreshApp, name: &str, password: &str) -> String {
    let made = fresh.ok("create_account", new(name, password)).await;
    made["accountId"].as_str().unwrap().to_owned()
}

async fn detail(fresh: &FreshApp, id: &str) -> Value {
    fresh.ok("get_account", json!({ "accountId": id })).await
}

fn update(id: &str, detail: &Value, name: &str, description: &str) -> Value {
    json!({ "accountId": id, "name": name, "description": description, "base": detail["words"] })
}

#[tokio::test]
async fn an_account_is_made_from_its_form_and_its_test_is_put_into_words() {
    let fresh = start().await;
    let sources = fresh.ok("list_account_sources", Value::Null).await;
    let names: Vec<_> = sources.as_array().unwrap().iter().map(|one| one["name"].clone()).collect();
    assert_eq!(names, ["Amazon Kinesis", "Capillary", "HTTP API", "PathFactory"]);
    assert_eq!(sources[3]["ways"][0]["fields"][2]["kind"]["kind"], "secret");

    let id = made(&fresh, "Content", "open sesame").await;
    let detail = detail(&fresh, &id).await;
    assert_eq!(
        (&detail["row"]["name"], &detail["row"]["source"]),
        (&json!("Content"), &json!("PathFactory"))
    );
    assert_eq!(
        (&detail["way"], &detail["row"]["uses"]),
        (&json!("Basic Authentication"), &json!(0))
    );
    assert!(detail.get("readOnly").is_none() && detail.get("form").is_some());
    let works = fresh.ok("test_account", json!({ "accountId": id })).await;
    assert_eq!(
        (&works["works"], &works["title"]),
        (&json!(true), &json!("The source lets this account in"))
    );

    let wrong = made(&fresh, "Content, old", "wrong").await;
    let fails = fresh.ok("test_account", json!({ "accountId": wrong })).await;
    assert_eq!(
        (&fails["works"], &fails["title"]),
        (&json!(false), &json!("The source refuses this account"))
    );
    let list = fresh.ok("list_accounts", Value::Null).await;
    assert_eq!(list["rows"].as_array().map(Vec::len), Some(2));
}

#[tokio::test]
async fn what_is_wrong_with_a_form_is_told_on_its_fields_before_anything_is_sent() {
    let fresh = start().await;
    let mut args = new(" ", "");
    args["params"][0]["value"] = json!("content");
    let error = fresh.fails("create_account", args).await;
    assert_eq!((error.code, error.action), (ErrorCode::Validation, Action::EditFields));
    assert!(problem_of(&error, "params.host").contains("https://example.com"));
    assert_eq!(problem_of(&error, "params.password"), "Password is needed.");
    assert_eq!(problem_of(&error, "name"), "The account needs a name.");
    let mut unknown = new("n", "p");
    unknown["way"] = json!("By pigeon");
    let error = fresh.fails("create_account", unknown).await;
    assert_eq!(problem_of(&error, "way"), "Choose how the account signs in.");
    let mut gone = new("n", "p");
    gone["specId"] = json!("00000000-0000-4000-8000-000000000000");
    let error = fresh.fails("create_account", gone).await;
    assert!(problem_of(&error, "specId").contains("not offered this source"));
    assert_eq!(fresh.emulator.recording().count(Route::CreateBaseConnection), 0);
}

#[tokio::test]
async fn a_refusal_of_the_platform_stands_on_the_field_that_it_names() {
    let fresh = start().await;
    let refused = |args: Value| async { fresh.fails("create_account", args).await };
    let error = refused(new("n", "tab\there")).await;
    let said = problem_of(&error, "params.password");
    assert!(said.starts_with("Adobe does not accept this"), "{said}");
    assert_eq!(error.detail.unwrap().platform_code.as_deref(), Some("1303-400"));
}

#[tokio::test]
async fn only_what_changed_is_sent_with_the_version_that_was_read() {
    let fresh = start().await;
    let id = made(&fresh, "Content", "p").await;
    let before = detail(&fresh, &id).await;
    let saved =
        fresh.ok("update_account", update(&id, &before, "Content, EMEA", "For tests")).await;
    assert_eq!(saved, json!({ "kind": "saved" }));
    let sent = fresh.emulator.recording().of(Route::UpdateBaseConnection);
    assert_eq!(sent.len(), 1);
    assert_eq!(
        sent[0].body,
        json!([{ "op": "replace", "path": "/name", "value": "Content, EMEA" }])
    );
    assert_eq!(sent[0].header("if-match"), before["words"]["version"].as_str());

    let now = detail(&fresh, &id).await;
    fresh.ok("update_account", update(&id, &now, "Content, EMEA", "For tests")).await;
    assert_eq!(
        fresh.emulator.recording().count(Route::UpdateBaseConnection),
        1,
        "nothing to change"
    );
}

async fn renamed_elsewhere(fresh: &FreshApp, id: &str, name: &str) {
    let caller = Caller::of(&fresh.emulator).await.with("x-sandbox-name", SANDBOX);
    let path = format!("/flowservice/connections/{id}");
    let etag = text(&caller.get(&path).await, "/items/0/etag");
    let patch = json!([{ "op": "replace", "path": "/name", "value": name }]);
    assert_eq!(caller.with("if-match", &etag).patch(&path, patch).await.status, 200);
}

#[tokio::test]
async fn a_change_of_someone_else_is_shown_where_it_clashes_and_kept_where_it_does_not() {
    let fresh = start().await;
    let id = made(&fresh, "Content", "p").await;
    let before = detail(&fresh, &id).await;
    renamed_elsewhere(&fresh, &id, "Theirs").await;

    let merged = fresh.ok("update_account", update(&id, &before, "Content", "Another use")).await;
    assert_eq!(merged["kind"], "saved");
    let now = detail(&fresh, &id).await;
    assert_eq!(
        (&now["row"]["name"], &now["row"]["description"]),
        (&json!("Theirs"), &json!("Another use"))
    );

    renamed_elsewhere(&fresh, &id, "Theirs again").await;
    let clash = fresh.ok("update_account", update(&id, &now, "Ours", "Another use")).await;
    assert_eq!(
        (&clash["kind"], &clash["theirs"]["name"]),
        (&json!("changed"), &json!("Theirs again"))
    );
    assert!(clash["at"].is_number());
    assert_eq!(detail(&fresh, &id).await["row"]["name"], "Theirs again", "nothing was sent");

    let mut again = update(&id, &now, "Ours", "Another use");
    again["base"] = clash["theirs"].clone();
    assert_eq!(fresh.ok("update_account", again).await["kind"], "saved");
    assert_eq!(detail(&fresh, &id).await["row"]["name"], "Ours");
}

#[tokio::test]
async fn a_version_that_goes_stale_between_reading_and_writing_is_read_again() {
    let fresh = start().await;
    let id = made(&fresh, "Content", "p").await;
    let before = detail(&fresh, &id).await;
    let stale = Fault::on(Route::UpdateBaseConnection).status(412).times(1);
    fresh.emulator.faults().add(stale);
    let saved = fresh.ok("update_account", update(&id, &before, "Renamed", "For tests")).await;
    assert_eq!(saved["kind"], "saved");
    assert_eq!(fresh.emulator.recording().count(Route::UpdateBaseConnection), 2);
}

#[tokio::test]
async fn what_an_account_signs_in_with_is_replaced_whole() {
    let fresh = start().await;
    let id = made(&fresh, "Content", "wrong").await;
    let before = detail(&fresh, &id).await;
    let mut args = update(&id, &before, "Content", "For tests");
    args["credentials"] = params(&[("host", "https://content.example"), ("password", "p")]);
    let error = fresh.fails("update_account", args.clone()).await;
    assert_eq!(problem_of(&error, "params.username"), "Username is needed.");
    args["credentials"] = basic("open sesame");
    assert_eq!(fresh.ok("update_account", args.clone()).await["kind"], "saved");
    assert_eq!(fresh.ok("test_account", json!({ "accountId": id })).await["works"], true);
    let clash = fresh.ok("update_account", args).await;
    assert_eq!(
        clash["kind"], "changed",
        "credentials are never written over a version nobody has seen"
    );

    let endpoint = json!({ "specId": HTTP_API, "way": "Streaming Connection", "name": "Endpoint",
        "description": "", "params": params(&[("dataType", "\"raw\"")]) });
    let endpoint = fresh.ok("create_account", endpoint).await;
    let id = endpoint["accountId"].as_str().unwrap();
    let fixed = detail(&fresh, id).await;
    let error = fresh.fails("update_account", update(id, &fixed, "Other", "")).await;
    assert_eq!(error.code, ErrorCode::Refused);
    assert!(error.title.contains("does not let accounts of this source be changed"));
}

#[tokio::test]
async fn a_create_whose_answer_is_lost_is_looked_for_and_not_sent_again() {
    let fresh = start().await;
    made(&fresh, "Content", "p").await;
    fresh.emulator.faults().add(Fault::on(Route::CreateBaseConnection).lose_reply().times(1));
    let second = made(&fresh, "Content", "p").await;
    let list = fresh.ok("list_accounts", Value::Null).await;
    let rows = list["rows"].as_array().unwrap();
    assert_eq!(rows.len(), 2);
    assert!(rows.iter().any(|row| row["id"] == second.as_str()));
    let lost = Fault::on(Route::CreateBaseConnection).drop_connection().times(1);
    fresh.emulator.faults().add(lost);
    let error: AppError = fresh.fails("create_account", new("Content", "p")).await;
    assert_eq!(error.code, ErrorCode::OutcomeUnknown);
}

#[tokio::test]
async fn an_account_in_use_is_kept_and_its_dataflows_are_listed() {
    let fresh = FreshApp::beside(Emulator::builder().seed(Seed::practice())).await;
    fresh.ok("start_practice", Value::Null).await;
    fresh.ok("select_sandbox", json!({ "sandbox": "prod" })).await;
    let list = fresh.ok("list_accounts", Value::Null).await;
    let rows = list["rows"].as_array().unwrap();
    let uses: Vec<_> = rows.iter().map(|row| (&row["name"], &row["uses"])).collect();
    let expected =
        [(&json!("Kinesis click stream"), &json!(0)), (&json!("PathFactory content"), &json!(1))];
    assert_eq!(uses, expected);

    let (idle, used) = (&rows[0]["id"], &rows[1]["id"]);
    let kept = fresh.ok("delete_account", json!({ "accountId": used })).await;
    assert_eq!(
        (&kept["kind"], &kept["uses"]["flows"][0]["name"]),
        (&json!("in_use"), &json!("PathFactory visits"))
    );
    assert_eq!(fresh.ok("test_account", json!({ "accountId": idle })).await["works"], false);
    let gone = fresh.ok("delete_account", json!({ "accountId": idle })).await;
    assert_eq!(gone, json!({ "kind": "deleted" }));
    let error = fresh.fails("get_account", json!({ "accountId": idle })).await;
    assert_eq!(error.code, ErrorCode::NotFound);
    let error = fresh.fails("delete_account", json!({ "accountId": idle })).await;
    assert_eq!((error.code, error.action), (ErrorCode::NotFound, Action::Reload));
}

#[tokio::test]
async fn a_deletion_that_did_not_take_is_not_called_one() {
    let fresh = start().await;
    let id = made(&fresh, "Content", "p").await;
    fresh.emulator.faults().add(Fault::on(Route::DeleteBaseConnection).status(204).times(1));
    let error = fresh.fails("delete_account", json!({ "accountId": id })).await;
    assert!(error.title.contains("still shows it"), "{}", error.title);
    assert_eq!(fresh.ok("delete_account", json!({ "accountId": id })).await["kind"], "deleted");
}

#[tokio::test]
async fn an_account_whose_source_is_unknown_can_be_looked_at_and_says_why_not_more() {
    let fresh = start().await;
    let id = made(&fresh, "Content", "p").await;
    let nobody = json!({ "type": "https://ns.adobe.com/aep/errors/FLOW-1439-404", "status": 404 });
    let gone = Fault::on(Route::GetConnectionSpec).status(404).body(nobody);
    fresh.emulator.faults().add(gone);
    fresh.emulator.faults().add(Fault::on(Route::ListConnectionSpecs).status(500));
    let shown = detail(&fresh, &id).await;
    assert!(shown["readOnly"].as_str().unwrap().contains("not offered to your organisation"));
    assert!(shown.get("form").is_none());
    let ids: Vec<_> =
        shown["technical"].as_array().unwrap().iter().map(|line| &line["value"]).collect();
    assert!(ids.contains(&&json!(PATHFACTORY)) && ids.contains(&&json!("Basic Authentication")));
    let list = fresh.ok("list_accounts", Value::Null).await;
    assert_eq!(list["rows"][0]["source"], "PathFactory", "the name that Inlet knows");
    let mut args = update(&id, &shown, "Content", "For tests");
    args["credentials"] = basic("p");
    assert_eq!(fresh.fails("update_account", args).await.code, ErrorCode::Refused);
}

#[tokio::test]
async fn uses_that_cannot_be_read_take_nothing_else_along() {
    let fresh = start().await;
    let id = made(&fresh, "Content", "p").await;
    let forbidden = json!({ "type": "https://ns.adobe.com/aep/errors/FLOW-2118-403",
        "title": "Missing permission", "status": 403 });
    let fault = Fault::on(Route::ListSourceConnections).status(403).body(forbidden);
    fresh.emulator.faults().add(fault);
    let list = fresh.ok("list_accounts", Value::Null).await;
    assert!(list["rows"][0].get("uses").is_none());
    assert_eq!(list["usesProblem"]["code"], "permission_missing");
    assert_eq!(detail(&fresh, &id).await["usesProblem"]["code"], "permission_missing");
}

#[tokio::test]
async fn accounts_are_read_to_the_last_page() {
    let fresh = start().await;
    let caller = Caller::of(&fresh.emulator).await.with("x-sandbox-name", SANDBOX);
    for number in 0..203 {
        let body = json!({ "name": format!("Stream {number:03}"),
            "connectionSpec": { "id": KINESIS, "version": "1.0" },
            "auth": { "specName": "Access Key", "params": { "accessKeyId": "AKIAIOSFODNN7EXAMPLE",
                "secretKey": "s", "region": "eu-west-1" } } });
        assert_eq!(caller.post("/flowservice/connections", body).await.status, 201);
    }
    let list = fresh.ok("list_accounts", Value::Null).await;
    assert_eq!(list["rows"].as_array().map(Vec::len), Some(203));
}
