//! Everything that this app changed on the platform, newest last. Rows are added and never changed, but for the
//! mark that one was undone. Never a secret, never a webhook address: whoever adds a row has taken them out.

use rusqlite::{OptionalExtension, Row, params, params_from_iter};
use serde_json::Value;

use crate::{ActivityFilter, Error, History, Scope};

/// How many are kept per scope; the oldest go.
const KEPT: i64 = 20_000;

/// One change, as it is kept.
#[derive(Debug, Clone, PartialEq)]
pub struct ActivityRecord {
    /// Name of the saved sign-in.
    pub profile_name: String,
    /// Milliseconds since 1970.
    pub done_at: i64,
    /// What asked for it, in the application's terms; may be empty.
    pub command: String,
    /// Kind of the object, in the application's terms.
    pub kind: String,
    /// Id of the object; empty when it was to be made and was not.
    pub object_id: String,
    /// Name of the object as it was then; may be empty.
    pub object_name: String,
    /// What happened, in a sentence.
    pub sentence: String,
    /// How it ended, in the application's terms.
    pub outcome: String,
    /// HTTP status, when there was an answer.
    pub status: Option<u16>,
    /// The platform's own code, when it refused.
    pub code: Option<String>,
    /// The platform's request id.
    pub request_id: Option<String>,
    /// Method and path with placeholders.
    pub operation: String,
    /// How long it took, in milliseconds.
    pub took_ms: i64,
    /// Former and new values, as JSON of the application's making.
    pub change: Option<Value>,
}

/// A row and its place.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredActivity {
    /// Grows with every row.
    pub id: i64,
    /// What is kept.
    pub record: ActivityRecord,
    /// When it was undone, milliseconds since 1970.
    pub undone_at: Option<i64>,
}

/// Some of the rows that match.
#[derive(Debug, Clone, PartialEq)]
pub struct ActivityPage {
    /// Newest first.
    pub rows: Vec<StoredActivity>,
    /// How many match in all.
    pub matching: u32,
    /// How many are kept in this scope.
    pub kept: u32,
}

impl History {
    /// Adds a row and answers its id; the oldest of its scope go.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn add_activity(&self, scope: &Scope, record: &ActivityRecord) -> Result<i64, Error> {
        let change = record.change.as_ref().map(serde_json::to_string).transpose()?;
        let Scope { environment, organization, sandbox } = scope;
        self.write(|db| {
            db.execute(
                "INSERT INTO activity (environment, organization, sandbox, profile_name, done_at,
                     command, kind, object_id, object_name, sentence, outcome, status, code,
                     request_id, operation, took_ms, change)
                 VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                params![
                    environment,
                    organization,
                    sandbox,
                    record.profile_name,
                    record.done_at,
                    record.command,
                    record.kind,
                    record.object_id,
                    record.object_name,
                    record.sentence,
                    record.outcome,
                    record.status,
                    record.code,
                    record.request_id,
                    record.operation,
                    record.took_ms,
                    change,
                ],
            )?;
            let id = db.last_insert_rowid();
            db.execute(
                "DELETE FROM activity WHERE environment = ? AND organization = ? AND sandbox = ?
                     AND id <= (SELECT id FROM activity
                         WHERE environment = ? AND organization = ? AND sandbox = ?
                         ORDER BY id DESC LIMIT 1 OFFSET ?)",
                params![
                    environment,
                    organization,
                    sandbox,
                    environment,
                    organization,
                    sandbox,
                    KEPT
                ],
            )?;
            Ok(id)
        })
    }

    /// Rows that match, newest first: `limit` of them after the first `skip`.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn activity(
        &self,
        scope: &Scope,
        filter: &ActivityFilter,
        skip: u32,
        limit: u32,
    ) -> Result<ActivityPage, Error> {
        let (clause, values) = filter.clause(scope);
        let (all, scope_values) = ActivityFilter::default().clause(scope);
        let rows: Vec<Read> = self.read(|db| {
            let mut query = db.prepare(&format!(
                "SELECT * FROM activity WHERE {clause} ORDER BY id DESC LIMIT {limit} OFFSET {skip}"
            ))?;
            let rows = query.query_map(params_from_iter(&values), read)?;
            Ok(rows.collect::<Result<_, _>>()?)
        })?;
        let count = |clause: &str, values: &[rusqlite::types::Value]| {
            self.read(|db| {
                let sql = format!("SELECT count(*) FROM activity WHERE {clause}");
                Ok(db.query_row(&sql, params_from_iter(values), |row| row.get::<_, u32>(0))?)
            })
        };
        let matching = count(&clause, &values)?;
        let kept = count(&all, &scope_values)?;
        let rows = rows.into_iter().map(whole).collect::<Result<_, _>>()?;
        Ok(ActivityPage { rows, matching, kept })
    }

    /// One row of this scope, if it is still kept.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn one_activity(&self, scope: &Scope, id: i64) -> Result<Option<StoredActivity>, Error> {
        let Scope { environment, organization, sandbox } = scope;
        let row = self.read(|db| {
            let row = db.query_row(
                "SELECT * FROM activity
                 WHERE environment = ? AND organization = ? AND sandbox = ? AND id = ?",
                params![environment, organization, sandbox, id],
                read,
            );
            Ok(row.optional()?)
        })?;
        row.map(whole).transpose()
    }

    /// Marks a row as undone.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn mark_undone(&self, scope: &Scope, id: i64, at: i64) -> Result<(), Error> {
        let Scope { environment, organization, sandbox } = scope;
        self.write(|db| {
            db.execute(
                "UPDATE activity SET undone_at = ?
                 WHERE environment = ? AND organization = ? AND sandbox = ? AND id = ?",
                params![at, environment, organization, sandbox, id],
            )?;
            Ok(())
        })
    }
}

/// A row with its JSON still as text.
type Read = (StoredActivity, Option<String>);

fn read(row: &Row<'_>) -> rusqlite::Result<Read> {
    let record = ActivityRecord {
        profile_name: row.get("profile_name")?,
        done_at: row.get("done_at")?,
        command: row.get("command")?,
        kind: row.get("kind")?,
        object_id: row.get("object_id")?,
        object_name: row.get("object_name")?,
        sentence: row.get("sentence")?,
        outcome: row.get("outcome")?,
        status: row.get("status")?,
        code: row.get("code")?,
        request_id: row.get("request_id")?,
        operation: row.get("operation")?,
        took_ms: row.get("took_ms")?,
        change: None,
    };
    let stored = StoredActivity { id: row.get("id")?, record, undone_at: row.get("undone_at")? };
    Ok((stored, row.get("change")?))
}

fn whole((mut stored, change): Read) -> Result<StoredActivity, Error> {
    stored.record.change = change.as_deref().map(serde_json::from_str).transpose()?;
    Ok(stored)
}
