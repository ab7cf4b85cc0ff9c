//! A desktop of its own for one test: display, session bus, keychain and home folder. Nothing of the
//! person's own desktop is seen or touched.

use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::process::{ChildStdout, Command, Stdio};
use std::time::Duration;

use tempfile::TempDir;

use crate::keychain;
use crate::process::Process;

/// Longer than any of these programs takes to start on a busy computer.
const PATIENCE: Duration = Duration::from_secs(20);

/// Whether the desktop has a keychain, and whether it is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keychain {
    /// There, and unlocked.
    Unlocked,
    /// No session bus and so no keychain.
    Absent,
}

/// The desktop. Dropping it ends everything in it.
#[derive(Debug)]
pub struct Desk {
    // In the order in which they end: the display last, the folder after everything.
    _keychain: Option<Process>,
    pub(crate) bus: Option<(Process, String)>,
    _screen: Process,
    display: String,
    folder: TempDir,
}

impl Desk {
    /// Starts one.
    #[must_use]
    pub fn start(keychain: Keychain) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        for name in ["run", "home", "log", "data", "tmp", "bin"] {
            let made = fs::DirBuilder::new().mode(0o700).create(folder.path().join(name));
            made.expect("a folder can be made in it");
        }
        make_browser(folder.path());
        let (screen, display) = start_screen(folder.path());
        let mut desk = Self { _keychain: None, bus: None, _screen: screen, display, folder };
        if keychain == Keychain::Unlocked {
            desk.bus = Some(start_bus(&desk));
            desk._keychain = Some(keychain::start(&desk));
        }
        desk
    }

    /// The display's name, as in `DISPLAY`.
    #[must_use]
    pub fn display(&self) -> &str {
        &self.display
    }

    /// A program that will find this desktop and no other.
    #[must_use]
    pub fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new(program);
        command
            .env("DISPLAY", &self.display)
            .env("XDG_RUNTIME_DIR", self.path("run"))
            .env("HOME", self.path("home"))
            .env("PATH", self.search_path())
            .env("TMPDIR", self.path("tmp"))
            .env("INLET_DATA_DIR", self.path("data"))
            .env("GDK_BACKEND", "x11")
            .env("NO_AT_BRIDGE", "1")
            .env_remove("WAYLAND_DISPLAY")
            .env_remove("XDG_DATA_HOME")
            .env_remove("XDG_CONFIG_HOME")
            .env_remove("XDG_CACHE_HOME")
            .env_remove("DBUS_SESSION_BUS_ADDRESS");
        // What stands for "no bus": without the variable a bus of the machine's own would be looked for.
        let bus = self.bus.as_ref().map_or("unix:path=/nonexistent", |(_, address)| address);
        command.env("DBUS_SESSION_BUS_ADDRESS", bus);
        command
    }

    /// The home folder and everything else that a program on this desktop can write by default.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Where the app keeps its data.
    #[must_use]
    pub fn data_folder(&self) -> PathBuf {
        self.path("data")
    }

    /// A file for the output of a program, kept with the desktop.
    #[must_use]
    pub fn log(&self, name: &str) -> File {
        let log = File::options().create(true).append(true).open(self.log_path(name));
        log.expect("a log can be opened")
    }

    /// Where that file is.
    #[must_use]
    pub fn log_path(&self, name: &str) -> PathBuf {
        self.path("log").join(name)
    }

    /// Asks a program on this desktop and gives its standard output, when it succeeds.
    #[must_use]
    pub fn ask(&self, program: &str, args: &[&str]) -> Option<String> {
        let output = self.command(program).args(args).output();
        let output = output.unwrap_or_else(|error| panic!("{program} does not start: {error}"));
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
    }

    /// Addresses that programs have opened in the browser, one in a line.
    #[must_use]
    pub fn opened(&self) -> String {
        fs::read_to_string(self.log_path("opened")).unwrap_or_default()
    }

    /// Saves a picture of the whole screen.
    pub fn picture(&self, path: &Path) {
        let path = path.display().to_string();
        if self.ask("import", &["-window", "root", &path]).is_none() {
            eprintln!("no picture could be taken of the screen");
        }
    }

    fn search_path(&self) -> std::ffi::OsString {
        let before = std::env::var_os("PATH").unwrap_or_default();
        let folders = std::iter::once(self.path("bin")).chain(std::env::split_paths(&before));
        std::env::join_paths(folders).expect("folders without a colon in their name")
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }
}

/// A browser that notes what it is given and opens nothing.
fn make_browser(folder: &Path) {
    let log = folder.join("log/opened");
    let script = format!("#!/bin/sh\necho \"$1\" >> '{}'\n", log.display());
    let browser = folder.join("bin/xdg-open");
    fs::write(&browser, script).expect("a script can be written");
    let executable = fs::Permissions::from_mode(0o755);
    fs::set_permissions(&browser, executable).expect("its mode can be set");
}

/// Xvfb picks a free display itself and says which; asking for one that looks free can collide.
fn start_screen(folder: &Path) -> (Process, String) {
    let log = File::create(folder.join("log/xvfb.log")).expect("a log can be made");
    let mut screen = Process::start(
        Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(log),
    );
    let number = first_line(screen.child().stdout.take());
    (screen, format!(":{number}"))
}

fn start_bus(desk: &Desk) -> (Process, String) {
    let mut bus = Process::start(
        desk.command("dbus-daemon")
            .args(["--session", "--nofork", "--nopidfile", "--print-address=1"])
            .stdout(Stdio::piped())
            .stderr(desk.log("dbus.log")),
    );
    let address = first_line(bus.child().stdout.take());
    (bus, address)
}

fn first_line(pipe: Option<ChildStdout>) -> String {
    let mut line = String::new();
    let pipe = pipe.expect("its output is a pipe");
    BufReader::new(pipe).read_line(&mut line).expect("it says a line");
    assert!(!line.is_empty(), "it ended without a line; see its log");
    line.trim().to_owned()
}

/// Waits until something holds, looking again and again.
///
/// # Panics
/// When it does not hold in time.
pub fn until(what: &str, mut holds: impl FnMut() -> bool) {
    let start = std::time::Instant::now();
    while !holds() {
        assert!(start.elapsed() < PATIENCE, "not within {PATIENCE:?}: {what}");
        std::thread::sleep(Duration::from_millis(20));
    }
}
