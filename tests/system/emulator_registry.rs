//! Field groups, schemas and descriptors, with the registry's strictness about headers and names.

use aep_emulator::Emulator;
use inlet_tests::made::landing;
use inlet_tests::raw::{Caller, text};
use serde_json::json;

const FULL: &str = "application/vnd.adobe.xed-full+json; version=1";

async fn start() -> (Emulator, Caller) {
    let emulator = Emulator::builder().start().await.expect("a loopback port is free");
    let caller = Caller::of(&emulator).await;
    (emulator, caller)
}

#[tokio::test]
async fn a_schema_shows_the_fields_of_its_class_and_its_field_group_together() {
    let (_emulator, caller) = start().await;
    let made = landing(&caller, "Events", json!({ "key": { "type": "string" } })).await;
    let id = made.schema.replace(':', "%3A").replace('/', "%2F");
    let full = caller.clone().with("accept", FULL);
    let schema = full.get(&format!("/schemaregistry/tenant/schemas/{id}")).await.json();
    assert_eq!(schema["$id"], json!(made.schema));
    assert_eq!(schema["meta:class"], "https://ns.adobe.com/xdm/context/experienceevent");
    assert_eq!(schema["properties"]["timestamp"]["format"], "date-time");
    let own = format!("_{}", made.tenant);
    assert_eq!(schema["properties"][own]["properties"]["key"]["type"], "string");
    assert_eq!(schema["required"], json!(["_id", "timestamp"]));

    // The other name of the same schema, which needs no encoding.
    let alt_id =
        text(&full.get(&format!("/schemaregistry/tenant/schemas/{id}")).await, "/meta:altId");
    let plain = caller.with("accept", "application/vnd.adobe.xdm+json;version=1.0");
    let again = plain.get(&format!("/schemaregistry/tenant/schemas/{alt_id}")).await.json();
    assert_eq!(again["$id"], json!(made.schema));
    assert!(again["allOf"].is_array());
}

#[tokio::test]
async fn lists_take_no_version_and_lookups_need_one() {
    let (_emulator, caller) = start().await;
    let made = landing(&caller, "Events", json!({})).await;
    let id = made.schema.replace(':', "%3A").replace('/', "%2F");
    let one = format!("/schemaregistry/tenant/schemas/{id}");
    let list = "/schemaregistry/tenant/schemas";
    let table = [
        ("application/vnd.adobe.xed-id+json", list, 200, ""),
        ("application/vnd.adobe.xed-id+json;version=1", list, 400, "XDM-1006-400"),
        ("application/vnd.adobe.xed+json", &one, 400, "XDM-1007-400"),
        ("application/json", &one, 400, "XDM-1009-400"),
        ("application/vnd.adobe.xed-notext+json;version=1", &one, 200, ""),
    ];
    for (accept, path, status, code) in table {
        let answer = caller.clone().with("accept", accept).get(path).await;
        assert_eq!(
            answer.refusal(),
            (status, if status == 200 { answer.refusal().1 } else { code.to_owned() }),
            "{accept}"
        );
    }
    let missing = caller.with("accept", FULL).get("/schemaregistry/tenant/schemas/_x.y.z").await;
    assert_eq!(missing.refusal(), (404, "XDM-1012-404".to_owned()));
}

#[tokio::test]
async fn fields_outside_the_tenant_and_titles_in_use_are_refused() {
    let (_emulator, caller) = start().await;
    let made = landing(&caller, "Events", json!({})).await;
    let group = |title: &str, root: &str| {
        json!({
            "type": "object",
            "title": title,
            "meta:intendedToExtend": ["https://ns.adobe.com/xdm/context/experienceevent"],
            "properties": { root: { "type": "object", "properties": {} } },
        })
    };
    let path = "/schemaregistry/tenant/fieldgroups";
    let outside = caller.post(path, group("New", "_other")).await;
    assert_eq!(outside.refusal(), (400, "XDM-1021-400".to_owned()));
    let taken = caller.post(path, group("Events", &format!("_{}", made.tenant))).await;
    assert_eq!(taken.refusal(), (400, "XDM-1521-400".to_owned()));
}

#[tokio::test]
async fn a_schema_needs_exactly_one_class_and_parts_that_exist() {
    let (_emulator, caller) = start().await;
    let schema = |parts: &[&str]| {
        let parts: Vec<_> = parts.iter().map(|part| json!({ "$ref": part })).collect();
        json!({ "type": "object", "title": "S", "description": "", "allOf": parts })
    };
    let event = "https://ns.adobe.com/xdm/context/experienceevent";
    let profile = "https://ns.adobe.com/xdm/context/profile";
    let path = "/schemaregistry/tenant/schemas";
    for parts in [&[][..], &[event, profile], &[event, "https://ns.adobe.com/x/mixins/none"]] {
        assert_eq!(caller.post(path, schema(parts)).await.status, 400, "{parts:?}");
    }
    assert_eq!(caller.post(path, schema(&[event])).await.status, 201);
}

#[tokio::test]
async fn what_is_in_use_is_not_removed() {
    let (_emulator, caller) = start().await;
    let made = landing(&caller, "Events", json!({})).await;
    let encoded = |id: &str| id.replace(':', "%3A").replace('/', "%2F");
    let schema = format!("/schemaregistry/tenant/schemas/{}", encoded(&made.schema));
    let group = format!("/schemaregistry/tenant/fieldgroups/{}", encoded(&made.field_group));
    assert_eq!(caller.delete(&group).await.status, 400);
    assert_eq!(caller.delete(&schema).await.status, 400);
    let dataset = caller.delete(&format!("/catalog/dataSets/{}", made.dataset)).await;
    assert_eq!(
        (dataset.status.as_u16(), dataset.json()),
        (200, json!([format!("@/dataSets/{}", made.dataset)]))
    );
    assert_eq!(caller.delete(&schema).await.status, 204);
    assert_eq!(caller.delete(&group).await.status, 204);
    assert_eq!(caller.get("/schemaregistry/stats").await.json()["counts"]["schemas"], 0);
}

#[tokio::test]
async fn a_field_group_can_be_added_to_a_schema_by_patch() {
    let (_emulator, caller) = start().await;
    let one = landing(&caller, "One", json!({ "a": { "type": "string" } })).await;
    let two = landing(&caller, "Two", json!({ "b": { "type": "integer" } })).await;
    let id = one.schema.replace(':', "%3A").replace('/', "%2F");
    let path = format!("/schemaregistry/tenant/schemas/{id}");
    let patch = json!([{ "op": "add", "path": "/allOf/-", "value": { "$ref": two.field_group } }]);
    assert_eq!(caller.patch(&path, patch).await.status, 200);
    let schema = caller.clone().with("accept", FULL).get(&path).await.json();
    let fields = &schema["properties"][format!("_{}", one.tenant)]["properties"];
    assert_eq!(fields["a"]["type"], "string");
    assert_eq!(fields["b"]["type"], "integer");
}

#[tokio::test]
async fn an_identity_descriptor_needs_a_field_and_a_schema_has_one_primary() {
    let (_emulator, caller) = start().await;
    let made = landing(&caller, "Events", json!({ "key": { "type": "string" } })).await;
    let descriptor = |path: &str| {
        json!({
            "@type": "xdm:descriptorIdentity",
            "xdm:sourceSchema": made.schema,
            "xdm:sourceVersion": 1,
            "xdm:sourceProperty": path,
            "xdm:namespace": "Email",
            "xdm:property": "xdm:code",
            "xdm:isPrimary": true,
        })
    };
    let path = "/schemaregistry/tenant/descriptors";
    let own = format!("/_{}/key", made.tenant);
    assert_eq!(caller.post(path, descriptor("/nowhere")).await.status, 400);
    let kept = caller.post(path, descriptor(&own)).await;
    assert_eq!(kept.status, 201, "{}", kept.text);
    assert_eq!(caller.post(path, descriptor(&own)).await.status, 400);
    assert_eq!(caller.get(path).await.refusal(), (400, "XDM-1008-400".to_owned()));
    let list = caller.clone().with("accept", "application/vnd.adobe.xdm+json").get(path).await;
    assert_eq!(list.json()["xdm:descriptorIdentity"].as_array().map(Vec::len), Some(1));
    let one = format!("{path}/{}", text(&kept, "/@id"));
    assert_eq!(caller.get(&one).await.status, 200);
    assert_eq!(caller.delete(&one).await.status, 204);
}
