//! Names of sources for people. The identifiers are the same in every organisation (Adobe's source tutorials).

use aep_client::flow_service::Flow;

use crate::contract::flows::FlowSource;
use crate::starter;

/// What a source is called whose name is not known.
pub(super) const OTHER: &str = "Other source";

/// Sources that are not set up here, because they need an account.
const OTHERS: [(&str, &str); 3] = [
    ("6360f136-5980-4111-8bdf-15d29eab3b5a", "Capillary"),
    ("bc7b00d6-623a-4dfc-9fdb-f1240aeadaeb", "HTTP API"),
    ("ea1c2a08-b722-11eb-8529-0242ac130003", "PathFactory"),
];

/// Where a dataflow's events come from.
pub(super) fn source(flow: &Flow) -> FlowSource {
    let spec = flow.source_spec().map(|id| id.as_str()).unwrap_or_default();
    FlowSource {
        name: known(spec).unwrap_or(OTHER).to_owned(),
        id: starter::source_of_spec(spec).map(|source| source.id.clone()),
    }
}

/// The name of a source, by the id of its connection spec.
pub(crate) fn known(spec: &str) -> Option<&'static str> {
    if let Some(source) = starter::source_of_spec(spec) {
        return Some(&source.name);
    }
    OTHERS.iter().find(|(id, _)| *id == spec).map(|(_, name)| *name)
}
