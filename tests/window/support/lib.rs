//! What every window test stands on: a desktop of its own (display, session bus, keychain, home), the built
//! app in it, and hands to drive the page by what a person sees. No test is here.

pub mod app;
pub mod desk;
pub mod emulator;
pub mod forms;
pub mod hands;
pub mod keyboard;
mod keychain;
pub mod page_process;
pub mod platform;
pub mod process;
mod scripts;
pub mod search;
pub mod sign_in;
pub mod windows;
pub mod wizard;

pub use app::{Inlet, Start};
pub use desk::{Desk, Keychain};
