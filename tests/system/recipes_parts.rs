//! What a recipe says of a place beside its own fields: class, Adobe's field groups, identities, tags. It is read from
//! one organisation, told before anything is made in another, and made there in one go.

use aep_client::ClassId;
use aep_client::data_prep::{NewMapping, Source};
use aep_client::schema_registry::{EXPERIENCE_EVENT_CLASS, PROFILE_CLASS, Schema};
use app_core::contract::recipes::ReadRecipe;
use app_core::contract::setup::{Destination, Setup, SetupState, StepKind};
use inlet_tests::app::problem_of;
use inlet_tests::recipes::{
    ENVIRONMENT, PERSON, elsewhere, exported, flow_into, marks, read, said, schema, sentences,
    theirs,
};
use inlet_tests::setup::{SetupApp, refused, step};
use serde_json::{Value, json};

fn left_out(setup: &Setup) -> Vec<String> {
    match &setup.form.destination {
        Destination::Shape { shape, .. } => shape.left_out.clone(),
        other => panic!("{other:?}"),
    }
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

#[tokio::test]
async fn a_primary_identity_that_nothing_fills_is_told_first_and_cannot_be_made() {
    let here = SetupApp::start().await;
    let text = exported(&here, &theirs(&here).await.flow).await;
    let mut altered: Value = serde_json::from_str(&text).unwrap();
    let lines = altered["lines"].as_array_mut().unwrap();
    lines.retain(|line| line["target"] != "{tenant}.visitorId");
    let there = elsewhere().await;
    let way = read(&there, &altered.to_string()).await.new_schema;
    assert!(way.differences[0].grave, "{:?}", way.differences);
    assert!(way.differences[0].text.starts_with("Nothing fills _otherlab.visitorId"));
    let check = there.app.check_setup(way.form).await.unwrap();
    assert!(
        check.fields.iter().any(|one| one.message.contains("_otherlab.visitorId")),
        "{check:?}"
    );
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
