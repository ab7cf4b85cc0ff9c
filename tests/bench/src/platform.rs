//! The platform that is measured against: the emulator as a process of its own, so that its work is not taken for
//! the app's, and what it takes to talk to it.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use aep_client::{Config, Credential, SandboxName};
use serde_json::Value;
use window_tests::process::Process;

use crate::program::program;

/// A running emulator; dropping it ends it.
pub(crate) struct Platform {
    ready: Value,
    _process: Process,
}

impl Platform {
    /// Starts one with these options on a free port of loopback.
    pub(crate) fn start(options: &[&str]) -> Self {
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

    /// One value of the line that it printed.
    pub(crate) fn value(&self, name: &str) -> &str {
        self.ready[name].as_str().unwrap_or_else(|| panic!("the line says no {name}"))
    }

    /// The sandbox to use.
    pub(crate) fn sandbox(&self) -> SandboxName {
        SandboxName::new(self.value("sandbox"))
    }

    /// How a client reaches it.
    pub(crate) fn config(&self) -> Config {
        let url = || self.value("base_url").parse().expect("it says its address");
        Config::custom(
            url(),
            url(),
            self.value("org_id").into(),
            self.value("client_id").into(),
            Credential::ClientSecret(self.value("client_secret").into()),
        )
    }
}
