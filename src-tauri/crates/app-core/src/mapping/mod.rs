//! From an event to a record: paths, mapping lines, what they make of a sample. It asks the platform nothing;
//! `app::mapping` does.

mod data_prep;
mod expression;

pub use data_prep::to_data_prep;
