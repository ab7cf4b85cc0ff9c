//! What becomes of schemas, ordinary and odd.

use proptest::prelude::{Just, Strategy, any, prop, prop_oneof, proptest};
use serde_json::{Value, json};

use super::{Mapped, map};
use crate::contract::account_form::{AuthField, AuthFieldKind, TextLimits};

fn mapped(spec: Value) -> Mapped {
    let spec = json!({ "name": "Way", "spec": spec });
    map(&serde_json::from_value(spec).unwrap())
}

fn one(property: Value) -> AuthField {
    let spec = json!({ "type": "object", "properties": { "theKey": property } });
    mapped(spec).form.fields.remove(0)
}

fn kind(property: Value) -> AuthFieldKind {
    one(property).kind
}

const PLAIN: AuthFieldKind = AuthFieldKind::Text {
    limits: TextLimits { min_length: None, max_length: None, pattern: None },
};

#[test]
fn a_published_basic_sign_in_becomes_its_fields_in_order() {
    let form = mapped(json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "type": "object",
        "description": "A user",
        "properties": {
            "host": { "type": "string", "format": "uri", "examples": ["https://h"] },
            "username": { "type": "string", "description": "Who", "minLength": 2 },
            "password": { "type": "string", "format": "password" },
            "later": { "type": "string", "uiAttributes": { "hidden": true } }
        },
        "required": ["username", "password"]
    }))
    .form;
    assert_eq!((form.name.as_str(), form.about.as_str()), ("Way", "A user"));
    let shown: Vec<_> =
        form.fields.iter().map(|field| (field.path.as_str(), field.required)).collect();
    assert_eq!(shown, [("host", false), ("username", true), ("password", true)]);
    assert_eq!(form.fields[0].example.as_deref(), Some("https://h"));
    assert!(matches!(form.fields[0].kind, AuthFieldKind::Uri));
    assert_eq!(form.fields[1].help, "Who");
    assert!(matches!(form.fields[2].kind, AuthFieldKind::Secret { .. }));
}

#[test]
fn each_simple_type_has_its_field() {
    assert_eq!(kind(json!({ "type": "string" })), PLAIN);
    assert_eq!(kind(json!({ "description": "no type at all" })), PLAIN);
    assert_eq!(kind(json!({ "type": ["string", "null"] })), PLAIN);
    assert_eq!(kind(json!({ "type": "boolean" })), AuthFieldKind::Boolean);
    let number = AuthFieldKind::Number { integer: true, minimum: Some(1.0), maximum: None };
    assert_eq!(kind(json!({ "type": "integer", "minimum": 1 })), number);
}

#[test]
fn a_choice_keeps_the_type_of_its_values() {
    let AuthFieldKind::Choice { options } = kind(json!({ "enum": ["a", 1, null] })) else {
        panic!("an enumeration is a choice");
    };
    let values: Vec<_> = options.iter().map(|option| option.value.as_str()).collect();
    assert_eq!(values, ["\"a\"", "1"]);
    let titled = json!({ "oneOf": [{ "const": "eu", "title": "Europe" }, { "const": "us" }] });
    let AuthFieldKind::Choice { options } = kind(titled) else {
        panic!("named constants are a choice");
    };
    assert_eq!((options[0].label.as_str(), options[1].label.as_str()), ("Europe", "us"));
}

#[test]
fn groups_references_and_parts_are_followed() {
    let form = mapped(json!({
        "definitions": { "inner": { "type": "object", "properties": {
            "a/b": { "type": "string" } }, "required": ["a/b"] } },
        "properties": { "group": { "$ref": "#/definitions/inner" } },
        "allOf": [{ "properties": { "more": { "type": "string" } }, "required": ["more"] }]
    }))
    .form;
    let AuthFieldKind::Group { fields } = &form.fields[0].kind else { panic!("a group") };
    assert_eq!((fields[0].path.as_str(), fields[0].required), ("group/a~1b", true));
    assert_eq!((form.fields[1].path.as_str(), form.fields[1].required), ("more", true));
}

#[test]
fn a_fixed_value_is_not_asked_for() {
    let mapped = mapped(json!({ "properties": { "grant": { "const": "client_credentials" } } }));
    assert!(mapped.form.fields.is_empty());
    assert_eq!(mapped.fixed, [("grant".to_owned(), json!("client_credentials"))]);
}

#[test]
fn what_fields_cannot_show_is_typed_as_json() {
    for odd in [
        json!({ "type": "array", "items": { "type": "string" } }),
        json!({ "type": ["string", "integer"] }),
        json!({ "type": "sparkle" }),
        json!({ "enum": [["a"], ["b"]] }),
        json!({ "oneOf": [{ "type": "string" }, { "type": "integer" }] }),
        json!({ "$ref": "https://elsewhere.example/schema" }),
        json!({ "$ref": "#/properties/theKey" }),
        json!({ "type": "object", "patternProperties": { "^x": {} }, "properties": {} }),
        json!(true),
        json!(7),
    ] {
        assert_eq!(kind(odd.clone()), AuthFieldKind::Json { secret: false }, "{odd}");
    }
}

#[test]
fn a_schema_that_is_none_leads_to_one_field_for_everything() {
    for odd in [json!(null), json!([]), json!("x"), json!({}), json!({ "type": "array" })] {
        let form = mapped(odd.clone()).form;
        assert_eq!(form.fields.len(), 1, "{odd}");
        assert_eq!(form.fields[0].path, "");
    }
    let alternatives = json!({ "oneOf": [{ "properties": {
        "key": { "type": "string", "format": "password" } } }] });
    let form = mapped(alternatives).form;
    assert_eq!(form.fields[0].kind, AuthFieldKind::Json { secret: true });
}

#[test]
fn alternatives_that_only_require_leave_the_fields() {
    let form = mapped(json!({
        "properties": { "key": { "type": "string" }, "token": { "type": "string" } },
        "anyOf": [{ "required": ["key"] }, { "required": ["token"] }]
    }))
    .form;
    assert!(form.fields.iter().all(|field| !field.required));
    assert!(matches!(form.fields[1].kind, AuthFieldKind::Secret { .. }), "known by its name");
}

#[test]
fn a_secret_never_has_a_default_or_an_example() {
    let field = one(json!({ "format": "password", "default": "hush", "examples": ["hush"] }));
    assert_eq!((field.default, field.example), (None, None));
}

fn any_json() -> impl Strategy<Value = Value> {
    let word = prop_oneof![
        Just("type"),
        Just("properties"),
        Just("$ref"),
        Just("enum"),
        Just("oneOf"),
        Just("allOf"),
        Just("const"),
        Just("required"),
        Just("examples"),
        Just("x"),
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        prop_oneof![Just("object"), Just("string"), Just("#/properties/x"), Just("#")]
            .prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 40, 4, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((word.clone(), inner), 0..4).prop_map(|pairs| {
                pairs.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
            }),
        ]
    })
}

proptest! {
    #[test]
    fn no_schema_is_a_reason_to_stop(schema in any_json()) {
        mapped(schema);
    }
}
