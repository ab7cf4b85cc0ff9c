//! Why events fail, across dataflows: one line by plain name, from the error book.

use std::collections::{HashMap, HashSet};

use crate::contract::overview::Cause;
use crate::contract::runs::RunError;
use crate::error_book::{Asked, explain};

/// Codes that merely sum up the others of their run.
const SUMS: [&str; 2] = ["INGEST-1211-400", "INGEST-1212-400"];

/// How many causes are shown.
const MOST: usize = 8;

/// What is known of one cause.
struct Seen {
    cause: Cause,
    flows: HashSet<String>,
}

/// Causes as they add up, by plain name.
#[derive(Default)]
pub(super) struct Causes(HashMap<String, Seen>);

impl Causes {
    /// Adds the errors of a run.
    pub(super) fn add(&mut self, flow_id: &str, errors: &[RunError]) {
        let is_sum = |error: &&RunError| SUMS.contains(&error.code.as_str());
        let only_sums = errors.iter().all(|error| is_sum(&error));
        for error in errors.iter().filter(|error| only_sums || !is_sum(error)) {
            self.add_one(flow_id, error);
        }
    }

    fn add_one(&mut self, flow_id: &str, error: &RunError) {
        let told =
            explain(Asked { code: &error.code, message: &error.message, ..Asked::default() });
        let known = told.owner.is_some();
        let seen = self.0.entry(told.name.clone()).or_insert_with(|| Seen {
            cause: Cause {
                code: error.code.clone(),
                name: told.name,
                next: told.next,
                known,
                events: None,
                flows: 0,
            },
            flows: HashSet::new(),
        });
        if let Some(count) = error.count {
            seen.cause.events = Some(seen.cause.events.unwrap_or_default().saturating_add(count));
        }
        seen.flows.insert(flow_id.to_owned());
    }

    /// The causes, most events first.
    pub(super) fn shown(&self) -> Vec<Cause> {
        let mut shown: Vec<Cause> = self
            .0
            .values()
            .map(|seen| Cause {
                flows: u32::try_from(seen.flows.len()).unwrap_or(u32::MAX),
                ..seen.cause.clone()
            })
            .collect();
        shown.sort_by(|one, other| {
            (other.events, other.flows, &one.name).cmp(&(one.events, one.flows, &other.name))
        });
        shown.truncate(MOST);
        shown
    }
}
