//! Data Access: the files of a batch, reached by links that other answers hold, such as a run's links to the events
//! that failed. A link is followed verbatim, only to the platform's own host, and never further by a redirect.
//!
//! Source: <https://experienceleague.adobe.com/en/docs/experience-platform/data-access/api>.

use serde::Deserialize;
use serde_json::{Map, Value};

use crate::client::Sandbox;
use crate::decode;
use crate::error::Result;
use crate::request::Root;
use crate::tolerant;

/// What stands for a link in logs and errors: links name batches.
const TEMPLATE: &str = "/batches/{id}/…";

/// A listing is small; a larger answer is a file.
const LARGEST_LISTING: usize = 4 * 1024 * 1024;

/// What is behind a link.
#[derive(Clone, Debug)]
pub enum Linked {
    /// A list of files.
    Listing(Vec<ListedFile>),
    /// A file's bytes.
    File(Vec<u8>),
}

/// One file of a listing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedFile {
    /// Its name, such as `conversion_errors_0.json`.
    pub name: String,
    /// Its length in bytes, when it is said. Markers such as `_SUCCESS` have none.
    pub length: Option<u64>,
    /// Where it is.
    pub link: String,
}

/// Files of batches in one sandbox.
#[derive(Clone, Debug)]
pub struct Export(Sandbox);

impl Sandbox {
    /// Files of batches.
    #[must_use]
    pub fn export(&self) -> Export {
        Export(self.clone())
    }
}

impl Export {
    /// Whether a link leads to the platform itself. Any other is not followed.
    #[must_use]
    pub fn is_own(&self, link: &str) -> bool {
        self.0.client().is_own(Root::DataAccess, link)
    }

    /// What is behind a link: a listing, or a file when the link names one.
    ///
    /// # Errors
    /// [`Error::ForeignLink`](crate::Error::ForeignLink) for another host, to which nothing is sent;
    /// [`Error::TooLarge`](crate::Error::TooLarge) for more bytes than `limit`; else what the request ends in.
    pub async fn open(&self, link: &str, limit: usize) -> Result<Linked> {
        let bytes = self.bytes(link, limit.max(LARGEST_LISTING)).await?;
        match serde_json::from_slice::<Listing>(&bytes) {
            Ok(listing) => Ok(Linked::Listing(listing.files())),
            Err(_) => Ok(Linked::File(bytes)),
        }
    }

    /// The bytes of a file.
    ///
    /// # Errors
    /// See [`Export::open`].
    pub async fn file(&self, link: &str, limit: usize) -> Result<Vec<u8>> {
        self.bytes(link, limit).await
    }

    async fn bytes(&self, link: &str, limit: usize) -> Result<Vec<u8>> {
        let request = self.0.link(Root::DataAccess, link, TEMPLATE).at_most(limit);
        let reply = self.0.client().send(&request).await?;
        if reply.content_type.as_deref().is_some_and(|kind| kind.starts_with("text/html")) {
            return Err(decode::not_json(&reply));
        }
        Ok(reply.body)
    }
}

/// `{"data": [{"name": …, "length": "1800", "_links": {"self": {"href": …}}}], "_page": {…}}`
#[derive(Deserialize)]
struct Listing {
    data: Vec<Entry>,
    #[serde(rename = "_page")]
    _page: Map<String, Value>,
}

#[derive(Deserialize)]
struct Entry {
    #[serde(default, deserialize_with = "tolerant::or_default")]
    name: String,
    #[serde(default, deserialize_with = "tolerant::count")]
    length: Option<u64>,
    #[serde(rename = "_links", default)]
    links: Links,
}

#[derive(Default, Deserialize)]
struct Links {
    #[serde(rename = "self", default)]
    own: Link,
}

#[derive(Default, Deserialize)]
struct Link {
    #[serde(default, deserialize_with = "tolerant::text")]
    href: Option<String>,
}

impl Listing {
    /// Files with a link and something in them.
    fn files(self) -> Vec<ListedFile> {
        let file = |entry: Entry| {
            let link = entry.links.own.href.filter(|_| entry.length != Some(0))?;
            Some(ListedFile { name: entry.name, length: entry.length, link })
        };
        self.data.into_iter().filter_map(file).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Listing;

    #[test]
    fn a_listing_names_its_files_with_length_as_text_and_without_the_marker() {
        let json = r#"{"data":[
            {"name":"_SUCCESS","length":"0","_links":{"self":{"href":"https://platform.adobe.io:443/a"}}},
            {"name":"conversion_errors_0.json","length":"1800","_links":{"self":{"href":"https://platform.adobe.io:443/b"}}},
            {"name":"lost.json","length":"5"}],"_page":{"limit":100,"count":3}}"#;
        let files = serde_json::from_str::<Listing>(json).unwrap().files();
        assert_eq!(files.len(), 1);
        assert_eq!(
            (files[0].name.as_str(), files[0].length),
            ("conversion_errors_0.json", Some(1800))
        );
        assert_eq!(files[0].link, "https://platform.adobe.io:443/b");
    }

    #[test]
    fn a_row_of_a_file_is_no_listing() {
        for row in [r#"{"data":[1],"_errors":[]}"#, r#"{"data":"x","_page":{}}"#, "{}\n{}", ""] {
            assert!(serde_json::from_str::<Listing>(row).is_err(), "{row}");
        }
    }
}
