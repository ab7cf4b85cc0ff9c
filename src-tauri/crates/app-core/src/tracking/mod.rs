//! Following a test event: what is known of it, and never more than that. The endpoint's 200 means received; the
//! only later trace is the run of its hour, which counts events and names none.

mod body;
mod outcome;
mod record;
mod words;

pub(crate) use body::read_event;
pub(crate) use outcome::judge;
pub(crate) use record::Record;
