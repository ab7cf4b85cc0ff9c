//! Catalog: the datasets that events land in.
//!
//! Source: <https://developer.adobe.com/experience-platform-apis/references/catalog/>. Answers are
//! objects keyed by id; a create answers `["@/dataSets/{id}"]`.

mod change;
mod new_dataset;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::client::Sandbox;
use crate::decode;
use crate::envelope::{Envelope, Keyed};
use crate::error::{Error, Result};
use crate::etag::ETag;
use crate::ids::{DatasetId, SchemaId};
use crate::page::{Cursor, Offset, Page, Pages};
use crate::query::{Filter, ListQuery};
use crate::request::{Method, Path, Query, Request, Root};
use crate::tolerant;

pub use change::DatasetChange;
pub use new_dataset::NewDataset;

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

/// A dataset and the version that was read.
#[derive(Clone, Debug)]
pub struct Versioned {
    /// The version, where Catalog names it.
    pub etag: Option<ETag>,
    /// The dataset.
    pub value: Dataset,
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

    /// All whose records have this schema.
    ///
    /// # Errors
    /// See [`Datasets::list`].
    pub async fn with_schema(&self, schema: &SchemaId) -> Result<Vec<Dataset>> {
        let wanted = Filter::equal("schemaRef.id", schema.as_str());
        let query = ListQuery::new().filter(wanted).order_by("asc:name");
        let mut found: Vec<Dataset> = Pages::new(self.cursor(&query)).collect().await?;
        found.retain(|dataset| dataset.schema_ref.as_ref().is_some_and(|it| it.id == *schema));
        Ok(found)
    }

    /// One dataset.
    ///
    /// # Errors
    /// See [`Datasets::list`].
    pub async fn get(&self, id: &DatasetId) -> Result<Dataset> {
        self.get_versioned(id).await.map(|read| read.value)
    }

    /// One dataset and its version. Catalog gives the version in a header, and does not promise one.
    ///
    /// # Errors
    /// See [`Datasets::list`].
    pub async fn get_versioned(&self, id: &DatasetId) -> Result<Versioned> {
        let request = self.one(Method::Get, id);
        let reply = self.sandbox.client().send(&request).await?;
        let answer: Keyed<Dataset> = decode::value(&request, &reply)?;
        let value = answer.0.into_iter().next().ok_or_else(|| empty(&request))?;
        Ok(Versioned { etag: reply.etag.map(ETag::new), value })
    }

    /// One dataset with everything that the platform sent.
    ///
    /// # Errors
    /// See [`Datasets::list`].
    pub async fn get_json(&self, id: &DatasetId) -> Result<Value> {
        let request = self.one(Method::Get, id);
        let answer: Map<String, Value> = self.sandbox.fetch(&request).await?;
        answer.into_iter().next().map(|(_, dataset)| dataset).ok_or_else(|| empty(&request))
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

    /// Changes a dataset, in the version that was read where Catalog named one.
    ///
    /// # Errors
    /// HTTP 412 ([`Error::is_stale`]) when somebody else changed it.
    pub async fn update(
        &self,
        id: &DatasetId,
        etag: Option<&ETag>,
        change: &DatasetChange,
    ) -> Result<()> {
        let request = self.one(Method::Patch, id).json(change);
        let request = match etag {
            Some(etag) => request.if_match(etag),
            None => request,
        };
        self.sandbox.run(&request).await
    }

    /// Removes a dataset **and all data in it**. This cannot be undone.
    ///
    /// # Errors
    /// See [`Datasets::list`].
    pub async fn delete(&self, id: &DatasetId) -> Result<()> {
        self.sandbox.run(&self.one(Method::Delete, id)).await
    }

    fn one(&self, method: Method, id: &DatasetId) -> Request {
        self.sandbox.request(method, Root::Catalog, Path::new("/dataSets").id(id.as_str()))
    }
}

impl ListQuery {
    /// Catalog spells the order differently and takes the page size from the cursor.
    fn to_catalog(&self) -> Query {
        self.to_query_ordered_by("orderBy")
    }
}

fn empty(request: &Request) -> Error {
    Error::Decode {
        path: request.template.clone(),
        detail: "the object keyed by id is empty".to_owned(),
    }
}

/// The id in a reference such as `@/dataSets/5c8c3c55`: what follows the last slash.
fn id_in(reference: &str) -> Option<DatasetId> {
    reference.rsplit('/').next().filter(|id| !id.is_empty()).map(DatasetId::new)
}

#[cfg(test)]
mod tests {
    use super::id_in;
    use crate::query::{Filter, ListQuery};

    #[test]
    fn a_reference_gives_the_id_whatever_its_spelling() {
        for reference in ["@/dataSets/5c8c", "@/datasets/5c8c", "5c8c"] {
            assert_eq!(id_in(reference).unwrap().as_str(), "5c8c");
        }
        assert_eq!(id_in("@/dataSets/"), None);
    }

    #[test]
    fn the_order_is_spelt_as_catalog_does() {
        let query = ListQuery::new().filter(Filter::equal("name", "a b")).order_by("asc:name");
        assert_eq!(query.to_catalog().as_str(), "property=name==a%20b&orderBy=asc%3Aname");
    }
}
