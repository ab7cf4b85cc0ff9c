//! What a recipe says of a place beside its own fields: class, Adobe's field groups, identities, tags. It is read from
//! one organisation, told before anything is made in another, made there in one go, and taken back whole.

use aep_client::catalog::NewDataset;
use aep_client::data_prep::{NewMapping, NewMappingSet, Source};
use aep_client::flow_service::{NewFlow, NewSourceConnection, NewTargetConnection};
use aep_client::schema_registry::{
    EXPERIENCE_EVENT_CLASS, IdentityDescriptor, NewFieldGroup, NewIdentityDescriptor, NewSchema,
    PROFILE_CLASS, Schema,
};
use aep_client::{ClassId, SchemaId};
use aep_emulator::{Emulator, Fault, Route};
use app_core::contract::flows::FlowRef;
use app_core::contract::recipes::{ReadRecipe, RecipeRead, RecipeWay};
use app_core::contract::setup::{Destination, Setup, SetupState, StepKind, StepState};
use inlet_tests::app::problem_of;
use inlet_tests::setup::{SetupApp, count, refused, step};
use serde_json::{Map, Value, json};

const ENVIRONMENT: &str = "https://ns.adobe.com/xdm/context/experienceevent-environment-details";
const PERSON: &str = "https://ns.adobe.com/xdm/context/profile-person-details";

/// What was made by hand in the organisation that a recipe comes from.
struct Theirs {
    flow: String,
    schema: SchemaId,
}

/// A schema of one class with own fields, one of Adobe's field groups, and two identities.
async fn schema(test: &SetupApp, title: &str, class: &str, group: &str) -> SchemaId {
    let sandbox = test.sandbox();
    let class: ClassId = class.into();
    let own = json!({ "visitorId": { "type": "string" }, "mail": { "type": "string" } });
    let own: Map<String, Value> = own.as_object().unwrap().clone();
    let fields = format!("{title} own");
    let fields = NewFieldGroup::new(fields, &class, &test.emulator.tenant().into(), own);
    let fields = sandbox.field_groups().create(&fields).await.unwrap().id;
    let schema = NewSchema::new(title, &class).with(&fields).with(&group.into());
    sandbox.schemas().create(&schema).await.unwrap().id
}

async fn mark(test: &SetupApp, schema: &SchemaId, path: &str, namespace: &str, primary: bool) {
    let path = format!("_{}.{path}", test.emulator.tenant());
    let new = NewIdentityDescriptor::new(schema, &path, namespace).primary(primary);
    test.sandbox().identity_descriptors().create(&new).await.unwrap();
}

/// A dataflow into this schema, with a dataset that has tags.
async fn flow_into(
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
    let dataset = sandbox.datasets().create(&dataset).await.unwrap();
    let source = sandbox.source_connections().create(&NewSourceConnection::pendo(name)).await;
    let target = NewTargetConnection::data_lake(name, &schema, &dataset);
    let target = sandbox.target_connections().create(&target).await.unwrap().id;
    let set = NewMappingSet::new(&schema, lines);
    let set = sandbox.mapping_sets().create(&set).await.unwrap().reference();
    let flow = NewFlow::streaming(name, &source.unwrap().id, &target, set);
    let flow = sandbox.flows().create(&flow).await.unwrap().id.to_string();
    Theirs { flow, schema }
}

fn event_lines(test: &SetupApp) -> Vec<NewMapping> {
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
async fn theirs(test: &SetupApp) -> Theirs {
    let schema = schema(test, "Visits", EXPERIENCE_EVENT_CLASS, ENVIRONMENT).await;
    mark(test, &schema, "visitorId", "pendoVisitor", true).await;
    mark(test, &schema, "mail", "Email", false).await;
    flow_into(test, "Visits", schema, event_lines(test)).await
}

async fn exported(test: &SetupApp, flow_id: &str) -> String {
    test.app.export_recipe(FlowRef { flow_id: flow_id.to_owned() }).await.unwrap().text
}

async fn read(test: &SetupApp, text: &str) -> RecipeRead {
    test.app.read_recipe(ReadRecipe { text: text.to_owned() }).await.unwrap()
}

async fn elsewhere() -> SetupApp {
    SetupApp::on(Emulator::builder().tenant("otherlab")).await
}

fn sentences(way: &RecipeWay) -> Vec<&str> {
    way.differences.iter().map(|difference| difference.text.as_str()).collect()
}

fn said(way: &RecipeWay, words: &str) -> bool {
    sentences(way).iter().any(|text| text.contains(words))
}

fn left_out(setup: &Setup) -> Vec<String> {
    match &setup.form.destination {
        Destination::Shape { shape, .. } => shape.left_out.clone(),
        other => panic!("{other:?}"),
    }
}

async fn marks(test: &SetupApp) -> Vec<IdentityDescriptor> {
    test.sandbox().identity_descriptors().all().collect().await.unwrap()
}

async fn schema_made(test: &SetupApp, setup: &Setup) -> Schema {
    let made = step(setup, StepKind::Schema).object.as_ref().expect("it was made");
    test.sandbox().schemas().get(&made.id.as_str().into()).await.unwrap()
}

#[tokio::test]
async fn class_field_groups_identities_and_tags_are_told_and_made_in_another_organisation() {
    let here = SetupApp::start().await;
    let text = exported(&here, &theirs(&here).await.flow).await;
    let file: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(file["class"], "event");
    assert_eq!(file["fieldGroups"], json!([{ "id": ENVIRONMENT, "title": "Environment Details" }]));
    assert_eq!(file["tags"], json!({ "team": ["web", "research"] }));
    assert_eq!(
        file["identities"],
        json!([
            { "path": "{tenant}.visitorId", "namespace": "pendoVisitor", "primary": true },
            { "path": "{tenant}.mail", "namespace": "Email", "primary": false },
        ])
    );
    assert!(!text.contains(here.emulator.tenant()), "{text}");

    let there = elsewhere().await;
    let way = read(&there, &text).await.new_schema;
    assert_eq!(
        sentences(&way),
        [
            "_otherlab.visitorId is marked as primary identity (Pendo visitor), as in the recipe. An event in which it \
             is empty is not ingested.",
            "_otherlab.mail is marked as identity (Email), as in the recipe.",
            "Adobe’s ready-made fields are part of the schema made here: “Environment Details”.",
            "The dataset gets the tags of the recipe (team: web, research).",
            "This organisation’s own fields stand below “_otherlab”; the mapping is moved there.",
        ]
    );
    let check = there.app.check_setup(way.form.clone()).await.unwrap();
    assert_eq!(check.fields, []);
    let planned: Vec<_> = check.plan.iter().filter(|one| one.step == StepKind::Identity).collect();
    assert_eq!(planned[0].name, "_otherlab.visitorId");
    assert_eq!(planned.len(), 2);

    let setup = there.set_up(way.form).await;
    assert_eq!(setup.state, SetupState::Done, "{:?}", setup.cause);
    let schema = schema_made(&there, &setup).await;
    let parts: Vec<&str> = schema.references().collect();
    assert_eq!((parts[0], parts[2]), (EXPERIENCE_EVENT_CLASS, ENVIRONMENT));
    let mut made: Vec<_> = marks(&there).await;
    made.sort_by_key(|mark| !mark.is_primary);
    let made: Vec<_> = made
        .iter()
        .map(|mark| (mark.dotted_path(), mark.namespace.clone().unwrap(), mark.is_primary))
        .collect();
    assert_eq!(
        made,
        [
            ("_otherlab.visitorId".to_owned(), "pendoVisitor".to_owned(), true),
            ("_otherlab.mail".to_owned(), "Email".to_owned(), false),
        ]
    );
    let dataset = there.sandbox().datasets().find_by_name("Visits").await.unwrap().remove(0);
    assert_eq!(Value::Object(dataset.tags), json!({ "team": ["web", "research"] }));
    // What was made there is as the recipe of it says once more.
    let again: Value =
        serde_json::from_str(&exported(&there, setup.flow_id.as_deref().unwrap()).await).unwrap();
    for part in ["class", "fieldGroups", "identities", "tags", "fields", "lines"] {
        assert_eq!(again[part], file[part], "{part}");
    }
}

/// The form of a recipe with two identities, for an organisation that has nothing yet.
async fn ready() -> (SetupApp, RecipeWay) {
    let here = SetupApp::start().await;
    let text = exported(&here, &theirs(&here).await.flow).await;
    let there = elsewhere().await;
    let way = read(&there, &text).await.new_schema;
    (there, way)
}

#[tokio::test]
async fn a_mark_whose_reply_was_lost_is_looked_up_and_never_sent_twice() {
    for skipped in [0, 1] {
        let lost = || Fault::on(Route::CreateDescriptor).after(skipped).times(1);
        for fault in [lost().lose_reply(), lost().cut_body(), lost().break_off()] {
            let (test, way) = ready().await;
            test.emulator.faults().add(fault.clone());
            let done = test.set_up(way.form).await;
            assert_eq!(done.state, SetupState::Done, "{fault:?}: {:?}", done.cause);
            assert_eq!(marks(&test).await.len(), 2, "{fault:?}");
            assert_eq!(test.emulator.recording().count(Route::CreateDescriptor), 2, "{fault:?}");
        }
    }
}

#[tokio::test]
async fn undo_takes_the_marks_back_before_their_schema() {
    let (test, way) = ready().await;
    test.emulator.faults().add(Fault::on(Route::CreateFlow).status(403).times(1));
    let stopped = test.set_up(way.form).await;
    assert_eq!(stopped.state, SetupState::Stopped);
    assert_eq!(marks(&test).await.len(), 2);
    let undone = test.undone(&stopped.setup_id).await;
    assert_eq!(undone.state, SetupState::Undone, "{:?}", undone.undo_problem);
    assert_eq!(marks(&test).await.len(), 0);
    assert_eq!(count(&test.sandbox()).await, [0; 7]);
    let marked = undone.steps.iter().filter(|step| step.kind == StepKind::Identity);
    assert!(marked.clone().all(|step| step.state == StepState::Removed), "{:?}", undone.steps);
    assert_eq!(marked.count(), 2);
}

#[tokio::test]
async fn a_mark_that_is_refused_stops_the_set_up_and_is_made_once_it_is_resumed() {
    let (test, way) = ready().await;
    test.emulator.faults().add(Fault::on(Route::CreateDescriptor).after(1).status(403).times(1));
    let stopped = test.set_up(way.form).await;
    assert_eq!(stopped.state, SetupState::Stopped);
    assert_eq!(marks(&test).await.len(), 1);
    let test = test.restarted().await;
    let done = test.resumed(&stopped.setup_id, false).await;
    assert_eq!(done.state, SetupState::Done, "{:?}", done.cause);
    assert_eq!(marks(&test).await.len(), 2);
    assert_eq!(count(&test.sandbox()).await, [1; 7]);
}

#[tokio::test]
async fn what_cannot_be_made_is_told_before_and_stays_told_afterwards() {
    let here = SetupApp::start().await;
    let text = exported(&here, &theirs(&here).await.flow).await;
    let mut altered: Value = serde_json::from_str(&text).unwrap();
    altered["identities"][0]["namespace"] = json!("theirsAlone");
    altered["class"] = json!("other");
    altered["profile"] = json!(true);
    let unknown = "https://ns.adobe.com/xdm/mixins/not-offered";
    let groups = altered["fieldGroups"].as_array_mut().unwrap();
    groups.push(json!({ "id": unknown, "title": "Web Details" }));
    let there = elsewhere().await;
    let way = read(&there, &altered.to_string()).await.new_schema;
    let setup = there.set_up(way.form.clone()).await;
    assert_eq!(setup.state, SetupState::Done, "{:?}", setup.cause);
    let left_out = left_out(&setup);
    for words in [
        "this organisation has no identity namespace “theirsAlone”",
        "a class that only its own organisation has",
        "“Web Details” are not part of the schema",
        "A recipe never does that, because it cannot be undone",
    ] {
        assert!(said(&way, words), "{words}: {:?}", sentences(&way));
        assert!(left_out.iter().any(|text| text.contains(words)), "{words}: {left_out:?}");
    }
    assert_eq!(left_out.len(), 4, "{left_out:?}");
    assert_eq!(marks(&there).await.len(), 1);
    assert!(!schema_made(&there, &setup).await.is_for_profile());
}

#[tokio::test]
async fn a_schema_that_is_enabled_for_profile_is_made_without_it() {
    let here = SetupApp::start().await;
    let theirs = theirs(&here).await;
    let schemas = here.sandbox().schemas();
    let read_first = schemas.get(&theirs.schema).await.unwrap();
    let patch = read_first.profile_patch();
    schemas.update(&theirs.schema, read_first.etag().as_ref(), &patch).await.unwrap();
    let text = exported(&here, &theirs.flow).await;
    let there = elsewhere().await;
    let way = read(&there, &text).await.new_schema;
    assert!(said(&way, "was enabled for Profile"), "{:?}", sentences(&way));
    let setup = there.set_up(way.form).await;
    assert_eq!(setup.state, SetupState::Done, "{:?}", setup.cause);
    assert!(!schema_made(&there, &setup).await.is_for_profile());
}

#[tokio::test]
async fn a_schema_of_people_is_made_as_one_again() {
    let here = SetupApp::start().await;
    let schema = schema(&here, "People", PROFILE_CLASS, PERSON).await;
    let field = |path: &str| Source::Attribute(path.to_owned());
    let own = format!("_{}", here.emulator.tenant());
    let lines = vec![
        NewMapping::new(format!("{own}.visitorId"), field("visitorId")),
        NewMapping::new(format!("{own}.mail"), field("uniqueId")),
        NewMapping::new("person.name.firstName", field("event")),
    ];
    let theirs = flow_into(&here, "People", schema, lines).await;
    let text = exported(&here, &theirs.flow).await;
    let there = elsewhere().await;
    let way = read(&there, &text).await.new_schema;
    assert!(said(&way, "describes people (XDM Individual Profile)"), "{:?}", sentences(&way));
    assert!(!way.differences.iter().any(|difference| difference.grave), "{:?}", sentences(&way));
    let setup = there.set_up(way.form).await;
    assert_eq!(setup.state, SetupState::Done, "{:?}", setup.cause);
    let made = schema_made(&there, &setup).await;
    assert_eq!(made.class.as_ref().map(ClassId::as_str), Some(PROFILE_CLASS));
}

#[tokio::test]
async fn each_schema_that_is_the_same_is_offered_by_its_name_and_no_other() {
    let test = SetupApp::start().await;
    let text = exported(&test, &theirs(&test).await.flow).await;
    let twin = schema(&test, "A twin", EXPERIENCE_EVENT_CLASS, ENVIRONMENT).await;
    mark(&test, &twin, "visitorId", "pendoVisitor", true).await;
    mark(&test, &twin, "mail", "Email", false).await;
    // The same fields, and each in one thing another: no identities, another primary one, another field group.
    schema(&test, "Nobody", EXPERIENCE_EVENT_CLASS, ENVIRONMENT).await;
    let other = schema(&test, "Mail", EXPERIENCE_EVENT_CLASS, ENVIRONMENT).await;
    mark(&test, &other, "mail", "Email", true).await;
    let commerce = "https://ns.adobe.com/xdm/context/experienceevent-commerce";
    schema(&test, "Shop", EXPERIENCE_EVENT_CLASS, commerce).await;

    let read = read(&test, &text).await;
    let titles: Vec<_> = read.same_schemas.iter().map(|same| same.title.as_str()).collect();
    assert_eq!(titles, ["Visits", "A twin"]);
    let over_twin = &read.same_schemas[1].way;
    assert!(said(over_twin, "is called “Visits”; here it is “A twin”"), "{over_twin:?}");
    let setup = test.set_up(over_twin.form.clone()).await;
    assert_eq!(setup.state, SetupState::Done, "{:?}", setup.cause);
    let dataset = test.sandbox().datasets().find_by_name("Visits 2").await.unwrap().remove(0);
    assert_eq!(dataset.schema_ref.unwrap().id, twin);
    assert_eq!(dataset.tags["team"], json!(["web", "research"]));
}

#[tokio::test]
async fn a_namesake_with_other_identities_is_told_apart() {
    let here = SetupApp::start().await;
    let text = exported(&here, &theirs(&here).await.flow).await;
    let there = elsewhere().await;
    schema(&there, "Visits", EXPERIENCE_EVENT_CLASS, ENVIRONMENT).await;
    let read = read(&there, &text).await;
    assert_eq!(read.same_schemas, []);
    let words = "“Visits” is here already: not the same fields are identities";
    assert!(said(&read.new_schema, words), "{:?}", sentences(&read.new_schema));
}

#[tokio::test]
async fn an_older_recipe_is_made_and_says_what_it_does_not_know() {
    let here = SetupApp::start().await;
    let text = exported(&here, &theirs(&here).await.flow).await;
    let mut old: Value = serde_json::from_str(&text).unwrap();
    old["version"] = json!(1);
    for part in ["class", "fieldGroups", "identities", "tags"] {
        old.as_object_mut().unwrap().remove(part);
    }
    let lines = old["lines"].as_array_mut().unwrap();
    lines.retain(|line| line["target"] != "environment.type");
    let there = elsewhere().await;
    let way = read(&there, &old.to_string()).await.new_schema;
    assert!(said(&way, "An older Inlet made this recipe"), "{:?}", sentences(&way));
    let setup = there.set_up(way.form).await;
    assert_eq!(setup.state, SetupState::Done, "{:?}", setup.cause);
    assert_eq!(marks(&there).await.len(), 0);
}

#[tokio::test]
async fn a_recipe_that_would_enable_profile_by_a_tag_is_refused() {
    let test = SetupApp::start().await;
    let text = exported(&test, &theirs(&test).await.flow).await;
    let mut altered: Value = serde_json::from_str(&text).unwrap();
    altered["tags"]["unifiedProfile"] = json!(["enabled:true"]);
    let error = refused(test.app.read_recipe(ReadRecipe { text: altered.to_string() }).await);
    assert!(problem_of(&error, "text").contains("“tags.unifiedProfile”"), "{error:?}");
    let mut form = read(&test, &text).await.new_schema.form;
    let Destination::Shape { shape, .. } = &mut form.destination else { panic!("{form:?}") };
    shape.tags.insert("unifiedProfile".to_owned(), vec!["enabled:true".to_owned()]);
    let check = test.app.check_setup(form).await.unwrap();
    assert!(check.fields.iter().any(|one| one.field == "destination.tags"), "{check:?}");
}
