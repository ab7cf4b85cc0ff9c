//! Listing 10,000 dataflows through the client, beside a bare download of the same pages: a socket, the same
//! requests, nothing read but where the next page is.

mod bare;

use std::time::{Duration, Instant};

use aep_client::{Client, Config, Credential, ListQuery, SandboxName};
use aep_emulator::{Emulator, Seed};

use crate::table::{self, Row};

const FLOWS: usize = 10_000;
const PER_PAGE: u32 = 100;
const ROUNDS: usize = 9;

/// Measures at no latency and at 20 ms, alternating ours and the bare download.
pub(crate) fn measure() {
    let runtime = tokio::runtime::Runtime::new().expect("threads can be started");
    let still = runtime.block_on(compare(Duration::ZERO, "all of them, no latency", f64::INFINITY));
    let far = runtime.block_on(compare(Duration::from_millis(20), "all of them, 20 ms", 1.05));
    table::print("Listing 10,000 dataflows", "bare download", &[still, far]);
}

async fn compare(latency: Duration, what: &'static str, aim: f64) -> Row {
    let seed = Seed::flows(FLOWS, 0);
    let emulator = Emulator::builder().seed(seed).latency(latency).start().await;
    let emulator = emulator.expect("a loopback port is free");
    let sandbox = SandboxName::new(emulator.sandboxes()[0]);
    let client = Client::new(config(&emulator)).expect("the emulator's values are good");
    client.check_sign_in().await.expect("the emulator knows its own secret");
    let (mut ours, mut yardstick) = (Vec::new(), Vec::new());
    for round in 0..=ROUNDS {
        let began = Instant::now();
        let listed =
            client.sandbox(&sandbox).flows().all(&ListQuery::new().limit(PER_PAGE)).collect();
        assert_eq!(listed.await.expect("the emulator lists").len(), FLOWS);
        let listed = began.elapsed();
        let began = Instant::now();
        let pages = bare::download(&emulator, &sandbox, PER_PAGE).await;
        assert_eq!(pages, FLOWS / PER_PAGE as usize);
        // The first round opens connections and warms caches.
        if round > 0 {
            ours.push(listed.as_secs_f64() * 1e3);
            yardstick.push(began.elapsed().as_secs_f64() * 1e3);
        }
    }
    let (ours, yardstick) = (table::median(ours), table::median(yardstick));
    Row { what, unit: "ms", ours, yardstick, aim }
}

fn config(emulator: &Emulator) -> Config {
    let url = |text: &str| text.parse().expect("the emulator gives its address");
    Config::custom(
        url(emulator.base_url()),
        url(emulator.ims_url()),
        emulator.org_id().into(),
        emulator.client_id().into(),
        Credential::ClientSecret(emulator.client_secret().into()),
    )
}
