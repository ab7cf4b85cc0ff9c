//! Practice mode's platform: the emulator inside this process, with a clock that runs fast. Its data is
//! made up, and gone when it stops.

use std::sync::Arc;

use aep_emulator::Emulator;
use app_core::ports::{Practice, PracticeHost};
use async_trait::async_trait;

/// An hour passes in twenty seconds: runs are hourly, and nobody practises for an hour to see one.
const SPEED: f64 = 180.0;

/// Starts emulators.
pub(crate) struct EmbeddedEmulator;

#[async_trait]
impl PracticeHost for EmbeddedEmulator {
    async fn start(&self) -> Result<Practice, String> {
        let started = Emulator::practice().clock_speed(SPEED).start().await;
        let emulator = started.map_err(|error| error.to_string())?;
        let clock = emulator.clock().clone();
        Ok(Practice {
            base_url: emulator.base_url().to_owned(),
            client_id: emulator.client_id().to_owned(),
            client_secret: emulator.client_secret().into(),
            organization: emulator.org_id().to_owned(),
            sandbox: emulator.sandboxes()[0].to_owned(),
            now: Arc::new(move || clock.now_ms()),
            speed: SPEED,
            keep_alive: Box::new(emulator),
        })
    }
}
