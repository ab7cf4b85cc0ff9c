//! What Experience Platform says of a mapping, laid over our own verdict: its record replaces ours, its messages go
//! to the lines they are about.

use aep_client::data_prep::{MappingProblem, Preview};
use serde_json::Value;

use crate::contract::mapping::{
    LineVerdict, MappingLine, MappingSource, TargetField, VerdictState,
};

use super::verdict::{Verdict, cut, in_platform_words, value_at};

/// Lays the platform's preview over a verdict.
#[must_use]
pub fn with_platform(
    mut verdict: Verdict,
    preview: Preview,
    lines: &[MappingLine],
    targets: &[TargetField],
    event: &Value,
) -> Verdict {
    verdict.record = preview.data;
    let record = &verdict.record;
    for (line, judged) in lines.iter().zip(&mut verdict.lines) {
        if judged.state != VerdictState::Good
            || !matches!(line.source, MappingSource::Expression { .. })
        {
            continue;
        }
        // Only the platform could work this one out.
        match value_at(record, &line.target) {
            Some(value) if !value.is_null() => judged.message = format!("Gives {}", short(value)),
            _ => empty(judged, targets, &line.target, "Gives nothing for this sample.".to_owned()),
        }
    }
    for problem in &preview.errors {
        let said = problem.exception.as_deref().unwrap_or("Experience Platform gave no reason");
        match about(problem, lines) {
            Some(index) if verdict.lines[index].state == VerdictState::Error => {}
            Some(index) => {
                let line = &mut verdict.lines[index];
                empty(line, targets, &lines[index].target, in_platform_words(said));
            }
            None => verdict.problems.push(in_platform_words(said)),
        }
    }
    verdict.count(lines, targets, Some(event));
    verdict
}

/// The line that a problem is about: by its target, else by its source.
fn about(problem: &MappingProblem, lines: &[MappingLine]) -> Option<usize> {
    let target = problem.destination.as_deref().filter(|target| !target.is_empty());
    if let Some(target) = target {
        return lines.iter().position(|line| line.target == target);
    }
    let source = problem.source.as_deref().filter(|source| !source.is_empty())?;
    lines.iter().position(|line| match &line.source {
        MappingSource::Field { path }
        | MappingSource::SecondsToDate { path }
        | MappingSource::MillisecondsToDate { path } => path == source,
        MappingSource::Expression { text } => text == source,
    })
}

/// A line that fails empties its field: bad only where a record must have it.
fn empty(judged: &mut LineVerdict, targets: &[TargetField], target: &str, message: String) {
    let required = targets.iter().any(|field| field.required && field.path == target);
    judged.state = if required { VerdictState::Error } else { VerdictState::Warning };
    judged.empties = !required;
    judged.message = message;
}

fn short(value: &Value) -> String {
    let text = match value {
        Value::String(text) => format!("“{text}”"),
        other => other.to_string(),
    };
    cut(&text, 80)
}

#[cfg(test)]
mod tests {
    use aep_client::data_prep::{MappingProblem, Preview};
    use serde_json::{Value, json};

    use super::with_platform;
    use crate::contract::mapping::{
        MappingLine, MappingSource, TargetField, TargetKind, VerdictState,
    };
    use crate::mapping::verdict::{Verdict, verdict};

    fn target(path: &str, required: bool) -> TargetField {
        let (path, title) = (path.to_owned(), String::new());
        TargetField { path, title, kind: TargetKind::Text, required, identity: None }
    }

    fn expression(text: &str, target: &str) -> MappingLine {
        let source = MappingSource::Expression { text: text.to_owned() };
        MappingLine { source, target: target.to_owned() }
    }

    fn judged(record: Value, errors: Vec<MappingProblem>) -> Verdict {
        let lines = [expression("upper(uniqueId)", "_id"), expression("upper(event)", "_t.event")];
        let targets = [target("_id", true), target("_t.event", false)];
        let event = json!({ "uniqueId": "u", "event": "e" });
        let own = verdict(&lines, &targets, Some(&event), Some("uniqueId"));
        with_platform(own, Preview { data: record, errors }, &lines, &targets, &event)
    }

    fn problem(destination: &str, said: &str) -> MappingProblem {
        MappingProblem {
            destination: Some(destination.to_owned()),
            exception: Some(said.to_owned()),
            ..MappingProblem::default()
        }
    }

    #[test]
    fn the_platforms_record_and_values_are_shown() {
        let verdict = judged(json!({ "_id": "U", "_t": { "event": "E" } }), Vec::new());
        assert_eq!(verdict.record["_t"]["event"], "E");
        assert_eq!(verdict.lines[0].message, "Gives “U”");
        assert_eq!(verdict.summary.errors, 0);
    }

    #[test]
    fn its_message_goes_to_the_line_and_weighs_more_on_a_required_field() {
        let errors =
            vec![problem("_t.event", "no such\n function"), problem("_id", "no such thing")];
        let verdict = judged(json!({}), errors);
        assert_eq!(verdict.lines[0].state, VerdictState::Error);
        assert_eq!(verdict.lines[1].state, VerdictState::Warning);
        assert!(verdict.lines[1].empties && !verdict.lines[0].empties);
        assert_eq!(verdict.lines[1].message, "Experience Platform says: no such function");
        assert_eq!((verdict.summary.errors, verdict.summary.warnings), (1, 1));
    }

    #[test]
    fn a_message_about_no_line_is_told_all_the_same() {
        let verdict = judged(json!({ "_id": "U" }), vec![problem("_elsewhere", "odd")]);
        assert_eq!(verdict.problems, ["Experience Platform says: odd"]);
        assert_eq!(verdict.lines[1].message, "Gives nothing for this sample.");
    }
}
