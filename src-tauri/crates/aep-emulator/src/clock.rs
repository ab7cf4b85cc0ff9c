//! The emulator's own clock: starts where it is told, runs at a chosen speed, can be advanced, and
//! never goes backwards. Everything that carries a time takes it from here.
//! What does not belong here: waiting. Latency and delays happen in real time.

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

/// A clock shared by the server and whoever holds the emulator.
#[derive(Clone, Debug)]
pub struct Clock(Arc<Mutex<Hands>>);

#[derive(Debug)]
struct Hands {
    anchor: Instant,
    anchor_ms: i64,
    speed: f64,
    shown_ms: i64,
}

impl Clock {
    /// A clock that shows `start_ms` (Unix milliseconds) now and runs `speed` times as fast as real
    /// time. Speed 0 stands still until it is advanced.
    pub fn starting_at(start_ms: i64, speed: f64) -> Self {
        let speed = if speed.is_finite() { speed.max(0.0) } else { 1.0 };
        let hands =
            Hands { anchor: Instant::now(), anchor_ms: start_ms, speed, shown_ms: start_ms };
        Self(Arc::new(Mutex::new(hands)))
    }

    /// The time now, in Unix milliseconds.
    pub fn now_ms(&self) -> i64 {
        let mut hands = self.0.lock().expect("no holder of the clock panics");
        let elapsed_ms = hands.anchor.elapsed().as_secs_f64() * 1000.0 * hands.speed;
        let now = hands.anchor_ms.saturating_add(elapsed_ms as i64);
        hands.shown_ms = hands.shown_ms.max(now);
        hands.shown_ms
    }

    /// Moves the clock forward.
    pub fn advance(&self, by: Duration) {
        let mut hands = self.0.lock().expect("no holder of the clock panics");
        let by_ms = i64::try_from(by.as_millis()).unwrap_or(i64::MAX);
        hands.anchor_ms = hands.anchor_ms.saturating_add(by_ms);
        hands.shown_ms = hands.shown_ms.saturating_add(by_ms);
    }

    /// How many times as fast as real time the clock runs.
    pub fn speed(&self) -> f64 {
        self.0.lock().expect("no holder of the clock panics").speed
    }
}

/// The computer's own time, in Unix milliseconds.
pub(crate) fn real_now_ms() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_that_stands_still_moves_only_when_advanced() {
        let clock = Clock::starting_at(1_000, 0.0);
        assert_eq!(clock.now_ms(), 1_000);
        clock.advance(Duration::from_secs(3_600));
        assert_eq!(clock.now_ms(), 3_601_000);
    }

    #[test]
    fn a_nonsense_speed_does_not_turn_time_back() {
        let clock = Clock::starting_at(1_000, -5.0);
        assert_eq!(clock.now_ms(), 1_000);
        assert_eq!(clock.speed(), 0.0);
    }
}
