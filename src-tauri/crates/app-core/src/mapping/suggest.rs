//! Lines that suggest themselves: a value of the event whose name is that of a target field, and whose type fits.
//! Worked out here, because the platform's own suggestions want a batch of data first. What is doubtful is left out:
//! a wrong line that looks right costs more than a missing one.

use serde_json::Value;

use crate::contract::mapping::{MappingLine, MappingSource, TargetField, TargetKind, VerdictState};
use crate::starter::Source;

use super::expression::mail_date_to_date;
use super::path::Path;
use super::sample::leaves;
use super::verdict::{is_of_mail, verdict};

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
pub fn suggest(
    event: &Value,
    source: &Source,
    targets: &[TargetField],
    lines: &[MappingLine],
) -> Vec<MappingLine> {
    let of_class = source.class_lines();
    let candidates: Vec<_> = leaves(event).into_iter().filter_map(candidate).collect();
    let open = targets.iter().filter(|target| {
        !matches!(target.kind, TargetKind::Object | TargetKind::Array)
            && !lines.iter().any(|line| line.target == target.path)
    });
    open.filter_map(|target| {
        let known = of_class.iter().find(|line| line.target == target.path);
        if let Some(line) = known.filter(|line| is_good(line, target, event)) {
            return Some(line.clone());
        }
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
    // What makes an event unique is for its source to say: no name does.
    if target.path == "_id" {
        return None;
    }
    let mut words: Vec<String> = target.path.split('.').filter_map(word).collect();
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

/// The line in the first form that is good for this sample.
fn fitting(path: &str, target: &TargetField, event: &Value) -> Option<MappingLine> {
    let path = || path.to_owned();
    let forms = [
        MappingSource::Field { path: path() },
        MappingSource::SecondsToDate { path: path() },
        MappingSource::MillisecondsToDate { path: path() },
    ];
    let mut lines =
        forms.into_iter().map(|source| MappingLine { source, target: target.path.clone() });
    lines.find(|line| is_good(line, target, event)).or_else(|| mail_date(path(), target, event))
}

fn is_good(line: &MappingLine, target: &TargetField, event: &Value) -> bool {
    let (lines, targets) = (std::slice::from_ref(line), std::slice::from_ref(target));
    verdict(lines, targets, Some(event), None).lines[0].state == VerdictState::Good
}

/// A date as e-mails write it needs an expression.
fn mail_date(path: String, target: &TargetField, event: &Value) -> Option<MappingLine> {
    let value = Path::parse(&path)?.find(event)?;
    let is_date = target.kind == TargetKind::DateTime && value.as_str().is_some_and(is_of_mail);
    is_date.then(|| MappingLine {
        source: MappingSource::Expression { text: mail_date_to_date(&path) },
        target: target.path.clone(),
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
        let all = starter::first_source().examples();
        read_event(&all.iter().find(|example| example.id == id).unwrap().text).unwrap().value
    }

    fn ours(event: &Value, targets: &[TargetField], lines: &[MappingLine]) -> Vec<MappingLine> {
        suggest(event, starter::first_source(), targets, lines)
    }

    fn target(path: &str, kind: TargetKind) -> TargetField {
        TargetField {
            path: path.to_owned(),
            title: String::new(),
            kind,
            required: false,
            identity: None,
        }
    }

    #[test]
    fn the_names_of_the_starter_schema_find_the_lines_of_the_starter() {
        let mut suggested = ours(
            &example("guide_displayed"),
            &starter::first_source().target_fields(&"acme".into()),
            &[],
        );
        let mut expected = starter::first_source().lines(&"acme".into());
        let by_target = |a: &MappingLine, b: &MappingLine| a.target.cmp(&b.target);
        suggested.sort_by(by_target);
        expected.sort_by(by_target);
        assert_eq!(suggested, expected);
    }

    #[test]
    fn a_sample_with_an_answer_suggests_the_lines_that_the_starter_does_not_dare() {
        let lines = starter::first_source().lines(&"acme".into());
        let more = ours(
            &example("nps_answer"),
            &starter::first_source().target_fields(&"acme".into()),
            &lines,
        );
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
        let lines = ours(&example("guide_displayed"), &targets, &[]);
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
        assert_eq!(ours(&example("guide_displayed"), &targets, &[]), []);
    }

    #[test]
    fn milliseconds_become_a_date_as_milliseconds() {
        let targets = [target("_t.createdAt", TargetKind::DateTime)];
        let lines = ours(&json!({ "createdAt": 1_790_412_000_000_i64 }), &targets, &[]);
        assert_eq!(
            lines[0].source,
            MappingSource::MillisecondsToDate { path: "createdAt".to_owned() }
        );
    }

    #[test]
    fn each_source_suggests_its_own_lines_for_what_every_event_needs() {
        for source in starter::sources() {
            let event = read_event(&source.examples()[0].text).unwrap().value;
            let targets = source.target_fields(&"acme".into());
            let suggested = suggest(&event, source, &targets, &[]);
            for line in source.class_lines() {
                assert!(suggested.contains(&line), "{}: {suggested:?}", source.id);
            }
        }
    }

    #[test]
    fn a_date_in_each_way_of_writing_becomes_a_date() {
        let moment = |value: Value| {
            let targets = [target("_t.sentAt", TargetKind::DateTime)];
            ours(&json!({ "sentAt": value }), &targets, &[]).swap_remove(0).source
        };
        let path = || "sentAt".to_owned();
        assert_eq!(moment(json!(1_793_097_742)), MappingSource::SecondsToDate { path: path() });
        assert_eq!(
            moment(json!(1_793_097_742_000_i64)),
            MappingSource::MillisecondsToDate { path: path() }
        );
        for iso in ["2026-10-27T10:42:22Z", "2026-10-27T11:42:22.204117+01:00", "2026-10-27"] {
            assert_eq!(moment(json!(iso)), MappingSource::Field { path: path() }, "{iso}");
        }
        assert_eq!(
            moment(json!("Tue, 27 Oct 2026 11:42:22 +0100")),
            MappingSource::Expression {
                text: r#"date(sentAt, "EEE, d MMM yyyy HH:mm:ss Z")"#.to_owned()
            }
        );
    }
}
