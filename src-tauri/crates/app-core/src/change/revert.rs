//! Putting a former value back, unless somebody has changed it since.

use aep_client::FlowId;
use local_history::{ActivityFilter, StoredActivity};

use super::since::{Now, is_touched};
use super::update::{read_settings, update};
use super::values::schedule;
use crate::activity::{Change, Facets, change_of, may_be_done};
use crate::app::ActiveSession;
use crate::contract::change::{FlowValues, MappingVersion, UpdateReply};
use crate::contract::error::{Action, AppError, ErrorCode, Owner};
use crate::contract::switching::SwitchOutcome;
use crate::kept::on_disk;
use crate::monitor::millis;
use crate::switching::switch;

/// So many later changes of the same dataflow are looked at; with more of them nobody can tell what undoing means.
const MOST_LATER: u32 = 200;

/// Undoes a change of a dataflow, which the activity holds in this row.
///
/// # Errors
/// `conflict` when what was changed is not any more as the change left it; otherwise as [`update`].
pub(crate) async fn revert(
    session: &ActiveSession,
    id: &FlowId,
    row: &StoredActivity,
    change: &Change,
) -> Result<(), AppError> {
    if let (Some(before), Some(after)) = (change.before.on, change.after.on) {
        if before == after {
            return Ok(());
        }
        check_untouched(session, id, row).await?;
        return switch_back(session, id, before).await;
    }
    let now = read_settings(session, id).await?.values;
    let original = with(&now, &change.after);
    let wanted = with(&now, &change.before);
    match update(session, id, &original, &wanted).await? {
        UpdateReply::Saved { .. } => Ok(()),
        UpdateReply::Conflict { theirs, .. } => Err(changed_since(&theirs.updated_by)),
    }
}

/// Whether nobody has switched the dataflow since, this app included: switched twice it would look as it did.
///
/// # Errors
/// `conflict` when somebody has, or may have; what reading says.
async fn check_untouched(
    session: &ActiveSession,
    id: &FlowId,
    row: &StoredActivity,
) -> Result<(), AppError> {
    let later = later(session, row).await?;
    let switches = |row: &StoredActivity| change_of(row).is_some_and(|it| it.after.on.is_some());
    if later.iter().any(switches) {
        return Err(changed_since(""));
    }
    let left = |row: &StoredActivity| Some((change_of(row)?.left?, row.record.done_at));
    // Rows of an earlier version of this app do not tell it.
    let Some((left, left_at)) = later.iter().chain([row]).find_map(left) else { return Ok(()) };
    let read = session.sandbox.flows().get(id).await.map_err(|error| session.explain(&error))?;
    let flow = read.value;
    let now = Now {
        etag: read.etag.as_str(),
        updated_at: millis(flow.updated_at),
        completed_at: flow.last_run_details.as_ref().and_then(|run| millis(run.completed_at)),
    };
    if is_touched(&left, left_at, now) {
        return Err(changed_since(&flow.updated_by.unwrap_or_default()));
    }
    Ok(())
}

/// What this app changed of the same dataflow after this row, newest first.
async fn later(
    session: &ActiveSession,
    row: &StoredActivity,
) -> Result<Vec<StoredActivity>, AppError> {
    let (scope, after) = (session.scope.clone(), row.id);
    let filter = ActivityFilter {
        object_id: Some(row.record.object_id.clone()),
        ..ActivityFilter::default()
    };
    let page =
        on_disk(&session.history, move |history| history.activity(&scope, &filter, 0, MOST_LATER));
    let rows = page.await?.rows.into_iter();
    Ok(rows.filter(|row| row.id > after && may_be_done(row)).collect())
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
