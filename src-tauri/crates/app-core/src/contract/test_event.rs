//! A test event, followed honestly from sending to a run.

use serde::{Deserialize, Serialize};

use super::error::AppError;

/// Argument of `send_test_event`.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct SendTestEvent {
    /// Id of the dataflow.
    pub flow_id: String,
    /// Label of the example it was made from, such as "NPS answer".
    pub label: String,
    /// The event, JSON text. It is real data: it lands in the dataset.
    pub text: String,
}

/// Names one test event.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct TestEventRef {
    /// Id of the test event; ours.
    pub test_event_id: String,
}

/// How a test event stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct TestEvent {
    /// Ours.
    pub test_event_id: String,
    /// Id of the dataflow.
    pub flow_id: String,
    /// Label of the example.
    pub label: String,
    /// Size in bytes.
    pub bytes: u32,
    /// When it was sent, by the session's clock.
    #[cfg_attr(test, ts(type = "number"))]
    pub sent_at: i64,
    /// How far it is known to have come.
    pub stage: TestStage,
    /// One sentence that says no more than is known.
    pub sentence: String,
    /// When to look again, by the session's clock.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, type = "number"))]
    pub look_again_at: Option<i64>,
}

/// Stages, each with what is known.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum TestStage {
    /// On its way, no answer yet.
    Sent,
    /// The endpoint did not take it.
    Refused {
        /// Why.
        problem: AppError,
    },
    /// The endpoint said 200: received, not ingested.
    Accepted {
        /// Time of receipt as the endpoint says, milliseconds since 1970.
        #[cfg_attr(test, ts(type = "number"))]
        received_at: i64,
    },
    /// A run covers the hour of receipt and is not finished.
    InRun {
        /// Time of receipt.
        #[cfg_attr(test, ts(type = "number"))]
        received_at: i64,
        /// Id of the run.
        run_id: String,
    },
    /// That run ended with nothing failed and received = ingested.
    Ingested {
        /// Time of receipt.
        #[cfg_attr(test, ts(type = "number"))]
        received_at: i64,
        /// Id of the run.
        run_id: String,
        /// Events of that run.
        #[cfg_attr(test, ts(type = "number"))]
        received: u64,
    },
    /// That run ended, but not all of its events were ingested; Adobe does not say which.
    Uncertain {
        /// Time of receipt.
        #[cfg_attr(test, ts(type = "number"))]
        received_at: i64,
        /// Id of the run.
        run_id: String,
        /// Its numbers.
        counts: super::runs::Counts,
    },
    /// No run covered the hour of receipt, long after it should have: it was probably dropped.
    NotSeen {
        /// Time of receipt.
        #[cfg_attr(test, ts(type = "number"))]
        received_at: i64,
    },
}
