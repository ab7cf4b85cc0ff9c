//! Bodies of the field group and the schema that the starter makes.
//!
//! Rules of the Schema Registry held here: custom fields stand below the tenant's own object, a field group says
//! which class it extends, a schema has one class. There is no identity and no Profile: both are hard to take
//! back, and a person who wants them can add them in Experience Platform.

use serde_json::{Map, Value, json};

use super::fields::{FIELDS, Field, Kind, OBJECT};

/// The class of things that happen at a time: webhook events are such.
pub const EVENT_CLASS: &str = "https://ns.adobe.com/xdm/context/experienceevent";

/// The largest whole number that XDM's `long` holds.
const LONG_MAX: i64 = 9_007_199_254_740_991;

/// The body that creates the field group. `tenant` is the tenant id without its underscore.
pub fn field_group(tenant: &str, title: &str, description: &str) -> Value {
    let pendo = object("Pendo", properties());
    let mut own = Map::new();
    own.insert(OBJECT.to_owned(), pendo);
    let mut tenants = Map::new();
    tenants.insert(format!("_{tenant}"), json!({ "type": "object", "properties": own }));
    json!({
        "type": "object",
        "title": title,
        "description": description,
        "meta:intendedToExtend": [EVENT_CLASS],
        "definitions": { "customFields": { "type": "object", "properties": tenants } },
        "allOf": [{ "$ref": "#/definitions/customFields" }],
    })
}

/// The body that creates the schema out of the class and the field group with this `$id`.
pub fn schema(field_group_id: &str, title: &str, description: &str) -> Value {
    json!({
        "type": "object",
        "title": title,
        "description": description,
        "allOf": [{ "$ref": EVENT_CLASS }, { "$ref": field_group_id }],
    })
}

fn properties() -> Map<String, Value> {
    let mut all = Map::new();
    for field in FIELDS {
        match field.path.split_once('.') {
            None => all.insert(field.path.to_owned(), leaf(field)),
            Some((parent, key)) => {
                let entry =
                    all.entry(parent.to_owned()).or_insert_with(|| object(parent, Map::new()));
                entry["properties"][key] = leaf(field);
                None
            }
        };
    }
    all
}

fn object(title: &str, properties: Map<String, Value>) -> Value {
    json!({ "title": title, "type": "object", "properties": properties })
}

fn leaf(field: &Field) -> Value {
    match field.kind {
        Kind::Text => json!({ "title": field.title, "type": "string" }),
        Kind::NonEmptyText => json!({ "title": field.title, "type": "string", "minLength": 1 }),
        Kind::Long => json!({
            "title": field.title,
            "type": "integer",
            "meta:xdmType": "long",
            "minimum": -LONG_MAX,
            "maximum": LONG_MAX,
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::{LONG_MAX, field_group, schema};
    use crate::starter::target_fields;

    #[test]
    fn every_custom_field_stands_below_the_tenants_object() {
        let body = field_group("acme", "Pendo events", "");
        let own = &body["definitions"]["customFields"]["properties"];
        assert_eq!(own.as_object().unwrap().keys().collect::<Vec<_>>(), ["_acme"]);
        for field in target_fields("acme") {
            let Some(path) = field.path.strip_prefix("_acme.") else { continue };
            let pointer: String = path.split('.').map(|key| format!("/properties/{key}")).collect();
            assert!(own["_acme"].pointer(&pointer).is_some(), "{path} is not in the schema");
        }
    }

    #[test]
    fn a_subscription_id_of_sixteen_digits_fits() {
        let body = field_group("acme", "Pendo events", "");
        let pendo =
            &body["definitions"]["customFields"]["properties"]["_acme"]["properties"]["pendo"];
        let id = &pendo["properties"]["subscription"]["properties"]["id"];
        assert_eq!(id["meta:xdmType"], "long");
        assert!(id["maximum"].as_i64().unwrap() >= 4_800_000_000_000_000);
        assert_eq!(LONG_MAX, (1 << 53) - 1);
    }

    #[test]
    fn an_empty_unique_id_is_refused_by_the_schema() {
        let body = field_group("acme", "Pendo events", "");
        let own = &body["definitions"]["customFields"]["properties"]["_acme"]["properties"];
        assert_eq!(own["pendo"]["properties"]["uniqueId"]["minLength"], 1);
    }

    #[test]
    fn the_schema_is_an_event_with_one_class_and_one_field_group() {
        let body = schema("https://ns.adobe.com/acme/mixins/1", "Pendo events", "made for a test");
        assert_eq!(body["allOf"][0]["$ref"], "https://ns.adobe.com/xdm/context/experienceevent");
        assert_eq!(body["allOf"][1]["$ref"], "https://ns.adobe.com/acme/mixins/1");
        assert!(body.get("meta:immutableTags").is_none(), "Profile cannot be switched off again");
    }
}
