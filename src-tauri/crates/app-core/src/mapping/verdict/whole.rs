//! What is to be said of the lines together: required fields, `uniqueId`, the counts of the strip.

use std::collections::HashSet;

use serde_json::Value;

use crate::contract::mapping::{
    LineVerdict, MappingLine, MappingSource, MappingSummary, TargetField, TargetKind, VerdictState,
};
use crate::mapping::expression::mentions;
use crate::mapping::sample::leaves;

use super::Verdict;

/// Pendo's id of an event. The platform's page about the source calls it mandatory: unmapped, every run fails.
const UNIQUE_ID: &str = "uniqueId";
/// The most lines that a mapping may have here; far more than a person makes.
const MOST_LINES: usize = 1_000;

/// No counts yet.
pub(super) const fn empty() -> MappingSummary {
    MappingSummary {
        mapped: 0,
        fields: 0,
        required_filled: 0,
        required: 0,
        unique_id: false,
        warnings: 0,
        errors: 0,
    }
}

/// What is wrong with no single line.
pub(super) fn problems(lines: &[MappingLine], targets: &[TargetField]) -> Vec<String> {
    let mut problems = Vec::new();
    if lines.len() > MOST_LINES {
        problems.push(format!("{} lines are too many; {MOST_LINES} are possible.", lines.len()));
    }
    let named: HashSet<&str> = lines.iter().map(|line| line.target.as_str()).collect();
    for target in targets.iter().filter(|target| target.required) {
        if !named.contains(target.path.as_str()) {
            problems.push(format!(
                "Nothing fills “{}”. Experience Platform refuses a record without it.",
                target.path
            ));
        }
    }
    // A line with a problem of its own counts: that problem is told already.
    if !lines.iter().any(|line| takes(&line.source, UNIQUE_ID)) {
        problems.push(format!(
            "No line takes “{UNIQUE_ID}”. Without it every run of a Pendo dataflow fails."
        ));
    } else if let Some(target) = unfilled_unique_id(targets, &named) {
        problems.push(format!(
            "Nothing fills “{}”. Map “{UNIQUE_ID}” to it: without it every run fails.",
            target.path
        ));
    }
    problems
}

fn good<'l>(
    lines: &'l [MappingLine],
    judged: &'l [LineVerdict],
) -> impl Iterator<Item = &'l MappingLine> {
    let pairs = lines.iter().zip(judged).take(MOST_LINES);
    pairs.filter(|(_, verdict)| verdict.state != VerdictState::Error).map(|(line, _)| line)
}

/// A text field named after the event's id, in whatever casing, that nothing fills.
fn unfilled_unique_id<'t>(
    targets: &'t [TargetField],
    named: &HashSet<&str>,
) -> Option<&'t TargetField> {
    let mut fields = targets.iter().filter(|target| {
        let name = target.path.rsplit('.').next().unwrap_or_default();
        target.kind == TargetKind::Text && name.eq_ignore_ascii_case(UNIQUE_ID)
    });
    if fields.clone().any(|target| named.contains(target.path.as_str())) {
        return None;
    }
    fields.next()
}

fn takes(source: &MappingSource, path: &str) -> bool {
    match source {
        MappingSource::Field { path: taken }
        | MappingSource::SecondsToDate { path: taken }
        | MappingSource::MillisecondsToDate { path: taken } => taken == path,
        MappingSource::Expression { text } => mentions(text, path),
    }
}

/// The counts of the strip.
pub(super) fn summary(
    lines: &[MappingLine],
    verdict: &Verdict,
    targets: &[TargetField],
    event: Option<&Value>,
) -> MappingSummary {
    let filled: HashSet<&str> =
        good(lines, &verdict.lines).map(|line| line.target.as_str()).collect();
    let required = targets.iter().filter(|target| target.required);
    let in_state = |state| verdict.lines.iter().filter(|line| line.state == state).count();
    let fields = event.map(leaves).unwrap_or_default();
    let mapped = fields
        .iter()
        .filter(|leaf| good(lines, &verdict.lines).any(|line| covers(&line.source, leaf)));
    MappingSummary {
        mapped: small(mapped.count()),
        fields: small(fields.len()),
        required_filled: small(
            required.clone().filter(|target| filled.contains(target.path.as_str())).count(),
        ),
        required: small(required.count()),
        unique_id: good(lines, &verdict.lines).any(|line| takes(&line.source, UNIQUE_ID))
            && unfilled_unique_id(targets, &filled).is_none(),
        warnings: small(in_state(VerdictState::Warning)),
        errors: small(in_state(VerdictState::Error) + verdict.problems.len()),
    }
}

/// The line takes this field, or an object or list around it.
fn covers(source: &MappingSource, leaf: &str) -> bool {
    match source {
        MappingSource::Field { path }
        | MappingSource::SecondsToDate { path }
        | MappingSource::MillisecondsToDate { path } => {
            let path = path.replace("[*]", "[0]");
            let rest = leaf.strip_prefix(&path);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
        }
        MappingSource::Expression { text } => mentions(text, leaf),
    }
}

fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
