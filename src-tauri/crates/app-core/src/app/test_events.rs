//! Test events.

use crate::App;
use crate::contract::error::AppError;
use crate::contract::test_event::{SendTestEvent, TestEvent, TestEventRef};

impl App {
    /// Sends a test event.
    ///
    /// # Errors
    /// Not built yet.
    pub async fn send_test_event(&self, _args: SendTestEvent) -> Result<TestEvent, AppError> {
        Err(AppError::internal("not built yet"))
    }

    /// How it stands.
    ///
    /// # Errors
    /// Not built yet.
    pub async fn get_test_event(&self, _args: TestEventRef) -> Result<TestEvent, AppError> {
        Err(AppError::internal("not built yet"))
    }
}
