//! How far back an overview looks, and how its chart is divided.

use super::super::HOUR;
use crate::contract::overview::OverviewWindow;

/// A window of time, divided into stretches of equal length.
#[derive(Debug, Clone, Copy)]
pub(super) struct Window {
    /// Its first moment.
    pub(super) since: i64,
    /// How many stretches it has.
    pub(super) places: usize,
    /// Hours of each.
    pub(super) hours_each: i64,
}

impl Window {
    /// The window that ends with the current hour.
    pub(super) fn ending(asked: OverviewWindow, now: i64) -> Self {
        let (hours, hours_each) = match asked {
            OverviewWindow::Day => (24, 1),
            OverviewWindow::Week => (7 * 24, 1),
            OverviewWindow::Month => (30 * 24, 6),
        };
        let end = (now.div_euclid(HOUR) + 1) * HOUR;
        let places = usize::try_from(hours / hours_each).unwrap_or_default();
        Self { since: end - hours * HOUR, places, hours_each }
    }

    /// How many hours it has.
    pub(super) fn hours(&self) -> usize {
        let each = usize::try_from(self.hours_each).unwrap_or(1);
        self.places * each
    }

    /// The stretch that a moment lies in.
    pub(super) fn place(&self, moment: i64) -> Option<usize> {
        let place = (moment - self.since).div_euclid(self.hours_each * HOUR);
        usize::try_from(place).ok().filter(|place| *place < self.places)
    }

    /// Where a stretch begins.
    pub(super) fn start(&self, place: usize) -> i64 {
        let place = i64::try_from(place).unwrap_or_default();
        self.since + place * self.hours_each * HOUR
    }
}
