//! Runs of dataflows as they were read, beyond what the platform returns. One row by run: a later answer takes the
//! place of an earlier one. Never a webhook address.
//!
//! Bounded: what began before the moment that the caller names goes, and of each sandbox the newest
//! [`MOST_RUNS`] stay, which is a year of hours for five dataflows or a month for seventy.

use rusqlite::{Row, Transaction, params};
use serde_json::Value;

use crate::{Error, History, Scope};

/// How many runs are kept of one sandbox.
pub const MOST_RUNS: u32 = 50_000;

/// A run as it was read.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredRun {
    /// Its id.
    pub run_id: String,
    /// Its dataflow.
    pub flow_id: String,
    /// When it began, milliseconds since 1970.
    pub started_at: i64,
    /// Whether it has ended: one that has is never replaced by one that has not.
    pub ended: bool,
    /// When the platform changed it last; an older answer does not replace a newer one.
    pub updated_at: i64,
    /// The run, as JSON of the application's making.
    pub content: Value,
}

/// How many runs are kept of a sandbox, and since when.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RunsKept {
    /// How many.
    pub count: u64,
    /// When the oldest began.
    pub oldest: Option<i64>,
}

impl History {
    /// Keeps runs, all or nothing, and lets go of those that began before `oldest`. Answers how many were new or
    /// have changed.
    ///
    /// # Errors
    /// When they cannot be written; those that were kept before are still there.
    pub fn keep_runs(
        &self,
        scope: &Scope,
        runs: &[StoredRun],
        oldest: i64,
    ) -> Result<usize, Error> {
        self.write(|db| {
            let mut written = 0;
            for run in runs.iter().filter(|run| run.started_at >= oldest) {
                written += keep(db, scope, run)?;
            }
            prune(db, scope, oldest)?;
            Ok(written)
        })
    }

    /// Runs of a sandbox, or of one of its dataflows, that began from `since` to before `until`, newest first. One
    /// that does not hold what it should is left out.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn runs(
        &self,
        scope: &Scope,
        flow_id: Option<&str>,
        since: i64,
        until: i64,
    ) -> Result<Vec<StoredRun>, Error> {
        let Scope { environment, organization, sandbox } = scope;
        let rows: Vec<(StoredRun, String)> = self.read(|db| {
            let mut query = db.prepare(
                "SELECT * FROM runs
                 WHERE environment = ?1 AND organization = ?2 AND sandbox = ?3
                   AND started_at >= ?4 AND started_at < ?5 AND (?6 IS NULL OR flow_id = ?6)
                 ORDER BY started_at DESC, run_id",
            )?;
            let values = params![environment, organization, sandbox, since, until, flow_id];
            let rows = query.query_map(values, read)?;
            Ok(rows.collect::<Result<_, _>>()?)
        })?;
        let whole = |(run, content): (StoredRun, String)| {
            let content = serde_json::from_str(&content).ok()?;
            Some(StoredRun { content, ..run })
        };
        Ok(rows.into_iter().filter_map(whole).collect())
    }

    /// How many runs are kept of a sandbox.
    ///
    /// # Errors
    /// When that cannot be read.
    pub fn runs_kept(&self, scope: &Scope) -> Result<RunsKept, Error> {
        self.read(|db| {
            let (count, oldest): (i64, Option<i64>) = db.query_row(
                "SELECT count(*), min(started_at) FROM runs
                 WHERE environment = ? AND organization = ? AND sandbox = ?",
                params![scope.environment, scope.organization, scope.sandbox],
                |row| Ok((row.get(0)?, row.get(1)?)),
            )?;
            Ok(RunsKept { count: count.unsigned_abs(), oldest })
        })
    }
}

fn keep(db: &Transaction<'_>, scope: &Scope, run: &StoredRun) -> Result<usize, Error> {
    let content = serde_json::to_string(&run.content)?;
    let written = db
        .prepare_cached(
            "INSERT INTO runs VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (environment, organization, sandbox, run_id) DO UPDATE
         SET flow_id = excluded.flow_id, started_at = excluded.started_at, ended = excluded.ended,
             updated_at = excluded.updated_at, content = excluded.content
         WHERE excluded.ended >= runs.ended AND excluded.updated_at >= runs.updated_at
           AND excluded.content <> runs.content",
        )?
        .execute(params![
            scope.environment,
            scope.organization,
            scope.sandbox,
            run.run_id,
            run.flow_id,
            run.started_at,
            run.ended,
            run.updated_at,
            content
        ])?;
    Ok(written)
}

fn prune(db: &Transaction<'_>, scope: &Scope, oldest: i64) -> Result<(), Error> {
    let Scope { environment, organization, sandbox } = scope;
    db.execute(
        "DELETE FROM runs
         WHERE environment = ?1 AND organization = ?2 AND sandbox = ?3 AND started_at < max(?4, coalesce(
             (SELECT started_at FROM runs WHERE environment = ?1 AND organization = ?2 AND sandbox = ?3
              ORDER BY started_at DESC LIMIT 1 OFFSET ?5), ?4))",
        params![environment, organization, sandbox, oldest, MOST_RUNS - 1],
    )?;
    Ok(())
}

fn read(row: &Row<'_>) -> rusqlite::Result<(StoredRun, String)> {
    let run = StoredRun {
        run_id: row.get("run_id")?,
        flow_id: row.get("flow_id")?,
        started_at: row.get("started_at")?,
        ended: row.get("ended")?,
        updated_at: row.get("updated_at")?,
        content: Value::Null,
    };
    Ok((run, row.get("content")?))
}
