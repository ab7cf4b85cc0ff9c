//! Whether the platform answers again. While it cannot be reached the window asks for nothing else.

use aep_client::ListQuery;

use crate::App;
use crate::contract::app_state::AppState;
use crate::contract::error::AppError;

impl App {
    /// Asks for one thing, to see whether the platform answers; how it went is in `session.offline`.
    ///
    /// # Errors
    /// `not_connected`.
    pub async fn reach_platform(&self) -> Result<AppState, AppError> {
        let session = self.session()?;
        // Any answer will do, a refusal too: the client notes that somebody answered.
        let _ = session.sandbox.flows().list(&ListQuery::new().limit(1)).await;
        self.get_app_state().await
    }
}
