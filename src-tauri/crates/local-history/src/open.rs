//! Opening the file: its settings, its versions, and what happens to one that is not a database.

use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use rusqlite::Connection;

use crate::Error;

/// Every version of the tables, oldest first. A step that was released never changes.
const VERSIONS: &[&str] = &[
    include_str!("version_1.sql"),
    include_str!("version_2.sql"),
    include_str!("version_3.sql"),
    include_str!("version_4.sql"),
    include_str!("version_5.sql"),
    include_str!("version_6.sql"),
    include_str!("version_7.sql"),
];

/// Opens a database file that this process may write, making or upgrading its tables.
pub(crate) fn writable(path: &Path) -> Result<Connection, Error> {
    let mut connection = connect(path)?;
    check_whole(&connection)?;
    upgrade(&mut connection)?;
    Ok(connection)
}

/// Opens a file that another process writes.
pub(crate) fn readable(path: &Path) -> Result<Connection, Error> {
    let connection = connect(path)?;
    match version(&connection)? {
        found if found == known() => Ok(connection),
        found if found > known() => Err(Error::Newer { found, known: known() }),
        _ => Err(Error::InUse),
    }
}

/// Makes the tables in memory.
pub(crate) fn in_memory() -> Result<Connection, Error> {
    let mut connection = Connection::open_in_memory()?;
    settings(&connection)?;
    upgrade(&mut connection)?;
    Ok(connection)
}

/// Gives a file that is not a database another name, with everything that belongs to it; answers the name.
pub(crate) fn set_aside(path: &Path) -> Result<PathBuf, Error> {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let aside = (0..)
        .map(|count| with_suffix(path, &format!(".unreadable-{}", seconds + count)))
        .find(|aside| !aside.exists())
        .expect("a number that is free exists");
    std::fs::rename(path, &aside)?;
    for part in ["-wal", "-shm"] {
        let from = with_suffix(path, part);
        if from.exists() {
            std::fs::rename(from, with_suffix(&aside, part))?;
        }
    }
    Ok(aside)
}

fn connect(path: &Path) -> Result<Connection, Error> {
    let connection = Connection::open(path)?;
    // Before anything is changed: a newer file must stay exactly as it is.
    let found = version(&connection)?;
    if found > known() {
        return Err(Error::Newer { found, known: known() });
    }
    connection.pragma_update(None, "journal_mode", "WAL")?;
    settings(&connection)?;
    Ok(connection)
}

fn settings(connection: &Connection) -> Result<(), Error> {
    // FULL: in WAL mode only this makes a commit survive a power cut.
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.busy_timeout(Duration::from_secs(2))?;
    Ok(())
}

fn upgrade(connection: &mut Connection) -> Result<(), Error> {
    let found = version(connection)?;
    for (version, sql) in (1_u32..).zip(VERSIONS).skip(found as usize) {
        let transaction = connection.transaction()?;
        transaction.execute_batch(sql)?;
        transaction.pragma_update(None, "user_version", version)?;
        transaction.commit()?;
    }
    Ok(())
}

/// A file cut short or overwritten in its middle shows only when all of it is read; it is small.
fn check_whole(connection: &Connection) -> Result<(), Error> {
    let verdict: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if verdict == "ok" { Ok(()) } else { Err(Error::Damaged(verdict)) }
}

fn version(connection: &Connection) -> Result<u32, Error> {
    let found: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    // Negative can only be written on purpose; it is no version of ours.
    Ok(u32::try_from(found).unwrap_or(u32::MAX))
}

fn known() -> u32 {
    u32::try_from(VERSIONS.len()).expect("a handful of versions")
}

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}
