//! The ten seconds in which a deletion can be undone: nothing is sent, whatever happens in them.

use std::time::Duration;

use app_core::contract::error::ErrorCode;
use app_core::contract::removal::{DeletionChoice, DeletionState};
use inlet_tests::deletion::{DeletingApp, left, reference, start};
use inlet_tests::setup::refused;

const SECOND: Duration = Duration::from_secs(1);

fn deletes(test: &DeletingApp) -> usize {
    test.emulator.recording().all().iter().filter(|asked| asked.method == "DELETE").count()
}

#[tokio::test]
async fn undone_in_time_nothing_is_sent() {
    let test = DeletingApp::start().await;
    let made = test.dataflow("NPS").await;
    let begun = test.begin(&[made.flow.as_str()]).await;
    assert_eq!((begun.state, begun.undo_left_ms), (DeletionState::Waiting, Some(10_000)));
    assert_eq!(begun.choices, [DeletionChoice::Undo]);

    test.timer.pass(SECOND * 9);
    assert_eq!(test.get(&begun.deletion_id).await.undo_left_ms, Some(1_000));
    let undone = test.app.undo_deletion(reference(&begun.deletion_id)).await.unwrap();
    assert_eq!(undone.state, DeletionState::Undone);
    test.timer.pass(SECOND * 60);
    assert_eq!(deletes(&test), 0);
    assert_eq!(left(&test.sandbox()).await, [1, 1, 1, 1]);
    assert!(test.app.list_deletions().await.unwrap().is_empty());
}

#[tokio::test]
async fn after_ten_seconds_it_is_deleted_and_cannot_be_undone() {
    let test = DeletingApp::start().await;
    let made = test.dataflow("NPS").await;
    let begun = test.begin(&[made.flow.as_str()]).await;
    let done = test.finished(&begun.deletion_id).await;
    assert_eq!(done.state, DeletionState::Done, "{done:?}");
    let late = refused(test.app.undo_deletion(reference(&begun.deletion_id)).await);
    assert_eq!(late.code, ErrorCode::Conflict);
    assert_eq!(left(&test.sandbox()).await, [0, 0, 0, 0]);

    assert_eq!(test.app.list_deletions().await.unwrap().len(), 1, "it says that it is done");
    test.app.close_deletion(reference(&begun.deletion_id)).await.unwrap();
    assert!(test.app.list_deletions().await.unwrap().is_empty());
}

#[tokio::test]
async fn quitting_within_the_ten_seconds_deletes_nothing_and_the_next_start_says_so() {
    let test = DeletingApp::start().await;
    let made = test.dataflow("NPS").await;
    let begun = test.begin(&[made.flow.as_str()]).await;
    assert!(test.app.work_under_way().is_none(), "it is no reason to ask before closing");
    assert!(test.app.stop_setups(SECOND).await);
    test.timer.pass(SECOND * 60);

    let test = test.restarted().await;
    assert_eq!(test.get(&begun.deletion_id).await.state, DeletionState::Lapsed);
    assert_eq!(deletes(&test), 0);
    assert_eq!(left(&test.sandbox()).await, [1, 1, 1, 1]);
    let frame = test.app.get_app_state().await.unwrap();
    let notice = frame.notices.iter().find(|notice| notice.id.starts_with("deletion-lapsed:"));
    let notice = notice.expect("the start says so");
    assert_eq!(notice.title, "“NPS” was not deleted");
    assert!(test.app.list_deletions().await.unwrap().is_empty());

    let read = app_core::contract::app_state::DismissNotice { id: notice.id.clone() };
    test.app.dismiss_notice(read).await.unwrap();
    assert!(test.app.get_app_state().await.unwrap().notices.is_empty());
}

#[tokio::test]
async fn a_plan_is_started_once_and_leaving_the_sandbox_has_to_wait() {
    let test = DeletingApp::start().await;
    let made = test.dataflow("NPS").await;
    let plan = test.plan(&[made.flow.as_str()]).await;
    test.app.start_deletion(start(&plan)).await.unwrap();
    let again = refused(test.app.start_deletion(start(&plan)).await);
    assert_eq!(again.code, ErrorCode::Conflict);

    let to = app_core::contract::profiles::SelectSandbox { sandbox: "prod".to_owned() };
    let refusal = refused(test.app.select_sandbox(to).await);
    assert_eq!(refusal.code, ErrorCode::SetupUnderWay);
    assert!(refusal.title.contains("NPS"), "{}", refusal.title);
}

#[tokio::test]
async fn two_deletions_wait_side_by_side_and_each_can_be_undone() {
    let test = DeletingApp::start().await;
    let (one, two) = (test.dataflow("One").await, test.dataflow("Two").await);
    let first = test.begin(&[one.flow.as_str()]).await;
    let second = test.begin(&[two.flow.as_str()]).await;
    test.app.undo_deletion(reference(&first.deletion_id)).await.unwrap();
    let done = test.finished(&second.deletion_id).await;
    assert_eq!(done.state, DeletionState::Done);
    assert_eq!(left(&test.sandbox()).await, [1, 1, 1, 1]);
}
