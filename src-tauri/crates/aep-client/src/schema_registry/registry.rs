//! What classes, field groups and schemas have in common on the wire: containers, `Accept`,
//! addressing, paging.

use serde::Serialize;
use serde::de::{DeserializeOwned, IgnoredAny};

use crate::client::Sandbox;
use crate::envelope::Envelope;
use crate::error::Result;
use crate::etag::ETag;
use crate::page::{Cursor, Pages};
use crate::patch::Patch;
use crate::query::Filter;
use crate::request::{Method, Path, Query, Request, Root};

/// For lists: title, ids and version of each.
const LIST: &str = "application/vnd.adobe.xed-id+json";
/// For lists: each resource as it was written.
const LIST_PLAIN: &str = "application/vnd.adobe.xed+json";
/// For one resource as it was written, with its references.
const PLAIN: &str = "application/vnd.adobe.xed+json; version=1";
/// For one resource with its references resolved: all fields.
const FULL: &str = "application/vnd.adobe.xed-full+json; version=1";

/// How many resources to ask for per page; the registry treats it as a hint and gives at most 300
/// when it is not asked to page.
const PAGE: &str = "300";

/// Whose resources.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Container {
    /// Adobe's, read only.
    Global,
    /// The organisation's own.
    Tenant,
}

/// One kind of resource of the registry in one sandbox.
#[derive(Clone, Debug)]
pub(crate) struct Registry {
    sandbox: Sandbox,
    kind: &'static str,
}

impl Registry {
    pub(crate) fn new(sandbox: Sandbox, kind: &'static str) -> Self {
        Self { sandbox, kind }
    }

    fn path(&self, container: Container) -> Path {
        let container = match container {
            Container::Global => "/global/",
            Container::Tenant => "/tenant/",
        };
        Path::new(container).then(self.kind)
    }

    fn request(&self, method: Method, path: Path) -> Request {
        self.sandbox.request(method, Root::SchemaRegistry, path)
    }

    /// A list in which each resource stands as it was written, its class included.
    pub(crate) fn plain_cursor(&self, container: Container) -> Cursor {
        self.list(container, None, LIST_PLAIN)
    }

    pub(crate) fn cursor(&self, container: Container, filter: Option<(&str, &str)>) -> Cursor {
        self.list(container, filter, LIST)
    }

    /// Paging needs an order: without `orderby` the page size has no effect.
    fn list(&self, from: Container, filter: Option<(&str, &str)>, accept: &'static str) -> Cursor {
        let mut query = Query::default().pair("orderby", "title").pair("limit", PAGE);
        if let Some((field, value)) = filter {
            query.raw("property", Filter::equal(field, value).as_str());
        }
        let request = self.request(Method::Get, self.path(from)).accept(accept);
        Cursor::linked(self.sandbox.client(), request, query, Envelope::Results)
    }

    /// All of the organisation's own whose title is exactly this.
    pub(crate) async fn find_by_title<T: DeserializeOwned>(
        &self,
        title: &str,
        title_of: impl Fn(&T) -> &str,
    ) -> Result<Vec<T>> {
        let filter = Filter::can_hold(title).then_some(("title", title));
        let pages: Pages<T> = Pages::new(self.cursor(Container::Tenant, filter));
        let mut found = pages.collect().await?;
        found.retain(|resource| title_of(resource) == title);
        Ok(found)
    }

    /// One resource as it was written. `id` is a `$id` or a `meta:altId`.
    pub(crate) async fn get<T: DeserializeOwned>(&self, from: Container, id: &str) -> Result<T> {
        let request = self.request(Method::Get, self.path(from).id(id)).accept(PLAIN);
        self.sandbox.fetch(&request).await
    }

    /// One resource with all its fields in place of references.
    pub(crate) async fn get_full<T: DeserializeOwned>(
        &self,
        from: Container,
        id: &str,
    ) -> Result<T> {
        let request = self.request(Method::Get, self.path(from).id(id)).accept(FULL);
        self.sandbox.fetch(&request).await
    }

    pub(crate) async fn create<B: Serialize, T: DeserializeOwned>(&self, body: &B) -> Result<T> {
        let path = self.path(Container::Tenant);
        self.sandbox.fetch(&self.request(Method::Post, path).json(body)).await
    }

    /// Changes a resource. The registry documents no tag for all of its answers: without one, none is named.
    pub(crate) async fn update(&self, id: &str, etag: Option<&ETag>, patch: &Patch) -> Result<()> {
        let path = self.path(Container::Tenant).id(id);
        let request = self.request(Method::Patch, path).json(patch);
        let request = match etag {
            Some(etag) => request.if_match(etag),
            None => request,
        };
        // The answer is the resource, whose title must not be taken for that of a problem.
        self.sandbox.fetch::<IgnoredAny>(&request).await.map(drop)
    }

    pub(crate) async fn delete(&self, id: &str) -> Result<()> {
        let path = self.path(Container::Tenant).id(id);
        self.sandbox.run(&self.request(Method::Delete, path)).await
    }
}
