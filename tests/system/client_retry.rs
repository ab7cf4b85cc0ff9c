//! What is sent again and what is not, with the emulator counting.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use aep_client::flow_service::NewSourceConnection;
use aep_client::{Client, Error, ListQuery, Patch, RetryPolicy, Sandbox};
use aep_emulator::{Emulator, Fault, Route};
use inlet_tests::client::{chain, config, emulator, sandbox};
use serde_json::json;

/// A sandbox whose pauses are written down instead of waited for.
fn noting(emulator: &Emulator) -> (Sandbox, Arc<Mutex<Vec<Duration>>>) {
    let pauses = Arc::new(Mutex::new(Vec::new()));
    let notes = Arc::clone(&pauses);
    let policy = RetryPolicy::default().with_chance(|| 1.0).pausing_with(move |time| {
        notes.lock().unwrap().push(time);
        std::future::ready(())
    });
    let mut config = config(emulator);
    config.retry = policy;
    (Client::new(config).unwrap().sandbox(&"dev".into()), pauses)
}

#[tokio::test]
async fn a_read_is_tried_again_until_the_service_is_back() {
    let emulator = emulator().await;
    let (sandbox, pauses) = noting(&emulator);
    emulator.faults().add(Fault::on(Route::ListFlows).status(503).times(1));
    emulator.faults().add(Fault::on(Route::ListFlows).drop_connection().after(1).times(1));
    emulator.faults().add(Fault::on(Route::ListFlows).break_off().after(2).times(1));
    sandbox.flows().list(&ListQuery::new()).await.unwrap();
    assert_eq!(emulator.recording().count(Route::ListFlows), 4);
    assert_eq!(*pauses.lock().unwrap(), [1, 2, 4].map(Duration::from_secs));
}

#[tokio::test]
async fn a_read_is_given_up_after_four_tries_with_the_reason_of_the_last() {
    let emulator = emulator().await;
    let (sandbox, _) = noting(&emulator);
    emulator.faults().add(Fault::on(Route::ListFlows).status(503));
    let error = sandbox.flows().list(&ListQuery::new()).await.unwrap_err();
    assert_eq!(error.status(), Some(503));
    assert_eq!(emulator.recording().count(Route::ListFlows), 4);
}

#[tokio::test]
async fn a_create_whose_reply_was_lost_is_not_sent_again() {
    let emulator = emulator().await;
    let sandbox = sandbox(&emulator);
    emulator.faults().add(Fault::on(Route::CreateSourceConnection).lose_reply().times(1));
    let new = NewSourceConnection::pendo("Guides");
    let error = sandbox.source_connections().create(&new).await.unwrap_err();
    let Error::OutcomeUnknown { operation, .. } = &error else { panic!("{error:?}") };
    assert_eq!(operation, "POST /sourceConnections");
    assert!(error.may_have_run());
    assert_eq!(emulator.recording().count(Route::CreateSourceConnection), 1);
    let spec = aep_client::flow_service::known::PENDO_CONNECTION_SPEC.into();
    let found = sandbox.source_connections().find_by_name(&spec, "Guides").await.unwrap();
    assert_eq!(found.len(), 1, "it was made, and can be looked up");
}

#[tokio::test]
async fn a_create_whose_answer_cannot_be_read_is_in_doubt_too() {
    let emulator = emulator().await;
    let sandbox = sandbox(&emulator);
    let new = NewSourceConnection::pendo("Guides");
    for fault in [
        Fault::on(Route::CreateSourceConnection).cut_body(),
        Fault::on(Route::CreateSourceConnection).break_off(),
        Fault::on(Route::CreateSourceConnection).html(200),
        Fault::on(Route::CreateSourceConnection).drop_connection(),
    ] {
        emulator.recording().clear();
        emulator.faults().add(fault.times(1));
        let error = sandbox.source_connections().create(&new).await.unwrap_err();
        assert!(matches!(error, Error::OutcomeUnknown { .. }), "{error:?}");
        assert_eq!(emulator.recording().count(Route::CreateSourceConnection), 1);
    }
}

#[tokio::test]
async fn a_create_that_timed_out_is_in_doubt() {
    let emulator = emulator().await;
    let mut config = config(&emulator);
    config.timeouts.request = Duration::from_millis(300);
    let sandbox = Client::new(config).unwrap().sandbox(&"dev".into());
    let slow = Fault::on(Route::CreateSourceConnection).delay(Duration::from_secs(30));
    emulator.faults().add(slow);
    let new = NewSourceConnection::pendo("Guides");
    let error = sandbox.source_connections().create(&new).await.unwrap_err();
    let Error::OutcomeUnknown { cause, .. } = &error else { panic!("{error:?}") };
    assert!(matches!(**cause, Error::Timeout { while_connecting: false, .. }), "{cause:?}");
}

#[tokio::test]
async fn a_create_that_failed_half_way_is_reported_and_not_repeated() {
    let emulator = emulator().await;
    let sandbox = sandbox(&emulator);
    emulator.faults().add(Fault::on(Route::CreateSourceConnection).status(500));
    let new = NewSourceConnection::pendo("Guides");
    let error = sandbox.source_connections().create(&new).await.unwrap_err();
    assert!(matches!(&error, Error::Api(problem) if problem.status == 500), "{error:?}");
    assert!(error.may_have_run());
    assert_eq!(emulator.recording().count(Route::CreateSourceConnection), 1);
}

#[tokio::test]
async fn a_create_that_was_turned_away_is_repeated_and_made_once() {
    let emulator = emulator().await;
    let (sandbox, pauses) = noting(&emulator);
    emulator.faults().add(Fault::on(Route::CreateSourceConnection).status(429).times(2));
    let new = NewSourceConnection::pendo("Guides");
    sandbox.source_connections().create(&new).await.unwrap();
    assert_eq!(sandbox.source_connections().list(&ListQuery::new()).await.unwrap().items.len(), 1);
    assert_eq!(*pauses.lock().unwrap(), [1, 2].map(Duration::from_secs));
}

#[tokio::test]
async fn an_update_whose_reply_was_lost_is_not_sent_again() {
    let emulator = emulator().await;
    let sandbox = sandbox(&emulator);
    let made = chain(&sandbox, "Guides").await.unwrap();
    let etag = sandbox.flows().get(&made.flow).await.unwrap().etag;
    emulator.faults().add(Fault::on(Route::UpdateFlow).lose_reply().times(1));
    let patch = Patch::new().replace("/name", "Renamed");
    let error = sandbox.flows().update(&made.flow, &etag, &patch).await.unwrap_err();
    assert!(matches!(error, Error::OutcomeUnknown { .. }), "{error:?}");
    assert_eq!(emulator.recording().count(Route::UpdateFlow), 1);
}

#[tokio::test]
async fn a_repeated_delete_that_finds_nothing_has_succeeded() {
    let emulator = emulator().await;
    let sandbox = sandbox(&emulator);
    let made = chain(&sandbox, "Guides").await.unwrap();
    emulator.faults().add(Fault::on(Route::DeleteFlow).lose_reply().times(1));
    sandbox.flows().delete(&made.flow).await.unwrap();
    assert_eq!(emulator.recording().count(Route::DeleteFlow), 2);
    let error = sandbox.flows().delete(&made.flow).await.unwrap_err();
    assert!(error.is_not_found(), "a first delete that finds nothing says so: {error}");
}

#[tokio::test]
async fn a_delete_that_was_only_turned_away_does_not_pass_for_done() {
    let emulator = emulator().await;
    let sandbox = sandbox(&emulator);
    emulator.faults().add(Fault::on(Route::DeleteFlow).status(429).times(1));
    let error = sandbox.flows().delete(&"never-there".into()).await.unwrap_err();
    assert!(error.is_not_found(), "{error}");
}

#[tokio::test]
async fn a_wait_that_the_platform_asks_for_is_kept_by_all_calls() {
    let emulator = emulator().await;
    let (sandbox, pauses) = noting(&emulator);
    emulator.faults().add(Fault::on(Route::ListFlows).status(429).retry_after("20").times(1));
    sandbox.flows().list(&ListQuery::new()).await.unwrap();
    let own = pauses.lock().unwrap()[0];
    assert!(own >= Duration::from_secs(20), "{own:?}");
    pauses.lock().unwrap().clear();
    sandbox.runs().list(&ListQuery::new()).await.unwrap();
    let other = pauses.lock().unwrap()[0];
    assert!(other > Duration::from_secs(10), "another call waits as well: {other:?}");
}

#[tokio::test]
async fn a_wait_that_is_too_long_is_left_to_the_caller() {
    let emulator = emulator().await;
    let (sandbox, _) = noting(&emulator);
    emulator.faults().add(Fault::on(Route::ListFlows).status(429).retry_after("3600").times(1));
    let error = sandbox.flows().list(&ListQuery::new()).await.unwrap_err();
    assert_eq!(error.problem().unwrap().retry_after, Some(Duration::from_secs(3600)));
    assert_eq!(emulator.recording().count(Route::ListFlows), 1);
}

#[tokio::test]
async fn an_event_is_posted_once_whatever_happens() {
    let emulator = emulator().await;
    let sandbox = sandbox(&emulator);
    let made = chain(&sandbox, "Guides").await.unwrap();
    let webhook = sandbox.flows().get(&made.flow).await.unwrap().value.webhook_url().unwrap();
    let inlet = inlet_tests::client::client(&emulator).inlet();
    emulator.faults().add(Fault::on(Route::PostEvent).lose_reply().times(1));
    let error = inlet.post(&webhook, &json!({"uniqueId": "1"})).await.unwrap_err();
    assert!(matches!(error, Error::OutcomeUnknown { .. }), "{error:?}");
    emulator.faults().add(Fault::on(Route::PostEvent).status(503).times(1));
    let error = inlet.post(&webhook, &json!({"uniqueId": "1"})).await.unwrap_err();
    assert_eq!(error.status(), Some(503));
    assert_eq!(emulator.recording().count(Route::PostEvent), 2);
}
