//! Files that were altered, and that a recipe survives being written and read.

use proptest::collection::btree_map;
use proptest::prelude::{Just, Strategy, any, prop_assert_eq, prop_oneof, proptest};
use serde_json::{Map, Value, json};

use super::{Dataflow, Recipe};
use crate::contract::mapping::{MappingLine, MappingSource};
use crate::recipe::shape::kept;

fn file() -> Value {
    json!({
        "inlet": "recipe", "version": 1, "source": "pendo",
        "dataflow": { "name": "NPS", "description": "" }, "dataset": "NPS",
        "fields": { "pendo": { "type": "object" } },
        "lines": [{ "source": { "kind": "field", "path": "uniqueId" }, "target": "_id" }],
        "leftOut": 0
    })
}

fn altered(alter: impl FnOnce(&mut Value)) -> Result<(Recipe, Vec<String>), String> {
    let mut file = file();
    alter(&mut file);
    Recipe::of_text(&file.to_string())
}

#[test]
fn what_is_no_recipe_is_told_apart() {
    let told = |text: &str| Recipe::of_text(text).unwrap_err();
    assert!(told("").contains("not JSON"));
    assert!(told("{\"inlet\": ").contains("line 1, column 10"), "{}", told("{\"inlet\": "));
    assert!(told("[]").contains("not a recipe"));
    assert!(told("{\"inlet\":\"journal\"}").contains("not a recipe"));
    assert!(told(&" ".repeat(1_000_001)).contains("1 MB at most"));
}

#[test]
fn a_newer_version_asks_for_a_newer_inlet_and_none_is_no_version() {
    let newer = altered(|file| file["version"] = json!(2)).unwrap_err();
    assert!(newer.contains("version 2") && newer.contains("Update Inlet"), "{newer}");
    for version in [json!(0), json!("1"), json!(-1), Value::Null] {
        let told = altered(|file| file["version"] = version).unwrap_err();
        assert!(told.contains("which version"), "{told}");
    }
}

#[test]
fn a_wrong_type_and_a_missing_part_are_told_by_name_or_place() {
    let missing = altered(|file| drop(file.as_object_mut().unwrap().remove("lines")));
    assert!(missing.unwrap_err().contains("missing field `lines`"));
    let wrong = altered(|file| file["lines"][0]["target"] = json!(7)).unwrap_err();
    assert!(wrong.contains("expected a string") && wrong.contains("line 1"), "{wrong}");
    let kind = altered(|file| file["lines"][0]["source"]["kind"] = json!("magic")).unwrap_err();
    assert!(kind.contains("magic"), "{kind}");
    let none = altered(|file| file["lines"] = json!([])).unwrap_err();
    assert!(none.contains("no field mappings"), "{none}");
}

#[test]
fn keys_that_a_recipe_does_not_have_are_named_and_left_out() {
    let (recipe, unknown) = altered(|file| {
        file["colour"] = json!("blue");
        file["lines"][0]["colour"] = json!("red");
        file["fields"]["pendo"]["anything"] = json!(1);
    })
    .unwrap();
    assert_eq!(unknown, ["lines[0].colour", "colour"]);
    assert_eq!(recipe.lines.len(), 1);
    let (_, unknown) = altered(|_| ()).unwrap();
    assert_eq!(unknown, Vec::<String>::new());
}

fn source() -> impl Strategy<Value = MappingSource> {
    prop_oneof![
        any::<String>().prop_map(|path| MappingSource::Field { path }),
        any::<String>().prop_map(|path| MappingSource::SecondsToDate { path }),
        any::<String>().prop_map(|path| MappingSource::MillisecondsToDate { path }),
        any::<String>().prop_map(|text| MappingSource::Expression { text }),
    ]
}

/// Fields two levels deep. Names differ by more than capitals, as the data lake wants it.
fn fields() -> impl Strategy<Value = Map<String, Value>> {
    let value = prop_oneof![
        Just(json!({ "type": "string", "minLength": 1 })),
        Just(json!({ "type": "string", "format": "date-time", "title": "At" })),
        Just(json!({ "type": "integer", "meta:xdmType": "long" })),
        Just(json!({ "type": "array", "items": { "type": "number" } })),
    ];
    let below = btree_map("[a-z][a-z0-9_-]{0,12}", value.clone(), 0..6);
    let object = below.prop_map(|below| json!({ "type": "object", "properties": below }));
    btree_map("[a-z][a-z0-9_-]{0,12}", prop_oneof![value, object], 0..6)
        .prop_map(|fields| fields.into_iter().collect())
}

proptest! {
    #[test]
    fn a_recipe_survives_a_round_trip(
        name in any::<String>(),
        description in any::<String>(),
        dataset in any::<String>(),
        schema in any::<String>(),
        left_out in any::<u32>(),
        fields in prop_oneof![Just(None), fields().prop_map(Some)],
        lines in proptest::collection::vec((source(), any::<String>()), 1..20),
    ) {
        let dataflow = Dataflow { name, description };
        let mut recipe = Recipe::new("pendo", dataflow, dataset);
        recipe.fields = fields;
        recipe.schema = schema;
        recipe.left_out = left_out;
        recipe.lines =
            lines.into_iter().map(|(source, target)| MappingLine { source, target }).collect();
        let own = recipe.fields.clone().unwrap_or_default();
        let read = Recipe::of_text(&recipe.to_text());
        prop_assert_eq!(read, Ok((recipe, Vec::new())));
        prop_assert_eq!(kept(&own), own);
    }

    #[test]
    fn no_text_breaks_the_reader(text in any::<String>()) {
        let _ = Recipe::of_text(&text);
    }
}
