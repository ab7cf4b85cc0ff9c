//! The life of a mapping through its forms, in a sandbox with nothing in it: suggested, tried, changed, deleted.

use window_tests::emulator::Emulator;
use window_tests::forms::{delete, make_schema, open_list};
use window_tests::platform::Witness;
use window_tests::sign_in::signed_in;
use window_tests::{Desk, Keychain};

const MAPPINGS: &str = "conversion/mappingSets";

#[tokio::test]
async fn a_mapping_is_made_of_what_is_suggested_changed_and_deleted() {
    let platform = Emulator::start(&[]);
    let witness = Witness::of(&platform);
    let desk = Desk::start(Keychain::Unlocked);
    let inlet = signed_in(&desk, &platform).await;
    make_schema(&inlet, "Pendo answers").await;
    open_list(&inlet, "Mappings").await;
    inlet.see("No mappings yet").await;
    inlet.press("New mapping").await;
    inlet.find_and_pick("Schema", "Pendo answers").await;
    inlet.press("Continue to field mappings").await;
    inlet.see_screen("Field mappings").await;
    inlet.see("Fits the schema").await;
    inlet.press("Create mapping").await;
    inlet.see_screen("Mapping into “Pendo answers”").await;
    inlet.see("No dataflow.").await;
    let made = witness.all(MAPPINGS);
    assert_eq!(made.len(), 1, "{made:?}");

    inlet.press("Edit field mappings").await;
    inlet.see("Change a field mapping to save").await;
    inlet.press("Add field mapping").await;
    inlet.find_and_pick("From the event", "event").await;
    inlet.find_and_pick("To the record", "eventType").await;
    inlet.press("Save mapping").await;
    inlet.see("Version 1 of the mapping was saved").await;
    inlet.see("eventType").await;
    let changed = witness.all(MAPPINGS);
    assert_eq!(changed[0]["version"], 1);

    delete(&inlet, "mapping", "Mapping into “Pendo answers”").await;
    inlet.see("No mappings yet").await;
    assert_eq!(witness.all(MAPPINGS), Vec::<serde_json::Value>::new());
    assert_eq!(inlet.violations().await, Vec::<String>::new());
    inlet.close().await;
}
