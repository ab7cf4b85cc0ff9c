//! Schemas: what the records of a dataset look like.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::registry::{Container, Registry};
use crate::client::Sandbox;
use crate::error::Result;
use crate::etag::ETag;
use crate::ids::{AltId, ClassId, FieldGroupId, SchemaId};
use crate::page::{Page, Pages};
use crate::patch::Patch;
use crate::tolerant;

/// The tag that puts a schema into the union of its class: enabled for Profile.
const UNION: &str = "union";

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
    /// Tags that can be added and never taken away.
    #[serde(default, rename = "meta:immutableTags", deserialize_with = "tolerant::or_default")]
    pub immutable_tags: Vec<String>,
    /// When it was made and changed, and its version.
    #[serde(default, rename = "meta:registryMetadata", deserialize_with = "tolerant::or_default")]
    pub metadata: RegistryMetadata,
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

/// What the registry notes about a resource. Who made it is not documented, and seen in its answers.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct RegistryMetadata {
    /// When it was made.
    #[serde(default, rename = "repo:createdDate", deserialize_with = "tolerant::moment")]
    pub created: Option<Timestamp>,
    /// When it was last changed.
    #[serde(default, rename = "repo:lastModifiedDate", deserialize_with = "tolerant::moment")]
    pub updated: Option<Timestamp>,
    /// Who made it.
    #[serde(default, rename = "xdm:createdUserId", deserialize_with = "tolerant::text")]
    pub created_by: Option<String>,
    /// Who changed it last.
    #[serde(default, rename = "xdm:lastModifiedUserId", deserialize_with = "tolerant::text")]
    pub updated_by: Option<String>,
    /// Its version.
    #[serde(default, rename = "eTag", deserialize_with = "tolerant::text")]
    pub etag: Option<String>,
}

impl Schema {
    /// What it was made of: the `$id`s of its class and of its field groups; given by [`Schemas::get`].
    pub fn references(&self) -> impl Iterator<Item = &str> {
        let parts = self.extra.get("allOf").and_then(Value::as_array);
        parts.into_iter().flatten().filter_map(|part| part["$ref"].as_str())
    }

    /// Whether it is enabled for Profile, which cannot be undone.
    #[must_use]
    pub fn is_for_profile(&self) -> bool {
        self.immutable_tags.iter().any(|tag| tag == UNION)
    }

    /// The version that was read, for a change of it.
    #[must_use]
    pub fn etag(&self) -> Option<ETag> {
        self.metadata.etag.as_deref().map(ETag::new)
    }

    /// A patch that enables it for Profile.
    #[must_use]
    pub fn profile_patch(&self) -> Patch {
        let mut tags = self.immutable_tags.clone();
        tags.push(UNION.to_owned());
        Patch::new().add("/meta:immutableTags", tags)
    }
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

    /// One schema as the registry sends it, to be shown.
    ///
    /// # Errors
    /// See [`Schemas::list`].
    pub async fn get_raw(&self, id: &SchemaId) -> Result<Value> {
        self.0.get(Container::Tenant, id.as_str()).await
    }

    /// Changes a schema that was read before. Fields can be added, never taken away once there is data.
    ///
    /// # Errors
    /// See [`Error::is_stale`](crate::Error::is_stale) when somebody else was quicker; XDM-1521 when a new title is
    /// taken; XDM-1526 to 1528 when it cannot be enabled for Profile.
    pub async fn update(&self, id: &SchemaId, etag: Option<&ETag>, patch: &Patch) -> Result<()> {
        self.0.update(id.as_str(), etag, patch).await
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
