//! The emulator on its own: starts, prints one JSON line, runs until it is told to stop.

use std::process::ExitCode;

use aep_emulator::Emulator;
use serde_json::json;

#[tokio::main]
async fn main() -> ExitCode {
    let emulator = match Emulator::builder().start().await {
        Ok(emulator) => emulator,
        Err(cause) => {
            eprintln!("aep-emulator: {cause}");
            return ExitCode::FAILURE;
        }
    };
    let ready = json!({
        "base_url": emulator.base_url(),
        "client_id": emulator.client_id(),
        "client_secret": emulator.client_secret(),
        "org_id": emulator.org_id(),
        "sandbox": emulator.sandboxes()[0],
    });
    println!("{ready}");
    let _ = tokio::signal::ctrl_c().await;
    emulator.shut_down().await;
    ExitCode::SUCCESS
}
