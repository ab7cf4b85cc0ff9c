//! What every system test stands on: an emulator, an app, builders for test data.

pub mod app;
pub mod client;
pub mod raw;
pub mod setup;
pub mod standalone;
pub mod tutorial;
