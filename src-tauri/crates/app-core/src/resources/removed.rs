//! Deleting a resource that no dataflow uses. What the platform guards it guards; of what it does not guard, Inlet
//! looks who uses it, and does not delete where it cannot look.

use aep_client::Error;

use super::{detail, users};
use crate::app::ActiveSession;
use crate::contract::app_state::SandboxKind;
use crate::contract::error::{Action, AppError, ErrorCode, Owner};
use crate::contract::resources::{
    DeleteResource, LinkKind, ResourceDeletion, ResourceDetail, ResourceKind, ResourceLink,
};
use crate::removal::not_confirmed;
use crate::setup::remove::{Removal, is_there, remove};

/// Deletes a resource and looks whether it is gone.
///
/// # Errors
/// `validation` when production is not confirmed; `not_found` when it was gone before; what the platform says.
pub(crate) async fn delete(
    session: &ActiveSession,
    args: DeleteResource,
) -> Result<ResourceDeletion, AppError> {
    let DeleteResource { kind, id, confirmation } = args;
    // What cannot be read may be hidden rather than gone: it is not touched.
    let shown = detail(session, kind, &id).await?;
    if session.info().sandbox.kind == SandboxKind::Production {
        let typed = confirmation.as_deref().map(str::trim);
        if typed != Some(shown.row.name.trim()) {
            return Err(not_confirmed(&shown.row.name));
        }
    }
    let flows = flows_that_use(kind, &shown)?;
    if !flows.is_empty() {
        return Ok(ResourceDeletion::InUse { used_by: flows });
    }
    let sandbox = &session.sandbox;
    match remove(sandbox, kind.step(), &id).await {
        Ok(Removal::Taken) => {}
        Ok(Removal::NotOffered) => return Ok(not_offered()),
        Err(error) if is_in_use(&error) => return in_use(session, kind, &id).await,
        Err(error) => return Err(session.explain(&error)),
    }
    match is_there(sandbox, kind.step(), &id).await {
        Ok(false) => Ok(ResourceDeletion::Deleted),
        Ok(true) => Err(still_there(kind)),
        Err(error) => Err(session.explain(&error)),
    }
}

/// The dataflows that use it, as far as that is known. The platform keeps connections that are used; a dataset or a
/// mapping goes although dataflows need it.
fn flows_that_use(
    kind: ResourceKind,
    shown: &ResourceDetail,
) -> Result<Vec<ResourceLink>, AppError> {
    let guarded = matches!(kind, ResourceKind::SourceConnection | ResourceKind::TargetConnection);
    match (&shown.used_by, &shown.uses_problem) {
        (None, Some(problem)) if !guarded => Err(problem.clone()),
        (used_by, _) => {
            let links = used_by.iter().flatten();
            Ok(links.filter(|link| link.kind == LinkKind::Dataflow).cloned().collect())
        }
    }
}

fn is_in_use(error: &Error) -> bool {
    error.problem().is_some_and(|problem| problem.short_code() == Some("1447"))
}

/// The platform says that a dataflow uses it, perhaps one that was made this moment.
async fn in_use(
    session: &ActiveSession,
    kind: ResourceKind,
    id: &str,
) -> Result<ResourceDeletion, AppError> {
    let used = users::of_kind(&session.sandbox, kind).await;
    let used = used.map_err(|error| session.explain(&error))?;
    Ok(ResourceDeletion::InUse { used_by: used.links(id) })
}

/// Deleting a mapping set is in no page of Adobe's.
fn not_offered() -> ResourceDeletion {
    ResourceDeletion::NotOffered {
        hint: "Adobe does not delete mappings here. One that no dataflow uses does nothing and costs nothing, so it can \
               stay."
            .to_owned(),
    }
}

fn still_there(kind: ResourceKind) -> AppError {
    AppError::plain(
        ErrorCode::PlatformTrouble,
        Owner::Adobe,
        Action::Reload,
        format!("Adobe answered that the {} is deleted, but still shows it", kind.noun()),
        "Look again in a minute. If it is still there, delete it once more.",
    )
}
