//! The process that draws the page ends in the middle of the work.

use window_tests::app::OUTPUT;
use window_tests::emulator::Emulator;
use window_tests::forms::open_list;
use window_tests::page_process::{crash, page_process, running};
use window_tests::sign_in::signed_in;
use window_tests::{Desk, Keychain, desk};

/// The driver gives its session up with the process. What the page does afterwards is seen from outside: it reads the
/// schemas anew, and answers when the window closes.
#[tokio::test]
async fn a_page_whose_process_ends_is_loaded_anew_where_it_was() {
    let platform = Emulator::start(&[]);
    let desk = Desk::start(Keychain::Unlocked);
    let inlet = signed_in(&desk, &platform).await;
    open_list(&inlet, "Schemas").await;
    let lists = || {
        let lists_schemas = |path: &str| path.ends_with("/tenant/schemas");
        let requests = platform.requests();
        requests.iter().filter(|one| one["path"].as_str().is_some_and(lists_schemas)).count()
    };
    desk::until("the page has read the schemas", || lists() > 0);
    let (before, read) = (page_process(&desk), lists());

    crash(before);
    desk::until("another process draws the page", || {
        running(&desk).iter().any(|&process| process != before)
    });
    desk::until("the page reads the schemas", || lists() > read);
    inlet.close_by_cross().await;

    let told = std::fs::read_to_string(desk.log_path(OUTPUT)).unwrap();
    assert!(told.contains("the process of the page ended"), "{told}");
    assert!(!told.contains("closed before the page said"), "{told}");
}
