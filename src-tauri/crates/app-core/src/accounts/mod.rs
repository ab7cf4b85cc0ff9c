//! Accounts: what the platform calls base connections. Read, made, tested, changed and removed; what they sign in
//! with passes through and is not kept.

mod form;
mod label;
mod made;
mod read;
mod refusal;
mod removed;
mod sources;
mod updated;
mod uses;
mod values;

pub(crate) use label::tells_secret;
pub(crate) use made::create;
pub(crate) use read::{detail, list};
pub(crate) use removed::delete;
pub(crate) use sources::{offered, source_names};
pub(crate) use updated::update;
