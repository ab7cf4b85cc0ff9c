//! What is to be said of the lines together: required fields, the vital one, the counts of the strip.

use std::collections::HashSet;

use serde_json::Value;

use crate::contract::mapping::{
    IdentityMark, LineVerdict, MappedIdentity, MappingLine, MappingSource, MappingSummary,
    TargetField, TargetKind, VerdictState, VitalField,
};
use crate::mapping::expression::mentions;
use crate::mapping::sample::leaves;

use super::Verdict;

/// The most lines that a mapping may have here; far more than a person makes.
const MOST_LINES: usize = 1_000;

/// No counts yet.
pub(super) fn empty(vital: Option<&str>) -> MappingSummary {
    MappingSummary {
        mapped: 0,
        fields: 0,
        required_filled: 0,
        required: 0,
        vital: vital.map(|path| VitalField { path: path.to_owned(), mapped: false }),
        identity: None,
        warnings: 0,
        empties: 0,
        errors: 0,
    }
}

/// What is wrong with no single line.
pub(super) fn problems(
    lines: &[MappingLine],
    targets: &[TargetField],
    vital: Option<&str>,
) -> Vec<String> {
    let mut problems = Vec::new();
    if lines.len() > MOST_LINES {
        problems.push(format!("{} lines are too many; {MOST_LINES} are possible.", lines.len()));
    }
    let named: HashSet<&str> = lines.iter().map(|line| line.target.as_str()).collect();
    for target in targets.iter().filter(|target| target.required) {
        if !is_filled(&target.path, &named) {
            problems.push(format!(
                "Nothing fills “{}”. Experience Platform refuses a record without it.",
                target.path
            ));
        }
    }
    problems.extend(vital.and_then(|vital| missing(vital, lines, targets, &named)));
    problems
}

/// What is to be said of the vital field. A line with a problem of its own counts: that problem is told already.
fn missing(
    vital: &str,
    lines: &[MappingLine],
    targets: &[TargetField],
    named: &HashSet<&str>,
) -> Option<String> {
    if !lines.iter().any(|line| takes(&line.source, vital)) {
        return Some(format!("No line takes “{vital}”. Without it every run fails."));
    }
    let target = unfilled(vital, targets, named)?;
    Some(format!(
        "Nothing fills “{}”. Map “{vital}” to it: without it every run fails.",
        target.path
    ))
}

fn good<'l>(
    lines: &'l [MappingLine],
    judged: &'l [LineVerdict],
) -> impl Iterator<Item = &'l MappingLine> {
    let pairs = lines.iter().zip(judged).take(MOST_LINES);
    pairs.filter(|(_, verdict)| verdict.state != VerdictState::Error).map(|(line, _)| line)
}

/// A text field named after the vital one, in whatever casing, that nothing fills.
fn unfilled<'t>(
    vital: &str,
    targets: &'t [TargetField],
    named: &HashSet<&str>,
) -> Option<&'t TargetField> {
    let mut fields = targets.iter().filter(|target| {
        let name = target.path.rsplit('.').next().unwrap_or_default();
        target.kind == TargetKind::Text && name.eq_ignore_ascii_case(vital)
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
            required.clone().filter(|target| is_filled(&target.path, &filled)).count(),
        ),
        required: small(required.count()),
        vital: verdict.summary.vital.as_ref().map(|VitalField { path, .. }| VitalField {
            path: path.clone(),
            mapped: good(lines, &verdict.lines).any(|line| takes(&line.source, path))
                && unfilled(path, targets, &filled).is_none(),
        }),
        identity: identity(targets, &filled),
        warnings: small(in_state(VerdictState::Warning)),
        empties: small(verdict.lines.iter().filter(|line| line.empties).count()),
        errors: small(in_state(VerdictState::Error) + verdict.problems.len()),
    }
}

/// The field that says whom a record is about, filled by itself or with an object around it.
fn identity(targets: &[TargetField], filled: &HashSet<&str>) -> Option<MappedIdentity> {
    let is_primary = |field: &&TargetField| field.identity == Some(IdentityMark::Primary);
    let first = targets.iter().find(is_primary);
    let field = first.or_else(|| targets.iter().find(|field| field.identity.is_some()))?;
    Some(MappedIdentity {
        path: field.path.clone(),
        primary: is_primary(&field),
        mapped: filled.contains(field.path.as_str()) || is_around_filled(&field.path, filled),
    })
}

/// Whether a line fills a field: itself, an object around it, or, where it is an object, something in it.
fn is_filled(path: &str, filled: &HashSet<&str>) -> bool {
    let is_below =
        |target: &&str| target.strip_prefix(path).is_some_and(|rest| rest.starts_with('.'));
    filled.contains(path) || is_around_filled(path, filled) || filled.iter().any(is_below)
}

fn is_around_filled(path: &str, filled: &HashSet<&str>) -> bool {
    path.match_indices('.').any(|(dot, _)| filled.contains(&path[..dot]))
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

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::is_filled;

    #[test]
    fn an_object_is_filled_by_what_is_in_it_and_a_field_by_the_object_around_it() {
        let filled = HashSet::from(["_acme.visitor.id", "web"]);
        for path in ["_acme", "_acme.visitor", "_acme.visitor.id", "web.page.url"] {
            assert!(is_filled(path, &filled), "{path}");
        }
        for path in ["_acme.visit", "_acm", "webpage", "_acme.visitor.name"] {
            assert!(!is_filled(path, &filled), "{path}");
        }
    }
}
