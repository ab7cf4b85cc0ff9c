//! Mapping sets: versions, checks, previews, and the expression language over HTTP.

use aep_emulator::Emulator;
use inlet_tests::made::{Landing, landing, mapping_body};
use inlet_tests::raw::{Caller, text};
use serde_json::{Value, json};

async fn start() -> (Emulator, Caller, Landing) {
    let emulator = Emulator::builder().start().await.expect("a loopback port is free");
    let caller = Caller::of(&emulator).await;
    let fields = json!({
        "text": { "type": "string" },
        "count": { "type": "integer" },
        "ratio": { "type": "number" },
        "yes": { "type": "boolean" },
        "inner": { "type": "object", "properties": { "a": { "type": "string" } } },
    });
    let landing = landing(&caller, "Fields", fields).await;
    (emulator, caller, landing)
}

async fn preview(caller: &Caller, landing: &Landing, lines: &[(&str, &str)], data: Value) -> Value {
    let body = json!({ "data": data, "mappingSet": mapping_body(&landing.schema, lines) });
    let answer = caller.post("/conversion/mappingSets/preview", body).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    answer.json()
}

#[tokio::test]
async fn a_preview_converts_to_the_types_of_the_target_fields() {
    let (_emulator, caller, landing) = start().await;
    let own = |field: &str| format!("_{}.{field}", landing.tenant);
    let (text, count, yes, inner) = (own("text"), own("count"), own("yes"), own("inner"));
    let lines = [
        ("number", "_id"),
        ("=dformat(${timestamp} * 1000, \"yyyy-MM-dd'T'HH:mm:ss.SSSX\")", "timestamp"),
        ("properties.guide.name", text.as_str()),
        ("digits", count.as_str()),
        ("answer", yes.as_str()),
        ("object", inner.as_str()),
    ];
    let event = json!({
        "number": 1234, "timestamp": 1_626_803_876, "digits": "17", "answer": "yes",
        "properties": { "guide": { "name": "Tour" } }, "object": { "a": 5 },
    });
    let record = json!({
        "_id": "1234",
        "timestamp": "2021-07-20T17:57:56Z",
        format!("_{}", landing.tenant): {
            "text": "Tour", "count": 17, "yes": true, "inner": { "a": "5" },
        },
    });
    // A single event is accepted as well as a list, and the attribute named like a function too.
    let one = preview(&caller, &landing, &lines, event.clone()).await;
    assert_eq!(one, json!([{ "data": record }]));
    let seconds = preview(&caller, &landing, &[("timestamp", &text)], json!([event])).await;
    assert_eq!(seconds[0]["data"][format!("_{}", landing.tenant)]["text"], "1626803876");
}

#[tokio::test]
async fn a_preview_says_what_goes_wrong_and_maps_the_rest() {
    let (_emulator, caller, landing) = start().await;
    let count = format!("_{}.count", landing.tenant);
    let lines =
        [("id", "_id"), ("when", "timestamp"), ("word", count.as_str()), ("=1 / 0", "eventType")];
    let event = json!([{ "id": "a", "when": 1_626_803_876, "word": "many" }]);
    let answer = preview(&caller, &landing, &lines, event).await;
    assert_eq!(answer[0]["data"], json!({ "_id": "a" }));
    let errors = answer[0]["errors"].as_array().expect("there are errors");
    let message = |index: usize| errors[index]["exception"].as_str().unwrap_or_default();
    assert!(message(0).contains("expected data type was: DATE, actual data type was: LONG"));
    assert!(message(1).contains("expected data type was: INTEGER, actual data type was: STRING"));
    assert_eq!(errors[2]["source"], "1 / 0");
    assert_eq!(errors.len(), 3);
}

#[tokio::test]
async fn each_line_is_validated_in_its_place() {
    let (_emulator, caller, landing) = start().await;
    let lines = [
        ("id", "_id"),
        ("=to_string(id)", "eventType"),
        ("id", "nowhere.at.all"),
        ("=concat(id, \"\")", "eventType"),
    ];
    let body = mapping_body(&landing.schema, &lines);
    let answer = caller.post("/conversion/mappingSets/validate", body.clone()).await.json();
    let statuses: Vec<&str> = answer["validationResponse"]
        .as_array()
        .expect("one answer for each line")
        .iter()
        .filter_map(|line| line["status"].as_str())
        .collect();
    assert_eq!(statuses, ["SUCCESS", "FAILED", "FAILED", "SUCCESS"]);
    assert_eq!(caller.post("/conversion/mappingSets", body.clone()).await.status, 400);
    let unchecked = caller.post("/conversion/mappingSets?validate=false", body).await;
    assert_eq!(unchecked.status, 200);
}

#[tokio::test]
async fn the_language_lists_its_functions_and_refuses_others() {
    let (_emulator, caller, _) = start().await;
    let functions = caller.get("/conversion/languages/el/functions").await.json();
    let names: Vec<&str> = functions
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|function| function["function"].as_str())
        .collect();
    assert_eq!(
        names,
        [
            "concat",
            "coalesce",
            "iif",
            "lower",
            "upper",
            "trim",
            "dformat",
            "date",
            "now",
            "uuid",
            "to_integer",
            "size_of"
        ]
    );
    let operators = caller.get("/conversion/languages/el/operators").await.json();
    assert!(
        operators
            .as_array()
            .is_some_and(|rows| rows.iter().any(|row| row["operatorSymbol"] == "+"))
    );
    let status = async |body: Value| {
        let answer = caller.post("/conversion/languages/el/validate", body).await;
        text(&answer, "/validationStatus")
    };
    assert_eq!(status(json!({ "expression": "iif(a > 1, \"x\", b[0].c)" })).await, "succeeded");
    assert_eq!(status(json!({ "expression": { "expression": "trim(a)" } })).await, "succeeded");
    assert_eq!(status(json!({ "expression": "to_string(a)" })).await, "failed");
    assert_eq!(status(json!({ "expression": "timestamp * 1000" })).await, "failed");
}

#[tokio::test]
async fn writing_a_set_anew_raises_its_version_and_keeps_the_old_one() {
    let (_emulator, caller, landing) = start().await;
    let body = mapping_body(&landing.schema, &[("a", "_id")]);
    let made = caller.post("/conversion/mappingSets", body).await;
    assert_eq!((made.status.as_u16(), made.json()["version"].as_u64()), (200, Some(0)));
    let path = format!("/conversion/mappingSets/{}", text(&made, "/id"));
    let put = caller.put(&path, mapping_body(&landing.schema, &[("b", "_id")])).await.json();
    assert_eq!(put["version"], 1);
    assert_eq!(put["mappings"][0]["sourceAttribute"], "b");
    let old = caller.get(&format!("{path}?version=0")).await.json();
    assert_eq!(old["mappings"][0]["source"], "a");
    assert_eq!(old["mappings"][0]["destination"], "_id");
    assert_eq!(caller.get(&format!("{path}?version=2")).await.status, 404);
    assert_eq!(
        caller.get(&format!("{path}/mappings")).await.json()[0]["sourceType"],
        "text/x.schema-path"
    );
    assert_eq!(caller.delete(&path).await.status, 204);
    assert_eq!(caller.get(&path).await.status, 404);
}

#[tokio::test]
async fn both_dialects_and_both_ways_to_name_the_schema_are_taken() {
    let (_emulator, caller, landing) = start().await;
    let older = json!({
        "version": 0,
        "xdmSchema": landing.schema,
        "xdmVersion": "1.0",
        "mappings": [
            { "sourceType": "ATTRIBUTE", "source": "a", "destination": "_id" },
            { "sourceType": "EXPRESSION", "source": "upper(a)", "destination": "eventType" },
            { "sourceType": "STATIC", "source": "Inlet", "destination": "producedBy" },
        ],
    });
    let body = json!({ "data": { "a": "x" }, "mappingSet": older });
    let answer = caller.post("/conversion/mappingSets/preview", body).await.json();
    assert_eq!(answer[0]["data"], json!({ "_id": "x", "eventType": "X", "producedBy": "Inlet" }));
    assert_eq!(caller.post("/conversion/mappingSets", older).await.status, 200);
    let list = caller.get("/conversion/mappingSets?limit=10").await.json();
    assert_eq!(list["data"].as_array().map(Vec::len), Some(1));
}
