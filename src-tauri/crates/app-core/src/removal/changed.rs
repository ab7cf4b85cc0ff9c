//! Whether a dataflow is still the one that was planned. Pure.

use aep_client::flow_service::ResourceState;

use super::entry::PlannedAs;
use crate::contract::flows::FlowState;
use crate::monitor::flow_state;

/// The platform itself rewrites a dataflow shortly after a run of it was completed.
const AFTER_A_RUN: i64 = 2 * 60_000;

/// Whether somebody changed it since. `completed_at` is when its last run was completed.
pub(crate) fn is_changed(planned: &PlannedAs, now: &PlannedAs, completed_at: Option<i64>) -> bool {
    let settled = is_passing(&planned.state);
    let same = |planned: &PlannedAs| PlannedAs {
        // What was on its way when it was planned has arrived since.
        state: if settled { now.state.clone() } else { planned.state.clone() },
        etag: now.etag.clone(),
        updated_at: now.updated_at,
        last_run: now.last_run.clone(),
        ..planned.clone()
    };
    if same(planned) != *now {
        return true;
    }
    planned.etag != now.etag && !is_explained_by_a_run(planned, now, completed_at)
}

/// Whether this is a state on the way to another one.
pub(crate) fn is_passing(state: &str) -> bool {
    matches!(flow_state(&ResourceState::from(state)), FlowState::Changing { .. })
}

fn is_explained_by_a_run(planned: &PlannedAs, now: &PlannedAs, completed_at: Option<i64>) -> bool {
    let ran = planned.last_run != now.last_run;
    let by_the_run = match (now.updated_at, completed_at) {
        (Some(updated), Some(completed)) => (0..AFTER_A_RUN).contains(&(updated - completed)),
        _ => false,
    };
    ran && (planned.updated_at == now.updated_at || by_the_run)
}

#[cfg(test)]
mod tests {
    use super::is_changed;
    use crate::removal::entry::PlannedAs;

    fn flow() -> PlannedAs {
        PlannedAs {
            id: "f".to_owned(),
            name: "NPS".to_owned(),
            state: "enabled".to_owned(),
            etag: "1".to_owned(),
            updated_at: Some(1_000),
            last_run: Some("r1".to_owned()),
            sources: vec!["s".to_owned()],
            targets: vec!["t".to_owned()],
            mapping: Some(("m".to_owned(), 0)),
        }
    }

    #[test]
    fn the_same_version_is_unchanged_and_another_one_is_changed() {
        assert!(!is_changed(&flow(), &flow(), None));
        let touched = PlannedAs { etag: "2".to_owned(), ..flow() };
        assert!(is_changed(&flow(), &touched, Some(900)));
        let edited = PlannedAs { updated_at: Some(900_000), ..touched };
        assert!(is_changed(&flow(), &edited, None));
    }

    #[test]
    fn another_version_right_after_a_run_is_the_platforms_own_doing() {
        let ran = PlannedAs { etag: "2".to_owned(), last_run: Some("r2".to_owned()), ..flow() };
        assert!(!is_changed(&flow(), &ran, Some(5_000)));
        let written = PlannedAs { updated_at: Some(65_000), ..ran };
        assert!(!is_changed(&flow(), &written, Some(60_000)));
        let later = PlannedAs { updated_at: Some(600_000), ..written };
        assert!(is_changed(&flow(), &later, Some(60_000)), "somebody changed it after the run");
    }

    #[test]
    fn one_that_was_on_its_way_when_it_was_planned_may_have_arrived() {
        let planned = PlannedAs { state: "enabling".to_owned(), ..flow() };
        assert!(!is_changed(&planned, &flow(), None));
        assert!(is_changed(&flow(), &planned, None), "it was switched after it was planned");
    }

    #[test]
    fn other_connections_mapping_name_or_state_are_a_change_whatever_the_version_says() {
        let changes: [fn(&mut PlannedAs); 5] = [
            |flow| flow.sources.push("s2".to_owned()),
            |flow| flow.targets.clear(),
            |flow| flow.mapping = Some(("m".to_owned(), 1)),
            |flow| flow.name.push('!'),
            |flow| flow.state = "disabled".to_owned(),
        ];
        for change in changes {
            let mut now = flow();
            change(&mut now);
            assert!(is_changed(&flow(), &now, None), "{now:?}");
        }
    }
}
