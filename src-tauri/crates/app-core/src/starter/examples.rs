//! Example events, so that a mapping can be tried before Pendo has sent anything. The values are invented.
//!
//! The shape of the guide event follows the example that Pendo publishes. What Pendo adds for polls and NPS
//! (`pollProperties`) is **not verified**: nobody has published it. The starter lines therefore do not rely on it,
//! and the labels say "example"; a person who wants answers in the record pastes an event of their own.

use crate::contract::mapping::ExampleEvent;

/// One example event.
pub(super) struct Example {
    id: &'static str,
    label: &'static str,
    text: &'static str,
}

impl Example {
    /// As the window gets it.
    pub(super) fn event(&self) -> ExampleEvent {
        ExampleEvent {
            id: self.id.to_owned(),
            label: self.label.to_owned(),
            text: self.text.trim_end().to_owned(),
        }
    }
}

/// A guide was shown.
pub(super) const GUIDE_DISPLAYED: Example = Example {
    id: "guide_displayed",
    label: "Guide displayed (example)",
    text: include_str!("examples/guide_displayed.json"),
};

/// A poll was answered.
pub(super) const POLL_ANSWER: Example = Example {
    id: "poll_answer",
    label: "Poll answer (example)",
    text: include_str!("examples/poll_answer.json"),
};

/// An NPS survey was answered.
pub(super) const NPS_ANSWER: Example = Example {
    id: "nps_answer",
    label: "NPS answer (example)",
    text: include_str!("examples/nps_answer.json"),
};
