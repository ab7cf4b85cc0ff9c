//! The mapping of a dataflow: the version in force, or another one of the same set.

use aep_client::data_prep::{MappingSet, Source};
use aep_client::flow_service::MappingRef;
use aep_client::{FlowId, MappingSetId};

use super::values::values;
use crate::app::ActiveSession;
use crate::contract::change::{MappingShown, ShownLine};
use crate::contract::error::AppError;
use crate::monitor::millis;

/// Reads one version of the mapping that a dataflow uses: the one in force if none is named.
///
/// # Errors
/// `not_found` when the dataflow has no mapping; what the platform says.
pub(crate) async fn read_mapping(
    session: &ActiveSession,
    id: &FlowId,
    version: Option<u32>,
) -> Result<MappingShown, AppError> {
    let explain = |error: aep_client::Error| session.explain(&error);
    let flow = session.sandbox.flows().get(id).await.map_err(explain)?.value;
    let Some(mapping) = values(&flow).mapping else { return Err(AppError::gone("The mapping")) };
    let version = version.unwrap_or(mapping.version);
    let set_id = MappingSetId::from(mapping.id.as_str());
    let sets = session.sandbox.mapping_sets();
    let reference = MappingRef { id: set_id.clone(), version: version.into() };
    let (wanted, newest) = tokio::join!(sets.get_version(&reference), sets.get(&set_id));
    let wanted = wanted.map_err(explain)?;
    // The newest version only tells how many there are.
    let newest = newest.ok().and_then(|set| set.version).and_then(|it| u32::try_from(it).ok());
    Ok(MappingShown {
        id: mapping.id,
        version,
        in_force: mapping.version,
        newest: newest.unwrap_or_default().max(mapping.version),
        lines: lines(&wanted),
        modified_at: millis(wanted.modified_date),
    })
}

fn lines(set: &MappingSet) -> Vec<ShownLine> {
    let line = |line: &aep_client::data_prep::FieldMapping| ShownLine {
        source: line.source.as_ref().map_or("", Source::as_str).to_owned(),
        calculated: matches!(line.source, Some(Source::Expression(_))),
        target: line.destination.clone(),
    };
    set.mappings.iter().map(line).collect()
}
