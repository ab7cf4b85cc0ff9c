//! The set-up: seven objects or more, made one after the other as if they were one. Everything is checked before the
//! first write, every create is noted on disk before it is sent, a lost reply is looked up and never sent twice, and
//! what was made can be taken back.
//!
//! What does not belong here: what a mapping means (`mapping`), what the starter holds (`starter`), how a request
//! goes out (`aep-client`), how a row is stored (`local-history`).

mod body;
mod endpoint;
mod entry;
mod find;
mod form;
mod live;
mod mark;
mod outcome;
mod place;
mod plan;
mod preflight;
pub(crate) mod remove;
mod run;
mod search;
mod shared_dataset;
mod target;
mod undo;
mod view;
mod words;

pub(crate) use endpoint::read as read_address;
pub(crate) use entry::Entry;
pub(crate) use find::{marked_field_groups, marked_schemas};
pub(crate) use form::{check_description, check_name, check_tag, problems, tidy};
pub(crate) use live::{Live, Shown};
pub(crate) use mark::{is_ours, marked, without_mark};
pub(crate) use outcome::has_no_effect;
pub(crate) use place::Place;
pub(crate) use plan::{field_group_name, review};
pub(crate) use preflight::inspect;
pub(crate) use run::{Pending, Runner};
pub(crate) use view::{choices, interrupted, summary, view, view_elsewhere};
pub(crate) use words::{elsewhere, not_now, still_there};
