//! An app in a process of its own, for tests that kill it or fill its disk: signs in, starts or undoes a set-up,
//! deletes a dataflow, says when it has begun and how it ended; or looks at the runs of a dataflow until it says that
//! they are not being kept. `setup-child FOLDER start NAME`, `setup-child FOLDER undo ID`,
//! `setup-child FOLDER delete FLOW` or `setup-child FOLDER watch FLOW`; the platform's address and the credential come
//! through the environment.

use std::path::PathBuf;
use std::sync::Arc;

use app_core::App;
use app_core::contract::flow_runs::{GetFlowRuns, RunWindow};
use app_core::contract::flows::FlowRef;
use app_core::contract::overview::{GetOverview, OverviewWindow};
use app_core::contract::removal::PlanDelete;
use inlet_tests::deletion::{is_at_rest, reference as reference_of, start};
use inlet_tests::setup::{Access, Hasty, SANDBOX, ended, form, open, pause, reference, sign_in};

fn variable(name: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| panic!("{name} is not set"))
}

#[tokio::main]
async fn main() {
    let mut args = std::env::args().skip(1);
    let mut next = || args.next().expect("FOLDER start NAME | FOLDER undo ID");
    let (folder, action, what) = (PathBuf::from(next()), next(), next());
    let access = Access {
        base_url: variable("PLATFORM"),
        organization: variable("ORGANIZATION"),
        client_id: variable("CLIENT_ID"),
        client_secret: variable("CLIENT_SECRET"),
    };
    let app = open(&folder, Arc::new(Hasty::alone()));
    sign_in(&app, &access, SANDBOX).await;
    match action.as_str() {
        "delete" => return delete(&app, what).await,
        "watch" => return watch(&app, what).await,
        _ => {}
    }
    let begun = match action.as_str() {
        "start" => app.start_setup(form(&variable("TENANT").into(), &what)).await,
        "undo" => app.undo_setup(reference(&what)).await,
        other => panic!("there is no action {other}"),
    };
    let begun = match begun {
        Ok(begun) => begun,
        Err(error) => return println!("refused {:?}", error.code),
    };
    println!("begun {}", begun.setup_id);
    let setup = ended(&app, &begun.setup_id).await;
    println!("ended {:?} {:?}", setup.state, setup.cause.map(|cause| cause.code));
}

/// Looks at the runs of a dataflow until the app says that it cannot keep them; then whether all else can be seen.
async fn watch(app: &App, flow_id: String) {
    const MOST_LOOKS: usize = 1_000;
    let args = || GetFlowRuns {
        flow_id: flow_id.clone(),
        window: RunWindow::Custom { from: 0, to: i64::MAX / 2 },
        utc_offset_minutes: 0,
    };
    for _ in 0..MOST_LOOKS {
        let runs = app.get_flow_runs(args()).await.expect("runs can be read");
        if let Some(problem) = runs.history_problem {
            println!("watched {} {:?}", runs.read, problem.code);
            break;
        }
        pause().await;
    }
    let flow = app.get_flow(FlowRef { flow_id: flow_id.clone() }).await.expect("it is there");
    println!("runs of two days {}", flow.runs.len());
    let asked = GetOverview { window: OverviewWindow::Day, refresh: false };
    loop {
        let overview = app.get_overview(asked).await.expect("it can be looked at");
        if overview.complete {
            let told = overview.history_problem.map(|problem| problem.code);
            return println!("overview {} {told:?}", overview.judged);
        }
        pause().await;
    }
}

/// Deletes a dataflow with everything that only it uses.
async fn delete(app: &App, flow_id: String) {
    let plan = app.plan_delete(PlanDelete { flow_ids: vec![flow_id] }).await.expect("it is there");
    let begun = app.start_deletion(start(&plan)).await.expect("it can be started");
    println!("begun {}", begun.deletion_id);
    loop {
        let deletion =
            app.get_deletion(reference_of(&begun.deletion_id)).await.expect("it is known");
        if is_at_rest(&deletion) {
            return println!("ended {:?}", deletion.state);
        }
        pause().await;
    }
}
