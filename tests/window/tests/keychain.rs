//! Without a keychain, and with one that is locked.

use window_tests::{Desk, Inlet, Keychain, Start};

#[tokio::test]
async fn without_a_keychain_the_app_says_how_long_secrets_last() {
    let desk = Desk::start(Keychain::Absent);
    let inlet = Inlet::start(&desk, Start::default()).await;
    inlet.go("/settings").await;
    inlet.see("There is no keychain here").await;
    inlet.press("Try the keychain again").await;
    inlet.see("There is no keychain here").await;
    inlet.close().await;
}

#[tokio::test]
async fn a_keychain_that_was_locked_works_again_once_it_is_unlocked() {
    let desk = Desk::start(Keychain::Unlocked);
    desk.lock_keychain();
    let inlet = Inlet::start(&desk, Start::default()).await;
    inlet.go("/settings").await;
    inlet.see("This computer's keychain is locked").await;

    desk.unlock_keychain();
    inlet.press("Try the keychain again").await;
    inlet.see("Keychain available").await;
    inlet.close().await;
}
