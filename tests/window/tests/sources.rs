//! The life of a source connection through its form, in a sandbox with nothing in it.

use window_tests::emulator::Emulator;
use window_tests::forms::{change_words, delete, open_list};
use window_tests::platform::Witness;
use window_tests::sign_in::signed_in;
use window_tests::{Desk, Keychain};

const SOURCES: &str = "flowservice/sourceConnections";

#[tokio::test]
async fn a_source_connection_is_made_under_the_name_that_is_suggested_changed_and_deleted() {
    let platform = Emulator::start(&[]);
    let witness = Witness::of(&platform);
    let desk = Desk::start(Keychain::Unlocked);
    let inlet = signed_in(&desk, &platform).await;
    open_list(&inlet, "Source connections").await;
    inlet.see("No source connections yet").await;
    inlet.press("New source connection").await;
    inlet.find_and_pick("Source", "Pendo").await;
    inlet.press("Create source connection").await;
    inlet.see_screen("Pendo events (source)").await;
    inlet.see("No dataflow. It can be deleted.").await;
    assert!(witness.named(SOURCES, "Pendo events (source)").is_some());

    change_words(&inlet, "source connection", "From Pendo", "Guides and polls").await;
    let changed = witness.named(SOURCES, "From Pendo").expect("the platform has the new name");
    assert_eq!(changed["description"], "Guides and polls");
    delete(&inlet, "source connection", "From Pendo").await;
    assert!(witness.all(SOURCES).is_empty());
    assert_eq!(inlet.violations().await, Vec::<String>::new());
    inlet.close().await;
}
