//! Overviews as they were read last, one by window, and which of them are being read.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::contract::overview::{GetOverview, Overview, OverviewWindow};
use crate::contract::runs::Counts;

/// The overviews of one session.
#[derive(Default)]
pub(crate) struct Overviews(Mutex<HashMap<OverviewWindow, Shown>>);

struct Shown {
    overview: Overview,
    /// A whole one was read: a later reading replaces it at its end, and not in pieces.
    whole: bool,
    reading: bool,
}

impl Overviews {
    /// Whether a reading has to begin; if so, it counts as begun.
    pub(super) fn begin(&self, asked: GetOverview, now: i64) -> bool {
        let mut all = self.lock();
        let known = all.contains_key(&asked.window);
        let shown = all.entry(asked.window).or_insert_with(|| Shown {
            overview: nothing(asked, now),
            whole: false,
            reading: false,
        });
        let begins = !shown.reading && (!known || asked.refresh);
        shown.reading |= begins;
        begins
    }

    /// More has been read.
    pub(super) fn show(&self, overview: Overview) {
        if let Some(shown) = self.lock().get_mut(&overview.window).filter(|shown| !shown.whole) {
            shown.overview = overview;
        }
    }

    /// Nothing more will be read. What failed leaves the numbers of an earlier reading that was whole.
    pub(super) fn finish(&self, overview: Overview) {
        let mut all = self.lock();
        let Some(shown) = all.get_mut(&overview.window) else { return };
        shown.reading = false;
        let failed = overview.problem.is_some() || overview.runs_problem.is_some();
        if failed && shown.whole {
            let Overview { problem, runs_problem, .. } = overview;
            shown.overview = Overview { problem, runs_problem, ..shown.overview.clone() };
            return;
        }
        shown.whole = !failed;
        shown.overview = overview;
    }

    /// How a window looks.
    pub(super) fn view(&self, asked: GetOverview, now: i64) -> Overview {
        let all = self.lock();
        let Some(shown) = all.get(&asked.window) else { return nothing(asked, now) };
        Overview { complete: !shown.reading, ..shown.overview.clone() }
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<OverviewWindow, Shown>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Before anything is read.
pub(super) fn nothing(asked: GetOverview, now: i64) -> Overview {
    Overview {
        window: asked.window,
        complete: false,
        flows: 0,
        on: 0,
        judged: 0,
        total: Counts::default(),
        hours: Vec::new(),
        hours_each: 1,
        troubled: 0,
        attention: Vec::new(),
        statuses: Vec::new(),
        causes: Vec::new(),
        kept_runs: 0,
        kept_since: None,
        read_at: now,
        problem: None,
        runs_problem: None,
        history_problem: None,
    }
}
