//! Datasets: keyed by id, paged by offset, with their own idea of success.

use aep_emulator::Emulator;
use inlet_tests::made::landing;
use inlet_tests::raw::Caller;
use serde_json::{Value, json};

async fn start() -> (Emulator, Caller) {
    let emulator = Emulator::builder().start().await.expect("a loopback port is free");
    let caller = Caller::of(&emulator).await;
    (emulator, caller)
}

fn ids(list: &Value) -> Vec<String> {
    list.as_object().expect("datasets are keyed by id").keys().cloned().collect()
}

#[tokio::test]
async fn datasets_come_in_pages_by_offset_and_can_be_found_by_name() {
    let (_emulator, caller) = start().await;
    let made = landing(&caller, "First", json!({})).await;
    let schema =
        json!({ "id": made.schema, "contentType": "application/vnd.adobe.xed+json;version=1" });
    for number in 0..24 {
        let body = json!({ "name": format!("Data {number:02}"), "schemaRef": schema });
        assert_eq!(caller.post("/catalog/dataSets?requestDataSource=true", body).await.status, 201);
    }
    let first = ids(&caller.get("/catalog/dataSets").await.json());
    let second = ids(&caller.get("/catalog/dataSets?start=20").await.json());
    assert_eq!((first.len(), second.len()), (20, 5));
    assert!(second.iter().all(|id| !first.contains(id)));

    let named = caller.get("/catalog/dataSets?name=Data%2003,Data%2004").await.json();
    assert_eq!(ids(&named).len(), 2);
    let begun = caller.get("/catalog/dataSets?property=name~%5EData&limit=100").await.json();
    assert_eq!(ids(&begun).len(), 24);
    let last = caller.get("/catalog/dataSets?orderBy=desc:name&limit=1&properties=name").await;
    assert_eq!(
        last.json().as_object().and_then(|o| o.values().next().cloned()),
        Some(json!({ "name": "First" }))
    );
    for limit in ["0", "101", "x"] {
        assert_eq!(caller.get(&format!("/catalog/dataSets?limit={limit}")).await.status, 400);
    }
}

#[tokio::test]
async fn a_dataset_needs_a_name_and_a_schema_that_exists() {
    let (_emulator, caller) = start().await;
    let made = landing(&caller, "First", json!({})).await;
    let with = |name: &str, schema: &str| json!({ "name": name, "schemaRef": { "id": schema, "contentType": "x;version=1" } });
    let path = "/catalog/dataSets";
    assert_eq!(caller.post(path, with("", &made.schema)).await.status, 400);
    assert_eq!(caller.post(path, with("D", "https://ns.adobe.com/x/schemas/y")).await.status, 400);
    assert_eq!(caller.post(path, json!({ "name": "D" })).await.status, 400);
    let checked = caller.clone().with("pragma", "validate-only");
    assert_eq!(checked.post(path, with("D", &made.schema)).await.status, 200);
    assert_eq!(ids(&caller.get(path).await.json()).len(), 1);
}

#[tokio::test]
async fn a_dataset_is_changed_by_members_or_by_patch_and_is_gone_once_removed() {
    let (_emulator, caller) = start().await;
    let made = landing(&caller, "First", json!({})).await;
    let path = format!("/catalog/dataSets/{}", made.dataset);
    assert_eq!(caller.patch(&path, json!({ "description": "new" })).await.status, 200);
    let patch = json!([{ "op": "add", "path": "/tags", "value": { "a": ["b"] } }]);
    assert_eq!(caller.patch(&path, patch).await.status, 200);
    let shown = caller.get(&path).await.json();
    let dataset = &shown[&made.dataset];
    assert_eq!(dataset["description"], "new");
    assert_eq!(dataset["tags"], json!({ "a": ["b"] }));
    assert!(dataset["created"].is_i64());
    assert_eq!(caller.delete(&path).await.status, 200);
    assert_eq!(caller.get(&path).await.status, 404);
}
