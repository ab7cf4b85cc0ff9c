//! Drafts.

use crate::App;
use crate::contract::drafts::{Draft, DraftRef, SaveDraft};
use crate::contract::error::AppError;

impl App {
    /// Keeps a form.
    ///
    /// # Errors
    /// Not built yet.
    pub async fn save_draft(&self, _args: SaveDraft) -> Result<Draft, AppError> {
        Err(AppError::internal("not built yet"))
    }

    /// A form.
    ///
    /// # Errors
    /// Not built yet.
    pub async fn get_draft(&self, _args: DraftRef) -> Result<Option<Draft>, AppError> {
        Err(AppError::internal("not built yet"))
    }

    /// Forgets a form.
    ///
    /// # Errors
    /// Not built yet.
    pub async fn delete_draft(&self, _args: DraftRef) -> Result<(), AppError> {
        Err(AppError::internal("not built yet"))
    }
}
