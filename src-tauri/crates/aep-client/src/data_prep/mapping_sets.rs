//! The calls about mapping sets.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::mapping_set::{MappingSet, NewMappingSet};
use super::trial::{MappingVerdict, Preview, Previews, Verdicts};
use crate::client::Sandbox;
use crate::envelope::Envelope;
use crate::error::Result;
use crate::flow_service::MappingRef;
use crate::ids::MappingSetId;
use crate::page::{Cursor, Offset, Page, Pages};
use crate::request::{Method, Path, Query, Request, Root};
use crate::retry::Kind;
use crate::tolerant;

/// How many sets to ask for per page.
const PAGE: usize = 100;

/// What the platform answers when a set was made or replaced.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct CreatedMappingSet {
    /// The set.
    pub id: MappingSetId,
    /// Its version: 0 when new. Take it from here, do not count.
    #[serde(default, deserialize_with = "tolerant::count")]
    pub version: Option<u64>,
}

impl CreatedMappingSet {
    /// What a flow has to name to use this version.
    #[must_use]
    pub fn reference(&self) -> MappingRef {
        MappingRef { id: self.id.clone(), version: self.version.unwrap_or_default() }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PreviewBody<'a> {
    data: &'a [Value],
    mapping_set: &'a NewMappingSet,
}

/// The mapping sets of one sandbox.
#[derive(Clone, Debug)]
pub struct MappingSets {
    sandbox: Sandbox,
}

impl Sandbox {
    /// Mapping sets.
    #[must_use]
    pub fn mapping_sets(&self) -> MappingSets {
        MappingSets { sandbox: self.clone() }
    }
}

impl MappingSets {
    fn request(&self, method: Method, path: Path) -> Request {
        self.sandbox.request(method, Root::DataPrep, path)
    }

    fn root() -> Path {
        Path::new("/mappingSets")
    }

    fn cursor(&self) -> Cursor {
        let request = self.request(Method::Get, Self::root());
        let offset = Offset { parameter: "start", start: 0, limit: PAGE };
        let client = self.sandbox.client();
        // Pages are counted off: in order of creation a new set comes last and moves no other.
        let order = Query::default().pair("orderBy", "+createdDate");
        Cursor::counted(client, request, order, Envelope::Rows, offset)
    }

    /// The first page.
    ///
    /// # Errors
    /// Whatever the request ends in; so for every call below.
    pub async fn list(&self) -> Result<Page<MappingSet>> {
        self.cursor().page().await
    }

    /// All of them, page by page.
    #[must_use]
    pub fn all(&self) -> Pages<MappingSet> {
        Pages::new(self.cursor())
    }

    /// One set, in its latest version.
    ///
    /// # Errors
    /// See [`MappingSets::list`].
    pub async fn get(&self, id: &MappingSetId) -> Result<MappingSet> {
        self.sandbox.fetch(&self.request(Method::Get, Self::root().id(id.as_str()))).await
    }

    /// One set in the version that a flow uses.
    ///
    /// # Errors
    /// See [`MappingSets::list`].
    pub async fn get_version(&self, mapping: &MappingRef) -> Result<MappingSet> {
        let query = Query::default().pair("version", &mapping.version.to_string());
        let path = Self::root().id(mapping.id.as_str());
        self.sandbox.fetch(&self.request(Method::Get, path).query(&query)).await
    }

    /// One set, in its latest version, with everything that the platform sent.
    ///
    /// # Errors
    /// See [`MappingSets::list`].
    pub async fn get_json(&self, id: &MappingSetId) -> Result<Value> {
        self.sandbox.fetch(&self.request(Method::Get, Self::root().id(id.as_str()))).await
    }

    /// Makes a set.
    ///
    /// # Errors
    /// [`Error::OutcomeUnknown`](crate::Error::OutcomeUnknown) when it may have been made.
    pub async fn create(&self, new: &NewMappingSet) -> Result<CreatedMappingSet> {
        self.sandbox.fetch(&self.request(Method::Post, Self::root()).json(new)).await
    }

    /// Replaces a set by its next version. The platform knows no etag here: the last write wins,
    /// and flows keep using the old version until they are patched.
    ///
    /// # Errors
    /// [`Error::OutcomeUnknown`](crate::Error::OutcomeUnknown) when it may have been replaced.
    pub async fn replace(
        &self,
        id: &MappingSetId,
        new: &NewMappingSet,
    ) -> Result<CreatedMappingSet> {
        let path = Self::root().id(id.as_str());
        self.sandbox.fetch(&self.request(Method::Put, path).json(new)).await
    }

    /// Removes a set where the platform does so. This call is not documented; when it is refused,
    /// the set stays behind, which does no harm.
    ///
    /// # Errors
    /// See [`MappingSets::list`].
    pub async fn delete(&self, id: &MappingSetId) -> Result<()> {
        self.sandbox.run(&self.request(Method::Delete, Self::root().id(id.as_str()))).await
    }

    /// Has every line checked; the verdicts are in the order of the lines. Makes nothing.
    ///
    /// # Errors
    /// See [`MappingSets::list`].
    pub async fn validate(&self, set: &NewMappingSet) -> Result<Vec<MappingVerdict>> {
        let path = Self::root().then("/validate");
        let request = self.request(Method::Post, path).kind(Kind::Read).json(set);
        let answer: Verdicts = self.sandbox.fetch(&request).await?;
        Ok(answer.into_list())
    }

    /// Maps one sample event as a run would, with conversion to the types of the fields. Makes
    /// nothing.
    ///
    /// # Errors
    /// See [`MappingSets::list`].
    pub async fn preview(&self, set: &NewMappingSet, event: &Value) -> Result<Preview> {
        let answer = self.previews(set, std::slice::from_ref(event)).await?;
        Ok(answer.into_first())
    }

    /// Maps several sample events in one request. The answers are in the order of the events; there
    /// may be fewer than events, because the pages show one event only.
    ///
    /// # Errors
    /// See [`MappingSets::list`].
    pub async fn preview_all(&self, set: &NewMappingSet, events: &[Value]) -> Result<Vec<Preview>> {
        Ok(self.previews(set, events).await?.into_all())
    }

    async fn previews(&self, set: &NewMappingSet, events: &[Value]) -> Result<Previews> {
        let body = PreviewBody { data: events, mapping_set: set };
        let path = Self::root().then("/preview");
        let request = self.request(Method::Post, path).kind(Kind::Read).json(&body);
        self.sandbox.fetch(&request).await
    }
}
