//! The life of a dataflow through its forms, from a sandbox with nothing in it: made with all that Inlet suggests,
//! described, given another mapping, deleted together with the dataset that was made for it.

use std::time::Duration;

use window_tests::emulator::Emulator;
use window_tests::platform::Witness;
use window_tests::sign_in::signed_in;
use window_tests::wizard::create_dataflow;
use window_tests::{Desk, Keychain};

const FLOWS: &str = "flowservice/flows";

/// Ten seconds of Undo, and what deleting takes.
const A_DELETION: Duration = Duration::from_secs(60);

#[tokio::test]
async fn a_dataflow_is_made_from_nothing_described_mapped_anew_and_deleted() {
    let platform = Emulator::start(&[]);
    let witness = Witness::of(&platform);
    let desk = Desk::start(Keychain::Unlocked);
    let inlet = signed_in(&desk, &platform).await;
    inlet.press("Connect Pendo").await;
    inlet.see_screen("Where the events come from").await;
    let name = inlet.value_of("Name of the dataflow").await;
    inlet.press("Continue").await;
    inlet.press("Continue to mapping").await;
    inlet.press("Continue to review").await;
    inlet.choose("I know that this writes to the production sandbox").await;
    create_dataflow(&inlet).await;
    assert!(witness.named(FLOWS, &name).is_some(), "the platform has “{name}”");

    inlet.press("Open dataflow").await;
    inlet.choose("Settings").await;
    inlet.fill("Description", "Guides and polls").await;
    inlet.press("Save dataflow").await;
    inlet.see("Nothing is changed yet").await;
    let described = witness.named(FLOWS, &name).expect("it is there");
    assert_eq!(described["description"], "Guides and polls");

    inlet.choose("Mapping").await;
    inlet.press("Edit mapping").await;
    inlet.press("Add field mapping").await;
    inlet.find_and_pick("From the event", "event").await;
    inlet.find_and_pick("To the record", "eventType").await;
    inlet.press("Save mapping").await;
    inlet.see("Version 1 of the mapping is in force").await;
    let mapped = witness.named(FLOWS, &name).expect("it is there");
    assert_eq!(mapped["transformations"][0]["params"]["mappingVersion"], 1);

    inlet.press("Delete dataflow…").await;
    inlet.fill("This is production. Type the dataflow’s name to delete it", &name).await;
    inlet.press("Delete dataflow").await;
    inlet.see_within("Deleted and checked", A_DELETION).await;
    assert!(witness.all(FLOWS).is_empty());
    assert_eq!(inlet.violations().await, Vec::<String>::new());
    inlet.close().await;
}
