//! An entry of the book, and all of them.

use crate::contract::error::Owner;
use crate::contract::error_book::{BookEntry, BookService};

use super::endpoint::ENDPOINT;
use super::flow_service_access::ACCESS;
use super::flow_service_lists::LISTS;
use super::flow_service_requests::REQUESTS;
use super::flow_service_states::STATES;
use super::gateway::GATEWAY;
use super::ingestion::INGESTION;
use super::provider_batch::BATCH;
use super::provider_connections::CONNECTIONS;
use super::provider_general::GENERAL;
use super::schema_registry::REGISTRY;

/// What one or several codes of a service mean.
#[derive(Debug)]
pub(super) struct Row {
    /// Codes as the service prints them: `1404-412`, `403027`, `INGEST-1212-400`.
    pub(super) codes: &'static [&'static str],
    /// Whose it is to solve.
    pub(super) owner: Owner,
    /// Plain name.
    pub(super) name: &'static str,
    /// What happened.
    pub(super) what: &'static str,
    /// What to press or do next.
    pub(super) next: &'static str,
}

/// A row with the service that it belongs to.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Entry {
    /// Whose code it is.
    pub(crate) service: BookService,
    row: &'static Row,
}

const TABLES: &[(BookService, &[Row])] = &[
    (BookService::Ingestion, INGESTION),
    (BookService::FlowService, ACCESS),
    (BookService::FlowService, REQUESTS),
    (BookService::FlowService, STATES),
    (BookService::FlowService, LISTS),
    (BookService::SourceProvider, GENERAL),
    (BookService::SourceProvider, CONNECTIONS),
    (BookService::SourceProvider, BATCH),
    (BookService::SchemaRegistry, REGISTRY),
    (BookService::Gateway, GATEWAY),
    (BookService::StreamingEndpoint, ENDPOINT),
];

/// Every entry, in the order in which the book shows them.
pub(super) fn all() -> impl Iterator<Item = Entry> {
    TABLES
        .iter()
        .flat_map(|(service, rows)| rows.iter().map(|row| Entry { service: *service, row }))
}

impl Entry {
    /// Its codes as the service prints them.
    pub(crate) fn codes(self) -> &'static [&'static str] {
        self.row.codes
    }

    /// Whose it is to solve.
    pub(crate) fn owner(self) -> Owner {
        self.row.owner
    }

    /// Plain name.
    pub(crate) fn name(self) -> &'static str {
        self.row.name
    }

    /// What happened.
    pub(crate) fn what(self) -> &'static str {
        self.row.what
    }

    /// What to press or do next.
    pub(crate) fn next(self) -> &'static str {
        self.row.next
    }
}

impl From<Entry> for BookEntry {
    fn from(entry: Entry) -> Self {
        Self {
            service: entry.service,
            codes: entry.codes().iter().map(|code| (*code).to_owned()).collect(),
            name: entry.name().to_owned(),
            what: entry.what().to_owned(),
            owner: entry.owner(),
            next: entry.next().to_owned(),
        }
    }
}
