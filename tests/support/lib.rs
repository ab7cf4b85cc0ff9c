//! What every system test stands on: an emulator, an app, builders for test data.

pub mod app;
pub mod client;
pub mod setup;
