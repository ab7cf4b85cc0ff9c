//! The emulator as a program of its own, started and stopped by a test.

use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, ExitStatus, Output, Stdio};

use serde_json::Value;

use crate::raw::{Caller, SignIn};

/// A running program. It is killed when it is dropped.
#[derive(Debug)]
pub struct Standalone {
    child: Child,
    /// The line that it printed when it was ready.
    pub ready: Value,
}

fn command(options: &[&str]) -> Command {
    let test = std::env::current_exe().expect("a program knows where it is");
    let folder = test.parent().and_then(std::path::Path::parent).expect("tests are in deps");
    let program = folder.join(format!("aep-emulator{}", std::env::consts::EXE_SUFFIX));
    assert!(program.exists(), "{} is not built: cargo build --workspace", program.display());
    let mut command = Command::new(program);
    command.args(options);
    command
}

/// Runs the program to its end, for options that it refuses.
///
/// # Panics
/// When it cannot be run.
#[must_use]
pub fn refused(options: &[&str]) -> Output {
    command(options).output().expect("the emulator can be run")
}

impl Standalone {
    /// Starts the program on a free port and waits until it is ready.
    ///
    /// # Panics
    /// When it does not start.
    #[must_use]
    pub fn start(options: &[&str]) -> Self {
        let child = command(options).stdout(Stdio::piped()).stderr(Stdio::inherit()).spawn();
        let mut child = child.expect("the emulator can be run");
        let output = child.stdout.as_mut().expect("the output is piped");
        let mut line = String::new();
        BufReader::new(output).read_line(&mut line).expect("the emulator prints a line");
        let ready = serde_json::from_str(&line).expect("the line is JSON");
        Self { child, ready }
    }

    /// Part of the line that it printed.
    ///
    /// # Panics
    /// When there is no such part.
    #[must_use]
    pub fn said(&self, key: &str) -> &str {
        self.ready[key].as_str().expect("the line is complete")
    }

    /// Signs in to it.
    pub async fn caller(&self) -> Caller {
        Caller::sign_in(&SignIn {
            base_url: self.said("base_url"),
            client_id: self.said("client_id"),
            client_secret: self.said("client_secret"),
            org_id: self.said("org_id"),
            sandbox: self.said("sandbox"),
        })
        .await
    }

    /// Asks it to stop, as a service manager would, and waits until it has. Gives what it printed
    /// after its first line too.
    ///
    /// # Panics
    /// When it cannot be asked.
    #[must_use]
    pub fn stop(mut self) -> (ExitStatus, String) {
        let id = self.child.id().to_string();
        let asked = Command::new("kill").args(["-TERM", &id]).status();
        assert!(asked.expect("kill can be run").success(), "the emulator was not there any more");
        let status = self.child.wait().expect("the emulator was started here");
        let mut rest = String::new();
        let output = self.child.stdout.as_mut().expect("the output is piped");
        output.read_to_string(&mut rest).expect("what it prints is text");
        (status, rest)
    }
}

impl Drop for Standalone {
    fn drop(&mut self) {
        // It is gone already after `stop`; then there is nothing to kill.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
