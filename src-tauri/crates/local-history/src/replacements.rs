//! Dataflows that take the place of others: which for which, and what a person has said about it. One set-up makes
//! one replacement, so its id names both.

use rusqlite::{OptionalExtension, Row, params};

use crate::{Error, History, Scope};

/// One dataflow that is to take the place of another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredReplacement {
    /// Id of the set-up that makes the new dataflow.
    pub setup_id: String,
    /// The dataflow to be replaced.
    pub old_flow_id: String,
    /// Its name when it began, for when it is gone.
    pub old_name: String,
    /// The dataflow that replaces it, once it was made.
    pub new_flow_id: Option<String>,
    /// Milliseconds since 1970.
    pub begun_at: i64,
    /// When a person said that the new address is in place.
    pub pasted_at: Option<i64>,
    /// When the old dataflow was switched off from here.
    pub done_at: Option<i64>,
}

impl History {
    /// Keeps a replacement, in place of its older self.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn put_replacement(&self, scope: &Scope, one: &StoredReplacement) -> Result<(), Error> {
        let Scope { environment, organization, sandbox } = scope;
        self.write(|db| {
            db.execute(
                "INSERT OR REPLACE INTO replacements VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                params![
                    one.setup_id,
                    environment,
                    organization,
                    sandbox,
                    one.old_flow_id,
                    one.old_name,
                    one.new_flow_id,
                    one.begun_at,
                    one.pasted_at,
                    one.done_at,
                ],
            )?;
            Ok(())
        })
    }

    /// The replacements of a sandbox, newest first.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn replacements(&self, scope: &Scope) -> Result<Vec<StoredReplacement>, Error> {
        self.read(|db| {
            let mut query = db.prepare(
                "SELECT * FROM replacements
                 WHERE environment = ? AND organization = ? AND sandbox = ?
                 ORDER BY begun_at DESC, rowid DESC",
            )?;
            let values = params![scope.environment, scope.organization, scope.sandbox];
            let rows = query.query_map(values, read)?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }

    /// One replacement of a sandbox.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn replacement(
        &self,
        scope: &Scope,
        setup_id: &str,
    ) -> Result<Option<StoredReplacement>, Error> {
        self.read(|db| {
            let mut query = db.prepare(
                "SELECT * FROM replacements
                 WHERE environment = ? AND organization = ? AND sandbox = ? AND setup_id = ?",
            )?;
            let values = params![scope.environment, scope.organization, scope.sandbox, setup_id];
            Ok(query.query_row(values, read).optional()?)
        })
    }

    /// Forgets a replacement; what it made stays.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn delete_replacement(&self, scope: &Scope, setup_id: &str) -> Result<(), Error> {
        self.write(|db| {
            db.execute(
                "DELETE FROM replacements
                 WHERE environment = ? AND organization = ? AND sandbox = ? AND setup_id = ?",
                params![scope.environment, scope.organization, scope.sandbox, setup_id],
            )?;
            Ok(())
        })
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<StoredReplacement> {
    Ok(StoredReplacement {
        setup_id: row.get("setup_id")?,
        old_flow_id: row.get("old_flow_id")?,
        old_name: row.get("old_name")?,
        new_flow_id: row.get("new_flow_id")?,
        begun_at: row.get("begun_at")?,
        pasted_at: row.get("pasted_at")?,
        done_at: row.get("done_at")?,
    })
}

#[cfg(test)]
mod tests {
    use super::StoredReplacement;
    use crate::{History, Scope};

    fn scope(sandbox: &str) -> Scope {
        Scope {
            environment: "adobe".to_owned(),
            organization: "ORG@AdobeOrg".to_owned(),
            sandbox: sandbox.to_owned(),
        }
    }

    #[test]
    fn a_replacement_is_known_in_its_own_sandbox_until_it_is_forgotten() {
        let history = History::in_memory();
        let mut one = StoredReplacement {
            setup_id: "s".to_owned(),
            old_flow_id: "old".to_owned(),
            old_name: "Guides".to_owned(),
            new_flow_id: None,
            begun_at: 1,
            pasted_at: None,
            done_at: None,
        };
        history.put_replacement(&scope("dev"), &one).unwrap();
        one.new_flow_id = Some("new".to_owned());
        one.pasted_at = Some(2);
        history.put_replacement(&scope("dev"), &one).unwrap();
        assert_eq!(history.replacements(&scope("dev")).unwrap(), [one.clone()]);
        assert_eq!(history.replacements(&scope("prod")).unwrap(), []);
        assert_eq!(history.replacement(&scope("prod"), "s").unwrap(), None);
        history.delete_replacement(&scope("prod"), "s").unwrap();
        assert_eq!(history.replacement(&scope("dev"), "s").unwrap(), Some(one));
        history.delete_replacement(&scope("dev"), "s").unwrap();
        assert_eq!(history.replacements(&scope("dev")).unwrap(), []);
    }
}
