//! Opening the window: where it can, where it cannot, and twice.

use std::process::Command;

use window_tests::app::program;
use window_tests::{Desk, Inlet, Keychain, Start};

#[tokio::test]
async fn the_window_opens_on_the_welcome_screen() {
    let desk = Desk::start(Keychain::Unlocked);
    let inlet = Inlet::start(&desk, Start::default()).await;
    inlet.see("Try practice mode").await;
    assert_eq!(inlet.violations().await, Vec::<String>::new());
    let nonce = "return document.querySelector('meta[property=csp-nonce]')?.content ?? ''";
    assert_ne!(inlet.run(nonce, vec![]).await, "", "the page knows the nonce for its styles");
    inlet.close().await;
}

#[tokio::test]
async fn a_style_from_elsewhere_is_stopped_and_noticed() {
    let desk = Desk::start(Keychain::Unlocked);
    let inlet = Inlet::start(&desk, Start::default()).await;
    let add = "const style = document.createElement('style');\
               style.textContent = 'body { display: none }';\
               document.head.append(style);";
    inlet.run(add, vec![]).await;
    inlet.see("Try practice mode").await;
    assert_eq!(inlet.violations().await.len(), 1);
    inlet.close().await;
}

#[tokio::test]
async fn the_window_opens_where_no_language_is_set() {
    let desk = Desk::start(Keychain::Unlocked);
    let start = Start { variables: vec![("LANG", "C"), ("LC_ALL", "C")] };
    let inlet = Inlet::start(&desk, start).await;
    inlet.see("Try practice mode").await;
    inlet.close().await;
}

#[tokio::test]
async fn a_second_launch_brings_the_first_window_forward() {
    let desk = Desk::start(Keychain::Unlocked);
    let inlet = Inlet::start(&desk, Start::default()).await;
    let mut other = desk.command("xev").stdout(desk.log("xev.log")).spawn().unwrap();
    window_tests::desk::until("the other window has the focus", || {
        let focus = &["search", "--onlyvisible", "--name", "Event Tester", "windowfocus"];
        desk.ask("xdotool", focus).is_some() && focused(&desk).as_deref() == Some("Event Tester")
    });

    let second = desk.command(program("inlet")).output().unwrap();

    assert!(second.status.success(), "{second:?}");
    window_tests::desk::until("the first window has the focus", || {
        focused(&desk).as_deref() == Some("Inlet")
    });
    let windows = desk.ask("xdotool", &["search", "--onlyvisible", "--name", "^Inlet$"]);
    assert_eq!(windows.unwrap().lines().count(), 1, "there is one window");
    other.kill().unwrap();
    other.wait().unwrap();
    inlet.close().await;
}

fn focused(desk: &Desk) -> Option<String> {
    desk.ask("xdotool", &["getwindowfocus", "getwindowname"])
}

#[test]
fn without_a_display_there_is_a_sentence_and_no_panic() {
    for display in [None, Some(":4711")] {
        let mut command = Command::new(program("inlet"));
        command.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY");
        if let Some(display) = display {
            command.env("DISPLAY", display);
        }
        let output = command.output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(1), "{said}");
        assert!(said.contains("Start it from a desktop session."), "{said}");
        assert!(!said.contains("panicked"), "{said}");
    }
}
