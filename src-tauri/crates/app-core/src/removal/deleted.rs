//! What was deleted, and the form that makes it again: the set-up's own, so that a dataflow that is made again is
//! made like every other one, step by step in the journal.

use local_history::DeletedRecord;

use crate::contract::deleted::DeletedFlow;
use crate::contract::setup::{Destination, SetupForm};
use crate::setup::without_mark;
use crate::starter;

use super::snapshot::Snapshot;

/// A snapshot, and where it is kept.
pub(crate) struct Deleted {
    id: String,
    deleted_at: i64,
    snapshot: Snapshot,
}

impl Deleted {
    /// From the journal; none when the row has an unknown form.
    pub(crate) fn of_record(record: DeletedRecord) -> Option<Self> {
        Some(Self {
            id: format!("{}.{}", record.deletion_id, record.position),
            deleted_at: record.removed_at,
            snapshot: serde_json::from_value(record.snapshot).ok()?,
        })
    }

    /// Its id, as the window gets it.
    pub(crate) fn id(&self) -> &str {
        &self.id
    }

    /// As the window shows it.
    pub(crate) fn view(&self) -> DeletedFlow {
        let kept = &self.snapshot;
        let lines = kept.mapping.as_ref().map_or(0, |mapping| mapping.lines.len());
        DeletedFlow {
            deleted_id: self.id.clone(),
            flow_id: kept.flow_id.clone(),
            name: kept.name.clone(),
            description: without_mark(&kept.description).to_owned(),
            deleted_at: self.deleted_at,
            dataset: kept.dataset.as_ref().map(|dataset| dataset.name.clone()),
            lines: u32::try_from(lines).unwrap_or(u32::MAX),
            obstacle: self.form(String::new()).err().map(str::to_owned),
        }
    }

    /// The form that makes it again under this name; else why that cannot be done here.
    pub(crate) fn form(&self, name: String) -> Result<SetupForm, &'static str> {
        let kept = &self.snapshot;
        let source = kept.source.as_ref().ok_or("Its source connection was not known any more.")?;
        if source.account.is_some() {
            return Err("It used an account, and Inlet keeps no secrets of accounts.");
        }
        let known = source.spec.as_deref().and_then(starter::source_of_spec);
        let known = known.ok_or("Inlet does not make dataflows of its source.")?;
        let dataset = kept.dataset.as_ref().ok_or("Its dataset was not known any more.")?;
        if kept.dataset_deleted {
            return Err("Its dataset was deleted with it.");
        }
        let mapping = kept.mapping.as_ref().filter(|mapping| !mapping.lines.is_empty());
        let mapping = mapping.ok_or("Its mapping could not be read before it was deleted.")?;
        Ok(SetupForm {
            name,
            description: without_mark(&kept.description).to_owned(),
            source: known.id.clone(),
            destination: Destination::ExistingDataset { dataset_id: dataset.id.clone() },
            lines: mapping.lines.clone(),
        })
    }
}
