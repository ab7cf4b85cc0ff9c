//! The five ways the platform wraps what it lists.
//!
//! Reading happens in two steps: the first finds the items and what comes next, so that the next
//! page can be under way while the second reads the items.

use std::fmt;
use std::ops::Range;

use serde::de::{DeserializeOwned, IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

use crate::tolerant;

/// Which wrapping a list comes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Envelope {
    /// Flow Service: `items`, and a link in `_links.next.href`.
    Items,
    /// Schema Registry: `results`, and a start value in `_page.next`.
    Results,
    /// Catalog: an object keyed by id; a full page means there may be more.
    Keyed,
    /// Data Prep: `data`; a full page means there may be more.
    Rows,
    /// Sandbox management: `sandboxes`; a full page means there may be more.
    Sandboxes,
}

/// What follows a page, as the page itself tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Next {
    /// Nothing.
    End,
    /// A link to follow verbatim.
    Link(String),
    /// A value for the `start` parameter of the same request.
    Start(String),
    /// Unknown: there is more if this page was full. Holds how many there were, and the page size
    /// that the service says it used, if it says so.
    Counted { rows: usize, limit: Option<usize> },
}

/// Where the items lie in a body, and what follows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Split {
    items: Range<usize>,
    pub(crate) next: Next,
}

#[derive(Deserialize)]
struct Outer<'a> {
    #[serde(borrow, default, deserialize_with = "present")]
    items: Option<&'a RawValue>,
    #[serde(borrow, default, deserialize_with = "present")]
    results: Option<&'a RawValue>,
    #[serde(borrow, default, deserialize_with = "present")]
    data: Option<&'a RawValue>,
    #[serde(borrow, default, deserialize_with = "present")]
    sandboxes: Option<&'a RawValue>,
    #[serde(default, rename = "_links", deserialize_with = "tolerant::or_default")]
    links: Links,
    #[serde(default, rename = "_page", deserialize_with = "tolerant::or_default")]
    page: PageMarks,
}

/// Tells a list that is `null` (an empty one) from a list that is not there (another kind of body).
fn present<'de: 'a, 'a, D>(deserializer: D) -> Result<Option<&'a RawValue>, D::Error>
where
    D: Deserializer<'de>,
{
    <&RawValue>::deserialize(deserializer).map(Some)
}

#[derive(Default, Deserialize)]
struct Links {
    #[serde(default, deserialize_with = "tolerant::or_default")]
    next: Href,
}

#[derive(Default, Deserialize)]
struct Href {
    #[serde(default)]
    href: Option<String>,
}

#[derive(Default, Deserialize)]
struct PageMarks {
    #[serde(default, deserialize_with = "tolerant::text")]
    next: Option<String>,
    #[serde(default, deserialize_with = "tolerant::count")]
    limit: Option<u64>,
}

impl Split {
    /// The items as they were sent.
    pub(crate) fn raw_items<'a>(&self, body: &'a [u8]) -> &'a [u8] {
        &body[self.items.clone()]
    }
}

impl Envelope {
    /// Finds the items and what follows them.
    pub(crate) fn split(self, body: &[u8]) -> serde_json::Result<Split> {
        if self == Self::Keyed {
            let rows = serde_json::from_slice::<Rows>(body)?.0;
            return Ok(Split { items: 0..body.len(), next: Next::Counted { rows, limit: None } });
        }
        let text = std::str::from_utf8(body).map_err(serde::de::Error::custom)?;
        let outer: Outer<'_> = serde_json::from_str(text)?;
        let (name, items) = match self {
            Self::Items => ("items", outer.items),
            Self::Results => ("results", outer.results),
            Self::Rows => ("data", outer.data),
            Self::Sandboxes | Self::Keyed => ("sandboxes", outer.sandboxes),
        };
        let items =
            items.ok_or_else(|| <serde_json::Error as serde::de::Error>::missing_field(name))?;
        let next = match self {
            Self::Items => some_text(outer.links.next.href).map_or(Next::End, Next::Link),
            Self::Results => some_text(outer.page.next).map_or(Next::End, Next::Start),
            Self::Rows | Self::Sandboxes | Self::Keyed => Next::Counted {
                rows: serde_json::from_str::<Rows>(items.get())?.0,
                limit: outer.page.limit.and_then(|limit| usize::try_from(limit).ok()),
            },
        };
        Ok(Split { items: range_in(text, items.get()), next })
    }

    /// Reads the items that [`split`](Self::split) found.
    pub(crate) fn items<T: DeserializeOwned>(
        self,
        body: &[u8],
        split: &Split,
    ) -> serde_json::Result<Vec<T>> {
        let items = split.raw_items(body);
        if self == Self::Keyed {
            return serde_json::from_slice::<Keyed<T>>(items).map(|keyed| keyed.0);
        }
        serde_json::from_slice::<Option<Vec<T>>>(items).map(Option::unwrap_or_default)
    }
}

fn some_text(text: Option<String>) -> Option<String> {
    text.filter(|text| !text.is_empty())
}

/// Where a part borrowed from `whole` lies in it.
fn range_in(whole: &str, part: &str) -> Range<usize> {
    let start = part.as_ptr() as usize - whole.as_ptr() as usize;
    start..start + part.len()
}

/// Counts the members of an array or an object without reading them.
struct Rows(usize);

impl<'de> Deserialize<'de> for Rows {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Counter;
        impl<'de> Visitor<'de> for Counter {
            type Value = Rows;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list, or an object keyed by id")
            }

            fn visit_unit<E>(self) -> Result<Rows, E> {
                Ok(Rows(0))
            }

            fn visit_seq<A: serde::de::SeqAccess<'de>>(
                self,
                mut list: A,
            ) -> Result<Rows, A::Error> {
                let mut rows = 0;
                while list.next_element::<IgnoredAny>()?.is_some() {
                    rows += 1;
                }
                Ok(Rows(rows))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Rows, A::Error> {
                let mut rows = 0;
                while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {
                    rows += 1;
                }
                Ok(Rows(rows))
            }
        }
        deserializer.deserialize_any(Counter)
    }
}

/// An object keyed by id as a list, in the order it was sent. Each value learns its key as `id`.
pub(crate) struct Keyed<T>(pub(crate) Vec<T>);

impl<'de, T: DeserializeOwned> Deserialize<'de> for Keyed<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Entries<T>(std::marker::PhantomData<T>);
        impl<'de, T: DeserializeOwned> Visitor<'de> for Entries<T> {
            type Value = Keyed<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object keyed by id")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Keyed<T>, A::Error> {
                let mut list = Vec::new();
                while let Some((id, mut value)) =
                    map.next_entry::<String, serde_json::Map<String, serde_json::Value>>()?
                {
                    value.insert("id".to_owned(), id.into());
                    let value = serde_json::Value::Object(value);
                    list.push(serde_json::from_value(value).map_err(serde::de::Error::custom)?);
                }
                Ok(Keyed(list))
            }
        }
        deserializer.deserialize_map(Entries(std::marker::PhantomData))
    }
}

#[cfg(test)]
#[path = "envelope_tests.rs"]
mod tests;
