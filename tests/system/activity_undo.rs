//! Undoing what the activity shows, and taking the activity out as a file.

use aep_client::Patch;
use aep_client::flow_service::ResourceState;
use app_core::contract::activity::{
    ActivityRef, ActivityRow, ActivitySearch, ExportActivity, ListActivity,
};
use app_core::contract::change::UpdateFlow;
use app_core::contract::error::ErrorCode;
use app_core::contract::files::FileFormat;
use app_core::contract::flows::FlowRef;
use app_core::contract::switching::SwitchFlows;
use inlet_tests::app::TestApp;
use inlet_tests::client::{Chain, chain, newer_mapping, sandbox};
use serde_json::json;

async fn start() -> (TestApp, Chain) {
    let test = TestApp::start().await;
    let made = chain(&sandbox(&test.emulator), "Guides").await.unwrap();
    (test, made)
}

async fn rows(test: &TestApp) -> Vec<ActivityRow> {
    let search = ActivitySearch::default();
    let args = ListActivity { search, skip: 0, limit: 50 };
    test.app.list_activity(args).await.unwrap().rows
}

async fn change(
    test: &TestApp,
    made: &Chain,
    change: impl FnOnce(&mut app_core::contract::change::FlowValues),
) {
    let flow_id = made.flow.to_string();
    let seen = test.app.get_flow_settings(FlowRef { flow_id: flow_id.clone() }).await.unwrap();
    let mut wanted = seen.values.clone();
    change(&mut wanted);
    let args = UpdateFlow { flow_id, original: seen.values, wanted };
    test.app.update_flow(args).await.unwrap();
}

async fn undo(test: &TestApp, row: &ActivityRow) -> Result<ActivityRow, ErrorCode> {
    let undone = test.app.undo_activity(ActivityRef { activity_id: row.id }).await;
    undone.map_err(|error| error.code)
}

#[tokio::test]
async fn a_rename_shows_both_names_and_is_undone() {
    let (test, made) = start().await;
    change(&test, &made, |values| values.name = "Guides, EMEA".to_owned()).await;
    let row = rows(&test).await.remove(0);
    assert_eq!(row.sentence, "Renamed dataflow “Guides”");
    let changed = &row.changes[0];
    assert_eq!(
        (changed.field.as_str(), changed.before.as_str(), changed.after.as_str()),
        ("Name", "Guides", "Guides, EMEA")
    );
    assert!(row.can_undo && row.request_id.is_some());

    let undone = undo(&test, &row).await.unwrap();
    assert!(!undone.can_undo && undone.undone_at.is_some());
    let flow = sandbox(&test.emulator).flows().get(&made.flow).await.unwrap().value;
    assert_eq!(flow.name, "Guides");
    let kept = rows(&test).await;
    assert_eq!((kept.len(), kept[1].undone_at), (2, undone.undone_at));
    assert_eq!(undo(&test, &row).await, Err(ErrorCode::NotFound), "once is enough");
}

#[tokio::test]
async fn description_mapping_and_switch_are_undone_too() {
    let (test, made) = start().await;
    let client = sandbox(&test.emulator);
    newer_mapping(&client, &made).await.unwrap();
    change(&test, &made, |values| values.description = "For EMEA".to_owned()).await;
    change(&test, &made, |values| values.mapping.as_mut().unwrap().version = 1).await;
    let flow_ids = vec![made.flow.to_string()];
    test.app.switch_flows(SwitchFlows { flow_ids, on: false }).await.unwrap();

    let done = rows(&test).await;
    let sentences: Vec<_> = done.iter().map(|row| row.sentence.as_str()).collect();
    assert_eq!(
        sentences,
        [
            "Switched off dataflow “Guides”",
            "Changed the mapping of dataflow “Guides”",
            "Changed the description of dataflow “Guides”",
        ]
    );
    for row in &done {
        undo(&test, row).await.unwrap();
    }
    let flow = client.flows().get(&made.flow).await.unwrap().value;
    assert_eq!(flow.state, ResourceState::Enabled);
    assert_eq!(flow.mapping().unwrap().version, 0);
    assert_eq!(flow.description.as_deref(), Some("made by a test"));
}

/// A dataflow that will begin to run in an hour, by the clock of the platform; its start in seconds.
async fn scheduled(test: &TestApp, made: &Chain) -> i64 {
    let start = test.emulator.clock().now_ms() / 1000 + 3600;
    let params = json!({ "startTime": start.to_string(), "frequency": "hour", "interval": "1" });
    let flows = sandbox(&test.emulator).flows();
    let etag = flows.get(&made.flow).await.unwrap().etag;
    flows.update(&made.flow, &etag, &Patch::new().add("/scheduleParams", params)).await.unwrap();
    start
}

#[tokio::test]
async fn a_schedule_is_put_back_while_its_start_lies_ahead() {
    let (test, made) = start().await;
    let begins = scheduled(&test, &made).await;
    change(&test, &made, |values| {
        let schedule = values.schedule.as_mut().unwrap();
        (schedule.interval, schedule.starts_at) = (Some(6), Some((begins + 600) * 1000));
    })
    .await;
    let row = rows(&test).await.remove(0);
    assert_eq!(row.sentence, "Changed the schedule of dataflow “Guides”");
    assert!(row.can_undo && row.why_no_undo.is_none());
    undo(&test, &row).await.unwrap();
    let flow_id = made.flow.to_string();
    let settings = test.app.get_flow_settings(FlowRef { flow_id }).await.unwrap();
    let schedule = settings.values.schedule.unwrap();
    assert_eq!((schedule.interval, schedule.starts_at), (Some(1), Some(begins * 1000)));
}

#[tokio::test]
async fn a_schedule_that_has_begun_is_not_put_back_and_says_why() {
    let (test, made) = start().await;
    let begins = scheduled(&test, &made).await;
    change(&test, &made, |values| {
        values.schedule.as_mut().unwrap().starts_at = Some((begins + 600) * 1000);
    })
    .await;
    change(&test, &made, |values| values.schedule.as_mut().unwrap().interval = Some(6)).await;
    test.emulator.clock().advance(std::time::Duration::from_secs(7200));
    let kept = rows(&test).await;
    let told: Vec<_> = kept.iter().map(|row| (row.can_undo, row.why_no_undo.as_deref())).collect();
    assert_eq!(told, [(true, None), (false, Some("It has begun to run: its start stays."))]);
    assert_eq!(undo(&test, &kept[1]).await, Err(ErrorCode::Refused));
    undo(&test, &kept[0]).await.unwrap();
}

#[tokio::test]
async fn what_was_changed_again_since_is_not_overwritten() {
    let (test, made) = start().await;
    change(&test, &made, |values| values.name = "Mine".to_owned()).await;
    let row = rows(&test).await.remove(0);
    let flows = sandbox(&test.emulator).flows();
    let etag = flows.get(&made.flow).await.unwrap().etag;
    flows.update(&made.flow, &etag, &Patch::new().replace("/name", "Theirs")).await.unwrap();
    assert_eq!(undo(&test, &row).await, Err(ErrorCode::Conflict));
    assert_eq!(flows.get(&made.flow).await.unwrap().value.name, "Theirs");
    assert!(rows(&test).await[0].can_undo, "it was not undone");
}

async fn switch(test: &TestApp, made: &Chain, on: bool) {
    let flow_ids = vec![made.flow.to_string()];
    test.app.switch_flows(SwitchFlows { flow_ids, on }).await.unwrap();
}

async fn state(test: &TestApp, made: &Chain) -> ResourceState {
    sandbox(&test.emulator).flows().get(&made.flow).await.unwrap().value.state
}

#[tokio::test]
async fn a_dataflow_that_somebody_switched_twice_since_is_left_as_it_is() {
    let (test, made) = start().await;
    switch(&test, &made, false).await;
    let row = rows(&test).await.remove(0);
    let flows = sandbox(&test.emulator).flows();
    let etag = flows.get(&made.flow).await.unwrap().etag;
    let etag = flows.enable(&made.flow, &etag).await.unwrap();
    flows.disable(&made.flow, &etag).await.unwrap();
    assert_eq!(undo(&test, &row).await, Err(ErrorCode::Conflict));
    assert_eq!(state(&test, &made).await, ResourceState::Disabled);
    assert!(rows(&test).await[0].can_undo, "it was not undone");
}

#[tokio::test]
async fn a_dataflow_that_was_switched_twice_from_here_since_is_left_as_it_is() {
    let (test, made) = start().await;
    for on in [false, true, false] {
        switch(&test, &made, on).await;
    }
    let done = rows(&test).await;
    assert_eq!(undo(&test, &done[2]).await, Err(ErrorCode::Conflict));
    assert_eq!(state(&test, &made).await, ResourceState::Disabled);
    undo(&test, &done[0]).await.unwrap();
    assert_eq!(state(&test, &made).await, ResourceState::Enabled);
}

#[tokio::test]
async fn a_rename_from_here_does_not_keep_a_switch_from_being_undone() {
    let (test, made) = start().await;
    switch(&test, &made, false).await;
    let row = rows(&test).await.remove(0);
    change(&test, &made, |values| values.name = "Guides, EMEA".to_owned()).await;
    undo(&test, &row).await.unwrap();
    assert_eq!(state(&test, &made).await, ResourceState::Enabled);
}

#[tokio::test]
async fn a_name_that_is_a_formula_is_text_in_the_exported_table() {
    let (test, made) = start().await;
    change(&test, &made, |values| values.name = "=HYPERLINK(\"x\", \"y\")".to_owned()).await;
    change(&test, &made, |values| values.description = "new".to_owned()).await;
    let export = async |format| {
        let args = ExportActivity { search: ActivitySearch::default(), format };
        test.app.export_activity(args).await.unwrap()
    };
    let table = export(FileFormat::Csv).await;
    assert_eq!(table.name, "inlet-activity-dev.csv");
    assert_eq!(table.text.lines().count(), 3);
    assert!(table.text.contains(",\"'=HYPERLINK(\"\"x\"\", \"\"y\"\")\","), "{}", table.text);

    let json = export(FileFormat::Json).await;
    let read: serde_json::Value = serde_json::from_str(&json.text).unwrap();
    let written: Vec<ActivityRow> = serde_json::from_value(read["activity"].clone()).unwrap();
    assert_eq!(written, rows(&test).await);
}
