//! Making `AppError`s: words and owners live here, once.

use crate::contract::error::{Action, AppError, ErrorCode, FieldProblem, Owner};

impl AppError {
    /// An error of ours; `what` never quotes input.
    #[must_use]
    pub fn internal(what: &str) -> Self {
        Self {
            code: ErrorCode::Internal,
            title: "Something in Inlet went wrong".to_owned(),
            hint: format!("Nothing was lost. For support: {what}."),
            owner: Owner::Inlet,
            action: Action::CopyForSupport,
            fields: Vec::new(),
            detail: None,
        }
    }

    /// Problems of what was typed or picked, all at once.
    #[must_use]
    pub fn validation(fields: Vec<FieldProblem>) -> Self {
        let title = match fields.as_slice() {
            [one] => one.message.clone(),
            many => format!("{} things need a change before this can go on", many.len()),
        };
        Self {
            code: ErrorCode::Validation,
            title,
            hint: String::new(),
            owner: Owner::You,
            action: Action::EditFields,
            fields,
            detail: None,
        }
    }

    /// Nobody is signed in.
    #[must_use]
    pub fn not_connected() -> Self {
        Self {
            code: ErrorCode::NotConnected,
            title: "Nobody is signed in".to_owned(),
            hint: "Connect to Adobe or start practice mode.".to_owned(),
            owner: Owner::You,
            action: Action::SignIn,
            fields: Vec::new(),
            detail: None,
        }
    }
}
