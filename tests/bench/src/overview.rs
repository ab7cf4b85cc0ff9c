//! The overview of a sandbox with 10,000 dataflows: how long until it is whole, without a window. The reading goes
//! on in the background and is asked for as the window asks, so that what is measured is what a person waits for.

use std::time::{Duration, Instant};

use app_core::contract::overview::{GetOverview, Overview, OverviewWindow};
use tokio::runtime::Runtime;

use crate::platform::Platform;
use crate::signed_in::SignedIn;

const FLOWS: &str = "10000";
const RUNS_PER_FLOW: &str = "3";

/// How often the window asks while a reading goes on.
const TICK: Duration = Duration::from_millis(50);

/// What one reading came to.
struct Reading {
    took: Duration,
    overview: Overview,
}

/// Measures and prints.
pub(crate) fn measure() {
    let runtime = Runtime::new().expect("threads can be started");
    println!("\nThe overview of {FLOWS} dataflows with {RUNS_PER_FLOW} runs each\n");
    println!("| | whole after | dataflows judged |\n|---|---:|---:|");
    for latency_ms in [0, 20] {
        let latency = latency_ms.to_string();
        let options = ["--flows", FLOWS, "--runs-per-flow", RUNS_PER_FLOW];
        let platform = Platform::start(&[&options[..], &["--latency-ms", &latency]].concat());
        for (window, name) in [(OverviewWindow::Day, "24 h"), (OverviewWindow::Month, "30 d")] {
            let Reading { took, overview } = runtime.block_on(read(&platform, window));
            let (took, judged) = (took.as_millis(), overview.judged);
            println!("| {name}, latency of {latency_ms} ms | {took} ms | {judged} of {FLOWS} |");
        }
    }
}

/// From nothing known to everything read.
async fn read(platform: &Platform, window: OverviewWindow) -> Reading {
    let signed_in = SignedIn::to(platform).await;
    let began = Instant::now();
    loop {
        let asked = GetOverview { window, refresh: false };
        let overview = signed_in.app.get_overview(asked).await.expect("somebody is signed in");
        if overview.complete {
            assert_eq!(overview.problem, None, "the emulator lists");
            return Reading { took: began.elapsed(), overview };
        }
        tokio::time::sleep(TICK).await;
    }
}
