//! The events of a run that failed: fetched by the links that the run gives, read line by line, shown as a table and
//! written as a file. What does not belong here: why they failed in numbers (`monitor`).

mod fetch;
mod file;
mod row;
mod table;

pub(crate) use fetch::read_rows;
pub(crate) use file::file_of;
pub(crate) use table::table_of;
