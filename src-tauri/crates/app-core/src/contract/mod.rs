//! What the window may ask of the application, and what it gets back.
//!
//! Every type here crosses the border to the web frontend as JSON with camelCase keys; TypeScript is made
//! from them by the tests of this crate. Nothing here knows the platform's own wire shapes, and no
//! secret ever appears in a reply.

pub mod account_form;
pub mod accounts;
pub mod activity;
pub mod app_state;
pub mod change;
pub mod clean_up;
pub mod commands;
pub mod connect;
pub mod deleted;
pub mod drafts;
pub mod error;
pub mod error_book;
pub mod files;
pub mod flow_runs;
pub mod flows;
pub mod inspector;
pub mod mapping;
pub mod mapping_sets;
pub mod overview;
pub mod place;
pub mod profiles;
pub mod recipes;
pub mod removal;
pub mod replacement;
pub mod resources;
pub mod run_detail;
pub mod run_history;
pub mod runs;
pub mod schema_form;
pub mod schemas;
pub mod setup;
pub mod switching;
pub mod test_event;

#[cfg(test)]
mod typescript;
