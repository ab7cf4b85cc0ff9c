//! A whole set-up of the starter, from pressing the button to the webhook address, beside the sum of its own calls:
//! what is over that is the app's own work, the journal's writes to the disk included. The look before the first
//! write asks several things at once, so with latency the whole can be quicker than the sum.

use std::time::Instant;

use app_core::contract::setup::{Destination, GetSetupDefaults, SetupForm, SetupRef, SetupState};
use tokio::runtime::Runtime;

use crate::calls;
use crate::disk::Disk;
use crate::platform::Platform;
use crate::signed_in::{SignedIn, TICK};
use crate::table::{self, Row, median};

/// Ours may take this many times what its calls take.
const AIM: f64 = 1.15;

/// Writes of the journal in one set-up: the start, what is about to be sent seven times, the end.
const JOURNAL_WRITES: usize = 9;

/// The median times of one set-up and of its parts, in milliseconds.
struct Times {
    whole: f64,
    calls: f64,
    disk: f64,
    /// How many calls.
    count: u64,
}

/// Measures at no latency and at 100 ms.
pub(crate) fn measure() {
    let [near, far] = [at(0, 20), at(100, 7)];
    let row = |what: String, times: &Times, yardstick| Row {
        what,
        unit: "ms",
        ours: times.whole,
        yardstick,
        aim: AIM,
    };
    let rows = [
        row(format!("no latency, {} calls", near.count), &near, near.calls),
        row(
            format!("no latency, beside calls and {JOURNAL_WRITES} bare writes to this disk"),
            &near,
            near.calls + near.disk,
        ),
        row(format!("latency of 100 ms, {} calls", far.count), &far, far.calls),
    ];
    table::print("A whole set-up: median", "sum of its calls", &rows);
}

fn at(latency_ms: u32, rounds: usize) -> Times {
    let latency = latency_ms.to_string();
    let platform = Platform::start(&["--latency-ms", &latency]);
    let runtime = Runtime::new().expect("threads can be started");
    runtime.block_on(rounds_on(&platform, rounds))
}

async fn rounds_on(platform: &Platform, rounds: usize) -> Times {
    let signed_in = SignedIn::to(platform).await;
    let mut disk = Disk::in_folder(signed_in.folder.path());
    let [mut whole, mut calls, mut writes] = [Vec::new(), Vec::new(), Vec::new()];
    let mut count = 0;
    for round in 0..=rounds {
        let form = form(&signed_in, round).await;
        calls::since_last_look();
        let began = Instant::now();
        set_up(&signed_in, form).await;
        let took = began.elapsed();
        let (made, made_ms) = calls::since_last_look();
        let written_ms = disk.write(JOURNAL_WRITES);
        // The first round opens connections and warms caches.
        if round > 0 {
            whole.push(took.as_secs_f64() * 1e3);
            calls.push(made_ms);
            writes.push(written_ms);
            count = made;
        }
    }
    Times { whole: median(whole), calls: median(calls), disk: median(writes), count }
}

async fn form(signed_in: &SignedIn, round: usize) -> SetupForm {
    let defaults = signed_in
        .app
        .get_setup_defaults(GetSetupDefaults::default())
        .await
        .expect("there are defaults");
    SetupForm {
        name: format!("Bench {round}"),
        description: String::new(),
        source: defaults.source.id,
        destination: Destination::Starter { dataset_name: format!("Bench {round}") },
        lines: defaults.starter_lines,
    }
}

async fn set_up(signed_in: &SignedIn, form: SetupForm) {
    let mut setup = signed_in.app.start_setup(form).await.expect("a set-up can be started");
    while matches!(setup.state, SetupState::Running) {
        tokio::time::sleep(TICK).await;
        let named = SetupRef { setup_id: setup.setup_id };
        setup = signed_in.app.get_setup(named).await.expect("the set-up is known");
    }
    assert_eq!(setup.state, SetupState::Done, "{:?}", setup.cause);
    assert!(setup.webhook_address.is_some(), "a set-up ends with an address");
}
