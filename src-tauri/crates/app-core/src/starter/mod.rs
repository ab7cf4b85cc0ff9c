//! What a set-up starts from when a person brings nothing but a name: the source as a data record, a schema for
//! its events and the mapping lines that fill it. It asks the platform nothing; `setup` sends what is made here.

mod examples;
mod fields;
mod lines;
mod pendo;
mod schema;
mod source;

pub use fields::target_fields;
pub(crate) use fields::{OBJECT, text_fields};
pub use lines::lines;
pub use pendo::PENDO;
pub use schema::{field_group, schema};
pub use source::{Source, source, source_of_spec};
