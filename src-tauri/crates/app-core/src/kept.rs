//! The door to what is kept on disk: calls that block run on a thread of their own, and what goes wrong is put
//! into words.

use std::sync::Arc;

use local_history::{Error, History};

use crate::contract::error::{Action, AppError, ErrorCode, ErrorDetail, Owner};

/// Runs a call of the local database where it may block.
pub(crate) async fn on_disk<T, F>(history: &Arc<History>, call: F) -> Result<T, AppError>
where
    T: Send + 'static,
    F: FnOnce(&History) -> Result<T, Error> + Send + 'static,
{
    let history = Arc::clone(history);
    let done = tokio::task::spawn_blocking(move || call(&history)).await;
    match done {
        Ok(result) => result.map_err(AppError::from),
        Err(_) => Err(AppError::internal("a call of the local database was cut off")),
    }
}

impl From<Error> for AppError {
    fn from(error: Error) -> Self {
        let (code, owner, action, title, hint) = words(&error);
        let detail = ErrorDetail { message: Some(error.to_string()), ..ErrorDetail::default() };
        Self::plain(code, owner, action, title, hint).with_detail(detail)
    }
}

fn words(error: &Error) -> (ErrorCode, Owner, Action, &'static str, &'static str) {
    match error {
        Error::Newer { .. } => (
            ErrorCode::NewerData,
            Owner::You,
            Action::UpdateApp,
            "A newer version of Inlet has been used on this computer",
            "This version cannot read what it kept, and has not touched it. Install the newer version again.",
        ),
        Error::NotWritable(_) => (
            ErrorCode::DiskFull,
            Owner::You,
            Action::FreeDisk,
            "This computer's disk is full or cannot be written",
            "Inlet notes every step before it sends it, so it stops here. Free some space, then go on; nothing is lost.",
        ),
        Error::InUse => (
            ErrorCode::SetupUnderWay,
            Owner::You,
            Action::Retry,
            "Another window of Inlet is open",
            "Only one at a time may change anything. Go on there, or close it and try again.",
        ),
        Error::Damaged(_) => (
            ErrorCode::Internal,
            Owner::Inlet,
            Action::CopyForSupport,
            "Inlet's own notes on this computer are damaged",
            "Nothing in Experience Platform is affected. Restart Inlet: it puts the damaged file aside and begins a new one.",
        ),
        Error::Internal(_) => (
            ErrorCode::Internal,
            Owner::Inlet,
            Action::CopyForSupport,
            "Something in Inlet went wrong",
            "Nothing was lost.",
        ),
    }
}
