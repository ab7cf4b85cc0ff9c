//! Dataflows and their runs.

use crate::App;
use crate::contract::error::AppError;
use crate::contract::flows::{FlowDetail, FlowList, FlowRef, ListFlows};
use crate::contract::runs::{FlowDay, GetFlowDays, ListRuns, Run};

impl App {
    /// Dataflows of the sandbox.
    ///
    /// # Errors
    /// Not built yet.
    pub async fn list_flows(&self, _args: ListFlows) -> Result<FlowList, AppError> {
        Err(AppError::internal("not built yet"))
    }

    /// The last 24 hours.
    ///
    /// # Errors
    /// Not built yet.
    pub async fn get_flow_days(&self, _args: GetFlowDays) -> Result<Vec<FlowDay>, AppError> {
        Err(AppError::internal("not built yet"))
    }

    /// One dataflow, whole.
    ///
    /// # Errors
    /// Not built yet.
    pub async fn get_flow(&self, _args: FlowRef) -> Result<FlowDetail, AppError> {
        Err(AppError::internal("not built yet"))
    }

    /// Runs of one dataflow.
    ///
    /// # Errors
    /// Not built yet.
    pub async fn list_runs(&self, _args: ListRuns) -> Result<Vec<Run>, AppError> {
        Err(AppError::internal("not built yet"))
    }
}
