//! The whole chain of a dataflow through the client: made, read, changed, run, removed.

use std::time::Duration;

use aep_client::flow_service::{ResourceState, RunStatus};
use aep_client::{Filter, ListQuery, Patch, WebhookUrl};
use aep_emulator::{Route, Switches};
use inlet_tests::client::{chain, client, emulator, event, sandbox};
use serde_json::json;

#[tokio::test]
async fn a_dataflow_is_made_and_its_events_are_counted() {
    let emulator = emulator().await;
    let sandbox = sandbox(&emulator);
    let made = chain(&sandbox, "Guides").await.unwrap();
    let flow = sandbox.flows().get(&made.flow).await.unwrap().value;
    assert_eq!(flow.state, ResourceState::Enabled);
    assert_eq!(flow.mapping(), Some(made.mapping.clone()));
    assert_eq!(flow.options.error_diagnostics_enabled, Some(true));
    let webhook = flow.webhook_url().unwrap();
    for id in ["e-1", "e-2", ""] {
        client(&emulator).inlet().post(&webhook, &event(id)).await.unwrap();
    }
    emulator.clock().advance(Duration::from_secs(3 * 3600));
    let query = ListQuery::runs_of(&made.flow).newest_first();
    let runs = sandbox.runs().list(&query).await.unwrap();
    let counted: Vec<_> =
        runs.items.iter().filter(|run| run.metrics.records.input.unwrap_or_default() > 0).collect();
    let [run] = counted[..] else { panic!("one run counts the events: {runs:?}") };
    assert_eq!(run.metrics.records.input, Some(3));
    assert_eq!(run.metrics.records.output, Some(2), "{run:#?}");
    assert_eq!(run.metrics.records.failed, Some(1));
    let again = sandbox.runs().get(&run.id).await.unwrap();
    assert_eq!(again.flow_id.as_ref(), Some(&made.flow));
    let last = sandbox.flows().get(&made.flow).await.unwrap().value.last_run_details;
    assert_ne!(last.unwrap().state, RunStatus::Other(String::new()));
}

#[tokio::test]
async fn runs_are_filtered_by_time() {
    let emulator = emulator().await;
    let sandbox = sandbox(&emulator);
    let made = chain(&sandbox, "Guides").await.unwrap();
    let webhook = sandbox.flows().get(&made.flow).await.unwrap().value.webhook_url().unwrap();
    client(&emulator).inlet().post(&webhook, &event("e-1")).await.unwrap();
    emulator.clock().advance(Duration::from_secs(3 * 3600));
    let all = ListQuery::runs_of(&made.flow);
    let run = sandbox.runs().list(&all).await.unwrap().items.remove(0);
    let began = run.metrics.duration.started_at.unwrap();
    let count = async |query: ListQuery| sandbox.runs().list(&query).await.unwrap().items.len();
    assert_eq!(count(all.clone().started_since(began).limit(1)).await, 1);
    assert_eq!(count(all.clone().started_before(began)).await, 0);
    assert_eq!(count(ListQuery::runs_of(&"another".into())).await, 0);
}

#[tokio::test]
async fn an_update_names_the_version_it_is_based_on() {
    let emulator = emulator().await;
    let sandbox = sandbox(&emulator);
    let made = chain(&sandbox, "Guides").await.unwrap();
    let read = sandbox.flows().get(&made.flow).await.unwrap();
    let patch = Patch::new().replace("/name", "Guides, renamed");
    let newer = sandbox.flows().update(&made.flow, &read.etag, &patch).await.unwrap();
    assert_ne!(newer, read.etag);
    let error = sandbox.flows().update(&made.flow, &read.etag, &patch).await.unwrap_err();
    assert!(error.is_stale(), "{error}");
    let now = sandbox.flows().get(&made.flow).await.unwrap();
    assert_eq!((now.value.name.as_str(), now.etag), ("Guides, renamed", newer));
}

#[tokio::test]
async fn a_dataflow_is_switched_off_and_on() {
    let emulator = emulator().await;
    let sandbox = sandbox(&emulator);
    let made = chain(&sandbox, "Guides").await.unwrap();
    let etag = sandbox.flows().get(&made.flow).await.unwrap().etag;
    let etag = sandbox.flows().disable(&made.flow, &etag).await.unwrap();
    let off = sandbox.flows().get(&made.flow).await.unwrap();
    assert_eq!((off.value.state, &off.etag), (ResourceState::Disabled, &etag));
    sandbox.flows().enable(&made.flow, &etag).await.unwrap();
    let on = sandbox.flows().get(&made.flow).await.unwrap();
    assert_eq!(on.value.state, ResourceState::Enabled);
}

#[tokio::test]
async fn a_new_version_of_the_mapping_is_used_once_the_flow_names_it() {
    let emulator = emulator().await;
    emulator.switch(|switches: &mut Switches| switches.mapping_version_as_text = true);
    let sandbox = sandbox(&emulator);
    let made = chain(&sandbox, "Guides").await.unwrap();
    let tenant = sandbox.tenant().stats().await.unwrap().tenant_id;
    let lines = inlet_tests::client::mapping(&made.schema, &tenant.namespace());
    let newer = sandbox.mapping_sets().replace(&made.mapping.id, &lines).await.unwrap();
    assert_eq!(newer.version, Some(1));
    let etag = sandbox.flows().get(&made.flow).await.unwrap().etag;
    let version = newer.reference().version;
    let patch = Patch::new().replace("/transformations/0/params/mappingVersion", version);
    sandbox.flows().update(&made.flow, &etag, &patch).await.unwrap();
    let flow = sandbox.flows().get(&made.flow).await.unwrap().value;
    assert_eq!(flow.mapping(), Some(newer.reference()));
}

#[tokio::test]
async fn everything_is_found_by_name_even_when_the_name_is_awkward() {
    let emulator = emulator().await;
    let sandbox = sandbox(&emulator);
    let awkward = "Guides, polls & \"NPS\" == 100 % ✓";
    for name in ["Guides", awkward, "polls"] {
        chain(&sandbox, name).await.unwrap();
    }
    let spec = aep_client::flow_service::known::PENDO_CONNECTION_SPEC.into();
    for name in ["Guides", awkward] {
        assert_eq!(sandbox.flows().find_by_name(name).await.unwrap().len(), 1, "{name}");
        let sources = sandbox.source_connections();
        assert_eq!(sources.find_by_name(&spec, name).await.unwrap().len(), 1, "{name}");
        let targets = sandbox.target_connections();
        assert_eq!(targets.find_by_name(name).await.unwrap().len(), 1, "{name}");
        assert_eq!(sandbox.datasets().find_by_name(name).await.unwrap().len(), 1, "{name}");
        assert_eq!(sandbox.schemas().find_by_title(name).await.unwrap().len(), 1, "{name}");
        assert_eq!(sandbox.field_groups().find_by_title(name).await.unwrap().len(), 1, "{name}");
    }
    assert!(sandbox.flows().find_by_name("Guide").await.unwrap().is_empty());
}

#[tokio::test]
async fn flows_are_counted_without_being_read() {
    let emulator = emulator().await;
    let sandbox = sandbox(&emulator);
    for name in ["Guides", "Polls"] {
        chain(&sandbox, name).await.unwrap();
    }
    assert_eq!(sandbox.flows().count(&ListQuery::new()).await.unwrap(), 2);
    let named = ListQuery::new().filter(Filter::equal("name", "Polls")).limit(1);
    assert_eq!(sandbox.flows().count(&named).await.unwrap(), 1);
}

#[tokio::test]
async fn a_chain_is_removed_from_its_end() {
    let emulator = emulator().await;
    let sandbox = sandbox(&emulator);
    let made = chain(&sandbox, "Guides").await.unwrap();
    let error = sandbox.source_connections().delete(&made.source).await.unwrap_err();
    assert_eq!(error.problem().unwrap().short_code(), Some("1447"), "{error}");
    sandbox.flows().delete(&made.flow).await.unwrap();
    let error = sandbox.flows().get(&made.flow).await.unwrap_err();
    assert!(error.is_not_found(), "{error}");
    assert_eq!(error.problem().unwrap().short_code(), Some("1439"));
    assert!(error.problem().unwrap().request_id.is_some());
    sandbox.source_connections().delete(&made.source).await.unwrap();
    sandbox.target_connections().delete(&made.target).await.unwrap();
    sandbox.mapping_sets().delete(&made.mapping.id).await.unwrap();
    sandbox.datasets().delete(&made.dataset).await.unwrap();
    sandbox.schemas().delete(&made.schema).await.unwrap();
    sandbox.field_groups().delete(&made.field_group).await.unwrap();
    assert!(sandbox.datasets().get(&made.dataset).await.unwrap_err().is_not_found());
    assert!(sandbox.schemas().get(&made.schema).await.unwrap_err().is_not_found());
}

#[tokio::test]
async fn what_is_made_in_one_sandbox_is_not_seen_from_another() {
    let emulator = emulator().await;
    let made = chain(&sandbox(&emulator), "Guides").await.unwrap();
    let other = client(&emulator).sandbox(&"prod".into());
    assert!(other.flows().get(&made.flow).await.unwrap_err().is_not_found());
    assert!(other.flows().list(&ListQuery::new()).await.unwrap().items.is_empty());
}

#[tokio::test]
async fn every_request_names_its_sandbox_and_a_streaming_endpoint_learns_nothing() {
    let emulator = emulator().await;
    let sandbox = sandbox(&emulator);
    let made = chain(&sandbox, "Guides").await.unwrap();
    let webhook = sandbox.flows().get(&made.flow).await.unwrap().value.webhook_url().unwrap();
    client(&emulator).inlet().post(&webhook, &event("e-1")).await.unwrap();
    for request in emulator.recording().all() {
        let path = &request.path;
        match request.route {
            Some(Route::CreateToken) => assert_eq!(request.header("authorization"), None),
            Some(Route::PostEvent) => {
                for name in ["authorization", "x-api-key", "x-gw-ims-org-id", "x-sandbox-name"] {
                    assert_eq!(request.header(name), None, "{name}");
                }
            }
            _ => {
                assert_eq!(request.header("x-sandbox-name"), Some("dev"), "{path}");
                assert_eq!(request.header("x-api-key"), Some(emulator.client_id()), "{path}");
                assert_eq!(request.header("x-gw-ims-org-id"), Some(emulator.org_id()), "{path}");
            }
        }
    }
}

#[tokio::test]
async fn an_endpoint_that_does_not_exist_refuses_without_its_address_in_the_error() {
    let emulator = emulator().await;
    let address = format!("{}/collection/canary?x-adobe-flow-id=f", emulator.base_url());
    let error =
        client(&emulator).inlet().post(&WebhookUrl::new(address), &json!({})).await.unwrap_err();
    assert_eq!(error.status(), Some(404));
    assert!(!format!("{error} {error:?}").contains("canary"), "{error:?}");
}
