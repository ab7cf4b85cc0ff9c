//! Changing an account: its words, and what it signs in with. Always after a fresh read, and only what changed.

use aep_client::flow_service::{AuthParams, BaseConnection};
use aep_client::{BaseConnectionId, ETag, Error, Patch, Tagged};

use super::form::Mapped;
use super::made::name_problem;
use super::refusal::{Sent, explain};
use super::{read, values};
use crate::app::ActiveSession;
use crate::contract::accounts::{AccountUpdate, AccountWords, UpdateAccount};
use crate::contract::error::{Action, AppError, ErrorCode, Owner};
use crate::monitor::millis;

/// How often somebody else may be quicker.
const TRIES: usize = 3;

/// Changes an account. Changes of somebody else that do not clash stay; where they do, nothing is sent.
///
/// # Errors
/// `validation`, before anything is sent; what the platform says, on its field if it names one.
pub(crate) async fn update(
    session: &ActiveSession,
    args: UpdateAccount,
) -> Result<AccountUpdate, AppError> {
    let accounts = session.sandbox.base_connections();
    let id: BaseConnectionId = args.account_id.as_str().into();
    let mut fresh = accounts.get(&id).await.map_err(|error| session.explain(&error))?;
    let wish = Wish::read(session, &args, &fresh.value).await?;
    for _ in 0..TRIES {
        if wish.clashes(&fresh) {
            return Ok(changed(&fresh));
        }
        let patch = wish.patch(&fresh.value);
        if patch.is_empty() {
            return Ok(AccountUpdate::Saved);
        }
        let Err(error) = accounts.update(&id, &fresh.etag, &patch).await else {
            return Ok(AccountUpdate::Saved);
        };
        let stale = error.is_stale();
        if !stale && !error.may_have_run() {
            return Err(wish.explain(session, &error));
        }
        fresh = accounts.get(&id).await.map_err(|error| session.explain(&error))?;
        if !stale {
            return wish.after_silence(session, &fresh.value, &error);
        }
    }
    Ok(changed(&fresh))
}

fn changed(fresh: &Tagged<BaseConnection>) -> AccountUpdate {
    let account = &fresh.value;
    AccountUpdate::Changed {
        theirs: read::words(account, fresh.etag.as_str()),
        at: millis(account.updated_at),
        by: account.updated_by.clone().unwrap_or_default(),
    }
}

/// What the account shall be.
struct Wish<'a> {
    args: &'a UpdateAccount,
    name: &'a str,
    description: &'a str,
    credentials: Option<(Mapped, AuthParams)>,
}

impl<'a> Wish<'a> {
    async fn read(
        session: &ActiveSession,
        args: &'a UpdateAccount,
        account: &BaseConnection,
    ) -> Result<Self, AppError> {
        let name = args.name.trim();
        let mut problems = name_problem(name);
        let mut credentials = None;
        if let Some(given) = &args.credentials {
            let spec = read::spec(session, account).await;
            let mapped = spec.and_then(|spec| read::way_of(&spec, account)).map_err(unknown)?;
            match values::read(&mapped, given) {
                Ok(params) => credentials = Some((mapped, params)),
                Err(found) => problems.extend(found),
            }
        }
        if problems.is_empty() {
            Ok(Self { args, name, description: args.description.trim(), credentials })
        } else {
            Err(AppError::validation(problems))
        }
    }

    /// Whether somebody else changed what this would change too. What an account signs in with cannot be
    /// compared: nobody gets to see it.
    fn clashes(&self, fresh: &Tagged<BaseConnection>) -> bool {
        let base = &self.args.base;
        if fresh.etag == ETag::new(base.version.as_str()) {
            return false;
        }
        let AccountWords { name, description, .. } = read::words(&fresh.value, "");
        let clash =
            |base: &str, theirs: &str, ours: &str| ours != base && theirs != base && theirs != ours;
        self.credentials.is_some()
            || clash(&base.name, &name, self.name)
            || clash(&base.description, &description, self.description)
    }

    fn patch(&self, account: &BaseConnection) -> Patch {
        let AccountWords { name, description, .. } = read::words(account, "");
        let base = &self.args.base;
        let mut patch = match &self.credentials {
            Some((_, params)) => params.as_patch(),
            None => Patch::new(),
        };
        if self.name != base.name && self.name != name {
            patch = patch.replace("/name", self.name);
        }
        if self.description != base.description && self.description != description {
            patch = match account.description {
                Some(_) => patch.replace("/description", self.description),
                None => patch.add("/description", self.description),
            };
        }
        patch
    }

    /// The answer was lost: the words tell whether it was done; what it signs in with is not shown to anybody.
    fn after_silence(
        &self,
        session: &ActiveSession,
        account: &BaseConnection,
        error: &Error,
    ) -> Result<AccountUpdate, AppError> {
        if self.credentials.is_none() && self.patch(account).is_empty() {
            return Ok(AccountUpdate::Saved);
        }
        Err(self.explain(session, error))
    }

    fn explain(&self, session: &ActiveSession, error: &Error) -> AppError {
        let given = self.args.credentials.as_deref().unwrap_or_default();
        let sent = self.credentials.as_ref().map(|(mapped, _)| Sent { mapped, given });
        explain(session, error, sent.as_ref())
    }
}

fn unknown(why: String) -> AppError {
    AppError::plain(
        ErrorCode::Refused,
        Owner::Adobe,
        Action::Reload,
        "What this account signs in with cannot be changed here",
        why,
    )
}
