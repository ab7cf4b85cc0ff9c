//! The plan of a deletion: what goes, what stays and why, before anything is sent.

use aep_client::flow_service::{MappingRef, NewFlow};
use aep_client::{FlowId, ListQuery, Sandbox, SandboxName};
use aep_emulator::{Emulator, Fault, Route, Seed};
use app_core::contract::error::ErrorCode;
use app_core::contract::removal::{PlanDelete, PlannedFlow, PlannedRemoval, RemovalKind};
use inlet_tests::client::{Chain, client};
use inlet_tests::deletion::{DeletingApp, left, start};
use serde_json::json;

fn planned(flow: &PlannedFlow, kind: RemovalKind) -> &PlannedRemoval {
    flow.objects.iter().find(|object| object.kind == kind).unwrap()
}

/// A second dataflow over the connections and the mapping of the first.
async fn sharing(sandbox: &Sandbox, name: &str, first: &Chain) -> FlowId {
    let mapping = MappingRef { id: first.mapping.id.clone(), version: first.mapping.version };
    let flow = NewFlow::streaming(name, &first.source, &first.target, mapping);
    sandbox.flows().create(&flow).await.unwrap().id
}

#[tokio::test]
async fn the_dataflow_and_what_only_it_uses_go_and_dataset_and_schema_stay() {
    let test = DeletingApp::start().await;
    let made = test.dataflow("NPS").await;
    let plan = test.plan(&[made.flow.as_str()]).await;
    assert!(plan.type_to_confirm.is_none(), "only production asks for a name");
    let flow = &plan.flows[0];
    let told: Vec<_> = flow.objects.iter().map(|one| (one.kind, one.deleted)).collect();
    assert_eq!(
        told,
        [
            (RemovalKind::Flow, true),
            (RemovalKind::TargetConnection, true),
            (RemovalKind::SourceConnection, true),
            (RemovalKind::MappingSet, true),
            (RemovalKind::Dataset, false),
            (RemovalKind::Schema, false),
        ]
    );
    assert_eq!(planned(flow, RemovalKind::SourceConnection).sentence, "Used by nothing else");
    assert_eq!(planned(flow, RemovalKind::MappingSet).name, "5 field mappings");
    assert_eq!(planned(flow, RemovalKind::Dataset).name, "NPS");
    assert_eq!(left(&test.sandbox()).await, [1, 1, 1, 1], "a plan removes nothing");
    assert!(test.emulator.recording().all().iter().all(|asked| asked.method != "DELETE"));
}

#[tokio::test]
async fn what_another_dataflow_uses_stays_and_names_it() {
    let test = DeletingApp::start().await;
    let made = test.dataflow("NPS").await;
    sharing(&test.sandbox(), "Polls", &made).await;
    let plan = test.plan(&[made.flow.as_str()]).await;
    for kind in
        [RemovalKind::TargetConnection, RemovalKind::SourceConnection, RemovalKind::MappingSet]
    {
        let object = planned(&plan.flows[0], kind);
        assert!(!object.deleted && !object.optional, "{kind:?}");
        assert_eq!(object.sentence, "“Polls” uses it as well", "{kind:?}");
    }
}

#[tokio::test]
async fn what_dataflows_of_the_same_plan_share_goes_with_the_last_of_them() {
    let test = DeletingApp::start().await;
    let made = test.dataflow("NPS").await;
    let second = sharing(&test.sandbox(), "Polls", &made).await;
    let plan = test.plan(&[made.flow.as_str(), second.as_str()]).await;
    let source = |at: usize| planned(&plan.flows[at], RemovalKind::SourceConnection);
    assert_eq!(source(0).sentence, "Shared with “Polls”, and deleted with it");
    assert!(!source(0).deleted && source(1).deleted);

    let done = test.delete(&[made.flow.as_str(), second.as_str()]).await;
    assert!(done.rows.iter().all(|row| row.problem.is_none()), "{done:?}");
    assert_eq!(left(&test.sandbox()).await, [0, 0, 0, 0]);
}

#[tokio::test]
async fn a_platform_that_does_not_filter_by_the_mapping_has_every_dataflow_read() {
    let test = DeletingApp::start().await;
    let made = test.dataflow("NPS").await;
    sharing(&test.sandbox(), "Polls", &made).await;
    // The first list is answered as if nothing matched, the next as if the field were unknown.
    for trouble in [
        Fault::on(Route::ListFlows).status(200).body(json!({ "items": [], "_links": {} })).times(3),
        Fault::on(Route::ListFlows)
            .status(400)
            .body(json!({ "type": "https://ns.adobe.com/aep/errors/FLOW-1449-400", "status": 400 }))
            .times(1),
    ] {
        test.emulator.faults().add(trouble);
        let plan = test.plan(&[made.flow.as_str()]).await;
        let mapping = planned(&plan.flows[0], RemovalKind::MappingSet);
        assert_eq!(mapping.sentence, "“Polls” uses it as well");
    }
}

#[tokio::test]
async fn the_events_of_the_last_day_and_the_state_are_told_and_production_asks_for_the_name() {
    let emulator = Emulator::builder().seed(Seed::practice());
    let test = DeletingApp::on(emulator, "prod").await;
    let sandbox = client(&test.emulator).sandbox(&SandboxName::new("prod"));
    let flows = sandbox.flows().all(&ListQuery::new()).collect().await.unwrap();
    let named = |name: &str| flows.iter().find(|flow| flow.name == name).unwrap().id.to_string();
    let (nps, draft) = (named("NPS answers"), named("Feature clicks"));

    let plan = test.plan(&[nps.as_str()]).await;
    assert_eq!(plan.type_to_confirm.as_deref(), Some("NPS answers"));
    assert!(plan.flows[0].received.is_some_and(|events| events > 100), "{:?}", plan.flows[0]);
    assert!(plan.flows[0].source.as_ref().unwrap().id.is_some());
    let wrong = app_core::contract::removal::StartDeletion {
        confirmation: Some("nps answers".to_owned()),
        ..start(&plan)
    };
    let refused = test.app.start_deletion(wrong).await.unwrap_err();
    assert_eq!(
        (refused.code, refused.fields[0].field.as_str()),
        (ErrorCode::Validation, "confirmation")
    );
    test.app.start_deletion(start(&plan)).await.unwrap();

    let two = test.plan(&[nps.as_str(), draft.as_str()]).await;
    assert_eq!(two.type_to_confirm.as_deref(), Some("prod"));
    assert!(two.flows[1].remark.as_ref().unwrap().contains("draft"));
}

#[tokio::test]
async fn one_that_cannot_be_read_is_told_in_its_line_and_the_others_are_planned() {
    let test = DeletingApp::start().await;
    let made = test.dataflow("NPS").await;
    let plan = test.plan(&["gone", made.flow.as_str()]).await;
    assert_eq!(plan.flows[0].problem.as_ref().unwrap().code, ErrorCode::NotFound);
    assert!(plan.flows[0].objects.is_empty());
    assert!(plan.flows[1].problem.is_none());

    let flow_ids = vec!["f".to_owned(); 201];
    let refused = test.app.plan_delete(PlanDelete { flow_ids }).await.unwrap_err();
    assert_eq!(refused.code, ErrorCode::Validation);
}

#[tokio::test]
async fn what_a_person_chose_to_keep_stays() {
    let test = DeletingApp::start().await;
    let made = test.dataflow("NPS").await;
    let plan = test.plan(&[made.flow.as_str()]).await;
    let keep = vec![made.source.to_string()];
    let args = app_core::contract::removal::StartDeletion { keep, ..start(&plan) };
    let begun = test.app.start_deletion(args).await.unwrap();
    test.finished(&begun.deletion_id).await;
    assert_eq!(left(&test.sandbox()).await, [0, 0, 1, 0]);
}
