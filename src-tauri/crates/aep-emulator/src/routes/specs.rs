//! The platform's fixed descriptions of sources and of kinds of dataflow. The ids are Adobe's; the
//! rest is worded here.

use serde_json::{Value, json};

use super::auth_specs;
use crate::http::{Call, Outcome, Reply};
use crate::listing::ListRequest;
use crate::problem;
use crate::world::World;

/// Connection spec of the data lake, the only target.
pub(crate) const DATA_LAKE: &str = "c604ff05-7f1a-43c0-8e18-33bf874cb11c";
/// Connection spec of Pendo.
pub(crate) const PENDO: &str = "6ff5654f-19d5-427d-bd3e-c0ebc802389a";
/// Flow spec of the webhook sources.
pub(crate) const GENERIC_STREAMING: &str = "e77fde5a-22a8-11ed-861d-0242ac120002";
/// Flow spec of sources that are asked by the clock. Seeds alone make such flows.
pub(crate) const BATCH: &str = "6499120c-0b15-42dc-936e-847ea3c24d72";
const STREAMING_PROVIDER: &str = "521eee4d-8cbe-4906-bb48-fb6bd4450033";
const BATCH_PROVIDER: &str = "0ed90a81-07f4-4586-8190-b40eccef1c5a";

/// A source on offer.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SourceSpec {
    pub(crate) id: &'static str,
    pub(crate) name: &'static str,
    connector: &'static str,
    category: &'static str,
    /// Served by the generic kind of streaming dataflow.
    webhook: bool,
    pub(crate) has_accounts: bool,
    /// An account of it can be changed once it is made.
    pub(crate) patchable: bool,
}

const fn webhook(id: &'static str, name: &'static str, connector: &'static str) -> SourceSpec {
    let (category, has_accounts, patchable) = ("streaming", false, true);
    SourceSpec { id, name, connector, category, webhook: true, has_accounts, patchable }
}

const fn with_accounts(
    id: &'static str,
    name: &'static str,
    connector: &'static str,
    category: &'static str,
) -> SourceSpec {
    let (has_accounts, patchable) = (true, true);
    SourceSpec { id, name, connector, category, webhook: false, has_accounts, patchable }
}

const SOURCES: [SourceSpec; 9] = [
    webhook(PENDO, "Pendo", "pendo"),
    webhook("073127a3-26e3-496c-9d94-9f48fb93fba8", "Chatlio", "chatlio"),
    webhook("96479064-7b8a-4d69-b9ed-21c5683837ea", "Customer.io", "customerio"),
    webhook("e77fd9d2-22a8-11ed-861d-0242ac120002", "Shopify Streaming", "shopify-streaming"),
    webhook("232dfabe-27aa-41c0-a7cf-9961661dc68b", "LAVA", "lava"),
    with_accounts(auth_specs::PATHFACTORY, "PathFactory", "pathfactory", "marketing-automation"),
    with_accounts(auth_specs::CAPILLARY, "Capillary", "capillary", "loyalty"),
    with_accounts(auth_specs::KINESIS, "Amazon Kinesis", "kinesis", "streaming"),
    SourceSpec {
        patchable: false,
        ..with_accounts(auth_specs::HTTP_API, "HTTP API", "http-api", "streaming")
    },
];

/// The source with this id, if the organisation has it.
pub(crate) fn connection_spec(world: &World, id: &str) -> Option<SourceSpec> {
    offered(world).find(|spec| spec.id == id)
}

fn offered(world: &World) -> impl Iterator<Item = SourceSpec> {
    let pendo_offered = world.settings.switches.pendo_offered;
    SOURCES.into_iter().filter(move |spec| pendo_offered || spec.id != PENDO)
}

/// `GET /connectionSpecs`.
pub(crate) fn list_connection_specs(world: &World, call: &Call) -> Outcome {
    answer(world, call, "connectionSpecs", all_connection_specs(world))
}

/// `GET /connectionSpecs/{id}`.
pub(crate) fn get_connection_spec(world: &World, call: &Call) -> Outcome {
    one(call, "connectionSpecs", all_connection_specs(world))
}

/// `GET /flowSpecs`.
pub(crate) fn list_flow_specs(world: &World, call: &Call) -> Outcome {
    answer(world, call, "flowSpecs", vec![generic_streaming(world), batch()])
}

/// `GET /flowSpecs/{id}`.
pub(crate) fn get_flow_spec(world: &World, call: &Call) -> Outcome {
    one(call, "flowSpecs", vec![generic_streaming(world), batch()])
}

fn answer(world: &World, call: &Call, resource: &str, specs: Vec<Value>) -> Outcome {
    let fields = ["id", "name", "providerId", "version", "attributes"];
    let request = ListRequest::read(call, &fields, world.settings.switches.strict_queries)?;
    let behind = request.behind();
    let rows = specs.into_iter().enumerate().map(|(index, spec)| (index as u64 + 1, spec));
    request.answer(call, resource, rows.filter(move |(place, _)| *place > behind))
}

fn one(call: &Call, resource: &str, specs: Vec<Value>) -> Outcome {
    match specs.into_iter().find(|spec| spec["id"] == call.id()) {
        Some(spec) => Ok(Reply::json(200, json!({ "items": [spec] }))),
        None => Err(problem::flow_not_found(resource, call.id())),
    }
}

fn all_connection_specs(world: &World) -> Vec<Value> {
    let mut specs: Vec<Value> = offered(world).map(|spec| spec.to_json()).collect();
    specs.push(json!({
        "id": DATA_LAKE,
        "name": "Data Lake",
        "providerId": STREAMING_PROVIDER,
        "version": "1.0",
        "authSpec": [],
        "attributes": { "category": "data-lake", "isSource": false },
    }));
    specs
}

impl SourceSpec {
    fn to_json(self) -> Value {
        let streaming = self.category == "streaming";
        let provider = if streaming { STREAMING_PROVIDER } else { BATCH_PROVIDER };
        let explore = if streaming { json!("StreamingConnection") } else { json!("Rest") };
        json!({
            "id": self.id,
            "name": self.name,
            "providerId": provider,
            "version": "1.0",
            "authSpec": auth_specs::of(self.id),
            "sourceSpec": {
                "attributes": { "authRequired": self.has_accounts, "connectionType": self.category },
            },
            "exploreSpec": { "name": explore, "type": explore },
            "attributes": {
                "category": self.category,
                "connectorName": self.connector,
                "isSource": true,
                "uiAttributes": { "label": self.name, "isBeta": self.webhook },
            },
            "permissionsInfo": {
                "view": [{ "@type": "lowLevel", "name": "StreamingSource", "permissions": ["read"] }],
                "manage": [{ "@type": "lowLevel", "name": "StreamingSource", "permissions": ["write"] }],
            },
        })
    }
}

/// Whether the flow spec takes this source.
pub(crate) fn takes_source(world: &World, source_spec_id: &str) -> bool {
    offered(world).any(|spec| spec.webhook && spec.id == source_spec_id)
}

fn generic_streaming(world: &World) -> Value {
    let sources: Vec<&str> =
        offered(world).filter(|spec| spec.webhook).map(|spec| spec.id).collect();
    json!({
        "id": GENERIC_STREAMING,
        "name": "GenericStreamingAEP",
        "providerId": STREAMING_PROVIDER,
        "version": "1.0",
        "sourceConnectionSpecIds": sources,
        "targetConnectionSpecIds": [DATA_LAKE],
        "optionSpec": { "name": "OptionSpec", "spec": {
            "$schema": "http://json-schema.org/draft-07/schema#",
            "type": "object",
            "properties": {
                "errorDiagnosticsEnabled": { "type": "boolean", "default": false },
                "partialIngestionPercent": { "type": "number", "exclusiveMinimum": 0 },
                "inletUrl": { "type": "string" },
            },
        } },
        "transformationSpecs": [{ "name": "Mapping", "spec": {
            "$schema": "http://json-schema.org/draft-07/schema#",
            "type": "object",
            "properties": {
                "mappingId": { "type": "string" },
                "mappingVersion": { "type": "string" },
            },
        } }],
        "attributes": {
            "frequency": "streaming",
            "uiAttributes": { "apiFeatures": { "updateSupported": true, "flowRunsSupported": true } },
        },
    })
}

fn batch() -> Value {
    json!({
        "id": BATCH,
        "name": "RestStorageToAEP",
        "providerId": BATCH_PROVIDER,
        "version": "1.0",
        "sourceConnectionSpecIds": [auth_specs::PATHFACTORY, auth_specs::CAPILLARY],
        "targetConnectionSpecIds": [DATA_LAKE],
        "attributes": {
            "frequency": "batch",
            "uiAttributes": { "apiFeatures": { "updateSupported": true, "flowRunsSupported": true } },
        },
    })
}
