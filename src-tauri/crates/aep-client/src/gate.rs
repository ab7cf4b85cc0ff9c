//! The pause that the platform asked for, shared by all calls of one client: when one is told
//! "too many requests, come back in 20 s", the others wait too.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Closed until a moment; open otherwise.
#[derive(Debug, Default)]
pub(crate) struct Gate(Mutex<Option<Instant>>);

/// A pause that was agreed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Closed {
    /// How much of it is left.
    pub(crate) left: Duration,
    /// Until when: another moment is another pause.
    until: Instant,
}

impl Gate {
    /// Keeps everybody out for this long from now, or longer if that was agreed already.
    pub(crate) fn close_for(&self, time: Duration) {
        let until = Instant::now() + time;
        let mut gate = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *gate = Some(gate.map_or(until, |agreed| agreed.max(until)));
    }

    /// The pause to keep; `None` when the gate is open, or when it was closed for no longer than a pause that was
    /// kept already.
    pub(crate) fn closed(&self, kept: Option<Closed>) -> Option<Closed> {
        let mut gate = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let until = (*gate)?;
        let left = until.saturating_duration_since(Instant::now());
        if left.is_zero() {
            *gate = None;
            return None;
        }
        (kept.is_none_or(|kept| kept.until < until)).then_some(Closed { left, until })
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::Gate;

    #[test]
    fn a_gate_is_open_until_it_is_closed_and_a_shorter_pause_does_not_shorten_it() {
        let gate = Gate::default();
        assert_eq!(gate.closed(None), None);
        gate.close_for(Duration::from_secs(3600));
        gate.close_for(Duration::from_secs(1));
        assert!(gate.closed(None).is_some_and(|pause| pause.left > Duration::from_secs(3000)));
    }

    #[test]
    fn a_pause_of_nothing_leaves_it_open() {
        let gate = Gate::default();
        gate.close_for(Duration::ZERO);
        assert_eq!(gate.closed(None), None);
    }

    #[test]
    fn who_kept_a_pause_waits_again_only_if_it_was_made_longer_meanwhile() {
        let gate = Gate::default();
        gate.close_for(Duration::from_secs(1000));
        let kept = gate.closed(None);
        assert_eq!(gate.closed(kept), None);
        gate.close_for(Duration::from_secs(2000));
        assert!(gate.closed(kept).is_some());
    }
}
