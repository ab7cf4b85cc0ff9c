//! The door to what is kept on disk: what goes wrong there is put into words.

use local_history::Error;

use crate::contract::error::{Action, AppError, ErrorCode, ErrorDetail, Owner};

impl From<Error> for AppError {
    fn from(error: Error) -> Self {
        let (code, owner, action, title, hint) = words(&error);
        let detail = ErrorDetail { message: Some(error.to_string()), ..ErrorDetail::default() };
        Self {
            code,
            title: title.to_owned(),
            hint: hint.to_owned(),
            owner,
            action,
            fields: Vec::new(),
            detail: Some(Box::new(detail)),
        }
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
