//! What every system test stands on: an emulator, an app, builders for test data.

pub mod app;
pub mod client;
pub mod deletion;
pub mod fresh_app;
pub mod killed;
pub mod log;
pub mod made;
pub mod raw;
pub mod recipes;
pub mod setup;
pub mod standalone;
pub mod stores;
pub mod tutorial;
