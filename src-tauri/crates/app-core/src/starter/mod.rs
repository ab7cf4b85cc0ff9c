//! What a set-up starts from when a person brings nothing but a name: the source as a data record, a schema for
//! its events and the mapping lines that fill it. It asks the platform nothing; `setup` sends what is made here.

mod fields;
mod lines;
mod record;
mod schema;
mod source;
#[cfg(test)]
mod source_tests;

pub use fields::class_fields;
pub use record::{Field, Kind, Place};
pub use schema::{class_id, own_field_group, schema};
pub use source::{Source, first_source, source, source_of_spec, source_or_first, sources};
