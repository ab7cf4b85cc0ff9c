//! Schemas: what the records of a dataset look like.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::registry::{Container, Registry};
use crate::client::Sandbox;
use crate::error::Result;
use crate::ids::{AltId, ClassId, FieldGroupId, SchemaId};
use crate::page::{Page, Pages};
use crate::tolerant;

/// A schema. In lists, only ids, title and version are given.
#[derive(Clone, Debug, Deserialize)]
pub struct Schema {
    /// Its `$id`: what bodies refer to.
    #[serde(rename = "$id")]
    pub id: SchemaId,
    /// Its `meta:altId`: what a path names.
    #[serde(default, rename = "meta:altId")]
    pub alt_id: Option<AltId>,
    /// Its title, unique in the organisation.
    #[serde(default, deserialize_with = "tolerant::or_default")]
    pub title: String,
    /// What it is for.
    #[serde(default, deserialize_with = "tolerant::text")]
    pub description: Option<String>,
    /// Its version; only major version 1 exists.
    #[serde(default, deserialize_with = "tolerant::text")]
    pub version: Option<String>,
    /// Its class.
    #[serde(default, rename = "meta:class")]
    pub class: Option<ClassId>,
    /// Its fields by name; given by [`Schemas::get_full`].
    #[serde(default, deserialize_with = "tolerant::object")]
    pub properties: Map<String, Value>,
    /// Names of the top-level fields that must not be empty; reliable from [`Schemas::get_full`].
    #[serde(default, deserialize_with = "tolerant::or_default")]
    pub required: Vec<String>,
    /// Whatever else the registry sent.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// A schema to be made.
#[derive(Clone, Debug, Serialize)]
pub struct NewSchema {
    #[serde(rename = "type")]
    kind: &'static str,
    title: String,
    description: String,
    #[serde(rename = "allOf")]
    all_of: Vec<Part>,
}

#[derive(Clone, Debug, Serialize)]
struct Part {
    #[serde(rename = "$ref")]
    reference: String,
}

impl NewSchema {
    /// A schema of one class; the registry wants a description, be it empty.
    pub fn new(title: impl Into<String>, class: &ClassId) -> Self {
        Self {
            kind: "object",
            title: title.into(),
            description: String::new(),
            all_of: vec![Part { reference: class.to_string() }],
        }
    }

    /// Says what it is for.
    #[must_use]
    pub fn description(mut self, text: impl Into<String>) -> Self {
        self.description = text.into();
        self
    }

    /// Adds a field group, which must go with the schema's class.
    #[must_use]
    pub fn with(mut self, group: &FieldGroupId) -> Self {
        self.all_of.push(Part { reference: group.to_string() });
        self
    }
}

/// The schemas of one sandbox.
#[derive(Clone, Debug)]
pub struct Schemas(Registry);

impl Sandbox {
    /// Schemas.
    #[must_use]
    pub fn schemas(&self) -> Schemas {
        Schemas(Registry::new(self.clone(), "schemas"))
    }
}

impl Schemas {
    /// The organisation's own schemas, first page, by title.
    ///
    /// # Errors
    /// Whatever the request ends in; so for every call below.
    pub async fn list(&self) -> Result<Page<Schema>> {
        self.0.cursor(Container::Tenant, None).page().await
    }

    /// All of the organisation's own, page by page.
    #[must_use]
    pub fn all(&self) -> Pages<Schema> {
        Pages::new(self.0.cursor(Container::Tenant, None))
    }

    /// All of the organisation's own as they were written: more bytes, and the class of each.
    #[must_use]
    pub fn all_with_class(&self) -> Pages<Schema> {
        Pages::new(self.0.plain_cursor(Container::Tenant))
    }

    /// Those with exactly this title. Only ids, title and version are given: get each to see its
    /// description.
    ///
    /// # Errors
    /// See [`Schemas::list`].
    pub async fn find_by_title(&self, title: &str) -> Result<Vec<Schema>> {
        self.0.find_by_title(title, |schema: &Schema| &schema.title).await
    }

    /// One schema as it was written: with references, not fields.
    ///
    /// # Errors
    /// See [`Schemas::list`].
    pub async fn get(&self, id: &SchemaId) -> Result<Schema> {
        self.0.get(Container::Tenant, id.as_str()).await
    }

    /// One schema with all its fields.
    ///
    /// # Errors
    /// See [`Schemas::list`].
    pub async fn get_full(&self, id: &SchemaId) -> Result<Schema> {
        self.0.get_full(Container::Tenant, id.as_str()).await
    }

    /// Makes a schema.
    ///
    /// # Errors
    /// XDM-1521 when the title is taken; [`Error::OutcomeUnknown`](crate::Error::OutcomeUnknown)
    /// when it may have been made.
    pub async fn create(&self, new: &NewSchema) -> Result<Schema> {
        self.0.create(new).await
    }

    /// Removes a schema.
    ///
    /// # Errors
    /// The registry refuses while a dataset uses it.
    pub async fn delete(&self, id: &SchemaId) -> Result<()> {
        self.0.delete(id.as_str()).await
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::NewSchema;
    use crate::schema_registry::EXPERIENCE_EVENT_CLASS;

    #[test]
    fn a_schema_is_one_class_and_its_field_groups() {
        let group = "https://ns.adobe.com/acme/mixins/1".into();
        let new = NewSchema::new("Pendo", &EXPERIENCE_EVENT_CLASS.into()).with(&group);
        let expected = json!({
            "type": "object",
            "title": "Pendo",
            "description": "",
            "allOf": [
                {"$ref": "https://ns.adobe.com/xdm/context/experienceevent"},
                {"$ref": "https://ns.adobe.com/acme/mixins/1"}
            ]
        });
        assert_eq!(serde_json::to_value(&new).unwrap(), expected);
    }
}
