//! Connecting, checking, and moving between sandboxes.

use crate::App;
use crate::contract::app_state::Session;
use crate::contract::connect::{
    CheckConnection, CheckRef, ConnectionCheck, CredentialFile, ReadCredentialFile, SaveProfile,
};
use crate::contract::error::AppError;
use crate::contract::profiles::{ProfileRef, SelectSandbox};

impl App {
    /// Reads a Developer Console file.
    ///
    /// # Errors
    /// Not built yet.
    pub async fn read_credential_file(
        &self,
        _args: ReadCredentialFile,
    ) -> Result<CredentialFile, AppError> {
        Err(AppError::internal("not built yet"))
    }

    /// Starts a check.
    ///
    /// # Errors
    /// Not built yet.
    pub async fn check_connection(
        &self,
        _args: CheckConnection,
    ) -> Result<ConnectionCheck, AppError> {
        Err(AppError::internal("not built yet"))
    }

    /// How a check stands.
    ///
    /// # Errors
    /// Not built yet.
    pub async fn get_connection_check(&self, _args: CheckRef) -> Result<ConnectionCheck, AppError> {
        Err(AppError::internal("not built yet"))
    }

    /// Keeps a checked sign-in and connects.
    ///
    /// # Errors
    /// Not built yet.
    pub async fn save_profile(&self, _args: SaveProfile) -> Result<Session, AppError> {
        Err(AppError::internal("not built yet"))
    }

    /// Connects with a saved sign-in.
    ///
    /// # Errors
    /// Not built yet.
    pub async fn connect(&self, _args: ProfileRef) -> Result<Session, AppError> {
        Err(AppError::internal("not built yet"))
    }

    /// Ends the session.
    ///
    /// # Errors
    /// Not built yet.
    pub async fn disconnect(&self) -> Result<(), AppError> {
        Err(AppError::internal("not built yet"))
    }

    /// Moves the session.
    ///
    /// # Errors
    /// Not built yet.
    pub async fn select_sandbox(&self, _args: SelectSandbox) -> Result<Session, AppError> {
        Err(AppError::internal("not built yet"))
    }

    /// Starts practice mode.
    ///
    /// # Errors
    /// Not built yet.
    pub async fn start_practice(&self) -> Result<Session, AppError> {
        Err(AppError::internal("not built yet"))
    }
}
