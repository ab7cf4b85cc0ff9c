//! The life of an account through its forms, in a sandbox with nothing in it. What it signs in with leaves the window
//! once, and is in no draft.

use window_tests::emulator::Emulator;
use window_tests::forms::{change_words, delete};
use window_tests::platform::Witness;
use window_tests::search::files_with;
use window_tests::sign_in::signed_in;
use window_tests::{Desk, Inlet, Keychain, Start};

const ACCOUNTS: &str = "flowservice/connections";
const SECRET: &str = "pw-canary-8271";

#[tokio::test]
async fn an_account_is_made_tested_changed_given_new_secrets_and_deleted() {
    let platform = Emulator::start(&[]);
    let witness = Witness::of(&platform);
    let desk = Desk::start(Keychain::Unlocked);
    let inlet = signed_in(&desk, &platform).await;
    inlet.press("Accounts").await;
    inlet.press("New account for another source").await;
    inlet.pick("Choose a source", "PathFactory").await;
    inlet.fill("Host", "https://content.example").await;
    inlet.fill("Username", "reader").await;
    inlet.fill("Password", SECRET).await;
    inlet.press("Create account").await;
    inlet.see_screen("PathFactory").await;
    assert!(witness.named(ACCOUNTS, "PathFactory").is_some());

    inlet.press("Test account").await;
    inlet.see("The source lets this account in").await;
    change_words(&inlet, "account", "Content reader", "Reads what was published").await;
    let changed = witness.named(ACCOUNTS, "Content reader").expect("the platform has the new name");
    assert_eq!(changed["description"], "Reads what was published");

    inlet.press("Enter again").await;
    inlet.fill("Host", "https://content.example").await;
    inlet.fill("Username", "reader").await;
    inlet.fill("Password", "a wrong one").await;
    inlet.press("Replace sign-in details").await;
    inlet.see("signs in with the new values from now on").await;
    inlet.press("Test account").await;
    inlet.see("The source refuses this account").await;

    delete(&inlet, "account", "Content reader").await;
    inlet.see_screen("Accounts").await;
    assert!(witness.all(ACCOUNTS).is_empty());
    assert_eq!(inlet.violations().await, Vec::<String>::new());
    inlet.close().await;
}

#[tokio::test]
async fn half_an_account_survives_a_restart_without_its_secret() {
    let platform = Emulator::start(&[]);
    let desk = Desk::start(Keychain::Unlocked);
    let inlet = signed_in(&desk, &platform).await;
    inlet.press("Accounts").await;
    inlet.press("New account for another source").await;
    inlet.pick("Choose a source", "PathFactory").await;
    inlet.fill("Host", "https://content.example").await;
    inlet.fill("Password", SECRET).await;
    inlet.fill("Username", "reader of the drafts").await;
    // Before the draft has come to rest.
    inlet.close_by_cross().await;

    let inlet = Inlet::start(&desk, Start::default()).await;
    inlet.see_screen("Dataflows").await;
    inlet.press("Accounts").await;
    inlet.press("New account for another source").await;
    inlet.see("Your draft from").await;
    assert_eq!(inlet.value_of("Username").await, "reader of the drafts");
    assert_eq!(inlet.value_of("Host").await, "https://content.example");
    assert_eq!(inlet.value_of("Password").await, "");
    inlet.close().await;
    let told = files_with("reader of the drafts", &desk.data_folder(), &[]);
    assert!(!told.is_empty(), "the search finds what is there");
    assert_eq!(files_with(SECRET, desk.folder(), &[]), Vec::<std::path::PathBuf>::new());
}
