//! From a sample event to the fields of a schema, and from those to JSON Schema. Names that XDM forbids are repaired
//! here, and each repair is told.

mod build;
mod check;
mod infer;
mod name;

pub(super) use build::{object_name, path_of, properties};
pub(super) use check::{identity_fields, problems};
pub(crate) use infer::read;
pub(crate) use name::is_good;
