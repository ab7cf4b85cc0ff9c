//! The sandboxes that a saved sign-in could use when it was last asked: without them nothing that was kept could be
//! looked at offline.

use rusqlite::{OptionalExtension, params};
use serde_json::Value;

use crate::{Error, History};

impl History {
    /// Keeps the sandboxes of a saved sign-in in place of those kept before.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn keep_sandboxes(&self, profile_id: &str, sandboxes: &Value) -> Result<(), Error> {
        let content = serde_json::to_string(sandboxes)?;
        self.write(|db| {
            let values = params![profile_id, content];
            db.execute("INSERT OR REPLACE INTO kept_sandboxes VALUES (?, ?)", values)?;
            Ok(())
        })
    }

    /// The sandboxes of a saved sign-in, if any were kept.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn kept_sandboxes(&self, profile_id: &str) -> Result<Option<Value>, Error> {
        let found: Option<String> = self.read(|db| {
            let query = "SELECT content FROM kept_sandboxes WHERE profile_id = ?";
            Ok(db.query_row(query, params![profile_id], |row| row.get(0)).optional()?)
        })?;
        Ok(found.map(|content| serde_json::from_str(&content)).transpose()?)
    }

    /// Forgets the sandboxes of a saved sign-in; none is no error.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn forget_sandboxes(&self, profile_id: &str) -> Result<(), Error> {
        self.write(|db| {
            db.execute("DELETE FROM kept_sandboxes WHERE profile_id = ?", params![profile_id])?;
            Ok(())
        })
    }
}
