//! What a set-up under way forbids: leaving its sandbox, ending its session, removing its saved sign-in. It would
//! go on undisturbed, but out of sight. Replacing a secret is allowed: the set-up keeps the token it has.

use crate::App;
use crate::contract::error::AppError;

impl App {
    /// Refuses `what` while a set-up of the session in use is being made or undone.
    ///
    /// # Errors
    /// `setup_under_way`, which names the set-up.
    pub(crate) fn not_while_setting_up(&self, what: &str) -> Result<(), AppError> {
        match self.setup_under_way() {
            Some(setup) => Err(AppError::setup_under_way(&setup.name, what)),
            None => Ok(()),
        }
    }
}
