//! The journal of set-ups: what each one meant to make, and what it made. Written before a request leaves
//! and after its answer, so that a crash in between can be told apart from nothing having happened.

use rusqlite::{Connection, OptionalExtension, Row, Transaction, params};
use serde_json::Value;

use crate::{Error, History, Scope};

/// A set-up, whole.
#[derive(Debug, Clone, PartialEq)]
pub struct SetupRecord {
    /// Id of the set-up; ours.
    pub id: String,
    /// Where it writes to.
    pub scope: Scope,
    /// Saved sign-in it was started with, by name.
    pub profile_name: String,
    /// Name of the dataflow.
    pub name: String,
    /// The form it was started with, and what was read before the first write.
    pub form: Value,
    /// How it stands.
    pub state: String,
    /// Why it stopped.
    pub cause: Option<Value>,
    /// Why undo stopped.
    pub undo_problem: Option<Value>,
    /// Milliseconds since 1970, the session's clock.
    pub started_at: i64,
    /// Milliseconds since 1970, the platform's clock.
    pub settles_at: Option<i64>,
    /// Milliseconds since 1970, the session's clock.
    pub ended_at: Option<i64>,
    /// Its steps, in order.
    pub steps: Vec<StepRecord>,
}

/// Set-ups as the journal holds them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Setups {
    /// Those that can be read, oldest first.
    pub read: Vec<SetupRecord>,
    /// How many rows there are besides that do not hold what they should. They stay as they are.
    pub unreadable: usize,
}

/// One step of a set-up.
#[derive(Debug, Clone, PartialEq)]
pub struct StepRecord {
    /// Which.
    pub kind: String,
    /// How it stands.
    pub state: String,
    /// What the request will ask for; written before the request is sent, so its absence means that none was.
    pub intent: Option<Value>,
    /// When it was written, milliseconds since 1970, this computer's clock.
    pub intent_at: Option<i64>,
    /// What it made or picked.
    pub object: Option<MadeObject>,
    /// Time taken, milliseconds.
    pub took_ms: Option<i64>,
}

/// An object on the platform.
#[derive(Debug, Clone, PartialEq)]
pub struct MadeObject {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What later steps need to know of it.
    pub facts: Value,
}

impl History {
    /// Keeps a set-up and all of its steps as they stand, all or nothing.
    ///
    /// # Errors
    /// When it cannot be written; the older version is then still there.
    pub fn save_setup(&self, setup: &SetupRecord) -> Result<(), Error> {
        self.write(|db| {
            save_head(db, setup)?;
            db.execute("DELETE FROM steps WHERE setup_id = ?", [&setup.id])?;
            for (position, step) in (0_i64..).zip(&setup.steps) {
                save_step(db, &setup.id, position, step)?;
            }
            Ok(())
        })
    }

    /// The set-up with this id.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn setup(&self, id: &str) -> Result<Option<SetupRecord>, Error> {
        self.read(|db| {
            let head =
                db.query_row("SELECT * FROM setups WHERE id = ?", [id], Head::of).optional()?;
            head.map(|head| head.with_steps(db)).transpose()
        })
    }

    /// Every set-up, of every scope. One that does not hold what it should does not hide the others.
    ///
    /// # Errors
    /// When the file as a whole cannot be read.
    pub fn setups(&self) -> Result<Setups, Error> {
        self.read(|db| {
            let mut query = db.prepare("SELECT * FROM setups ORDER BY started_at, rowid")?;
            let heads: Vec<Head> = query.query_map([], Head::of)?.collect::<Result<_, _>>()?;
            let mut setups = Setups::default();
            for head in heads {
                match head.with_steps(db) {
                    Ok(setup) => setups.read.push(setup),
                    Err(Error::Damaged(_)) => setups.unreadable += 1,
                    Err(error) => return Err(error),
                }
            }
            Ok(setups)
        })
    }
}

fn save_head(db: &Transaction<'_>, setup: &SetupRecord) -> Result<(), Error> {
    db.execute(
        "INSERT INTO setups VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET form = excluded.form, state = excluded.state,
             cause = excluded.cause, undo_problem = excluded.undo_problem,
             settles_at = excluded.settles_at, ended_at = excluded.ended_at",
        params![
            setup.id,
            setup.scope.environment,
            setup.scope.organization,
            setup.scope.sandbox,
            setup.profile_name,
            setup.name,
            serde_json::to_string(&setup.form)?,
            setup.state,
            text(setup.cause.as_ref())?,
            text(setup.undo_problem.as_ref())?,
            setup.started_at,
            setup.settles_at,
            setup.ended_at,
        ],
    )?;
    Ok(())
}

fn save_step(
    db: &Transaction<'_>,
    setup_id: &str,
    position: i64,
    step: &StepRecord,
) -> Result<(), Error> {
    let object = step.object.as_ref();
    db.prepare_cached("INSERT INTO steps VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")?.execute(
        params![
            setup_id,
            position,
            step.kind,
            step.state,
            text(step.intent.as_ref())?,
            step.intent_at,
            object.map(|object| &object.id),
            object.map(|object| &object.name),
            text(object.map(|object| &object.facts))?,
            step.took_ms,
        ],
    )?;
    Ok(())
}

/// A row of `setups`, its JSON still text.
struct Head {
    setup: SetupRecord,
    form: String,
    cause: Option<String>,
    undo_problem: Option<String>,
}

impl Head {
    fn of(row: &Row<'_>) -> rusqlite::Result<Self> {
        let setup = SetupRecord {
            id: row.get("id")?,
            scope: Scope::of(row)?,
            profile_name: row.get("profile_name")?,
            name: row.get("name")?,
            form: Value::Null,
            state: row.get("state")?,
            cause: None,
            undo_problem: None,
            started_at: row.get("started_at")?,
            settles_at: row.get("settles_at")?,
            ended_at: row.get("ended_at")?,
            steps: Vec::new(),
        };
        let (form, cause, undo_problem) =
            (row.get("form")?, row.get("cause")?, row.get("undo_problem")?);
        Ok(Self { setup, form, cause, undo_problem })
    }

    fn with_steps(self, db: &Connection) -> Result<SetupRecord, Error> {
        let mut setup = self.setup;
        setup.form = serde_json::from_str(&self.form)?;
        setup.cause = json(self.cause)?;
        setup.undo_problem = json(self.undo_problem)?;
        let mut query =
            db.prepare_cached("SELECT * FROM steps WHERE setup_id = ? ORDER BY position")?;
        let mut rows = query.query([&setup.id])?;
        while let Some(row) = rows.next()? {
            setup.steps.push(step(row)?);
        }
        Ok(setup)
    }
}

fn step(row: &Row<'_>) -> Result<StepRecord, Error> {
    let id: Option<String> = row.get("object_id")?;
    let object = match id {
        Some(id) => Some(MadeObject {
            id,
            name: row.get::<_, Option<String>>("object_name")?.unwrap_or_default(),
            facts: json(row.get("object_facts")?)?.unwrap_or(Value::Null),
        }),
        None => None,
    };
    Ok(StepRecord {
        kind: row.get("kind")?,
        state: row.get("state")?,
        intent: json(row.get("intent")?)?,
        intent_at: row.get("intent_at")?,
        object,
        took_ms: row.get("took_ms")?,
    })
}

fn text(value: Option<&Value>) -> Result<Option<String>, Error> {
    Ok(value.map(serde_json::to_string).transpose()?)
}

fn json(text: Option<String>) -> Result<Option<Value>, Error> {
    Ok(text.map(|text| serde_json::from_str(&text)).transpose()?)
}
