//! Names of sources for people. The identifiers are the same in every organisation (Adobe's source tutorials).

use aep_client::flow_service::Flow;
use aep_client::flow_service::known::PENDO_CONNECTION_SPEC;

use crate::contract::flows::FlowSource;

/// What a source is called whose name is not known.
pub(super) const OTHER: &str = "Other source";

/// Sources that are served by the same kind of dataflow as Pendo, and the generic ones.
const OTHERS: [(&str, &str); 7] = [
    ("073127a3-26e3-496c-9d94-9f48fb93fba8", "Chatlio"),
    ("96479064-7b8a-4d69-b9ed-21c5683837ea", "Customer.io"),
    ("e77fd9d2-22a8-11ed-861d-0242ac120002", "Shopify"),
    ("232dfabe-27aa-41c0-a7cf-9961661dc68b", "LAVA"),
    ("6360f136-5980-4111-8bdf-15d29eab3b5a", "Capillary"),
    ("bc7b00d6-623a-4dfc-9fdb-f1240aeadaeb", "HTTP API"),
    ("ea1c2a08-b722-11eb-8529-0242ac130003", "PathFactory"),
];

/// Where a dataflow's events come from.
pub(super) fn source(flow: &Flow) -> FlowSource {
    let spec = flow.source_spec().map(|id| id.as_str()).unwrap_or_default();
    if spec == PENDO_CONNECTION_SPEC {
        return FlowSource { name: "Pendo".to_owned(), is_pendo: true };
    }
    FlowSource { name: known(spec).unwrap_or(OTHER).to_owned(), is_pendo: false }
}

/// The name of one of the other sources, by the id of its connection spec.
pub(crate) fn known(spec: &str) -> Option<&'static str> {
    OTHERS.iter().find(|(id, _)| *id == spec).map(|(_, name)| *name)
}
