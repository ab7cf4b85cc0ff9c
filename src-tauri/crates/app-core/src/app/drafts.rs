//! Drafts: half-finished forms, kept apart per sandbox, and for practice mode in its own memory.

use local_history::SavedDraft;

use crate::App;
use crate::contract::drafts::{Draft, DraftRef, SaveDraft};
use crate::contract::error::AppError;
use crate::kept::on_disk;

impl App {
    /// Keeps a form in place of its older self.
    ///
    /// # Errors
    /// `not_connected`; `disk_full`, `newer_data` when it cannot be kept.
    pub async fn save_draft(&self, args: SaveDraft) -> Result<Draft, AppError> {
        let session = self.session()?;
        let scope = session.scope.clone();
        let draft = SavedDraft { values: args.values, saved_at: session.now() };
        on_disk(&session.history, move |history| {
            history.put_draft(&scope, &args.form, &draft)?;
            Ok(Draft { values: draft.values, saved_at: draft.saved_at })
        })
        .await
    }

    /// A form, if one was kept in this sandbox.
    ///
    /// # Errors
    /// `not_connected`; `newer_data` when the database cannot be read.
    pub async fn get_draft(&self, args: DraftRef) -> Result<Option<Draft>, AppError> {
        let session = self.session()?;
        let scope = session.scope.clone();
        let draft =
            on_disk(&session.history, move |history| history.draft(&scope, &args.form)).await?;
        Ok(draft.map(|draft| Draft { values: draft.values, saved_at: draft.saved_at }))
    }

    /// Forgets a form.
    ///
    /// # Errors
    /// As [`App::save_draft`].
    pub async fn delete_draft(&self, args: DraftRef) -> Result<(), AppError> {
        let session = self.session()?;
        let scope = session.scope.clone();
        on_disk(&session.history, move |history| history.delete_draft(&scope, &args.form)).await
    }
}
