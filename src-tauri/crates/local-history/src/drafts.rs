//! Half-finished forms: one per form and scope.

use rusqlite::{OptionalExtension, params};
use serde_json::Value;

use crate::{Error, History, Scope};

/// A form as it was saved.
#[derive(Debug, Clone, PartialEq)]
pub struct SavedDraft {
    /// What the window made of it.
    pub values: Value,
    /// Milliseconds since 1970.
    pub saved_at: i64,
}

impl History {
    /// Keeps a form in place of its older self.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn put_draft(&self, scope: &Scope, form: &str, draft: &SavedDraft) -> Result<(), Error> {
        let content = serde_json::to_string(&draft.values)?;
        self.write(|db| {
            db.execute(
                "INSERT OR REPLACE INTO drafts VALUES (?, ?, ?, ?, ?, ?)",
                params![
                    scope.environment,
                    scope.organization,
                    scope.sandbox,
                    form,
                    content,
                    draft.saved_at
                ],
            )?;
            Ok(())
        })
    }

    /// The form, if one was kept.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn draft(&self, scope: &Scope, form: &str) -> Result<Option<SavedDraft>, Error> {
        let found: Option<(String, i64)> = self.read(|db| {
            Ok(db
                .query_row(
                    "SELECT content, saved_at FROM drafts
                     WHERE environment = ? AND organization = ? AND sandbox = ? AND form = ?",
                    params![scope.environment, scope.organization, scope.sandbox, form],
                    |row| Ok((row.get(0)?, row.get(1)?)),
                )
                .optional()?)
        })?;
        let Some((content, saved_at)) = found else { return Ok(None) };
        Ok(Some(SavedDraft { values: serde_json::from_str(&content)?, saved_at }))
    }

    /// Forgets a form; one that is not there is no error.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn delete_draft(&self, scope: &Scope, form: &str) -> Result<(), Error> {
        self.write(|db| {
            db.execute(
                "DELETE FROM drafts
                 WHERE environment = ? AND organization = ? AND sandbox = ? AND form = ?",
                params![scope.environment, scope.organization, scope.sandbox, form],
            )?;
            Ok(())
        })
    }
}
