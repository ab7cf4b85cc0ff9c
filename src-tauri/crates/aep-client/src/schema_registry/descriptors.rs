//! Identity descriptors: which fields of a schema say whom a record is about. They are objects of their own, so
//! removing a schema does not remove them.

use serde::{Deserialize, Serialize};

use crate::client::Sandbox;
use crate::envelope::Envelope;
use crate::error::Result;
use crate::ids::{DescriptorId, SchemaId};
use crate::page::{Cursor, Pages};
use crate::query::Filter;
use crate::request::{Method, Path, Query, Root};
use crate::tolerant;

/// The one type of descriptor that this client knows.
const IDENTITY: &str = "xdm:descriptorIdentity";
/// The list as pages; in the older form it is an object keyed by type.
const PAGED: &str = "application/vnd.adobe.xdm-v2+json";

/// For one of them; the registry asks for none there.
const ONE: &str = "application/vnd.adobe.xdm+json";

/// One field marked as an identity.
#[derive(Clone, Debug, Deserialize)]
pub struct IdentityDescriptor {
    /// Its `@id`.
    #[serde(rename = "@id")]
    pub id: DescriptorId,
    /// The schema it belongs to.
    #[serde(rename = "xdm:sourceSchema")]
    pub schema: SchemaId,
    /// Path of the field with slashes, without `properties`.
    #[serde(default, rename = "xdm:sourceProperty", deserialize_with = "tolerant::or_default")]
    pub property: String,
    /// Code of the namespace, or its number.
    #[serde(default, rename = "xdm:namespace", deserialize_with = "tolerant::text")]
    pub namespace: Option<String>,
    /// Whether it is the schema's primary identity.
    #[serde(default, rename = "xdm:isPrimary", deserialize_with = "tolerant::or_default")]
    pub is_primary: bool,
}

impl IdentityDescriptor {
    /// Path of the field with dots, as mappings write it.
    #[must_use]
    pub fn dotted_path(&self) -> String {
        self.property.trim_matches('/').replace('/', ".")
    }
}

/// A field to be marked as an identity.
#[derive(Clone, Debug, Serialize)]
pub struct NewIdentityDescriptor {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "xdm:sourceSchema")]
    schema: SchemaId,
    #[serde(rename = "xdm:sourceVersion")]
    version: u32,
    #[serde(rename = "xdm:sourceProperty")]
    property: String,
    #[serde(rename = "xdm:namespace")]
    namespace: String,
    #[serde(rename = "xdm:property")]
    named_by: &'static str,
    #[serde(rename = "xdm:isPrimary")]
    is_primary: bool,
}

impl NewIdentityDescriptor {
    /// Marks the field at a dotted path; `namespace` is the code of one.
    pub fn new(schema: &SchemaId, dotted_path: &str, namespace: impl Into<String>) -> Self {
        Self {
            kind: IDENTITY,
            schema: schema.clone(),
            version: 1,
            property: format!("/{}", dotted_path.replace('.', "/")),
            namespace: namespace.into(),
            named_by: "xdm:code",
            is_primary: false,
        }
    }

    /// Makes it the schema's primary identity: a record in which it is empty is refused.
    #[must_use]
    pub fn primary(mut self, is_primary: bool) -> Self {
        self.is_primary = is_primary;
        self
    }
}

/// The identity descriptors of one sandbox.
#[derive(Clone, Debug)]
pub struct IdentityDescriptors {
    sandbox: Sandbox,
}

impl Sandbox {
    /// Identity descriptors.
    #[must_use]
    pub fn identity_descriptors(&self) -> IdentityDescriptors {
        IdentityDescriptors { sandbox: self.clone() }
    }
}

impl IdentityDescriptors {
    /// All of them, page by page.
    #[must_use]
    pub fn all(&self) -> Pages<IdentityDescriptor> {
        let mut query = Query::default();
        query.raw("property", Filter::equal("@type", IDENTITY).as_str());
        let request = self.sandbox.request(Method::Get, Root::SchemaRegistry, path()).accept(PAGED);
        Pages::new(Cursor::linked(self.sandbox.client(), request, query, Envelope::Results))
    }

    /// Those of one schema.
    ///
    /// # Errors
    /// Whatever the request ends in; so for every call below.
    pub async fn of_schema(&self, schema: &SchemaId) -> Result<Vec<IdentityDescriptor>> {
        let mut all = self.all().collect().await?;
        all.retain(|known| known.schema == *schema);
        Ok(all)
    }

    /// One of them.
    ///
    /// # Errors
    /// See [`IdentityDescriptors::of_schema`].
    pub async fn get(&self, id: &DescriptorId) -> Result<IdentityDescriptor> {
        let path = path().id(id.as_str());
        let request = self.sandbox.request(Method::Get, Root::SchemaRegistry, path);
        self.sandbox.fetch(&request.accept(ONE)).await
    }

    /// Marks a field.
    ///
    /// # Errors
    /// The registry refuses a second primary identity and a field that is not there;
    /// [`Error::OutcomeUnknown`](crate::Error::OutcomeUnknown) when it may have been made.
    pub async fn create(&self, new: &NewIdentityDescriptor) -> Result<IdentityDescriptor> {
        let request = self.sandbox.request(Method::Post, Root::SchemaRegistry, path()).json(new);
        self.sandbox.fetch(&request).await
    }

    /// Takes a mark away.
    ///
    /// # Errors
    /// See [`IdentityDescriptors::of_schema`].
    pub async fn delete(&self, id: &DescriptorId) -> Result<()> {
        let path = path().id(id.as_str());
        self.sandbox.run(&self.sandbox.request(Method::Delete, Root::SchemaRegistry, path)).await
    }
}

fn path() -> Path {
    Path::new("/tenant/descriptors")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::NewIdentityDescriptor;

    #[test]
    fn a_descriptor_names_its_field_with_slashes_and_its_namespace_by_code() {
        let schema = "https://ns.adobe.com/acme/schemas/1".into();
        let new =
            NewIdentityDescriptor::new(&schema, "_acme.pendo.visitorId", "Email").primary(true);
        let expected = json!({
            "@type": "xdm:descriptorIdentity",
            "xdm:sourceSchema": "https://ns.adobe.com/acme/schemas/1",
            "xdm:sourceVersion": 1,
            "xdm:sourceProperty": "/_acme/pendo/visitorId",
            "xdm:namespace": "Email",
            "xdm:property": "xdm:code",
            "xdm:isPrimary": true
        });
        assert_eq!(serde_json::to_value(&new).unwrap(), expected);
    }
}
