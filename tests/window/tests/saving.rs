//! Saving a file through the system's own dialog: what is written, where, and nothing when one thinks better of it.

use std::fs;

use window_tests::windows::{keys, text, visible, window};
use window_tests::{Desk, Inlet, Keychain, Start, desk};

/// The title that GTK gives the dialog.
const DIALOG: &str = "^Save";

#[tokio::test]
async fn what_is_saved_lies_where_the_person_said_and_nothing_is_written_when_they_cancel() {
    let desk = Desk::start(Keychain::Unlocked);
    let inlet = Inlet::start(&desk, Start::default()).await;
    inlet.press("Try practice mode").await;
    inlet.see_screen("Dataflows").await;
    inlet.go("/overview").await;
    inlet.see_screen("Overview").await;

    inlet.press("Save as CSV").await;
    let dialog = window(&desk, DIALOG);
    keys(&desk, dialog, &["Escape"]);
    desk::until("the dialog is gone", || visible(&desk, DIALOG).is_empty());
    assert_eq!(saved(&desk), Vec::<String>::new());

    inlet.press("Save as CSV").await;
    let dialog = window(&desk, DIALOG);
    let path = desk.folder().join("kept-runs.csv");
    // The name that is proposed is selected: what is typed takes its place.
    text(&desk, dialog, &path.display().to_string());
    keys(&desk, dialog, &["Return"]);
    desk::until("the file is there", || fs::metadata(&path).is_ok_and(|file| file.len() > 0));
    desk::until("the dialog is gone", || visible(&desk, DIALOG).is_empty());
    let table = fs::read_to_string(&path).unwrap();
    assert!(table.lines().next().unwrap().contains("started (UTC)"), "{table:.200}");
    assert!(table.lines().count() > 1, "practice mode has runs from the start");
    assert_eq!(saved(&desk), ["kept-runs.csv"]);

    assert_eq!(inlet.violations().await, Vec::<String>::new());
    inlet.close().await;
}

/// Tables anywhere in the folder of the desktop.
fn saved(desk: &Desk) -> Vec<String> {
    let files = fs::read_dir(desk.folder()).expect("the folder can be read");
    let names = files.filter_map(|file| file.ok()?.file_name().into_string().ok());
    names.filter(|name| name.ends_with(".csv")).collect()
}
