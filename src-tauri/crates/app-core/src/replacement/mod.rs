//! Replacing a dataflow: the form of the new one, filled in from the old one, and how the change-over stands. The
//! new one is made by an ordinary set-up; the old one is switched off by hand, and not before events are counted.

mod form;
mod look;
mod stage;

pub(crate) use form::read_form;
pub(crate) use look::look;
