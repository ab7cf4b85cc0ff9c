//! The status of a dataflow: one pure function, one table (product guide, section 2), used everywhere.

use aep_client::flow_service::{FlowRun, ResourceState, RunStatus};

use super::HOUR;
use super::convert::last_seen;
use super::count_words::{count, grouped, span};
use super::health::{self, DaySeen};
use super::quiet::{HourSeen, SILENCE, quiet};
use crate::contract::flows::{FlowState, FlowStatus, StatusKind};
use crate::contract::runs::Counts;

/// How long a new dataflow may be without a run before that is news.
const FIRST_RUN: i64 = 3 * HOUR;

/// How long ago the last run may have begun before that is news, whatever was usual the day before.
const STALE: i64 = 24 * HOUR;

/// What is known of a dataflow when its status is asked for.
#[derive(Debug, Clone)]
pub(crate) struct Known<'a> {
    /// State of the dataflow.
    pub(crate) state: &'a ResourceState,
    /// Name of the product that its events come from, when it is known.
    pub(crate) source: Option<&'a str>,
    /// Its runs, as far as they are known.
    pub(crate) runs: RunsSeen<'a>,
    /// When the dataflow was made.
    pub(crate) created_at: Option<i64>,
    /// The session's time.
    pub(crate) now: i64,
}

/// The runs of a dataflow, as far as they are known.
#[derive(Debug, Clone, Default)]
pub(crate) struct RunsSeen<'a> {
    /// The last run; none when the platform names none.
    pub(crate) last: Option<LastSeen<'a>>,
    /// The last run that has ended, when it was read.
    pub(crate) ended: Option<LastSeen<'a>>,
    /// Hours of the recent past; empty when they were not read.
    pub(crate) hours: Vec<HourSeen>,
    /// From when on the hours were read; none when they were not.
    pub(crate) hours_since: Option<i64>,
    /// The last 24 hours in sums; none when they were not read.
    pub(crate) day: Option<DaySeen>,
}

/// One run, as far as it is known.
#[derive(Debug, Clone, Copy)]
pub(crate) struct LastSeen<'a> {
    /// Its verdict.
    pub(crate) status: &'a RunStatus,
    /// When it began.
    pub(crate) started_at: Option<i64>,
    /// Its numbers; all absent when only the verdict is known.
    pub(crate) counts: Counts,
    /// Events ingested with a warning.
    pub(crate) warned: Option<u64>,
    /// Whether it reports errors.
    pub(crate) errors: bool,
}

/// State of a dataflow, as the window shows it.
pub(crate) fn flow_state(state: &ResourceState) -> FlowState {
    let as_sent = state.as_str().to_owned();
    match state {
        ResourceState::Enabled => FlowState::On,
        ResourceState::Disabled => FlowState::Off,
        ResourceState::Draft => FlowState::Draft,
        ResourceState::Other(_) => FlowState::Unknown { as_sent },
        _ => FlowState::Changing { as_sent },
    }
}

/// Off and Draft come first, then Changing, then what the runs say.
pub(crate) fn status(known: &Known) -> FlowStatus {
    match flow_state(known.state) {
        FlowState::Off => row(StatusKind::Off, "Off", "Events sent now are not ingested."),
        FlowState::Draft => row(StatusKind::Draft, "Draft", "Not receiving yet."),
        FlowState::Changing { .. } => {
            row(StatusKind::Changing, "Changing…", "Buttons are off until it settles.")
        }
        FlowState::Unknown { as_sent } => unknown(&as_sent),
        FlowState::On => match &known.runs.last {
            Some(last) => FlowStatus {
                cause: known.runs.day.as_ref().and_then(health::cause),
                ..after_runs(known, last)
            },
            None => before_runs(known),
        },
    }
}

fn before_runs(known: &Known) -> FlowStatus {
    let age = known.created_at.map(|created| known.now - created);
    if age.is_some_and(|age| age < FIRST_RUN) {
        return row(
            StatusKind::WaitingForFirstRun,
            "Waiting for the first run",
            "Normal for the first one to two hours.",
        );
    }
    let since = age.map_or_else(|| "so far".to_owned(), |age| format!("in {}", span(age)));
    let check = known.source.map_or_else(
        || "Check its source.".to_owned(),
        |source| format!("Check the webhook in {source}."),
    );
    row(StatusKind::NoEventsYet, "No events yet", format!("Nothing has arrived {since}. {check}"))
}

fn after_runs(known: &Known, last: &LastSeen) -> FlowStatus {
    let status = judged(last);
    match status.kind {
        StatusKind::Healthy | StatusKind::HealthyWithGaps | StatusKind::SomeLost => {
            silence(known, last).unwrap_or_else(|| dated(status, known, last))
        }
        StatusKind::Failing => dated(status, known, last),
        StatusKind::Working => {
            trouble_before(known).unwrap_or_else(|| still_working(status, known, last))
        }
        _ => status,
    }
}

/// A verdict of some time ago says when it was: an old success is no news of today.
fn dated(status: FlowStatus, known: &Known, run: &LastSeen) -> FlowStatus {
    let Some(age) = run.started_at.map(|start| known.now - (start + HOUR)) else { return status };
    if age < SILENCE {
        return status;
    }
    let sentence = format!("{} That was {} ago.", status.sentence, span(age));
    FlowStatus { sentence, ..status }
}

/// A run that is under way for much longer than its hour says so.
fn still_working(status: FlowStatus, known: &Known, run: &LastSeen) -> FlowStatus {
    let Some(age) = run.started_at.map(|start| known.now - (start + HOUR)) else { return status };
    if age < SILENCE {
        return status;
    }
    let sentence = format!("The last run has been under way for {}, longer than usual.", span(age));
    FlowStatus { sentence, ..status }
}

/// What became of one run, in the sentence of the table.
pub(super) fn run_sentence(run: &FlowRun) -> String {
    judged(&last_seen(run)).sentence
}

/// A run by itself.
fn judged(run: &LastSeen) -> FlowStatus {
    match run.status {
        RunStatus::Success => succeeded(run),
        RunStatus::Completed if run.counts.failed.is_some() => succeeded(run),
        RunStatus::PartialSuccess | RunStatus::PartialFailure => some_lost(run),
        RunStatus::Failed => failing(run),
        RunStatus::InProgress
        | RunStatus::Processing
        | RunStatus::Queued
        | RunStatus::Scheduled => {
            row(StatusKind::Working, "Working", "Experience Platform is processing this hour.")
        }
        other => unknown(other.as_str()),
    }
}

/// A run takes most of the hour that follows its own: while it is under way, the trouble of the one before it must
/// not be hidden.
fn trouble_before(known: &Known) -> Option<FlowStatus> {
    let before = known.runs.ended.as_ref()?;
    let status = judged(before);
    let trouble = [StatusKind::Failing, StatusKind::SomeLost, StatusKind::HealthyWithGaps];
    trouble.contains(&status.kind).then(|| dated(status, known, before))
}

/// Only a dataflow whose last run ended well enough can be told to be quiet: a failure is the graver news.
fn silence(known: &Known, last: &LastSeen) -> Option<FlowStatus> {
    let since = known.runs.hours_since.max(known.created_at);
    let sentence = quiet(&known.runs.hours, since, known.now).or_else(|| {
        let silence = known.now - last.started_at?;
        (silence > STALE).then(|| format!("It used to get events; none for {}.", span(silence)))
    })?;
    Some(row(StatusKind::Quiet, "Quiet", sentence))
}

fn succeeded(last: &LastSeen) -> FlowStatus {
    let counts = last.counts;
    let troubled = counts.failed.unwrap_or_default() + last.warned.unwrap_or_default();
    if troubled > 0 {
        let verb = count(troubled, "event");
        return gaps(format!("Ingested, but {verb} had problems."));
    }
    if let Some(sentence) = unaccounted(counts) {
        return gaps(sentence);
    }
    if last.errors {
        return gaps("Ingested, but Adobe reports errors for the last run.".to_owned());
    }
    let sentence = match counts.received.or(counts.ingested) {
        Some(0) => "Nothing arrived in the last run, and nothing failed.".to_owned(),
        Some(1) => "The one event of the last run was ingested.".to_owned(),
        Some(all) => format!("All {} of the last run were ingested.", count(all, "event")),
        None => "The last run ended well.".to_owned(),
    };
    row(StatusKind::Healthy, "Healthy", sentence)
}

fn gaps(sentence: String) -> FlowStatus {
    row(StatusKind::HealthyWithGaps, "Healthy, with gaps", sentence)
}

/// Received, but neither ingested nor failed; or the other way round.
fn unaccounted(counts: Counts) -> Option<String> {
    let (received, ingested) = (counts.received?, counts.ingested?);
    let out = ingested.saturating_add(counts.failed.unwrap_or_default());
    if out > received {
        return Some(format!(
            "The numbers do not add up: {} received, {} ingested.",
            grouped(received),
            grouped(ingested)
        ));
    }
    (out < received).then(|| {
        let missing = received - out;
        let verb = if missing == 1 { "is" } else { "are" };
        format!("{} of {} {verb} unaccounted for.", grouped(missing), count(received, "event"))
    })
}

fn some_lost(last: &LastSeen) -> FlowStatus {
    let Counts { received, ingested, failed } = last.counts;
    let lost = failed.or_else(|| received?.checked_sub(ingested?));
    let sentence = match (lost, received) {
        (Some(lost), Some(received)) => {
            let verb = if lost == 1 { "was" } else { "were" };
            format!("{} of {} {verb} not ingested.", grouped(lost), count(received, "event"))
        }
        (Some(lost), None) => {
            let verb = if lost == 1 { "was" } else { "were" };
            format!("{} {verb} not ingested.", count(lost, "event"))
        }
        (None, _) => "Some events of the last run were not ingested.".to_owned(),
    };
    row(StatusKind::SomeLost, "Some events lost", sentence)
}

fn failing(last: &LastSeen) -> FlowStatus {
    let sentence = match (last.counts.ingested, last.counts.received) {
        (Some(ingested), Some(received)) if ingested > 0 => format!(
            "The last run failed; {} of {} were ingested.",
            grouped(ingested),
            count(received, "event")
        ),
        (_, Some(received)) if received > 0 => {
            format!("Nothing was ingested in the last run: {} failed.", count(received, "event"))
        }
        _ => "Nothing was ingested in the last run.".to_owned(),
    };
    row(StatusKind::Failing, "Failing", sentence)
}

fn unknown(as_sent: &str) -> FlowStatus {
    row(StatusKind::Unknown, format!("Unknown: \"{as_sent}\""), "Shown as Adobe sent it.")
}

fn row(kind: StatusKind, label: impl Into<String>, sentence: impl Into<String>) -> FlowStatus {
    FlowStatus { kind, label: label.into(), sentence: sentence.into(), cause: None }
}
