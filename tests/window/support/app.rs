//! The built app, started through tauri-driver on a desktop of the test's own. How to drive its page is in
//! `hands`.

use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;

use crate::desk::{Desk, until};
use crate::process::Process;
use crate::windows::{close, visible, window};

/// Name of the file that collects what the app and its driver print.
pub const OUTPUT: &str = "app.log";

/// Longer than the app takes to start on a busy computer.
const PATIENCE: Duration = Duration::from_secs(60);

/// How to start it.
#[derive(Clone, Debug, Default)]
pub struct Start {
    /// Variables of the environment, besides the desktop's.
    pub variables: Vec<(&'static str, &'static str)>,
}

/// The running app. When its test fails, dropping it leaves a picture and prints the output.
#[derive(Debug)]
pub struct Inlet<'desk> {
    /// Where it runs.
    pub desk: &'desk Desk,
    /// The session with its page.
    pub page: Client,
    // Ends the driver and, with it, the app.
    _driver: Process,
}

impl<'desk> Inlet<'desk> {
    /// Starts it and waits for the first button of its page.
    pub async fn start(desk: &'desk Desk, start: Start) -> Self {
        let [port, native_port] = two_free_ports();
        let driver = Process::start(
            desk.command("tauri-driver")
                .args(["--port", &port.to_string(), "--native-port", &native_port.to_string()])
                .envs(start.variables)
                .stdin(Stdio::null())
                .stdout(desk.log(OUTPUT))
                .stderr(desk.log(OUTPUT)),
        );
        // Both: a session that is asked for before the engine's own driver is up is refused.
        until("the drivers listen", || {
            [port, native_port].iter().all(|port| TcpStream::connect(("127.0.0.1", *port)).is_ok())
        });
        let page = open_session(port).await;
        let inlet = Self { desk, page, _driver: driver };
        // Asking for anything else before the page has loaded makes WebKitWebDriver fail.
        inlet.wait_for_page().await;
        inlet
    }

    /// Closes it as the cross in the corner of its window does. It is gone when this returns.
    pub async fn close_by_cross(self) {
        close(self.desk, window(self.desk, "^Inlet$"));
        until("the window is gone", || visible(self.desk, "^Inlet$").is_empty());
        self.close().await;
    }

    /// Closes it as the driver does: at once. It is gone when this returns; a start before that would find
    /// the first one still in place.
    pub async fn close(self) {
        let desk = self.desk;
        let _ = self.page.clone().close().await;
        drop(self);
        until("the app is gone", || !desk.has_owner("app.inlet.desktop.SingleInstance"));
    }
}

impl Drop for Inlet<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let name = std::thread::current().name().unwrap_or("test").replace("::", "-");
            let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../out/window");
            let picture = folder.join(format!("{name}.png"));
            std::fs::create_dir_all(&folder).expect("the folder for pictures can be made");
            self.desk.picture(&picture);
            let output = std::fs::read_to_string(self.desk.log_path(OUTPUT)).unwrap_or_default();
            eprintln!("picture: {}\noutput of the app:\n{output}", picture.display());
        }
    }
}

async fn open_session(port: u16) -> Client {
    let options = json!({ "application": program("inlet") });
    let capabilities = [("tauri:options".to_owned(), options)].into_iter().collect();
    let mut builder = ClientBuilder::new(HttpConnector::new());
    let address = format!("http://127.0.0.1:{port}");
    let session = builder.capabilities(capabilities).connect(&address);
    // The driver itself waits for ever for an app that ended at once.
    let session = tokio::time::timeout(PATIENCE, session).await;
    session.expect("the app starts in time").expect("the app starts under the driver")
}

/// A program that the workspace builds, found beside this one or, for a test, in the folder above.
///
/// # Panics
/// When it is not built.
#[must_use]
pub fn program(name: &str) -> PathBuf {
    let this = std::env::current_exe().expect("a program knows where it is");
    // A test lies in target/<profile>/deps, the benchmark beside what it measures.
    let mut folders = this.ancestors().skip(1).take(2);
    let program = folders.find_map(|folder| Some(folder.join(name)).filter(|path| path.is_file()));
    program
        .unwrap_or_else(|| panic!("{name} is not built: cargo build --workspace, or `make bench`"))
}

/// Both are held until both are known, so that they differ.
fn two_free_ports() -> [u16; 2] {
    let listeners = [(); 2].map(|()| TcpListener::bind("127.0.0.1:0").expect("a port is free"));
    listeners.map(|listener| listener.local_addr().expect("it has an address").port())
}
