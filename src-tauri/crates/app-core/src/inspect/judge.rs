//! What would become of one event: the platform says what the mapping makes of it, the schema decides on the record.

use aep_client::data_prep::{MappingProblem, Preview};
use serde_json::Value;

use crate::contract::inspector::{EventOutcome, EventProblem};
use crate::error_book::read_message;
use crate::mapping::in_platform_words;

use super::schema::misfits;

/// An event, judged.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Judged {
    pub(super) outcome: EventOutcome,
    /// The record that would arrive; null when there is none.
    pub(super) record: Value,
    pub(super) problems: Vec<EventProblem>,
}

/// Judges what the platform made of an event.
pub(super) fn judge(schema: &Value, preview: Preview) -> Judged {
    let Preview { data: record, errors } = preview;
    let mut problems: Vec<EventProblem> = errors.iter().map(of_mapping).collect();
    for misfit in misfits(schema, &record) {
        // A value that could not be converted leaves its field empty: one cause is told once.
        if !problems.iter().any(|known| known.loses && known.field == misfit.field) {
            problems.push(misfit);
        }
    }
    problems.sort_by_key(|problem| !problem.loses);
    let outcome = match problems.first() {
        None => EventOutcome::Good,
        Some(worst) if worst.loses => EventOutcome::Lost,
        Some(_) => EventOutcome::Gaps,
    };
    Judged { outcome, record, problems }
}

/// A type that cannot be converted loses the event; what fails otherwise leaves its field empty. Source: Data Prep's
/// page on calculated fields, and the errors of runs that it documents.
fn of_mapping(problem: &MappingProblem) -> EventProblem {
    let said = problem.exception.as_deref().unwrap_or("no reason was given");
    let field = problem.destination.clone().unwrap_or_default();
    match read_message(said).and_then(|reading| reading.title()) {
        Some(title) => EventProblem { field, message: format!("{title}."), loses: true },
        None => EventProblem { field, message: in_platform_words(said), loses: false },
    }
}

#[cfg(test)]
mod tests {
    use aep_client::data_prep::{MappingProblem, Preview};
    use serde_json::{Value, json};

    use super::{Judged, judge};
    use crate::contract::inspector::EventOutcome;

    fn judged(data: Value, said: &[(&str, &str)]) -> Judged {
        let errors = said.iter().map(|(destination, exception)| MappingProblem {
            destination: Some((*destination).to_owned()),
            exception: Some((*exception).to_owned()),
            ..MappingProblem::default()
        });
        let schema = json!({ "type": "object", "required": ["_id"], "properties": {
            "_id": { "type": "string" }, "at": { "type": "string", "format": "date-time" }
        }});
        judge(&schema, Preview { data, errors: errors.collect() })
    }

    #[test]
    fn a_record_that_fits_is_good_and_an_empty_field_is_a_gap() {
        assert_eq!(judged(json!({ "_id": "1" }), &[]).outcome, EventOutcome::Good);
        let gap = judged(json!({ "_id": "1" }), &[("at", "the attribute x is not in the event")]);
        assert_eq!(gap.outcome, EventOutcome::Gaps);
        assert!(gap.problems[0].message.starts_with("Experience Platform says: the attribute"));
    }

    #[test]
    fn a_required_field_that_stays_empty_loses_the_event_and_is_told_first() {
        let lost = judged(json!({}), &[("_id", "the attribute x is not in the event")]);
        assert_eq!(lost.outcome, EventOutcome::Lost);
        assert_eq!(lost.problems.len(), 2);
        assert!(lost.problems[0].loses && lost.problems[0].message.contains("every record needs"));
    }

    #[test]
    fn a_type_that_cannot_be_converted_loses_the_event_though_the_record_fits() {
        let said = "destination path at. expected data type was: DATE, actual data type was: LONG. \
                    sourceField: a destinationField: at";
        let lost = judged(json!({ "_id": "1" }), &[("at", said)]);
        assert_eq!(lost.outcome, EventOutcome::Lost);
        assert_eq!((lost.problems[0].field.as_str(), lost.problems.len()), ("at", 1));
    }
}
