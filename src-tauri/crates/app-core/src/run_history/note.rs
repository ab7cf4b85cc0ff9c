//! Noting runs as they are read: behind the reading's back, so that a slow, full or locked disk never slows or
//! breaks it.

use std::sync::Arc;

use aep_client::flow_service::FlowRun;
use local_history::StoredRun;

use crate::app::ActiveSession;
use crate::contract::runs::RunState;
use crate::monitor::{HOUR, millis, run};

/// How far back runs are kept: thirteen months, so that a month can be compared with that of the year before.
pub(super) const KEPT: i64 = 396 * 24 * HOUR;

/// Keeps runs in one transaction, some time soon.
pub(crate) fn note(session: &ActiveSession, runs: &[FlowRun]) {
    let stored: Vec<StoredRun> = runs.iter().filter_map(stored).collect();
    if stored.is_empty() {
        return;
    }
    let (history, scope) = (Arc::clone(&session.history), session.scope.clone());
    let keeping = Arc::clone(&session.keeping);
    let oldest = session.now() - KEPT;
    tokio::task::spawn_blocking(move || {
        let written = history.keep_runs(&scope, &stored, oldest);
        if let Err(error) = &written {
            tracing::info!(runs = stored.len(), %error, "runs could not be kept");
        }
        keeping.ended(&written);
    });
}

/// A run without dataflow or time cannot be found again and is not kept.
fn stored(read: &FlowRun) -> Option<StoredRun> {
    let shown = run(read);
    let changed = millis(read.updated_at).or_else(|| millis(read.created_at));
    Some(StoredRun {
        run_id: shown.id.clone(),
        flow_id: read.flow_id.as_ref()?.as_str().to_owned(),
        started_at: shown.started_at.or(changed)?,
        ended: shown.state != RunState::InProgress,
        updated_at: changed.unwrap_or_default(),
        content: serde_json::to_value(&shown).ok()?,
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::stored;

    #[test]
    fn what_is_kept_of_a_run_holds_no_streaming_endpoint() {
        let canary = "ab12".repeat(16);
        let run = serde_json::from_value(json!({ "id": "r", "flowId": "f", "createdAt": 7,
            "metrics": { "statusSummary": { "status": "failed", "errors": [
                { "code": "X", "message": format!("https://dcs.example/collection/{canary}") }] } } }));
        let kept = stored(&run.unwrap()).unwrap();
        assert!(!format!("{kept:?}").contains(&canary), "{kept:?}");
        assert_eq!((kept.started_at, kept.ended), (7, true));
    }

    #[test]
    fn a_run_that_could_not_be_found_again_is_not_kept() {
        let run = |value| serde_json::from_value(value).unwrap();
        assert!(stored(&run(json!({ "id": "r", "createdAt": 7 }))).is_none());
        assert!(stored(&run(json!({ "id": "r", "flowId": "f" }))).is_none());
    }
}
