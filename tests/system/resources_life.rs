//! Datasets, source connections, target connections and mappings as things of their own: listed, looked at, made,
//! changed, kept while dataflows use them, deleted.

use aep_emulator::{Emulator, Fault, Route, Seed};
use app_core::contract::error::ErrorCode;
use inlet_tests::app::{SANDBOX, problem_of};
use inlet_tests::fresh_app::FreshApp;
use inlet_tests::made::{self, Dataflow};
use inlet_tests::raw::{Caller, text};
use serde_json::{Value, json};

async fn start() -> (FreshApp, Caller) {
    let fresh = FreshApp::beside(Emulator::builder()).await;
    fresh.ok("start_practice", Value::Null).await;
    let caller = Caller::of(&fresh.emulator).await.with("x-sandbox-name", SANDBOX);
    (fresh, caller)
}

async fn with_dataflow() -> (FreshApp, Caller, Dataflow) {
    let (fresh, caller) = start().await;
    let dataflow = made::dataflow(&caller).await;
    (fresh, caller, dataflow)
}

async fn rows(fresh: &FreshApp, kind: &str) -> Vec<Value> {
    let list = fresh.ok("list_resources", json!({ "kind": kind })).await;
    list["rows"].as_array().unwrap().clone()
}

async fn detail(fresh: &FreshApp, kind: &str, id: &str) -> Value {
    fresh.ok("get_resource", json!({ "kind": kind, "id": id })).await
}

async fn delete(fresh: &FreshApp, kind: &str, id: &str) -> Value {
    fresh.ok("delete_resource", json!({ "kind": kind, "id": id })).await
}

fn update(kind: &str, id: &str, detail: &Value, name: &str, description: &str) -> Value {
    let tags = &detail["words"]["tags"];
    json!({ "kind": kind, "id": id, "name": name, "description": description, "tags": tags,
        "base": detail["words"] })
}

fn kinds(links: &Value) -> Vec<(String, String)> {
    let links = links.as_array().unwrap();
    links.iter().map(|link| (text_of(link, "kind"), text_of(link, "name"))).collect()
}

fn text_of(value: &Value, key: &str) -> String {
    value[key].as_str().unwrap_or_default().to_owned()
}

fn pair(kind: &str, name: &str) -> (String, String) {
    (kind.to_owned(), name.to_owned())
}

#[tokio::test]
async fn each_kind_is_listed_with_what_tells_it_from_others_and_who_uses_it() {
    let (fresh, _, dataflow) = with_dataflow().await;
    for (kind, id, name, about) in [
        ("dataset", &dataflow.landing.dataset, "Scores", "Scores"),
        ("source_connection", &dataflow.source, "source", "Pendo"),
        ("target_connection", &dataflow.target, "target", "Scores"),
        ("mapping", &dataflow.mapping, "Mapping of “flow”", "Scores"),
    ] {
        let rows = rows(&fresh, kind).await;
        assert_eq!(rows.len(), 1, "{kind}");
        let row = &rows[0];
        assert_eq!((text_of(row, "id"), text_of(row, "name")), (id.clone(), name.to_owned()));
        assert_eq!((text_of(row, "about"), &row["uses"]), (about.to_owned(), &json!(1)), "{kind}");
        let shown = detail(&fresh, kind, id).await;
        assert_eq!(shown["row"]["name"], name);
        assert_eq!(kinds(&shown["usedBy"])[0], pair("dataflow", "flow"), "{kind}");
        let raw = fresh.ok("get_resource_json", json!({ "kind": kind, "id": id })).await;
        assert!(text_of(&raw, "text").contains("\n  \""), "{raw}");
    }
    assert_eq!(rows(&fresh, "mapping").await[0]["lines"], 4);
}

#[tokio::test]
async fn what_a_resource_uses_and_is_used_by_is_named_with_its_links() {
    let (fresh, _, dataflow) = with_dataflow().await;
    let dataset = detail(&fresh, "dataset", &dataflow.landing.dataset).await;
    assert_eq!(kinds(&dataset["uses"]), [pair("schema", "Scores")]);
    let used = [pair("dataflow", "flow"), pair("target_connection", "target")];
    assert_eq!(kinds(&dataset["usedBy"]), used);
    let target = detail(&fresh, "target_connection", &dataflow.target).await;
    assert_eq!(kinds(&target["uses"]), [pair("dataset", "Scores")]);
    assert_eq!(target["uses"][0]["id"], dataflow.landing.dataset.as_str());
    let mapping = detail(&fresh, "mapping", &dataflow.mapping).await;
    assert_eq!(
        mapping["lines"][0],
        json!({ "source": "id", "calculated": false, "target": "_id" })
    );
    assert!(mapping.get("words").is_none(), "a mapping is changed in its dataflow");
}

#[tokio::test]
async fn uses_that_cannot_be_read_take_nothing_else_along_but_keep_what_the_platform_does_not_guard()
 {
    let (fresh, caller) = start().await;
    let landing = made::landing(&caller, "Place", json!({})).await;
    fresh.emulator.faults().add(Fault::on(Route::ListFlows).status(500));
    let list = fresh.ok("list_resources", json!({ "kind": "dataset" })).await;
    assert!(list["rows"][0].get("uses").is_none() && list["usesProblem"].is_object());
    let args = json!({ "kind": "dataset", "id": landing.dataset });
    let error = fresh.fails("delete_resource", args).await;
    assert_eq!(error.code, ErrorCode::PlatformTrouble);
    assert_eq!(fresh.emulator.recording().count(Route::DeleteDataset), 0);
}

#[tokio::test]
async fn connections_and_datasets_are_read_to_the_last_page() {
    let (fresh, caller) = start().await;
    let landing = made::landing(&caller, "Place", json!({})).await;
    for number in 0..203 {
        made::source(&caller, &format!("source {number}")).await;
    }
    for number in 0..101 {
        let body = json!({ "name": format!("Data {number}"),
            "schemaRef": { "id": landing.schema, "contentType": "x;version=1" } });
        assert_eq!(caller.post("/catalog/dataSets", body).await.status, 201);
    }
    assert_eq!(rows(&fresh, "source_connection").await.len(), 203);
    assert_eq!(rows(&fresh, "dataset").await.len(), 102);
}

#[tokio::test]
async fn a_connection_is_renamed_with_the_version_that_was_read_and_only_what_changed_is_sent() {
    let (fresh, caller) = start().await;
    let id = made::source(&caller, "Old").await;
    let before = detail(&fresh, "source_connection", &id).await;
    let saved =
        fresh.ok("update_resource", update("source_connection", &id, &before, "New", "")).await;
    assert_eq!(saved, json!({ "kind": "saved" }));
    let sent = fresh.emulator.recording().of(Route::UpdateSourceConnection);
    assert_eq!(sent[0].body, json!([{ "op": "replace", "path": "/name", "value": "New" }]));
    assert_eq!(sent[0].header("if-match"), before["words"]["version"].as_str());
    let activity = fresh
        .ok(
            "list_activity",
            json!({ "search": { "kinds": [], "outcomes": [] }, "skip": 0, "limit": 5 }),
        )
        .await;
    assert_eq!(activity["rows"][0]["sentence"], "Renamed source connection “Old”");
    let error =
        fresh.fails("update_resource", update("source_connection", &id, &before, " ", "")).await;
    assert_eq!(problem_of(&error, "name"), "The source connection needs a name.");
}

#[tokio::test]
async fn a_change_of_someone_else_is_kept_where_it_does_not_clash_and_shown_where_it_does() {
    let (fresh, caller, dataflow) = with_dataflow().await;
    let id = &dataflow.target;
    let path = format!("/flowservice/targetConnections/{id}");
    let before = detail(&fresh, "target_connection", id).await;
    let etag = text(&caller.get(&path).await, "/items/0/etag");
    let patch = json!([{ "op": "replace", "path": "/name", "value": "Theirs" }]);
    assert_eq!(caller.clone().with("if-match", &etag).patch(&path, patch).await.status, 200);

    let merged = update("target_connection", id, &before, "target", "Where scores go");
    assert_eq!(fresh.ok("update_resource", merged).await["kind"], "saved");
    let now = detail(&fresh, "target_connection", id).await;
    let row = &now["row"];
    assert_eq!((&row["name"], &row["description"]), (&json!("Theirs"), &json!("Where scores go")));

    let clash =
        fresh.ok("update_resource", update("target_connection", id, &before, "Ours", "")).await;
    assert_eq!((&clash["kind"], &clash["theirs"]["name"]), (&json!("changed"), &json!("Theirs")));
    assert_eq!(detail(&fresh, "target_connection", id).await["row"]["name"], "Theirs");

    fresh.emulator.faults().add(Fault::on(Route::UpdateTargetConnection).status(412).times(1));
    let again = update("target_connection", id, &now, "Ours", "Where scores go");
    assert_eq!(fresh.ok("update_resource", again).await["kind"], "saved");
}

#[tokio::test]
async fn a_dataset_is_changed_against_its_version_and_its_own_tags_stay() {
    let (fresh, caller) = start().await;
    let landing = made::landing(&caller, "Place", json!({})).await;
    let id = &landing.dataset;
    let path = format!("/catalog/dataSets/{id}");
    let tags = json!({ "tags": { "unifiedProfile": ["enabled:true"], "team": ["web"] } });
    assert_eq!(caller.patch(&path, tags).await.status, 200);
    let before = detail(&fresh, "dataset", id).await;
    let mut args = update("dataset", id, &before, "Place", "Where events are kept");
    args["tags"] = json!([{ "key": "team", "values": ["shop", "web"], "fixed": false }]);
    assert_eq!(fresh.ok("update_resource", args.clone()).await["kind"], "saved");
    let sent = fresh.emulator.recording().of(Route::UpdateDataset).pop().unwrap();
    let expected = json!({ "description": "Where events are kept",
        "tags": { "unifiedProfile": ["enabled:true"], "team": ["shop", "web"] } });
    assert_eq!(sent.body, expected);
    assert_eq!(sent.header("if-match"), before["words"]["version"].as_str());
    args["tags"] = json!([{ "key": "acp_x", "values": ["1"], "fixed": false }]);
    let error = fresh.fails("update_resource", args).await;
    assert!(problem_of(&error, "tags.0").contains("Experience Platform uses this name"));
}

#[tokio::test]
async fn what_dataflows_use_is_kept_and_they_are_named() {
    let (fresh, _, dataflow) = with_dataflow().await;
    for (kind, id) in [
        ("dataset", &dataflow.landing.dataset),
        ("source_connection", &dataflow.source),
        ("target_connection", &dataflow.target),
        ("mapping", &dataflow.mapping),
    ] {
        let kept = delete(&fresh, kind, id).await;
        assert_eq!(kept["kind"], "in_use", "{kind}");
        assert_eq!(kinds(&kept["usedBy"]), [pair("dataflow", "flow")], "{kind}");
    }
    let recording = fresh.emulator.recording();
    assert_eq!(recording.count(Route::DeleteDataset) + recording.count(Route::DeleteMappingSet), 0);
}

#[tokio::test]
async fn what_nothing_uses_any_more_is_deleted_and_looked_for() {
    let (fresh, caller, dataflow) = with_dataflow().await;
    let flow = format!("/flowservice/flows/{}", dataflow.flow);
    assert_eq!(caller.delete(&flow).await.status, 204);
    for (kind, id) in [
        ("target_connection", &dataflow.target),
        ("source_connection", &dataflow.source),
        ("mapping", &dataflow.mapping),
        ("dataset", &dataflow.landing.dataset),
    ] {
        assert_eq!(delete(&fresh, kind, id).await, json!({ "kind": "deleted" }), "{kind}");
        let gone = json!({ "kind": kind, "id": id });
        assert_eq!(fresh.fails("get_resource", gone.clone()).await.code, ErrorCode::NotFound);
        assert_eq!(fresh.fails("delete_resource", gone).await.code, ErrorCode::NotFound);
    }
    let activity = fresh
        .ok(
            "list_activity",
            json!({ "search": { "kinds": [], "outcomes": [] }, "skip": 0, "limit": 10 }),
        )
        .await;
    assert_eq!(activity["rows"][0]["sentence"], "Deleted dataset “Scores”");
}

#[tokio::test]
async fn a_deletion_that_did_not_take_or_is_not_offered_is_not_called_one() {
    let (fresh, caller) = start().await;
    let id = made::source(&caller, "Left").await;
    fresh.emulator.faults().add(Fault::on(Route::DeleteSourceConnection).status(204).times(1));
    let error =
        fresh.fails("delete_resource", json!({ "kind": "source_connection", "id": id })).await;
    assert!(error.title.contains("still shows it"), "{}", error.title);
    let landing = made::landing(&caller, "Place", json!({})).await;
    let body = made::mapping_body(&landing.schema, &[("id", "_id")]);
    let mapping = text(&caller.post("/conversion/mappingSets", body).await, "/id");
    fresh.emulator.faults().add(Fault::on(Route::DeleteMappingSet).status(405).times(1));
    let kept = delete(&fresh, "mapping", &mapping).await;
    assert_eq!(kept["kind"], "not_offered");
    assert!(text_of(&kept, "hint").contains("it can stay"));
}

#[tokio::test]
async fn production_asks_for_the_name() {
    let fresh = FreshApp::beside(Emulator::builder().seed(Seed::practice())).await;
    fresh.sign_in().await;
    fresh.ok("select_sandbox", json!({ "sandbox": "prod" })).await;
    let caller = Caller::of(&fresh.emulator).await.with("x-sandbox-name", "prod");
    let landing = made::landing(&caller, "Place", json!({})).await;
    let mut args = json!({ "kind": "dataset", "id": landing.dataset });
    let error = fresh.fails("delete_resource", args.clone()).await;
    assert!(problem_of(&error, "confirmation").contains("Type “Place”"));
    args["confirmation"] = json!("Place");
    assert_eq!(fresh.ok("delete_resource", args).await["kind"], "deleted");
}
