//! How the sandbox as a whole is doing.

use crate::App;
use crate::contract::error::AppError;
use crate::contract::overview::{GetOverview, Overview};
use crate::monitor;

impl App {
    /// The sandbox at a glance: what is known, while a reading goes on in the background.
    ///
    /// # Errors
    /// `not_connected`; why reading stopped is in the reply.
    pub async fn get_overview(&self, args: GetOverview) -> Result<Overview, AppError> {
        Ok(monitor::overview(&self.session()?, args))
    }
}
