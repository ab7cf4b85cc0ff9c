//! The life of a dataflow from the list to its end: renamed, switched off, deleted with Undo, deleted for good; the platform
//! is asked whether it and its connections are gone.

use std::time::Duration;

use serde_json::Value;
use window_tests::emulator::Emulator;
use window_tests::sign_in::sign_in;
use window_tests::wizard::{create_dataflow, review_dataflow};
use window_tests::{Desk, Inlet, Keychain, Start};

const FIRST_NAME: &str = "Pendo for a while";
const NAME: &str = "Pendo for a short while";

/// Ten seconds of Undo, and what deleting takes.
const A_DELETION: Duration = Duration::from_secs(60);

/// Status of every answer to this method and kind of object, in order.
fn answers(platform: &Emulator, method: &str, collection: &str) -> Vec<u64> {
    let path = format!("/data/foundation/{collection}/");
    let asked = platform.requests();
    let fits = |one: &&Value| {
        one["method"] == method && one["path"].as_str().is_some_and(|own| own.starts_with(&path))
    };
    asked.iter().filter(fits).filter_map(|one| one["status"].as_u64()).collect()
}

async fn confirm_deletion(inlet: &Inlet<'_>) {
    inlet.press("Delete dataflow…").await;
    inlet.see("reports no events for the last 24 hours").await;
    inlet.fill("This is production. Type the dataflow’s name to delete it", NAME).await;
    inlet.press("Delete dataflow").await;
    inlet.see(&format!("“{NAME}” is deleted in")).await;
}

#[tokio::test]
async fn from_the_list_to_its_end_with_nothing_left_at_the_platform() {
    let platform = Emulator::start(&["--flows", "3"]);
    let desk = Desk::start(Keychain::Unlocked);
    let inlet = Inlet::start(&desk, Start::default()).await;
    sign_in(&inlet, &platform).await;
    inlet.see("3 dataflows").await;
    review_dataflow(&inlet, FIRST_NAME).await;
    inlet.choose("I know that this writes to the production sandbox").await;
    let flow = create_dataflow(&inlet).await;

    inlet.go(&format!("/dataflows?flow={flow}")).await;
    inlet.press("Open dataflow").await;
    inlet.see_screen(FIRST_NAME).await;
    inlet.go(&format!("/dataflows/{flow}?tab=settings")).await;
    inlet.fill("Name of the dataflow", NAME).await;
    inlet.press("Save dataflow").await;
    inlet.see_screen(NAME).await;
    inlet.choose(&format!("{NAME}: on or off")).await;
    inlet.see(&format!("“{NAME}” is off.")).await;

    confirm_deletion(&inlet).await;
    inlet.press("Undo").await;
    inlet.go(&format!("/dataflows/{flow}")).await;
    inlet.see_screen(NAME).await;
    assert_eq!(answers(&platform, "DELETE", "flowservice"), Vec::<u64>::new());

    confirm_deletion(&inlet).await;
    inlet.see_within("Deleted and checked", A_DELETION).await;
    inlet.see("Now turn off its webhook in Pendo.").await;
    for collection in [
        "flowservice/flows",
        "flowservice/targetConnections",
        "flowservice/sourceConnections",
        "conversion/mappingSets",
    ] {
        assert_eq!(answers(&platform, "DELETE", collection), [204], "{collection}");
        let looked = answers(&platform, "GET", collection);
        assert!(looked.contains(&404), "{collection} was read again: {looked:?}");
    }

    inlet.go("/clean-up?tab=deleted").await;
    inlet.see(NAME).await;
    assert_eq!(inlet.violations().await, Vec::<String>::new());
    inlet.close().await;
}
