//! The emulator on its own: starts, prints one JSON line, runs until it is told to stop.

mod cli;

use std::process::ExitCode;

use aep_emulator::Emulator;
use serde_json::json;

#[tokio::main]
async fn main() -> ExitCode {
    let builder = match cli::read(std::env::args().skip(1)) {
        Ok(cli::Wish::Start(builder)) => *builder,
        Ok(cli::Wish::Help) => {
            println!("{}", cli::HELP);
            return ExitCode::SUCCESS;
        }
        Err(problem) => {
            eprintln!("aep-emulator: {problem}\n\n{}", cli::HELP);
            return ExitCode::from(2);
        }
    };
    match builder.start().await {
        Ok(emulator) => {
            announce(&emulator);
            told_to_stop().await;
            emulator.shut_down().await;
            ExitCode::SUCCESS
        }
        Err(cause) => {
            eprintln!("aep-emulator: {cause}");
            ExitCode::FAILURE
        }
    }
}

/// Says on one line how to sign in. The secret is invented and opens nothing else.
fn announce(emulator: &Emulator) {
    let mut line = json!({
        "base_url": emulator.base_url(),
        "client_id": emulator.client_id(),
        "client_secret": emulator.client_secret(),
        "org_id": emulator.org_id(),
        "sandbox": emulator.sandboxes().first(),
    });
    if let Some(certificate) = emulator.ca_certificate() {
        line["ca_certificate"] = json!(certificate);
    }
    println!("{line}");
}

#[cfg(unix)]
async fn told_to_stop() {
    use tokio::signal::unix::{SignalKind, signal};
    match signal(SignalKind::terminate()) {
        Ok(mut terminate) => {
            tokio::select! {
                _ = terminate.recv() => {}
                _ = tokio::signal::ctrl_c() => {}
            }
        }
        Err(_) => interrupted().await,
    }
}

#[cfg(not(unix))]
async fn told_to_stop() {
    interrupted().await;
}

async fn interrupted() {
    // Without signals there is no other way to stop than the end of the process.
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}
