//! A form without a mouse: the focus is never lost, and what is made, changed and deleted is the same.

use fantoccini::key::Key;
use window_tests::emulator::Emulator;
use window_tests::platform::Witness;
use window_tests::sign_in::signed_in;
use window_tests::{Desk, Keychain};

const SOURCES: &str = "flowservice/sourceConnections";

#[tokio::test]
async fn a_source_connection_is_made_renamed_and_deleted_by_keys_alone() {
    let platform = Emulator::start(&[]);
    let witness = Witness::of(&platform);
    let desk = Desk::start(Keychain::Unlocked);
    let inlet = signed_in(&desk, &platform).await;
    inlet.tab_and_enter("Resources").await;
    inlet.see_screen("Datasets").await;
    inlet.tab_and_enter("Source connections").await;
    inlet.see("No source connections yet").await;
    inlet.tab_and_enter("New source connection").await;
    inlet.see("Choose a source first").await;
    inlet.tab_to("field", "Source").await;
    inlet.type_text("Pend").await;
    inlet.see("Pendo").await;
    inlet.key(Key::Down).await;
    inlet.key(Key::Enter).await;
    inlet.tab_and_enter("Create source connection").await;
    inlet.see_screen("Pendo events (source)").await;
    assert!(witness.named(SOURCES, "Pendo events (source)").is_some());

    inlet.tab_and_enter("Edit").await;
    inlet.see("Nothing is changed yet").await;
    inlet.key(Key::End).await;
    inlet.type_text(", all of them").await;
    inlet.tab_and_enter("Save source connection").await;
    let name = "Pendo events (source), all of them";
    inlet.see_screen(name).await;
    assert!(witness.named(SOURCES, name).is_some());

    inlet.tab_and_enter("Delete source connection").await;
    inlet.see("This is production").await;
    inlet.tab_to("field", "This is production").await;
    inlet.type_text(name).await;
    inlet.tab_and_enter("Delete source connection").await;
    inlet.see("No source connections yet").await;
    assert!(witness.all(SOURCES).is_empty());
    inlet.close().await;
}
