//! Dataflows: the list, their last day, one of them whole.

use crate::App;
use crate::contract::error::{AppError, FieldProblem};
use crate::contract::flows::{FlowDetail, FlowList, FlowRef, ListFlows};
use crate::contract::runs::{FlowDay, GetFlowDays};
use crate::monitor::{self, Ask};

/// How many dataflows one request for days may name: as many as a window shows.
const MOST_DAYS: usize = 50;

impl App {
    /// Dataflows of the sandbox: what is news to a window with this cursor, while a reading goes on in the background.
    ///
    /// # Errors
    /// `not_connected`; why reading stopped is in the reply.
    pub async fn list_flows(&self, args: ListFlows) -> Result<FlowList, AppError> {
        let ask = match (args.refresh, args.everything) {
            (false, _) => Ask::Known,
            (true, false) => Ask::Changes,
            (true, true) => Ask::Everything,
        };
        Ok(monitor::list(&self.session()?, ask, args.cursor.as_deref()).await)
    }

    /// The last 24 hours of the rows in view.
    ///
    /// # Errors
    /// `validation` for more than 50 of them; what the platform says.
    pub async fn get_flow_days(&self, args: GetFlowDays) -> Result<Vec<FlowDay>, AppError> {
        let session = self.session()?;
        if args.flow_ids.len() > MOST_DAYS {
            return Err(AppError::validation(vec![FieldProblem {
                field: "flowIds".to_owned(),
                message: format!("Ask for {MOST_DAYS} dataflows at most."),
            }]));
        }
        monitor::read_days(&session, &args.flow_ids).await.map_err(|error| session.explain(&error))
    }

    /// One dataflow, whole.
    ///
    /// # Errors
    /// `not_found`, and what else the platform says of the dataflow itself.
    pub async fn get_flow(&self, args: FlowRef) -> Result<FlowDetail, AppError> {
        let session = self.session()?;
        let id = args.flow_id.as_str().into();
        let detail = monitor::read_detail(&session, &id).await;
        let detail = detail.map_err(|error| session.explain(&error))?;
        Ok(FlowDetail { test_events: self.test_events_of(&session, &args.flow_id).await, ..detail })
    }
}
