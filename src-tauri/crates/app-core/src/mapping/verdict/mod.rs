//! The verdict on a mapping: which lines are good, what is missing, and the record that would arrive. Pure, so that
//! the live preview and the check before the first write cannot disagree.

mod date;
mod fit;
mod line;
mod record;
mod whole;

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::contract::error::FieldProblem;
use crate::contract::mapping::{
    LineVerdict, MappingLine, MappingPreview, MappingSummary, TargetField, VerdictState,
};

pub(super) use date::{is_of_mail, moment_of};
pub(super) use record::at as value_at;

/// What is to be said of a mapping.
#[derive(Debug, Clone, PartialEq)]
pub struct Verdict {
    /// The record, as far as this app can work it out.
    pub record: Value,
    /// One for each line, in their order.
    pub lines: Vec<LineVerdict>,
    /// What is wrong with no single line.
    pub problems: Vec<String>,
    /// The strip above the lines.
    pub summary: MappingSummary,
}

/// Judges lines against the fields of the target schema and, when there is one, a sample event. Without a sample
/// only what holds for every event is judged. `vital` is a field of the event without which every run fails.
#[must_use]
pub fn verdict(
    lines: &[MappingLine],
    targets: &[TargetField],
    event: Option<&Value>,
    vital: Option<&str>,
) -> Verdict {
    let by_path: BTreeMap<&str, &TargetField> =
        targets.iter().map(|field| (field.path.as_str(), field)).collect();
    let mut taken: BTreeMap<&str, usize> = BTreeMap::new();
    let mut record = Value::Object(Map::new());
    let mut judged = Vec::with_capacity(lines.len());
    for (index, line) in lines.iter().enumerate() {
        let earlier = record::overlapping(&taken, &line.target);
        let one = match (by_path.get(line.target.as_str()), earlier) {
            (_, Some(earlier)) => line::fills_the_same(earlier, &line.target),
            (None, None) => line::no_such_target(&line.target),
            (Some(target), None) => line::judge(&line.source, target, event),
        };
        taken.entry(&line.target).or_insert(index);
        if let Some(value) = one.value {
            record::put(&mut record, &line.target, value);
        }
        judged.push(LineVerdict {
            state: one.state,
            message: one.message,
            empties: one.empties,
            repair: one.repair,
        });
    }
    let problems = whole::problems(lines, targets, vital);
    let mut verdict = Verdict { record, lines: judged, problems, summary: whole::empty(vital) };
    verdict.count(lines, targets, event);
    verdict
}

impl Verdict {
    /// Counts anew, after lines or problems have changed.
    pub(super) fn count(
        &mut self,
        lines: &[MappingLine],
        targets: &[TargetField],
        event: Option<&Value>,
    ) {
        self.summary = whole::summary(lines, self, targets, event);
    }

    /// Adds what the platform says of the whole, in its own words.
    pub(crate) fn add_problem(&mut self, said: &str) {
        self.problems.push(in_platform_words(said));
        self.summary.errors = self.summary.errors.saturating_add(1);
    }

    /// What keeps the mapping from being used, by field of the form (`lines.3`, or `lines` for the whole).
    #[must_use]
    pub fn field_problems(&self) -> Vec<FieldProblem> {
        let lines = self.lines.iter().enumerate();
        let wrong = lines.filter(|(_, line)| line.state == VerdictState::Error);
        let of_lines = wrong.map(|(index, line)| FieldProblem {
            field: format!("lines.{index}"),
            message: line.message.clone(),
        });
        let of_all = self
            .problems
            .iter()
            .map(|message| FieldProblem { field: "lines".to_owned(), message: message.clone() });
        of_lines.chain(of_all).collect()
    }

    /// As the window gets it.
    #[must_use]
    pub fn into_preview(self, by_platform: bool) -> MappingPreview {
        MappingPreview {
            record: self.record,
            lines: self.lines,
            problems: self.problems,
            summary: self.summary,
            by_platform,
        }
    }
}

/// The platform's own words, on one line and not too many.
pub(crate) fn in_platform_words(said: &str) -> String {
    let words: Vec<_> = said.split_whitespace().collect();
    format!("Experience Platform says: {}", cut(&words.join(" "), 300))
}

/// A text, cut off after so many characters.
pub(super) fn cut(text: &str, most: usize) -> String {
    let mut letters = text.chars();
    let mut kept: String = letters.by_ref().take(most).collect();
    if letters.next().is_some() {
        kept.push('…');
    }
    kept
}

#[cfg(test)]
mod tests;
