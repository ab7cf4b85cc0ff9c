//! Every record is whole: what a file leaves out, or says twice, fails here and not in front of a person.

use std::collections::HashSet;
use std::{fs, path::Path};

use aep_client::TenantId;
use aep_client::flow_service::known::STREAMING_FLOW_SPEC;
use serde_json::Value;

use super::source::{Source, first_source, source, source_of_spec, sources};
use crate::contract::mapping::VerdictState;
use crate::mapping::{sample, verdict};

fn tenant() -> TenantId {
    "acme".into()
}

fn event(source: &Source, at: usize) -> Value {
    sample::read_event(&source.examples()[at].text).unwrap().value
}

#[test]
fn every_file_of_the_folder_is_a_record_named_after_its_id() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/starter/sources");
    let mut named = HashSet::new();
    for file in fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let read = serde_json::from_str::<Source>(&fs::read_to_string(&path).unwrap());
        let record = read.unwrap_or_else(|why| panic!("{name}: {why}"));
        assert_eq!(record.id, name);
        assert!(source(&name).is_some(), "{name} is not known to the app");
        named.insert(name);
    }
    assert_eq!(named.len(), sources().len());
}

#[test]
fn the_five_webhook_sources_are_known_and_pendo_stands_first() {
    let names: Vec<_> = sources().iter().map(|source| source.name.as_str()).collect();
    assert_eq!(names[0], "Pendo");
    for name in ["Chatlio", "Customer.io", "LAVA", "Shopify streaming"] {
        assert!(names.contains(&name), "{names:?}");
    }
    assert!(source("mixpanel").is_none());
    assert_eq!(source_of_spec(&first_source().connection_spec_id).unwrap().id, "pendo");
}

#[test]
fn no_text_of_a_record_is_empty_and_no_name_or_id_is_taken_twice() {
    for source in sources() {
        let texts = [
            &source.name,
            &source.about,
            &source.authority,
            &source.not_offered,
            &source.turn_off,
            &source.schema.object,
            &source.schema.title,
        ];
        assert!(texts.iter().all(|text| !text.trim().is_empty()), "{}", source.id);
        assert!(source.guide_url.starts_with("https://"), "{}", source.guide_url);
        assert!(uuid::Uuid::parse_str(&source.connection_spec_id).is_ok(), "{}", source.id);
        assert_eq!(source.flow_spec_id, STREAMING_FLOW_SPEC, "{}", source.id);
        let steps = &source.instructions;
        assert!(steps.len() >= 3 && steps.iter().all(|step| !step.detail.is_empty()));
        assert!(steps.iter().any(|step| step.detail.contains("after the question mark")));
    }
    let different = |of: fn(&Source) -> &String| sources().iter().map(of).collect::<HashSet<_>>();
    for texts in [
        different(|source| &source.name),
        different(|source| &source.connection_spec_id),
        different(|source| &source.schema.object),
    ] {
        assert_eq!(texts.len(), sources().len());
    }
}

#[test]
fn every_line_fills_a_field_of_its_starter_schema_and_none_twice() {
    for source in sources() {
        let fields = source.target_fields(&tenant());
        let targets: HashSet<_> = fields.iter().map(|field| field.path.as_str()).collect();
        let lines = source.lines(&tenant());
        let filled: HashSet<_> = lines.iter().map(|line| line.target.as_str()).collect();
        assert_eq!(targets.len(), fields.len(), "{}", source.id);
        assert_eq!(filled.len(), lines.len(), "{}", source.id);
        assert!(filled.is_subset(&targets), "{}", source.id);
        for field in &source.schema.fields {
            assert!(field.path.split('.').count() <= 2, "{}", field.path);
            assert!(!field.title.is_empty(), "{}", field.path);
        }
    }
}

#[test]
fn the_first_example_of_every_source_is_mapped_without_a_word_and_the_others_without_an_error() {
    for source in sources() {
        let (lines, fields) = (source.lines(&tenant()), source.target_fields(&tenant()));
        let examples = source.examples();
        assert!(!examples.is_empty());
        for (at, example) in examples.iter().enumerate() {
            assert!(example.label.ends_with("(example)"), "{}", example.label);
            let event = event(source, at);
            let told = verdict(&lines, &fields, Some(&event), source.vital_field.as_deref());
            assert_eq!(told.problems, Vec::<String>::new(), "{}", example.id);
            assert_eq!(told.summary.errors, 0, "{}: {:?}", example.id, told.lines);
            let warned = told.lines.iter().find(|line| line.state == VerdictState::Warning);
            assert!(at > 0 || warned.is_none(), "{}: {warned:?}", example.id);
        }
    }
}

#[test]
fn what_is_made_anew_in_a_test_event_is_in_the_first_example() {
    for source in sources() {
        let event = event(source, 0);
        assert!(!source.fresh.is_empty(), "{}", source.id);
        for field in &source.fresh {
            let pointer = format!("/{}", field.path.replace('.', "/"));
            assert!(event.pointer(&pointer).is_some(), "{}: {}", source.id, field.path);
        }
    }
}

#[test]
fn the_window_may_open_the_guide_of_every_source() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../capabilities/main.json");
    let allowed = fs::read_to_string(file).unwrap();
    for source in sources() {
        let host = source.guide_url.split('/').take(3).collect::<Vec<_>>().join("/");
        assert!(allowed.contains(&format!("\"{host}/*\"")), "{host} is not among the capabilities");
    }
}
