//! Files that were altered, and that a recipe survives being written and read.

use proptest::collection::btree_map;
use proptest::prelude::{Just, Strategy, any, prop_assert_eq, prop_oneof, proptest};
use serde_json::{Map, Value, json};

use super::{Dataflow, FieldGroupNote, Recipe, RecipeClass};
use crate::contract::mapping::{MappingLine, MappingSource, TargetKind};
use crate::contract::place::{PlaceIdentity, Tags};
use crate::mapping::own_fields;
use crate::recipe::shape::kept;

fn file() -> Value {
    json!({
        "inlet": "recipe", "version": 2, "source": "pendo",
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
    let newer = altered(|file| file["version"] = json!(3)).unwrap_err();
    assert!(newer.contains("version 3") && newer.contains("Update Inlet"), "{newer}");
    for version in [json!(0), json!("1"), json!(-1), Value::Null] {
        let told = altered(|file| file["version"] = version).unwrap_err();
        assert!(told.contains("which version"), "{told}");
    }
}

#[test]
fn an_older_version_is_read_and_says_nothing_of_the_parts_that_came_later() {
    let (old, unknown) = altered(|file| file["version"] = json!(1)).unwrap();
    assert!(old.is_without_parts() && old.identities.is_none() && old.class.is_none());
    assert_eq!(unknown, Vec::<String>::new());
    let (now, _) = altered(|_| ()).unwrap();
    assert!(!now.is_without_parts());
}

/// What is said of a file with this part in the place of its own.
fn told_of(part: &str, value: Value) -> String {
    altered(|file| file[part] = value).unwrap_err()
}

#[test]
fn field_groups_that_are_none_of_adobes_are_told_by_their_place() {
    let group = |id: &str| json!([{ "id": "https://ns.adobe.com/xdm/mixins/a" }, { "id": id }]);
    for id in ["", "environment", "https://ns.adobe.com/xdm/", "https://ns.adobe.com/acme/mixins/1"]
    {
        let told = told_of("fieldGroups", group(id));
        assert!(told.contains("“fieldGroups[1].id” is none of Adobe’s"), "{told}");
    }
    let twice = told_of("fieldGroups", group("https://ns.adobe.com/xdm/mixins/a"));
    assert!(twice.contains("“fieldGroups[1].id” stands there twice"), "{twice}");
    let wrong = told_of("fieldGroups", json!([7]));
    assert!(wrong.contains("line 1, column"), "{wrong}");
}

#[test]
fn identities_that_cannot_be_are_told_by_their_place() {
    let told = |of: Value| {
        let fields = json!({ "id": { "type": "string" }, "at": { "type": "string", "format": "date-time" } });
        let told = altered(|file| {
            file["fields"] = fields;
            file["identities"] = of;
        });
        told.unwrap_err()
    };
    let one = |path: &str, namespace: &str| json!({ "path": path, "namespace": namespace });
    for path in ["", "{tenant}..id", "/{tenant}/id"] {
        let told = told(json!([one(path, "Email")]));
        assert!(told.contains("“identities[0].path” is no path"), "{told}");
    }
    for path in ["{tenant}.nowhere", "{tenant}.at"] {
        let told = told(json!([one(path, "Email")]));
        assert!(told.contains("no text field"), "{told}");
    }
    let kind = told(json!([one("{tenant}.id", " ")]));
    assert!(kind.contains("“identities[0].namespace” does not say"), "{kind}");
    let twice = told(json!([one("{tenant}.id", "Email"), one("{tenant}.id", "Phone")]));
    assert!(twice.contains("“identities[1].path” stands there twice"), "{twice}");
    let primary = |path: &str| json!({ "path": path, "namespace": "Email", "primary": true });
    let two = told(json!([primary("{tenant}.id"), primary("web.id")]));
    assert!(two.contains("“identities[1].primary”"), "{two}");
}

#[test]
fn a_tag_that_the_platform_sets_and_a_class_that_is_none_are_told() {
    let profile = told_of("tags", json!({ "unifiedProfile": ["enabled:true"] }));
    assert!(profile.contains("“tags.unifiedProfile”"), "{profile}");
    let empty = told_of("tags", json!({ "team": [] }));
    assert!(empty.contains("“tags.team”") && empty.contains("no value"), "{empty}");
    let class = told_of("class", json!("banana"));
    assert!(class.contains("banana") && class.contains("`event`"), "{class}");
    let many: Vec<Value> =
        (0..101).map(|at| json!({ "id": format!("https://ns.adobe.com/xdm/{at}") })).collect();
    assert!(told_of("fieldGroups", json!(many)).contains("101 entries"));
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

/// Adobe's field groups, identities, tags and the class of a recipe, before its fields are known.
type Parts = (Option<RecipeClass>, Vec<FieldGroupNote>, Vec<bool>, Tags, bool);

fn parts() -> impl Strategy<Value = Parts> {
    let class = prop_oneof![
        Just(None),
        Just(Some(RecipeClass::Event)),
        Just(Some(RecipeClass::Profile)),
        Just(Some(RecipeClass::Other)),
    ];
    let groups = btree_map("[a-z]{1,12}", any::<String>(), 0..4).prop_map(|groups| {
        let note =
            |(id, title)| FieldGroupNote { id: format!("https://ns.adobe.com/xdm/{id}"), title };
        groups.into_iter().map(note).collect()
    });
    let values = proptest::collection::vec("[a-z]{1,8}", 1..3);
    let tags = btree_map("team[a-z/]{0,8}", values, 0..4);
    (class, groups, proptest::collection::vec(any::<bool>(), 0..6), tags, any::<bool>())
}

/// The first text fields as identities, and one of Adobe's.
fn identities(fields: &Map<String, Value>, marked: &[bool]) -> Vec<PlaceIdentity> {
    let texts = own_fields("{tenant}", fields).into_iter();
    let texts = texts.filter(|field| field.kind == TargetKind::Text).map(|field| field.path);
    let paths = texts.chain(["person.id".to_owned()]);
    paths
        .zip(marked)
        .enumerate()
        .map(|(at, (path, known))| {
            let namespace = if *known { "Email" } else { "pendoVisitor" }.to_owned();
            PlaceIdentity { path, namespace, primary: at == 0 }
        })
        .collect()
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
        (class, field_groups, marked, tags, profile) in parts(),
    ) {
        let dataflow = Dataflow { name, description };
        let mut recipe = Recipe::new("pendo", dataflow, dataset);
        recipe.fields = fields;
        recipe.schema = schema;
        (recipe.class, recipe.field_groups, recipe.tags) = (class, field_groups, tags);
        recipe.profile = profile;
        recipe.identities = recipe.fields.as_ref().map(|own| identities(own, &marked));
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
