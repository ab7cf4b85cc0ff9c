//! The life of a schema through its forms, in a sandbox with nothing in it: made of an event, looked at, marked,
//! renamed, deleted.

use window_tests::emulator::Emulator;
use window_tests::forms::{change_words, delete, open_list};
use window_tests::platform::Witness;
use window_tests::sign_in::signed_in;
use window_tests::{Desk, Keychain};

const SCHEMAS: &str = "schemaregistry/tenant/schemas";

#[tokio::test]
async fn a_schema_is_made_of_an_example_event_marked_renamed_and_deleted_with_its_mark() {
    let platform = Emulator::start(&[]);
    let witness = Witness::of(&platform);
    let desk = Desk::start(Keychain::Unlocked);
    let inlet = signed_in(&desk, &platform).await;
    open_list(&inlet, "Schemas").await;
    inlet.see("No schemas yet").await;
    inlet.press("New schema").await;
    inlet.press("Use an example event").await;
    inlet.choose("Guide displayed").await;
    inlet.see("will be in the schema").await;
    inlet.fill("Title of the schema", "Guides seen").await;
    inlet.press("Create schema").await;
    inlet.see_screen("Guides seen").await;
    let made = witness.named(SCHEMAS, "Guides seen").expect("the platform has it");
    assert_eq!(made["meta:class"], "https://ns.adobe.com/xdm/context/experienceevent");

    inlet.press("Mark a field").await;
    inlet.pick("Choose a text field", "_").await;
    inlet.pick("Choose a namespace", "Pendo visitor").await;
    inlet.press("Mark as identity").await;
    inlet.see("is marked as identity").await;
    let marks = witness.all("schemaregistry/tenant/descriptors");
    assert_eq!(marks.len(), 1, "{marks:?}");
    assert_eq!(marks[0]["xdm:namespace"], "pendoVisitor");

    change_words(&inlet, "schema", "Guides", "What visitors saw").await;
    let renamed = witness.named(SCHEMAS, "Guides").expect("the platform has the new title");
    assert_eq!((&renamed["$id"], witness.all(SCHEMAS).len()), (&made["$id"], 1));

    inlet.press("As Adobe shows it (JSON)").await;
    inlet.see("\"allOf\"").await;
    delete(&inlet, "schema", "Guides").await;
    inlet.see("No schemas yet").await;
    assert_eq!(inlet.violations().await, Vec::<String>::new());
    inlet.close().await;
    for left in ["schemas", "fieldgroups", "descriptors"] {
        let left = witness.all(&format!("schemaregistry/tenant/{left}"));
        assert!(left.is_empty(), "{left:?}");
    }
}

#[tokio::test]
async fn a_schema_of_profiles_is_made_of_a_field_group_that_exists() {
    let platform = Emulator::start(&[]);
    let witness = Witness::of(&platform);
    let desk = Desk::start(Keychain::Unlocked);
    let inlet = signed_in(&desk, &platform).await;
    open_list(&inlet, "Schemas").await;
    inlet.press("New schema").await;
    inlet.choose("Profiles").await;
    inlet.choose("Field groups").await;
    inlet.choose("Demographic Details").await;
    inlet.fill("Title of the schema", "People").await;
    inlet.press("Create schema").await;
    inlet.see_screen("People").await;
    inlet.see("XDM Individual Profile").await;
    let made = witness.named(SCHEMAS, "People").expect("the platform has it");
    assert_eq!(made["meta:class"], "https://ns.adobe.com/xdm/context/profile");
    delete(&inlet, "schema", "People").await;
    assert!(witness.all(SCHEMAS).is_empty());
    inlet.close().await;
}
