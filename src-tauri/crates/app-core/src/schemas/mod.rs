//! Schemas as a resource: listed, looked at, made from a sample, from the starter or from field groups, changed and
//! removed. What an event becomes in a record is for `mapping`.

mod deleted;
mod groups;
mod identity;
mod list;
mod look;
pub(crate) mod making;
mod part;
mod shape;
mod updated;
mod uses;

pub(crate) use deleted::delete;
pub(crate) use groups::choices as group_choices;
pub(crate) use identity::{enable_profile, mark, namespaces, unmark};
pub(crate) use list::list;
pub(crate) use look::detail;
pub(crate) use shape::{is_good as is_field_name, read as read_sample};
pub(crate) use updated::update;
