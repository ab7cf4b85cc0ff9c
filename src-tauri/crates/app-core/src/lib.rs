//! What the application does, with no window and no HTTP library in sight: it speaks to the platform through
//! `aep-client`, to the disk through `local-history`, and to its host through the ports.

pub mod contract;
pub mod ports;

mod app;
mod error;
mod kept;
pub mod mapping;
pub mod starter;

pub use app::{App, Parts};
