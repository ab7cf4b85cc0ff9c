//! A mapping apart from a dataflow: made from lines that are checked first, edited in versions, and left alone once a
//! dataflow uses it or somebody else was faster.

use aep_emulator::{Emulator, Fault, Route};
use app_core::contract::error::ErrorCode;
use inlet_tests::app::{SANDBOX, problem_of};
use inlet_tests::fresh_app::FreshApp;
use inlet_tests::made;
use inlet_tests::raw::{Caller, text};
use serde_json::{Value, json};

struct Place {
    fresh: FreshApp,
    caller: Caller,
    landing: made::Landing,
}

async fn start() -> Place {
    let fresh = FreshApp::beside(Emulator::builder()).await;
    fresh.ok("start_practice", Value::Null).await;
    let caller = Caller::of(&fresh.emulator).await.with("x-sandbox-name", SANDBOX);
    let fields = json!({ "key": { "type": "string" }, "score": { "type": "integer" } });
    let landing = made::landing(&caller, "Scores", fields).await;
    Place { fresh, caller, landing }
}

fn field(path: &str, target: &str) -> Value {
    json!({ "source": { "kind": "field", "path": path }, "target": target })
}

impl Place {
    fn form(&self) -> Value {
        let own = format!("_{}.key", self.landing.tenant);
        json!({ "schemaId": self.landing.schema, "source": "lava",
            "lines": [field("id", "_id"), field("at", "timestamp"), field("id", &own)] })
    }

    async fn made(&self) -> String {
        let made = self.fresh.ok("create_mapping", self.form()).await;
        assert_eq!(made["kind"], "mapping");
        made["id"].as_str().unwrap().to_owned()
    }

    async fn edit(&self, id: &str) -> Value {
        self.fresh.ok("get_mapping_set_form", json!({ "id": id })).await
    }

    /// The form with one more line, as the window sends it back.
    async fn longer(&self, id: &str) -> Value {
        let mut form = self.edit(id).await;
        let own = format!("_{}.score", self.landing.tenant);
        form["lines"].as_array_mut().unwrap().push(field("score", &own));
        json!({ "id": id, "version": form["version"], "source": "lava", "lines": form["lines"] })
    }
}

#[tokio::test]
async fn a_mapping_is_made_read_again_and_changed_by_a_new_version() {
    let place = start().await;
    let id = place.made().await;
    let form = place.edit(&id).await;
    assert_eq!(form["lines"], place.form()["lines"]);
    assert_eq!((&form["version"], &form["leftOut"]), (&json!(0), &json!(0)));
    assert_eq!(form["schemaId"], place.landing.schema.as_str());

    let longer = place.longer(&id).await;
    let saved = place.fresh.ok("save_mapping_set", longer.clone()).await;
    assert_eq!(saved, json!({ "kind": "saved", "version": 1 }));
    assert_eq!(place.edit(&id).await["lines"], longer["lines"]);
    let again = place.fresh.ok("save_mapping_set", longer).await;
    assert_eq!(again, json!({ "kind": "changed", "version": 1 }), "it began from version 0");
    assert_eq!(place.fresh.emulator.recording().count(Route::ReplaceMappingSet), 1);
}

#[tokio::test]
async fn lines_are_checked_before_anything_is_sent() {
    let place = start().await;
    let mut form = place.form();
    form["lines"] = json!([field("id", "nowhere")]);
    let error = place.fresh.fails("create_mapping", form.clone()).await;
    assert_eq!(error.code, ErrorCode::Validation);
    assert!(!error.fields.is_empty(), "{error:?}");
    form["lines"] = json!([]);
    let error = place.fresh.fails("create_mapping", form.clone()).await;
    assert_eq!(problem_of(&error, "lines"), "Add a field mapping.");
    form["schemaId"] = json!("");
    let error = place.fresh.fails("create_mapping", form).await;
    assert_eq!(problem_of(&error, "schemaId"), "Choose the schema that it maps into.");
    assert_eq!(place.fresh.emulator.recording().count(Route::CreateMappingSet), 0);
}

#[tokio::test]
async fn a_create_whose_answer_was_lost_is_found_and_not_sent_again() {
    let place = start().await;
    let before = place.made().await;
    place.fresh.emulator.faults().add(Fault::on(Route::CreateMappingSet).lose_reply().times(1));
    let found = place.made().await;
    assert_ne!(found, before);
    assert_eq!(place.fresh.emulator.recording().count(Route::CreateMappingSet), 2);
}

#[tokio::test]
async fn a_mapping_that_a_dataflow_uses_is_changed_there() {
    let place = start().await;
    let id = place.made().await;
    let late = place.longer(&id).await;
    let source = made::source(&place.caller, "source").await;
    let target = made::target(&place.caller, &place.landing.dataset).await;
    let flow = made::flow_body(&source, &target, &id);
    let flow = text(&place.caller.post("/flowservice/flows", flow).await, "/id");
    let reply = place.fresh.ok("save_mapping_set", late).await;
    let user = json!({ "kind": "dataflow", "id": flow, "name": "flow" });
    assert_eq!(reply, json!({ "kind": "in_use", "usedBy": [user] }));
    assert_eq!(place.fresh.emulator.recording().count(Route::ReplaceMappingSet), 0);
    let shown = place.fresh.ok("get_resource", json!({ "kind": "mapping", "id": id })).await;
    assert!(shown["fixed"].as_str().unwrap().contains("in the dataflow that uses it"));
}

#[tokio::test]
async fn a_mapping_with_lines_that_cannot_be_written_is_left_alone() {
    let place = start().await;
    let mut body = made::mapping_body(&place.landing.schema, &[("id", "_id"), ("at", "timestamp")]);
    let fixed = json!({ "sourceType": "STATIC", "source": "fixed", "destination": "eventType" });
    body["mappings"].as_array_mut().unwrap().push(fixed);
    let id = text(&place.caller.post("/conversion/mappingSets", body).await, "/id");
    assert_eq!(place.edit(&id).await["leftOut"], 1);
    let error = place.fresh.fails("save_mapping_set", place.longer(&id).await).await;
    assert_eq!(error.code, ErrorCode::Refused);
}
