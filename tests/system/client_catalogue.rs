//! What an organisation offers: classes, specifications, expression functions, accounts.

use aep_client::data_prep::{NewMapping, NewMappingSet, Source, Verdict};
use aep_client::flow_service::known::{
    DATA_LAKE_CONNECTION_SPEC, PENDO_CONNECTION_SPEC, STREAMING_FLOW_SPEC,
};
use aep_client::flow_service::{AuthParams, NewBaseConnection};
use aep_client::schema_registry::EXPERIENCE_EVENT_CLASS;
use aep_client::{ListQuery, Patch};
use inlet_tests::client::{chain, emulator, event, sandbox};
use serde_json::{Map, json};

#[tokio::test]
async fn the_class_of_events_is_offered_with_its_required_fields() {
    let emulator = emulator().await;
    let sandbox = sandbox(&emulator);
    let classes = sandbox.classes().all_global().collect().await.unwrap();
    assert!(classes.iter().any(|class| class.id.as_str() == EXPERIENCE_EVENT_CLASS));
    let class = sandbox.classes().get_global(&EXPERIENCE_EVENT_CLASS.into()).await.unwrap();
    assert_eq!(class.id.as_str(), EXPERIENCE_EVENT_CLASS);
    let groups = sandbox.field_groups().all_global().collect().await;
    groups.unwrap();
}

#[tokio::test]
async fn a_schema_shows_its_fields_when_asked_in_full() {
    let emulator = emulator().await;
    let sandbox = sandbox(&emulator);
    let made = chain(&sandbox, "Guides").await.unwrap();
    let full = sandbox.schemas().get_full(&made.schema).await.unwrap();
    let own = format!("_{}", emulator.tenant());
    assert_eq!(full.properties[&own]["properties"]["uniqueId"]["type"], "string");
    for name in ["_id", "timestamp"] {
        assert!(full.required.iter().any(|field| field == name), "{name}: {:?}", full.required);
    }
    let group = sandbox.field_groups().get(&made.field_group).await.unwrap();
    assert_eq!(group.title, "Guides");
    let plain = sandbox.schemas().get(&made.schema).await.unwrap();
    assert_eq!(plain.class.unwrap().as_str(), EXPERIENCE_EVENT_CLASS);
    let dataset = sandbox.datasets().get(&made.dataset).await.unwrap();
    assert_eq!(dataset.schema_ref.unwrap().id, made.schema);
}

#[tokio::test]
async fn the_pendo_source_is_offered_unless_the_organisation_has_none() {
    let emulator = emulator().await;
    let sandbox = sandbox(&emulator);
    let pendo = sandbox.connection_specs().get(&PENDO_CONNECTION_SPEC.into()).await.unwrap();
    assert!(pendo.auth_spec.is_empty(), "Pendo needs no account");
    let flow = sandbox.flow_specs().get(&STREAMING_FLOW_SPEC.into()).await.unwrap();
    assert!(flow.source_connection_spec_ids.contains(&PENDO_CONNECTION_SPEC.into()));
    assert!(flow.target_connection_spec_ids.contains(&DATA_LAKE_CONNECTION_SPEC.into()));
    let all = sandbox.connection_specs().all(&ListQuery::new()).collect().await.unwrap();
    assert!(all.iter().any(|spec| spec.id.as_str() == PENDO_CONNECTION_SPEC));
    assert!(!sandbox.flow_specs().list(&ListQuery::new()).await.unwrap().items.is_empty());
    emulator.switch(|switches| switches.pendo_offered = false);
    let error = sandbox.connection_specs().get(&PENDO_CONNECTION_SPEC.into()).await.unwrap_err();
    assert!(error.is_not_found(), "{error}");
}

#[tokio::test]
async fn an_account_is_made_tested_changed_and_removed() {
    let emulator = emulator().await;
    let sandbox = sandbox(&emulator);
    let specs = sandbox.connection_specs().all(&ListQuery::new()).collect().await.unwrap();
    let spec = specs.iter().find(|spec| !spec.auth_spec.is_empty()).expect("one needs an account");
    let way = &spec.auth_spec[0];
    let fields = way.spec["properties"].as_object().cloned().unwrap_or_default();
    let params = Map::from_iter(fields.into_iter().map(|(name, field)| {
        let plain = if field["format"] == "uri" { "https://source.example" } else { "value" };
        let choice = field["enum"].get(0).cloned().unwrap_or_else(|| json!(plain));
        (name, choice)
    }));
    let accounts = sandbox.base_connections();
    let new =
        NewBaseConnection::new("Account", &spec.id, &way.name, AuthParams::new(params.clone()));
    let id = accounts.create(&new).await.unwrap().id;
    assert!(accounts.test(&id).await.unwrap());
    let read = accounts.get(&id).await.unwrap();
    assert_eq!(read.value.auth.unwrap().spec_name.as_ref(), Some(&way.name));
    let patch = Patch::new().replace("/name", "Renamed");
    let etag = accounts.update(&id, &read.etag, &patch).await.unwrap();
    accounts.update(&id, &etag, &AuthParams::new(params).as_patch()).await.unwrap();
    assert_eq!(accounts.find_by_name("Renamed").await.unwrap().len(), 1);
    accounts.delete(&id).await.unwrap();
    assert!(accounts.get(&id).await.unwrap_err().is_not_found());
}

#[tokio::test]
async fn a_mapping_is_tried_out_on_a_sample() {
    let emulator = emulator().await;
    let sandbox = sandbox(&emulator);
    let made = chain(&sandbox, "Guides").await.unwrap();
    let own = format!("_{}", emulator.tenant());
    let set = inlet_tests::client::mapping(&made.schema, &own);
    let verdicts = sandbox.mapping_sets().validate(&set).await.unwrap();
    assert!(verdicts.iter().all(aep_client::data_prep::MappingVerdict::is_good), "{verdicts:?}");
    let preview = sandbox.mapping_sets().preview(&set, &event("e-1")).await.unwrap();
    assert_eq!(preview.errors, []);
    assert_eq!(preview.data["_id"], "e-1");
    let moment = preview.data["timestamp"].as_str().unwrap();
    assert!(moment.starts_with("2023-11-14T22:13:20"), "{moment}");
    assert_eq!(preview.data[&own]["visitorId"], "v-1");
    let wrong = Source::Expression("no_such_function(event)".to_owned());
    let set = NewMappingSet::new(&made.schema, vec![NewMapping::new("_id", wrong)]);
    let verdicts = sandbox.mapping_sets().validate(&set).await.unwrap();
    assert!(!verdicts[0].is_good());
    let read = sandbox.mapping_sets().get_version(&made.mapping).await.unwrap();
    assert_eq!(read.schema(), Some(made.schema.as_str()));
    assert_eq!(read.mappings.len(), 5);
    let moment = read.mappings.iter().find(|line| line.destination == "timestamp").unwrap();
    assert!(matches!(moment.source, Some(Source::Expression(_))), "{moment:?}");
}

#[tokio::test]
async fn expressions_are_explained_and_checked() {
    let emulator = emulator().await;
    let sandbox = sandbox(&emulator);
    let functions = sandbox.expressions().functions().await.unwrap();
    assert!(functions.iter().any(|one| one.function == "concat"));
    assert!(!sandbox.expressions().operators().await.unwrap().is_empty());
    let check = async |text: &str| sandbox.expressions().validate(text).await.unwrap();
    assert_eq!(check("concat(event, \"-\", uniqueId)").await, Verdict::Valid);
    assert!(
        matches!(check("to_string(event)").await, Verdict::Invalid(reason) if !reason.is_empty())
    );
}
