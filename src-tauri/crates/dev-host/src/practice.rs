//! Practice mode's emulator, inside this process.

use std::sync::{Arc, Mutex, PoisonError};

use aep_emulator::Emulator;
use app_core::ports::{Practice, PracticeHost};
use async_trait::async_trait;

/// How fast the practice clock runs unless told otherwise: an hour in twenty seconds, as in the
/// app itself.
pub(crate) const SPEED: f64 = 180.0;

/// Starts emulators, and remembers where the latest one is.
pub(crate) struct EmbeddedPractice {
    speed: f64,
    latest: Mutex<Option<String>>,
}

impl EmbeddedPractice {
    /// With a clock of this speed.
    pub(crate) fn new(speed: f64) -> Self {
        Self { speed, latest: Mutex::new(None) }
    }

    /// Base address of the emulator that was started last, for tests that plan trouble on it.
    pub(crate) fn base_url(&self) -> Option<String> {
        self.latest.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

#[async_trait]
impl PracticeHost for EmbeddedPractice {
    async fn start(&self) -> Result<Practice, String> {
        let emulator = Emulator::practice()
            .clock_speed(self.speed)
            .start()
            .await
            .map_err(|error| error.to_string())?;
        let base_url = emulator.base_url().to_owned();
        *self.latest.lock().unwrap_or_else(PoisonError::into_inner) = Some(base_url.clone());
        let clock = emulator.clock().clone();
        let sandbox = emulator.sandboxes()[0].to_owned();
        Ok(Practice {
            base_url,
            client_id: emulator.client_id().to_owned(),
            client_secret: emulator.client_secret().to_owned().into(),
            organization: emulator.org_id().to_owned(),
            sandbox,
            now: Arc::new(move || clock.now_ms()),
            speed: self.speed,
            keep_alive: Box::new(emulator),
        })
    }
}
