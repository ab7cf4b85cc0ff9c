//! What a set-up or a deletion under way forbids: leaving its sandbox, ending its session, removing its saved sign-in. It would
//! go on undisturbed, but out of sight. Replacing a secret is allowed: the set-up keeps the token it has.

use crate::App;
use crate::contract::error::AppError;

impl App {
    /// Refuses `what` while a set-up is being made or undone, or dataflows are being deleted.
    ///
    /// # Errors
    /// `setup_under_way`, which names what is under way.
    pub(crate) fn not_while_setting_up(&self, what: &str) -> Result<(), AppError> {
        match self.setup_under_way() {
            Some(setup) => Err(AppError::setup_under_way(&setup.name, what)),
            None => match self.deletion_under_way() {
                Some(name) => Err(AppError::deletion_under_way(&name, what)),
                None => Ok(()),
            },
        }
    }
}
