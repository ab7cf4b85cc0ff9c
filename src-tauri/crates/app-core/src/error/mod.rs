//! Making `AppError`s: words and owners live here, once. What the platform and the network say is put into words
//! in `platform` and `refusal`; what a field needs is said where the field is read.

mod administrator;
mod platform;
mod redact;
mod refusal;

#[cfg(test)]
mod pinned_tests;
#[cfg(test)]
mod tests;

pub(crate) use administrator::{Asker, ask_for_sandbox, ask_for_source};
pub(crate) use redact::redact;

use crate::contract::error::{Action, AppError, ErrorCode, ErrorDetail, FieldProblem, Owner};

impl AppError {
    /// An error with no fields and no technical side.
    pub(crate) fn plain(
        code: ErrorCode,
        owner: Owner,
        action: Action,
        title: impl Into<String>,
        hint: impl Into<String>,
    ) -> Self {
        Self {
            code,
            title: title.into(),
            hint: hint.into(),
            owner,
            action,
            fields: Vec::new(),
            detail: None,
        }
    }

    /// The dataflow is on its way from one state to another, and the platform takes nothing else meanwhile (its codes
    /// 1416 and 1420 to 1422).
    pub(crate) fn changing() -> Self {
        Self::plain(
            ErrorCode::Refused,
            Owner::You,
            Action::Retry,
            "This dataflow is changing at the moment",
            "Experience Platform takes no other change until that has settled, which takes a few minutes.",
        )
    }

    /// An error of ours; `what` never quotes input.
    #[must_use]
    pub fn internal(what: &str) -> Self {
        Self::plain(
            ErrorCode::Internal,
            Owner::Inlet,
            Action::CopyForSupport,
            "Something in Inlet went wrong",
            format!("Nothing was lost. For support: {what}."),
        )
    }

    /// Problems of what was typed or picked, all at once.
    #[must_use]
    pub fn validation(fields: Vec<FieldProblem>) -> Self {
        let title = match fields.as_slice() {
            [one] => one.message.clone(),
            many => format!("{} things need a change before this can go on", many.len()),
        };
        let plain = Self::plain(ErrorCode::Validation, Owner::You, Action::EditFields, title, "");
        Self { fields, ..plain }
    }

    /// Nobody is signed in.
    #[must_use]
    pub fn not_connected() -> Self {
        Self::plain(
            ErrorCode::NotConnected,
            Owner::You,
            Action::SignIn,
            "Nobody is signed in",
            "Connect to Adobe or start practice mode.",
        )
    }

    /// Something of ours (a saved sign-in, a check, a test event) that is not there any more.
    pub(crate) fn gone(what: &str) -> Self {
        Self::plain(
            ErrorCode::NotFound,
            Owner::You,
            Action::Reload,
            format!("{what} is not there any more"),
            "It was removed, or Inlet was restarted since.",
        )
    }

    /// Settings or saved sign-ins could not be written.
    pub(crate) fn not_written(cause: &str) -> Self {
        let plain = Self::plain(
            ErrorCode::DiskFull,
            Owner::You,
            Action::FreeDisk,
            "This could not be saved on this computer",
            "The disk is full, or Inlet may not write to its folder. What was saved before is unchanged.",
        );
        plain.with_detail(ErrorDetail { message: Some(cause.to_owned()), ..ErrorDetail::default() })
    }

    /// A set-up is in the way of this.
    pub(crate) fn setup_under_way(name: &str, what: &str) -> Self {
        Self::plain(
            ErrorCode::SetupUnderWay,
            Owner::You,
            Action::OpenSetup,
            format!("“{name}” is still being made"),
            format!("{what} would cut it off half-way. Let it finish, or stop it first."),
        )
    }

    /// A deletion is in the way of this.
    pub(crate) fn deletion_under_way(name: &str, what: &str) -> Self {
        Self::plain(
            ErrorCode::SetupUnderWay,
            Owner::You,
            Action::Retry,
            format!("“{name}” is still being deleted"),
            format!("{what} would leave it out of sight. Let it finish, or stop it first."),
        )
    }

    /// The same error with its technical side.
    pub(crate) fn with_detail(self, detail: ErrorDetail) -> Self {
        Self { detail: Some(Box::new(detail)), ..self }
    }
}
