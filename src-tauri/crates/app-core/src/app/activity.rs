//! What this app changed, and the requests that a screen made.

use crate::App;
use crate::activity;
use crate::change::revert;
use crate::contract::activity::{
    ActivityList, ActivityRef, ActivityRow, ExportActivity, ListActivity, ListRequests, RequestMade,
};
use crate::contract::error::{Action, AppError, ErrorCode, Owner};
use crate::contract::files::ExportedFile;
use crate::kept::on_disk;

/// How many rows one call may answer.
const MOST_ROWS: u32 = 500;

impl App {
    /// What this app changed in the sandbox in use, newest first.
    ///
    /// # Errors
    /// `not_connected`; what kept the database from being read.
    pub async fn list_activity(&self, args: ListActivity) -> Result<ActivityList, AppError> {
        let session = self.session()?;
        let scope = session.scope.clone();
        let filter = activity::filter(&args.search);
        let limit = args.limit.min(MOST_ROWS);
        let page = on_disk(&session.history, move |history| {
            history.activity(&scope, &filter, args.skip, limit)
        });
        page.await.map(|page| activity::page(page, session.now()))
    }

    /// All that match, as a file.
    ///
    /// # Errors
    /// As [`App::list_activity`].
    pub async fn export_activity(&self, args: ExportActivity) -> Result<ExportedFile, AppError> {
        let session = self.session()?;
        let scope = session.scope.clone();
        let filter = activity::filter(&args.search);
        let page = on_disk(&session.history, move |history| {
            history.activity(&scope, &filter, 0, u32::MAX)
        });
        let rows = activity::page(page.await?, session.now()).rows;
        Ok(activity::export(&rows, &session.scope.sandbox, args.format))
    }

    /// Puts back what a change of a dataflow replaced; the row is marked, and the undoing is a row of its own.
    ///
    /// # Errors
    /// `not_found` when it cannot be undone any more; `conflict` when it was changed since.
    pub async fn undo_activity(&self, args: ActivityRef) -> Result<ActivityRow, AppError> {
        let session = self.session()?;
        let (scope, id) = (session.scope.clone(), args.activity_id);
        let stored = on_disk(&session.history, move |history| history.one_activity(&scope, id));
        let mut stored = stored.await?.ok_or_else(|| AppError::gone("This entry"))?;
        let change = activity::way_back(&stored, session.now())
            .map_err(|why| why.map_or_else(|| AppError::gone("The way back"), too_late))?;
        let flow_id = stored.record.object_id.as_str().into();
        revert(&session, &flow_id, &stored, &change).await?;
        let (scope, now) = (session.scope.clone(), session.now());
        on_disk(&session.history, move |history| history.mark_undone(&scope, id, now)).await?;
        stored.undone_at = Some(now);
        Ok(activity::row(stored, now))
    }

    /// The latest requests that a screen made in this session, newest first.
    ///
    /// # Errors
    /// `not_connected`.
    pub async fn list_requests(&self, args: ListRequests) -> Result<Vec<RequestMade>, AppError> {
        Ok(self.session()?.recorder.requests(&args))
    }
}

/// It could be undone for a while.
fn too_late(why: &str) -> AppError {
    AppError::plain(
        ErrorCode::Refused,
        Owner::You,
        Action::Reload,
        "This cannot be undone any more",
        format!("{why} Nothing was changed."),
    )
}
