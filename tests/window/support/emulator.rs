//! The platform in a box as a process of its own: another address, another memory, as the real one is.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::app::program;
use crate::process::Process;

/// The running emulator; dropping it ends it.
#[derive(Debug)]
pub struct Emulator {
    /// The line that it prints when it is ready.
    pub ready: Value,
    _process: Process,
}

impl Emulator {
    /// Starts one on a free port of loopback, with further options of its command line.
    #[must_use]
    pub fn start(options: &[&str]) -> Self {
        let mut process = Process::start(
            Command::new(program("aep-emulator"))
                .args(["--listen", "127.0.0.1:0"])
                .args(options)
                .stdin(Stdio::null())
                .stdout(Stdio::piped()),
        );
        let output = process.child().stdout.take().expect("its output is a pipe");
        let mut line = String::new();
        BufReader::new(output).read_line(&mut line).expect("it prints a line when it is ready");
        let ready = serde_json::from_str(&line).expect("the line is JSON");
        Self { ready, _process: process }
    }

    /// One value of the line.
    ///
    /// # Panics
    /// When the line has no such text.
    #[must_use]
    pub fn value(&self, name: &str) -> &str {
        self.ready[name].as_str().unwrap_or_else(|| panic!("the line says no {name}"))
    }
}
