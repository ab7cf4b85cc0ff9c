//! Recipes: what a dataflow is made of, as a file without secrets, webhook address or ids of one sandbox. `file` is
//! the form of the file, `check`, `parts` and `shape` what stands in it, `namespace` its paths; `export` writes one
//! from a dataflow; `import` turns one into the form of a set-up, in a `place` of its own, with what `differences`
//! there are and each `same_schema` that is here; `identities` reads which fields are marked.
//!
//! What does not belong here: making anything (`setup`), judging lines (`mapping`).

mod check;
mod differences;
mod export;
mod file;
mod identities;
mod import;
mod namespace;
mod parts;
mod place;
mod same_schema;
mod shape;

pub(crate) use export::export;
pub(crate) use import::read;
