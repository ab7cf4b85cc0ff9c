//! Tokens over HTTP: fetched once, renewed when refused, never renewed when pasted.

use std::time::Duration;

use aep_client::{Client, Credential, Error, ListQuery, SandboxName};
use aep_emulator::{Emulator, Fault, Role, Route};
use inlet_tests::client::{client, config, emulator};

fn pasted(emulator: &Emulator, token: &str) -> Client {
    let mut config = config(emulator);
    config.credential = Credential::AccessToken(token.into());
    Client::new(config).unwrap()
}

async fn list(client: &Client) -> Result<(), Error> {
    let sandbox = client.sandbox(&SandboxName::new("dev"));
    sandbox.flows().list(&ListQuery::new()).await.map(drop)
}

#[tokio::test(flavor = "multi_thread")]
async fn fifty_calls_at_once_share_one_sign_in() {
    let emulator = emulator().await;
    emulator.faults().add(Fault::on(Route::CreateToken).delay(Duration::from_millis(50)));
    let client = client(&emulator);
    let calls = (0..50).map(|_| {
        let client = client.clone();
        tokio::spawn(async move { list(&client).await })
    });
    for call in calls.collect::<Vec<_>>() {
        call.await.unwrap().unwrap();
    }
    assert_eq!(emulator.recording().count(Route::CreateToken), 1);
    assert_eq!(emulator.recording().count(Route::ListFlows), 50);
}

#[tokio::test(flavor = "multi_thread")]
async fn fifty_calls_with_an_expired_token_share_one_renewal() {
    let emulator = emulator().await;
    let client = client(&emulator);
    client.check_sign_in().await.unwrap();
    emulator.expire_tokens();
    emulator.recording().clear();
    let calls = (0..50).map(|_| {
        let client = client.clone();
        tokio::spawn(async move { list(&client).await })
    });
    for call in calls.collect::<Vec<_>>() {
        call.await.unwrap().unwrap();
    }
    assert_eq!(emulator.recording().count(Route::CreateToken), 1);
}

#[tokio::test]
async fn a_refused_token_is_replaced_once_and_no_more() {
    let emulator = emulator().await;
    let client = client(&emulator);
    let refusal = serde_json::json!({"error_code": "401013", "message": "not valid"});
    emulator.faults().add(Fault::on(Route::ListFlows).status(401).body(refusal));
    let error = list(&client).await.unwrap_err();
    assert_eq!(error.status(), Some(401));
    assert_eq!(error.problem().unwrap().code.as_deref(), Some("401013"));
    assert_eq!(emulator.recording().count(Route::ListFlows), 2);
    assert_eq!(emulator.recording().count(Route::CreateToken), 2);
}

#[tokio::test]
async fn a_create_that_was_refused_with_a_token_is_made_once_with_the_next() {
    let emulator = emulator().await;
    let client = client(&emulator);
    client.check_sign_in().await.unwrap();
    emulator.expire_tokens();
    let sources = client.sandbox(&"dev".into()).source_connections();
    let new = aep_client::flow_service::NewSourceConnection::pendo("Guides");
    sources.create(&new).await.unwrap();
    assert_eq!(sources.list(&ListQuery::new()).await.unwrap().items.len(), 1);
}

#[tokio::test]
async fn a_token_is_renewed_before_it_expires() {
    let emulator = emulator().await;
    // A life of no seconds is over before it can be used; each call has to fetch its own.
    emulator.switch(|switches| switches.token_lifetime = Duration::ZERO);
    let client = client(&emulator);
    client.check_sign_in().await.unwrap();
    emulator.switch(|switches| switches.token_lifetime = Duration::from_secs(3600));
    list(&client).await.unwrap();
    assert_eq!(emulator.recording().count(Route::CreateToken), 2);
    assert_eq!(emulator.recording().count(Route::ListFlows), 1, "no refusal was needed");
    list(&client).await.unwrap();
    assert_eq!(emulator.recording().count(Route::CreateToken), 2, "this one lasts");
}

#[tokio::test]
async fn a_pasted_token_is_used_as_it_is() {
    let emulator = emulator().await;
    let token = emulator.issue_token();
    list(&pasted(&emulator, &format!(" Bearer {token}\n"))).await.unwrap();
    assert_eq!(emulator.recording().count(Route::CreateToken), 0);
}

#[tokio::test]
async fn an_expired_pasted_token_is_said_to_be_that_and_not_renewed() {
    let emulator = emulator().await;
    let client = pasted(&emulator, &emulator.issue_token());
    emulator.expire_tokens();
    let error = list(&client).await.unwrap_err();
    assert!(matches!(error, Error::TokenExpired), "{error:?}");
    assert_eq!(emulator.recording().count(Route::CreateToken), 0);
    assert_eq!(emulator.recording().count(Route::ListFlows), 1);
}

#[tokio::test]
async fn a_wrong_secret_is_refused_by_the_sign_in_and_asks_nothing_of_the_platform() {
    let emulator = emulator().await;
    let mut config = config(&emulator);
    config.credential = Credential::ClientSecret("canary-of-a-secret".into());
    let client = Client::new(config).unwrap();
    for error in [client.check_sign_in().await.unwrap_err(), list(&client).await.unwrap_err()] {
        let Error::SignIn { status, error: code, .. } = &error else { panic!("{error:?}") };
        assert_eq!((*status, code.as_str()), (400, "invalid_client"));
        assert!(!format!("{error} {error:?}").contains("canary"));
    }
    assert_eq!(emulator.recording().count(Route::ListFlows), 0);
}

#[tokio::test]
async fn a_scope_that_is_not_granted_is_refused_by_the_sign_in() {
    let emulator = emulator().await;
    let mut config = config(&emulator);
    config.scopes = "openid,everything".to_owned();
    let error = Client::new(config).unwrap().check_sign_in().await.unwrap_err();
    assert!(matches!(&error, Error::SignIn { error, .. } if error == "invalid_scope"), "{error:?}");
}

#[tokio::test]
async fn a_credential_without_a_product_profile_signs_in_and_is_refused_later() {
    let emulator = emulator().await;
    let mut config = config(&emulator);
    let credential = emulator.credential(Role::NoProfile);
    config.client_id = credential.client_id.as_str().into();
    config.credential = Credential::ClientSecret(credential.client_secret.as_str().into());
    let client = Client::new(config).unwrap();
    client.check_sign_in().await.unwrap();
    let error = list(&client).await.unwrap_err();
    assert_eq!(error.problem().unwrap().code.as_deref(), Some("403027"), "{error:?}");
}

#[tokio::test]
async fn a_sign_in_service_in_trouble_is_asked_again() {
    let emulator = emulator().await;
    emulator.faults().add(Fault::on(Route::CreateToken).status(503).times(1));
    emulator.faults().add(Fault::on(Route::CreateToken).lose_reply().after(1).times(1));
    client(&emulator).check_sign_in().await.unwrap();
    assert_eq!(emulator.recording().count(Route::CreateToken), 3);
}
