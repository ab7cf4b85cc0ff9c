//! The field group and the schema that the starter makes. There is no identity and no Profile: both are hard to
//! take back, and a person who wants them can add them in Experience Platform. Only a recipe brings identities along.

use aep_client::schema_registry::{
    EXPERIENCE_EVENT_CLASS, NewFieldGroup, NewSchema, PROFILE_CLASS,
};
use aep_client::{ClassId, FieldGroupId, TenantId};
use serde_json::{Map, Value, json};

use crate::contract::schema_form::SchemaClass;

use super::record::{Field, Kind};
use super::source::Source;

/// The largest whole number that XDM's `long` holds.
const LONG_MAX: i64 = 9_007_199_254_740_991;

impl Source {
    /// The field group to be made.
    #[must_use]
    pub fn field_group(&self, tenant: &TenantId, title: &str, description: &str) -> NewFieldGroup {
        own_field_group(tenant, SchemaClass::Event, title, description, self.own_properties())
    }

    /// Its fields as JSON Schema properties below the organisation's namespace.
    #[must_use]
    pub fn own_properties(&self) -> Map<String, Value> {
        let own = object(&self.schema.title, properties(&self.schema.fields));
        Map::from_iter([(self.schema.object.clone(), own)])
    }
}

/// The `$id` of a class.
#[must_use]
pub fn class_id(class: SchemaClass) -> ClassId {
    match class {
        SchemaClass::Event => EXPERIENCE_EVENT_CLASS.into(),
        SchemaClass::Profile => PROFILE_CLASS.into(),
    }
}

/// The field group to be made for fields of one's own: JSON Schema properties below the organisation's namespace.
#[must_use]
pub fn own_field_group(
    tenant: &TenantId,
    class: SchemaClass,
    title: &str,
    description: &str,
    own: Map<String, Value>,
) -> NewFieldGroup {
    NewFieldGroup::new(title, &class_id(class), tenant, own).description(description)
}

/// The schema to be made out of the class and field groups, which are given by their `$id`s.
pub fn schema<'g>(
    class: SchemaClass,
    field_groups: impl IntoIterator<Item = &'g str>,
    title: &str,
    description: &str,
) -> NewSchema {
    let new = NewSchema::new(title, &class_id(class)).description(description);
    field_groups.into_iter().fold(new, |new, group| new.with(&FieldGroupId::new(group)))
}

fn properties(fields: &[Field]) -> Map<String, Value> {
    let mut all = Map::new();
    for field in fields {
        match field.path.split_once('.') {
            None => all.insert(field.path.clone(), leaf(field)),
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
        Kind::Number => json!({ "title": field.title, "type": "number" }),
        Kind::Boolean => json!({ "title": field.title, "type": "boolean" }),
        Kind::DateTime => json!({ "title": field.title, "type": "string", "format": "date-time" }),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json, to_value};

    use super::{LONG_MAX, schema};
    use crate::contract::schema_form::SchemaClass;
    use crate::starter::{Source, first_source, sources};

    /// The properties below `definitions.customFields` of the field group's body.
    fn custom_fields(source: &Source) -> Value {
        let body = to_value(source.field_group(&"acme".into(), "Events", "")).unwrap();
        body["definitions"]["customFields"]["properties"].clone()
    }

    #[test]
    fn every_field_that_lines_fill_is_in_the_schema_below_the_tenants_object() {
        for source in sources() {
            let own = custom_fields(source);
            assert_eq!(own.as_object().unwrap().keys().collect::<Vec<_>>(), ["_acme"]);
            for field in source.target_fields(&"acme".into()) {
                let Some(path) = field.path.strip_prefix("_acme.") else { continue };
                let keys = path.split('.').map(|key| format!("/properties/{key}"));
                let pointer: String = keys.collect();
                assert!(own["_acme"].pointer(&pointer).is_some(), "{path} is not in the schema");
            }
        }
    }

    #[test]
    fn a_subscription_id_of_sixteen_digits_fits() {
        let own = custom_fields(first_source());
        let id = &own.pointer("/_acme/properties/pendo/properties/subscription/properties/id");
        let id = id.unwrap();
        assert_eq!(id["meta:xdmType"], "long");
        assert!(id["maximum"].as_i64().unwrap() >= 4_800_000_000_000_000);
        assert_eq!(LONG_MAX, (1 << 53) - 1);
    }

    #[test]
    fn an_empty_unique_id_is_refused_by_the_schema() {
        let own = custom_fields(first_source());
        assert_eq!(
            own.pointer("/_acme/properties/pendo/properties/uniqueId/minLength"),
            Some(&json!(1))
        );
    }

    #[test]
    fn the_schema_is_an_event_with_one_field_group_and_not_for_profile() {
        let group = ["https://ns.adobe.com/acme/mixins/1"];
        let body = schema(SchemaClass::Event, group, "Pendo events", "made for a test");
        let body = to_value(body).unwrap();
        assert_eq!(body["allOf"][0]["$ref"], "https://ns.adobe.com/xdm/context/experienceevent");
        assert_eq!(body["allOf"][1]["$ref"], "https://ns.adobe.com/acme/mixins/1");
        assert_eq!(body["allOf"].as_array().unwrap().len(), 2);
        assert!(body.get("meta:immutableTags").is_none(), "Profile cannot be switched off again");
    }
}
