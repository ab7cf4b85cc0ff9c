//! The list of dataflows: what is known of them, reading on in the background, what changed since the window asked
//! last, and the rows that are kept on disk for the next start.

mod cache;
mod delta;
mod kept;
mod reading;

pub(crate) use cache::FlowCache;
pub(crate) use reading::{Ask, list};
