//! Rows on disk: taken in when a session begins, so that there is something to look at at once and offline, and
//! written after each reading that ended well, as far as they changed. Practice mode keeps its own in memory.

use local_history::KeptFlow;

use super::cache::FlowCache;
use crate::app::ActiveSession;
use crate::contract::flows::FlowRow;
use crate::kept::on_disk;

/// Takes in what was kept, once. What cannot be read is as good as not kept.
pub(super) async fn take_in(session: &ActiveSession) {
    let cache = &session.flows;
    cache.begun.get_or_init(|| async { load(session, cache).await }).await;
}

async fn load(session: &ActiveSession, cache: &FlowCache) {
    let mut written = cache.kept.lock().await;
    let scope = session.scope.clone();
    let kept = on_disk(&session.history, move |history| history.kept_flows(&scope)).await;
    let Ok(Some(kept)) = kept else { return };
    let read = |flow: &KeptFlow| serde_json::from_str::<FlowRow>(&flow.content).ok();
    let rows = kept.flows.iter().filter_map(read).collect();
    let mut state = cache.lock();
    state.take_in(rows, kept.read_at);
    *written = state.change;
}

/// Writes what changed since it was last written. The list does not depend on it: a full disk is told elsewhere.
pub(super) async fn keep(session: &ActiveSession) {
    let mut written = session.flows.kept.lock().await;
    let (read_at, changed, gone, change) = {
        let state = session.flows.lock();
        let Some(read_at) = state.read_at else { return };
        let rows = state.rows.values().filter(|listed| listed.change > *written);
        let changed: Vec<KeptFlow> = rows.filter_map(|listed| content(&listed.row)).collect();
        let gone = state.gone.iter().filter(|(_, change)| **change > *written);
        let gone: Vec<String> = gone.map(|(id, _)| id.clone()).collect();
        (read_at, changed, gone, state.change)
    };
    let scope = session.scope.clone();
    let kept = on_disk(&session.history, move |history| {
        history.keep_flows(&scope, read_at, &changed, &gone)
    });
    match kept.await {
        Ok(()) => *written = change,
        Err(error) => tracing::warn!(code = ?error.code, "the list was not kept"),
    }
}

fn content(row: &FlowRow) -> Option<KeptFlow> {
    let content = serde_json::to_string(row).ok()?;
    Some(KeptFlow { flow_id: row.id.clone(), content })
}
