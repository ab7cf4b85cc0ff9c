//! Forms that were left half-way come back after the app was closed in the middle of them.

use window_tests::emulator::Emulator;
use window_tests::forms::open_list;
use window_tests::sign_in::signed_in;
use window_tests::{Desk, Inlet, Keychain, Start};

#[tokio::test]
async fn half_a_schema_and_half_a_source_connection_are_back_after_a_restart() {
    let platform = Emulator::start(&[]);
    let desk = Desk::start(Keychain::Unlocked);
    let inlet = signed_in(&desk, &platform).await;
    open_list(&inlet, "Schemas").await;
    inlet.press("New schema").await;
    inlet.choose("The Pendo starter").await;
    inlet.fill("Title of the schema", "Half a schema").await;
    inlet.press("Schemas").await;
    inlet.press("Leave page").await;
    open_list(&inlet, "Source connections").await;
    inlet.press("New source connection").await;
    inlet.find_and_pick("Source", "Pendo").await;
    inlet.fill("Description", "Half a source").await;
    inlet.see("Draft saved").await;
    inlet.close_by_cross().await;

    let inlet = Inlet::start(&desk, Start::default()).await;
    inlet.see_screen("Dataflows").await;
    open_list(&inlet, "Schemas").await;
    inlet.press("New schema").await;
    inlet.see("Your draft from").await;
    assert_eq!(inlet.value_of("Title of the schema").await, "Half a schema");
    inlet.press("Start over").await;
    open_list(&inlet, "Source connections").await;
    inlet.press("New source connection").await;
    inlet.see("Your draft from").await;
    assert_eq!(inlet.value_of("Description").await, "Half a source");
    assert_eq!(inlet.value_of("Name of the source").await, "Pendo events (source)");
    inlet.press("Create source connection").await;
    inlet.see_screen("Pendo events (source)").await;

    // What was thrown away, and what is made, is no draft any more.
    open_list(&inlet, "Schemas").await;
    inlet.press("New schema").await;
    inlet.see("Read a sample event first").await;
    assert_eq!(inlet.value_of("Title of the schema").await, "");
    assert!(!inlet.text().await.contains("Your draft from"));
    inlet.close().await;
}
