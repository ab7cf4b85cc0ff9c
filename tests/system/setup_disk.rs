//! The disk under the journal: full in the middle of a set-up, or holding what a newer version wrote. No intent
//! noted, no request sent; nothing that was made is forgotten.

use std::fs;
use std::io::{Seek, SeekFrom, Write};
use std::path::Path;

use aep_emulator::Route;
use app_core::contract::drafts::{DraftRef, SaveDraft};
use app_core::contract::error::{Action, ErrorCode};
use app_core::contract::setup::SetupState;
use inlet_tests::killed::on_a_full_disk;
use inlet_tests::setup::{SetupApp, count, reference, refused};
use serde_json::json;

const CHILD: &str = env!("CARGO_BIN_EXE_setup-child");

#[tokio::test]
async fn a_disk_that_fills_up_stops_the_set_up_and_with_space_again_it_resumes_to_one_of_everything()
 {
    let mut stopped = 0;
    // Each limit lets the journal come a little further.
    for blocks in (80..=400).step_by(40) {
        let test = SetupApp::start().await;
        let (test, said) = test
            .closed_for(async |emulator, folder| {
                let act = ["start", "Pendo events"];
                on_a_full_disk(CHILD, blocks, emulator, folder, act).await
            })
            .await;
        let Some(id) = said.first().and_then(|line| line.strip_prefix("begun ")) else {
            assert_eq!(said, ["refused DiskFull"], "{blocks}");
            assert_eq!(count(&test.sandbox()).await, [0; 7]);
            continue;
        };
        let full = "ended Stopped Some(DiskFull)";
        assert!([full, "ended Done None"].contains(&said[1].as_str()), "{blocks}: {}", said[1]);
        stopped += usize::from(said[1] == full);
        // Done, but with no space to say so, is noted as not finished: the end is found again.
        let mut setup = test.app.get_setup(reference(id)).await.unwrap();
        if setup.state != SetupState::Done {
            assert_eq!(setup.state, SetupState::Stopped, "{blocks}");
            setup = test.resumed(id, false).await;
        }
        assert_eq!(setup.state, SetupState::Done, "{blocks}: {:?}", setup.cause);
        assert_eq!(count(&test.sandbox()).await, [1; 7], "{blocks}");
    }
    assert!(stopped > 0, "no limit stopped a set-up half-way: the limits are wrong");
}

/// Makes the database one of a version that does not exist yet: SQLite keeps the number at byte 60 of the file.
fn make_newer(folder: &Path) {
    let path = folder.join("history.sqlite3");
    let mut file = fs::OpenOptions::new().write(true).open(path).unwrap();
    file.seek(SeekFrom::Start(60)).unwrap();
    file.write_all(&99_u32.to_be_bytes()).unwrap();
}

#[tokio::test]
async fn a_newer_database_is_left_alone_and_nothing_is_made_without_a_journal() {
    let test = SetupApp::start().await;
    let draft = || SaveDraft { form: "setup".to_owned(), values: json!({ "name": "kept" }) };
    test.app.save_draft(draft()).await.unwrap();
    let (test, before) = test
        .closed_for(async |_, folder| {
            make_newer(folder);
            fs::read(folder.join("history.sqlite3")).unwrap()
        })
        .await;
    test.emulator.recording().clear();

    let error = refused(test.app.start_setup(test.form("Pendo events")).await);
    assert_eq!((error.code, error.action), (ErrorCode::NewerData, Action::UpdateApp));
    assert!(error.title.contains("newer version"), "{}", error.title);
    assert_eq!(refused(test.app.save_draft(draft()).await).code, ErrorCode::NewerData);
    assert_eq!(refused(test.app.list_setups().await).code, ErrorCode::NewerData);
    assert!(test.emulator.recording().all().iter().all(|request| request.method == "GET"));
    let folder = test.folder.path().to_owned();
    assert_eq!(fs::read(folder.join("history.sqlite3")).unwrap(), before);
}

#[tokio::test]
async fn a_database_that_is_garbage_is_set_aside_with_a_notice_and_set_ups_work() {
    let test = SetupApp::start().await;
    let (test, ()) = test
        .closed_for(async |_, folder| {
            fs::write(folder.join("history.sqlite3"), "not a database, ".repeat(500)).unwrap();
        })
        .await;
    let notices = test.app.get_app_state().await.unwrap().notices;
    assert_eq!(notices.len(), 1, "{notices:?}");
    assert!(test.app.get_draft(DraftRef { form: "setup".to_owned() }).await.unwrap().is_none());
    assert_eq!(test.set_up(test.form("Pendo events")).await.state, SetupState::Done);
    assert_eq!(test.emulator.recording().count(Route::CreateFlow), 1);
}
