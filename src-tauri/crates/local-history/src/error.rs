//! Why something could not be kept or read.

use rusqlite::ErrorCode;

/// Why something could not be kept or read. Clonable, so that a store that could not be opened can give the
/// same answer to everyone who asks.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// A newer version of this app wrote the file; it was not touched.
    #[error("the local database is of version {found}, this app knows up to {known}")]
    Newer {
        /// Version of the file.
        found: u32,
        /// Newest version that this app can read.
        known: u32,
    },
    /// The disk is full, or cannot be written for another reason.
    #[error("the local database cannot be written: {0}")]
    NotWritable(String),
    /// Another running copy of this app holds the file; here it can be read only.
    #[error("another running copy of this app holds the local database")]
    InUse,
    /// The file is damaged in a place that was read only now.
    #[error("the local database is damaged: {0}")]
    Damaged(String),
    /// A statement failed for a reason that is our own fault.
    #[error("the local database refused a statement: {0}")]
    Internal(String),
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(
                ErrorCode::DiskFull
                | ErrorCode::SystemIoFailure
                | ErrorCode::ReadOnly
                | ErrorCode::CannotOpen
                | ErrorCode::PermissionDenied,
            ) => Self::NotWritable(error.to_string()),
            Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => {
                Self::Damaged(error.to_string())
            }
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::InUse,
            _ => Self::Internal(error.to_string()),
        }
    }
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        Self::NotWritable(error.to_string())
    }
}

impl From<serde_json::Error> for Error {
    fn from(_: serde_json::Error) -> Self {
        // The text of a serde error can quote what it read: that stays out.
        Self::Damaged("a row does not hold the JSON it should".to_owned())
    }
}
