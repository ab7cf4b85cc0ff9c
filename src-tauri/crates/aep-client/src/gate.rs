//! The pause that the platform asked for, shared by all calls of one client: when one is told
//! "too many requests, come back in 20 s", the others wait too.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Closed until a moment; open otherwise.
#[derive(Debug, Default)]
pub(crate) struct Gate(Mutex<Option<Instant>>);

impl Gate {
    /// Keeps everybody out for this long from now, or longer if that was agreed already.
    pub(crate) fn close_for(&self, time: Duration) {
        let until = Instant::now() + time;
        let mut gate = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *gate = Some(gate.map_or(until, |agreed| agreed.max(until)));
    }

    /// How long the gate stays closed; `None` when it is open.
    pub(crate) fn closed_for(&self) -> Option<Duration> {
        let mut gate = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let left = (*gate)?.saturating_duration_since(Instant::now());
        if left.is_zero() {
            *gate = None;
            return None;
        }
        Some(left)
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::Gate;

    #[test]
    fn a_gate_is_open_until_it_is_closed_and_a_shorter_pause_does_not_shorten_it() {
        let gate = Gate::default();
        assert_eq!(gate.closed_for(), None);
        gate.close_for(Duration::from_secs(3600));
        gate.close_for(Duration::from_secs(1));
        assert!(gate.closed_for().is_some_and(|left| left > Duration::from_secs(3000)));
    }

    #[test]
    fn a_pause_of_nothing_leaves_it_open() {
        let gate = Gate::default();
        gate.close_for(Duration::ZERO);
        assert_eq!(gate.closed_for(), None);
    }
}
