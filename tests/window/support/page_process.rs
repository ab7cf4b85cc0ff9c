//! The process in which the web engine draws the page.

use std::fs;
use std::process::Command;

use crate::desk::Desk;

const NAME: &str = "WebKitWebProcess";

/// Its number, on this desktop.
///
/// # Panics
/// When there is none, or more than one.
#[must_use]
pub fn page_process(desk: &Desk) -> u32 {
    let found = running(desk);
    assert_eq!(found.len(), 1, "one page has one process");
    found[0]
}

/// Those that run on this desktop; the kernel cuts names after 15 letters.
#[must_use]
pub fn running(desk: &Desk) -> Vec<u32> {
    let display = format!("DISPLAY={}", desk.display());
    let numbers = fs::read_dir("/proc").expect("there is a list of processes").flatten();
    let numbers = numbers.filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok());
    let is_page = |number: &u32| {
        let name = fs::read_to_string(format!("/proc/{number}/comm")).unwrap_or_default();
        let variables = fs::read(format!("/proc/{number}/environ")).unwrap_or_default();
        NAME.starts_with(name.trim_end())
            && !name.trim_end().is_empty()
            && variables.split(|&byte| byte == 0).any(|one| one == display.as_bytes())
    };
    numbers.filter(is_page).collect()
}

/// Ends it at once, as a fault of the engine does. (The engine handles the signal of a fault itself when it is sent by
/// another process.)
///
/// # Panics
/// When it is gone already.
pub fn crash(process: u32) {
    let ended = Command::new("kill").args(["-KILL", &process.to_string()]).status();
    assert!(ended.is_ok_and(|status| status.success()), "the process was there");
}
