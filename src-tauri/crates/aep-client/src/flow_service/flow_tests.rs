//! Reading dataflows in the shapes that the platform really sends.

use super::Flow;
use crate::flow_service::state::{ResourceState, RunStatus};

fn flow(json: &str) -> Flow {
    serde_json::from_str(json).unwrap()
}

#[test]
fn a_whole_flow_is_read_and_unknown_fields_are_kept() {
    let flow = flow(include_str!("../../../../../tests/fixtures/shapes/flow.json"));
    assert_eq!(flow.state, ResourceState::Enabled);
    assert_eq!(flow.etag.as_ref().unwrap().as_str(), "\"1d00aa12-0000-0200-0000-6545f1a00000\"");
    assert_eq!(flow.mapping().unwrap().version, 0);
    assert_eq!(
        flow.webhook_url().unwrap().expose(),
        format!("https://dcs.example/collection/5e1f?x-adobe-flow-id={}", flow.id)
    );
    assert_eq!(flow.last_run_details.unwrap().state, RunStatus::PartialSuccess);
    let operation = flow.last_operation.unwrap();
    assert_eq!((operation.operation.as_str(), operation.started), ("enable", None));
    assert_eq!(flow.extra["providerRefId"], "4c6a4c0a-b218-4c2e-8dae-2f3c4d5e6f70");
}

#[test]
fn a_young_flow_has_neither_runs_nor_endpoint() {
    let flow = flow(r#"{"id":"f","state":"initializing","options":null,"transformations":null}"#);
    assert!(flow.last_run_details.is_none());
    assert!(flow.webhook_url().is_none());
    assert!(flow.mapping().is_none());
}

#[test]
fn mapping_version_and_flow_spec_come_in_two_types() {
    let as_text = flow(
        r#"{"id":"f","flowSpec":"spec","transformations":
        [{"name":"Mapping","params":{"mappingId":"m","mappingVersion":"3"}}],"eTag":"\"v\""}"#,
    );
    assert_eq!(as_text.mapping().unwrap().version, 3);
    assert_eq!(as_text.flow_spec.unwrap().id.as_str(), "spec");
    assert_eq!(as_text.etag.unwrap().as_str(), "\"v\"");
}

#[test]
fn printing_a_flow_does_not_show_its_streaming_endpoint() {
    let flow = flow(r#"{"id":"f","options":{"inletUrl":"https://dcs.example/collection/canary"}}"#);
    assert!(!format!("{flow:?}").contains("canary"));
}
