//! Runs beyond what the platform returns: every run that is read is noted on this computer, and given back when
//! the platform has forgotten it. Practice mode has a history of its own, which dies with it.

mod export;
mod keeping;
mod kept;
mod note;

pub(crate) use export::export;
pub(crate) use keeping::Keeping;
pub(crate) use kept::{Kept, kept};
pub(crate) use note::note;
