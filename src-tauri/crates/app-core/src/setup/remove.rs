//! Removing one object, and looking whether it is gone: for undo, and for deleting dataflows. Knows nothing of
//! order or of the journal.

use std::time::Duration;

use aep_client::{Error, ListQuery, Result, Sandbox};

use crate::contract::setup::StepKind;

use super::place::Place;

/// How long to wait for a removed object to disappear.
pub(crate) const PATIENCE: Duration = Duration::from_secs(15);

/// Whether the platform shows the object. "Not found" is an answer; it means "gone" only for an object that was
/// shown before, because one that is hidden from this sign-in looks the same.
pub(crate) async fn is_there(sandbox: &Sandbox, kind: StepKind, id: &str) -> Result<bool> {
    let read = match kind {
        StepKind::FieldGroup => sandbox.field_groups().get(&id.into()).await.map(drop),
        StepKind::Schema => sandbox.schemas().get(&id.into()).await.map(drop),
        StepKind::Identity => sandbox.identity_descriptors().get(&id.into()).await.map(drop),
        StepKind::Dataset => sandbox.datasets().get(&id.into()).await.map(drop),
        StepKind::SourceConnection => sandbox.source_connections().get(&id.into()).await.map(drop),
        StepKind::TargetConnection => sandbox.target_connections().get(&id.into()).await.map(drop),
        StepKind::MappingSet => sandbox.mapping_sets().get(&id.into()).await.map(drop),
        StepKind::Flow => sandbox.flows().get(&id.into()).await.map(drop),
        StepKind::Check | StepKind::StreamingEndpoint => return Ok(false),
    };
    match read {
        Ok(()) => Ok(true),
        Err(error) if error.is_not_found() => Ok(false),
        Err(error) => Err(error),
    }
}

/// What came of a removal.
#[derive(Debug)]
pub(crate) enum Removal {
    /// The platform took it; look whether it is gone.
    Taken,
    /// The platform does not remove such objects.
    NotOffered,
}

/// Removes the object.
pub(crate) async fn remove(sandbox: &Sandbox, kind: StepKind, id: &str) -> Result<Removal> {
    let removed = match kind {
        StepKind::FieldGroup => sandbox.field_groups().delete(&id.into()).await,
        StepKind::Schema => sandbox.schemas().delete(&id.into()).await,
        StepKind::Identity => sandbox.identity_descriptors().delete(&id.into()).await,
        StepKind::Dataset => sandbox.datasets().delete(&id.into()).await,
        StepKind::SourceConnection => sandbox.source_connections().delete(&id.into()).await,
        StepKind::TargetConnection => sandbox.target_connections().delete(&id.into()).await,
        StepKind::MappingSet => sandbox.mapping_sets().delete(&id.into()).await,
        StepKind::Flow => sandbox.flows().delete(&id.into()).await,
        StepKind::Check | StepKind::StreamingEndpoint => Ok(()),
    };
    match removed {
        Ok(()) => Ok(Removal::Taken),
        Err(error) if error.is_not_found() => Ok(Removal::Taken),
        Err(error) if kind == StepKind::MappingSet && is_not_offered(&error) => {
            Ok(Removal::NotOffered)
        }
        Err(error) => Err(error),
    }
}

/// Waits for a removed object to disappear; false when it is still shown after [`PATIENCE`].
pub(crate) async fn is_gone_in_time(place: &Place, kind: StepKind, id: &str) -> Result<bool> {
    let began = place.timer.now();
    let mut pause = Duration::from_secs(1);
    while is_there(&place.session.sandbox, kind, id).await? {
        if place.since(began) >= PATIENCE {
            return Ok(false);
        }
        place.timer.sleep(pause).await;
        pause *= 2;
    }
    Ok(true)
}

/// Deleting a mapping set is in no page of Adobe's: these answers say that there is no such call.
fn is_not_offered(error: &Error) -> bool {
    matches!(error.status(), Some(400 | 403 | 405 | 501))
}

/// A target connection that writes into this dataset; ours are removed by then.
pub(crate) async fn writer_into(sandbox: &Sandbox, dataset_id: &str) -> Result<Option<String>> {
    let mut pages = sandbox.target_connections().all(&ListQuery::new());
    while let Some(page) = pages.next().await {
        let uses = |id: &aep_client::DatasetId| id.as_str() == dataset_id;
        let page = page?;
        let writes = page.iter().find(|target| target.params.dataset_id.as_ref().is_some_and(uses));
        if let Some(target) = writes {
            return Ok(Some(target.name.clone()));
        }
    }
    Ok(None)
}
