//! Help with writing field mappings: the platform's functions, its verdict on an expression, files.

use app_core::contract::error::ErrorCode;
use inlet_tests::fresh_app::FreshApp;
use serde_json::{Value, json};

async fn practising() -> FreshApp {
    let fresh = FreshApp::start().await;
    fresh.ok("start_practice", Value::Null).await;
    fresh
}

#[tokio::test]
async fn the_functions_are_those_of_the_platform() {
    let fresh = practising().await;
    let functions = fresh.ok("list_functions", Value::Null).await;
    let functions = functions.as_array().unwrap();
    let upper = functions.iter().find(|function| function["name"] == "upper").unwrap();
    assert!(upper["syntax"].as_str().unwrap().starts_with("upper("), "{upper}");
    assert!(!upper["about"].as_str().unwrap().is_empty());
    assert!(functions.iter().all(|function| function["name"] != "to_string"));
}

#[tokio::test]
async fn an_expression_is_judged_by_the_platform() {
    let fresh = practising().await;
    let good = fresh.ok("check_expression", json!({ "text": "upper(event)" })).await;
    assert_eq!(good, json!({ "valid": true, "message": "" }));
    for text in ["to_string(event)", "upper(", ""] {
        let bad = fresh.ok("check_expression", json!({ "text": text })).await;
        assert_eq!(bad["valid"], false, "{text}");
        assert!(bad["message"].as_str().unwrap().starts_with("Experience Platform says: "));
    }
}

#[tokio::test]
async fn field_mappings_go_through_a_file_and_back() {
    let fresh = FreshApp::start().await;
    let lines = json!([
        { "source": { "kind": "seconds_to_date", "path": "timestamp" }, "target": "timestamp" },
        { "source": { "kind": "expression", "text": "=concat(a, \"; \")" }, "target": "_t.a" },
    ]);
    for format in ["csv", "json"] {
        let args = json!({ "lines": lines, "format": format, "name": "NPS" });
        let file = fresh.ok("export_mapping", args).await;
        assert_eq!(file["name"], format!("mapping-NPS.{format}"));
        let read = fresh.ok("read_mapping_file", json!({ "text": file["text"] })).await;
        assert_eq!(read, lines);
    }
    let error = fresh.fails("read_mapping_file", json!({ "text": "hello" })).await;
    assert_eq!(error.code, ErrorCode::FileRejected);
}
