//! The error book: what codes of the platform mean, offline.

use aep_client::Origin;
use serde::{Deserialize, Serialize};

use super::error::Owner;

/// Whose codes they are. The same number means different things in different services.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum BookService {
    /// What runs report of events.
    Ingestion,
    /// Flow Service.
    FlowService,
    /// Providers of sources, whose codes Flow Service passes on.
    SourceProvider,
    /// Schema Registry.
    SchemaRegistry,
    /// The gateway in front of all services.
    Gateway,
    /// A streaming endpoint.
    StreamingEndpoint,
    /// Catalog, which documents no codes.
    Catalog,
    /// Data Prep, which documents no codes.
    DataPrep,
    /// Sandboxes, which use the codes of Flow Service for what they share.
    Sandboxes,
    /// Identity Service, which documents no codes.
    Identities,
}

impl BookService {
    /// Its name on screen.
    pub(crate) fn label(self) -> &'static str {
        match self {
            Self::Ingestion => "Events in runs",
            Self::FlowService => "Flow Service",
            Self::SourceProvider => "Sources (through Flow Service)",
            Self::SchemaRegistry => "Schema Registry",
            Self::Gateway => "Adobe's gateway",
            Self::StreamingEndpoint => "Streaming endpoint",
            Self::Catalog => "Catalog",
            Self::DataPrep => "Data Prep",
            Self::Sandboxes => "Sandboxes",
            Self::Identities => "Identity Service",
        }
    }
}

impl From<Origin> for BookService {
    fn from(origin: Origin) -> Self {
        match origin {
            Origin::FlowService => Self::FlowService,
            Origin::SchemaRegistry => Self::SchemaRegistry,
            Origin::Catalog | Origin::DataAccess => Self::Catalog,
            Origin::DataPrep => Self::DataPrep,
            Origin::SandboxManagement => Self::Sandboxes,
            Origin::Identity => Self::Identities,
            Origin::Inlet => Self::StreamingEndpoint,
            _ => Self::Gateway,
        }
    }
}

/// One entry of the book: one or several codes of a service that mean the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct BookEntry {
    /// Whose codes.
    pub service: BookService,
    /// The codes as the service prints them.
    pub codes: Vec<String>,
    /// Plain name.
    pub name: String,
    /// What happened.
    pub what: String,
    /// Whose it is to solve.
    pub owner: Owner,
    /// What to press or do next.
    pub next: String,
}

/// Argument of `search_error_book`.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct SearchErrorBook {
    /// Words and codes that all have to be found; empty for the whole book.
    pub query: String,
}

/// Argument of `explain_code`.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct ExplainCode {
    /// Whose code it is, where that is known.
    #[serde(default)]
    pub service: Option<BookService>,
    /// The code as it came; may be empty.
    pub code: String,
    /// The HTTP status that it came with.
    #[serde(default)]
    pub status: Option<u16>,
    /// The platform's words.
    #[serde(default)]
    pub message: Option<String>,
}

/// An error explained, or given back as it came.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct Explanation {
    /// Plain name; `Unknown: “code”` when it is not in the book.
    pub name: String,
    /// What happened.
    pub what: String,
    /// Whose it is to solve; absent when that is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner: Option<Owner>,
    /// What to press or do next.
    pub next: String,
    /// The field that a validation message names, with dots between its parts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// Entries of the book: several when it is not said whose code it is, none when it is not known.
    pub entries: Vec<BookEntry>,
    /// What support needs. Never a secret, never a webhook address.
    pub support_text: String,
}
