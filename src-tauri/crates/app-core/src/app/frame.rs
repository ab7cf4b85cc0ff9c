//! The frame: state, settings, notices, keychain.

use crate::App;
use crate::contract::app_state::{AppState, DismissNotice, Settings};
use crate::contract::error::AppError;

impl App {
    /// The frame of the window.
    ///
    /// # Errors
    /// Not built yet.
    pub async fn get_app_state(&self) -> Result<AppState, AppError> {
        Err(AppError::internal("not built yet"))
    }

    /// Keeps settings.
    ///
    /// # Errors
    /// Not built yet.
    pub async fn save_settings(&self, _args: Settings) -> Result<Settings, AppError> {
        Err(AppError::internal("not built yet"))
    }

    /// A notice has been read.
    ///
    /// # Errors
    /// Not built yet.
    pub async fn dismiss_notice(&self, _args: DismissNotice) -> Result<(), AppError> {
        Err(AppError::internal("not built yet"))
    }

    /// Tries the keychain again.
    ///
    /// # Errors
    /// Not built yet.
    pub async fn retry_keychain(&self) -> Result<AppState, AppError> {
        Err(AppError::internal("not built yet"))
    }
}
