//! `History`: the open file, its lock, and the one way to read or write it.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::{Error, lock, open};

/// Name of the database file in the folder.
const FILE: &str = "history.sqlite3";
/// Name of the file whose lock says who may write.
const LOCK: &str = "history.lock";

/// What this app keeps about its own doings. Shared between threads; one at a time gets in.
#[derive(Debug)]
pub struct History {
    store: Result<Mutex<Store>, Error>,
    set_aside: Option<PathBuf>,
}

#[derive(Debug)]
struct Store {
    connection: Connection,
    writer: Writer,
}

/// Whether this process may write.
#[derive(Debug)]
enum Writer {
    /// In memory: nobody else can see it.
    Alone,
    /// The lock is held until the value is dropped.
    Holds { _lock: File },
    /// Another copy of this app held the lock when it was last tried.
    Waits { lock: PathBuf },
}

impl History {
    /// Opens the database of this folder, making folder and file when there are none. A file that is not a
    /// database is given another name ([`History::set_aside`]) and a new one begun. When another copy of this
    /// app has it open, it can be read, and writes answer [`Error::InUse`] until that copy has ended.
    ///
    /// # Errors
    /// [`Error::Newer`] when a newer version of this app wrote it, [`Error::NotWritable`] when folder or file
    /// cannot be written. The file is then as it was.
    pub fn open(folder: &Path) -> Result<Self, Error> {
        std::fs::create_dir_all(folder)?;
        let (path, lock_path) = (folder.join(FILE), folder.join(LOCK));
        let Some(lock) = lock::take(&lock_path)? else {
            let connection = open::readable(&path)?;
            return Ok(Self::of(connection, Writer::Waits { lock: lock_path }, None));
        };
        let (connection, set_aside) = match open::writable(&path) {
            Err(Error::Damaged(_)) => {
                let aside = open::set_aside(&path)?;
                (open::writable(&path)?, Some(aside))
            }
            other => (other?, None),
        };
        Ok(Self::of(connection, Writer::Holds { _lock: lock }, set_aside))
    }

    /// A database that lives and dies with the value: practice mode's, and that of tests.
    #[must_use]
    pub fn in_memory() -> Self {
        match open::in_memory() {
            Ok(connection) => Self::of(connection, Writer::Alone, None),
            Err(error) => Self::refusing(error),
        }
    }

    /// Stands in for a database that could not be opened: every call answers with this error.
    #[must_use]
    pub fn refusing(error: Error) -> Self {
        Self { store: Err(error), set_aside: None }
    }

    /// Where a file that was not a database has been put, if that happened at opening.
    #[must_use]
    pub fn set_aside(&self) -> Option<&Path> {
        self.set_aside.as_deref()
    }

    /// Whether this process may write: takes the lock if it has become free.
    ///
    /// # Errors
    /// [`Error::InUse`] while another copy of this app holds the lock; the error of [`History::refusing`].
    pub fn check_writable(&self) -> Result<(), Error> {
        self.lock()?.check_writable()
    }

    /// Reads.
    pub(crate) fn read<T>(
        &self,
        run: impl FnOnce(&Connection) -> Result<T, Error>,
    ) -> Result<T, Error> {
        run(&self.lock()?.connection)
    }

    /// Writes all or nothing; when this returns without an error, it is on the disk.
    pub(crate) fn write<T>(
        &self,
        run: impl FnOnce(&Transaction<'_>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let mut store = self.lock()?;
        store.check_writable()?;
        let transaction =
            store.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let value = run(&transaction)?;
        transaction.commit()?;
        Ok(value)
    }

    fn of(connection: Connection, writer: Writer, set_aside: Option<PathBuf>) -> Self {
        Self { store: Ok(Mutex::new(Store { connection, writer })), set_aside }
    }

    fn lock(&self) -> Result<MutexGuard<'_, Store>, Error> {
        // A panic while the lock was held has rolled its transaction back: what is stored is whole.
        let store = self.store.as_ref().map_err(Clone::clone)?;
        Ok(store.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Store {
    fn check_writable(&mut self) -> Result<(), Error> {
        if let Writer::Waits { lock } = &self.writer {
            let lock = lock::take(lock)?.ok_or(Error::InUse)?;
            self.writer = Writer::Holds { _lock: lock };
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::History;
    use crate::{Error, SavedDraft, Scope};

    #[test]
    fn a_write_that_finds_the_disk_full_says_so_and_leaves_what_was_kept() {
        let folder = tempfile::tempdir().unwrap();
        let history = History::open(folder.path()).unwrap();
        let scope = Scope {
            environment: "adobe".to_owned(),
            organization: "ORG@AdobeOrg".to_owned(),
            sandbox: "dev".to_owned(),
        };
        let draft = |text: &str| SavedDraft { values: json!(text), saved_at: 1 };
        history.put_draft(&scope, "setup", &draft("kept")).unwrap();
        // SQLite's own limit ends in the very error of a full disk.
        history.read(|db| Ok(db.pragma_update(None, "max_page_count", 16)?)).unwrap();

        let full = history.put_draft(&scope, "setup", &draft(&"x".repeat(1 << 20))).unwrap_err();
        assert!(matches!(full, Error::NotWritable(_)), "{full:?}");
        assert_eq!(history.draft(&scope, "setup").unwrap(), Some(draft("kept")));
    }
}
