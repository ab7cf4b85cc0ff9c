//! Putting a former value back, unless somebody has changed it since.

use aep_client::FlowId;

use super::update::{read_settings, update};
use super::values::schedule;
use crate::activity::{Change, Facets};
use crate::app::ActiveSession;
use crate::contract::change::{FlowValues, MappingVersion, UpdateReply};
use crate::contract::error::{Action, AppError, ErrorCode, Owner};
use crate::contract::switching::SwitchOutcome;
use crate::switching::switch;

/// Undoes a change of a dataflow.
///
/// # Errors
/// `conflict` when what was changed is not any more as the change left it; otherwise as [`update`].
pub(crate) async fn revert(
    session: &ActiveSession,
    id: &FlowId,
    change: &Change,
) -> Result<(), AppError> {
    if let (Some(before), Some(after)) = (change.before.on, change.after.on) {
        return if before == after { Ok(()) } else { switch_back(session, id, before).await };
    }
    let now = read_settings(session, id).await?.values;
    let original = with(&now, &change.after);
    let wanted = with(&now, &change.before);
    match update(session, id, &original, &wanted).await? {
        UpdateReply::Saved { .. } => Ok(()),
        UpdateReply::Conflict { theirs, .. } => Err(changed_since(&theirs.updated_by)),
    }
}

async fn switch_back(session: &ActiveSession, id: &FlowId, on: bool) -> Result<(), AppError> {
    let switched = switch(session, id.as_str(), on).await;
    match (switched.outcome, switched.problem) {
        (SwitchOutcome::Failed, Some(problem)) => Err(problem),
        (SwitchOutcome::AlreadySo, _) => Err(changed_since("")),
        _ => Ok(()),
    }
}

fn with(values: &FlowValues, facets: &Facets) -> FlowValues {
    let mapping = facets.mapping.as_ref().and_then(|mapping| {
        let version = u32::try_from(mapping.version).ok()?;
        Some(MappingVersion { id: mapping.id.clone(), version })
    });
    FlowValues {
        name: facets.name.clone().unwrap_or_else(|| values.name.clone()),
        description: facets.description.clone().unwrap_or_else(|| values.description.clone()),
        mapping: mapping.or_else(|| values.mapping.clone()),
        schedule: facets.schedule.as_ref().map(schedule).or_else(|| values.schedule.clone()),
    }
}

fn changed_since(who: &str) -> AppError {
    let by = if who.is_empty() { String::new() } else { format!(" by {who}") };
    AppError::plain(
        ErrorCode::Conflict,
        Owner::You,
        Action::Reload,
        format!("This was changed again since{by}"),
        "Undo would overwrite that, so nothing was changed. Open the dataflow and change it there.",
    )
}
