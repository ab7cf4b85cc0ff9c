//! A draft that was made elsewhere: shown as one, and published with the connections that are drafts too.

use aep_emulator::{Emulator, Fault, Route};
use app_core::contract::error::ErrorCode;
use inlet_tests::app::SANDBOX;
use inlet_tests::fresh_app::FreshApp;
use inlet_tests::made;
use inlet_tests::raw::{Caller, text};
use serde_json::{Value, json};

struct Draft {
    fresh: FreshApp,
    caller: Caller,
    flow: String,
    source: String,
    mapping: String,
}

/// A draft without a mapping, whose connections are drafts as well.
async fn draft() -> Draft {
    let fresh = FreshApp::beside(Emulator::builder()).await;
    fresh.ok("start_practice", Value::Null).await;
    let caller = Caller::of(&fresh.emulator).await.with("x-sandbox-name", SANDBOX);
    let landing = made::landing(&caller, "Place", json!({})).await;
    let body = made::mapping_body(&landing.schema, &[("id", "_id"), ("at", "timestamp")]);
    let mapping = text(&caller.post("/conversion/mappingSets", body).await, "/id");
    let source = json!({ "name": "source", "data": { "format": "json" },
        "connectionSpec": { "id": "6ff5654f-19d5-427d-bd3e-c0ebc802389a", "version": "1.0" } });
    let source = caller.post("/flowservice/sourceConnections?mode=draft", source).await;
    let source = text(&source, "/id");
    let target = made::target(&caller, &landing.dataset).await;
    let mut flow = made::flow_body(&source, &target, &mapping);
    flow.as_object_mut().unwrap().remove("transformations");
    let flow = text(&caller.post("/flowservice/flows?mode=draft", flow).await, "/id");
    Draft { fresh, caller, flow, source, mapping }
}

async fn add_mapping(draft: &Draft) {
    let path = format!("/flowservice/flows/{}", draft.flow);
    let etag = text(&draft.caller.get(&path).await, "/items/0/etag");
    let value = json!([{ "name": "Mapping",
        "params": { "mappingId": draft.mapping, "mappingVersion": 0 } }]);
    let patch = json!([{ "op": "add", "path": "/transformations", "value": value }]);
    let answer = draft.caller.clone().with("if-match", &etag).patch(&path, patch).await;
    assert_eq!(answer.status, 200);
}

async fn state(draft: &Draft) -> Value {
    draft.fresh.ok("get_flow", json!({ "flowId": draft.flow })).await["row"]["state"]["kind"]
        .clone()
}

#[tokio::test]
async fn a_draft_is_published_together_with_the_connections_that_are_drafts() {
    let draft = draft().await;
    add_mapping(&draft).await;
    assert_eq!(state(&draft).await, "draft");
    draft.fresh.ok("publish_flow", json!({ "flowId": draft.flow })).await;
    assert_eq!(state(&draft).await, "on");
    let path = format!("/flowservice/sourceConnections/{}", draft.source);
    assert_eq!(text(&draft.caller.get(&path).await, "/items/0/state"), "enabled");
    draft.fresh.ok("publish_flow", json!({ "flowId": draft.flow })).await;
    assert_eq!(draft.fresh.emulator.recording().count(Route::ActOnFlow), 1, "it was so already");
    let activity = json!({ "search": { "kinds": [], "outcomes": [] }, "skip": 0, "limit": 5 });
    let activity = draft.fresh.ok("list_activity", activity).await;
    assert_eq!(activity["rows"][0]["sentence"], "Published dataflow “flow”");
}

#[tokio::test]
async fn a_draft_without_a_mapping_says_so_and_nothing_is_sent() {
    let draft = draft().await;
    let error = draft.fresh.fails("publish_flow", json!({ "flowId": draft.flow })).await;
    assert_eq!(error.code, ErrorCode::Refused);
    assert!(error.title.contains("no mapping yet"), "{}", error.title);
    assert_eq!(draft.fresh.emulator.recording().count(Route::ActOnFlow), 0);
}

#[tokio::test]
async fn a_version_that_goes_stale_and_an_answer_that_is_lost_are_looked_after() {
    let draft = draft().await;
    add_mapping(&draft).await;
    let faults = draft.fresh.emulator.faults();
    faults.add(Fault::on(Route::ActOnFlow).status(412).times(1));
    faults.add(Fault::on(Route::ActOnFlow).lose_reply().times(1));
    draft.fresh.ok("publish_flow", json!({ "flowId": draft.flow })).await;
    assert_eq!(state(&draft).await, "on");
}
