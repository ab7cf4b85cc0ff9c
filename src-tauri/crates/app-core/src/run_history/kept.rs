//! The runs of a window that this computer keeps.

use aep_client::FlowId;

use super::keeping::not_kept;
use crate::app::ActiveSession;
use crate::contract::error::AppError;
use crate::contract::runs::Run;
use crate::kept::on_disk;

/// What this computer knows of a window.
#[derive(Debug, Default)]
pub(crate) struct Kept {
    /// Its runs, newest first.
    pub(crate) runs: Vec<Run>,
    /// Why they cannot be read, or no more are being kept.
    pub(crate) problem: Option<AppError>,
}

/// Reads the runs of a dataflow that began from `since` to before `until`. A history that cannot be read is told, and
/// keeps nobody from reading the platform.
pub(crate) async fn kept(session: &ActiveSession, flow: &FlowId, since: i64, until: i64) -> Kept {
    let (scope, flow) = (session.scope.clone(), flow.as_str().to_owned());
    let read = on_disk(&session.history, move |history| {
        Ok(history.runs(&scope, Some(&flow), since, until))
    });
    match read.await {
        Ok(Ok(kept)) => {
            let runs = kept.into_iter().filter_map(|run| serde_json::from_value(run.content).ok());
            Kept { runs: runs.collect(), problem: session.keeping.problem() }
        }
        Ok(Err(error)) => Kept { problem: Some(not_kept(error)), ..Kept::default() },
        Err(problem) => Kept { problem: Some(problem), ..Kept::default() },
    }
}
