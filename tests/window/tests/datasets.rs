//! The life of a dataset and of a target connection into it, through their forms, in a sandbox with nothing in it.

use serde_json::json;
use window_tests::emulator::Emulator;
use window_tests::forms::{change_words, delete, make_dataset, make_schema, open_list};
use window_tests::platform::Witness;
use window_tests::sign_in::signed_in;
use window_tests::{Desk, Keychain};

const DATASETS: &str = "catalog/dataSets";
const TARGETS: &str = "flowservice/targetConnections";

#[tokio::test]
async fn a_dataset_leads_to_the_schema_that_it_lacks_and_is_made_changed_and_deleted() {
    let platform = Emulator::start(&[]);
    let witness = Witness::of(&platform);
    let desk = Desk::start(Keychain::Unlocked);
    let inlet = signed_in(&desk, &platform).await;
    open_list(&inlet, "Datasets").await;
    inlet.see("No datasets yet").await;
    inlet.press("New dataset").await;
    inlet.see("There is no schema of events here yet").await;
    inlet.press("New schema").await;
    inlet.see_screen("New schema").await;

    make_schema(&inlet, "Pendo answers").await;
    make_dataset(&inlet, "Pendo answers").await;
    assert!(witness.named(DATASETS, "Pendo answers").is_some());

    inlet.press("Edit").await;
    inlet.press("Add tag").await;
    inlet.fill("Name of tag 1", "team").await;
    inlet.fill("Values of tag 1", "research, product").await;
    inlet.fill("Name of the dataset", "Answers").await;
    inlet.press("Save dataset").await;
    inlet.see("team: research, product").await;
    let changed = witness.named(DATASETS, "Answers").expect("the platform has the new name");
    assert_eq!(changed["tags"]["team"], json!(["research", "product"]));

    delete(&inlet, "dataset", "Answers").await;
    inlet.see("No datasets yet").await;
    assert!(witness.all(DATASETS).is_empty());
    assert_eq!(inlet.violations().await, Vec::<String>::new());
    inlet.close().await;
}

#[tokio::test]
async fn a_target_connection_is_made_into_a_dataset_changed_and_deleted() {
    let platform = Emulator::start(&[]);
    let witness = Witness::of(&platform);
    let desk = Desk::start(Keychain::Unlocked);
    let inlet = signed_in(&desk, &platform).await;
    make_schema(&inlet, "Pendo answers").await;
    make_dataset(&inlet, "Pendo answers").await;

    open_list(&inlet, "Target connections").await;
    inlet.see("No target connections yet").await;
    inlet.press("New target connection").await;
    inlet.find_and_pick("Dataset", "Pendo answers").await;
    inlet.press("Create target connection").await;
    inlet.see_screen("Pendo answers (target)").await;
    let made = witness.named(TARGETS, "Pendo answers (target)").expect("the platform has it");
    let dataset = witness.named(DATASETS, "Pendo answers").expect("and its dataset");
    let schema = &made["data"]["schema"]["id"];
    assert_eq!(dataset["schemaRef"]["id"], *schema, "it has the schema of its dataset");

    change_words(&inlet, "target connection", "Into answers", "Where answers go").await;
    let changed = witness.named(TARGETS, "Into answers").expect("the platform has the new name");
    assert_eq!(changed["description"], "Where answers go");
    delete(&inlet, "target connection", "Into answers").await;
    assert!(witness.all(TARGETS).is_empty());
    assert_eq!(inlet.violations().await, Vec::<String>::new());
    inlet.close().await;
}
