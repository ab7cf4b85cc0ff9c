//! A typed client for the parts of Adobe Experience Platform that ingest events from a webhook.
//!
//! [`Client::new`] takes a [`Config`]; [`Client::sandbox`] gives a [`Sandbox`], through which every
//! sandboxed call is made: `sandbox.flows().list(&ListQuery::new())`. Whatever the platform sends
//! beyond the documented fields is kept in `extra`; what it may leave out is an `Option`, in which
//! `None` means "not reported".
//!
//! What does not belong here: what the application makes of it, where it keeps things, and how it
//! words things for people.

mod auth;
pub mod catalog;
mod client;
mod config;
pub mod data_prep;
mod decode;
mod encode;
mod envelope;
mod error;
mod etag;
pub mod export;
pub mod flow_service;
mod gate;
pub mod identity;
mod ids;
pub mod inlet;
mod link;
mod observer;
mod open_enum;
mod page;
mod patch;
mod problem;
mod query;
mod redact;
mod request;
mod request_log;
mod retry;
pub mod sandboxes;
pub mod schema_registry;
mod secret;
mod tolerant;
mod transport;

pub use client::{Client, Sandbox};
pub use config::{
    Config, Credential, DEFAULT_SCOPES, PRODUCTION_API, PRODUCTION_IMS, Timeouts, is_loopback,
};
pub use error::{Error, Result};
pub use etag::{ETag, Tagged};
pub use ids::{
    AltId, BaseConnectionId, ClassId, ClientId, ConnectionSpecId, DatasetId, DescriptorId,
    FieldGroupId, FlowId, FlowSpecId, MappingSetId, OrgId, RunId, SandboxName, SchemaId,
    SourceConnectionId, TargetConnectionId, TenantId,
};
pub use inlet::{InletUrl, WebhookUrl};
pub use observer::{Answer, Exchange, Observer, Told};
pub use page::{Page, Pages};
pub use patch::Patch;
pub use problem::{ApiProblem, Origin};
pub use query::{Filter, ListQuery};
pub use request_log::TARGET as REQUEST_LOG_TARGET;
pub use retry::RetryPolicy;
pub use secret::Secret;
