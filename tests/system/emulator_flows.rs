//! Dataflows and their connections: what is refused with which code, and what clients may send.

use aep_emulator::Emulator;
use inlet_tests::made::{Dataflow, dataflow, flow_body, landing, mapping_body, source, target};
use inlet_tests::raw::{Answer, Caller, text};
use serde_json::{Value, json};

async fn start() -> (Emulator, Caller) {
    let emulator = Emulator::builder().start().await.expect("a loopback port is free");
    let caller = Caller::of(&emulator).await;
    (emulator, caller)
}

async fn create(caller: &Caller, body: Value) -> Answer {
    caller.post("/flowservice/flows", body).await
}

fn changed(made: &Dataflow, change: impl FnOnce(&mut Value)) -> Value {
    let mut body = flow_body(&made.source, &made.target, &made.mapping);
    change(&mut body);
    body
}

#[tokio::test]
async fn each_mistake_in_a_new_flow_has_its_own_code() {
    let (_emulator, caller) = start().await;
    let made = dataflow(&caller).await;
    let (source, target) = (made.source.as_str(), made.target.as_str());
    let table = [
        ("state", json!("enabled"), "1410"),
        ("flowSpec", json!({ "id": "unknown", "version": "1.0" }), "1413"),
        ("sourceConnectionIds", json!([]), "1320"),
        ("sourceConnectionIds", Value::Null, "1320"),
        ("sourceConnectionIds", json!([source, source]), "1321"),
        ("sourceConnectionIds", json!([null]), "1338"),
        ("sourceConnectionIds", json!(["dangling"]), "1322"),
        ("targetConnectionIds", json!([target, target]), "1321"),
        ("targetConnectionIds", json!(["dangling"]), "1306"),
        ("transformations", json!("mapping"), "1392"),
        ("transformations", json!([{ "name": "mapping" }]), "1392"),
        ("transformations", json!([{ "name": "Mapping", "params": {} }]), "1328"),
        ("transformations", json!([{ "name": "Mapping", "params": { "mappingId": "x" } }]), "1419"),
        (
            "transformations",
            json!([{ "name": "Mapping", "params": { "mappingId": made.mapping, "mappingVersion": 7 } }]),
            "1412",
        ),
    ];
    for (member, value, code) in table {
        let answer = create(&caller, changed(&made, |body| body[member] = value.clone())).await;
        assert_eq!(answer.refusal(), (400, format!("FLOW-{code}-400")), "{member}: {value}");
    }
    let without = changed(&made, |body| {
        body.as_object_mut().expect("an object").remove("transformations");
    });
    assert_eq!(create(&caller, without).await.refusal().1, "FLOW-1328-400");
    let empty = caller.send("POST", "/flowservice/flows", None).await.expect("an answer comes");
    assert_eq!(empty.refusal().1, "FLOW-1405-400");
}

#[tokio::test]
async fn dataset_and_mapping_must_name_the_same_schema() {
    let (_emulator, caller) = start().await;
    let made = dataflow(&caller).await;
    let other = landing(&caller, "Other", json!({})).await;
    let mapping = mapping_body(&other.schema, &[("id", "_id")]);
    let mapping = text(&caller.post("/conversion/mappingSets", mapping).await, "/id");
    let answer = create(&caller, flow_body(&made.source, &made.target, &mapping)).await;
    assert_eq!(answer.refusal(), (400, "FLOW-1425-400".to_owned()));

    // Only the major version counts, however it is written.
    let mut body = mapping_body(&made.landing.schema, &[("id", "_id")]);
    body["outputSchema"]["schemaRef"]["contentType"] =
        json!("application/vnd.adobe.xed-full-notext+json; version=1.0");
    let same = text(&caller.post("/conversion/mappingSets", body.clone()).await, "/id");
    assert_eq!(create(&caller, flow_body(&made.source, &made.target, &same)).await.status, 201);
    body["outputSchema"]["schemaRef"]["contentType"] =
        json!("application/vnd.adobe.xed-full+json;version=2");
    let newer = text(&caller.post("/conversion/mappingSets", body).await, "/id");
    let answer = create(&caller, flow_body(&made.source, &made.target, &newer)).await;
    assert_eq!(answer.refusal(), (400, "FLOW-1425-400".to_owned()));
}

#[tokio::test]
async fn what_real_clients_send_is_accepted() {
    let (_emulator, caller) = start().await;
    let made = dataflow(&caller).await;
    let bodies = [
        changed(&made, |body| body["transformations"] = json!([])),
        changed(&made, |body| body["transformations"][0]["params"]["mappingVersion"] = json!("0")),
        changed(&made, |body| {
            body["scheduleParams"] = json!({ "frequency": "minute", "interval": "15" });
        }),
        changed(&made, |body| body["options"] = json!({ "partialIngestionPercent": 10 })),
    ];
    for body in bodies {
        let answer = create(&caller, body.clone()).await;
        assert_eq!(answer.status, 201, "{body}: {}", answer.text);
    }
    for path in ["/flowservice/flows/", "/schemaregistry/stats/", "/catalog/dataSets/"] {
        assert_eq!(caller.get(path).await.status, 200, "{path}");
    }
}

#[tokio::test]
async fn a_change_needs_the_newest_etag_in_any_quoting() {
    let (_emulator, caller) = start().await;
    let made = dataflow(&caller).await;
    let path = format!("/flowservice/flows/{}", made.flow);
    let rename = |name: &str| json!([{ "op": "Replace", "path": "/name", "value": name }]);
    let missing = caller.patch(&path, rename("a")).await;
    assert_eq!(missing.refusal(), (400, "FLOW-1403-400".to_owned()));

    let etag = text(&caller.get(&path).await, "/items/0/etag");
    let changed = caller.clone().with("if-match", &etag).patch(&path, rename("a")).await;
    assert_eq!(changed.status, 200, "{}", changed.text);
    let stale = caller.clone().with("if-match", &etag).patch(&path, rename("b")).await;
    assert_eq!(stale.status, 412);
    assert!(stale.json()["errorMessage"].is_string() && stale.json().get("type").is_none());

    let newest = text(&changed, "/etag");
    let bare = caller.clone().with("if-match", newest.trim_matches('"'));
    assert_eq!(bare.patch(&path, rename("c")).await.status, 200);
    assert_eq!(text(&caller.get(&path).await, "/items/0/name"), "c");
}

#[tokio::test]
async fn each_mistake_in_a_patch_has_its_own_code_and_changes_nothing() {
    let (_emulator, caller) = start().await;
    let made = dataflow(&caller).await;
    let path = format!("/flowservice/flows/{}", made.flow);
    let etag = text(&caller.get(&path).await, "/items/0/etag");
    let caller = caller.with("if-match", &etag);
    let wrong_mapping = json!({ "name": "Mapping", "params": { "mappingId": "x" } });
    let table = [
        (json!([{ "op": "move", "path": "/name", "value": 1 }]), "1434"),
        (json!([{ "path": "/name", "value": "x" }]), "1455"),
        (json!([{ "op": "add", "path": "/name" }]), "1455"),
        (json!([{ "op": "replace", "path": "/state", "value": "disabled" }]), "1365"),
        (json!([{ "op": "replace", "path": "/flowSpec/id", "value": "x" }]), "1365"),
        (
            json!([{ "op": "replace", "path": "/transformations/0", "value": wrong_mapping }]),
            "1419",
        ),
        (
            json!([{ "op": "replace", "path": "/name", "value": "half" },
                { "op": "remove", "path": "/nothing" }]),
            "1365",
        ),
    ];
    for (patch, code) in table {
        let answer = caller.patch(&path, patch.clone()).await;
        assert_eq!(answer.refusal(), (400, format!("FLOW-{code}-400")), "{patch}");
    }
    let empty = caller.send("PATCH", &path, None).await.expect("an answer comes");
    assert_eq!(empty.refusal().1, "FLOW-1405-400");
    let shown = caller.get(&path).await;
    assert_eq!(
        (text(&shown, "/items/0/name"), text(&shown, "/items/0/etag")),
        ("flow".into(), etag)
    );
}

#[tokio::test]
async fn a_flow_is_switched_off_and_on_without_body_or_etag() {
    let (_emulator, caller) = start().await;
    let made = dataflow(&caller).await;
    let path = format!("/flowservice/flows/{}", made.flow);
    for (operation, state) in [("disable", "disabled"), ("ENABLE", "enabled")] {
        let action = format!("{path}/action?op={operation}");
        let done = caller.send("POST", &action, None).await.expect("an answer comes");
        assert_eq!(done.status, 200, "{}", done.text);
        let shown = caller.get(&path).await;
        assert_eq!(text(&shown, "/items/0/state"), state);
        assert_eq!(text(&shown, "/items/0/etag"), text(&done, "/etag"));
    }
    for (operation, code) in [("publish", "FLOW-1421-400"), ("explode", "FLOW-1435-400")] {
        let action = format!("{path}/action?op={operation}");
        let refused = caller.send("POST", &action, None).await.expect("an answer comes");
        assert_eq!(refused.refusal().1, code);
    }
}

#[tokio::test]
async fn a_draft_gets_its_mapping_later_and_its_endpoint_when_it_is_published() {
    let (_emulator, caller) = start().await;
    let made = dataflow(&caller).await;
    let mut body = flow_body(&made.source, &made.target, &made.mapping);
    let mapping = body["transformations"].take();
    body.as_object_mut().expect("an object").remove("transformations");
    let draft = caller.post("/flowservice/flows?mode=draft", body).await;
    let path = format!("/flowservice/flows/{}", text(&draft, "/id"));
    let shown = caller.get(&path).await.json();
    assert_eq!(shown["items"][0]["state"], "draft");
    assert_eq!(shown["items"][0]["options"].get("inletUrl"), None);
    let publish = format!("{path}/action?op=publish");
    let early = caller.send("POST", &publish, None).await.expect("an answer comes");
    assert_eq!(early.refusal().1, "FLOW-1328-400");

    let patch = json!([{ "op": "add", "path": "/transformations", "value": mapping }]);
    let patched = caller.clone().with("if-match", &text(&draft, "/etag")).patch(&path, patch).await;
    assert_eq!(patched.status, 200, "{}", patched.text);
    assert_eq!(caller.send("POST", &publish, None).await.expect("an answer").status, 200);
    let shown = caller.get(&path).await;
    assert_eq!(text(&shown, "/items/0/state"), "enabled");
    assert!(text(&shown, "/items/0/options/inletUrl").contains("/collection/"));
}

#[tokio::test]
async fn things_are_removed_in_order_or_not_at_all() {
    let (_emulator, caller) = start().await;
    let made = dataflow(&caller).await;
    let source = format!("/flowservice/sourceConnections/{}", made.source);
    let target = format!("/flowservice/targetConnections/{}", made.target);
    for path in [&source, &target] {
        assert_eq!(caller.delete(path).await.refusal(), (400, "FLOW-1447-400".to_owned()));
    }
    let flow = format!("/flowservice/flows/{}", made.flow);
    assert_eq!(caller.delete(&flow).await.status, 204);
    for path in [&source, &target] {
        assert_eq!(caller.delete(path).await.status, 204);
        assert_eq!(caller.delete(path).await.refusal(), (404, "FLOW-1439-404".to_owned()));
    }
}

#[tokio::test]
async fn the_endpoint_of_a_flow_may_take_a_while() {
    let (emulator, caller) = start().await;
    emulator.switch(|switches| {
        switches.inlet_url_after = std::time::Duration::from_secs(60 * 60);
        switches.mapping_version_as_text = true;
    });
    let body = {
        let made = dataflow_parts(&caller).await;
        flow_body(&made.0, &made.1, &made.2)
    };
    let flow = text(&create(&caller, body).await, "/id");
    let path = format!("/flowservice/flows/{flow}");
    let shown = caller.get(&path).await.json();
    assert_eq!(shown["items"][0]["options"].get("inletUrl"), None);
    assert_eq!(shown["items"][0]["transformations"][0]["params"]["mappingVersion"], "0");
    emulator.clock().advance(std::time::Duration::from_secs(60 * 60));
    assert!(text(&caller.get(&path).await, "/items/0/options/inletUrl").contains("/collection/"));
}

async fn dataflow_parts(caller: &Caller) -> (String, String, String) {
    let landing = landing(caller, "Parts", json!({})).await;
    let mapping = mapping_body(&landing.schema, &[("id", "_id")]);
    let mapping = text(&caller.post("/conversion/mappingSets", mapping).await, "/id");
    (source(caller, "s").await, target(caller, &landing.dataset).await, mapping)
}
