//! Making an account.

use std::collections::HashSet;

use aep_client::flow_service::NewBaseConnection;
use aep_client::{BaseConnectionId, ConnectionSpecId};

use super::form::Mapped;
use super::refusal::{Sent, explain};
use super::{sources, values};
use crate::app::ActiveSession;
use crate::contract::accounts::{AccountRef, CreateAccount};
use crate::contract::error::{AppError, FieldProblem};

/// Makes an account from a form. A create whose answer was lost is looked for; it is not sent again.
///
/// # Errors
/// `validation`, every field at once, before anything is sent; what the platform says, on its field if it names one.
pub(crate) async fn create(
    session: &ActiveSession,
    args: CreateAccount,
) -> Result<AccountRef, AppError> {
    let spec_id: ConnectionSpecId = args.spec_id.as_str().into();
    let mapped = way(session, &spec_id, &args.way).await?;
    let name = args.name.trim();
    let mut problems = name_problem(name);
    let params = values::read(&mapped, &args.params).unwrap_or_else(|found| {
        problems.extend(found);
        aep_client::flow_service::AuthParams::default()
    });
    if !problems.is_empty() {
        return Err(AppError::validation(problems));
    }
    let new = NewBaseConnection::new(name, &spec_id, args.way.as_str(), params);
    let description = args.description.trim();
    let new = if description.is_empty() { new } else { new.description(description) };
    let before = ids_named(session, name).await.map_err(|error| session.explain(&error))?;
    let id = match session.sandbox.base_connections().create(&new).await {
        Ok(made) => made.id,
        Err(error) => {
            let made =
                if error.may_have_run() { only_new(session, name, &before).await } else { None };
            let sent = Sent { mapped: &mapped, given: &args.params };
            made.ok_or_else(|| explain(session, &error, Some(&sent)))?
        }
    };
    Ok(AccountRef { account_id: id.as_str().to_owned() })
}

/// What is wrong with a name.
pub(super) fn name_problem(name: &str) -> Vec<FieldProblem> {
    if !name.is_empty() {
        return Vec::new();
    }
    vec![FieldProblem { field: "name".to_owned(), message: "The account needs a name.".to_owned() }]
}

async fn way(
    session: &ActiveSession,
    spec_id: &ConnectionSpecId,
    way: &str,
) -> Result<Mapped, AppError> {
    let refuse = |field: &str, message: &str| {
        let (field, message) = (field.to_owned(), message.to_owned());
        AppError::validation(vec![FieldProblem { field, message }])
    };
    let spec = session.sandbox.connection_specs().get(spec_id).await.map_err(|error| {
        if error.is_not_found() {
            return refuse("specId", "Your organisation is not offered this source any more.");
        }
        session.explain(&error)
    })?;
    sources::way(&spec, way).ok_or_else(|| refuse("way", "Choose how the account signs in."))
}

async fn ids_named(
    session: &ActiveSession,
    name: &str,
) -> Result<HashSet<BaseConnectionId>, aep_client::Error> {
    let found = session.sandbox.base_connections().find_by_name(name).await?;
    Ok(found.into_iter().map(|account| account.id).collect())
}

/// The account that was not there before, if there is exactly one.
async fn only_new(
    session: &ActiveSession,
    name: &str,
    before: &HashSet<BaseConnectionId>,
) -> Option<BaseConnectionId> {
    let now = ids_named(session, name).await.ok()?;
    let mut new = now.into_iter().filter(|id| !before.contains(id));
    new.next().filter(|_| new.next().is_none())
}
