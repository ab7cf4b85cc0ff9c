//! Signing in to a platform that is another process, and what becomes of the secret.

use window_tests::desk::until;
use window_tests::emulator::Emulator;
use window_tests::search::files_with;
use window_tests::sign_in::sign_in;
use window_tests::wizard::{create_dataflow, review_dataflow};
use window_tests::{Desk, Inlet, Keychain, Start};

#[tokio::test]
async fn the_client_secret_is_in_the_keychain_and_nowhere_else() {
    let platform = Emulator::start(&[]);
    let desk = Desk::start(Keychain::Unlocked);
    let secret = platform.value("client_secret").to_owned();
    let inlet = Inlet::start(&desk, talkative()).await;

    sign_in(&inlet, &platform).await;
    assert_eq!(inlet.violations().await, Vec::<String>::new());
    inlet.close().await;

    let kept = desk.ask("secret-tool", &["search", "--unlock", "--all", "service", "Inlet"]);
    let kept = kept.expect("the keychain has an item of the app");
    assert!(kept.contains(&format!("secret = {secret}")), "the keychain has another secret");

    // With the secret from the keychain, the next start needs no typing and no press.
    let inlet = Inlet::start(&desk, talkative()).await;
    inlet.see_screen("Dataflows").await;
    inlet.close().await;

    let told = files_with(platform.value("client_id"), desk.folder(), &[]);
    assert!(
        told.iter().any(|path| path.ends_with("settings.json")),
        "the search finds what is there"
    );
    // The keychain's own file is the one place for it.
    let elsewhere = files_with(&secret, desk.folder(), &["keyrings"]);
    assert_eq!(elsewhere, Vec::<std::path::PathBuf>::new());
}

#[tokio::test]
async fn what_to_do_in_pendo_is_one_press_away_in_the_browser() {
    let platform = Emulator::start(&["--flows", "3"]);
    let desk = Desk::start(Keychain::Unlocked);
    let inlet = Inlet::start(&desk, Start::default()).await;

    sign_in(&inlet, &platform).await;
    inlet.see("3 dataflows").await;
    review_dataflow(&inlet, "Pendo for real").await;
    inlet.choose("I know that this writes to the production sandbox").await;
    create_dataflow(&inlet).await;
    inlet.press("Open Pendo’s guide").await;
    until("the browser has the guide", || desk.opened().contains("https://support.pendo.io/"));

    assert_eq!(inlet.violations().await, Vec::<String>::new());
    inlet.close().await;
}

/// Everything that the app can say about itself, so that the search has something to find.
fn talkative() -> Start {
    Start { variables: vec![("INLET_LOG", "trace")] }
}
