//! Practice mode's platform: the emulator inside this process.

use app_core::ports::{Practice, PracticeHost};
use async_trait::async_trait;

/// Starts emulators.
pub(crate) struct EmbeddedEmulator;

#[async_trait]
impl PracticeHost for EmbeddedEmulator {
    async fn start(&self) -> Result<Practice, String> {
        Err("this build has no practice mode".to_owned())
    }
}
