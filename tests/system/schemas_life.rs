//! The life of a schema: made from a sample, looked at, edited, kept while a dataset uses it, deleted when it is free.

use aep_emulator::{Emulator, Route};
use app_core::contract::error::ErrorCode;
use inlet_tests::app::problem_of;
use inlet_tests::fresh_app::FreshApp;
use inlet_tests::raw::Caller;
use serde_json::{Value, json};

const SAMPLE: &str =
    r#"{"visitor id":"v-1","score":9,"app":{"name":"Shop"},"at":"2026-10-27T10:42:00Z"}"#;

async fn start() -> FreshApp {
    let fresh = FreshApp::beside(Emulator::builder()).await;
    fresh.ok("start_practice", Value::Null).await;
    fresh
}

/// A form from the sample, as the window fills it.
async fn form(fresh: &FreshApp, title: &str) -> Value {
    let shape = fresh.ok("read_schema_sample", json!({ "text": SAMPLE })).await;
    json!({ "title": title, "description": "Answers", "class": "event",
        "start": { "kind": "sample", "fields": shape["fields"] }, "fieldGroups": [], "profile": false })
}

/// Makes a schema and answers its id.
async fn made(fresh: &FreshApp, form: Value) -> String {
    let started = fresh.ok("start_schema", form).await;
    let id = json!({ "makingId": started["makingId"] });
    let done = fresh.until("get_schema_making", id, |making| making["state"] != "running").await;
    assert_eq!(done["state"], "done", "{done}");
    done["schemaId"].as_str().unwrap().to_owned()
}

async fn look(fresh: &FreshApp, id: &str) -> Value {
    fresh.ok("get_schema", json!({ "schemaId": id })).await
}

fn paths(schema: &Value) -> Vec<&str> {
    schema["fields"]
        .as_array()
        .unwrap()
        .iter()
        .map(|field| field["path"].as_str().unwrap())
        .collect()
}

/// A dataset with records of a schema, made by somebody else.
async fn dataset(fresh: &FreshApp, name: &str, schema: &str) -> String {
    let caller = Caller::of(&fresh.emulator).await.with("x-sandbox-name", "dev");
    let body = json!({ "name": name, "schemaRef": { "id": schema,
        "contentType": "application/vnd.adobe.xed+json;version=1" } });
    let made = caller.post("/catalog/dataSets", body).await.json();
    made[0].as_str().unwrap().rsplit('/').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_schema_is_made_from_a_sample_and_shows_its_fields() {
    let fresh = start().await;
    let id = made(&fresh, form(&fresh, "NPS answers").await).await;
    let schema = look(&fresh, &id).await;
    let found = paths(&schema);
    for path in ["visitor_id", "score", "app", "app.name", "at"] {
        let ending = format!(".npsAnswers.{path}");
        assert!(found.iter().any(|known| known.ends_with(&ending)), "{ending}: {found:?}");
    }
    let field = |path: &str| {
        let fields = schema["fields"].as_array().unwrap();
        fields.iter().find(|field| field["path"] == path).unwrap().clone()
    };
    assert_eq!(
        (&field("_id")["required"], &field("timestamp")["kind"]),
        (&json!(true), &json!("date_time"))
    );
    assert_eq!(schema["row"]["className"], "XDM ExperienceEvent");
    assert_eq!(
        (&schema["words"]["description"], &schema["row"]["name"]),
        (&json!("Answers"), &json!("NPS answers"))
    );
    assert_eq!(schema["fieldGroups"][0]["title"], "NPS answers fields");
    assert_eq!(schema["fieldGroups"][0]["onlyHere"], true);
    assert!(schema.get("keep").is_none() && schema["raw"].as_str().unwrap().contains("\"allOf\""));

    let list = fresh.ok("list_all_schemas", Value::Null).await;
    assert_eq!((list["rows"].as_array().unwrap().len(), &list["unfinished"]), (1, &json!([])));
    assert_eq!(list["rows"][0]["datasets"], json!([]));
}

#[tokio::test]
async fn a_schema_in_use_is_kept_with_its_users_named_and_goes_when_it_is_free() {
    let fresh = start().await;
    let id = made(&fresh, form(&fresh, "NPS answers").await).await;
    let dataset = dataset(&fresh, "Answers of 2026", &id).await;
    let schema = look(&fresh, &id).await;
    assert_eq!(schema["keep"], "The dataset “Answers of 2026” uses it. Delete that first.");
    assert_eq!(schema["uses"]["datasets"][0]["name"], "Answers of 2026");
    let group = &schema["fieldGroups"][0]["id"];
    let delete = json!({ "schemaId": id, "fieldGroups": [group] });
    let kept = fresh.ok("delete_schema", delete.clone()).await;
    assert_eq!(
        (&kept["kind"], &kept["uses"]["datasets"][0]["id"]),
        (&json!("in_use"), &json!(dataset))
    );
    assert_eq!(fresh.emulator.recording().count(Route::DeleteSchema), 0);

    let caller = Caller::of(&fresh.emulator).await.with("x-sandbox-name", "dev");
    assert_eq!(caller.delete(&format!("/catalog/dataSets/{dataset}")).await.status, 200);
    let gone = fresh.ok("delete_schema", delete).await;
    assert_eq!(gone, json!({ "kind": "deleted", "left": [] }));
    assert_eq!(fresh.emulator.recording().count(Route::DeleteFieldGroup), 1);
    let error = fresh.fails("get_schema", json!({ "schemaId": id })).await;
    assert_eq!(error.code, ErrorCode::NotFound);
}

#[tokio::test]
async fn words_are_changed_and_a_change_of_somebody_else_is_told() {
    let fresh = start().await;
    let id = made(&fresh, form(&fresh, "NPS answers").await).await;
    made(&fresh, form(&fresh, "Polls").await).await;
    let words = look(&fresh, &id).await["words"].clone();
    let update = |title: &str, description: &str| json!({ "schemaId": id, "name": title, "description": description, "base": words });
    let error = fresh.fails("update_schema", update("Polls", "Answers")).await;
    assert_eq!(
        problem_of(&error, "name"),
        "Another schema has this title already. Choose another."
    );
    let error = fresh.fails("update_schema", update(" ", "Answers")).await;
    assert_eq!(problem_of(&error, "name"), "Give the schema a name.");
    assert_eq!(fresh.ok("update_schema", update("NPS", "Answers")).await["kind"], "saved");
    // The title has changed since, the description has not: only what clashes is asked about.
    assert_eq!(fresh.ok("update_schema", update("NPS answers", "Scores")).await["kind"], "saved");
    let again = fresh.ok("update_schema", update("Scores", "Answers")).await;
    assert_eq!((&again["kind"], &again["theirs"]["name"]), (&json!("changed"), &json!("NPS")));
    let now = look(&fresh, &id).await;
    assert_eq!(
        (&now["words"]["name"], &now["words"]["description"]),
        (&json!("NPS"), &json!("Scores"))
    );
}

#[tokio::test]
async fn identities_are_marked_once_and_profile_needs_a_primary_one_and_is_for_good() {
    let fresh = start().await;
    let id = made(&fresh, form(&fresh, "NPS answers").await).await;
    let schema = look(&fresh, &id).await;
    let visitor = paths(&schema).into_iter().find(|path| path.ends_with("visitor_id")).unwrap();
    let namespaces = fresh.ok("list_identity_namespaces", Value::Null).await;
    assert_eq!(
        (&namespaces[0]["own"], &namespaces[0]["code"]),
        (&json!(true), &json!("pendoVisitor"))
    );

    let reference = json!({ "schemaId": id });
    let error = fresh.fails("enable_profile", reference.clone()).await;
    assert!(problem_of(&error, "profile").contains("primary identity"));
    let mark = |path: &str, primary: bool| json!({ "schemaId": id, "path": path, "namespace": "pendoVisitor", "primary": primary });
    let error = fresh.fails("mark_identity", mark("timestamp", true)).await;
    assert!(problem_of(&error, "path").contains("text field"));
    fresh.ok("mark_identity", mark(visitor, true)).await;
    let error = fresh.fails("mark_identity", mark(visitor, true)).await;
    assert!(problem_of(&error, "primary").contains("already"));
    let marked = look(&fresh, &id).await;
    assert_eq!(marked["identities"][0]["path"], visitor);
    let field = marked["fields"].as_array().unwrap().iter().find(|field| field["path"] == visitor);
    // A primary identity is required, as the platform says.
    assert_eq!(
        (&field.unwrap()["identity"], &field.unwrap()["required"]),
        (&json!("primary"), &json!(true))
    );

    fresh.ok("enable_profile", reference.clone()).await;
    fresh.ok("enable_profile", reference.clone()).await;
    let enabled = look(&fresh, &id).await;
    assert_eq!(enabled["row"]["profile"], true);
    assert!(enabled["keep"].as_str().unwrap().contains("cannot be undone"));
    let unmark = json!({ "schemaId": id, "identityId": enabled["identities"][0]["id"] });
    assert_eq!(fresh.fails("unmark_identity", unmark).await.code, ErrorCode::Refused);
    let delete = json!({ "schemaId": id, "fieldGroups": [] });
    assert_eq!(fresh.fails("delete_schema", delete).await.code, ErrorCode::Refused);
}

#[tokio::test]
async fn a_mark_is_taken_away_again_and_goes_with_its_schema() {
    let fresh = start().await;
    let mut with_identity = form(&fresh, "NPS answers").await;
    with_identity["identity"] =
        json!({ "path": "visitor_id", "namespace": "Email", "primary": false });
    let id = made(&fresh, with_identity).await;
    let marked = look(&fresh, &id).await;
    assert_eq!(marked["identities"][0]["role"], "secondary");
    let unmark = json!({ "schemaId": id, "identityId": marked["identities"][0]["id"] });
    fresh.ok("unmark_identity", unmark).await;
    assert_eq!(look(&fresh, &id).await["identities"], json!([]));
    let path = marked["identities"][0]["path"].as_str().unwrap();
    let mark = json!({ "schemaId": id, "path": path, "namespace": "Email", "primary": true });
    fresh.ok("mark_identity", mark).await;
    let delete = json!({ "schemaId": id, "fieldGroups": [] });
    assert_eq!(fresh.ok("delete_schema", delete).await["kind"], "deleted");
    assert_eq!(fresh.emulator.recording().count(Route::DeleteDescriptor), 2);
}

#[tokio::test]
async fn schemas_from_the_starter_and_from_field_groups_of_adobes_are_made() {
    let fresh = start().await;
    let starter = json!({ "title": "Pendo", "description": "", "class": "event",
        "start": { "kind": "starter" }, "fieldGroups": [], "profile": true,
        "identity": { "path": "visitorId", "namespace": "pendoVisitor", "primary": true } });
    let id = made(&fresh, starter).await;
    let schema = look(&fresh, &id).await;
    assert_eq!(
        (&schema["row"]["profile"], &schema["identities"][0]["role"]),
        (&json!(true), &json!("primary"))
    );

    let groups = fresh.ok("list_field_groups", Value::Null).await;
    let profile =
        groups.as_array().unwrap().iter().find(|group| group["profiles"] == true).unwrap();
    let picked = json!({ "title": "People", "description": "", "class": "profile",
        "start": { "kind": "field_groups" }, "fieldGroups": [profile["id"]], "profile": false });
    let id = made(&fresh, picked.clone()).await;
    let schema = look(&fresh, &id).await;
    assert_eq!(schema["row"]["className"], "XDM Individual Profile");
    assert!(paths(&schema).contains(&"person.name.firstName"));

    let mut wrong = picked;
    (wrong["class"], wrong["title"]) = (json!("event"), json!("Events"));
    let error = fresh.fails("start_schema", wrong).await;
    assert!(problem_of(&error, "fieldGroups").contains("does not go with this kind of schema"));
}

#[tokio::test]
async fn an_event_without_its_primary_identity_is_not_ingested() {
    let emulator = Emulator::builder().start().await.expect("a loopback port is free");
    let caller = Caller::of(&emulator).await;
    let fields = json!({ "key": { "type": "string" } });
    let made = inlet_tests::made::landing(&caller, "Events", fields).await;
    let descriptor = json!({ "@type": "xdm:descriptorIdentity", "xdm:sourceSchema": made.schema,
        "xdm:sourceVersion": 1, "xdm:sourceProperty": format!("/_{}/key", made.tenant),
        "xdm:namespace": "Email", "xdm:property": "xdm:code", "xdm:isPrimary": true });
    assert_eq!(caller.post("/schemaregistry/tenant/descriptors", descriptor).await.status, 201);
    let id = made.schema.replace(':', "%3A").replace('/', "%2F");
    let full = caller.with("accept", "application/vnd.adobe.xed-full+json; version=1");
    let schema = full.get(&format!("/schemaregistry/tenant/schemas/{id}")).await.json();
    let tenant = format!("_{}", made.tenant);
    assert!(schema["required"].as_array().unwrap().contains(&json!(tenant)));
    assert_eq!(schema["properties"][&tenant]["required"], json!(["key"]));
}
