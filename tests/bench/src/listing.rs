//! Listing 10,000 dataflows through the client, beside a bare download of the same pages: a socket, the same
//! requests, nothing read but where the next page is. The two take turns, and the platform is another process.

mod bare;

use std::time::Instant;

use aep_client::{Client, ListQuery};
use tokio::runtime::Runtime;

use self::bare::Bare;
use crate::platform::Platform;
use crate::table::{self, Row, median};

const FLOWS: usize = 10_000;
/// What the app asks for per page.
const PER_PAGE: u32 = 200;
const ROUNDS: usize = 9;

/// Measures at no latency and at 20 ms.
pub(crate) fn measure() {
    let rows = [at(0, f64::INFINITY), at(20, 1.05)];
    let title = format!("Listing {FLOWS} dataflows: median of {ROUNDS} rounds, alternating");
    table::print(&title, "bare download", &rows);
}

fn at(latency_ms: u32, aim: f64) -> Row {
    let [flows, latency] = [FLOWS.to_string(), latency_ms.to_string()];
    let platform = Platform::start(&[
        "--flows",
        &flows,
        "--runs-per-flow",
        "0",
        "--latency-ms",
        &latency,
        "--clock-speed",
        "0",
    ]);
    let runtime = Runtime::new().expect("threads can be started");
    let (ours, yardstick) = runtime.block_on(take_turns(&platform));
    Row { what: format!("latency of {latency_ms} ms"), unit: "ms", ours, yardstick, aim }
}

/// The median times of both, in milliseconds.
async fn take_turns(platform: &Platform) -> (f64, f64) {
    let client = Client::new(platform.config()).expect("the emulator's values are good");
    let mut bare = Bare::connect(platform).await;
    let (mut ours, mut yardstick) = (Vec::new(), Vec::new());
    for round in 0..=ROUNDS {
        let began = Instant::now();
        let flows = client.sandbox(&platform.sandbox()).flows();
        let listed = flows.all(&ListQuery::new().limit(PER_PAGE)).collect().await;
        let took = began.elapsed();
        assert_eq!(listed.expect("the emulator lists").len(), FLOWS);
        let began = Instant::now();
        let pages = bare.download(PER_PAGE).await;
        let bare_took = began.elapsed();
        assert_eq!(pages, FLOWS.div_ceil(PER_PAGE as usize));
        // The first round signs in, opens connections and warms caches.
        if round > 0 {
            ours.push(took.as_secs_f64() * 1e3);
            yardstick.push(bare_took.as_secs_f64() * 1e3);
        }
    }
    (median(ours), median(yardstick))
}
