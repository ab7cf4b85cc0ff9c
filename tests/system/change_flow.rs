//! Changing a dataflow: only what differs is sent, with the version that was read; what others changed meanwhile is
//! kept, and a clash comes back to be decided.

use aep_client::Patch;
use aep_client::flow_service::Flow;
use aep_emulator::{Fault, Route};
use app_core::contract::change::{
    FlowField, FlowSettings, FlowValues, MappingVersion, UpdateFlow, UpdateReply,
};
use app_core::contract::error::{AppError, ErrorCode};
use app_core::contract::flows::FlowRef;
use inlet_tests::app::TestApp;
use inlet_tests::client::{Chain, chain, sandbox};
use serde_json::{Value, json};

/// An app, a dataflow, and its values as a person sees them when they begin.
struct Begun {
    test: TestApp,
    made: Chain,
    original: FlowValues,
}

impl Begun {
    async fn start() -> Self {
        let test = TestApp::start().await;
        let made = chain(&sandbox(&test.emulator), "Guides").await.unwrap();
        let original = settings(&test, &made).await.values;
        Self { test, made, original }
    }

    /// Somebody else changes the dataflow.
    async fn other(&self, patch: &Patch) {
        let flows = sandbox(&self.test.emulator).flows();
        let etag = flows.get(&self.made.flow).await.unwrap().etag;
        flows.update(&self.made.flow, &etag, patch).await.unwrap();
    }

    async fn flow(&self) -> Flow {
        sandbox(&self.test.emulator).flows().get(&self.made.flow).await.unwrap().value
    }

    fn wanted(&self, change: impl FnOnce(&mut FlowValues)) -> FlowValues {
        let mut wanted = self.original.clone();
        change(&mut wanted);
        wanted
    }

    async fn update(
        &self,
        original: &FlowValues,
        wanted: FlowValues,
    ) -> Result<UpdateReply, AppError> {
        let flow_id = self.made.flow.to_string();
        let args = UpdateFlow { flow_id, original: original.clone(), wanted };
        self.test.app.update_flow(args).await
    }

    /// An update that is saved: the dataflow afterwards, and what of others was kept.
    async fn saved(&self, wanted: FlowValues) -> (FlowSettings, Vec<FlowField>) {
        match self.update(&self.original, wanted).await.unwrap() {
            UpdateReply::Saved { settings, merged } => (settings, merged),
            clash => panic!("not saved: {clash:?}"),
        }
    }

    /// Bodies of the patches that were sent.
    fn patches(&self) -> Vec<Value> {
        let sent = self.test.emulator.recording().of(Route::UpdateFlow);
        sent.into_iter().map(|request| request.body).collect()
    }
}

async fn settings(test: &TestApp, made: &Chain) -> FlowSettings {
    let args = FlowRef { flow_id: made.flow.to_string() };
    test.app.get_flow_settings(args).await.unwrap()
}

#[tokio::test]
async fn only_what_differs_is_sent_with_the_version_that_was_read() {
    let begun = Begun::start().await;
    let etag = sandbox(&begun.test.emulator).flows().get(&begun.made.flow).await.unwrap().etag;
    let (settings, merged) =
        begun.saved(begun.wanted(|wanted| wanted.name = "Guides, EMEA".to_owned())).await;
    assert_eq!((settings.values.name.as_str(), merged), ("Guides, EMEA", vec![]));
    let patch = json!([{ "op": "replace", "path": "/name", "value": "Guides, EMEA" }]);
    assert_eq!(begun.patches(), [patch]);
    let sent = begun.test.emulator.recording().of(Route::UpdateFlow).remove(0);
    assert_eq!(sent.header("if-match"), Some(etag.as_str()));

    begun.saved(settings.values).await;
    assert_eq!(begun.patches().len(), 1, "nothing differs any more, nothing is sent");
}

#[tokio::test]
async fn changes_of_different_fields_come_together_by_themselves() {
    let begun = Begun::start().await;
    begun.other(&Patch::new().add("/description", "theirs")).await;
    begun.test.emulator.recording().clear();
    let (settings, merged) =
        begun.saved(begun.wanted(|wanted| wanted.name = "Mine".to_owned())).await;
    assert_eq!(settings.values.description, "theirs");
    assert_eq!(merged, [FlowField::Description]);
    assert_eq!(begun.patches(), [json!([{ "op": "replace", "path": "/name", "value": "Mine" }])]);
}

#[tokio::test]
async fn a_version_that_went_stale_between_read_and_write_is_read_again() {
    let begun = Begun::start().await;
    begun.test.emulator.faults().add(Fault::on(Route::UpdateFlow).status(412).times(1));
    let (settings, _) = begun.saved(begun.wanted(|wanted| wanted.name = "Mine".to_owned())).await;
    assert_eq!(settings.values.name, "Mine");
    assert_eq!(begun.patches().len(), 2);
}

#[tokio::test]
async fn a_dataflow_that_changes_each_time_is_given_up_after_a_few_tries() {
    let begun = Begun::start().await;
    begun.test.emulator.faults().add(Fault::on(Route::UpdateFlow).status(412));
    let wanted = begun.wanted(|wanted| wanted.name = "Mine".to_owned());
    let error = begun.update(&begun.original, wanted).await.unwrap_err();
    assert_eq!(error.code, ErrorCode::Conflict);
    assert_eq!(begun.patches().len(), 4);
}

#[tokio::test]
async fn a_clash_asks_and_either_side_may_be_chosen() {
    for (choice, expected) in [("theirs", "Theirs"), ("yours", "Mine")] {
        let begun = Begun::start().await;
        begun.other(&Patch::new().replace("/name", "Theirs").add("/description", "new")).await;
        begun.test.emulator.recording().clear();
        let wanted = begun.wanted(|wanted| wanted.name = "Mine".to_owned());
        let reply = begun.update(&begun.original, wanted.clone()).await.unwrap();
        let UpdateReply::Conflict { clashes, merged, theirs } = reply else {
            panic!("the clash was not noticed: {reply:?}");
        };
        assert_eq!((clashes, merged), (vec![FlowField::Name], vec![FlowField::Description]));
        assert_eq!(theirs.values.name, "Theirs");
        assert!(!theirs.updated_by.is_empty() && theirs.updated_at.is_some());
        assert_eq!(begun.patches(), Vec::<Value>::new(), "nothing is saved before the choice");

        let name = if choice == "yours" { wanted.name } else { theirs.values.name.clone() };
        let chosen = FlowValues { name, ..theirs.values.clone() };
        let reply = begun.update(&theirs.values, chosen).await.unwrap();
        assert!(matches!(reply, UpdateReply::Saved { .. }), "{reply:?}");
        let flow = begun.flow().await;
        assert_eq!((flow.name.as_str(), flow.description.as_deref()), (expected, Some("new")));
    }
}

#[tokio::test]
async fn a_third_change_while_the_person_chooses_asks_again() {
    let begun = Begun::start().await;
    begun.other(&Patch::new().replace("/name", "Second")).await;
    let wanted = begun.wanted(|wanted| wanted.name = "Mine".to_owned());
    let reply = begun.update(&begun.original, wanted.clone()).await.unwrap();
    let UpdateReply::Conflict { theirs, .. } = reply else { panic!("{reply:?}") };
    begun.other(&Patch::new().replace("/name", "Third")).await;
    let reply = begun.update(&theirs.values, wanted).await.unwrap();
    let UpdateReply::Conflict { clashes, theirs, .. } = reply else { panic!("{reply:?}") };
    assert_eq!((clashes, theirs.values.name.as_str()), (vec![FlowField::Name], "Third"));
    assert_eq!(begun.flow().await.name, "Third");
}

#[tokio::test]
async fn a_lost_answer_is_looked_up_and_not_sent_twice() {
    let begun = Begun::start().await;
    begun.test.emulator.faults().add(Fault::on(Route::UpdateFlow).lose_reply().times(1));
    let (settings, _) = begun.saved(begun.wanted(|wanted| wanted.name = "Mine".to_owned())).await;
    assert_eq!((settings.values.name.as_str(), begun.patches().len()), ("Mine", 1));
}

#[tokio::test]
async fn the_mapping_is_changed_where_it_stands() {
    let begun = Begun::start().await;
    let client = sandbox(&begun.test.emulator);
    let newer = inlet_tests::client::newer_mapping(&client, &begun.made).await.unwrap();
    let id = begun.made.mapping.id.as_str();
    let steps = json!([
        { "name": "Copy", "params": { "mode": "append" } },
        { "name": "Mapping", "params": { "mappingId": id, "mappingVersion": 0 } },
    ]);
    begun.other(&Patch::new().replace("/transformations", steps)).await;
    begun.test.emulator.recording().clear();
    let version = u32::try_from(newer).unwrap();
    let mapping = MappingVersion { id: id.to_owned(), version };
    begun.saved(begun.wanted(|wanted| wanted.mapping = Some(mapping))).await;
    assert_eq!(begun.patches()[0][0]["path"], "/transformations/1");
    let steps = begun.flow().await.transformations;
    assert_eq!(steps[0].params.extra.get("mode"), Some(&json!("append")));
    assert_eq!(steps[1].params.mapping_version, Some(newer));
}

#[tokio::test]
async fn a_mapping_version_that_does_not_exist_is_refused() {
    let begun = Begun::start().await;
    let wanted = begun.wanted(|wanted| wanted.mapping.as_mut().unwrap().version = 9);
    let error = begun.update(&begun.original, wanted).await.unwrap_err();
    assert_eq!(error.detail.unwrap().platform_code.as_deref(), Some("1412-400"));
}

#[tokio::test]
async fn a_schedule_is_changed_by_its_rules() {
    let begun = Begun::start().await;
    let now = begun.test.emulator.clock().now_ms();
    let start = now / 1000 + 3600;
    let params = json!({ "startTime": start.to_string(), "frequency": "hour", "interval": "1" });
    begun.other(&Patch::new().add("/scheduleParams", params)).await;
    let seen = settings(&begun.test, &begun.made).await;
    assert!(!seen.has_begun);
    let scheduled = |change: &dyn Fn(&mut app_core::contract::change::Schedule)| {
        let mut wanted = seen.values.clone();
        change(wanted.schedule.as_mut().unwrap());
        wanted
    };
    let hasty = scheduled(&|schedule| {
        (schedule.frequency, schedule.interval) = ("minute".to_owned(), Some(5));
    });
    let error = begun.update(&seen.values, hasty).await.unwrap_err();
    assert_eq!((error.code, error.fields[0].field.as_str()), (ErrorCode::Validation, "interval"));

    let later = scheduled(&|schedule| {
        schedule.starts_at = Some((start + 60) * 1000);
        schedule.interval = Some(2);
    });
    let reply = begun.update(&seen.values, later.clone()).await.unwrap();
    assert!(matches!(reply, UpdateReply::Saved { .. }), "{reply:?}");
    begun.test.emulator.clock().advance(std::time::Duration::from_secs(7200));
    let late = settings(&begun.test, &begun.made).await;
    assert!(late.has_begun);
    assert_eq!(late.values, later);
    let mut moved = late.values.clone();
    moved.schedule.as_mut().unwrap().starts_at = Some((start + 90_000) * 1000);
    let error = begun.update(&late.values, moved).await.unwrap_err();
    assert_eq!(error.fields[0].field, "startsAt");
}

#[tokio::test]
async fn a_dataflow_that_was_deleted_meanwhile_is_gone() {
    let begun = Begun::start().await;
    sandbox(&begun.test.emulator).flows().delete(&begun.made.flow).await.unwrap();
    let wanted = begun.wanted(|wanted| wanted.name = "Mine".to_owned());
    let error = begun.update(&begun.original, wanted).await.unwrap_err();
    assert_eq!(error.code, ErrorCode::NotFound);
    assert_eq!(begun.patches(), Vec::<Value>::new());
}

#[tokio::test]
async fn a_dataflow_that_is_changing_takes_no_change_and_says_why() {
    let begun = Begun::start().await;
    let shown = json!({ "items": [{ "id": begun.made.flow.as_str(), "name": "Guides",
        "state": "updating", "etag": "\"e\"" }] });
    begun.test.emulator.faults().add(Fault::on(Route::GetFlow).status(200).body(shown));
    let seen = settings(&begun.test, &begun.made).await;
    assert!(seen.blocked.is_some());
    let wanted = FlowValues { name: "Mine".to_owned(), ..seen.values.clone() };
    let error = begun.update(&seen.values, wanted).await.unwrap_err();
    assert_eq!(error.code, ErrorCode::Refused);
    assert!(error.title.contains("changing"), "{}", error.title);
    assert_eq!(begun.patches(), Vec::<Value>::new());
}

#[tokio::test]
async fn a_mapping_is_shown_in_the_version_in_force_and_in_others() {
    let begun = Begun::start().await;
    let client = sandbox(&begun.test.emulator);
    inlet_tests::client::newer_mapping(&client, &begun.made).await.unwrap();
    let shown = async |version: Option<u32>| {
        let flow_id = begun.made.flow.to_string();
        let args = app_core::contract::change::GetFlowMapping { flow_id, version };
        begun.test.app.get_flow_mapping(args).await.unwrap()
    };
    let in_force = shown(None).await;
    assert_eq!((in_force.version, in_force.in_force, in_force.newest), (0, 0, 1));
    assert_eq!(in_force.lines.len(), 5);
    let newer = shown(Some(1)).await;
    assert_eq!((newer.version, newer.in_force, newer.lines.len()), (1, 0, 3));
    assert!(newer.lines.iter().any(|line| line.calculated), "{:?}", newer.lines);
}
