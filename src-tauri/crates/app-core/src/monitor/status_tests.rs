//! Every row of the status table, and which of two wins.

use aep_client::flow_service::{ResourceState, RunStatus};

use super::HOUR;
use super::health::DaySeen;
use super::quiet::HourSeen;
use super::status::{Known, LastSeen, RunsSeen, flow_state, status};
use crate::contract::flows::{FlowState, FlowStatus, StatusKind};
use crate::contract::runs::Counts;

const NOW: i64 = 1_800_000_000_000;

/// A run that began two hours ago: status word, received, ingested, failed.
type Run<'a> = (&'a str, Option<u64>, Option<u64>, Option<u64>);

fn told(state: &str, run: Option<Run>, age: i64) -> (StatusKind, String, String) {
    let word = run.map(|run| RunStatus::from(run.0));
    let last = run.zip(word.as_ref()).map(|((_, received, ingested, failed), status)| LastSeen {
        status,
        started_at: Some(NOW - 2 * HOUR),
        counts: Counts { received, ingested, failed },
        warned: None,
        errors: false,
    });
    let known = Known {
        state: &ResourceState::from(state),
        source: Some("Pendo"),
        runs: RunsSeen { last, ..RunsSeen::default() },
        created_at: Some(NOW - age),
        now: NOW,
    };
    let status = status(&known);
    (status.kind, status.label, status.sentence)
}

/// Status of an enabled dataflow, made a month ago, after this run.
fn after(run: Run) -> (StatusKind, String, String) {
    told("enabled", Some(run), 720 * HOUR)
}

#[test]
fn every_row_of_the_table_has_its_label_and_sentence() {
    let some = Some;
    let table: [(Run, StatusKind, &str, &str); 12] = [
        (
            ("success", some(340), some(340), some(0)),
            StatusKind::Healthy,
            "Healthy",
            "All 340 events of the last run were ingested.",
        ),
        (
            ("success", some(1), some(1), some(0)),
            StatusKind::Healthy,
            "Healthy",
            "The one event of the last run was ingested.",
        ),
        (("success", None, None, None), StatusKind::Healthy, "Healthy", "The last run ended well."),
        (
            ("success", some(340), some(337), some(3)),
            StatusKind::HealthyWithGaps,
            "Healthy, with gaps",
            "Ingested, but 3 events had problems.",
        ),
        (
            ("success", some(340), some(333), some(0)),
            StatusKind::HealthyWithGaps,
            "Healthy, with gaps",
            "7 of 340 events are unaccounted for.",
        ),
        (
            ("partialSuccess", some(340), some(328), some(12)),
            StatusKind::SomeLost,
            "Some events lost",
            "12 of 340 events were not ingested.",
        ),
        (
            ("partialSuccess", some(340), some(339), None),
            StatusKind::SomeLost,
            "Some events lost",
            "1 of 340 events was not ingested.",
        ),
        (
            ("partialSuccess", None, None, None),
            StatusKind::SomeLost,
            "Some events lost",
            "Some events of the last run were not ingested.",
        ),
        (
            ("failed", None, None, None),
            StatusKind::Failing,
            "Failing",
            "Nothing was ingested in the last run.",
        ),
        (
            ("failed", some(40), some(0), some(40)),
            StatusKind::Failing,
            "Failing",
            "Nothing was ingested in the last run: 40 events failed.",
        ),
        (
            ("failed", some(40), some(10), some(30)),
            StatusKind::Failing,
            "Failing",
            "The last run failed; 10 of 40 events were ingested.",
        ),
        (
            ("inProgress", some(40), None, None),
            StatusKind::Working,
            "Working",
            "Experience Platform is processing this hour.",
        ),
    ];
    for (run, kind, label, sentence) in table {
        assert_eq!(after(run), (kind, label.to_owned(), sentence.to_owned()), "{run:?}");
    }
}

#[test]
fn numbers_that_do_not_add_up_are_told_in_both_directions() {
    for (ingested, sentence) in [
        (339, "1 of 340 events is unaccounted for."),
        (345, "The numbers do not add up: 340 received, 345 ingested."),
    ] {
        let told = after(("success", Some(340), Some(ingested), Some(0)));
        assert_eq!((told.0, told.2.as_str()), (StatusKind::HealthyWithGaps, sentence));
    }
}

#[test]
fn words_are_compared_without_case_and_separators() {
    for (word, kind) in [
        ("SUCCESS", StatusKind::Healthy),
        ("Failed", StatusKind::Failing),
        ("PARTIAL_SUCCESS", StatusKind::SomeLost),
        ("IN_PROGRESS", StatusKind::Working),
        ("PROCESSING", StatusKind::Working),
    ] {
        assert_eq!(after((word, None, None, None)).0, kind, "{word}");
    }
    assert_eq!(told("DISABLED", None, HOUR).0, StatusKind::Off);
}

#[test]
fn an_unknown_word_is_shown_as_it_was_sent() {
    let run = after(("Marinating", None, None, None));
    assert_eq!(run.1, "Unknown: \"Marinating\"");
    let flow = told("Hibernating", Some(("success", None, None, None)), HOUR);
    assert_eq!(flow.1, "Unknown: \"Hibernating\"");
}

#[test]
fn completed_alone_is_no_good_news() {
    assert_eq!(after(("COMPLETED", None, None, None)).0, StatusKind::Unknown);
    assert_eq!(after(("COMPLETED", Some(5), Some(5), Some(0))).0, StatusKind::Healthy);
    assert_eq!(after(("COMPLETED", Some(5), Some(3), Some(2))).0, StatusKind::HealthyWithGaps);
}

#[test]
fn a_new_dataflow_waits_and_an_older_one_is_told_to_check_the_webhook() {
    let young = told("enabled", None, 2 * HOUR);
    assert_eq!(
        (young.0, young.2.as_str()),
        (StatusKind::WaitingForFirstRun, "Normal for the first one to two hours.")
    );
    let old = told("enabled", None, 75 * HOUR);
    assert_eq!(old.0, StatusKind::NoEventsYet);
    assert_eq!(old.2, "Nothing has arrived in 3 days. Check the webhook in Pendo.");
    assert_eq!(
        enabled(RunsSeen::default()).sentence,
        "Nothing has arrived so far. Check its source."
    );
}

#[test]
fn off_and_draft_win_over_changing_and_changing_over_runs() {
    let failed = Some(("failed", None, None, None));
    assert_eq!(told("disabled", failed, HOUR).0, StatusKind::Off);
    assert_eq!(told("draft", failed, HOUR).0, StatusKind::Draft);
    for word in [
        "enabling",
        "disabling",
        "updating",
        "initializing",
        "enabled-finalizing",
        "delete-finalizing",
    ] {
        assert_eq!(told(word, failed, HOUR).0, StatusKind::Changing, "{word}");
        assert!(matches!(flow_state(&word.into()), FlowState::Changing { .. }));
    }
}

/// A run without numbers that began an hour ago.
fn plain(status: &RunStatus) -> LastSeen<'_> {
    LastSeen {
        status,
        started_at: Some(NOW - HOUR),
        counts: Counts::default(),
        warned: None,
        errors: false,
    }
}

/// Status of an enabled dataflow with these runs.
fn enabled(runs: RunsSeen) -> FlowStatus {
    status(&Known {
        state: &ResourceState::Enabled,
        source: None,
        runs,
        created_at: None,
        now: NOW,
    })
}

#[test]
fn a_run_under_way_does_not_hide_the_trouble_of_the_one_before() {
    for (before, kind) in [
        (RunStatus::Failed, StatusKind::Failing),
        (RunStatus::PartialSuccess, StatusKind::SomeLost),
        (RunStatus::Success, StatusKind::Working),
        (RunStatus::Other("Marinating".to_owned()), StatusKind::Working),
    ] {
        let ended = Some(plain(&before));
        let last = Some(plain(&RunStatus::InProgress));
        let runs = RunsSeen { last, ended, ..RunsSeen::default() };
        assert_eq!(enabled(runs).kind, kind, "{before:?}");
    }
}

/// Ten events an hour, from three days ago until `until` hours ago.
fn busy(until: i64) -> Vec<HourSeen> {
    (until..72).map(|ago| HourSeen { start: NOW - ago * HOUR, received: 10 }).collect()
}

fn with_hours(word: &str, hours: &[HourSeen]) -> StatusKind {
    let last = LastSeen {
        status: &RunStatus::from(word),
        started_at: hours.iter().map(|hour| hour.start).max(),
        counts: Counts::default(),
        warned: None,
        errors: false,
    };
    let hours_since = Some(NOW - 36 * HOUR);
    let runs =
        RunsSeen { last: Some(last), hours: hours.to_vec(), hours_since, ..RunsSeen::default() };
    enabled(runs).kind
}

#[test]
fn silence_wins_over_a_good_last_run_but_not_over_a_failed_one() {
    assert_eq!(with_hours("success", &busy(8)), StatusKind::Quiet);
    assert_eq!(with_hours("partialSuccess", &busy(8)), StatusKind::Quiet);
    assert_eq!(with_hours("failed", &busy(8)), StatusKind::Failing);
    assert_eq!(with_hours("success", &busy(2)), StatusKind::Healthy);
}

#[test]
fn a_last_run_of_days_ago_is_quiet_even_when_no_hours_were_read() {
    let last = LastSeen {
        status: &RunStatus::Success,
        started_at: Some(NOW - 80 * HOUR),
        counts: Counts::default(),
        warned: None,
        errors: false,
    };
    let runs = RunsSeen { last: Some(last), ..RunsSeen::default() };
    assert_eq!(enabled(runs).sentence, "It used to get events; none for 3 days.");
}

#[test]
fn errors_and_warnings_of_a_success_are_not_hidden() {
    let last = |warned, errors| LastSeen {
        status: &RunStatus::Success,
        started_at: Some(NOW - HOUR),
        counts: Counts { received: Some(9), ingested: Some(9), failed: Some(0) },
        warned,
        errors,
    };
    for last in [last(Some(2), false), last(None, true)] {
        let runs = RunsSeen { last: Some(last), ..RunsSeen::default() };
        assert_eq!(enabled(runs).kind, StatusKind::HealthyWithGaps);
    }
}

/// Status after a run of this word and age, all of whose ten events were ingested.
fn aged(word: &str, hours: i64) -> FlowStatus {
    let status = RunStatus::from(word);
    let last = LastSeen {
        status: &status,
        started_at: Some(NOW - hours * HOUR),
        counts: Counts { received: Some(10), ingested: Some(10), failed: Some(0) },
        warned: None,
        errors: false,
    };
    enabled(RunsSeen { last: Some(last), ..RunsSeen::default() })
}

#[test]
fn an_old_success_says_how_old_it_is_and_after_a_day_it_is_quiet() {
    assert_eq!(aged("success", 2).sentence, "All 10 events of the last run were ingested.");
    let old = aged("success", 15);
    assert_eq!(old.kind, StatusKind::Healthy);
    assert_eq!(old.sentence, "All 10 events of the last run were ingested. That was 14 h ago.");
    assert_eq!(aged("success", 25).kind, StatusKind::Quiet);
    let failed = aged("failed", 50);
    assert_eq!(failed.kind, StatusKind::Failing);
    assert!(failed.sentence.ends_with("That was 2 days ago."), "{}", failed.sentence);
}

#[test]
fn a_run_that_is_under_way_for_much_longer_than_its_hour_says_so() {
    assert_eq!(aged("inProgress", 2).sentence, "Experience Platform is processing this hour.");
    let stuck = aged("IN_PROGRESS", 10);
    assert_eq!(stuck.kind, StatusKind::Working);
    assert_eq!(stuck.sentence, "The last run has been under way for 9 h, longer than usual.");
}

#[test]
fn a_run_or_a_creation_ahead_of_the_clock_is_no_trouble() {
    let ahead = aged("success", -5);
    assert_eq!(
        (ahead.kind, ahead.sentence.as_str()),
        (StatusKind::Healthy, "All 10 events of the last run were ingested.")
    );
    assert_eq!(told("enabled", None, -HOUR).0, StatusKind::WaitingForFirstRun);
}

#[test]
fn what_failed_in_the_last_day_is_told_beside_the_last_run_but_not_when_off() {
    let day = DaySeen {
        counts: Counts { received: Some(700), ingested: Some(686), failed: Some(14) },
        worst: Some(("uniqueId empty".to_owned(), Some(14), 1)),
    };
    let runs = || RunsSeen {
        last: Some(plain(&RunStatus::Success)),
        day: Some(day.clone()),
        ..RunsSeen::default()
    };
    let on = enabled(runs());
    assert_eq!(on.cause.as_deref(), Some("2\u{a0}% failed in 24 h: uniqueId empty on 14 events."));
    let off = status(&Known {
        state: &ResourceState::Disabled,
        source: None,
        runs: runs(),
        created_at: None,
        now: NOW,
    });
    assert_eq!(off.cause, None);
}
