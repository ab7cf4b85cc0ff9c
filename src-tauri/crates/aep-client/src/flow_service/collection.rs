//! What connections, dataflows and runs have in common on the wire: paths, envelopes, etags.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::client::Sandbox;
use crate::decode;
use crate::envelope::Envelope;
use crate::error::{Error, Result};
use crate::etag::{ETag, Tagged};
use crate::page::{Cursor, Page, Pages};
use crate::patch::Patch;
use crate::query::{Filter, ListQuery};
use crate::request::{Method, Path, Query, Request, Root};

/// How many resources to ask for per page when looking for a name.
const FIND_PAGE: u32 = 100;

/// What the platform answers to a create.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Created<I> {
    /// The new resource.
    pub id: I,
    /// Its first version.
    #[serde(default, alias = "eTag")]
    pub etag: Option<ETag>,
}

/// A listed resource that can be found by its name and carries its version.
pub(crate) trait Resource: DeserializeOwned {
    fn name(&self) -> &str;
    fn etag(&self) -> Option<&ETag>;
}

/// One kind of resource of Flow Service in one sandbox.
#[derive(Clone, Debug)]
pub(crate) struct Collection {
    sandbox: Sandbox,
    path: &'static str,
}

#[derive(Deserialize)]
struct Items<T> {
    items: Vec<T>,
}

/// An update is answered with `{id, etag}` or, for source and target connections according to the
/// specification, with a list of one.
#[derive(Deserialize)]
#[serde(untagged)]
enum Updated {
    One {
        #[serde(alias = "eTag")]
        etag: ETag,
    },
    List {
        items: Vec<Version>,
    },
}

#[derive(Deserialize)]
struct Version {
    #[serde(alias = "eTag")]
    etag: ETag,
}

#[derive(Deserialize)]
struct Count {
    count: u64,
}

impl Collection {
    pub(crate) fn new(sandbox: Sandbox, path: &'static str) -> Self {
        Self { sandbox, path }
    }

    pub(crate) fn request(&self, method: Method, path: Path) -> Request {
        self.sandbox.request(method, Root::FlowService, path)
    }

    pub(crate) fn path(&self) -> Path {
        Path::new(self.path)
    }

    fn cursor(&self, query: Query) -> Cursor {
        let request = self.request(Method::Get, self.path());
        Cursor::linked(self.sandbox.client(), request, query, Envelope::Items)
    }

    pub(crate) async fn list<T: DeserializeOwned>(&self, query: &ListQuery) -> Result<Page<T>> {
        self.cursor(query.to_query()).page().await
    }

    pub(crate) fn all<T: DeserializeOwned>(&self, query: &ListQuery) -> Pages<T> {
        Pages::new(self.cursor(query.to_query()))
    }

    pub(crate) async fn count(&self, query: &ListQuery) -> Result<u64> {
        let request = self.request(Method::Get, self.path()).query(&query.to_count());
        self.sandbox.fetch::<Count>(&request).await.map(|answer| answer.count)
    }

    /// All resources with exactly this name. Asks for the name where the filter language can hold
    /// it; otherwise, or when the service does not filter by name (1449, 1423), reads everything.
    pub(crate) async fn find_by_name<T: Resource>(
        &self,
        name: &str,
        query: ListQuery,
    ) -> Result<Vec<T>> {
        let query = query.limit(FIND_PAGE);
        let named = Filter::can_hold(name);
        let query = if named { query.filter(Filter::equal("name", name)) } else { query };
        let found = match self.all(&query).collect().await {
            Err(error) if named && refuses_filter(&error) => {
                self.all(&query.without_filters()).collect().await
            }
            found => found,
        };
        let mut found: Vec<T> = found?;
        found.retain(|resource| resource.name() == name);
        Ok(found)
    }

    /// A resource by id, which comes as a list of one.
    pub(crate) async fn one<T: DeserializeOwned>(&self, id: &str) -> Result<T> {
        let request = self.request(Method::Get, self.path().id(id));
        let answer: Items<T> = self.sandbox.fetch(&request).await?;
        answer.items.into_iter().next().ok_or_else(|| Error::Decode {
            path: request.template,
            detail: "the list of one is empty".to_owned(),
        })
    }

    pub(crate) async fn get<T: Resource>(&self, id: &str) -> Result<Tagged<T>> {
        let value: T = self.one(id).await?;
        let etag = value.etag().cloned().ok_or_else(|| Error::Decode {
            path: format!("{}/{{id}}", self.path),
            detail: "there is no etag".to_owned(),
        })?;
        Ok(Tagged { etag, value })
    }

    /// A resource by id with everything that the platform sent.
    pub(crate) async fn json(&self, id: &str) -> Result<Value> {
        self.one(id).await
    }

    pub(crate) async fn create<B, I>(&self, body: &B) -> Result<Created<I>>
    where
        B: Serialize,
        I: DeserializeOwned,
    {
        self.sandbox.fetch(&self.request(Method::Post, self.path()).json(body)).await
    }

    pub(crate) async fn update(&self, id: &str, etag: &ETag, patch: &Patch) -> Result<ETag> {
        let request = self.request(Method::Patch, self.path().id(id)).if_match(etag).json(patch);
        self.version(&request).await
    }

    /// A state change: `POST /{id}/action?op=…`.
    pub(crate) async fn act(&self, id: &str, etag: &ETag, operation: &str) -> Result<ETag> {
        let query = Query::default().pair("op", operation);
        let path = self.path().id(id).then("/action");
        let request = self.request(Method::Post, path).query(&query).if_match(etag);
        self.version(&request.kind(crate::retry::Kind::Update)).await
    }

    async fn version(&self, request: &Request) -> Result<ETag> {
        let reply = self.sandbox.client().send(request).await?;
        match decode::value::<Updated>(request, &reply)? {
            Updated::One { etag } => Ok(etag),
            Updated::List { items } => {
                items.into_iter().next().map(|item| item.etag).ok_or_else(|| Error::Decode {
                    path: request.template.clone(),
                    detail: "the list of one is empty".to_owned(),
                })
            }
        }
    }

    pub(crate) async fn delete(&self, id: &str) -> Result<()> {
        self.sandbox.run(&self.request(Method::Delete, self.path().id(id))).await
    }

    pub(crate) async fn fetch<T: DeserializeOwned>(&self, request: &Request) -> Result<T> {
        self.sandbox.fetch(request).await
    }
}

fn refuses_filter(error: &Error) -> bool {
    error.problem().is_some_and(|problem| {
        problem.status == 400 && matches!(problem.short_code(), Some("1423" | "1449"))
    })
}
