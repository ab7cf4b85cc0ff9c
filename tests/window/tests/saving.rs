//! Saving a file through the system's own dialog: nothing when one thinks better of it, and else the whole file, where
//! the dialog said.

use std::fs;
use std::path::Path;

use window_tests::windows::{keys, visible, window};
use window_tests::{Desk, Inlet, Keychain, Start, desk};

/// The title that GTK gives the dialog.
const DIALOG: &str = "^Save";

#[tokio::test]
async fn a_table_lies_in_the_usual_folder_under_the_name_that_is_proposed_and_nothing_is_written_when_they_cancel()
 {
    let desk = Desk::start(Keychain::Unlocked);
    let inlet = Inlet::start(&desk, Start::default()).await;
    let home = desk.folder().join("home");
    inlet.press("Try practice mode").await;
    inlet.see_screen("Dataflows").await;
    inlet.go("/overview").await;
    inlet.see_screen("Overview").await;

    inlet.press("Save as CSV").await;
    answer(&desk, "Escape");
    assert_eq!(tables(&home), Vec::<String>::new());

    inlet.press("Save as CSV").await;
    answer(&desk, "Return");
    desk::until("the file is there", || tables(&home).len() == 1);
    let table = fs::read_to_string(home.join(&tables(&home)[0])).unwrap();
    assert!(table.lines().next().unwrap().contains("started (UTC)"), "{table:.200}");
    assert!(table.lines().count() > 1, "practice mode has runs from the start");

    assert_eq!(inlet.violations().await, Vec::<String>::new());
    inlet.close().await;
}

/// Waits for the dialog, presses a key in it, and waits until it is gone.
fn answer(desk: &Desk, key: &str) {
    let dialog = window(desk, DIALOG);
    keys(desk, dialog, &[key]);
    desk::until("the dialog is gone", || visible(desk, DIALOG).is_empty());
}

/// Tables in a folder.
fn tables(folder: &Path) -> Vec<String> {
    let files = fs::read_dir(folder).expect("the folder is there");
    let names = files.map(|file| file.expect("it can be listed").file_name());
    let names = names.map(|name| name.to_string_lossy().into_owned());
    names.filter(|name| name.ends_with(".csv")).collect()
}
