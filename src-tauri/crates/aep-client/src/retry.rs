//! Whether a request may be tried again, and after which pause: a pure decision.
//!
//! The platform has no idempotency key, so a create or an update is repeated only when it surely
//! did not run. What does not belong here: sending, sleeping, sign-in.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;

use crate::error::{Error, Result};
use crate::transport::Reply;

/// What a request does, as far as repeating it is concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Changes nothing.
    Read,
    /// Removes; doing it twice is the same as once.
    Delete,
    /// Makes something new each time it runs.
    Create,
    /// Changes something that somebody else may have changed since.
    Update,
}

/// What came of one attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// The platform answered with this status and, maybe, said when to come back.
    Answered { status: u16, retry_after: Option<Duration> },
    /// The request never left: the host was not found or did not accept a connection.
    NotSent,
    /// The request may or may not have run: no complete answer came back.
    Lost,
    /// Trying again cannot help, for example with a certificate nobody trusts.
    Hopeless,
}

impl Outcome {
    pub(crate) fn of(result: &Result<Reply>) -> Self {
        match result {
            Ok(reply) => Self::Answered { status: reply.status, retry_after: reply.retry_after },
            Err(error) => Self::of_error(error),
        }
    }

    /// Whether the attempt may have done its work although it did not end well.
    pub(crate) fn may_have_run(self) -> bool {
        match self {
            Self::Answered { status, .. } => status >= 500,
            Self::Lost => true,
            Self::NotSent | Self::Hopeless => false,
        }
    }

    pub(crate) fn of_error(error: &Error) -> Self {
        match error {
            Error::HostNotFound { .. }
            | Error::Connect { .. }
            | Error::Timeout { while_connecting: true, .. } => Self::NotSent,
            Error::Timeout { .. } | Error::Interrupted { .. } | Error::TooLarge { .. } => {
                Self::Lost
            }
            _ => Self::Hopeless,
        }
    }
}

/// What to do next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Decision {
    /// Report what came of it.
    Stop,
    /// Try again after this pause.
    Wait(Duration),
}

/// How often to try and how long to pause between tries.
#[derive(Clone)]
pub struct RetryPolicy {
    /// Attempts in all, the first included.
    pub max_tries: u32,
    /// Upper bound of the first pause; it doubles with every attempt.
    pub base: Duration,
    /// Upper bound of any pause of our own choosing.
    pub cap: Duration,
    /// The longest `Retry-After` that is waited for. A longer one ends the call at once, and the
    /// caller finds it in [`ApiProblem::retry_after`](crate::ApiProblem::retry_after).
    pub longest_retry_after: Duration,
    pause: Arc<PauseFn>,
    chance: Arc<dyn Fn() -> f64 + Send + Sync>,
}

type PauseFn = dyn Fn(Duration) -> Pin<Box<dyn Future<Output = ()> + Send>> + Send + Sync;

impl Default for RetryPolicy {
    /// Four tries, full jitter between 0 and 1, 2, 4 … seconds, never more than 30.
    fn default() -> Self {
        Self {
            max_tries: 4,
            base: Duration::from_secs(1),
            cap: Duration::from_secs(30),
            longest_retry_after: Duration::from_secs(60),
            pause: Arc::new(|time| Box::pin(tokio::time::sleep(time))),
            chance: Arc::new(rand::random::<f64>),
        }
    }
}

impl RetryPolicy {
    /// One try, no second.
    #[must_use]
    pub fn never() -> Self {
        Self { max_tries: 1, ..Self::default() }
    }

    /// Replaces the clock: `pause` is called instead of sleeping, and its future awaited.
    #[must_use]
    pub fn pausing_with<F, P>(mut self, pause: P) -> Self
    where
        P: Fn(Duration) -> F + Send + Sync + 'static,
        F: Future<Output = ()> + Send + 'static,
    {
        self.pause = Arc::new(move |time| Box::pin(pause(time)));
        self
    }

    /// Replaces the dice: `chance` gives a number from 0 to 1 that scales each pause.
    #[must_use]
    pub fn with_chance(mut self, chance: impl Fn() -> f64 + Send + Sync + 'static) -> Self {
        self.chance = Arc::new(chance);
        self
    }

    pub(crate) async fn pause(&self, time: Duration) {
        (self.pause)(time).await;
    }

    pub(crate) fn chance(&self) -> f64 {
        (self.chance)().clamp(0.0, 1.0)
    }
}

impl fmt::Debug for RetryPolicy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RetryPolicy")
            .field("max_tries", &self.max_tries)
            .field("base", &self.base)
            .field("cap", &self.cap)
            .field("longest_retry_after", &self.longest_retry_after)
            .finish_non_exhaustive()
    }
}

/// Decides what follows attempt number `attempt` (the first is 1). `chance` is between 0 and 1.
pub(crate) fn decide(
    policy: &RetryPolicy,
    kind: Kind,
    outcome: Outcome,
    attempt: u32,
    chance: f64,
) -> Decision {
    let repeatable = matches!(kind, Kind::Read | Kind::Delete);
    let (again, told) = match outcome {
        Outcome::Answered { status: 429, retry_after } => (true, retry_after),
        Outcome::Answered { status: 500 | 502 | 503 | 504, retry_after } => {
            (repeatable, retry_after)
        }
        Outcome::Answered { .. } | Outcome::Hopeless => (false, None),
        Outcome::NotSent => (true, None),
        Outcome::Lost => (repeatable, None),
    };
    if !again || attempt >= policy.max_tries {
        return Decision::Stop;
    }
    let own = backoff(policy, attempt).mul_f64(chance);
    match told {
        Some(told) if told > policy.longest_retry_after => Decision::Stop,
        // Spread out what everybody was told to wait for, so that not all come back at once.
        Some(told) => Decision::Wait(told + own.min(policy.base)),
        None => Decision::Wait(own),
    }
}

fn backoff(policy: &RetryPolicy, attempt: u32) -> Duration {
    let factor = 2_u32.saturating_pow(attempt.saturating_sub(1));
    policy.base.saturating_mul(factor).min(policy.cap)
}

/// Reads a `Retry-After` header: seconds or an HTTP date. `now` is the time by the server's own
/// clock where it gave one.
pub(crate) fn retry_after(value: &str, now: Timestamp) -> Option<Duration> {
    let value = value.trim();
    if let Ok(seconds) = value.parse::<u64>() {
        return Some(Duration::from_secs(seconds));
    }
    let then = http_date(value)?;
    Some(Duration::try_from(then.duration_since(now)).unwrap_or_default())
}

/// Reads a date as HTTP writes it, such as `Wed, 21 Oct 2026 07:28:00 GMT`.
pub(crate) fn http_date(value: &str) -> Option<Timestamp> {
    jiff::fmt::rfc2822::DateTimeParser::new().parse_timestamp(value.trim()).ok()
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{Decision, Kind, Outcome, RetryPolicy, decide, http_date, retry_after};

    const SECOND: Duration = Duration::from_secs(1);

    fn answered(status: u16) -> Outcome {
        Outcome::Answered { status, retry_after: None }
    }

    #[test]
    fn what_is_tried_again_is_exactly_this() {
        use Kind::{Create, Delete, Read, Update};
        let everything = [Read, Delete, Create, Update];
        let table: &[(Outcome, &[Kind])] = &[
            (answered(200), &[]),
            (answered(400), &[]),
            (answered(401), &[]),
            (answered(403), &[]),
            (answered(404), &[]),
            (answered(412), &[]),
            (answered(501), &[]),
            (answered(429), &everything),
            (answered(500), &[Read, Delete]),
            (answered(502), &[Read, Delete]),
            (answered(503), &[Read, Delete]),
            (answered(504), &[Read, Delete]),
            (Outcome::NotSent, &everything),
            (Outcome::Lost, &[Read, Delete]),
            (Outcome::Hopeless, &[]),
        ];
        for (outcome, repeated) in table {
            for kind in everything {
                let decision = decide(&RetryPolicy::default(), kind, *outcome, 1, 1.0);
                let expected =
                    if repeated.contains(&kind) { Decision::Wait(SECOND) } else { Decision::Stop };
                assert_eq!(decision, expected, "{kind:?} after {outcome:?}");
            }
        }
    }

    #[test]
    fn pauses_double_up_to_the_cap_and_end_after_the_last_try() {
        let policy = RetryPolicy { max_tries: 8, ..RetryPolicy::default() };
        let pauses: Vec<Decision> = (1..=8)
            .map(|attempt| decide(&policy, Kind::Read, answered(503), attempt, 1.0))
            .collect();
        let seconds = |n: u64| Decision::Wait(Duration::from_secs(n));
        assert_eq!(pauses[..7], [1, 2, 4, 8, 16, 30, 30].map(seconds));
        assert_eq!(pauses[7], Decision::Stop);
    }

    #[test]
    fn chance_scales_the_pause_down_to_nothing() {
        let wait = |chance| decide(&RetryPolicy::default(), Kind::Read, Outcome::Lost, 2, chance);
        assert_eq!(wait(0.0), Decision::Wait(Duration::ZERO));
        assert_eq!(wait(0.5), Decision::Wait(SECOND));
    }

    #[test]
    fn a_retry_after_is_a_minimum_and_a_very_long_one_ends_the_call() {
        let told = |seconds| Outcome::Answered {
            status: 429,
            retry_after: Some(Duration::from_secs(seconds)),
        };
        let policy = RetryPolicy::default();
        assert_eq!(decide(&policy, Kind::Create, told(7), 1, 0.0), Decision::Wait(SECOND * 7));
        assert_eq!(decide(&policy, Kind::Create, told(7), 3, 1.0), Decision::Wait(SECOND * 8));
        assert_eq!(decide(&policy, Kind::Read, told(3600), 1, 0.0), Decision::Stop);
    }

    #[test]
    fn retry_after_is_read_as_seconds_or_as_a_date() {
        let now = http_date("Tue, 24 Nov 2026 10:00:00 GMT").unwrap();
        assert_eq!(retry_after("120", now), Some(Duration::from_secs(120)));
        assert_eq!(retry_after("Tue, 24 Nov 2026 10:00:30 GMT", now), Some(SECOND * 30));
        assert_eq!(retry_after("Tue, 24 Nov 2026 09:00:00 GMT", now), Some(Duration::ZERO));
        assert_eq!(retry_after("soon", now), None);
    }
}
