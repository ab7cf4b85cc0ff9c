//! A disk that fills up under the history of runs: monitoring goes on, says that runs are not being kept, and loses
//! nothing of what was kept before.

use aep_emulator::{Emulator, Sandbox, Seed};
use app_core::contract::files::FileFormat;
use app_core::contract::flow_runs::{FlowRuns, GetFlowRuns, RunWindow};
use app_core::contract::flows::ListFlows;
use app_core::contract::run_history::ExportRuns;
use inlet_tests::deletion::DeletingApp;
use inlet_tests::killed::on_a_full_disk;
use inlet_tests::setup::{SANDBOX, pause};
use serde_json::Value;

const CHILD: &str = env!("CARGO_BIN_EXE_setup-child");

/// Room for the tables and some pages of runs, and for no more: 600 KB.
const BLOCKS: u32 = 1_200;

async fn runs_of(test: &DeletingApp, flow_id: &str, window: RunWindow) -> FlowRuns {
    let args = GetFlowRuns { flow_id: flow_id.to_owned(), window, utc_offset_minutes: 0 };
    test.app.get_flow_runs(args).await.unwrap()
}

/// Ids of the runs that are kept, once there are so many.
async fn kept(test: &DeletingApp, at_least: usize) -> Vec<Value> {
    loop {
        let (since, until) = (0, i64::MAX / 2);
        let args = ExportRuns { flow_id: None, since, until, format: FileFormat::Json };
        let text = test.app.export_runs(args).await.unwrap().text;
        let rows: Vec<Value> = serde_json::from_str(&text).unwrap();
        if rows.len() >= at_least {
            return rows.iter().map(|row| row["run"]["id"].clone()).collect();
        }
        pause().await;
    }
}

#[tokio::test]
async fn on_a_full_disk_monitoring_goes_on_and_says_that_runs_are_not_kept() {
    let emulator = Emulator::builder()
        .sandboxes([Sandbox::development(SANDBOX, "Development")])
        .seed(Seed::flows(1, 4_000));
    let test = DeletingApp::on(emulator, SANDBOX).await;
    let list = ListFlows { refresh: true, everything: false, cursor: None };
    let flow = test.app.list_flows(list).await.unwrap().rows.remove(0).id;
    let week = runs_of(&test, &flow, RunWindow::Week).await;
    let before = kept(&test, week.read as usize).await;

    let act = ["watch", flow.as_str()];
    let (test, said) = test
        .closed_for(async |emulator, folder| {
            on_a_full_disk(CHILD, BLOCKS, emulator, folder, act).await
        })
        .await;
    let all = runs_of(&test, &flow, RunWindow::Custom { from: 0, to: i64::MAX / 2 }).await;
    assert_eq!(said[0], format!("watched {} DiskFull", all.read));
    let two_days = said[1].strip_prefix("runs of two days ").unwrap();
    assert!(two_days.parse::<usize>().unwrap() > 40, "{two_days}");
    assert_eq!(said[2], "overview 1 Some(DiskFull)");

    // There is space again: nothing that was kept before is lost, and the rest is kept as it is read.
    assert_eq!(all.history_problem, None);
    let after = kept(&test, all.read as usize).await;
    assert_eq!(after.len(), all.read as usize);
    assert!(before.iter().all(|run| after.contains(run)), "a run was lost");
}
