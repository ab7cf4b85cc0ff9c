//! One writer at a time: a file beside the database, locked through the operating system, which lets go of it
//! when the process ends, however it ends.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::Path;

use crate::Error;

/// Takes the lock, or answers `None` when another copy of this app has it.
pub(crate) fn take(path: &Path) -> Result<Option<File>, Error> {
    let file = OpenOptions::new().create(true).truncate(false).write(true).open(path)?;
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) => Err(error.into()),
    }
}
