//! Runs beyond what the platform returns.

use crate::App;
use crate::contract::error::AppError;
use crate::contract::files::ExportedFile;
use crate::contract::run_history::{ExportRuns, GetRunHistory, RunHistory};
use crate::run_history;

impl App {
    /// Runs of a window: those that Adobe returns and those that only this computer still has.
    ///
    /// # Errors
    /// `not_connected`; what could not be read is in the reply.
    pub async fn get_run_history(&self, args: GetRunHistory) -> Result<RunHistory, AppError> {
        let session = self.session()?;
        Ok(run_history::merged(&session, &args).await)
    }

    /// The kept runs of a window as a file.
    ///
    /// # Errors
    /// `not_connected`; what reading the history says.
    pub async fn export_runs(&self, args: ExportRuns) -> Result<ExportedFile, AppError> {
        let session = self.session()?;
        run_history::export(&session, args).await
    }
}
