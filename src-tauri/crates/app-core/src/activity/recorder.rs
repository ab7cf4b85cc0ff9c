//! Takes down what a session asks of the platform: every request for a while, every change for good. A change that
//! cannot be taken down is made all the same; the log says so.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use aep_client::{Exchange, Observer, Told};
use local_history::{ActivityRecord, History, Scope};

use super::deed::Deed;
use super::doing::{Doing, current};
use super::known::{Known, id_in, name_in};
use super::requests::Requests;
use super::view::{answer_of, outcome_of, stored_name};
use crate::contract::activity::{ListRequests, RequestMade};
use crate::kept::on_disk;

type Shared<T> = Arc<dyn Fn() -> T + Send + Sync>;

/// What a recorder is made of.
pub(crate) struct RecorderParts {
    /// Where rows belong.
    pub(crate) scope: Scope,
    /// Where they are kept: on disk, or in practice mode's memory.
    pub(crate) history: Arc<History>,
    /// Name of the saved sign-in as it is now.
    pub(crate) profile_name: Shared<String>,
    /// The session's time in milliseconds since 1970.
    pub(crate) now: Shared<i64>,
}

/// Takes down what a session asks of the platform.
pub(crate) struct Recorder {
    parts: RecorderParts,
    known: Mutex<Known>,
    requests: Mutex<Requests>,
}

impl Recorder {
    /// A recorder that knows nothing yet.
    pub(crate) fn new(parts: RecorderParts) -> Arc<Self> {
        Arc::new(Self { parts, known: Mutex::default(), requests: Mutex::default() })
    }

    /// The latest requests of a screen, newest first.
    pub(crate) fn requests(&self, wanted: &ListRequests) -> Vec<RequestMade> {
        lock(&self.requests).of(wanted)
    }

    /// The row of a change; none for what only asks.
    fn row(&self, exchange: &Exchange, doing: Option<&Doing>) -> Option<ActivityRecord> {
        let deed = Deed::of(exchange)?;
        let mut known = lock(&self.known);
        let outcome = outcome_of(&exchange.answer);
        let made = exchange.answer.as_ref().ok().and_then(|answer| id_in(&answer.body));
        let object_id = exchange.ids.first().cloned().or(made).unwrap_or_default();
        let named = exchange.body.as_ref().and_then(name_in);
        let object_name = named.unwrap_or_else(|| known.name(&object_id));
        if exchange.ids.is_empty() {
            known.learn_name(&object_id, &object_name);
        }
        let answer = answer_of(&exchange.answer);
        Some(ActivityRecord {
            profile_name: (self.parts.profile_name)(),
            done_at: (self.parts.now)(),
            command: doing.map_or("", |doing| doing.command).to_owned(),
            kind: stored_name(&deed.kind),
            sentence: deed.sentence(&object_name, outcome),
            object_id,
            object_name,
            outcome: stored_name(&outcome),
            status: answer.status,
            code: answer.code,
            request_id: answer.request_id,
            operation: exchange.operation(),
            took_ms: i64::try_from(exchange.took.as_millis()).unwrap_or(i64::MAX),
            change: known.change(exchange).and_then(|change| serde_json::to_value(change).ok()),
        })
    }

    async fn take_down(&self, exchange: Exchange) {
        let doing = current();
        lock(&self.requests).add(doing.clone(), &exchange, (self.parts.now)());
        lock(&self.known).learn(&exchange);
        let Some(row) = self.row(&exchange, doing.as_ref()) else { return };
        let scope = self.parts.scope.clone();
        let kept = on_disk(&self.parts.history, move |history| history.add_activity(&scope, &row));
        if let Err(error) = kept.await {
            tracing::warn!(operation = exchange.operation(), code = ?error.code, "not taken down");
        }
    }
}

impl Observer for Recorder {
    fn finished(&self, exchange: Exchange) -> Told<'_> {
        Box::pin(self.take_down(exchange))
    }
}

fn lock<T>(what: &Mutex<T>) -> MutexGuard<'_, T> {
    what.lock().unwrap_or_else(PoisonError::into_inner)
}
