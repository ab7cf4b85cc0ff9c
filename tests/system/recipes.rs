//! A dataflow as a file: exported from one organisation, made again in another, and files that are no recipes.

use aep_client::ListQuery;
use aep_client::schema_registry::NewIdentityDescriptor;
use aep_emulator::Emulator;
use app_core::contract::error::ErrorCode;
use app_core::contract::flows::FlowRef;
use app_core::contract::mapping::{MappingLine, MappingSource};
use app_core::contract::recipes::{ReadRecipe, RecipeRead, RecipeWay};
use app_core::contract::setup::{Destination, Setup, SetupState};
use inlet_tests::app::problem_of;
use inlet_tests::client::chain;
use inlet_tests::setup::{SANDBOX, SetupApp, refused};
use serde_json::{Value, json};

async fn exported(test: &SetupApp, flow_id: &str) -> String {
    let file = test.app.export_recipe(FlowRef { flow_id: flow_id.to_owned() }).await.unwrap();
    assert!(file.name.ends_with(".inlet.json"), "{}", file.name);
    file.text
}

/// The lines of a dataflow's mapping as the platform has them: target and source.
async fn lines_of(test: &SetupApp, flow_id: &str) -> Vec<(String, String)> {
    let flow = test.sandbox().flows().get(&flow_id.into()).await.unwrap().value;
    let set = test.sandbox().mapping_sets().get_version(&flow.mapping().unwrap()).await.unwrap();
    let own = format!("_{}", test.emulator.tenant());
    let mut lines: Vec<_> = set
        .mappings
        .iter()
        .map(|line| {
            let source = line.source.as_ref().map_or("", |source| source.as_str());
            (line.destination.replace(&own, "own"), source.to_owned())
        })
        .collect();
    lines.sort();
    lines
}

async fn read(test: &SetupApp, text: &str) -> RecipeRead {
    test.app.read_recipe(ReadRecipe { text: text.to_owned() }).await.unwrap()
}

async fn made_of(test: &SetupApp, text: &str) -> (Setup, Vec<String>) {
    let RecipeWay { form, differences } = read(test, text).await.new_schema;
    let told = differences.into_iter().map(|difference| difference.text).collect();
    (test.set_up(form).await, told)
}

async fn elsewhere() -> SetupApp {
    SetupApp::on(Emulator::builder().tenant("otherlab")).await
}

#[tokio::test]
async fn a_recipe_makes_the_same_mapping_in_another_organisation() {
    let here = SetupApp::start().await;
    let mut form = here.form("NPS answers");
    let upper = MappingSource::Expression { text: "upper(event)".to_owned() };
    form.lines.push(MappingLine { source: upper, target: "eventType".to_owned() });
    form.description = "For the research team".to_owned();
    let made = here.set_up(form).await;
    let flow_id = made.flow_id.expect("it was made");
    let text = exported(&here, &flow_id).await;

    let there = elsewhere().await;
    let (setup, told) = made_of(&there, &text).await;
    assert_eq!(setup.state, SetupState::Done, "{:?}", setup.cause);
    assert_eq!(
        told,
        ["This organisation’s own fields stand below “_otherlab”; the mapping is moved there."]
    );
    assert!(matches!(setup.form.destination, Destination::Starter { .. }));
    assert_eq!(setup.form.description, "For the research team");
    let new = setup.flow_id.expect("it was made");
    assert_eq!(lines_of(&there, &new).await, lines_of(&here, &flow_id).await);
}

#[tokio::test]
async fn a_schema_that_is_not_the_starters_is_made_again_with_its_own_fields() {
    let here = SetupApp::start().await;
    let theirs = chain(&here.sandbox(), "Theirs").await.unwrap();
    let text = exported(&here, theirs.flow.as_str()).await;

    let there = elsewhere().await;
    let (setup, _) = made_of(&there, &text).await;
    assert_eq!(setup.state, SetupState::Done, "{:?}", setup.cause);
    let Destination::Shape { shape, dataset_name } = &setup.form.destination else {
        panic!("{:?}", setup.form.destination);
    };
    assert_eq!(dataset_name, "Theirs");
    assert_eq!(shape.fields["uniqueId"]["minLength"], 1);
    let new = setup.flow_id.expect("it was made");
    assert_eq!(lines_of(&there, &new).await, lines_of(&here, theirs.flow.as_str()).await);
}

#[tokio::test]
async fn in_the_same_sandbox_it_gets_names_that_are_free_and_says_so() {
    let test = SetupApp::start().await;
    let made = test.set_up(test.form("NPS")).await;
    let text = exported(&test, &made.flow_id.unwrap()).await;
    let (setup, told) = made_of(&test, &text).await;
    assert_eq!(setup.state, SetupState::Done, "{:?}", setup.cause);
    assert_eq!(setup.form.name, "NPS 2");
    let said = "The dataflow is called “NPS 2” here, because “NPS” is taken.";
    assert!(told.iter().any(|text| text == said), "{told:?}");
}

#[tokio::test]
async fn a_schema_of_the_same_shape_is_offered_and_used_as_it_is() {
    let test = SetupApp::start().await;
    let theirs = chain(&test.sandbox(), "Theirs").await.unwrap();
    let text = exported(&test, theirs.flow.as_str()).await;
    let mut same = read(&test, &text).await.same_schemas;
    assert_eq!(same.len(), 1);
    let same = same.remove(0);
    assert_eq!(same.title, "Theirs");
    let before = test.sandbox().schemas().all().collect().await.unwrap().len();
    let setup = test.set_up(same.way.form).await;
    assert_eq!(setup.state, SetupState::Done, "{:?}", setup.cause);
    assert!(
        matches!(&setup.form.destination, Destination::ExistingSchema { schema_id, dataset_name, .. }
        if schema_id == theirs.schema.as_str() && dataset_name == "Theirs 2")
    );
    assert_eq!(test.sandbox().schemas().all().collect().await.unwrap().len(), before);
    let new = setup.flow_id.expect("it was made");
    assert_eq!(lines_of(&test, &new).await, lines_of(&test, theirs.flow.as_str()).await);
}

#[tokio::test]
async fn a_schema_of_that_name_and_another_shape_is_told_and_left_alone() {
    let here = SetupApp::start().await;
    let theirs = chain(&here.sandbox(), "NPS").await.unwrap();
    let text = exported(&here, theirs.flow.as_str()).await;

    let there = elsewhere().await;
    let other = there.set_up(there.form("NPS")).await;
    assert_eq!(other.state, SetupState::Done, "{:?}", other.cause);
    assert_eq!(read(&there, &text).await.same_schemas, []);
    let (setup, told) = made_of(&there, &text).await;
    assert_eq!(setup.state, SetupState::Done, "{:?}", setup.cause);
    let said = told.iter().find(|text| text.contains("Another schema named “NPS”"));
    let said = said.unwrap_or_else(|| panic!("{told:?}"));
    assert!(said.contains("lacks _otherlab.event") && said.contains("_otherlab.pendo"), "{said}");
    let names: Vec<_> = there.sandbox().schemas().all().collect().await.unwrap();
    let mut names: Vec<_> = names.into_iter().map(|schema| schema.title).collect();
    names.sort();
    assert_eq!(names, ["NPS", "NPS 2"]);
}

#[tokio::test]
async fn fields_that_were_altered_into_nonsense_are_refused_by_their_place() {
    let test = SetupApp::start().await;
    let theirs = chain(&test.sandbox(), "Theirs").await.unwrap();
    let text = exported(&test, theirs.flow.as_str()).await;
    let mut altered: Value = serde_json::from_str(&text).unwrap();
    altered["fields"]["visitor id"] = json!({ "type": "string" });
    let error = refused(test.app.read_recipe(ReadRecipe { text: altered.to_string() }).await);
    assert_eq!(error.code, ErrorCode::Validation);
    assert!(problem_of(&error, "text").contains("“fields.visitor id”"), "{error:?}");
}

/// Every id of everything that is in the sandbox, and whatever names the organisation or lets one in.
async fn never(test: &SetupApp) -> Vec<String> {
    let (sandbox, query) = (test.sandbox(), ListQuery::new());
    let mut ids = vec![
        test.emulator.client_secret().to_owned(),
        test.emulator.client_id().to_owned(),
        test.emulator.org_id().to_owned(),
        test.emulator.tenant().to_owned(),
        format!("\"{SANDBOX}\""),
    ];
    for flow in sandbox.flows().all(&query).collect().await.unwrap() {
        let endpoint = flow.options.inlet_url.expect("it streams").expose().to_owned();
        ids.extend([flow.id.to_string(), endpoint.rsplit('/').next().unwrap().to_owned()]);
    }
    for group in sandbox.field_groups().all().collect().await.unwrap() {
        ids.extend([group.id.to_string(), group.alt_id.unwrap().to_string()]);
    }
    for schema in sandbox.schemas().all().collect().await.unwrap() {
        ids.extend([schema.id.to_string(), schema.alt_id.unwrap().to_string()]);
    }
    let datasets = sandbox.datasets().all().collect().await.unwrap();
    ids.extend(datasets.iter().map(|dataset| dataset.id.to_string()));
    let sources = sandbox.source_connections().all(&query).collect().await.unwrap();
    ids.extend(sources.iter().map(|source| source.id.to_string()));
    let targets = sandbox.target_connections().all(&query).collect().await.unwrap();
    ids.extend(targets.iter().map(|target| target.id.to_string()));
    let sets = sandbox.mapping_sets().all().collect().await.unwrap();
    ids.extend(sets.iter().map(|set| set.id.to_string()));
    let marks = sandbox.identity_descriptors().all().collect().await.unwrap();
    ids.extend(marks.iter().map(|mark| mark.id.to_string()));
    ids
}

#[tokio::test]
async fn no_secret_no_address_and_no_id_is_in_a_recipe() {
    let test = SetupApp::start().await;
    let theirs = chain(&test.sandbox(), "Theirs").await.unwrap();
    let mut form = test.form("NPS");
    let first = test.set_up(test.form("First")).await;
    let address = first.webhook_address.as_ref().expect("it has one").endpoint.clone();
    form.description = format!("Was {address} before");
    let made = test.set_up(form).await;
    let path = format!("_{}.visitorId", test.emulator.tenant());
    let mark = NewIdentityDescriptor::new(&theirs.schema, &path, "pendoVisitor");
    test.sandbox().identity_descriptors().create(&mark).await.unwrap();
    let never = never(&test).await;
    // 5 of the organisation, 10 of each dataflow and what it is made of, and an identity mark.
    assert_eq!(never.len(), 5 + 3 * 10 + 1, "{never:?}");
    for flow_id in [made.flow_id.as_deref().unwrap(), theirs.flow.as_str()] {
        let text = exported(&test, flow_id).await;
        for word in &never {
            assert!(!text.contains(word.as_str()), "{word} is in {text}");
        }
        assert!(!text.contains(&made.setup_id[..8]), "the mark of the set-up is in {text}");
    }
}

#[tokio::test]
async fn what_is_no_recipe_is_refused_on_the_field_and_nothing_is_asked() {
    let test = SetupApp::start().await;
    let before = test.emulator.recording().all().len();
    for (text, said) in [
        ("not JSON".to_owned(), "not JSON"),
        ("{}".to_owned(), "not a recipe"),
        (json!({ "inlet": "recipe", "version": 9 }).to_string(), "newer Inlet"),
        ("x".repeat(1_000_001), "1 MB at most"),
    ] {
        let error = refused(test.app.read_recipe(ReadRecipe { text }).await);
        assert_eq!(error.code, ErrorCode::Validation);
        assert!(problem_of(&error, "text").contains(said), "{error:?}");
    }
    assert_eq!(test.emulator.recording().all().len(), before);
}

#[tokio::test]
async fn a_function_that_the_platform_does_not_know_is_told_before_anything_is_made() {
    let test = SetupApp::start().await;
    let made = test.set_up(test.form("NPS")).await;
    let text = exported(&test, &made.flow_id.unwrap()).await;
    let mut altered: Value = serde_json::from_str(&text).unwrap();
    altered["lines"][2]["source"] = json!({ "kind": "expression", "text": "to_string(event)" });
    altered["lines"][3]["target"] = json!("{tenant}.pendo.nowhere");
    let RecipeWay { form, differences } = read(&test, &altered.to_string()).await.new_schema;
    assert!(differences[0].grave && differences[0].text.contains(".pendo.nowhere"));
    let check = test.app.check_setup(form).await.unwrap();
    let fields: Vec<_> = check.fields.iter().map(|problem| problem.field.as_str()).collect();
    assert!(fields.contains(&"lines.2") && fields.contains(&"lines.3"), "{fields:?}");
}
