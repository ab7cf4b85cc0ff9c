//! Runs that are kept: one row by run, a later answer wins, bounded, by sandbox.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

use local_history::{History, RunsKept, Scope, StoredRun};
use serde_json::json;

fn scope(sandbox: &str) -> Scope {
    Scope {
        environment: "adobe".to_owned(),
        organization: "ORG@AdobeOrg".to_owned(),
        sandbox: sandbox.to_owned(),
    }
}

fn run(id: &str, started_at: i64, ended: bool, updated_at: i64) -> StoredRun {
    StoredRun {
        run_id: id.to_owned(),
        flow_id: "f".to_owned(),
        started_at,
        ended,
        updated_at,
        content: json!({ "id": id, "updated": updated_at }),
    }
}

fn all(history: &History, sandbox: &str) -> Vec<StoredRun> {
    history.runs(&scope(sandbox), None, i64::MIN, i64::MAX).unwrap()
}

#[test]
fn a_run_that_was_under_way_gets_its_end_and_never_loses_it_again() {
    let history = History::in_memory();
    let dev = scope("dev");
    history.keep_runs(&dev, &[run("r", 10, false, 20)], 0).unwrap();
    history.keep_runs(&dev, &[run("r", 10, true, 30)], 0).unwrap();
    history.keep_runs(&dev, &[run("r", 10, false, 40), run("r", 10, true, 25)], 0).unwrap();
    assert_eq!(all(&history, "dev"), [run("r", 10, true, 30)]);
}

#[test]
fn runs_of_sandboxes_never_meet_even_with_one_id() {
    let history = History::in_memory();
    history.keep_runs(&scope("dev"), &[run("r", 10, true, 20)], 0).unwrap();
    history.keep_runs(&scope("prod"), &[run("r", 11, true, 21)], 0).unwrap();
    assert_eq!(all(&history, "dev"), [run("r", 10, true, 20)]);
    assert_eq!(all(&history, "prod"), [run("r", 11, true, 21)]);
    assert_eq!(history.runs_kept(&scope("qa")).unwrap(), RunsKept::default());
}

#[test]
fn what_is_too_old_goes_and_is_not_taken_in_again() {
    let history = History::in_memory();
    let dev = scope("dev");
    history.keep_runs(&dev, &[run("old", 10, true, 10), run("new", 90, true, 90)], 0).unwrap();
    history.keep_runs(&dev, &[run("older", 5, true, 95)], 50).unwrap();
    assert_eq!(all(&history, "dev"), [run("new", 90, true, 90)]);
    let kept = history.runs_kept(&dev).unwrap();
    assert_eq!(kept, RunsKept { count: 1, oldest: Some(90) });
}

#[test]
fn of_a_sandbox_the_newest_runs_stay() {
    let history = History::in_memory();
    let dev = scope("dev");
    let most = i64::from(local_history::MOST_RUNS);
    let many: Vec<StoredRun> =
        (0..most + 3).map(|number| run(&number.to_string(), number, true, number)).collect();
    history.keep_runs(&dev, &many, 0).unwrap();
    let kept = history.runs_kept(&dev).unwrap();
    assert_eq!(kept, RunsKept { count: u64::from(local_history::MOST_RUNS), oldest: Some(3) });
}

#[test]
fn runs_come_by_window_and_dataflow_newest_first() {
    let history = History::in_memory();
    let dev = scope("dev");
    let other = StoredRun { flow_id: "g".to_owned(), ..run("c", 25, true, 1) };
    let runs = [run("a", 10, true, 1), run("b", 20, true, 1), other, run("d", 30, true, 1)];
    history.keep_runs(&dev, &runs, 0).unwrap();
    let found = history.runs(&dev, Some("f"), 10, 30).unwrap();
    let ids: Vec<&str> = found.iter().map(|run| run.run_id.as_str()).collect();
    assert_eq!(ids, ["b", "a"]);
}
