//! The list of sandboxes a credential may use: the one call that needs no sandbox.
//!
//! Source: <https://developer.adobe.com/experience-platform-apis/references/sandbox/>.

use serde::Deserialize;
use serde_json::{Map, Value};

use crate::client::Client;
use crate::envelope::Envelope;
use crate::error::Result;
use crate::ids::SandboxName;
use crate::open_enum::open_enum;
use crate::page::{Cursor, Offset, Page, Pages};
use crate::request::{Method, Path, Query, Request, Root, Scope};
use crate::tolerant;

/// How many sandboxes to ask for per page.
const PAGE: usize = 100;

open_enum! {
    /// How far a sandbox is.
    SandboxState {
        /// Usable.
        Active = "active",
        /// Being made.
        Creating = "creating",
        /// Being emptied.
        Resetting = "resetting",
        /// Being removed.
        Deleting = "deleting",
        /// Gone.
        Deleted = "deleted",
        /// Making it went wrong.
        Failed = "failed",
    }
}

open_enum! {
    /// What a sandbox is for.
    SandboxType {
        /// Real data.
        Production = "production",
        /// Trials.
        Development = "development",
    }
}

/// One sandbox as the list shows it.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SandboxSummary {
    /// The name, to be used in every request.
    pub name: SandboxName,
    /// The title people see; may be empty.
    #[serde(default, deserialize_with = "tolerant::or_default")]
    pub title: String,
    /// Whether it is usable; this list shows active ones alone.
    #[serde(default)]
    pub state: SandboxState,
    /// Production or development.
    #[serde(default, rename = "type")]
    pub kind: SandboxType,
    /// Whether it is the organisation's default production sandbox.
    #[serde(default, deserialize_with = "tolerant::or_default")]
    pub is_default: bool,
    /// Where its data lives, such as `VA7`.
    #[serde(default, deserialize_with = "tolerant::text")]
    pub region: Option<String>,
    /// Whatever else the platform sent.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// Calls of sandbox management.
#[derive(Clone, Debug)]
pub struct Sandboxes {
    client: Client,
}

impl Sandboxes {
    pub(crate) fn new(client: Client) -> Self {
        Self { client }
    }

    /// The first page of active sandboxes that this credential may use.
    ///
    /// # Errors
    /// Whatever the request ends in.
    pub async fn list(&self) -> Result<Page<SandboxSummary>> {
        self.cursor().page().await
    }

    /// All of them, page by page.
    #[must_use]
    pub fn all(&self) -> Pages<SandboxSummary> {
        Pages::new(self.cursor())
    }

    fn cursor(&self) -> Cursor {
        // The trailing slash is part of the documented path.
        let request =
            Request::new(Scope::Organisation, Method::Get, Root::SandboxManagement, Path::new("/"));
        let offset = Offset { parameter: "offset", start: 0, limit: PAGE };
        let client = self.client.clone();
        Cursor::counted(client, request, Query::default(), Envelope::Sandboxes, offset)
    }
}
