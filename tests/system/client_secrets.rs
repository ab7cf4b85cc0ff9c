//! Nothing secret in what is logged, down to the last detail that any library writes.

use aep_client::{Client, Credential, ListQuery, REQUEST_LOG_TARGET};
use aep_emulator::{Fault, Route};
use inlet_tests::client::{chain, client, config, emulator, event};
use inlet_tests::log::Log;

#[tokio::test]
async fn no_secret_reaches_the_log_at_any_level() {
    let (log, _listening) = Log::listen();
    let emulator = emulator().await;
    let token = emulator.issue_token();
    let mut pasted = config(&emulator);
    pasted.credential = Credential::AccessToken(token.as_str().into());
    let sandbox = Client::new(pasted).unwrap().sandbox(&"dev".into());
    let made = chain(&sandbox, "Guides").await.unwrap();
    let webhook = sandbox.flows().get(&made.flow).await.unwrap().value.webhook_url().unwrap();
    client(&emulator).check_sign_in().await.unwrap();
    client(&emulator).inlet().post(&webhook, &event("e-1")).await.unwrap();
    emulator.faults().add(Fault::on(Route::PostEvent).html(502));
    client(&emulator).inlet().post(&webhook, &event("e-2")).await.unwrap_err();
    let query = ListQuery::runs_of(&made.flow);
    sandbox.runs().list(&query).await.unwrap();

    let text = log.text();
    let inlet_id = webhook.expose().rsplit('/').next().unwrap().split('?').next().unwrap();
    for secret in [token.as_str(), emulator.client_secret(), inlet_id] {
        assert!(!text.contains(secret), "{}", line_with(&text, secret));
    }
    let own: String = text.lines().filter(|line| line.contains(REQUEST_LOG_TARGET)).collect();
    assert!(own.contains("operation=\"GET /flows/{id}\"") && own.contains("status=200"), "{own}");
    assert!(!own.contains(made.flow.as_str()), "ids and queries stay out");
}

fn line_with<'a>(text: &'a str, secret: &str) -> &'a str {
    text.lines().find(|line| line.contains(secret)).unwrap_or_default()
}
