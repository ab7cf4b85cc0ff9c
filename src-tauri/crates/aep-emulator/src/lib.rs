//! The platform in a box: an HTTP server on loopback that behaves like the parts of Adobe Experience
//! Platform that Inlet uses, for practice mode, tests and work on the window. What it is not:
//! anything that a client may share types with. They meet over HTTP only.

mod clock;
mod emulator;
mod expression;
mod fault;
mod gate;
mod http;
mod ingest;
mod listing;
mod mapping;
mod patch;
mod problem;
mod recording;
mod route;
mod routes;
mod seed;
mod server;
mod settings;
mod tls;
mod tokens;
mod trouble;
mod world;
mod xdm;

pub use clock::Clock;
pub use emulator::{Builder, Emulator};
pub use fault::{Fault, Faults};
pub use recording::{Recorded, Recording};
pub use route::Route;
pub use seed::Seed;
pub use settings::{Credential, Role, Sandbox, Switches};
