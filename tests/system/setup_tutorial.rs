//! The requests that a set-up makes have the keys and fixed values of the published tutorial; asking for error
//! diagnostics is the one addition.

use std::collections::BTreeSet;

use aep_emulator::Route;
use inlet_tests::setup::SetupApp;
use inlet_tests::tutorial::step;
use serde_json::{Value, json};

/// Every path of keys in a body; items of a list count as one. A line that calculates its value names an
/// expression where the tutorial, which has none, names an attribute.
fn keys(value: &Value, path: &str, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(map) => {
            for (key, inner) in map {
                let key = if key == "sourceExpression" { "sourceAttribute" } else { key };
                let path = format!("{path}/{key}");
                keys(inner, &path, found);
                found.insert(path);
            }
        }
        Value::Array(items) => {
            for item in items {
                keys(item, &format!("{path}/*"), found);
            }
        }
        _ => {}
    }
}

fn keys_of(body: &Value) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    keys(body, "", &mut found);
    found
}

#[tokio::test]
async fn a_set_up_asks_what_the_tutorial_asks_and_for_error_diagnostics() {
    let test = SetupApp::start().await;
    test.set_up(test.form("Pendo events")).await;
    for (name, route) in [
        ("source_connection", Route::CreateSourceConnection),
        ("target_connection", Route::CreateTargetConnection),
        ("mapping_set", Route::CreateMappingSet),
        ("flow", Route::CreateFlow),
    ] {
        let published = step(name);
        let expected = published.body.expect("a create has a body");
        let asked = test.emulator.recording().of(route);
        assert_eq!(asked.len(), 1, "{name}");
        assert_eq!(
            (asked[0].method.as_str(), asked[0].path.as_str()),
            (published.method.as_str(), published.path.as_str())
        );
        let mut body = asked[0].body.clone();
        if route == Route::CreateFlow {
            let options = body.as_object_mut().unwrap().remove("options");
            assert_eq!(options, Some(json!({ "errorDiagnosticsEnabled": true })));
        }
        assert_eq!(keys_of(&body), keys_of(&expected), "{name}");
        for pointer in &published.fixed {
            assert_eq!(body.pointer(pointer), expected.pointer(pointer), "{name}: {pointer}");
        }
        assert_eq!(asked[0].header("x-sandbox-name"), Some("dev"));
        assert!(asked[0].header("authorization").is_some());
    }
}

#[tokio::test]
async fn every_object_that_can_carry_the_mark_of_its_set_up_does() {
    let test = SetupApp::start().await;
    let mut form = test.form("Pendo events");
    form.description = "NPS answers".to_owned();
    let setup = test.set_up(form).await;
    let mark = format!("Made with Inlet · {}", &setup.setup_id[..8]);
    for route in [
        Route::CreateFieldGroup,
        Route::CreateSchema,
        Route::CreateDataset,
        Route::CreateSourceConnection,
        Route::CreateTargetConnection,
    ] {
        assert_eq!(test.emulator.recording().of(route)[0].body["description"], mark, "{route:?}");
    }
    let flow = &test.emulator.recording().of(Route::CreateFlow)[0].body;
    assert_eq!(flow["description"], format!("NPS answers · {mark}"));
}
