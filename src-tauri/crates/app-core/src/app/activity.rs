//! What this app changed, and the requests that a screen made.

use crate::App;
use crate::activity;
use crate::contract::activity::{ActivityList, ListActivity, ListRequests, RequestMade};
use crate::contract::error::AppError;
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
        page.await.map(activity::page)
    }

    /// The latest requests that a screen made in this session, newest first.
    ///
    /// # Errors
    /// `not_connected`.
    pub async fn list_requests(&self, args: ListRequests) -> Result<Vec<RequestMade>, AppError> {
        Ok(self.session()?.recorder.requests(&args))
    }
}
