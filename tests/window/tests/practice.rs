//! From nothing to an event that is counted in a run, without an account: what a person does first.

use std::time::Duration;

use window_tests::desk::until;
use window_tests::{Desk, Inlet, Keychain, Start};

/// An hour of the practice clock is twenty seconds; a run is counted after its hour has ended.
const A_RUN: Duration = Duration::from_secs(180);

#[tokio::test]
async fn practice_leads_from_the_welcome_screen_to_an_event_in_a_run() {
    let desk = Desk::start(Keychain::Unlocked);
    let inlet = Inlet::start(&desk, Start::default()).await;

    inlet.press("Try practice mode").await;
    inlet.see_screen("Dataflows").await;
    inlet.press("New dataflow").await;
    inlet.see_screen("Where the events come from").await;
    inlet.fill("Name of the dataflow", "Pendo from a window").await;
    inlet.press("Continue").await;
    inlet.press("Continue to mapping").await;
    inlet.press("Continue to review").await;
    inlet.press("Create dataflow").await;

    inlet.press("Copy address").await;
    let text = inlet.text().await;
    assert!(text.contains("/collection/"), "the address is whole: {text}");
    let (_, flow) = text.split_once("?x-adobe-flow-id=").expect("the address is whole");
    let flow = flow.split_whitespace().next().unwrap_or_default();

    inlet.press("Open Pendo’s guide").await;
    until("the browser has the guide", || desk.opened().contains("https://support.pendo.io/"));

    inlet.press("Send a test event").await;
    inlet.press("Send test event").await;
    inlet.see_within("With 1 event", A_RUN).await;

    inlet.go(&format!("/dataflows/{flow}")).await;
    inlet.see_screen("Pendo from a window").await;
    inlet.go("/settings").await;
    inlet.see_screen("Settings").await;
    inlet.go("/connect").await;
    inlet.see_screen("Connect to Adobe").await;
    // On all of these screens the content security policy had nothing to stop.
    assert_eq!(inlet.violations().await, Vec::<String>::new());
    inlet.close().await;
}
