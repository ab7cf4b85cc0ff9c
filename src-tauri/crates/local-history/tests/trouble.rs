//! Files that are damaged, newer, held by another copy of the app, and disks that are full.

use std::fs;
use std::path::Path;

use local_history::{Error, History, SavedDraft, Scope};
use serde_json::json;

const FILE: &str = "history.sqlite3";

fn scope() -> Scope {
    Scope {
        environment: "adobe".to_owned(),
        organization: "ORG@AdobeOrg".to_owned(),
        sandbox: "dev".to_owned(),
    }
}

fn draft(text: &str) -> SavedDraft {
    SavedDraft { values: json!(text), saved_at: 1 }
}

fn put(folder: &Path, text: &str) {
    let history = History::open(folder).expect("the folder is fit");
    history.put_draft(&scope(), "setup", &draft(text)).expect("the disk is not full");
}

#[test]
fn a_file_that_is_not_a_database_is_set_aside_whole_and_a_new_one_begun() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join(FILE), "{ this is not a database ".repeat(99)).unwrap();

    let history = History::open(folder.path()).unwrap();
    let aside = history.set_aside().expect("it says where the old file is").to_owned();
    assert_eq!(fs::read_to_string(aside).unwrap(), "{ this is not a database ".repeat(99));
    history.put_draft(&scope(), "setup", &draft("new")).unwrap();
    drop(history);

    let again = History::open(folder.path()).unwrap();
    assert_eq!(again.set_aside(), None);
    assert_eq!(again.draft(&scope(), "setup").unwrap(), Some(draft("new")));
}

#[test]
fn a_database_cut_in_half_is_set_aside() {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), &"long ".repeat(20_000));
    let file = folder.path().join(FILE);
    let whole = fs::read(&file).unwrap();
    fs::write(&file, &whole[..whole.len() / 2]).unwrap();

    let history = History::open(folder.path()).unwrap();
    assert!(history.set_aside().is_some());
    assert_eq!(history.draft(&scope(), "setup").unwrap(), None);
}

#[test]
fn a_database_of_a_newer_version_is_refused_and_stays_byte_for_byte_the_same() {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "kept");
    let file = folder.path().join(FILE);
    let newer = rusqlite::Connection::open(&file).unwrap();
    newer.pragma_update(None, "user_version", 99).unwrap();
    drop(newer);
    let before = fs::read(&file).unwrap();

    let refused = History::open(folder.path()).unwrap_err();
    assert!(matches!(refused, Error::Newer { found: 99, .. }), "{refused}");
    assert_eq!(fs::read(&file).unwrap(), before);
}

#[test]
fn a_store_that_could_not_be_opened_gives_everyone_the_same_answer() {
    let error = Error::Newer { found: 9, known: 1 };
    let history = History::refusing(error.clone());
    assert_eq!(history.put_draft(&scope(), "setup", &draft("x")).unwrap_err(), error);
    assert_eq!(history.setups().unwrap_err(), error);
    assert_eq!(history.check_writable().unwrap_err(), error);
}

#[test]
fn a_second_copy_reads_but_may_write_only_once_the_first_has_ended() {
    let folder = tempfile::tempdir().unwrap();
    let first = History::open(folder.path()).unwrap();
    first.put_draft(&scope(), "setup", &draft("first")).unwrap();

    let second = History::open(folder.path()).unwrap();
    assert_eq!(second.draft(&scope(), "setup").unwrap(), Some(draft("first")));
    assert_eq!(second.check_writable().unwrap_err(), Error::InUse);
    assert_eq!(second.put_draft(&scope(), "setup", &draft("second")).unwrap_err(), Error::InUse);
    assert_eq!(first.draft(&scope(), "setup").unwrap(), Some(draft("first")));

    drop(first);
    second.put_draft(&scope(), "setup", &draft("second")).unwrap();
    assert_eq!(second.draft(&scope(), "setup").unwrap(), Some(draft("second")));
}

#[test]
fn a_folder_that_cannot_be_made_is_told_as_not_writable() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a file");
    fs::write(&file, "").unwrap();
    let refused = History::open(&file.join("data")).unwrap_err();
    assert!(matches!(refused, Error::NotWritable(_)), "{refused:?}");
}
