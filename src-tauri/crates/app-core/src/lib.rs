//! What the application does, with no window and no HTTP library in sight: it speaks to the platform through
//! `aep-client`, to the disk through `local-history`, and to its host through the ports.

pub mod contract;
pub mod ports;

mod accounts;
mod activity;
mod app;
mod change;
mod connect;
mod credentials;
mod csv;
mod dataset_tags;
mod error;
mod error_book;
mod inspect;
mod kept;
pub mod mapping;
mod monitor;
mod publishing;
mod recipe;
mod removal;
mod replacement;
mod resources;
mod run_history;
mod samples;
mod schemas;
mod setup;
mod side_by_side;
pub mod starter;
mod switching;
mod tracking;
mod work;

pub use aep_client::is_loopback;
pub use app::{App, Parts};
