//! Looking at events before they are sent: a text is taken apart into events, the platform maps them without
//! ingesting any, and this computer checks the records against the schema. The good ones can be sent afterwards.
//!
//! What does not belong here: the verdict on the lines of a mapping that is being written (`mapping::verdict`).

mod course;
mod intake;
mod judge;
mod kept;
mod run;
mod schema;
mod send;
mod view;

pub(crate) use course::look_up;
pub(crate) use intake::read_text;
pub(crate) use kept::{Inspected, Inspections};
pub(crate) use run::look;
pub(crate) use send::send;
pub(crate) use view::{event, list, view};
