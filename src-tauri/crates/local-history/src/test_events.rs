//! Test events that were sent, so that they can be followed after a restart. Never the webhook address.

use rusqlite::params;
use serde_json::Value;

use crate::{Error, History, Scope};

/// How many are kept per dataflow; the oldest go.
const KEPT: u32 = 50;

/// A test event that was sent.
#[derive(Debug, Clone, PartialEq)]
pub struct SentTestEvent {
    /// Id of the test event; ours.
    pub id: String,
    /// Dataflow that it was sent to.
    pub flow_id: String,
    /// Milliseconds since 1970.
    pub sent_at: i64,
    /// How it stood when it was last looked at, as JSON of the application's making.
    pub content: Value,
}

impl History {
    /// Keeps a test event, in place of its older self; the oldest of its dataflow go.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn put_test_event(&self, scope: &Scope, event: &SentTestEvent) -> Result<(), Error> {
        let content = serde_json::to_string(&event.content)?;
        let Scope { environment, organization, sandbox } = scope;
        self.write(|db| {
            db.execute(
                "INSERT OR REPLACE INTO test_events VALUES (?, ?, ?, ?, ?, ?, ?)",
                params![
                    event.id,
                    environment,
                    organization,
                    sandbox,
                    event.flow_id,
                    content,
                    event.sent_at
                ],
            )?;
            db.execute(
                "DELETE FROM test_events WHERE id IN (
                     SELECT id FROM test_events
                     WHERE environment = ? AND organization = ? AND sandbox = ? AND flow_id = ?
                     ORDER BY sent_at DESC, rowid DESC LIMIT -1 OFFSET ?)",
                params![environment, organization, sandbox, event.flow_id, KEPT],
            )?;
            Ok(())
        })
    }

    /// Test events of one dataflow, newest first.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn test_events(&self, scope: &Scope, flow_id: &str) -> Result<Vec<SentTestEvent>, Error> {
        let rows: Vec<(String, i64, String)> = self.read(|db| {
            let mut query = db.prepare(
                "SELECT id, sent_at, content FROM test_events
                 WHERE environment = ? AND organization = ? AND sandbox = ? AND flow_id = ?
                 ORDER BY sent_at DESC, rowid DESC",
            )?;
            let values = params![scope.environment, scope.organization, scope.sandbox, flow_id];
            let rows =
                query.query_map(values, |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
            Ok(rows.collect::<Result<_, _>>()?)
        })?;
        rows.into_iter()
            .map(|(id, sent_at, content)| {
                let content = serde_json::from_str(&content)?;
                Ok(SentTestEvent { id, flow_id: flow_id.to_owned(), sent_at, content })
            })
            .collect()
    }
}
