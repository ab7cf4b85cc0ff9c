//! Lines that suggest themselves: a value of the event whose name is that of a target field, and whose type fits.
//! Worked out here, because the platform's own suggestions want a batch of data first. What is doubtful is left out:
//! a wrong line that looks right costs more than a missing one.

use serde_json::Value;

use crate::contract::mapping::{MappingLine, MappingSource, TargetField, TargetKind, VerdictState};

use super::path::Path;
use super::sample::leaves;
use super::verdict::verdict;

/// A value of the event, by the words of its path.
struct Candidate {
    path: String,
    /// All its words in one, such as `guidename`.
    whole: String,
    /// The last one, such as `name`.
    last: String,
}

/// Suggests lines for the target fields that `lines` leave open.
#[must_use]
pub fn suggest(event: &Value, targets: &[TargetField], lines: &[MappingLine]) -> Vec<MappingLine> {
    let candidates: Vec<_> = leaves(event).into_iter().filter_map(candidate).collect();
    let open = targets.iter().filter(|target| {
        !matches!(target.kind, TargetKind::Object | TargetKind::Array)
            && !lines.iter().any(|line| line.target == target.path)
    });
    open.filter_map(|target| {
        let path = source_for(target, &candidates)?;
        fitting(path, target, event)
    })
    .collect()
}

fn candidate(path: String) -> Option<Candidate> {
    let words: Vec<String> = Path::parse(&path)?.keys().filter_map(word).collect();
    let last = words.last()?.clone();
    Some(Candidate { whole: words.concat(), last, path })
}

/// A key as a word: small letters and digits. `guideProperties` says no more than `guide`.
fn word(key: &str) -> Option<String> {
    let plain: String =
        key.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
    let short = plain.strip_suffix("properties").unwrap_or(&plain);
    (!short.is_empty()).then(|| short.to_owned())
}

fn source_for<'c>(target: &TargetField, candidates: &'c [Candidate]) -> Option<&'c str> {
    let wanted = match target.path.as_str() {
        // The class's identifier: Pendo's id of the event is unique.
        "_id" => return by_path(candidates, "uniqueId"),
        path => path,
    };
    let mut words: Vec<String> = wanted.split('.').filter_map(word).collect();
    if let Some(last) = words.last_mut() {
        // `name1` is what people call a second `name`.
        *last = last.trim_end_matches(|c: char| c.is_ascii_digit()).to_owned();
    }
    let endings = (0..words.len()).map(|from| words[from..].concat());
    let named = endings.into_iter().find_map(|ending| {
        candidates.iter().find(|candidate| !ending.is_empty() && candidate.whole == ending)
    });
    if let Some(candidate) = named {
        return Some(&candidate.path);
    }
    // A flat schema's `name` may be any name in the event: taken only when there is just one.
    let last = words.last().filter(|_| words.len() <= 2)?;
    let mut alike = candidates.iter().filter(|candidate| candidate.last == *last);
    let only = alike.next()?;
    alike.next().is_none().then_some(only.path.as_str())
}

fn by_path<'c>(candidates: &'c [Candidate], path: &str) -> Option<&'c str> {
    candidates.iter().find(|candidate| candidate.path == path).map(|found| found.path.as_str())
}

/// The line in the first form that is good for this sample.
fn fitting(path: &str, target: &TargetField, event: &Value) -> Option<MappingLine> {
    let path = || path.to_owned();
    let forms = [
        MappingSource::Field { path: path() },
        MappingSource::SecondsToDate { path: path() },
        MappingSource::MillisecondsToDate { path: path() },
    ];
    forms.into_iter().find_map(|source| {
        let line = MappingLine { source, target: target.path.clone() };
        let judged =
            verdict(std::slice::from_ref(&line), std::slice::from_ref(target), Some(event));
        (judged.lines[0].state == VerdictState::Good).then_some(line)
    })
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::suggest;
    use crate::contract::mapping::{MappingLine, MappingSource, TargetField, TargetKind};
    use crate::mapping::sample::read_event;
    use crate::starter;

    fn example(id: &str) -> Value {
        let all = starter::source("pendo").unwrap().examples();
        read_event(&all.iter().find(|example| example.id == id).unwrap().text).unwrap().value
    }

    fn target(path: &str, kind: TargetKind) -> TargetField {
        TargetField { path: path.to_owned(), title: String::new(), kind, required: false }
    }

    #[test]
    fn the_names_of_the_starter_schema_find_the_lines_of_the_starter() {
        let mut suggested =
            suggest(&example("guide_displayed"), &starter::target_fields(&"acme".into()), &[]);
        let mut expected = starter::lines(&"acme".into());
        let by_target = |a: &MappingLine, b: &MappingLine| a.target.cmp(&b.target);
        suggested.sort_by(by_target);
        expected.sort_by(by_target);
        assert_eq!(suggested, expected);
    }

    #[test]
    fn a_sample_with_an_answer_suggests_the_lines_that_the_starter_does_not_dare() {
        let lines = starter::lines(&"acme".into());
        let more = suggest(&example("nps_answer"), &starter::target_fields(&"acme".into()), &lines);
        let targets: Vec<_> = more.iter().map(|line| line.target.as_str()).collect();
        assert_eq!(
            targets,
            [
                "_acme.pendo.poll.id",
                "_acme.pendo.poll.type",
                "_acme.pendo.poll.score",
                "_acme.pendo.poll.comment"
            ]
        );
    }

    #[test]
    fn lower_case_names_with_a_number_behind_them_are_understood() {
        let targets = [
            target("_t.accountid", TargetKind::Text),
            target("_t.timestamp1", TargetKind::DateTime),
            target("_t.guidename", TargetKind::Text),
        ];
        let lines = suggest(&example("guide_displayed"), &targets, &[]);
        assert_eq!(
            lines.iter().map(|line| &line.source).collect::<Vec<_>>(),
            [
                &MappingSource::Field { path: "accountId".to_owned() },
                &MappingSource::SecondsToDate { path: "timestamp".to_owned() },
                &MappingSource::Field { path: "properties.guideProperties.name".to_owned() },
            ]
        );
    }

    #[test]
    fn a_name_that_could_be_several_fields_and_a_type_that_does_not_fit_suggest_nothing() {
        let targets =
            [target("_t.name1", TargetKind::Text), target("_t.visitorid", TargetKind::Integer)];
        assert_eq!(suggest(&example("guide_displayed"), &targets, &[]), []);
    }

    #[test]
    fn milliseconds_become_a_date_as_milliseconds() {
        let targets = [target("_t.createdAt", TargetKind::DateTime)];
        let lines = suggest(&json!({ "createdAt": 1_790_412_000_000_i64 }), &targets, &[]);
        assert_eq!(
            lines[0].source,
            MappingSource::MillisecondsToDate { path: "createdAt".to_owned() }
        );
    }
}
