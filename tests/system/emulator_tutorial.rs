//! The published tutorial's own requests, in its order, against the emulator as a separate program.

use inlet_tests::made::landing;
use inlet_tests::raw::{Answer, Caller, text};
use inlet_tests::standalone::Standalone;
use inlet_tests::tutorial::{Step, step, steps};
use serde_json::{Value, json};

/// The tenant's fields that the tutorial's mapping fills, here under our own names.
fn fields() -> Value {
    let text = json!({ "type": "string" });
    json!({ "account": text, "key": text, "guide": text, "seconds": text, "visitor": text })
}

async fn send(caller: &Caller, step: &Step) -> Answer {
    let sent = caller.send(&step.method, &step.path, step.body.as_ref()).await;
    let answer = sent.expect("an answer comes");
    assert_eq!(answer.status.as_u16(), step.status, "{}: {}", step.title, answer.text);
    let body = answer.json();
    let members: Vec<&String> = body.as_object().expect("an object").keys().collect();
    for member in &step.reply {
        assert!(members.contains(&member), "{}: {member} is missing", step.title);
    }
    answer
}

fn is_uuid(text: &str) -> bool {
    let lengths: Vec<usize> = text.split('-').map(str::len).collect();
    lengths == [8, 4, 4, 4, 12] && text.chars().all(|c| c == '-' || c.is_ascii_hexdigit())
}

fn is_etag(text: &str) -> bool {
    let inner = text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    inner.is_some_and(|inner| is_uuid(inner) && inner.contains("-0000-0200-0000-"))
}

fn is_hex(text: &str, length: usize) -> bool {
    text.len() == length && text.chars().all(|c| c.is_ascii_hexdigit() && !c.is_ascii_uppercase())
}

#[tokio::test]
async fn the_requests_of_the_tutorial_succeed_in_order_with_its_shapes() {
    let emulator = Standalone::start(&[]);
    let caller = emulator.caller().await;

    let source = send(&caller, &step("source_connection")).await;
    let source_id = text(&source, "/id");
    assert!(is_uuid(&source_id) && is_etag(&text(&source, "/etag")), "{}", source.text);

    let landing = landing(&caller, "Guide events", fields()).await;
    let values = [
        ("tenant", landing.tenant.as_str()),
        ("schema_id", landing.schema.as_str()),
        ("dataset_id", landing.dataset.as_str()),
    ];
    assert!(is_hex(&landing.dataset, 24), "{}", landing.dataset);

    let target = send(&caller, &step("target_connection").filled(&values)).await;
    let target_id = text(&target, "/id");
    assert!(is_uuid(&target_id) && is_etag(&text(&target, "/etag")), "{}", target.text);

    let mapping = send(&caller, &step("mapping_set").filled(&values)).await;
    let mapping_id = text(&mapping, "/id");
    assert!(is_hex(&mapping_id, 32), "{mapping_id}");
    assert_eq!(mapping.json()["version"], 0);
    assert!(mapping.json()["createdDate"].is_i64(), "{}", mapping.text);

    let flow = step("flow").filled(&[
        ("source_connection_id", &source_id),
        ("target_connection_id", &target_id),
        ("mapping_id", &mapping_id),
    ]);
    let flow = send(&caller, &flow).await;
    let flow_id = text(&flow, "/id");
    assert!(is_uuid(&flow_id) && is_etag(&text(&flow, "/etag")), "{}", flow.text);

    let endpoint = step("streaming_endpoint").filled(&[("flow_id", &flow_id)]);
    let shown = send(&caller, &endpoint).await.json();
    assert_eq!(shown["items"].as_array().map(Vec::len), Some(1));
    let item = &shown["items"][0];
    for member in &endpoint.item {
        assert!(item.get(member).is_some(), "the flow has no {member}");
    }
    assert_eq!(item["version"], item["etag"]);
    assert_eq!(item["runs"], json!(format!("/runs?property=flowId=={flow_id}")));
    assert_eq!(item["inheritedAttributes"]["properties"]["isSourceFlow"], true);
    assert_eq!(item["inheritedAttributes"]["sourceConnections"][0]["id"], json!(source_id));
    let inlet = item["options"]["inletUrl"].as_str().expect("the flow has an endpoint");
    let inlet_id = inlet.strip_prefix(&format!("{}/collection/", emulator.said("base_url")));
    assert!(inlet_id.is_some_and(|id| is_hex(id, 64)), "{inlet}");

    change_and_remove(&caller, &flow_id).await;
}

/// What the tutorial's appendix points to: look at the runs, rename, remove.
async fn change_and_remove(caller: &Caller, flow_id: &str) {
    let runs = caller.get(&format!("/flowservice/runs?property=flowId=={flow_id}")).await;
    assert_eq!(runs.json()["items"], json!([]));

    let path = format!("/flowservice/flows/{flow_id}");
    let etag = text(&caller.get(&path).await, "/items/0/etag");
    let patch = json!([{ "op": "replace", "path": "/name", "value": "Guide events, renamed" }]);
    let patched = caller.clone().with("if-match", &etag).patch(&path, patch).await;
    assert_eq!(patched.status, 200, "{}", patched.text);
    assert!(is_etag(&text(&patched, "/etag")) && text(&patched, "/etag") != etag);

    assert_eq!(caller.delete(&path).await.status, 204);
    assert_eq!(caller.get(&path).await.refusal(), (404, "FLOW-1439-404".to_owned()));
}

#[tokio::test]
async fn an_account_is_renamed_and_removed_as_the_appendix_says() {
    let emulator = Standalone::start(&[]);
    let caller = emulator.caller().await;
    let account = json!({
        "name": "Content account",
        "auth": { "specName": "Basic Authentication", "params": {
            "host": "https://content.example", "username": "reader", "password": "open sesame",
        } },
        "connectionSpec": { "id": "ea1c2a08-b722-11eb-8529-0242ac130003", "version": "1.0" },
    });
    let made = caller.post("/flowservice/connections", account).await;
    assert_eq!(made.status, 201, "{}", made.text);
    let path = format!("/flowservice/connections/{}", text(&made, "/id"));

    // The published account example sends the etag without its quotes.
    let etag = text(&made, "/etag");
    let patch = json!([{ "op": "replace", "path": "/name", "value": "Renamed account" }]);
    let patched = caller.clone().with("if-match", etag.trim_matches('"')).patch(&path, patch).await;
    assert_eq!(patched.status, 200, "{}", patched.text);

    let shown = caller.get(&path).await;
    assert_eq!(text(&shown, "/items/0/name"), "Renamed account");
    assert!(!shown.text.contains("open sesame"), "the password came back");
    assert_eq!(caller.delete(&path).await.status, 204);
    assert_eq!(caller.get(&path).await.status, 404);
}

#[test]
fn a_request_that_differs_from_the_tutorial_is_told_apart() {
    let flow = step("flow");
    let mut body = flow.body.clone().expect("a flow has a body");
    assert_eq!(flow.differences(&body), Vec::<String>::new());
    body["options"] = json!({ "errorDiagnosticsEnabled": true });
    body["transformations"][0]["name"] = json!("mapping");
    body.as_object_mut().expect("an object").remove("description");
    assert_eq!(
        flow.differences(&body),
        ["/description is missing", "/options is new", "/transformations/0/name has another value"]
    );
    assert_eq!(steps().len(), 5);
}
