//! Removing an account. Adobe keeps one that is used; then nothing happens but that its uses are told.

use aep_client::BaseConnectionId;

use super::{refusal, uses};
use crate::app::ActiveSession;
use crate::contract::accounts::AccountDeletion;
use crate::contract::error::{Action, AppError, ErrorCode, Owner};

/// Removes an account and looks whether it is gone.
///
/// # Errors
/// `not_found` when it was gone before; what the platform says.
pub(crate) async fn delete(
    session: &ActiveSession,
    id: &BaseConnectionId,
) -> Result<AccountDeletion, AppError> {
    let accounts = session.sandbox.base_connections();
    // An account that cannot be read may be hidden rather than gone: it is not touched.
    accounts.get(id).await.map_err(|error| session.explain(&error))?;
    if let Err(error) = accounts.delete(id).await {
        let in_use = error.problem().is_some_and(|problem| problem.short_code() == Some("1418"));
        if in_use {
            return in_use_by(session, id).await;
        }
        if !error.is_not_found() {
            return Err(refusal::explain(session, &error, None));
        }
    }
    match accounts.get(id).await {
        Err(error) if error.is_not_found() => Ok(AccountDeletion::Deleted),
        Err(error) => Err(session.explain(&error)),
        Ok(_) => Err(AppError::plain(
            ErrorCode::PlatformTrouble,
            Owner::Adobe,
            Action::Reload,
            "Adobe answered that the account is deleted, but still shows it",
            "Look again in a minute. If it is still there, delete it once more.",
        )),
    }
}

async fn in_use_by(
    session: &ActiveSession,
    id: &BaseConnectionId,
) -> Result<AccountDeletion, AppError> {
    let used = uses::read(&session.sandbox, &[id.as_str()]).await;
    let mut used = used.map_err(|error| session.explain(&error))?;
    Ok(AccountDeletion::InUse { uses: used.remove(id.as_str()).unwrap_or_default() })
}
