//! Runs that this computer keeps.

use crate::App;
use crate::contract::error::AppError;
use crate::contract::files::ExportedFile;
use crate::contract::run_history::ExportRuns;
use crate::run_history;

impl App {
    /// The kept runs of a window as a file.
    ///
    /// # Errors
    /// `not_connected`; what reading the history says.
    pub async fn export_runs(&self, args: ExportRuns) -> Result<ExportedFile, AppError> {
        let session = self.session()?;
        run_history::export(&session, args).await
    }
}
