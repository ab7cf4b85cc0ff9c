//! Editing the mapping of a dataflow that takes events: a new version is made and put in force in one step, and nobody
//! who was faster is overwritten.

use aep_client::Patch;
use aep_client::data_prep::{NewMapping, Source};
use aep_client::schema_registry::PROFILE_CLASS;
use aep_emulator::{Fault, Route};
use app_core::contract::change::{
    FlowField, GetFlowMapping, MappingForm, MappingShown, SaveMapping, UpdateReply,
};
use app_core::contract::error::{AppError, ErrorCode};
use app_core::contract::flows::FlowRef;
use app_core::contract::mapping::{MappingLine, MappingSource, PreviewMapping};
use app_core::contract::setup::{Destination, GetTargetFields};
use inlet_tests::app::TestApp;
use inlet_tests::client::{Chain, chain, newer_mapping, sandbox};
use inlet_tests::made::mapping_body;
use inlet_tests::raw::Caller;
use inlet_tests::recipes;
use inlet_tests::setup::SetupApp;
use serde_json::json;

struct Begun {
    test: TestApp,
    made: Chain,
    form: MappingForm,
}

impl Begun {
    async fn start() -> Self {
        let test = TestApp::start().await;
        let made = chain(&sandbox(&test.emulator), "Guides").await.unwrap();
        let args = FlowRef { flow_id: made.flow.to_string() };
        let form = test.app.get_mapping_form(args).await.unwrap();
        Self { test, made, form }
    }

    async fn save(&self, lines: Vec<MappingLine>) -> Result<UpdateReply, AppError> {
        let flow_id = self.made.flow.to_string();
        let args = SaveMapping { flow_id, original: self.form.mapping.clone(), lines };
        self.test.app.save_mapping(args).await
    }

    async fn shown(&self) -> MappingShown {
        let args = GetFlowMapping { flow_id: self.made.flow.to_string(), version: None };
        self.test.app.get_flow_mapping(args).await.unwrap()
    }

    /// The lines, with the event's name in capitals.
    fn changed(&self) -> Vec<MappingLine> {
        let mut lines = self.form.lines.clone();
        let line = lines.iter_mut().find(|line| line.target.ends_with(".event")).unwrap();
        line.source = MappingSource::Expression { text: "upper(event)".to_owned() };
        lines
    }
}

#[tokio::test]
async fn the_form_holds_the_lines_in_force_with_dates_as_dates() {
    let begun = Begun::start().await;
    assert_eq!(begun.form.flow_name, "Guides");
    assert_eq!((begun.form.lines.len(), begun.form.left_out), (5, 0));
    let seconds = MappingSource::SecondsToDate { path: "timestamp".to_owned() };
    assert_eq!(begun.form.lines[1].source, seconds);
    let dataset_id = begun.made.dataset.to_string();
    assert_eq!(begun.form.destination, Destination::ExistingDataset { dataset_id });
}

#[tokio::test]
async fn saving_makes_a_version_and_puts_it_in_force() {
    let begun = Begun::start().await;
    let reply = begun.save(begun.changed()).await.unwrap();
    assert!(matches!(reply, UpdateReply::Saved { .. }), "{reply:?}");
    let shown = begun.shown().await;
    assert_eq!((shown.in_force, shown.newest, shown.lines.len()), (1, 1, 5));
    assert!(shown.lines.iter().any(|line| line.source == "upper(event)"), "{shown:?}");
    let patches = begun.test.emulator.recording();
    assert_eq!(patches.count(Route::ReplaceMappingSet), 1);
}

#[tokio::test]
async fn when_somebody_else_put_another_version_in_force_nothing_is_made() {
    let begun = Begun::start().await;
    let sandbox = sandbox(&begun.test.emulator);
    let newer = newer_mapping(&sandbox, &begun.made).await.unwrap();
    let etag = sandbox.flows().get(&begun.made.flow).await.unwrap().etag;
    let patch = Patch::new().replace("/transformations/0/params/mappingVersion", json!(newer));
    sandbox.flows().update(&begun.made.flow, &etag, &patch).await.unwrap();
    let UpdateReply::Conflict { clashes, .. } = begun.save(begun.changed()).await.unwrap() else {
        panic!("it was saved over the other one");
    };
    assert_eq!(clashes, [FlowField::Mapping]);
    assert_eq!(begun.shown().await.newest, 1);
}

#[tokio::test]
async fn a_line_that_cannot_be_saved_is_told_before_anything_is_written() {
    let begun = Begun::start().await;
    let mut lines = begun.changed();
    lines[3].target = "_nobody.nowhere".to_owned();
    let error = begun.save(lines).await.unwrap_err();
    assert_eq!(error.code, ErrorCode::Validation);
    assert_eq!(error.fields[0].field, "lines.3");
    let error = begun.save(begun.form.lines[..1].to_vec()).await.unwrap_err();
    assert!(error.fields.iter().all(|problem| problem.field == "lines"), "{error:?}");
    assert_eq!(begun.test.emulator.recording().count(Route::ReplaceMappingSet), 0);
}

#[tokio::test]
async fn a_version_that_could_not_be_put_in_force_is_not_and_says_why() {
    let begun = Begun::start().await;
    begun.test.emulator.faults().add(Fault::on(Route::UpdateFlow).status(403).times(1));
    begun.save(begun.changed()).await.unwrap_err();
    let shown = begun.shown().await;
    assert_eq!((shown.in_force, shown.newest), (0, 1));
    begun.save(begun.changed()).await.unwrap();
    assert_eq!(begun.shown().await.in_force, 2);
}

#[tokio::test]
async fn a_mapping_with_a_fixed_text_is_not_saved_without_it() {
    let begun = Begun::start().await;
    let caller = Caller::of(&begun.test.emulator).await.with("x-sandbox-name", "dev");
    let own = format!("_{}.event", begun.test.emulator.tenant());
    let mut body = mapping_body(begun.made.schema.as_str(), &[("uniqueId", "_id")]);
    let fixed = json!({ "sourceType": "STATIC", "source": "web", "destination": own });
    body["mappings"].as_array_mut().unwrap().push(fixed);
    let set = caller.post("/conversion/mappingSets", body).await.json()["id"].clone();
    let sandbox = sandbox(&begun.test.emulator);
    let etag = sandbox.flows().get(&begun.made.flow).await.unwrap().etag;
    let params = json!({ "mappingId": set, "mappingVersion": 0 });
    let steps = json!([{ "name": "Mapping", "params": params }]);
    let patch = Patch::new().replace("/transformations", steps);
    sandbox.flows().update(&begun.made.flow, &etag, &patch).await.unwrap();
    let args = FlowRef { flow_id: begun.made.flow.to_string() };
    let form = begun.test.app.get_mapping_form(args).await.unwrap();
    assert_eq!((form.lines.len(), form.left_out), (1, 1));
    let args = SaveMapping {
        flow_id: begun.made.flow.to_string(),
        original: form.mapping,
        lines: begun.changed(),
    };
    let error = begun.test.app.save_mapping(args).await.unwrap_err();
    assert_eq!(error.code, ErrorCode::Refused);
}

#[tokio::test]
async fn the_mapping_of_a_dataflow_that_writes_people_is_previewed_and_changed_like_any_other() {
    let test = SetupApp::start().await;
    let schema = recipes::schema(&test, "People", PROFILE_CLASS, recipes::PERSON).await;
    let field = |path: &str| Source::Attribute(path.to_owned());
    let mail = NewMapping::new(format!("_{}.mail", test.emulator.tenant()), field("uniqueId"));
    let lines = vec![NewMapping::new("_id", field("uniqueId")), mail];
    let flow_id = recipes::flow_into(&test, "People", schema, lines).await.flow;
    let form = test.app.get_mapping_form(FlowRef { flow_id: flow_id.clone() }).await.unwrap();
    let sample = r#"{ "uniqueId": "a@example.com", "event": "Ada", "timestamp": 1764158400 }"#;
    let args = GetTargetFields {
        source: Some(form.source.clone()),
        destination: form.destination.clone(),
        sample: Some(sample.to_owned()),
        event: None,
    };
    let fields = test.app.get_target_fields(args).await.unwrap().fields;
    assert!(fields.iter().any(|field| field.path == "person.name.firstName"), "{fields:?}");
    let name = MappingLine {
        source: MappingSource::Field { path: "event".to_owned() },
        target: "person.name.firstName".to_owned(),
    };
    let lines = [form.lines.clone(), vec![name]].concat();
    let preview = PreviewMapping {
        source: Some(form.source),
        sample: sample.to_owned(),
        event: None,
        lines: lines.clone(),
        destination: form.destination,
    };
    let preview = test.app.preview_mapping(preview).await.unwrap();
    assert_eq!(preview.record["person"]["name"]["firstName"], "Ada");
    assert_eq!((preview.by_platform, preview.summary.errors), (true, 0), "{preview:?}");
    let args = SaveMapping { flow_id: flow_id.clone(), original: form.mapping, lines };
    let reply = test.app.save_mapping(args).await.unwrap();
    assert!(matches!(reply, UpdateReply::Saved { .. }), "{reply:?}");
    let shown = test.app.get_flow_mapping(GetFlowMapping { flow_id, version: None }).await.unwrap();
    assert_eq!((shown.in_force, shown.lines.len()), (1, 3));
}
