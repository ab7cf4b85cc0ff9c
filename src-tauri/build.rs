//! Builds the page before the window is compiled around it, so that `cargo run` from a clean clone is
//! enough. What the page looks like is no matter of this file.

use std::{env, fs, path::Path, process::Command};

/// What the page is made from; a change here builds it again.
const SOURCES: &[&str] =
    &["ui/src", "ui/build", "ui/index.html", "ui/package.json", "ui/package-lock.json"];

fn main() {
    println!("cargo:rerun-if-env-changed=SKIP_UI_BUILD");
    if env::var_os("SKIP_UI_BUILD").is_some() {
        stand_in_page();
    } else {
        build_page();
    }
    let attributes = tauri_build::Attributes::new()
        .capabilities_path_pattern("src-tauri/capabilities/**/*.json");
    tauri_build::try_build(attributes).expect("tauri.conf.json and the capabilities are valid");
}

/// With `SKIP_UI_BUILD` a machine without Node can check and lint the Rust code.
fn stand_in_page() {
    let page = Path::new("ui/dist/index.html");
    if !page.exists() {
        fs::create_dir_all("ui/dist").expect("ui/dist can be made");
        fs::write(page, "<!doctype html><title>Inlet</title><p>Built without its page.</p>")
            .expect("ui/dist can be written");
    }
}

fn build_page() {
    for source in SOURCES {
        println!("cargo:rerun-if-changed={source}");
    }
    for entry in fs::read_dir("ui").expect("ui/ exists").flatten() {
        // Settings of the page's own tools lie flat in ui/.
        if entry.path().extension().is_some_and(|kind| kind == "ts" || kind == "json") {
            println!("cargo:rerun-if-changed={}", entry.path().display());
        }
    }
    // Two builds at once, such as a debug and a release one, take turns in ui/.
    let turn = fs::File::open("ui/package.json").expect("ui/ has its package.json");
    turn.lock().expect("a file can be locked");
    if packages_are_stale() {
        npm(&["ci", "--no-audit", "--no-fund"]);
    }
    npm(&["run", "build"]);
}

/// npm writes `node_modules/.package-lock.json` at the end of every install.
fn packages_are_stale() -> bool {
    let modified = |path| fs::metadata(path).and_then(|meta| meta.modified()).ok();
    match (modified("ui/package-lock.json"), modified("ui/node_modules/.package-lock.json")) {
        (Some(lock), Some(installed)) => lock > installed,
        _ => true,
    }
}

fn npm(args: &[&str]) {
    // On Windows npm is a script, which only the shell finds by its bare name.
    let program = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let status = Command::new(program).args(args).current_dir("ui").status();
    match status {
        Ok(status) if status.success() => {}
        Ok(status) => panic!("`npm {}` in ui/ failed: {status}", args.join(" ")),
        Err(error) => panic!("`npm` cannot be started ({error}); install Node.js 20.19 or newer"),
    }
}
