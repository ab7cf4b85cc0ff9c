//! The error book: what a code of the platform means, whose it is and what to do next. Works offline; asks nobody
//! and keeps nothing. The key is service, code and status, because the same number means different things in
//! different services. The tables hold our own words, one file by service.
//!
//! What does not belong here: which answer of the platform is which error of a command (`error` decides).

mod code;
mod endpoint;
mod entry;
mod explain;
mod flow_service_access;
mod flow_service_lists;
mod flow_service_requests;
mod flow_service_states;
mod gateway;
mod ingestion;
mod look_up;
mod message;
mod message_field;
mod message_patterns;
mod provider_batch;
mod provider_connections;
mod provider_general;
mod schema_registry;
mod search;

#[cfg(test)]
mod documented_tests;

pub(crate) use explain::{Asked, explain};
pub(crate) use look_up::look_up;
pub(crate) use message::read as read_message;
pub(crate) use message_field::last_name;
pub(crate) use search::search;
