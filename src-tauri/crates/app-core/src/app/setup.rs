//! Set-ups.

use crate::App;
use crate::contract::error::AppError;
use crate::contract::setup::{ResumeSetup, Setup, SetupCheck, SetupForm, SetupRef, SetupSummary};

impl App {
    /// Everything that is wrong with a form.
    ///
    /// # Errors
    /// Not built yet.
    pub async fn check_setup(&self, _args: SetupForm) -> Result<SetupCheck, AppError> {
        Err(AppError::internal("not built yet"))
    }

    /// Starts a set-up.
    ///
    /// # Errors
    /// Not built yet.
    pub async fn start_setup(&self, _args: SetupForm) -> Result<Setup, AppError> {
        Err(AppError::internal("not built yet"))
    }

    /// How a set-up stands.
    ///
    /// # Errors
    /// Not built yet.
    pub async fn get_setup(&self, _args: SetupRef) -> Result<Setup, AppError> {
        Err(AppError::internal("not built yet"))
    }

    /// Unfinished set-ups.
    ///
    /// # Errors
    /// Not built yet.
    pub async fn list_setups(&self) -> Result<Vec<SetupSummary>, AppError> {
        Err(AppError::internal("not built yet"))
    }

    /// Stops after the request under way.
    ///
    /// # Errors
    /// Not built yet.
    pub async fn cancel_setup(&self, _args: SetupRef) -> Result<Setup, AppError> {
        Err(AppError::internal("not built yet"))
    }

    /// Goes on.
    ///
    /// # Errors
    /// Not built yet.
    pub async fn resume_setup(&self, _args: ResumeSetup) -> Result<Setup, AppError> {
        Err(AppError::internal("not built yet"))
    }

    /// Removes what it made.
    ///
    /// # Errors
    /// Not built yet.
    pub async fn undo_setup(&self, _args: SetupRef) -> Result<Setup, AppError> {
        Err(AppError::internal("not built yet"))
    }

    /// Leaves it.
    ///
    /// # Errors
    /// Not built yet.
    pub async fn leave_setup(&self, _args: SetupRef) -> Result<Setup, AppError> {
        Err(AppError::internal("not built yet"))
    }
}
