//! A client that talks to an emulator, and a whole dataflow made through it.
//!
//! What does not belong here: anything the application adds on top of the client.

use aep_client::data_prep::{NewMapping, NewMappingSet, Source};
use aep_client::flow_service::{MappingRef, NewFlow, NewSourceConnection, NewTargetConnection};
use aep_client::schema_registry::{EXPERIENCE_EVENT_CLASS, NewFieldGroup, NewSchema};
use aep_client::{
    ClassId, Client, Config, Credential, DatasetId, FieldGroupId, FlowId, Result, RetryPolicy,
    Sandbox, SandboxName, SchemaId, SourceConnectionId, TargetConnectionId,
};
use aep_emulator::Emulator;
use serde_json::{Map, Value, json};

const MADE_BY: &str = "made by a test";

/// An emulator with nothing in it.
///
/// # Panics
/// When no loopback port is to be had.
pub async fn emulator() -> Emulator {
    Emulator::builder().start().await.expect("a loopback port is free")
}

/// The configuration of a client that may do everything. It tries as often as the real one, but
/// does not wait between tries.
///
/// # Panics
/// When the emulator's address is no address.
#[must_use]
pub fn config(emulator: &Emulator) -> Config {
    let secret = Credential::ClientSecret(emulator.client_secret().into());
    let url = |text: &str| text.parse().expect("the emulator gives its address");
    let mut config = Config::custom(
        url(emulator.base_url()),
        url(emulator.ims_url()),
        emulator.org_id().into(),
        emulator.client_id().into(),
        secret,
    );
    config.extra_root_certificates =
        emulator.ca_certificate().into_iter().map(str::to_owned).collect();
    config.retry = unhurried();
    config
}

/// The usual number of tries, without the pauses.
#[must_use]
pub fn unhurried() -> RetryPolicy {
    RetryPolicy::default().pausing_with(|_| std::future::ready(())).with_chance(|| 0.0)
}

/// A client with [`config`].
///
/// # Panics
/// When the configuration is refused.
#[must_use]
pub fn client(emulator: &Emulator) -> Client {
    Client::new(config(emulator)).expect("the emulator's own values make a configuration")
}

/// A client's view of the sandbox that most tests use.
#[must_use]
pub fn sandbox(emulator: &Emulator) -> Sandbox {
    client(emulator).sandbox(&SandboxName::new("dev"))
}

/// Everything that belongs to one dataflow.
#[derive(Clone, Debug)]
pub struct Chain {
    /// Its fields.
    pub field_group: FieldGroupId,
    /// Its schema.
    pub schema: SchemaId,
    /// Where its events land.
    pub dataset: DatasetId,
    /// Where they come from.
    pub source: SourceConnectionId,
    /// Where they go.
    pub target: TargetConnectionId,
    /// What is done to them on the way.
    pub mapping: MappingRef,
    /// The dataflow.
    pub flow: FlowId,
}

/// Makes a dataflow and everything it needs; all are called `name`.
///
/// # Errors
/// Whatever the first call that fails ends in.
pub async fn chain(sandbox: &Sandbox, name: &str) -> Result<Chain> {
    let class: ClassId = EXPERIENCE_EVENT_CLASS.into();
    let tenant = sandbox.tenant().stats().await?.tenant_id;
    let group = NewFieldGroup::new(name, &class, &tenant, fields());
    let field_group = sandbox.field_groups().create(&group).await?.id;
    let schema = NewSchema::new(name, &class).with(&field_group).description(MADE_BY);
    let schema = sandbox.schemas().create(&schema).await?.id;
    let dataset = aep_client::catalog::NewDataset::new(name, &schema);
    let dataset = sandbox.datasets().create(&dataset).await?;
    let source = NewSourceConnection::pendo(name).description(MADE_BY);
    let source = sandbox.source_connections().create(&source).await?.id;
    let target = NewTargetConnection::data_lake(name, &schema, &dataset).description(MADE_BY);
    let target = sandbox.target_connections().create(&target).await?.id;
    let mapping = mapping(&schema, &tenant.namespace());
    let mapping = sandbox.mapping_sets().create(&mapping).await?.reference();
    let flow = NewFlow::streaming(name, &source, &target, mapping.clone());
    let flow = flow.description(MADE_BY).error_diagnostics(true);
    let flow = sandbox.flows().create(&flow).await?.id;
    Ok(Chain { field_group, schema, dataset, source, target, mapping, flow })
}

fn fields() -> Map<String, Value> {
    let text = || json!({ "type": "string" });
    Map::from_iter([
        ("uniqueId".to_owned(), json!({ "type": "string", "minLength": 1 })),
        ("visitorId".to_owned(), text()),
        ("event".to_owned(), text()),
    ])
}

/// A mapping of Pendo's events to the fields of [`chain`].
#[must_use]
pub fn mapping(schema: &SchemaId, namespace: &str) -> NewMappingSet {
    let field = |path: &str| Source::Attribute(path.to_owned());
    let moment = "dformat(${timestamp} * 1000, \"yyyy-MM-dd'T'HH:mm:ss.SSSX\")";
    NewMappingSet::new(
        schema,
        vec![
            NewMapping::new("_id", field("uniqueId")),
            NewMapping::new("timestamp", Source::Expression(moment.to_owned())),
            NewMapping::new(format!("{namespace}.uniqueId"), field("uniqueId")),
            NewMapping::new(format!("{namespace}.visitorId"), field("visitorId")),
            NewMapping::new(format!("{namespace}.event"), field("event")),
        ],
    )
}

/// Gives the mapping set of a dataflow another version, with three lines; the dataflow does not follow by itself.
///
/// # Errors
/// Whatever the first call that fails ends in.
pub async fn newer_mapping(sandbox: &Sandbox, made: &Chain) -> Result<u64> {
    let namespace = sandbox.tenant().stats().await?.tenant_id.namespace();
    let field = |path: &str| Source::Attribute(path.to_owned());
    let moment = Source::Expression("dformat(${timestamp} * 1000, \"yyyy-MM-dd\")".to_owned());
    let lines = vec![
        NewMapping::new("_id", field("uniqueId")),
        NewMapping::new("timestamp", moment),
        NewMapping::new(format!("{namespace}.uniqueId"), field("uniqueId")),
    ];
    let set = NewMappingSet::new(&made.schema, lines);
    let newer = sandbox.mapping_sets().replace(&made.mapping.id, &set).await?;
    Ok(newer.version.unwrap_or_default())
}

/// An event as Pendo would send it.
#[must_use]
pub fn event(unique_id: &str) -> Value {
    json!({
        "accountId": "acme",
        "visitorId": "v-1",
        "event": "guideDisplayed",
        "timestamp": 1_700_000_000,
        "uniqueId": unique_id,
        "properties": { "guideProperties": { "name": "Welcome" } }
    })
}
