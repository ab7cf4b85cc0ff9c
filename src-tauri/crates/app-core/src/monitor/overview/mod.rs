//! The sandbox at a glance: numbers, rate over time, who needs attention, why events fail. Read in the background,
//! few requests over many dataflows, the troubled ones first; a large sandbox is judged in part, and that is said.

mod attention;
mod causes;
mod read;
mod shown;
mod tally;
mod window;

#[cfg(test)]
mod tests;

pub(crate) use read::overview;
pub(crate) use shown::Overviews;
