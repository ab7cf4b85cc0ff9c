//! Everything that can stand between the client and the platform, each told apart.

use aep_client::{Client, Config, Error, ListQuery, RetryPolicy};
use aep_emulator::{Emulator, Fault, Route};
use inlet_tests::client::{chain, client, config, emulator, sandbox};
use serde_json::json;

async fn list(client: &Client) -> Result<usize, Error> {
    let page = client.sandbox(&"dev".into()).flows().list(&ListQuery::new()).await?;
    Ok(page.items.len())
}

async fn list_with(emulator: &Emulator, fault: Fault) -> Error {
    emulator.faults().add(fault);
    list(&client(emulator)).await.unwrap_err()
}

fn elsewhere(emulator: &Emulator, base: &str) -> Config {
    let mut config = config(emulator);
    config.base_url = base.parse().unwrap();
    config.retry = RetryPolicy::never();
    config
}

#[tokio::test]
async fn a_page_of_a_proxy_is_shown_as_what_it_is() {
    let emulator = emulator().await;
    let error = list_with(&emulator, Fault::on(Route::ListFlows).html(200)).await;
    let Error::NotJson { status, content_type, excerpt } = &error else { panic!("{error:?}") };
    assert_eq!(*status, 200);
    assert!(content_type.starts_with("text/html"), "{content_type}");
    assert!(excerpt.contains("Please sign in to the network"), "{excerpt}");
}

#[tokio::test]
async fn a_page_of_a_proxy_instead_of_a_token_is_not_called_a_wrong_secret() {
    let emulator = emulator().await;
    for status in [200, 403] {
        emulator.faults().clear();
        emulator.faults().add(Fault::on(Route::CreateToken).html(status));
        let error = client(&emulator).check_sign_in().await.unwrap_err();
        assert!(matches!(error, Error::NotJson { .. }), "{error:?}");
    }
}

#[tokio::test]
async fn json_that_is_cut_in_half_names_the_path() {
    let emulator = emulator().await;
    chain(&sandbox(&emulator), "Guides").await.unwrap();
    let error = list_with(&emulator, Fault::on(Route::ListFlows).cut_body()).await;
    let Error::Decode { path, detail } = &error else { panic!("{error:?}") };
    assert_eq!((path.as_str(), detail.as_str()), ("/flows", "it ends in the middle"));
}

#[tokio::test]
async fn an_error_in_the_clothes_of_a_success_is_an_error() {
    let emulator = emulator().await;
    let body = json!({"error_code": "403027", "message": "User region is missing"});
    let error = list_with(&emulator, Fault::on(Route::ListFlows).status(200).body(body)).await;
    let problem = error.problem().unwrap();
    assert_eq!((problem.status, problem.code.as_deref()), (200, Some("403027")));
    assert_eq!(problem.detail.as_deref(), Some("User region is missing"));
    let body = json!({"type": "https://ns.adobe.com/aep/errors/FLOW-1439-404", "status": 404,
        "title": "Resource not found", "errorMessage": "gone"});
    emulator.faults().clear();
    emulator.faults().add(Fault::on(Route::GetFlow).status(200).body(body));
    let error = sandbox(&emulator).flows().get(&"f".into()).await.unwrap_err();
    assert_eq!(error.problem().unwrap().code.as_deref(), Some("1439-404"), "{error:?}");
}

#[tokio::test]
async fn a_delete_answered_by_somebody_else_has_not_succeeded() {
    let emulator = emulator().await;
    let sandbox = sandbox(&emulator);
    let made = chain(&sandbox, "Guides").await.unwrap();
    emulator.faults().add(Fault::on(Route::DeleteFlow).html(200).times(1));
    let error = sandbox.flows().delete(&made.flow).await.unwrap_err();
    assert!(matches!(error, Error::NotJson { .. }), "{error:?}");
    let body = json!({"error_code": "403027", "message": "User region is missing"});
    emulator.faults().add(Fault::on(Route::DeleteFlow).status(200).body(body).times(1));
    let error = sandbox.flows().delete(&made.flow).await.unwrap_err();
    assert_eq!(error.problem().unwrap().code.as_deref(), Some("403027"));
    sandbox.flows().delete(&made.flow).await.unwrap();
}

#[tokio::test]
async fn a_redirect_is_not_followed_and_the_token_stays_here() {
    let emulator = emulator().await;
    let elsewhere = inlet_tests::client::emulator().await;
    let target = format!("{}/data/foundation/flowservice/flows", elsewhere.base_url());
    let error = list_with(&emulator, Fault::on(Route::ListFlows).redirect(target)).await;
    let Error::Redirected { status, to } = &error else { panic!("{error:?}") };
    assert_eq!((*status, to.as_str()), (307, "127.0.0.1"));
    assert_eq!(elsewhere.recording().all(), []);
}

#[tokio::test]
async fn an_event_does_not_follow_a_redirect_either() {
    let emulator = emulator().await;
    let elsewhere = inlet_tests::client::emulator().await;
    let sandbox = sandbox(&emulator);
    let made = chain(&sandbox, "Guides").await.unwrap();
    let webhook = sandbox.flows().get(&made.flow).await.unwrap().value.webhook_url().unwrap();
    emulator.faults().add(Fault::on(Route::PostEvent).redirect(elsewhere.base_url()));
    let error = client(&emulator).inlet().post(&webhook, &json!({})).await.unwrap_err();
    assert!(matches!(error, Error::Redirected { .. }), "{error:?}");
    assert_eq!(elsewhere.recording().all(), []);
}

#[tokio::test]
async fn a_host_that_does_not_resolve_is_named() {
    let emulator = emulator().await;
    let client = Client::new(elsewhere(&emulator, "https://platform.invalid")).unwrap();
    let error = list(&client).await.unwrap_err();
    assert!(
        matches!(&error, Error::HostNotFound { host } if host == "platform.invalid"),
        "{error:?}"
    );
}

#[tokio::test]
async fn a_port_where_nobody_listens_is_not_reached() {
    let emulator = emulator().await;
    let closed = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let client = Client::new(elsewhere(&emulator, &format!("http://{closed}"))).unwrap();
    let error = list(&client).await.unwrap_err();
    assert!(matches!(&error, Error::Connect { host, .. } if host == "127.0.0.1"), "{error:?}");
}

#[tokio::test]
async fn a_certificate_that_nobody_trusts_is_refused_without_a_second_try() {
    let emulator = Emulator::builder().tls(true).start().await.unwrap();
    let mut config = config(&emulator);
    config.extra_root_certificates.clear();
    let client = Client::new(config).unwrap();
    let error = client.check_sign_in().await.unwrap_err();
    let Error::Untrusted { host, detail } = &error else { panic!("{error:?}") };
    assert_eq!(host, "127.0.0.1");
    assert!(detail.contains("certificate"), "{detail}");
    assert_eq!(emulator.recording().all(), [], "not even the secret was sent");
}

#[tokio::test]
async fn a_certificate_is_trusted_when_its_authority_is_added() {
    let emulator = Emulator::builder().tls(true).start().await.unwrap();
    chain(&sandbox(&emulator), "Guides").await.unwrap();
    assert_eq!(list(&client(&emulator)).await.unwrap(), 1);
}

#[tokio::test]
async fn plain_http_on_a_tls_port_is_no_endless_wait() {
    let emulator = Emulator::builder().tls(true).start().await.unwrap();
    let plain = emulator.base_url().replace("https:", "http:");
    let error = list(&Client::new(elsewhere(&emulator, &plain)).unwrap()).await.unwrap_err();
    assert!(matches!(error, Error::Interrupted { .. }), "{error:?}");
}

#[tokio::test]
async fn an_answer_that_does_not_come_in_time_is_a_timeout() {
    let emulator = emulator().await;
    let mut config = config(&emulator);
    config.timeouts.request = std::time::Duration::from_millis(300);
    config.retry = RetryPolicy::never();
    let slow = Fault::on(Route::ListFlows).delay(std::time::Duration::from_secs(30));
    emulator.faults().add(slow);
    let error = list(&Client::new(config).unwrap()).await.unwrap_err();
    assert!(matches!(error, Error::Timeout { while_connecting: false, .. }), "{error:?}");
}

#[tokio::test]
async fn an_unknown_sandbox_and_a_wrong_organisation_are_told_apart() {
    let emulator = emulator().await;
    let nowhere = client(&emulator).sandbox(&"nowhere".into());
    let error = nowhere.flows().list(&ListQuery::new()).await.unwrap_err();
    assert_eq!(error.problem().unwrap().short_code(), Some("2101"), "{error:?}");
    let mut config = config(&emulator);
    config.org_id = "FFFF@AdobeOrg".into();
    let error = list(&Client::new(config).unwrap()).await.unwrap_err();
    assert_eq!(error.problem().unwrap().code.as_deref(), Some("403025"), "{error:?}");
}
