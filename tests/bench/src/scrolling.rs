//! How evenly the list of 10,000 dataflows scrolls in the real window: the gaps between frames while the wheel turns.

use std::time::Duration;

use serde_json::{Value, json};
use window_tests::emulator::Emulator;
use window_tests::sign_in::sign_in;
use window_tests::{Desk, Inlet, Keychain, Start};

/// Rows of the list, as people see their number.
const ROWS: (&str, &str) = ("10000", "10,000 dataflows");

/// Reading all of them takes a while.
const A_LISTING: Duration = Duration::from_secs(60);

/// How often the wheel turns; one turn of it is 3 rows, a quick finger makes one with each frame.
const TURNS: u32 = 240;
const TURN_PX: u32 = 126;

/// Starts to scroll; what it measures is left in the page.
const SCROLL: &str = r#"
    const [turns, by] = arguments;
    const grid = document.querySelector('[role="grid"] [role="rowgroup"]:last-child');
    const gaps = [];
    let last;
    const turn = (now) => {
        if (last !== undefined) gaps.push(now - last);
        last = now;
        grid.scrollTop += by;
        if (gaps.length < turns) requestAnimationFrame(turn);
        else window.gaps = gaps;
    };
    window.gaps = undefined;
    requestAnimationFrame(turn);
"#;

/// Measures and prints.
pub(crate) fn measure() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let gaps = runtime.expect("a runtime can be made").block_on(gaps());
    let longest = gaps.iter().copied().fold(0.0, f64::max);
    let over = |limit| gaps.iter().filter(|gap| **gap > limit).count();
    println!("\nScrolling {} in the window: {TURNS} frames, {TURN_PX} px each\n", ROWS.1);
    println!("| | Inlet |\n|---|---:|");
    println!("| longest gap between frames | {longest:.0} ms |");
    println!("| median gap | {:.0} ms |", crate::table::median(gaps.clone()));
    println!("| gaps over 50 ms | {} of {TURNS} |", over(50.0));
}

/// The gaps between frames, in milliseconds.
async fn gaps() -> Vec<f64> {
    let platform = Emulator::start(&["--flows", ROWS.0]);
    let desk = Desk::start(Keychain::Unlocked);
    let inlet = Inlet::start(&desk, Start::default()).await;
    sign_in(&inlet, &platform).await;
    inlet.see_within(ROWS.1, A_LISTING).await;
    inlet.run(SCROLL, vec![json!(TURNS), json!(TURN_PX)]).await;
    let measured = loop {
        match inlet.run("return window.gaps ?? null", Vec::new()).await {
            Value::Null => tokio::time::sleep(Duration::from_millis(200)).await,
            Value::Array(gaps) => break gaps,
            other => panic!("no list of gaps: {other}"),
        }
    };
    inlet.close().await;
    measured.iter().filter_map(Value::as_f64).collect()
}
