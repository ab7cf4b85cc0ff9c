//! From an event at the streaming endpoint to the numbers of a flow run.

mod arrive;
pub(crate) mod batch_id;
mod history;
mod rejected;
mod run;
mod run_id;
mod tally;

pub(crate) use arrive::{Arrival, take_in};
pub(crate) use history::{History, Pattern};
pub(crate) use run::{HOUR_MS, Run, last_completed, run_of_id, runs_between};
pub(crate) use tally::Tally;
