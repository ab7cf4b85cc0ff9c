//! A set-up in another process: its violent end, and its life on a full disk.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use aep_emulator::Emulator;
use local_history::{History, SetupRecord};

use crate::setup::{Access, pause};

/// A process that works on a set-up.
pub struct Working {
    child: Child,
    journal: History,
    /// The set-up.
    pub setup_id: String,
}

impl Working {
    /// Starts one and waits until its set-up has begun. `program` is the path of `setup-child`.
    ///
    /// # Panics
    /// When it does not come that far.
    pub async fn begin(program: &str, emulator: &Emulator, folder: &Path, act: [&str; 2]) -> Self {
        let mut child = for_platform(Command::new(program), emulator, folder, act)
            .stdout(Stdio::piped())
            .spawn()
            .expect("the program exists");
        let output = child.stdout.take().expect("it was asked for");
        // On a thread of its own: the emulator that it talks to lives on this one.
        let read = tokio::task::spawn_blocking(move || {
            let mut line = String::new();
            BufReader::new(output).read_line(&mut line).map(|_| line)
        });
        let line = read.await.expect("reading does not panic").expect("it can be read");
        let setup_id = line.trim().strip_prefix("begun ").expect("it began").to_owned();
        // The other process holds the lock by now, so this one only reads.
        let journal = History::open(folder).expect("the journal can be read");
        Self { child, journal, setup_id }
    }

    /// Waits until the journal on the disk shows this.
    ///
    /// # Panics
    /// When the journal cannot be read or the process has ended before.
    pub async fn until(&mut self, condition: impl Fn(&SetupRecord) -> bool) {
        loop {
            let setup = self.journal.setup(&self.setup_id).expect("it can be read");
            if setup.is_some_and(|setup| condition(&setup)) {
                return;
            }
            let ended = self.child.try_wait().expect("it can be asked");
            assert!(ended.is_none(), "the process ended before it was killed");
            pause().await;
        }
    }

    /// Kills it, as `kill -9` does, and waits until it is gone.
    ///
    /// # Panics
    /// When it cannot be killed.
    #[must_use]
    pub fn kill(mut self) -> String {
        self.child.kill().expect("it can be killed");
        self.child.wait().expect("it is gone");
        self.setup_id
    }
}

/// Lets a set-up be worked on to its end on a disk that lets no file grow beyond so many blocks of 512 bytes;
/// answers what the process said, line by line.
///
/// # Panics
/// When the process cannot be started.
pub async fn on_a_full_disk(
    program: &str,
    blocks: u32,
    emulator: &Emulator,
    folder: &Path,
    act: [&str; 2],
) -> Vec<String> {
    // Writing beyond the limit shall fail, as on a full disk, and not end the process.
    let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\"");
    let mut shell = Command::new("sh");
    shell.args(["-c", &script, program]);
    let mut command = for_platform(shell, emulator, folder, act);
    let output = tokio::task::spawn_blocking(move || command.output());
    let output = output.await.expect("waiting does not panic").expect("a shell exists");
    String::from_utf8_lossy(&output.stdout).lines().map(str::to_owned).collect()
}

fn for_platform(
    mut command: Command,
    emulator: &Emulator,
    folder: &Path,
    act: [&str; 2],
) -> Command {
    let access = Access::to(emulator);
    command
        .arg(folder)
        .args(act)
        .env("PLATFORM", access.base_url)
        .env("ORGANIZATION", access.organization)
        .env("CLIENT_ID", access.client_id)
        .env("CLIENT_SECRET", access.client_secret)
        .env("TENANT", emulator.tenant());
    command
}
