//! Runs beyond what the platform returns: every run that is read is noted on this computer, and given back when
//! the platform has forgotten it. Practice mode has a history of its own, which dies with it.

mod export;
mod merge;
mod note;

pub(crate) use export::export;
pub(crate) use merge::merged;
pub(crate) use note::note;
