//! The referee between client and emulator, who share no types: payloads written by hand after the published
//! reference. The client has to read each, and the emulator has to answer with the same members.

use std::path::Path;
use std::time::Duration;

use aep_client::catalog::Dataset;
use aep_client::data_prep::{CreatedMappingSet, MappingSet};
use aep_client::flow_service::{
    BaseConnection, ConnectionSpec, Created, Flow, FlowRun, SourceConnection, TargetConnection,
    known::PENDO_CONNECTION_SPEC,
};
use aep_client::identity::IdentityNamespace;
use aep_client::inlet::Accepted;
use aep_client::sandboxes::SandboxSummary;
use aep_client::schema_registry::{FieldGroup, IdentityDescriptor, Schema, TenantStats};
use aep_client::{FlowId, WebhookUrl};
use inlet_tests::client::{Chain, chain, client, emulator, event, sandbox};
use inlet_tests::raw::Caller;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

fn fixture(name: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/shapes").join(name);
    let text = std::fs::read_to_string(path.with_extension("json")).unwrap();
    serde_json::from_str(&text).unwrap()
}

fn read<T: DeserializeOwned>(value: Value) -> T {
    serde_json::from_value(value).unwrap()
}

/// Members of the published shape that an answer lacks, or has in another type. Ids used as keys are not
/// compared, and of a list only the first item is.
fn missing(published: &Value, answer: &Value, path: &str) -> Vec<String> {
    match (published, answer) {
        (Value::Object(published), Value::Object(answer)) => published
            .iter()
            .flat_map(|(key, value)| {
                let path = format!("{path}/{key}");
                let found = answer.get(key).or_else(|| {
                    let only =
                        (published.len() == 1 && key.len() == 24).then(|| answer.values().next());
                    only.flatten()
                });
                found.map_or_else(|| vec![path.clone()], |found| missing(value, found, &path))
            })
            .collect(),
        (Value::Array(published), Value::Array(answer)) => {
            match (published.first(), answer.first()) {
                (Some(published), Some(answer)) => missing(published, answer, &format!("{path}/0")),
                (Some(_), None) => vec![format!("{path}/0")],
                (None, _) => Vec::new(),
            }
        }
        _ if std::mem::discriminant(published) == std::mem::discriminant(answer) => Vec::new(),
        _ => vec![format!("{path} is {answer} instead of {published}")],
    }
}

#[test]
fn the_client_reads_every_published_shape() {
    let flow: Flow = read(fixture("flow"));
    assert!(flow.webhook_url().is_some() && flow.mapping().is_some());
    assert_eq!(flow.source_spec().unwrap().as_str(), PENDO_CONNECTION_SPEC);
    let run: FlowRun = read(fixture("run"));
    assert_eq!(run.metrics.records.failed, Some(3));
    let source: SourceConnection = read(fixture("source_connection"));
    assert!(source.etag.is_some() && source.created_at.is_some());
    let target: TargetConnection = read(fixture("target_connection"));
    assert!(target.params.dataset_id.is_some() && target.data.schema.is_some());
    let account: BaseConnection = read(fixture("base_connection"));
    assert!(account.created_by.is_some() && account.auth.unwrap().spec_name.is_some());
    let spec: ConnectionSpec = read(fixture("connection_spec"));
    assert_eq!(spec.auth_spec[0].spec["properties"]["password"]["format"], "password");
    let created: Created<FlowId> = read(fixture("created"));
    assert!(created.etag.unwrap().as_str().starts_with('"'));
    let sandbox: SandboxSummary = read(fixture("sandboxes")["sandboxes"][0].take());
    assert!(sandbox.is_default);
    assert_eq!(read::<TenantStats>(fixture("stats")).tenant_id.namespace(), "_acme");
    assert_eq!(read::<Schema>(fixture("schema_list")["results"][0].take()).title, "Guides");
    assert!(read::<Schema>(fixture("schema")).class.is_some());
    let namespaces: Vec<IdentityNamespace> = read(fixture("identity_namespaces"));
    assert!(namespaces[0].custom && namespaces[0].code == "LOYALTY");
    let descriptor: IdentityDescriptor = read(fixture("identity_descriptor"));
    assert_eq!(descriptor.dotted_path(), "_acme.pendo.visitorId");
    assert_eq!(read::<FieldGroup>(fixture("field_group")).intended_to_extend.len(), 1);
    let mut dataset = fixture("dataset")["655e5f1f2a3b4c5d6e7f8091"].take();
    dataset["id"] = json!("655e5f1f2a3b4c5d6e7f8091");
    assert!(read::<Dataset>(dataset).schema_ref.is_some());
    assert_eq!(read::<CreatedMappingSet>(fixture("mapping_set_created")).version, Some(0));
    let mapping: MappingSet = read(fixture("mapping_set"));
    assert!(mapping.schema().is_some() && mapping.mappings[0].source.is_some());
    assert_eq!(read::<Accepted>(fixture("accepted")).xaction_id, "1699082400123:1001:7");
}

#[tokio::test]
async fn the_emulator_answers_in_the_published_shapes() {
    let emulator = emulator().await;
    let sandbox = sandbox(&emulator);
    let made = chain(&sandbox, "Guides").await.unwrap();
    let webhook = sandbox.flows().get(&made.flow).await.unwrap().value.webhook_url().unwrap();
    client(&emulator).inlet().post(&webhook, &event("e-1")).await.unwrap();
    client(&emulator).inlet().post(&webhook, &event("")).await.unwrap();
    emulator.clock().advance(Duration::from_secs(3 * 3600));
    let caller = Caller::of(&emulator).await.with("x-sandbox-name", "dev");
    let mut lacking = Vec::new();
    for (name, answer) in answers(&caller, &made, &webhook).await {
        let lacks = missing(&fixture(name), &answer, "");
        lacking.extend(lacks.into_iter().map(|member| format!("{name}{member}")));
    }
    assert_eq!(lacking, Vec::<String>::new());
}

async fn answers(
    caller: &Caller,
    made: &Chain,
    webhook: &WebhookUrl,
) -> Vec<(&'static str, Value)> {
    let one = async |path: String| caller.get(&path).await.json()["items"][0].take();
    let full = caller.clone().with("accept", "application/vnd.adobe.xed+json; version=1");
    let list = caller.clone().with("accept", "application/vnd.adobe.xed-id+json");
    let registry = "/schemaregistry/tenant";
    let encode = |id: &str| url::form_urlencoded::byte_serialize(id.as_bytes()).collect::<String>();
    let schema = format!("{registry}/schemas/{}", encode(made.schema.as_str()));
    let group = format!("{registry}/fieldgroups/{}", encode(made.field_group.as_str()));
    let source = json!({"name": "x", "connectionSpec": {"id": PENDO_CONNECTION_SPEC, "version": "1.0"},
        "data": {"format": "json"}});
    let dataset = json!({"name": "x", "schemaRef": {"id": made.schema.as_str(),
        "contentType": "application/vnd.adobe.xed-full+json;version=1"}});
    let mapping = json!({"outputSchema": {"schemaRef": {"id": made.schema.as_str(),
        "contentType": "application/vnd.adobe.xed-full+json;version=1"}},
        "mappings": [{"sourceAttribute": "uniqueId", "destinationXdmPath": "_id",
            "identity": false, "version": 0}]});
    let descriptor = json!({"@type": "xdm:descriptorIdentity", "xdm:sourceVersion": 1,
        "xdm:sourceSchema": made.schema.as_str(), "xdm:sourceProperty": "/_id",
        "xdm:namespace": "Email", "xdm:property": "xdm:code", "xdm:isPrimary": false});
    let spec = "/flowservice/connectionSpecs/ea1c2a08-b722-11eb-8529-0242ac130003";
    let account = json!({"name": "x", "description": "y",
        "connectionSpec": {"id": "ea1c2a08-b722-11eb-8529-0242ac130003", "version": "1.0"},
        "auth": {"specName": "Basic Authentication", "params": {
            "host": "https://h.example", "username": "u", "password": "p"}}});
    let account = caller.post("/flowservice/connections", account).await.json();
    let account = account["id"].as_str().unwrap();
    let collection = webhook.expose().split_once("/collection/").unwrap().1;
    vec![
        ("flow", one(format!("/flowservice/flows/{}", made.flow)).await),
        ("run", one(format!("/flowservice/runs?property=flowId=={}", made.flow)).await),
        ("source_connection", one(format!("/flowservice/sourceConnections/{}", made.source)).await),
        ("target_connection", one(format!("/flowservice/targetConnections/{}", made.target)).await),
        ("base_connection", one(format!("/flowservice/connections/{account}")).await),
        ("connection_spec", one(spec.to_owned()).await),
        ("created", caller.post("/flowservice/sourceConnections", source).await.json()),
        ("sandboxes", caller.get("/sandbox-management/").await.json()),
        ("stats", caller.get("/schemaregistry/stats").await.json()),
        ("schema_list", list.get(&format!("{registry}/schemas")).await.json()),
        ("schema", full.get(&schema).await.json()),
        ("field_group", full.get(&group).await.json()),
        ("identity_namespaces", caller.get("/data/core/idnamespace/identities").await.json()),
        (
            "identity_descriptor",
            caller.post(&format!("{registry}/descriptors"), descriptor).await.json(),
        ),
        ("dataset_created", caller.post("/catalog/dataSets", dataset).await.json()),
        ("dataset", caller.get(&format!("/catalog/dataSets/{}", made.dataset)).await.json()),
        ("mapping_set_created", caller.post("/conversion/mappingSets", mapping).await.json()),
        ("mapping_set_list", caller.get("/conversion/mappingSets?limit=10&start=0").await.json()),
        (
            "mapping_set",
            caller.get(&format!("/conversion/mappingSets/{}", made.mapping.id)).await.json(),
        ),
        ("accepted", caller.post(&format!("/collection/{collection}"), event("e-2")).await.json()),
        ("flow_not_found", caller.get("/flowservice/flows/never-there").await.json()),
        (
            "gateway_refusal",
            caller.clone().without("authorization").get("/schemaregistry/stats").await.json(),
        ),
    ]
}
