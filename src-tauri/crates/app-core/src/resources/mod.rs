//! Datasets, source connections, target connections and mappings as things of their own: listed to the end, looked
//! at with what they use and what uses them, made, changed and deleted.
//!
//! What does not belong here: making them as parts of a dataflow (`setup`), removing them with one (`removal`).

mod change;
mod dataset;
mod detail;
mod form;
mod kind;
mod list;
mod made;
mod mapping;
mod mapping_form;
mod names;
mod raw;
mod refusal;
mod removed;
mod source;
mod target;
mod users;
mod words;

pub(crate) use detail::detail;
pub(crate) use list::list;
pub(crate) use made::{create_dataset, create_source_connection, create_target_connection};
pub(crate) use mapping_form::{create_mapping, mapping_form, save_mapping_set};
pub(crate) use raw::json;
pub(crate) use removed::delete;
pub(crate) use words::update;
