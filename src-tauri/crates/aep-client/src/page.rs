//! Lists that come in pages.
//!
//! A listing ends where the platform says so, never at an empty page, and never runs in circles:
//! a link that was followed before, or the same items again, ends it.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::marker::PhantomData;

use serde::de::DeserializeOwned;
use tokio::task::{JoinError, JoinHandle};

use crate::client::Client;
use crate::decode;
use crate::envelope::{Envelope, Next, Split};
use crate::error::{Error, Result};
use crate::request::{Query, Request, Target};
use crate::transport::Reply;

/// No listing has more pages and links than this; one that claims to is running in circles.
const MOST_MARKS: usize = 200_000;

/// One page of a list.
#[derive(Clone, Debug)]
pub struct Page<T> {
    /// What is on this page; may be empty although more pages follow.
    pub items: Vec<T>,
    next: Option<Cursor>,
}

impl<T: DeserializeOwned> Page<T> {
    /// Whether another page follows.
    #[must_use]
    pub fn has_next(&self) -> bool {
        self.next.is_some()
    }

    /// Fetches the page after this one; `None` after the last.
    ///
    /// # Errors
    /// Whatever the request ends in; a link to another host is [`Error::ForeignLink`].
    pub async fn next_page(&self) -> Result<Option<Page<T>>> {
        match &self.next {
            Some(cursor) => cursor.clone().fetch().await?.into_page().map(Some),
            None => Ok(None),
        }
    }
}

/// All pages of a list, one after the other. While the caller reads one, the next is fetched.
#[derive(Debug)]
pub struct Pages<T> {
    ahead: Ahead,
    item: PhantomData<fn() -> T>,
}

#[derive(Debug)]
enum Ahead {
    Idle(Box<Cursor>),
    Fetching(Fetch),
    Done,
}

/// A page on its way; dropping it stops the request.
#[derive(Debug)]
struct Fetch(JoinHandle<Result<Fetched>>);

impl Drop for Fetch {
    fn drop(&mut self) {
        self.0.abort();
    }
}

impl<T: DeserializeOwned> Pages<T> {
    pub(crate) fn new(cursor: Cursor) -> Self {
        Self { ahead: Ahead::Idle(Box::new(cursor)), item: PhantomData }
    }

    /// The items of the next page; `None` after the last. After an error there is nothing more.
    pub async fn next(&mut self) -> Option<Result<Vec<T>>> {
        let fetched = match std::mem::replace(&mut self.ahead, Ahead::Done) {
            Ahead::Idle(cursor) => cursor.fetch().await,
            Ahead::Fetching(mut fetch) => match (&mut fetch.0).await {
                Ok(fetched) => fetched,
                Err(stopped) => stopped_early(stopped),
            },
            Ahead::Done => return None,
        };
        Some(fetched.and_then(|fetched| {
            if let Some(next) = fetched.next.clone() {
                self.ahead = Ahead::Fetching(Fetch(tokio::spawn(next.fetch())));
            }
            fetched.into_page().map(|page| page.items)
        }))
    }

    /// Whether another page follows the one that was read last.
    #[must_use]
    pub fn has_more(&self) -> bool {
        !matches!(self.ahead, Ahead::Done)
    }

    /// Everything there is, in one list.
    ///
    /// # Errors
    /// The first error ends the listing; what was read before it is dropped.
    pub async fn collect(mut self) -> Result<Vec<T>> {
        let mut all = Vec::new();
        while let Some(items) = self.next().await {
            all.append(&mut items?);
        }
        Ok(all)
    }
}

/// How a list goes from one page to the next by offset: which parameter, and how many per page.
#[derive(Clone, Debug)]
pub(crate) struct Offset {
    pub(crate) parameter: &'static str,
    pub(crate) start: usize,
    pub(crate) limit: usize,
}

/// Where a list is about to be read, and what it has seen.
#[derive(Clone, Debug)]
pub(crate) struct Cursor {
    client: Client,
    /// The request without what selects the page.
    plain: Request,
    query: Query,
    at: At,
    envelope: Envelope,
    seen: HashSet<u64>,
}

#[derive(Clone, Debug)]
enum At {
    First,
    Link(String),
    Start(String),
    Offset(Offset),
}

impl Cursor {
    /// A list whose pages are linked or name the next start value.
    pub(crate) fn linked(client: Client, request: Request, query: Query, form: Envelope) -> Self {
        Self { client, plain: request, query, at: At::First, envelope: form, seen: HashSet::new() }
    }

    /// A list that is read by offset.
    pub(crate) fn counted(
        client: Client,
        request: Request,
        query: Query,
        form: Envelope,
        offset: Offset,
    ) -> Self {
        let at = At::Offset(offset);
        Self { client, plain: request, query, at, envelope: form, seen: HashSet::new() }
    }

    /// Reads the page here.
    pub(crate) async fn page<T: DeserializeOwned>(self) -> Result<Page<T>> {
        self.fetch().await?.into_page()
    }

    async fn fetch(mut self) -> Result<Fetched> {
        let request = self.request();
        let reply = self.client.send(&request).await?;
        let split = self.envelope.split(&reply.body);
        let split = split.map_err(|cause| decode::error(&request, &reply, &cause))?;
        if !self.is_new(split.raw_items(&reply.body)) {
            return Ok(Fetched {
                request,
                envelope: self.envelope,
                reply,
                split: None,
                next: None,
            });
        }
        let next = self.after(&split.next);
        Ok(Fetched { request, envelope: self.envelope, reply, split: Some(split), next })
    }

    /// Remembers what a page holds or links to; false when it was there before.
    fn is_new(&mut self, mark: &[u8]) -> bool {
        // Pages without items are all alike and no sign of a circle.
        let new = mark.len() <= 2 || self.seen.insert(fingerprint(mark));
        if !new || self.seen.len() > MOST_MARKS {
            tracing::warn!(target: "aep_client", list = %self.plain.template, "a listing ran in circles; ended");
            return false;
        }
        true
    }

    fn request(&self) -> Request {
        let mut request = self.plain.clone();
        let query = self.query.clone();
        match &self.at {
            At::First => request.query(&query),
            At::Start(start) => request.query(&query.pair("start", start)),
            At::Offset(Offset { parameter, start, limit }) => request.query(
                &query.pair("limit", &limit.to_string()).pair(parameter, &start.to_string()),
            ),
            At::Link(link) => {
                request.target = Target::Link(link.clone());
                request
            }
        }
    }

    /// The cursor of the page that follows, unless this was the last.
    fn after(&self, next: &Next) -> Option<Self> {
        let mut after = self.clone();
        after.at = match (next, &self.at) {
            (Next::Link(link), _) if after.is_new(link.as_bytes()) => At::Link(link.clone()),
            (Next::Start(start), _) if after.is_new(start.as_bytes()) => At::Start(start.clone()),
            (Next::Counted { rows, limit }, At::Offset(offset)) => {
                let full = limit.map_or(offset.limit, |limit| limit.min(offset.limit));
                if *rows == 0 || *rows < full {
                    return None;
                }
                At::Offset(Offset { start: offset.start + rows, ..offset.clone() })
            }
            _ => return None,
        };
        Some(after)
    }
}

fn stopped_early(stopped: JoinError) -> Result<Fetched> {
    match stopped.try_into_panic() {
        Ok(panic) => std::panic::resume_unwind(panic),
        Err(_) => Err(Error::Interrupted {
            host: "the platform".to_owned(),
            detail: "the application is stopping".to_owned(),
        }),
    }
}

/// Length, beginning and end tell pages apart: their items have ids and times of their own.
fn fingerprint(bytes: &[u8]) -> u64 {
    const EDGE: usize = 2048;
    let mut hasher = DefaultHasher::new();
    bytes.len().hash(&mut hasher);
    bytes[..bytes.len().min(EDGE)].hash(&mut hasher);
    bytes[bytes.len().saturating_sub(EDGE)..].hash(&mut hasher);
    hasher.finish()
}

/// A page that has arrived but whose items have not been read.
#[derive(Debug)]
struct Fetched {
    request: Request,
    envelope: Envelope,
    reply: Reply,
    /// Where the items lie; `None` when they were there before.
    split: Option<Split>,
    next: Option<Cursor>,
}

impl Fetched {
    fn into_page<T: DeserializeOwned>(self) -> Result<Page<T>> {
        let Some(split) = &self.split else {
            return Ok(Page { items: Vec::new(), next: None });
        };
        let items = self.envelope.items(&self.reply.body, split);
        let items = items.map_err(|cause| decode::error(&self.request, &self.reply, &cause))?;
        Ok(Page { items, next: self.next })
    }
}
