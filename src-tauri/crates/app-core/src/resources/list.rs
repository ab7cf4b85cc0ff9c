//! All resources of one kind.

use aep_client::Error;

use super::users::{self, Used};
use super::{dataset, mapping, source, target};
use crate::app::ActiveSession;
use crate::contract::error::AppError;
use crate::contract::resources::{ResourceKind, ResourceList, ResourceRow};

/// How many to ask for per page; 200 is known to work, the platform's maximum is not documented.
pub(super) const PAGE: u32 = 200;

/// Every resource of a kind, by name, read to the last page.
///
/// # Errors
/// What the platform says of the resources themselves.
pub(crate) async fn list(
    session: &ActiveSession,
    kind: ResourceKind,
) -> Result<ResourceList, AppError> {
    let sandbox = &session.sandbox;
    let rows = async {
        match kind {
            ResourceKind::Dataset => dataset::rows(sandbox).await,
            ResourceKind::SourceConnection => source::rows(sandbox).await,
            ResourceKind::TargetConnection => target::rows(sandbox).await,
            ResourceKind::Mapping => mapping::rows(sandbox).await,
        }
    };
    let (rows, used) = tokio::join!(rows, users::of_kind(sandbox, kind));
    let mut rows = rows.map_err(|error: Error| session.explain(&error))?;
    let uses_problem = match used {
        Ok(used) => {
            rows.iter_mut().for_each(|row| take_users(kind, row, &used));
            None
        }
        Err(error) => Some(session.explain(&error)),
    };
    rows.sort_by_cached_key(|row| row.name.to_lowercase());
    Ok(ResourceList { rows, uses_problem, read_at: session.now() })
}

/// Notes in a row who uses it; a mapping without a name of its own is known by that.
pub(super) fn take_users(kind: ResourceKind, row: &mut ResourceRow, used: &Used) {
    row.uses = Some(used.count(&row.id));
    if kind == ResourceKind::Mapping {
        mapping::name_by_users(row, &used.flows(&row.id));
    }
}
