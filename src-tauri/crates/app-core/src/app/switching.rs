//! Switching dataflows on and off, and publishing drafts.

use crate::App;
use crate::contract::error::{AppError, FieldProblem};
use crate::contract::flows::FlowRef;
use crate::contract::switching::{SwitchFlows, SwitchedFlow};
use crate::publishing;
use crate::switching;

/// How many dataflows one call may switch: the window sends more in blocks, and shows how far it is.
const MOST: usize = 50;

impl App {
    /// Switches dataflows on or off, each after a fresh read.
    ///
    /// # Errors
    /// `not_connected`; `validation` for more than 50 of them. What fails for one is in its outcome.
    pub async fn switch_flows(&self, args: SwitchFlows) -> Result<Vec<SwitchedFlow>, AppError> {
        let session = self.session()?;
        if args.flow_ids.len() > MOST {
            return Err(AppError::validation(vec![FieldProblem {
                field: "flowIds".to_owned(),
                message: format!("Switch {MOST} dataflows at most in one call."),
            }]));
        }
        Ok(switching::switch_all(&session, args.flow_ids, args.on).await)
    }
    /// Turns a draft into a dataflow that takes events.
    ///
    /// # Errors
    /// `refused` when it cannot be published as it is; what else the platform says.
    pub async fn publish_flow(&self, args: FlowRef) -> Result<(), AppError> {
        publishing::publish(&*self.session()?, &args.flow_id.as_str().into()).await
    }
}
