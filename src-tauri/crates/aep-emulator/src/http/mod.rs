//! What a request and a reply are inside the emulator. Sockets are in `server`.

mod call;
mod query;
mod reply;

pub(crate) use call::Call;
pub(crate) use query::Query;
pub(crate) use reply::{Body, Outcome, Refusal, Reply};
