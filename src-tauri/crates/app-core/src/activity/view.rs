//! Between rows as they are kept and rows as the window shows them.

use aep_client::{Answer, Error};
use local_history::{ActivityFilter, ActivityPage, StoredActivity};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::facets::{Change, Facets};
use crate::change::{schedule_words, why_not};
use crate::contract::activity::{
    ActivityChange, ActivityKind, ActivityList, ActivityOutcome, ActivityRow, ActivitySearch,
};

/// Status, code and request id of an answer.
#[derive(Debug, Default)]
pub(super) struct AnswerLine {
    pub(super) status: Option<u16>,
    pub(super) code: Option<String>,
    pub(super) request_id: Option<String>,
}

pub(super) fn answer_of(answer: &Result<Answer, Error>) -> AnswerLine {
    match answer {
        Ok(answer) => AnswerLine {
            status: Some(answer.status),
            code: None,
            request_id: answer.request_id.clone(),
        },
        Err(error) => AnswerLine {
            status: error.status(),
            code: error.problem().and_then(|problem| problem.code.clone()),
            request_id: error.problem().and_then(|problem| problem.request_id.clone()),
        },
    }
}

pub(super) fn outcome_of(answer: &Result<Answer, Error>) -> ActivityOutcome {
    match answer {
        Ok(_) => ActivityOutcome::Done,
        Err(error) if error.may_have_run() => ActivityOutcome::Unknown,
        Err(error) if error.status().is_some() => ActivityOutcome::Refused,
        Err(_) => ActivityOutcome::NotSent,
    }
}

/// The word that a kind or an outcome is kept by: the one it crosses to the window with.
pub(super) fn stored_name<T: Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(Value::String(name)) => name,
        _ => String::new(),
    }
}

/// A word of a newer or older version means nothing to this one.
fn read_name<T: DeserializeOwned>(name: &str) -> Option<T> {
    serde_json::from_value(Value::String(name.to_owned())).ok()
}

/// What the window looks for, as it is kept.
pub(crate) fn filter(search: &ActivitySearch) -> ActivityFilter {
    ActivityFilter {
        text: search.text.clone(),
        kinds: search.kinds.iter().map(stored_name).collect(),
        outcomes: search.outcomes.iter().map(stored_name).collect(),
        from: search.from,
        until: search.until,
        object_id: search.object_id.clone(),
    }
}

/// A page as the window shows it.
pub(crate) fn page(page: ActivityPage, now: i64) -> ActivityList {
    ActivityList {
        rows: page.rows.into_iter().map(|stored| row(stored, now)).collect(),
        matching: page.matching,
        kept: page.kept,
    }
}

/// What can be put back: a change of a dataflow that was carried out and has not been undone.
///
/// # Errors
/// Why not, where the change itself could be put back and time alone forbids it.
pub(crate) fn way_back(stored: &StoredActivity, now: i64) -> Result<Change, Option<&'static str>> {
    let record = &stored.record;
    let done = record.outcome == stored_name(&ActivityOutcome::Done);
    let of_flow = record.kind == stored_name(&ActivityKind::Dataflow);
    let change = record.change.clone().filter(|_| done && of_flow && stored.undone_at.is_none());
    let change: Change = change.and_then(|it| serde_json::from_value(it).ok()).ok_or(None)?;
    if change.before == Facets::default() {
        return Err(None);
    }
    match why_not(&change, now) {
        Some(reason) => Err(Some(reason)),
        None => Ok(change),
    }
}

/// What a row changed, whether or not it can be put back.
pub(crate) fn change_of(stored: &StoredActivity) -> Option<Change> {
    serde_json::from_value(stored.record.change.clone()?).ok()
}

/// Whether what a row tells was carried out, as far as anybody knows.
pub(crate) fn may_be_done(stored: &StoredActivity) -> bool {
    let outcomes = [ActivityOutcome::Done, ActivityOutcome::Unknown];
    outcomes.iter().any(|outcome| stored.record.outcome == stored_name(outcome))
}

/// A row as the window shows it.
pub(crate) fn row(stored: StoredActivity, now: i64) -> ActivityRow {
    let way_back = way_back(&stored, now);
    let StoredActivity { id, record, undone_at } = stored;
    let change: Option<Change> = record.change.and_then(|it| serde_json::from_value(it).ok());
    let kind = read_name(&record.kind).unwrap_or(ActivityKind::Other);
    let outcome = read_name(&record.outcome).unwrap_or(ActivityOutcome::Unknown);
    ActivityRow {
        id,
        at: record.done_at,
        profile_name: record.profile_name,
        kind,
        object_id: record.object_id,
        object_name: record.object_name,
        sentence: record.sentence,
        outcome,
        status: record.status,
        code: record.code,
        request_id: record.request_id,
        operation: record.operation,
        took_ms: u32::try_from(record.took_ms).unwrap_or(u32::MAX),
        changes: change.as_ref().map(changes).unwrap_or_default(),
        can_undo: way_back.is_ok(),
        why_no_undo: way_back.err().flatten().map(str::to_owned),
        undone_at,
    }
}

/// Reads one part as it is shown.
type Part = fn(&Facets) -> Option<String>;

fn changes(change: &Change) -> Vec<ActivityChange> {
    let parts: [(&str, Part); 5] = [
        ("Name", |facets| facets.name.clone()),
        ("Description", |facets| facets.description.clone()),
        ("State", |facets| facets.on.map(|on| if on { "On" } else { "Off" }.to_owned())),
        ("Mapping", |facets| {
            facets.mapping.as_ref().map(|it| format!("{}, version {}", it.id, it.version))
        }),
        ("Schedule", |facets| facets.schedule.as_ref().map(schedule_words)),
    ];
    parts
        .iter()
        .filter_map(|(field, part)| {
            let after = part(&change.after)?;
            let before = part(&change.before).unwrap_or_default();
            Some(ActivityChange { field: (*field).to_owned(), before, after })
        })
        .collect()
}
