//! Field groups: reusable sets of fields that schemas are made of.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::registry::{Container, Registry};
use crate::client::Sandbox;
use crate::error::Result;
use crate::ids::{AltId, ClassId, FieldGroupId, TenantId};
use crate::page::{Page, Pages};
use crate::tolerant;

/// A field group. In lists, only ids, title and version are given.
#[derive(Clone, Debug, Deserialize)]
pub struct FieldGroup {
    /// Its `$id`: what a schema refers to.
    #[serde(rename = "$id")]
    pub id: FieldGroupId,
    /// Its `meta:altId`: what a path names.
    #[serde(default, rename = "meta:altId")]
    pub alt_id: Option<AltId>,
    /// Its title, unique in the organisation.
    #[serde(default, deserialize_with = "tolerant::or_default")]
    pub title: String,
    /// What it is for.
    #[serde(default, deserialize_with = "tolerant::text")]
    pub description: Option<String>,
    /// Its version.
    #[serde(default, deserialize_with = "tolerant::text")]
    pub version: Option<String>,
    /// The classes it goes with.
    #[serde(default, rename = "meta:intendedToExtend", deserialize_with = "tolerant::or_default")]
    pub intended_to_extend: Vec<ClassId>,
    /// Whatever else the registry sent, its fields among them.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// A field group to be made.
#[derive(Clone, Debug, Serialize)]
#[serde(transparent)]
pub struct NewFieldGroup(Map<String, Value>);

impl NewFieldGroup {
    /// A field group for one class. `fields` are JSON Schema properties by field name; they are put
    /// below the tenant's own field, outside of which the registry refuses them (XDM-1020 to 1024).
    pub fn new(
        title: impl Into<String>,
        class: &ClassId,
        tenant: &TenantId,
        fields: Map<String, Value>,
    ) -> Self {
        let own = json!({ "type": "object", "properties": fields });
        let properties = Map::from_iter([(tenant.namespace(), own)]);
        let body = [
            ("type", json!("object")),
            ("title", json!(title.into())),
            ("meta:intendedToExtend", json!([class])),
            (
                "definitions",
                json!({ "customFields": { "type": "object", "properties": properties } }),
            ),
            ("allOf", json!([{ "$ref": "#/definitions/customFields" }])),
        ];
        Self(body.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
    }

    /// Says what it is for.
    #[must_use]
    pub fn description(mut self, text: impl Into<String>) -> Self {
        self.0.insert("description".to_owned(), Value::String(text.into()));
        self
    }
}

/// The field groups of one sandbox.
#[derive(Clone, Debug)]
pub struct FieldGroups(Registry);

impl Sandbox {
    /// Field groups.
    #[must_use]
    pub fn field_groups(&self) -> FieldGroups {
        FieldGroups(Registry::new(self.clone(), "fieldgroups"))
    }
}

impl FieldGroups {
    /// The organisation's own field groups, first page, by title.
    ///
    /// # Errors
    /// Whatever the request ends in; so for every call below.
    pub async fn list(&self) -> Result<Page<FieldGroup>> {
        self.0.cursor(Container::Tenant, None).page().await
    }

    /// All of the organisation's own, page by page.
    #[must_use]
    pub fn all(&self) -> Pages<FieldGroup> {
        Pages::new(self.0.cursor(Container::Tenant, None))
    }

    /// All of Adobe's, page by page.
    #[must_use]
    pub fn all_global(&self) -> Pages<FieldGroup> {
        Pages::new(self.0.cursor(Container::Global, None))
    }

    /// All of the organisation's own as they were written: with the classes that each goes with.
    #[must_use]
    pub fn all_with_classes(&self) -> Pages<FieldGroup> {
        Pages::new(self.0.plain_cursor(Container::Tenant))
    }

    /// All of Adobe's as they were written.
    #[must_use]
    pub fn all_global_with_classes(&self) -> Pages<FieldGroup> {
        Pages::new(self.0.plain_cursor(Container::Global))
    }

    /// The organisation's own with exactly this title. Only ids, title and version are given: get
    /// each to see its description.
    ///
    /// # Errors
    /// See [`FieldGroups::list`].
    pub async fn find_by_title(&self, title: &str) -> Result<Vec<FieldGroup>> {
        self.0.find_by_title(title, |group: &FieldGroup| &group.title).await
    }

    /// One field group as it was written.
    ///
    /// # Errors
    /// See [`FieldGroups::list`].
    pub async fn get(&self, id: &FieldGroupId) -> Result<FieldGroup> {
        self.0.get(Container::Tenant, id.as_str()).await
    }

    /// One of Adobe's with all its fields.
    ///
    /// # Errors
    /// See [`FieldGroups::list`].
    pub async fn get_global(&self, id: &FieldGroupId) -> Result<FieldGroup> {
        self.0.get_full(Container::Global, id.as_str()).await
    }

    /// Makes a field group.
    ///
    /// # Errors
    /// XDM-1521 when the title is taken; [`Error::OutcomeUnknown`](crate::Error::OutcomeUnknown)
    /// when it may have been made.
    pub async fn create(&self, new: &NewFieldGroup) -> Result<FieldGroup> {
        self.0.create(new).await
    }

    /// Removes a field group.
    ///
    /// # Errors
    /// The registry refuses while a schema uses it.
    pub async fn delete(&self, id: &FieldGroupId) -> Result<()> {
        self.0.delete(id.as_str()).await
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Map, json};

    use super::NewFieldGroup;
    use crate::schema_registry::EXPERIENCE_EVENT_CLASS;

    #[test]
    fn custom_fields_lie_below_the_tenants_own_field() {
        let fields = Map::from_iter([("event".to_owned(), json!({"type": "string"}))]);
        let class = EXPERIENCE_EVENT_CLASS.into();
        let new = NewFieldGroup::new("Pendo", &class, &"acme".into(), fields).description("d");
        let expected = json!({
            "type": "object",
            "title": "Pendo",
            "description": "d",
            "meta:intendedToExtend": ["https://ns.adobe.com/xdm/context/experienceevent"],
            "definitions": {"customFields": {"type": "object", "properties": {
                "_acme": {"type": "object", "properties": {"event": {"type": "string"}}}
            }}},
            "allOf": [{"$ref": "#/definitions/customFields"}]
        });
        assert_eq!(serde_json::to_value(&new).unwrap(), expected);
    }
}
