//! An inspection as the window gets it.

use serde_json::Value;

use crate::contract::inspector::{
    EventOutcome, EventProblem, InspectedEvent, InspectedPart, InspectedRow, Inspection,
    InspectionState, ListInspected, OutcomeCounts, Sending,
};
use crate::mapping::sample;
use crate::work::Work;

use super::intake::Taken;
use super::kept::{Inspected, Known, Sent};
use super::send::{to_send, type_to_confirm};

/// The most rows of one reply.
const MOST: usize = 500;
/// The longest text of a cell, in characters.
const LONGEST: usize = 120;

/// How an inspection stands.
pub(crate) fn view(one: &Inspected) -> Inspection {
    let (problem, busy) = one.looking.look();
    let counts = counts(one);
    Inspection {
        inspection_id: one.id.clone(),
        flow_id: one.flow_id.clone(),
        state: state(&one.looking, busy, counts.waiting == 0),
        events: small(one.text.events.len()),
        left_out: small(one.text.left_out),
        lines_left_out: small(one.course.lines_left_out),
        counts,
        problem,
        to_send: small(to_send(one, EventOutcome::Good).len()),
        gaps_to_send: small(to_send(one, EventOutcome::Gaps).len()),
        type_to_confirm: type_to_confirm(&one.session),
        sending: one.sending().map(|work| sending(&work)),
    }
}

fn sending(work: &Work<Sent>) -> Sending {
    let (sent, busy) = work.look();
    Sending {
        state: state(work, busy, sent.accepted + sent.unclear == sent.wanted),
        wanted: sent.wanted,
        accepted: sent.accepted,
        unclear: sent.unclear,
        problem: sent.problem,
    }
}

fn state<T: Clone>(work: &Work<T>, busy: bool, whole: bool) -> InspectionState {
    match (busy, work.is_stopping()) {
        (true, false) => InspectionState::Running,
        (true, true) => InspectionState::Stopping,
        (false, _) if whole => InspectionState::Done,
        (false, _) => InspectionState::Stopped,
    }
}

fn counts(one: &Inspected) -> OutcomeCounts {
    let mut counts = OutcomeCounts::default();
    for (taken, known) in one.text.events.iter().zip(one.known().iter()) {
        let count = match outcome(taken, known) {
            EventOutcome::Waiting => &mut counts.waiting,
            EventOutcome::Good => &mut counts.good,
            EventOutcome::Gaps => &mut counts.gaps,
            EventOutcome::Lost => &mut counts.lost,
            EventOutcome::Unread => &mut counts.unread,
        };
        *count += 1;
    }
    counts
}

fn outcome(taken: &Taken, known: &Known) -> EventOutcome {
    match (taken, &known.judged) {
        (Taken::Unread(_), _) => EventOutcome::Unread,
        (Taken::Event { .. }, Some(judged)) => judged.outcome,
        (Taken::Event { .. }, None) => EventOutcome::Waiting,
    }
}

/// A part of the events.
pub(crate) fn list(one: &Inspected, args: &ListInspected) -> InspectedPart {
    let known = one.known();
    let pairs = one.text.events.iter().zip(known.iter()).enumerate();
    let wanted = pairs.filter(|(_, (taken, known))| {
        args.outcome.is_none_or(|outcome| outcome == self::outcome(taken, known))
    });
    let found: Vec<_> = wanted.collect();
    let skip = usize::try_from(args.skip).unwrap_or(usize::MAX);
    let limit = usize::try_from(args.limit).unwrap_or(MOST).min(MOST);
    let part = found.iter().skip(skip).take(limit);
    let rows = part.map(|(place, (taken, known))| row(*place, taken, known)).collect();
    InspectedPart { total: small(found.len()), rows }
}

/// One event, whole; none when there is no such place.
pub(crate) fn event(one: &Inspected, number: u32) -> Option<InspectedEvent> {
    let place = usize::try_from(number).ok()?.checked_sub(1)?;
    let taken = one.text.events.get(place)?;
    let known = one.known().get(place).cloned().unwrap_or_default();
    let row = row(place, taken, &known);
    let (fields, warnings) = match taken {
        Taken::Event { value, warnings } => {
            let listed = sample::listed(value, warnings.clone());
            (listed.fields, listed.warnings)
        }
        Taken::Unread(_) => (Vec::new(), Vec::new()),
    };
    let problems = match (taken, &known.judged) {
        (Taken::Unread(why), _) => {
            vec![EventProblem { field: String::new(), message: why.clone(), loses: true }]
        }
        (_, Some(judged)) => judged.problems.clone(),
        (_, None) => Vec::new(),
    };
    let record = known.judged.map_or(Value::Null, |judged| judged.record);
    Some(InspectedEvent { row, fields, warnings, record, problems })
}

fn row(place: usize, taken: &Taken, known: &Known) -> InspectedRow {
    let text = |key: &str| {
        let value = taken.value().and_then(|event| event.get(key));
        value.and_then(Value::as_str).map(cut).unwrap_or_default()
    };
    let first = known.judged.as_ref().and_then(|judged| judged.problems.first());
    let problem = match taken {
        Taken::Unread(why) => why.clone(),
        Taken::Event { .. } => first.map(|one| one.message.clone()).unwrap_or_default(),
    };
    InspectedRow {
        number: small(place + 1),
        outcome: outcome(taken, known),
        name: text("event"),
        unique_id: text("uniqueId"),
        problem,
        sent: known.sent,
    }
}

fn cut(text: &str) -> String {
    text.chars().take(LONGEST).collect()
}

fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
