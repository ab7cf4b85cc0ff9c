//! The journal of deletions: what each one means to remove, what it removed, and what that looked like before.
//! Written before a request leaves and after its answer, as with set-ups. Never a secret, never a webhook address.

use rusqlite::{Connection, OptionalExtension, Row, Transaction, params};
use serde_json::Value;

use crate::{Error, History, Scope};

/// A deletion, whole.
#[derive(Debug, Clone, PartialEq)]
pub struct DeletionRecord {
    /// Id of the deletion; ours.
    pub id: String,
    /// Where it removes from.
    pub scope: Scope,
    /// Saved sign-in it was started with, by name.
    pub profile_name: String,
    /// What it is about.
    pub kind: String,
    /// How it stands.
    pub state: String,
    /// Why it stopped as a whole.
    pub problem: Option<Value>,
    /// Milliseconds since 1970, the session's clock.
    pub started_at: i64,
    /// Milliseconds since 1970, the session's clock.
    pub ended_at: Option<i64>,
    /// Its rows, in order.
    pub rows: Vec<DeletionRowRecord>,
}

/// One row of a deletion.
#[derive(Debug, Clone, PartialEq)]
pub struct DeletionRowRecord {
    /// What it removes and how far it is, as JSON of the application's making.
    pub content: Value,
    /// What it looked like before.
    pub snapshot: Option<Value>,
    /// When it was removed, milliseconds since 1970, the session's clock.
    pub removed_at: Option<i64>,
}

/// What was deleted, to be looked at again.
#[derive(Debug, Clone, PartialEq)]
pub struct DeletedRecord {
    /// Id of the deletion.
    pub deletion_id: String,
    /// Which of its rows.
    pub position: u32,
    /// When, milliseconds since 1970.
    pub removed_at: i64,
    /// What it looked like before.
    pub snapshot: Value,
}

/// Deletions as the journal holds them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Deletions {
    /// Those that can be read, oldest first.
    pub read: Vec<DeletionRecord>,
    /// How many there are besides that do not hold what they should. They stay as they are.
    pub unreadable: usize,
}

impl History {
    /// Keeps a deletion and all of its rows as they stand, all or nothing.
    ///
    /// # Errors
    /// When it cannot be written; the older version is then still there.
    pub fn save_deletion(&self, deletion: &DeletionRecord) -> Result<(), Error> {
        self.write(|db| {
            save_head(db, deletion)?;
            db.execute("DELETE FROM deletion_rows WHERE deletion_id = ?", [&deletion.id])?;
            for (position, row) in (0_u32..).zip(&deletion.rows) {
                save_row(db, &deletion.id, position, row)?;
            }
            Ok(())
        })
    }

    /// Keeps one row of a deletion that is known.
    ///
    /// # Errors
    /// When it cannot be written; the older version is then still there.
    pub fn save_deletion_row(
        &self,
        deletion_id: &str,
        position: u32,
        row: &DeletionRowRecord,
    ) -> Result<(), Error> {
        self.write(|db| save_row(db, deletion_id, position, row))
    }

    /// A person has seen how it ended: it is not listed any more.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn close_deletion(&self, deletion_id: &str) -> Result<(), Error> {
        self.write(|db| {
            db.execute("UPDATE deletions SET closed = 1 WHERE id = ?", [deletion_id])?;
            Ok(())
        })
    }

    /// The deletion with this id.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn deletion(&self, id: &str) -> Result<Option<DeletionRecord>, Error> {
        self.read(|db| {
            let head =
                db.query_row("SELECT * FROM deletions WHERE id = ?", [id], Head::of).optional()?;
            head.map(|head| head.with_rows(db)).transpose()
        })
    }

    /// Every deletion that nobody has closed, of every scope. One that cannot be read does not hide the others.
    ///
    /// # Errors
    /// When the file as a whole cannot be read.
    pub fn open_deletions(&self) -> Result<Deletions, Error> {
        self.read(|db| {
            let mut query =
                db.prepare("SELECT * FROM deletions WHERE closed = 0 ORDER BY started_at, rowid")?;
            let heads: Vec<Head> = query.query_map([], Head::of)?.collect::<Result<_, _>>()?;
            let mut deletions = Deletions::default();
            for head in heads {
                match head.with_rows(db) {
                    Ok(deletion) => deletions.read.push(deletion),
                    Err(Error::Damaged(_)) => deletions.unreadable += 1,
                    Err(error) => return Err(error),
                }
            }
            Ok(deletions)
        })
    }

    /// What was deleted in this scope, the latest first.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn deleted(&self, scope: &Scope) -> Result<Vec<DeletedRecord>, Error> {
        let rows: Vec<(String, u32, i64, String)> = self.read(|db| {
            let mut query = db.prepare(
                "SELECT deletion_id, position, removed_at, snapshot
                 FROM deletion_rows JOIN deletions ON deletions.id = deletion_id
                 WHERE environment = ? AND organization = ? AND sandbox = ?
                     AND removed_at IS NOT NULL AND snapshot IS NOT NULL
                 ORDER BY removed_at DESC, deletions.rowid DESC, position",
            )?;
            let scope = params![scope.environment, scope.organization, scope.sandbox];
            let rows = query
                .query_map(scope, |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?;
            Ok(rows.collect::<Result<_, _>>()?)
        })?;
        rows.into_iter()
            .map(|(deletion_id, position, removed_at, snapshot)| {
                let snapshot = serde_json::from_str(&snapshot)?;
                Ok(DeletedRecord { deletion_id, position, removed_at, snapshot })
            })
            .collect()
    }
}

fn save_head(db: &Transaction<'_>, deletion: &DeletionRecord) -> Result<(), Error> {
    let problem = deletion.problem.as_ref().map(serde_json::to_string).transpose()?;
    db.execute(
        "INSERT INTO deletions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
         ON CONFLICT (id) DO UPDATE SET state = excluded.state, problem = excluded.problem,
             ended_at = excluded.ended_at",
        params![
            deletion.id,
            deletion.scope.environment,
            deletion.scope.organization,
            deletion.scope.sandbox,
            deletion.profile_name,
            deletion.kind,
            deletion.state,
            problem,
            deletion.started_at,
            deletion.ended_at,
        ],
    )?;
    Ok(())
}

fn save_row(
    db: &Transaction<'_>,
    deletion_id: &str,
    position: u32,
    row: &DeletionRowRecord,
) -> Result<(), Error> {
    let content = serde_json::to_string(&row.content)?;
    let snapshot = row.snapshot.as_ref().map(serde_json::to_string).transpose()?;
    db.prepare_cached("INSERT OR REPLACE INTO deletion_rows VALUES (?, ?, ?, ?, ?)")?
        .execute(params![deletion_id, position, content, snapshot, row.removed_at])?;
    Ok(())
}

/// A row of `deletions`, its JSON still text.
struct Head {
    deletion: DeletionRecord,
    problem: Option<String>,
}

impl Head {
    fn of(row: &Row<'_>) -> rusqlite::Result<Self> {
        let deletion = DeletionRecord {
            id: row.get("id")?,
            scope: Scope::of(row)?,
            profile_name: row.get("profile_name")?,
            kind: row.get("kind")?,
            state: row.get("state")?,
            problem: None,
            started_at: row.get("started_at")?,
            ended_at: row.get("ended_at")?,
            rows: Vec::new(),
        };
        Ok(Self { deletion, problem: row.get("problem")? })
    }

    fn with_rows(self, db: &Connection) -> Result<DeletionRecord, Error> {
        let mut deletion = self.deletion;
        deletion.problem = json(self.problem)?;
        let mut query = db.prepare_cached(
            "SELECT * FROM deletion_rows WHERE deletion_id = ? ORDER BY position",
        )?;
        let mut rows = query.query([&deletion.id])?;
        while let Some(row) = rows.next()? {
            deletion.rows.push(DeletionRowRecord {
                content: serde_json::from_str(&row.get::<_, String>("content")?)?,
                snapshot: json(row.get("snapshot")?)?,
                removed_at: row.get("removed_at")?,
            });
        }
        Ok(deletion)
    }
}

fn json(text: Option<String>) -> Result<Option<Value>, Error> {
    Ok(text.map(|text| serde_json::from_str(&text)).transpose()?)
}
