//! Dataflows as they were read last. Every change has a number of its own, so that the window can ask for what
//! changed since. When reading fails, the rows that are known stay.

use std::collections::{BTreeMap, HashSet};
use std::sync::{Mutex, MutexGuard, PoisonError};

use tokio::sync::{Notify, OnceCell};
use uuid::Uuid;

use super::super::seen_flow::SeenFlow;
use super::super::status::RunsSeen;
use crate::contract::error::AppError;
use crate::contract::flows::FlowRow;

/// The rows of one session.
pub(crate) struct FlowCache {
    state: Mutex<State>,
    /// Rows came in, or a reading ended.
    pub(super) moved: Notify,
    /// The rows that were kept on disk have been taken in.
    pub(super) begun: OnceCell<()>,
    /// Up to which change the rows are on disk; held while they are written.
    pub(super) kept: tokio::sync::Mutex<u64>,
    /// Tells cursors of this session from those of another.
    pub(super) mark: String,
}

impl Default for FlowCache {
    fn default() -> Self {
        Self {
            state: Mutex::default(),
            moved: Notify::default(),
            begun: OnceCell::default(),
            kept: tokio::sync::Mutex::default(),
            mark: Uuid::new_v4().simple().to_string(),
        }
    }
}

/// A row, and which change made it what it is.
pub(super) struct Listed {
    /// The dataflow; none where the row was kept on disk.
    pub(super) flow: Option<SeenFlow>,
    /// As the window shows it.
    pub(super) row: FlowRow,
    /// Number of the change.
    pub(super) change: u64,
    /// The last round that met it.
    round: u32,
}

#[derive(Default)]
pub(super) struct State {
    /// By id.
    pub(super) rows: BTreeMap<String, Listed>,
    /// Rows that are gone, with the number of that change.
    pub(super) gone: BTreeMap<String, u64>,
    /// Number of the last change.
    pub(super) change: u64,
    /// Dataflows that send data out: counted by the platform, not listed here.
    pub(super) others: HashSet<String>,
    pub(super) total: Option<u32>,
    pub(super) read_at: Option<i64>,
    /// When the rows on disk were read, until a round of this session is through.
    pub(super) kept_at: Option<i64>,
    /// A round of this session was read to its end.
    pub(super) whole: bool,
    pub(super) reading: bool,
    pub(super) problem: Option<AppError>,
    /// Number of the round, counted by those that read every page.
    pub(super) round: u32,
    /// How often only changes were looked for since.
    pub(super) looks: u32,
    /// Runs that ended before this are known.
    pub(super) ran_until: i64,
    /// The platform does not let changes be asked for.
    pub(super) looks_refused: bool,
}

impl FlowCache {
    pub(super) fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A dataflow that was read before.
    pub(crate) fn get(&self, id: &str) -> Option<SeenFlow> {
        self.lock().rows.get(id)?.flow.clone()
    }

    /// A dataflow was read by itself: its row, if it is listed, shows it as it is now.
    pub(crate) fn put(&self, flow: SeenFlow) {
        let mut state = self.lock();
        if state.rows.contains_key(&flow.id) {
            let now = state.read_at.unwrap_or_default();
            state.meet(flow, now);
        }
    }

    /// A dataflow was removed: its row goes.
    pub(crate) fn forget(&self, id: &str) {
        self.lock().drop_row(id);
    }
}

impl State {
    /// Takes in rows that were kept on disk, unless some were read meanwhile.
    pub(super) fn take_in(&mut self, rows: Vec<FlowRow>, read_at: i64) {
        if self.whole || !self.rows.is_empty() {
            return;
        }
        self.kept_at = Some(read_at);
        self.read_at = Some(read_at);
        for row in rows {
            self.put(None, row);
        }
    }

    /// A dataflow was read.
    pub(super) fn meet(&mut self, flow: SeenFlow, now: i64) {
        let row = flow.row(now, RunsSeen::default());
        self.put(Some(flow), row);
    }

    fn put(&mut self, flow: Option<SeenFlow>, row: FlowRow) {
        let round = self.round;
        match self.rows.get_mut(&row.id) {
            Some(known) if known.row == row => {
                (known.flow, known.round) = (flow, round);
            }
            _ => {
                self.change += 1;
                self.gone.remove(&row.id);
                let change = self.change;
                self.rows.insert(row.id.clone(), Listed { flow, row, change, round });
            }
        }
    }

    fn drop_row(&mut self, id: &str) {
        if self.rows.remove(id).is_some() {
            self.change += 1;
            self.gone.insert(id.to_owned(), self.change);
        }
    }

    /// A round that read every page is through: what it did not meet is gone.
    pub(super) fn end_round(&mut self, now: i64) {
        let round = self.round;
        let missed: Vec<String> = self
            .rows
            .values()
            .filter(|row| row.round != round)
            .map(|row| row.row.id.clone())
            .collect();
        for id in missed {
            self.drop_row(&id);
        }
        self.whole = true;
        self.kept_at = None;
        self.looks = 0;
        self.total = u32::try_from(self.rows.len()).ok();
        self.read_at = Some(now);
    }

    /// Time alone changes a status: "Waiting for the first run" does not last.
    pub(super) fn let_time_pass(&mut self, now: i64) {
        for listed in self.rows.values_mut() {
            let Some(flow) = &listed.flow else { continue };
            let status = flow.status(now, RunsSeen::default());
            if status != listed.row.status {
                self.change += 1;
                listed.change = self.change;
                listed.row.status = status;
            }
        }
    }

    /// How many rows this session has read.
    pub(super) fn read(&self) -> usize {
        self.rows.values().filter(|listed| listed.flow.is_some()).count()
    }
}
