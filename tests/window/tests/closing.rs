//! The window is told to close while a dataflow is being made.

use window_tests::emulator::Emulator;
use window_tests::sign_in::sign_in;
use window_tests::windows::{close, keys, visible, window};
use window_tests::{Desk, Inlet, Keychain, Start, desk};

#[tokio::test]
async fn closing_while_a_dataflow_is_made_asks_first_and_the_next_start_goes_on() {
    // Slow enough for a person to change their mind in the middle.
    let platform = Emulator::start(&["--latency-ms", "800"]);
    let desk = Desk::start(Keychain::Unlocked);
    let inlet = Inlet::start(&desk, Start::default()).await;
    sign_in(&inlet, &platform).await;
    start_set_up(&inlet, "Closed in the middle").await;
    let main = window(&desk, "^Inlet$");

    close(&desk, main);
    let question = window(&desk, "^Close Inlet");
    keys(&desk, question, &["Escape"]);
    desk::until("the question is gone", || visible(&desk, "^Close Inlet").is_empty());
    assert_eq!(visible(&desk, "^Inlet$"), [main], "Escape keeps the window");

    close(&desk, main);
    let question = window(&desk, "^Close Inlet");
    keys(&desk, question, &["Return"]);
    desk::until("the window is gone", || visible(&desk, "^Inlet$").is_empty());
    inlet.close().await;

    let inlet = Inlet::start(&desk, Start::default()).await;
    inlet.press("Resume").await;
    inlet.press("Copy address").await;
    inlet.close().await;
}

async fn start_set_up(inlet: &Inlet<'_>, name: &str) {
    inlet.press("New dataflow").await;
    inlet.fill("Name of the dataflow", name).await;
    inlet.press("Continue").await;
    inlet.press("Continue to mapping").await;
    inlet.press("Continue to review").await;
    inlet.choose("I know that this writes to the production sandbox prod").await;
    inlet.press("Create dataflow").await;
    inlet.see_screen("Making").await;
}
