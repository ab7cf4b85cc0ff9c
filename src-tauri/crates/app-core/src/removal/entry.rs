//! A deletion as the journal holds it: from and to the rows of `local-history`.

use aep_client::flow_service::Flow;
use local_history::{DeletionRecord, DeletionRowRecord, Scope};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

use crate::contract::error::AppError;
use crate::contract::removal::{DeletionKind, DeletionState, RemovalKind, RemovalState, RowState};
use crate::monitor::millis;
use crate::starter::first_source;

use super::snapshot::Snapshot;

/// A deletion, whole.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Entry {
    pub(crate) id: String,
    pub(crate) scope: Scope,
    pub(crate) profile_name: String,
    pub(crate) kind: DeletionKind,
    pub(crate) state: DeletionState,
    pub(crate) problem: Option<AppError>,
    pub(crate) started_at: i64,
    pub(crate) ended_at: Option<i64>,
    pub(crate) rows: Vec<Row>,
}

/// One dataflow, or one object of a clean-up.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Row {
    pub(crate) name: String,
    /// The dataflow as it was planned; none in a clean-up.
    pub(crate) flow: Option<PlannedAs>,
    /// Our own id of its source; none for a source whose webhook nobody has to turn off.
    #[serde(default, alias = "pendo", deserialize_with = "source_as_kept")]
    pub(crate) source: Option<String>,
    pub(crate) state: RowState,
    pub(crate) objects: Vec<Object>,
    pub(crate) problem: Option<AppError>,
    /// When the dataflow was removed, by the session's clock.
    pub(crate) removed_at: Option<i64>,
    #[serde(skip)]
    pub(crate) snapshot: Option<Snapshot>,
}

/// Earlier versions knew one source alone, and kept whether it was that.
fn source_as_kept<'de, D: Deserializer<'de>>(kept: D) -> Result<Option<String>, D::Error> {
    Ok(match Value::deserialize(kept)? {
        Value::String(id) => Some(id),
        Value::Bool(true) => Some(first_source().id.clone()),
        _ => None,
    })
}

/// What a dataflow looked like when it was planned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PlannedAs {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) state: String,
    pub(crate) etag: String,
    pub(crate) updated_at: Option<i64>,
    pub(crate) last_run: Option<String>,
    pub(crate) sources: Vec<String>,
    pub(crate) targets: Vec<String>,
    pub(crate) mapping: Option<(String, u64)>,
}

/// One object.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Object {
    pub(crate) kind: RemovalKind,
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) state: RemovalState,
    /// Why it stays or is left behind.
    pub(crate) because: Option<String>,
}

impl PlannedAs {
    /// Of a dataflow that was read.
    pub(crate) fn of(flow: &Flow, etag: &str) -> Self {
        Self {
            id: flow.id.to_string(),
            name: flow.name.clone(),
            state: flow.state.as_str().to_owned(),
            etag: etag.to_owned(),
            updated_at: millis(flow.updated_at),
            last_run: flow.last_run_details.as_ref().map(|run| run.id.to_string()),
            sources: flow.source_connection_ids.iter().map(ToString::to_string).collect(),
            targets: flow.target_connection_ids.iter().map(ToString::to_string).collect(),
            mapping: flow.mapping().map(|used| (used.id.to_string(), used.version)),
        }
    }
}

impl Object {
    /// Nothing more is to be done for it.
    pub(crate) fn is_over(&self) -> bool {
        use RemovalState::{AlreadyGone, LeftBehind, Removed, Stays};
        matches!(self.state, Removed | AlreadyGone | LeftBehind | Stays)
    }

    /// It is not there any more.
    pub(crate) fn is_gone(&self) -> bool {
        matches!(self.state, RemovalState::Removed | RemovalState::AlreadyGone)
    }
}

impl Row {
    /// It has its outcome.
    pub(crate) fn is_over(&self) -> bool {
        matches!(self.state, RowState::Done | RowState::Changed)
    }

    /// The row for the journal.
    pub(crate) fn to_record(&self) -> DeletionRowRecord {
        let content = serde_json::to_value(self).expect("a row has no key that is not text");
        let snapshot = self.snapshot.as_ref().and_then(|kept| serde_json::to_value(kept).ok());
        DeletionRowRecord { content, snapshot, removed_at: self.removed_at }
    }

    /// From the row of the journal.
    pub(crate) fn of_record(record: DeletionRowRecord) -> Result<Self, AppError> {
        let row: Self = read(record.content)?;
        Ok(Self { snapshot: record.snapshot.map(read).transpose()?, ..row })
    }
}

impl Entry {
    /// The record for the journal.
    pub(crate) fn to_record(&self) -> DeletionRecord {
        DeletionRecord {
            id: self.id.clone(),
            scope: self.scope.clone(),
            profile_name: self.profile_name.clone(),
            kind: word(&self.kind),
            state: word(&self.state),
            problem: self.problem.as_ref().and_then(|error| serde_json::to_value(error).ok()),
            started_at: self.started_at,
            ended_at: self.ended_at,
            rows: self.rows.iter().map(Row::to_record).collect(),
        }
    }

    /// From the record of the journal.
    pub(crate) fn of_record(record: DeletionRecord) -> Result<Self, AppError> {
        let rows: Result<_, _> = record.rows.into_iter().map(Row::of_record).collect();
        Ok(Self {
            id: record.id,
            scope: record.scope,
            profile_name: record.profile_name,
            kind: read(Value::String(record.kind))?,
            state: read(Value::String(record.state))?,
            problem: record.problem.map(read).transpose()?,
            started_at: record.started_at,
            ended_at: record.ended_at,
            rows: rows?,
        })
    }
}

fn word<T: Serialize>(value: &T) -> String {
    let value = serde_json::to_value(value).ok();
    value.and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

fn read<T: DeserializeOwned>(value: Value) -> Result<T, AppError> {
    serde_json::from_value(value)
        .map_err(|_| AppError::internal("an entry of the journal has an unknown form"))
}
