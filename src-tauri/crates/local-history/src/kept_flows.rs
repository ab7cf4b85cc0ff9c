//! Dataflows as they were read last: one list per scope, written row by row, so that a list of ten thousand costs
//! no more to keep than what changed in it.

use rusqlite::{OptionalExtension, params};

use crate::{Error, History, Scope};

/// A row of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptFlow {
    /// Id of the dataflow.
    pub flow_id: String,
    /// The row, as JSON of the application's making.
    pub content: String,
}

/// A list as it was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptList {
    /// When it was read, milliseconds since 1970.
    pub read_at: i64,
    /// Its rows, by id.
    pub flows: Vec<KeptFlow>,
}

impl History {
    /// Keeps what changed in a list, and that it is as it was at `read_at`.
    ///
    /// # Errors
    /// When it cannot be written; then nothing of it is.
    pub fn keep_flows(
        &self,
        scope: &Scope,
        read_at: i64,
        changed: &[KeptFlow],
        gone: &[String],
    ) -> Result<(), Error> {
        let Scope { environment, organization, sandbox } = scope;
        self.write(|db| {
            db.execute(
                "INSERT OR REPLACE INTO kept_lists VALUES (?, ?, ?, ?)",
                params![environment, organization, sandbox, read_at],
            )?;
            let mut put = db.prepare("INSERT OR REPLACE INTO kept_flows VALUES (?, ?, ?, ?, ?)")?;
            for KeptFlow { flow_id, content } in changed {
                put.execute(params![environment, organization, sandbox, flow_id, content])?;
            }
            let mut remove = db.prepare(
                "DELETE FROM kept_flows
                 WHERE environment = ? AND organization = ? AND sandbox = ? AND flow_id = ?",
            )?;
            for flow_id in gone {
                remove.execute(params![environment, organization, sandbox, flow_id])?;
            }
            Ok(())
        })
    }

    /// The list of a scope, if one was kept.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn kept_flows(&self, scope: &Scope) -> Result<Option<KeptList>, Error> {
        let Scope { environment, organization, sandbox } = scope;
        self.read(|db| {
            let read_at = db
                .query_row(
                    "SELECT read_at FROM kept_lists
                     WHERE environment = ? AND organization = ? AND sandbox = ?",
                    params![environment, organization, sandbox],
                    |row| row.get(0),
                )
                .optional()?;
            let Some(read_at) = read_at else { return Ok(None) };
            let mut query = db.prepare(
                "SELECT flow_id, content FROM kept_flows
                 WHERE environment = ? AND organization = ? AND sandbox = ? ORDER BY flow_id",
            )?;
            let flows = query
                .query_map(params![environment, organization, sandbox], |row| {
                    Ok(KeptFlow { flow_id: row.get(0)?, content: row.get(1)? })
                })?
                .collect::<Result<_, _>>()?;
            Ok(Some(KeptList { read_at, flows }))
        })
    }
}
