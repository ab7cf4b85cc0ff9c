//! A test event as it is kept on disk: neither the event nor the address it went to.

use local_history::SentTestEvent;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::words::{look_again_at, sentence};
use crate::contract::test_event::{TestEvent, TestStage};

/// A test event and how far it is known to have come.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Record {
    /// Ours; begins with the id of the dataflow, so that the event is found by its id alone.
    pub(crate) id: String,
    /// Id of the dataflow.
    pub(crate) flow_id: String,
    /// When it was sent, by the session's clock.
    pub(crate) sent_at: i64,
    /// What else is kept.
    pub(crate) content: Content,
}

/// The part of a record that is kept as JSON.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Content {
    /// Label of the example.
    pub(crate) label: String,
    /// Size in bytes.
    pub(crate) bytes: u32,
    /// Whether the dataflow was new or just changed when it was sent.
    pub(crate) settling: bool,
    /// How far it has come.
    pub(crate) stage: TestStage,
}

impl Record {
    /// An event about to be sent.
    pub(crate) fn new(
        flow_id: &str,
        sent_at: i64,
        label: &str,
        bytes: usize,
        settling: bool,
    ) -> Self {
        Self {
            id: format!("{flow_id}.{}", Uuid::new_v4().simple()),
            flow_id: flow_id.to_owned(),
            sent_at,
            content: Content {
                label: label.to_owned(),
                bytes: u32::try_from(bytes).unwrap_or(u32::MAX),
                settling,
                stage: TestStage::Sent,
            },
        }
    }

    /// The dataflow that an id belongs to.
    pub(crate) fn flow_of(id: &str) -> Option<&str> {
        id.rsplit_once('.').map(|(flow, _)| flow)
    }

    /// As it was kept; none when this version cannot read it.
    pub(crate) fn read(kept: SentTestEvent) -> Option<Self> {
        let content = serde_json::from_value(kept.content).ok()?;
        Some(Self { id: kept.id, flow_id: kept.flow_id, sent_at: kept.sent_at, content })
    }

    /// As it will be kept.
    pub(crate) fn write(&self) -> Option<SentTestEvent> {
        Some(SentTestEvent {
            id: self.id.clone(),
            flow_id: self.flow_id.clone(),
            sent_at: self.sent_at,
            content: serde_json::to_value(&self.content).ok()?,
        })
    }

    /// As the window shows it.
    pub(crate) fn view(&self, now: i64) -> TestEvent {
        TestEvent {
            test_event_id: self.id.clone(),
            flow_id: self.flow_id.clone(),
            label: self.content.label.clone(),
            bytes: self.content.bytes,
            sent_at: self.sent_at,
            sentence: sentence(&self.content.stage, self.content.settling),
            look_again_at: look_again_at(&self.content.stage, now),
            stage: self.content.stage.clone(),
        }
    }
}
