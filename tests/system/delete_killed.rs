//! The app is killed in the middle of a deletion, as by `kill -9` or a power cut; the next start goes on from the
//! journal and deletes what is left, and nothing else.

use std::time::Duration;

use aep_emulator::{Fault, Route};
use app_core::contract::removal::{Deletion, DeletionState, RemovalKind, RemovalState};
use inlet_tests::deletion::{DeletingApp, left, object};
use inlet_tests::killed::Working;
use inlet_tests::setup::pause;

const CHILD: &str = env!("CARGO_BIN_EXE_setup-child");
const FOREVER: Duration = Duration::from_secs(24 * 3600);

/// The objects in the order of their removal, and the call that removes them.
const ORDER: [(RemovalKind, Route); 4] = [
    (RemovalKind::Flow, Route::DeleteFlow),
    (RemovalKind::TargetConnection, Route::DeleteTargetConnection),
    (RemovalKind::SourceConnection, Route::DeleteSourceConnection),
    (RemovalKind::MappingSet, Route::DeleteMappingSet),
];

/// Kills the app while the platform has this removal; `done`: it has carried it out, and nobody read the answer.
async fn killed_at(route: Route, done: bool) -> (DeletingApp, Deletion) {
    let test = DeletingApp::start().await;
    let made = test.dataflow("NPS").await;
    let (test, id) = test
        .closed_for(async |emulator, folder| {
            let faults = emulator.faults();
            let hang = Fault::on(route).delay(FOREVER);
            if done {
                faults.add(Fault::on(route).lose_reply().times(1));
                faults.add(hang.after(1));
            } else {
                faults.add(hang.times(1));
            }
            let act = ["delete", made.flow.as_str()];
            let child = Working::begin(CHILD, emulator, folder, act).await;
            let has_struck = || {
                if done { emulator.recording().count(route) > 0 } else { faults.planned() == 0 }
            };
            while !has_struck() {
                pause().await;
            }
            let id = child.kill();
            faults.clear();
            id
        })
        .await;
    let half = test.get(&id).await;
    (test, half)
}

#[tokio::test]
async fn killed_at_any_object_the_next_start_says_so_and_resumes_to_nothing_left() {
    for done in [false, true] {
        for (at, (kind, route)) in ORDER.into_iter().enumerate() {
            let (test, half) = killed_at(route, done).await;
            assert_eq!(half.state, DeletionState::Stopped, "{kind:?}");
            let problem = half.problem.as_ref().expect("it says why");
            assert!(problem.title.contains("closed"), "{}", problem.title);
            let cut = object(&half, 0, kind);
            assert_eq!(cut.state, RemovalState::Running, "{kind:?}");
            assert!(cut.sentence.contains("May be deleted already"), "{}", cut.sentence);
            let mut remaining = [1; 4];
            remaining[..at + usize::from(done)].fill(0);
            assert_eq!(left(&test.sandbox()).await, remaining, "{kind:?}");
            assert_eq!(test.app.list_deletions().await.unwrap().len(), 1);

            let whole = test.resumed(&half.deletion_id).await;
            assert_eq!(whole.state, DeletionState::Done, "{kind:?}: {whole:?}");
            assert_eq!(object(&whole, 0, kind).state, RemovalState::Removed, "{kind:?}");
            assert_eq!(left(&test.sandbox()).await, [0; 4], "{kind:?}");
            assert_eq!(test.app.list_deleted().await.unwrap().len(), 1, "it is kept all the same");
        }
    }
}
