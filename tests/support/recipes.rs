//! A dataflow made by hand whose recipe says all that a recipe may say: class, Adobe's field groups, identities, tags.

use aep_client::catalog::NewDataset;
use aep_client::data_prep::{NewMapping, NewMappingSet, Source};
use aep_client::flow_service::{NewFlow, NewSourceConnection, NewTargetConnection};
use aep_client::schema_registry::{
    EXPERIENCE_EVENT_CLASS, IdentityDescriptor, NewFieldGroup, NewIdentityDescriptor, NewSchema,
};
use aep_client::{ClassId, SchemaId};
use aep_emulator::Emulator;
use app_core::contract::flows::FlowRef;
use app_core::contract::recipes::{ReadRecipe, RecipeRead, RecipeWay};
use serde_json::{Map, Value, json};

use crate::setup::SetupApp;

/// Why a call is expected to be good.
const WHY: &str = "the emulator takes it";

/// Adobe's fields for where an event came from.
pub const ENVIRONMENT: &str =
    "https://ns.adobe.com/xdm/context/experienceevent-environment-details";
/// Adobe's fields for a person.
pub const PERSON: &str = "https://ns.adobe.com/xdm/context/profile-person-details";

/// What was made by hand in the organisation that a recipe comes from.
pub struct Theirs {
    /// Id of the dataflow.
    pub flow: String,
    /// Its schema.
    pub schema: SchemaId,
}

/// A schema of one class with own fields and one of Adobe's field groups.
///
/// # Panics
/// When the emulator refuses it.
pub async fn schema(test: &SetupApp, title: &str, class: &str, group: &str) -> SchemaId {
    let sandbox = test.sandbox();
    let class: ClassId = class.into();
    let own = json!({ "visitorId": { "type": "string" }, "mail": { "type": "string" } });
    let own: Map<String, Value> = own.as_object().expect("it is one").clone();
    let fields = format!("{title} own");
    let fields = NewFieldGroup::new(fields, &class, &test.emulator.tenant().into(), own);
    let fields = sandbox.field_groups().create(&fields).await.expect(WHY).id;
    let schema = NewSchema::new(title, &class).with(&fields).with(&group.into());
    sandbox.schemas().create(&schema).await.expect(WHY).id
}

/// Marks an own field as an identity.
///
/// # Panics
/// When the emulator refuses it.
pub async fn mark(test: &SetupApp, schema: &SchemaId, path: &str, namespace: &str, primary: bool) {
    let path = format!("_{}.{path}", test.emulator.tenant());
    let new = NewIdentityDescriptor::new(schema, &path, namespace).primary(primary);
    test.sandbox().identity_descriptors().create(&new).await.expect(WHY);
}

/// A dataflow into this schema, with a dataset that has tags.
///
/// # Panics
/// When the emulator refuses it.
pub async fn flow_into(
    test: &SetupApp,
    name: &str,
    schema: SchemaId,
    lines: Vec<NewMapping>,
) -> Theirs {
    let sandbox = test.sandbox();
    let words = |words: &[&str]| words.iter().map(|&word| word.to_owned()).collect::<Vec<_>>();
    let dataset = NewDataset::new(name, &schema)
        .tag("team", &words(&["web", "research"]))
        .tag("owner", &[format!("_{}", test.emulator.tenant())])
        .tag("copy", &words(&["5c8c3c555033b814b69f947f"]))
        .tag("acp_validationContext", &words(&["enabled"]));
    let dataset = sandbox.datasets().create(&dataset).await.expect(WHY);
    let source = sandbox.source_connections().create(&NewSourceConnection::pendo(name)).await;
    let target = NewTargetConnection::data_lake(name, &schema, &dataset);
    let target = sandbox.target_connections().create(&target).await.expect(WHY).id;
    let set = NewMappingSet::new(&schema, lines);
    let set = sandbox.mapping_sets().create(&set).await.expect(WHY).reference();
    let flow = NewFlow::streaming(name, &source.expect(WHY).id, &target, set);
    let flow = sandbox.flows().create(&flow).await.expect(WHY).id.to_string();
    Theirs { flow, schema }
}

/// Lines that fill own fields and one of Adobe's.
#[must_use]
pub fn event_lines(test: &SetupApp) -> Vec<NewMapping> {
    let field = |path: &str| Source::Attribute(path.to_owned());
    let own = format!("_{}", test.emulator.tenant());
    let moment = "dformat(${timestamp} * 1000, \"yyyy-MM-dd'T'HH:mm:ss.SSSX\")";
    vec![
        NewMapping::new("_id", field("uniqueId")),
        NewMapping::new("timestamp", Source::Expression(moment.to_owned())),
        NewMapping::new(format!("{own}.visitorId"), field("visitorId")),
        NewMapping::new(format!("{own}.mail"), field("accountId")),
        NewMapping::new("environment.type", field("event")),
    ]
}

/// Events with all that a recipe may say of them.
///
/// # Panics
/// When the emulator refuses it.
pub async fn theirs(test: &SetupApp) -> Theirs {
    let schema = schema(test, "Visits", EXPERIENCE_EVENT_CLASS, ENVIRONMENT).await;
    mark(test, &schema, "visitorId", "pendoVisitor", true).await;
    mark(test, &schema, "mail", "Email", false).await;
    flow_into(test, "Visits", schema, event_lines(test)).await
}

/// The recipe of a dataflow.
///
/// # Panics
/// When it cannot be exported.
pub async fn exported(test: &SetupApp, flow_id: &str) -> String {
    test.app.export_recipe(FlowRef { flow_id: flow_id.to_owned() }).await.expect(WHY).text
}

/// A recipe, read for the sandbox of this app.
///
/// # Panics
/// When it is refused.
pub async fn read(test: &SetupApp, text: &str) -> RecipeRead {
    test.app.read_recipe(ReadRecipe { text: text.to_owned() }).await.expect(WHY)
}

/// An app in another organisation, with nothing in it.
pub async fn elsewhere() -> SetupApp {
    SetupApp::on(Emulator::builder().tenant("otherlab")).await
}

/// What is told of a way.
#[must_use]
pub fn sentences(way: &RecipeWay) -> Vec<&str> {
    way.differences.iter().map(|difference| difference.text.as_str()).collect()
}

/// Whether something is told.
#[must_use]
pub fn said(way: &RecipeWay, words: &str) -> bool {
    sentences(way).iter().any(|text| text.contains(words))
}

/// Marks an own field as an identity.
///
/// # Panics
/// When the emulator refuses it.
pub async fn marks(test: &SetupApp) -> Vec<IdentityDescriptor> {
    test.sandbox().identity_descriptors().all().collect().await.expect(WHY)
}
