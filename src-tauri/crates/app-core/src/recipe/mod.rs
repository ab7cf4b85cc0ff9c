//! Recipes: what a dataflow is made of, as a file without secrets, webhook address or ids of one sandbox. `file` is
//! the form of the file, `check` and `shape` its fields, `namespace` its targets; `export` writes one from a dataflow;
//! `import` turns one into the form of a set-up, with what `differences` there are and the `same_schema` if it is here.
//!
//! What does not belong here: making anything (`setup`), judging lines (`mapping`).

mod check;
mod differences;
mod export;
mod file;
mod import;
mod namespace;
mod same_schema;
mod shape;

pub(crate) use export::export;
pub(crate) use import::read;
pub(crate) use shape::fields;
