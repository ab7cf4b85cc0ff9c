//! Changing a dataflow: a fresh read before each write, a patch of only what changed, and a merge field by field
//! when somebody else changed it meanwhile. What was wanted is never lost: a clash comes back for the person to
//! decide.

mod mapping;
mod merge;
mod patch;
mod revert;
mod schedule;
mod shown;
mod since;
mod update;
mod values;
mod way_back;
mod words;

pub(crate) use mapping::{not_writable, read_form, save_mapping};
pub(crate) use revert::revert;
pub(crate) use shown::read_mapping;
pub(crate) use update::{read_settings, update};
pub(crate) use way_back::why_not;
pub(crate) use words::schedule_words;
