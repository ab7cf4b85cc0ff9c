//! Windows as the X server and a window manager see them.

use x11rb::connection::Connection;
use x11rb::protocol::xproto::{ClientMessageEvent, ConnectionExt, EventMask};

use crate::Desk;
use crate::desk::until;

/// Waits for a visible window whose title matches, and gives its id.
#[must_use]
pub fn window(desk: &Desk, title: &str) -> u32 {
    let mut found = None;
    until(&format!("a window “{title}” is there"), || {
        found = visible(desk, title).first().copied();
        found.is_some()
    });
    found.expect("it was waited for")
}

/// Visible windows whose title matches.
///
/// # Panics
/// When ids are not numbers.
#[must_use]
pub fn visible(desk: &Desk, title: &str) -> Vec<u32> {
    let found = desk.ask("xdotool", &["search", "--onlyvisible", "--name", title]);
    let ids = found.unwrap_or_default();
    ids.lines().map(|id| id.parse().expect("an id is a number")).collect()
}

/// Asks a window to close, as the cross in its corner does.
///
/// # Panics
/// When the X server refuses.
pub fn close(desk: &Desk, window: u32) {
    let (connection, _) = x11rb::connect(Some(desk.display())).expect("the display answers");
    let atom = |name: &str| {
        let asked = connection.intern_atom(false, name.as_bytes()).expect("it takes requests");
        asked.reply().expect("it knows names").atom
    };
    let data = [atom("WM_DELETE_WINDOW"), 0, 0, 0, 0];
    let event = ClientMessageEvent::new(32, window, atom("WM_PROTOCOLS"), data);
    let sent = connection.send_event(false, window, EventMask::NO_EVENT, event);
    sent.expect("it takes requests").check().expect("the window is there");
    connection.flush().expect("it is sent");
}

/// Presses keys in a window.
pub fn keys(desk: &Desk, window: u32, keys: &[&str]) {
    let window = window.to_string();
    let args = [&["windowfocus", "--sync", &window, "key", "--delay", "50"], keys].concat();
    desk.ask("xdotool", &args).expect("keys can be pressed");
}
