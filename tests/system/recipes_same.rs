//! Schemas that are here already: known by what they are, each offered by its name, and what differs is told.

use aep_client::schema_registry::EXPERIENCE_EVENT_CLASS;
use aep_emulator::{Fault, Route};
use app_core::contract::setup::SetupState;
use inlet_tests::recipes::{
    ENVIRONMENT, elsewhere, exported, mark, read, said, schema, sentences, theirs,
};
use inlet_tests::setup::SetupApp;
use serde_json::json;

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
async fn identities_that_may_not_be_read_are_not_taken_for_none() {
    let test = SetupApp::start().await;
    let theirs = theirs(&test).await;
    let hidden = || Fault::on(Route::ListDescriptors).status(403).times(1);
    test.emulator.faults().add(hidden());
    let text = exported(&test, &theirs.flow).await;
    assert!(!text.contains("identities"), "{text}");
    let way = read(&test, &text).await.new_schema;
    assert!(said(&way, "does not say which fields are identities"), "{:?}", sentences(&way));
    let whole = exported(&test, &theirs.flow).await;
    assert_eq!(read(&test, &whole).await.same_schemas.len(), 1);
    test.emulator.faults().add(hidden());
    assert_eq!(read(&test, &whole).await.same_schemas, []);
}

#[tokio::test]
async fn among_very_many_schemas_it_is_said_that_some_were_not_compared() {
    let test = SetupApp::start().await;
    let text = exported(&test, &theirs(&test).await.flow).await;
    for number in 1..=21 {
        schema(&test, &format!("Other {number}"), EXPERIENCE_EVENT_CLASS, ENVIRONMENT).await;
    }
    let read = read(&test, &text).await;
    let titles: Vec<_> = read.same_schemas.iter().map(|same| same.title.as_str()).collect();
    assert_eq!(titles, ["Visits"], "that of the title is always compared");
    let words = "has 2 more schemas that might fit and were not compared";
    assert!(said(&read.new_schema, words), "{:?}", sentences(&read.new_schema));
}
