//! Dataflows as they were read last, and the reading that goes on in the background.

/// The rows of one session.
#[derive(Default)]
pub(crate) struct FlowCache {}
