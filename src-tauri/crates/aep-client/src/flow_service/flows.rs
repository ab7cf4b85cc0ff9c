//! The calls about dataflows.

use super::collection::{Collection, Created};
use super::flow::Flow;
use super::new_flow::NewFlow;
use crate::client::Sandbox;
use crate::error::Result;
use crate::etag::{ETag, Tagged};
use crate::ids::FlowId;
use crate::page::{Page, Pages};
use crate::patch::Patch;
use crate::query::ListQuery;

/// The dataflows of one sandbox.
#[derive(Clone, Debug)]
pub struct Flows(Collection);

impl Sandbox {
    /// Dataflows.
    #[must_use]
    pub fn flows(&self) -> Flows {
        Flows(Collection::new(self.clone(), "/flows"))
    }
}

impl Flows {
    /// The first page.
    ///
    /// # Errors
    /// Whatever the request ends in; so for every call below.
    pub async fn list(&self, query: &ListQuery) -> Result<Page<Flow>> {
        self.0.list(query).await
    }

    /// All that match, page by page.
    #[must_use]
    pub fn all(&self, query: &ListQuery) -> Pages<Flow> {
        self.0.all(query)
    }

    /// How many match, without reading them.
    ///
    /// # Errors
    /// See [`Flows::list`].
    pub async fn count(&self, query: &ListQuery) -> Result<u64> {
        self.0.count(query).await
    }

    /// All with exactly this name: names need not be unique.
    ///
    /// # Errors
    /// See [`Flows::list`].
    pub async fn find_by_name(&self, name: &str) -> Result<Vec<Flow>> {
        self.0.find_by_name(name, ListQuery::new()).await
    }

    /// One dataflow. One that is hidden from the caller by a label is "not found" too.
    ///
    /// # Errors
    /// See [`Flows::list`].
    pub async fn get(&self, id: &FlowId) -> Result<Tagged<Flow>> {
        self.0.get(id.as_str()).await
    }

    /// Makes a dataflow. It is enabled at once; its streaming endpoint may take a while.
    ///
    /// # Errors
    /// [`Error::OutcomeUnknown`](crate::Error::OutcomeUnknown) when it may have been made.
    pub async fn create(&self, flow: &NewFlow) -> Result<Created<FlowId>> {
        self.0.create(flow).await
    }

    /// Changes a dataflow and answers with its new version.
    ///
    /// # Errors
    /// HTTP 412 ([`Error::is_stale`](crate::Error::is_stale)) when somebody else changed it.
    pub async fn update(&self, id: &FlowId, etag: &ETag, patch: &Patch) -> Result<ETag> {
        self.0.update(id.as_str(), etag, patch).await
    }

    /// Switches a dataflow on.
    ///
    /// # Errors
    /// 1420 to 1422 and 1457 when its state does not allow it.
    pub async fn enable(&self, id: &FlowId, etag: &ETag) -> Result<ETag> {
        self.0.act(id.as_str(), etag, "enable").await
    }

    /// Switches a dataflow off: events sent now are not ingested.
    ///
    /// # Errors
    /// See [`Flows::enable`].
    pub async fn disable(&self, id: &FlowId, etag: &ETag) -> Result<ETag> {
        self.0.act(id.as_str(), etag, "disable").await
    }

    /// Turns a draft into a dataflow.
    ///
    /// # Errors
    /// See [`Flows::enable`].
    pub async fn publish(&self, id: &FlowId, etag: &ETag) -> Result<ETag> {
        self.0.act(id.as_str(), etag, "publish").await
    }

    /// Removes a dataflow. Its connections and mapping set stay behind.
    ///
    /// # Errors
    /// See [`Flows::list`].
    pub async fn delete(&self, id: &FlowId) -> Result<()> {
        self.0.delete(id.as_str()).await
    }
}
