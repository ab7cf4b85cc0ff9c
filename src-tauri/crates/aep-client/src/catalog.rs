//! Catalog: the datasets that events land in.
//!
//! Source: <https://developer.adobe.com/experience-platform-apis/references/catalog/>. Answers are
//! objects keyed by id; a create answers `["@/dataSets/{id}"]`.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::client::Sandbox;
use crate::envelope::{Envelope, Keyed};
use crate::error::{Error, Result};
use crate::flow_service::known::SCHEMA_CONTENT_TYPE;
use crate::ids::{DatasetId, SchemaId};
use crate::page::{Cursor, Offset, Page, Pages};
use crate::query::{Filter, ListQuery};
use crate::request::{Method, Path, Query, Root};
use crate::tolerant;

/// How many datasets to ask for per page: the most that Catalog gives.
const PAGE: usize = 100;

/// A dataset as the platform shows it.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Dataset {
    /// Its id.
    pub id: DatasetId,
    /// Its name.
    #[serde(default, deserialize_with = "tolerant::or_default")]
    pub name: String,
    /// What it is for.
    #[serde(default, deserialize_with = "tolerant::text")]
    pub description: Option<String>,
    /// The schema of its records.
    #[serde(default)]
    pub schema_ref: Option<DatasetSchema>,
    /// When it was made.
    #[serde(default, deserialize_with = "tolerant::moment")]
    pub created: Option<Timestamp>,
    /// When it was last changed.
    #[serde(default, deserialize_with = "tolerant::moment")]
    pub updated: Option<Timestamp>,
    /// Such as `DRAFT`.
    #[serde(default, deserialize_with = "tolerant::text")]
    pub state: Option<String>,
    /// Labels with meaning, such as whether Profile uses it.
    #[serde(default, deserialize_with = "tolerant::object")]
    pub tags: Map<String, Value>,
    /// Whatever else the platform sent.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// The schema of a dataset's records.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DatasetSchema {
    /// The schema's `$id`.
    pub id: SchemaId,
    /// A content type with the major version in it.
    #[serde(default, deserialize_with = "tolerant::or_default")]
    pub content_type: String,
}

/// A dataset to be made.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NewDataset {
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    schema_ref: DatasetSchema,
}

impl NewDataset {
    /// A dataset for records of a schema.
    pub fn new(name: impl Into<String>, schema: &SchemaId) -> Self {
        let content_type = SCHEMA_CONTENT_TYPE.to_owned();
        let schema_ref = DatasetSchema { id: schema.clone(), content_type };
        Self { name: name.into(), description: None, schema_ref }
    }

    /// Says what it is for.
    #[must_use]
    pub fn description(mut self, text: impl Into<String>) -> Self {
        self.description = Some(text.into());
        self
    }
}

/// The datasets of one sandbox.
#[derive(Clone, Debug)]
pub struct Datasets {
    sandbox: Sandbox,
}

impl Sandbox {
    /// Datasets.
    #[must_use]
    pub fn datasets(&self) -> Datasets {
        Datasets { sandbox: self.clone() }
    }
}

impl Datasets {
    fn cursor(&self, query: &ListQuery) -> Cursor {
        let request = self.sandbox.request(Method::Get, Root::Catalog, Path::new("/dataSets"));
        let offset = Offset { parameter: "start", start: 0, limit: PAGE };
        let query = query.to_catalog();
        Cursor::counted(self.sandbox.client(), request, query, Envelope::Keyed, offset)
    }

    /// The first page, sorted by name.
    ///
    /// # Errors
    /// Whatever the request ends in; so for every call below.
    pub async fn list(&self) -> Result<Page<Dataset>> {
        self.cursor(&ListQuery::new().order_by("asc:name")).page().await
    }

    /// All of them, sorted by name, page by page.
    #[must_use]
    pub fn all(&self) -> Pages<Dataset> {
        Pages::new(self.cursor(&ListQuery::new().order_by("asc:name")))
    }

    /// All with exactly this name: names need not be unique.
    ///
    /// # Errors
    /// See [`Datasets::list`].
    pub async fn find_by_name(&self, name: &str) -> Result<Vec<Dataset>> {
        // Pages are counted off, so without an order one could be skipped.
        let query = ListQuery::new().order_by("asc:name");
        let query =
            if Filter::can_hold(name) { query.filter(Filter::equal("name", name)) } else { query };
        let mut found: Vec<Dataset> = Pages::new(self.cursor(&query)).collect().await?;
        found.retain(|dataset| dataset.name == name);
        Ok(found)
    }

    /// One dataset.
    ///
    /// # Errors
    /// See [`Datasets::list`].
    pub async fn get(&self, id: &DatasetId) -> Result<Dataset> {
        let path = Path::new("/dataSets").id(id.as_str());
        let request = self.sandbox.request(Method::Get, Root::Catalog, path);
        let answer: Keyed<Dataset> = self.sandbox.fetch(&request).await?;
        answer.0.into_iter().next().ok_or_else(|| Error::Decode {
            path: request.template,
            detail: "the object keyed by id is empty".to_owned(),
        })
    }

    /// Makes a dataset.
    ///
    /// # Errors
    /// [`Error::OutcomeUnknown`] when it may have been made.
    pub async fn create(&self, new: &NewDataset) -> Result<DatasetId> {
        let path = Path::new("/dataSets");
        let request = self.sandbox.request(Method::Post, Root::Catalog, path).json(new);
        let references: Vec<String> = self.sandbox.fetch(&request).await?;
        let id = references.first().and_then(|reference| id_in(reference));
        id.ok_or_else(|| Error::OutcomeUnknown {
            operation: request.operation(),
            cause: Box::new(Error::Decode {
                path: request.template.clone(),
                detail: "there is no reference to the new dataset".to_owned(),
            }),
        })
    }

    /// Removes a dataset **and all data in it**. This cannot be undone.
    ///
    /// # Errors
    /// See [`Datasets::list`].
    pub async fn delete(&self, id: &DatasetId) -> Result<()> {
        let path = Path::new("/dataSets").id(id.as_str());
        self.sandbox.run(&self.sandbox.request(Method::Delete, Root::Catalog, path)).await
    }
}

impl ListQuery {
    /// Catalog spells the order differently and takes the page size from the cursor.
    fn to_catalog(&self) -> Query {
        self.to_query_ordered_by("orderBy")
    }
}

/// The id in a reference such as `@/dataSets/5c8c3c55`: what follows the last slash.
fn id_in(reference: &str) -> Option<DatasetId> {
    reference.rsplit('/').next().filter(|id| !id.is_empty()).map(DatasetId::new)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{NewDataset, id_in};
    use crate::query::{Filter, ListQuery};

    #[test]
    fn a_reference_gives_the_id_whatever_its_spelling() {
        for reference in ["@/dataSets/5c8c", "@/datasets/5c8c", "5c8c"] {
            assert_eq!(id_in(reference).unwrap().as_str(), "5c8c");
        }
        assert_eq!(id_in("@/dataSets/"), None);
    }

    #[test]
    fn a_new_dataset_names_its_schema_in_the_same_version_as_everything_else() {
        let new = NewDataset::new("n", &"https://ns.adobe.com/acme/schemas/1".into());
        let expected = json!({
            "name": "n",
            "schemaRef": {
                "id": "https://ns.adobe.com/acme/schemas/1",
                "contentType": "application/vnd.adobe.xed-full+json;version=1"
            }
        });
        assert_eq!(serde_json::to_value(&new).unwrap(), expected);
    }

    #[test]
    fn the_order_is_spelt_as_catalog_does() {
        let query = ListQuery::new().filter(Filter::equal("name", "a b")).order_by("asc:name");
        assert_eq!(query.to_catalog().as_str(), "property=name==a%20b&orderBy=asc%3Aname");
    }
}
