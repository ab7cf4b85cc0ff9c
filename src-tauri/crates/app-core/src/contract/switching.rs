//! Switching dataflows on and off, one or many: one outcome for each.

use serde::{Deserialize, Serialize};

use super::error::AppError;
use super::flows::FlowState;

/// Argument of `switch_flows`.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct SwitchFlows {
    /// Ids of the dataflows; 50 at most.
    pub flow_ids: Vec<String>,
    /// True: on. False: off.
    pub on: bool,
}

/// What became of one dataflow.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct SwitchedFlow {
    /// Id of the dataflow.
    pub flow_id: String,
    /// Its name; the id where it could not be read.
    pub name: String,
    /// How it went.
    pub outcome: SwitchOutcome,
    /// Its state as far as it was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<FlowState>,
    /// Why it was not switched.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub problem: Option<AppError>,
}

/// How switching went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum SwitchOutcome {
    /// Switched.
    Switched,
    /// It was so already; nothing was sent.
    AlreadySo,
    /// Not switched; see `problem`.
    Failed,
}
