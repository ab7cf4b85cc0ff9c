//! What the activity keeps, and how it is found again.

use local_history::{ActivityFilter, ActivityRecord, History, Scope};
use serde_json::json;

fn scope(sandbox: &str) -> Scope {
    Scope {
        environment: "adobe".to_owned(),
        organization: "ORG@AdobeOrg".to_owned(),
        sandbox: sandbox.to_owned(),
    }
}

fn row(sentence: &str, done_at: i64) -> ActivityRecord {
    ActivityRecord {
        profile_name: "Acme".to_owned(),
        done_at,
        command: "update_flow".to_owned(),
        kind: "dataflow".to_owned(),
        object_id: "f-1".to_owned(),
        object_name: "Pendo".to_owned(),
        sentence: sentence.to_owned(),
        outcome: "done".to_owned(),
        status: Some(200),
        code: None,
        request_id: Some("req-1".to_owned()),
        operation: "PATCH /flows/{id}".to_owned(),
        took_ms: 12,
        change: Some(json!({ "before": { "name": "Old" } })),
    }
}

fn sentences(history: &History, filter: &ActivityFilter) -> Vec<String> {
    let page = history.activity(&scope("dev"), filter, 0, 50).expect("the rows can be read");
    page.rows.into_iter().map(|row| row.record.sentence).collect()
}

#[test]
fn rows_survive_a_restart_newest_first_and_sandboxes_never_meet() {
    let folder = tempfile::tempdir().unwrap();
    {
        let history = History::open(folder.path()).unwrap();
        history.add_activity(&scope("dev"), &row("one", 1)).unwrap();
        history.add_activity(&scope("dev"), &row("two", 2)).unwrap();
        history.add_activity(&scope("prod"), &row("elsewhere", 3)).unwrap();
    }
    let history = History::open(folder.path()).unwrap();
    assert_eq!(sentences(&history, &ActivityFilter::default()), ["two", "one"]);
    let page = history.activity(&scope("dev"), &ActivityFilter::default(), 1, 1).unwrap();
    assert_eq!((page.matching, page.kept), (2, 2));
    assert_eq!(page.rows[0].record, row("one", 1));
    let other = history.activity(&scope("prod"), &ActivityFilter::default(), 0, 9).unwrap();
    assert_eq!(history.one_activity(&scope("dev"), other.rows[0].id).unwrap(), None);
}

#[test]
fn each_filter_narrows_and_a_percent_sign_means_itself() {
    let history = History::in_memory();
    let mut refused = row("Could not delete “50 % off”", 10);
    refused.outcome = "refused".to_owned();
    refused.object_id = "f-2".to_owned();
    refused.request_id = Some("req-2".to_owned());
    let mut source = row("Created source connection “x”", 20);
    source.kind = "source_connection".to_owned();
    for row in [row("Renamed “Größe”", 1), refused, source] {
        history.add_activity(&scope("dev"), &row).unwrap();
    }
    let found = |filter: ActivityFilter| sentences(&history, &filter).len();
    let text = |text: &str| ActivityFilter { text: Some(text.to_owned()), ..Default::default() };
    assert_eq!(found(text("%")), 1);
    assert_eq!(found(text("RENAMED")), 1);
    assert_eq!(found(text("req-2")), 1);
    assert_eq!(found(text("_")), 0);
    assert_eq!(found(text("  ")), 3);
    assert_eq!(found(ActivityFilter { kinds: vec!["dataflow".into()], ..Default::default() }), 2);
    assert_eq!(found(ActivityFilter { outcomes: vec!["refused".into()], ..Default::default() }), 1);
    assert_eq!(found(ActivityFilter { from: Some(10), until: Some(20), ..Default::default() }), 1);
    assert_eq!(found(ActivityFilter { object_id: Some("f-2".into()), ..Default::default() }), 1);
}

#[test]
fn a_row_is_marked_as_undone_in_its_own_sandbox_alone() {
    let history = History::in_memory();
    let id = history.add_activity(&scope("dev"), &row("one", 1)).unwrap();
    history.mark_undone(&scope("prod"), id, 5).unwrap();
    assert_eq!(history.one_activity(&scope("dev"), id).unwrap().unwrap().undone_at, None);
    history.mark_undone(&scope("dev"), id, 5).unwrap();
    assert_eq!(history.one_activity(&scope("dev"), id).unwrap().unwrap().undone_at, Some(5));
}
