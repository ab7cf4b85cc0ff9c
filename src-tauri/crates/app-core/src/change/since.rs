//! Whether a dataflow is still as this app left it. Pure.
//!
//! On and off are two states only: one that was switched twice looks like one that was not touched, so its version
//! decides.

/// The platform itself rewrites a dataflow shortly after a run of it was completed.
const AFTER_A_RUN: i64 = 2 * 60_000;

/// A dataflow as it was read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Now<'a> {
    /// Its version.
    pub(super) etag: &'a str,
    /// When it was changed last.
    pub(super) updated_at: Option<i64>,
    /// When its last run was completed.
    pub(super) completed_at: Option<i64>,
}

/// Whether somebody else changed it since this app left it in this version, at this time.
pub(super) fn is_touched(left: &str, left_at: i64, now: Now<'_>) -> bool {
    if now.etag == left {
        return false;
    }
    let Some(completed) = now.completed_at.filter(|completed| *completed >= left_at) else {
        return true;
    };
    now.updated_at.is_some_and(|updated| updated >= completed + AFTER_A_RUN)
}

#[cfg(test)]
mod tests {
    use super::{Now, is_touched};

    const LEFT_AT: i64 = 1_000_000;

    fn touched(etag: &str, updated_at: i64, completed_at: Option<i64>) -> bool {
        is_touched("1", LEFT_AT, Now { etag, updated_at: Some(updated_at), completed_at })
    }

    #[test]
    fn the_version_that_was_left_is_untouched_whatever_the_times_say() {
        assert!(!touched("1", LEFT_AT + 900_000, None));
    }

    #[test]
    fn another_version_without_a_run_is_somebody_elses() {
        assert!(touched("2", LEFT_AT + 5_000, None));
        assert!(touched("2", LEFT_AT + 5_000, Some(LEFT_AT - 1)));
    }

    #[test]
    fn another_version_right_after_a_run_is_the_platforms_own_doing() {
        assert!(!touched("2", LEFT_AT, Some(LEFT_AT + 60_000)));
        assert!(!touched("2", LEFT_AT + 64_000, Some(LEFT_AT + 60_000)));
        assert!(touched("2", LEFT_AT + 600_000, Some(LEFT_AT + 60_000)), "changed after the run");
    }
}
