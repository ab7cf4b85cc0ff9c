//! The settings file of the shell: kept over a restart, and set aside when it cannot be read.

use std::fs;

use window_tests::desk::until;
use window_tests::{Desk, Inlet, Keychain, Start};

#[tokio::test]
async fn a_settings_file_of_garbage_is_set_aside_and_said_so() {
    let desk = Desk::start(Keychain::Unlocked);
    fs::write(desk.data_folder().join("settings.json"), "{ half a fi").unwrap();

    let inlet = Inlet::start(&desk, Start::default()).await;
    inlet.see("Settings and saved sign-ins could not be read").await;
    inlet.close().await;

    let kept = fs::read_dir(desk.data_folder()).unwrap().flatten().any(|entry| {
        entry.file_name().to_string_lossy().contains("unreadable")
            && fs::read_to_string(entry.path()).unwrap() == "{ half a fi"
    });
    assert!(kept, "the file is there under another name, as it was");
}

#[tokio::test]
async fn a_theme_is_kept_over_a_restart_and_over_a_broken_file() {
    let desk = Desk::start(Keychain::Unlocked);
    let settings = desk.data_folder().join("settings.json");
    let inlet = Inlet::start(&desk, Start::default()).await;
    inlet.go("/settings").await;
    inlet.choose("Light").await;
    until("the light theme is on disk", || {
        fs::read_to_string(&settings).is_ok_and(|text| text.contains("\"light\""))
    });
    inlet.choose("Dark").await;
    until("the dark theme is on disk", || {
        fs::read_to_string(&settings).is_ok_and(|text| text.contains("\"dark\""))
    });
    inlet.close().await;
    let kept = fs::read_to_string(&settings).unwrap();

    // What a computer leaves behind that lost its power in the middle of the next change.
    fs::copy(&settings, settings.with_extension("previous.json")).unwrap();
    fs::write(&settings, "").unwrap();
    let inlet = Inlet::start(&desk, Start::default()).await;
    inlet.see("Settings and saved sign-ins could not be read").await;
    inlet.close().await;
    assert_eq!(fs::read_to_string(&settings).unwrap(), kept);
}
