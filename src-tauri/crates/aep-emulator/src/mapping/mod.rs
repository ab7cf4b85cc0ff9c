//! Data Prep: mapping sets as they are written, and what they make of an event.

mod apply;
mod convert;
mod line;

pub(crate) use apply::{apply, check_line};
pub(crate) use convert::read_date;
pub(crate) use line::Line;
