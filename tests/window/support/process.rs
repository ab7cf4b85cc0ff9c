//! Child processes that end with the test: started in a group of their own, so that what they start
//! ends too.

use std::os::unix::process::CommandExt;
use std::process::{Child, Command};

/// A process and all that it starts; dropping it ends them.
#[derive(Debug)]
pub struct Process {
    child: Child,
    name: String,
}

impl Process {
    /// Starts it as the leader of a new group.
    ///
    /// # Panics
    /// When it does not start.
    #[must_use]
    pub fn start(command: &mut Command) -> Self {
        let name = command.get_program().to_string_lossy().into_owned();
        let child = command.process_group(0).spawn();
        let child = child.unwrap_or_else(|error| panic!("{name} does not start: {error}"));
        Self { child, name }
    }

    /// The process itself, for its pipes.
    pub fn child(&mut self) -> &mut Child {
        &mut self.child
    }

    /// Asks the whole group to end, and waits for its leader.
    fn end(&mut self) {
        let group = format!("-{}", self.child.id());
        let asked = Command::new("kill").args(["-TERM", "--", &group]).status();
        if !asked.is_ok_and(|status| status.success()) {
            eprintln!("{} had ended before the test did", self.name);
        }
        let _ = self.child.wait();
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.end();
    }
}
