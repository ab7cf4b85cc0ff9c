//! From nothing to an event that is counted in a run, without an account: what a person does first.

use std::time::Duration;

use window_tests::wizard::{create_dataflow, review_dataflow};
use window_tests::{Desk, Inlet, Keychain, Start};

/// An hour of the practice clock is twenty seconds; a run is counted after its hour has ended.
const A_RUN: Duration = Duration::from_secs(180);

#[tokio::test]
async fn practice_leads_from_the_welcome_screen_to_an_event_in_a_run() {
    let desk = Desk::start(Keychain::Unlocked);
    let inlet = Inlet::start(&desk, Start::default()).await;

    inlet.press("Try practice mode").await;
    inlet.see_screen("Dataflows").await;
    review_dataflow(&inlet, "Pendo from a window").await;
    let flow = create_dataflow(&inlet).await;

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
