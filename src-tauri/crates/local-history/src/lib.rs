//! What this app keeps on disk: the journals of set-ups and deletions, half-finished forms, test events that were
//! sent, everything it changed, and the dataflows as they were read last. One SQLite file; a write that returned is
//! on the disk, power cut or not.
//!
//! What does not belong here: secrets and webhook addresses.
//! Nothing here knows what a set-up means; states and forms are text and JSON of the application's making.
//! Every call blocks on the disk: asynchronous callers use a blocking thread.

mod activity;
mod activity_filter;
mod deletions;
mod drafts;
mod error;
mod history;
mod journal;
mod kept_flows;
mod kept_sandboxes;
mod lock;
mod makings;
mod open;
mod replacements;
mod runs;
mod scope;
mod test_events;

pub use activity::{ActivityPage, ActivityRecord, StoredActivity};
pub use activity_filter::ActivityFilter;
pub use deletions::{DeletedRecord, DeletionRecord, DeletionRowRecord, Deletions};
pub use drafts::SavedDraft;
pub use error::Error;
pub use history::History;
pub use journal::{MadeObject, SetupRecord, Setups, StepRecord};
pub use kept_flows::{KeptFlow, KeptList};
pub use makings::KeptMaking;
pub use replacements::StoredReplacement;
pub use runs::{MOST_RUNS, RunsKept, StoredRun};
pub use scope::Scope;
pub use test_events::SentTestEvent;
