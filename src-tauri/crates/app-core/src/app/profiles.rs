//! Saved sign-ins.

use crate::App;
use crate::contract::error::AppError;
use crate::contract::profiles::{Profile, ProfileRef, RenameProfile, ReplaceSecret};

impl App {
    /// Saved sign-ins.
    ///
    /// # Errors
    /// Not built yet.
    pub async fn list_profiles(&self) -> Result<Vec<Profile>, AppError> {
        Err(AppError::internal("not built yet"))
    }

    /// Another name.
    ///
    /// # Errors
    /// Not built yet.
    pub async fn rename_profile(&self, _args: RenameProfile) -> Result<Profile, AppError> {
        Err(AppError::internal("not built yet"))
    }

    /// Tries a new secret, then keeps it.
    ///
    /// # Errors
    /// Not built yet.
    pub async fn replace_secret(&self, _args: ReplaceSecret) -> Result<Profile, AppError> {
        Err(AppError::internal("not built yet"))
    }

    /// Removes a saved sign-in and its secret.
    ///
    /// # Errors
    /// Not built yet.
    pub async fn delete_profile(&self, _args: ProfileRef) -> Result<(), AppError> {
        Err(AppError::internal("not built yet"))
    }
}
