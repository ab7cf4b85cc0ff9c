//! The form of a new dataflow, filled in from the one that it shall replace.

use aep_client::flow_service::Flow;
use aep_client::{Error, FlowId};

use crate::app::ActiveSession;
use crate::contract::error::{Action, AppError, ErrorCode, Owner};
use crate::contract::flows::NamedObject;
use crate::contract::replacement::ReplacementForm;
use crate::contract::setup::{Destination, SetupForm};
use crate::mapping::from_data_prep;
use crate::starter;

/// How many names are tried.
const TRIES: u32 = 20;

/// Reads the old dataflow and makes a form of it.
///
/// # Errors
/// `refused` for a source that this app cannot set up; what the platform says.
pub(crate) async fn read_form(
    session: &ActiveSession,
    id: &FlowId,
) -> Result<ReplacementForm, AppError> {
    let explain = |error: Error| session.explain(&error);
    let flow = session.sandbox.flows().get(id).await.map_err(explain)?.value;
    let source = flow.source_spec().and_then(|spec| starter::source_of_spec(spec.as_str()));
    let source = source.ok_or_else(other_source)?;
    let name = free_name(session, source, &flow.name).await.map_err(explain)?;
    let destination = destination(session, &flow).await.map_err(explain)?;
    let mappings = match flow.mapping() {
        Some(mapping) => {
            let set = session.sandbox.mapping_sets().get_version(&mapping).await;
            set.map_err(explain)?.mappings
        }
        None => Vec::new(),
    };
    let lines = from_data_prep(&mappings);
    let left_out = u32::try_from(mappings.len() - lines.len()).unwrap_or(u32::MAX);
    let description = unmarked(flow.description.as_deref().unwrap_or_default());
    let form = SetupForm { name, description, source: source.id.clone(), destination, lines };
    let old_name = if flow.name.is_empty() { flow.id.to_string() } else { flow.name };
    let old = NamedObject { id: flow.id.to_string(), name: old_name };
    Ok(ReplacementForm { old, form, left_out })
}

/// The same dataset; a new place where it cannot be found.
async fn destination(session: &ActiveSession, flow: &Flow) -> Result<Destination, Error> {
    let target = match flow.target_connection_ids.first() {
        Some(id) => session.sandbox.target_connections().get(id).await.map(Some),
        None => Ok(None),
    };
    let target = match target {
        Err(error) if error.is_not_found() => None,
        read => read?,
    };
    let dataset = target.and_then(|target| target.value.params.dataset_id);
    Ok(match dataset {
        Some(dataset) => Destination::ExistingDataset { dataset_id: dataset.to_string() },
        None => Destination::Starter { dataset_name: String::new() },
    })
}

async fn free_name(
    session: &ActiveSession,
    source: &starter::Source,
    old: &str,
) -> Result<String, Error> {
    let base = if old.is_empty() { format!("{} events", source.name) } else { old.to_owned() };
    for number in 1..=TRIES {
        let name = match number {
            1 => format!("{base} (new)"),
            number => format!("{base} (new {number})"),
        };
        if session.sandbox.flows().find_by_name(&name).await?.is_empty() {
            return Ok(name);
        }
    }
    Ok(String::new())
}

/// A description without the mark of the set-up that made the old one.
fn unmarked(description: &str) -> String {
    let mark = "Made with Inlet · ";
    match description.rsplit_once(mark) {
        Some((text, _)) => text.trim_end().trim_end_matches('·').trim_end().to_owned(),
        None => description.to_owned(),
    }
}

fn other_source() -> AppError {
    AppError::plain(
        ErrorCode::Refused,
        Owner::Inlet,
        Action::Reload,
        "Inlet does not make dataflows of this source",
        "A dataflow like this one is replaced in Experience Platform, where its source is set up.",
    )
}

#[cfg(test)]
mod tests {
    use super::unmarked;

    #[test]
    fn the_mark_of_the_old_set_up_is_not_taken_over() {
        assert_eq!(unmarked("NPS answers · Made with Inlet · 1a2b3c4d"), "NPS answers");
        assert_eq!(unmarked("Made with Inlet · 1a2b3c4d"), "");
        assert_eq!(unmarked("Made by hand · twice"), "Made by hand · twice");
    }
}
