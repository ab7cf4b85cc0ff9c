//! Runs adding up to an overview. Pure: what was read goes in, what is shown comes out.

use std::collections::HashMap;

use aep_client::flow_service::FlowRun;

use super::attention::{by_status, worst};
use super::causes::Causes;
use super::window::Window;
use crate::contract::flows::{FlowRow, FlowState};
use crate::contract::overview::{GetOverview, Overview};
use crate::contract::runs::{Counts, Hour};
use crate::monitor::convert::{add_counts, counts, run, runs_seen};
use crate::monitor::seen_flow::SeenFlow;

/// What has been read so far.
pub(super) struct Tally {
    asked: GetOverview,
    window: Window,
    now: i64,
    rows: Vec<FlowRow>,
    /// Where a dataflow stands in `rows`.
    places: HashMap<String, usize>,
    judged: u32,
    total: Counts,
    hours: Vec<Option<Counts>>,
    failed: HashMap<String, Option<u64>>,
    causes: Causes,
}

impl Tally {
    /// Nothing read but the dataflows. `to_read` of them have runs to come; the others are judged by themselves.
    pub(super) fn of(
        asked: GetOverview,
        window: Window,
        now: i64,
        rows: Vec<FlowRow>,
        to_read: usize,
    ) -> Self {
        let judged = u32::try_from(rows.len().saturating_sub(to_read)).unwrap_or(u32::MAX);
        let places = rows.iter().enumerate().map(|(place, row)| (row.id.clone(), place)).collect();
        Self {
            asked,
            window,
            now,
            rows,
            places,
            judged,
            total: Counts::default(),
            hours: vec![None; window.places],
            failed: HashMap::new(),
            causes: Causes::default(),
        }
    }

    /// Adds a dataflow with all of its runs of the window, newest first.
    pub(super) fn add(&mut self, flow: &SeenFlow, runs: &[&FlowRun]) {
        self.judged += 1;
        let mut total = Counts::default();
        for read in runs {
            let shown = run(read);
            total = add_counts(total, shown.counts);
            self.causes.add(&flow.id, &shown.errors);
            if let Some(place) = shown.started_at.and_then(|began| self.window.place(began)) {
                let hour = &mut self.hours[place];
                *hour = Some(add_counts(hour.unwrap_or_default(), counts(read)));
            }
        }
        self.total = add_counts(self.total, total);
        self.failed.insert(flow.id.clone(), total.failed);
        if let Some(place) = self.places.get(&flow.id) {
            self.rows[*place].status =
                flow.status(self.now, runs_seen(runs.iter().copied(), self.now));
        }
    }

    /// The overview as it looks now.
    pub(super) fn shown(&self, complete: bool) -> Overview {
        let (troubled, attention) = worst(&self.rows, |id| self.failed.get(id).copied().flatten());
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        Overview {
            window: self.asked.window,
            complete,
            flows: count(self.rows.len()),
            on: count(self.rows.iter().filter(|row| row.state == FlowState::On).count()),
            judged: self.judged,
            total: self.total,
            hours: self.hours(),
            hours_each: u32::try_from(self.window.hours_each).unwrap_or(1),
            troubled,
            attention,
            statuses: by_status(&self.rows),
            causes: self.causes.shown(),
            kept_runs: 0,
            kept_since: None,
            read_at: self.now,
            problem: None,
            runs_problem: None,
            history_problem: None,
        }
    }

    fn hours(&self) -> Vec<Hour> {
        let hour = |(place, counts): (usize, &Option<Counts>)| Hour {
            start: self.window.start(place),
            counts: *counts,
        };
        self.hours.iter().enumerate().map(hour).collect()
    }
}
