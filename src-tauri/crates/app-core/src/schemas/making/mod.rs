//! The making of a schema: a field group, the schema, the mark on its identity, Profile; one after the other as if
//! they were one. Everything is checked before the first write, every request is noted on disk before it is sent, a
//! lost reply is looked up, and what was made can be taken back.
//!
//! It has a journal of its own beside that of `setup`, whose steps end in a dataflow. That a create is never sent
//! twice is easier here: the registry takes no title twice, so what a look-up misses is refused and not doubled.

mod check;
mod entry;
mod find;
mod live;
mod request;
mod run;
mod undo;
mod view;
mod words;

pub(crate) use check::{inspect, tidy};
pub(crate) use entry::Entry;
pub(crate) use live::Live;
pub(crate) use run::Runner;
pub(crate) use view::{choices, interrupted, line, view};
pub(crate) use words::not_now;
