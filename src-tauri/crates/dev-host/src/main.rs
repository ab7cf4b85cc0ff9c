//! The application over loopback HTTP, for work on the window and for browser tests; not shipped.
//!
//! `cargo run -p dev-host -- --listen 127.0.0.1:4310 --platform http://127.0.0.1:8787 --data-dir DIR`. It prints
//! one JSON line when ready and stops on SIGTERM. It serves loopback only and speaks to loopback platforms only:
//! there is no keychain here and nobody is asked who they are.
//!
//! Connect suggests `--platform`. `--ui DIR` serves another build of the window than `ui/dist`, `--page-port N` also
//! answers a page of another loopback server (Vite's), `--practice-speed N` sets practice mode's clock, and
//! `GET /practice` says where practice mode's emulator listens, for tests that plan trouble there.

mod args;
mod guard;
mod pages;
mod practice;
mod server;
mod settings;

use std::process::ExitCode;

use args::Args;

#[tokio::main]
async fn main() -> ExitCode {
    tracing_subscriber::fmt()
        .with_env_filter(tracing_subscriber::EnvFilter::from_default_env())
        .with_writer(std::io::stderr)
        .init();
    let outcome = match Args::read(std::env::args().skip(1)) {
        Ok(args) => server::run(args).await,
        Err(problem) => Err(problem),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("dev-host: {problem}");
            ExitCode::FAILURE
        }
    }
}
