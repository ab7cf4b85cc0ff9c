//! States of connections and dataflows, and outcomes of runs.

use crate::open_enum::open_enum;

open_enum! {
    /// State of a dataflow or a connection. Connections are documented with a subset of these.
    ResourceState {
        /// Working.
        Enabled = "enabled",
        /// Switched off.
        Disabled = "disabled",
        /// Not published yet.
        Draft = "draft",
        /// Being made.
        Initializing = "initializing",
        /// Being switched on.
        Enabling = "enabling",
        /// Being switched off.
        Disabling = "disabling",
        /// Being changed.
        Updating = "updating",
        /// Something is under way.
        InProgress = "inProgress",
        /// Switched on, with work left to do.
        EnabledFinalizing = "enabled-finalizing",
        /// Being removed.
        DeleteFinalizing = "delete-finalizing",
    }
}

open_enum! {
    /// How a run went. A run may be a success although records failed: look at the counts too.
    RunStatus {
        /// Done; maybe with failed records all the same.
        Success = "success",
        /// Some records were not ingested.
        PartialSuccess = "partialSuccess",
        /// Nothing was ingested.
        Failed = "failed",
        /// Some of it failed.
        PartialFailure = "partialFailure",
        /// Under way.
        InProgress = "inProgress",
        /// Under way, as some answers word it.
        Processing = "processing",
        /// Done, without a verdict.
        Completed = "completed",
        /// Waiting its turn.
        Queued = "queued",
        /// Planned.
        Scheduled = "scheduled",
    }
}

#[cfg(test)]
mod tests {
    use super::{ResourceState, RunStatus};

    #[test]
    fn casing_and_separators_do_not_matter() {
        for word in ["partialSuccess", "PARTIAL_SUCCESS", "partialsuccess", "Partial-Success"] {
            assert_eq!(RunStatus::from(word), RunStatus::PartialSuccess, "{word}");
        }
        assert_eq!(ResourceState::from("ENABLED"), ResourceState::Enabled);
    }

    #[test]
    fn an_unknown_word_is_kept_as_it_was_sent() {
        let state: ResourceState = serde_json::from_str("\"Hibernating\"").unwrap();
        assert_eq!(state, ResourceState::Other("Hibernating".to_owned()));
        assert_eq!(state.as_str(), "Hibernating");
    }

    #[test]
    fn an_odd_type_is_no_reason_to_lose_the_whole_answer() {
        let state: ResourceState = serde_json::from_str("null").unwrap();
        assert_eq!(state, ResourceState::Other(String::new()));
    }
}
