//! The journal of schemas that are being made. Its rows are written whole: there are at most four steps.

use rusqlite::{OptionalExtension, params};
use serde_json::Value;

use crate::{Error, History, Scope};

/// One making, whole.
#[derive(Debug, Clone, PartialEq)]
pub struct KeptMaking {
    /// Its id; ours.
    pub id: String,
    /// Where it writes to.
    pub scope: Scope,
    /// Milliseconds since 1970, the session's clock.
    pub started_at: i64,
    /// Nothing is left to be done about it.
    pub over: bool,
    /// Form, steps, and what was made.
    pub content: Value,
}

impl History {
    /// Keeps a making as it stands.
    ///
    /// # Errors
    /// When it cannot be written; the older version is then still there.
    pub fn save_making(&self, making: &KeptMaking) -> Result<(), Error> {
        let content = serde_json::to_string(&making.content)?;
        self.write(|db| {
            db.execute(
                "INSERT OR REPLACE INTO makings VALUES (?, ?, ?, ?, ?, ?, ?)",
                params![
                    making.id,
                    making.scope.environment,
                    making.scope.organization,
                    making.scope.sandbox,
                    making.started_at,
                    making.over,
                    content
                ],
            )?;
            Ok(())
        })
    }

    /// The content of the making with this id, if it belongs to this scope.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn making(&self, scope: &Scope, id: &str) -> Result<Option<Value>, Error> {
        let found: Option<String> = self.read(|db| {
            let query = "SELECT content FROM makings
                         WHERE id = ? AND environment = ? AND organization = ? AND sandbox = ?";
            let values = params![id, scope.environment, scope.organization, scope.sandbox];
            Ok(db.query_row(query, values, |row| row.get(0)).optional()?)
        })?;
        Ok(found.map(|content| serde_json::from_str(&content)).transpose()?)
    }

    /// Contents of the makings of a scope that are not over, oldest first. A row that does not hold JSON is passed
    /// over: it must not hide the others.
    ///
    /// # Errors
    /// When the file as a whole cannot be read.
    pub fn unfinished_makings(&self, scope: &Scope) -> Result<Vec<Value>, Error> {
        self.read(|db| {
            let mut query = db.prepare(
                "SELECT content FROM makings
                 WHERE NOT over AND environment = ? AND organization = ? AND sandbox = ?
                 ORDER BY started_at, rowid",
            )?;
            let values = params![scope.environment, scope.organization, scope.sandbox];
            let rows = query.query_map(values, |row| row.get::<_, String>(0))?;
            let contents: Vec<String> = rows.collect::<Result<_, _>>()?;
            Ok(contents.iter().filter_map(|text| serde_json::from_str(text).ok()).collect())
        })
    }
}
