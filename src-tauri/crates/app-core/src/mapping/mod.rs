//! From an event to a record: paths, mapping lines, what they make of a sample. It asks the platform nothing;
//! `app::mapping` does.

mod data_prep;
mod destination;
mod expression;
mod path;
mod planned;
mod platform;
pub mod sample;
mod suggest;
mod targets;
pub mod transfer;
mod verdict;

pub use data_prep::{from_data_prep, to_data_prep};
pub use destination::{
    NoSchema, TargetSchema, TargetSchemas, found, holds_events, look_up, schema_fields,
    whole_schema,
};
pub use planned::{Planned, namespaces_for, own_fields, planned, unfit_identity};
pub use platform::with_platform;
pub use suggest::suggest;
pub use targets::target_fields;
pub(crate) use verdict::in_platform_words;
pub use verdict::{Verdict, verdict};
