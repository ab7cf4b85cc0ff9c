//! What was kept is there again after a restart, and nowhere else.

use local_history::{
    DeletionRecord, DeletionRowRecord, History, KeptMaking, MadeObject, SavedDraft, Scope,
    SentTestEvent, SetupRecord, StepRecord,
};
use serde_json::json;

fn scope(sandbox: &str) -> Scope {
    Scope {
        environment: "adobe".to_owned(),
        organization: "ORG@AdobeOrg".to_owned(),
        sandbox: sandbox.to_owned(),
    }
}

fn setup(id: &str) -> SetupRecord {
    let step = |kind: &str, object| StepRecord {
        kind: kind.to_owned(),
        state: "done".to_owned(),
        intent: Some(json!({ "title": "Pendo events" })),
        intent_at: Some(7),
        object,
        took_ms: Some(40),
    };
    let made = MadeObject {
        id: "https://ns.adobe.com/acme/schemas/1".to_owned(),
        name: "Pendo events".to_owned(),
        facts: json!({ "altId": "_acme.schemas.1" }),
    };
    SetupRecord {
        id: id.to_owned(),
        scope: scope("dev"),
        profile_name: "Acme".to_owned(),
        name: "Pendo events 🎉".to_owned(),
        form: json!({ "name": "Pendo events 🎉" }),
        state: "running".to_owned(),
        cause: None,
        undo_problem: None,
        started_at: 5,
        settles_at: None,
        ended_at: None,
        steps: vec![step("schema", Some(made)), step("dataset", None)],
    }
}

#[test]
fn a_setup_is_there_again_after_a_restart_with_its_latest_state() {
    let folder = tempfile::tempdir().unwrap();
    let mut record = setup("a");
    {
        let history = History::open(folder.path()).unwrap();
        history.save_setup(&record).unwrap();
        record.state = "stopped".to_owned();
        record.cause = Some(json!({ "code": "offline" }));
        record.steps[1].state = "failed".to_owned();
        history.save_setup(&record).unwrap();
    }
    let history = History::open(folder.path()).unwrap();
    assert_eq!(history.setup("a").unwrap(), Some(record.clone()));
    assert_eq!(history.setups().unwrap().read, vec![record]);
    assert_eq!(history.setup("b").unwrap(), None);
}

#[test]
fn a_row_that_cannot_be_read_is_counted_and_hides_no_other() {
    let folder = tempfile::tempdir().unwrap();
    let history = History::open(folder.path()).unwrap();
    history.save_setup(&setup("a")).unwrap();
    history.save_setup(&setup("b")).unwrap();
    drop(history);
    let file = rusqlite::Connection::open(folder.path().join("history.sqlite3")).unwrap();
    file.execute("UPDATE setups SET form = '{' WHERE id = 'a'", []).unwrap();
    drop(file);

    let setups = History::open(folder.path()).unwrap().setups().unwrap();
    assert_eq!((setups.read, setups.unreadable), (vec![setup("b")], 1));
}

#[test]
fn a_draft_is_replaced_kept_apart_per_sandbox_and_can_be_forgotten() {
    let history = History::in_memory();
    let draft = |name: &str| SavedDraft { values: json!({ "name": name }), saved_at: 1 };
    history.put_draft(&scope("dev"), "setup", &draft("one")).unwrap();
    history.put_draft(&scope("dev"), "setup", &draft("two")).unwrap();
    history.put_draft(&scope("prod"), "setup", &draft("three")).unwrap();
    assert_eq!(history.draft(&scope("dev"), "setup").unwrap(), Some(draft("two")));
    assert_eq!(history.draft(&scope("dev"), "other").unwrap(), None);
    let practice = Scope { environment: "practice".to_owned(), ..scope("dev") };
    assert_eq!(history.draft(&practice, "setup").unwrap(), None);

    history.delete_draft(&scope("dev"), "setup").unwrap();
    assert_eq!(history.draft(&scope("dev"), "setup").unwrap(), None);
    assert_eq!(history.draft(&scope("prod"), "setup").unwrap(), Some(draft("three")));
}

#[test]
fn test_events_come_newest_first_and_the_oldest_go() {
    let history = History::in_memory();
    let event = |number: i64| SentTestEvent {
        id: format!("event-{number}"),
        flow_id: "flow".to_owned(),
        sent_at: number,
        content: json!({ "label": "Guide displayed" }),
    };
    for number in 0..60 {
        history.put_test_event(&scope("dev"), &event(number)).unwrap();
    }
    let kept = history.test_events(&scope("dev"), "flow").unwrap();
    assert_eq!(kept.len(), 50);
    assert_eq!(kept[0], event(59));
    assert_eq!(kept[49], event(10));
    assert!(history.test_events(&scope("prod"), "flow").unwrap().is_empty());
    assert!(history.test_events(&scope("dev"), "another").unwrap().is_empty());
}

fn deletion(id: &str) -> DeletionRecord {
    let row = |name: &str| DeletionRowRecord {
        content: json!({ "name": name }),
        snapshot: Some(json!({ "name": name })),
        removed_at: None,
    };
    DeletionRecord {
        id: id.to_owned(),
        scope: scope("dev"),
        profile_name: "Acme".to_owned(),
        kind: "dataflows".to_owned(),
        state: "running".to_owned(),
        problem: None,
        started_at: 5,
        ended_at: None,
        rows: vec![row("one"), row("two")],
    }
}

#[test]
fn a_deletion_is_there_again_after_a_restart_row_by_row_until_it_is_closed() {
    let folder = tempfile::tempdir().unwrap();
    let mut record = deletion("a");
    {
        let history = History::open(folder.path()).unwrap();
        history.save_deletion(&record).unwrap();
        record.rows[1].removed_at = Some(9);
        record.rows[1].content = json!({ "name": "two", "state": "done" });
        history.save_deletion_row("a", 1, &record.rows[1]).unwrap();
    }
    let history = History::open(folder.path()).unwrap();
    assert_eq!(history.deletion("a").unwrap(), Some(record.clone()));
    assert_eq!(history.open_deletions().unwrap().read, vec![record]);
    history.close_deletion("a").unwrap();
    assert!(history.open_deletions().unwrap().read.is_empty());
}

#[test]
fn what_was_deleted_comes_latest_first_and_from_its_own_sandbox_only() {
    let history = History::in_memory();
    let mut record = deletion("a");
    record.rows[0].removed_at = Some(9);
    history.save_deletion(&record).unwrap();
    let mut later = deletion("b");
    later.rows[1].removed_at = Some(11);
    history.save_deletion(&later).unwrap();
    history.save_deletion(&DeletionRecord { scope: scope("prod"), ..deletion("c") }).unwrap();

    let deleted = history.deleted(&scope("dev")).unwrap();
    let told: Vec<_> = deleted.iter().map(|row| (row.deletion_id.as_str(), row.position)).collect();
    assert_eq!(told, [("b", 1), ("a", 0)]);
    assert_eq!(deleted[0].snapshot, json!({ "name": "two" }));
    assert!(history.deleted(&scope("prod")).unwrap().is_empty());
}

#[test]
fn a_schema_in_the_making_is_there_again_until_it_is_over_and_only_in_its_sandbox() {
    let folder = tempfile::tempdir().unwrap();
    let making = KeptMaking {
        id: "m".to_owned(),
        scope: scope("dev"),
        started_at: 5,
        over: false,
        content: json!({ "form": { "title": "Pendo 🎉" } }),
    };
    History::open(folder.path()).unwrap().save_making(&making).unwrap();
    let history = History::open(folder.path()).unwrap();
    assert_eq!(history.unfinished_makings(&scope("dev")).unwrap().first(), Some(&making.content));
    assert_eq!(history.making(&scope("dev"), "m").unwrap(), Some(making.content.clone()));
    assert!(history.unfinished_makings(&scope("prod")).unwrap().is_empty());
    assert_eq!(history.making(&scope("prod"), "m").unwrap(), None);
    history.save_making(&KeptMaking { over: true, ..making }).unwrap();
    assert!(history.unfinished_makings(&scope("dev")).unwrap().is_empty());
}
