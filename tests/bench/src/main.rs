//! `make bench`: measures a release build and prints a table per subject. A subject is a module; its name on
//! the command line runs it alone. Numbers are reported here and judged by people, never by a test.

mod calls;
mod disk;
mod listing;
mod memory;
mod overview;
mod platform;
mod screen;
mod scrolling;
mod setup;
mod signed_in;
mod table;
mod window;

use std::process::ExitCode;

/// Subjects by name.
const SUBJECTS: &[(&str, fn())] = &[
    ("window", window::measure),
    ("scrolling", scrolling::measure),
    ("setup", setup::measure),
    ("listing", listing::measure),
    ("overview", overview::measure),
];

fn main() -> ExitCode {
    let wanted: Vec<String> = std::env::args().skip(1).collect();
    if let Some(unknown) =
        wanted.iter().find(|name| !SUBJECTS.iter().any(|(known, _)| known == name))
    {
        let known: Vec<&str> = SUBJECTS.iter().map(|(name, _)| *name).collect();
        eprintln!("there is no “{unknown}”; there is: {}", known.join(", "));
        return ExitCode::FAILURE;
    }
    for (name, measure) in SUBJECTS {
        if wanted.is_empty() || wanted.iter().any(|wanted| wanted == name) {
            measure();
        }
    }
    ExitCode::SUCCESS
}
