//! Finding what a request made whose reply was lost: by title and mark, and where there is neither, by what it asked
//! for. Lists lag behind what was made, so that one look is not enough.

use std::time::Duration;

use aep_client::{Result, Sandbox};

use super::entry::Entry;
use super::live::Work;
use super::request::{identity_path, schema_id};
use crate::contract::error::AppError;
use crate::contract::flows::NamedObject;
use crate::contract::schema_form::MakingStep;
use crate::setup::{Place, marked_field_groups, marked_schemas};

/// The longest pause between two looks.
const LONGEST_PAUSE: Duration = Duration::from_secs(8);

/// Looks for so long; nothing when it does not show, or when it is asked to stop.
///
/// # Errors
/// What kept the look from being answered.
pub(super) async fn search(
    place: &Place,
    work: &Work,
    entry: &Entry,
    kind: MakingStep,
    patience: Duration,
) -> std::result::Result<Option<NamedObject>, AppError> {
    let began = place.timer.now();
    let mut pause = Duration::from_secs(1);
    loop {
        let found = look(&place.session.sandbox, entry, kind).await;
        if let Some(id) = found.map_err(|error| place.explain(&error))? {
            return Ok(Some(NamedObject { id, name: entry.name_of(kind) }));
        }
        if place.since(began) >= patience || work.is_stopping() {
            return Ok(None);
        }
        tokio::select! {
            () = place.timer.sleep(pause) => {}
            () = work.asked_to_stop() => return Ok(None),
        }
        pause = (pause * 2).min(LONGEST_PAUSE);
    }
}

/// Looks once.
async fn look(sandbox: &Sandbox, entry: &Entry, kind: MakingStep) -> Result<Option<String>> {
    let name = entry.name_of(kind);
    let ours =
        |found: Vec<(String, bool)>| found.into_iter().find(|(_, ours)| *ours).map(|(id, _)| id);
    match kind {
        MakingStep::FieldGroup => Ok(ours(marked_field_groups(sandbox, &entry.id, &name).await?)),
        MakingStep::Schema => Ok(ours(marked_schemas(sandbox, &entry.id, &name).await?)),
        MakingStep::Identity => identity(sandbox, entry).await,
        MakingStep::Profile => {
            let Ok(id) = schema_id(entry) else { return Ok(None) };
            let schema = sandbox.schemas().get(&id).await?;
            Ok(schema.is_for_profile().then(|| id.to_string()))
        }
    }
}

/// The schema is ours alone, so whatever marks its field is ours.
async fn identity(sandbox: &Sandbox, entry: &Entry) -> Result<Option<String>> {
    let (Ok(schema), Some(path)) = (schema_id(entry), identity_path(entry)) else {
        return Ok(None);
    };
    let known = sandbox.identity_descriptors().of_schema(&schema).await?;
    let ours = known.into_iter().find(|known| known.dotted_path() == path);
    Ok(ours.map(|known| known.id.to_string()))
}
