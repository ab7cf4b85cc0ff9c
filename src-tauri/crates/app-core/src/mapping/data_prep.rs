//! Mapping lines as Data Prep takes them.

use aep_client::data_prep::{FieldMapping, NewMapping, Source};

use crate::contract::mapping::{MappingLine, MappingSource};

use super::expression::{as_date, milliseconds_to_date, seconds_to_date};

/// The lines of a mapping set, one for each of ours, in their order: answers of the platform count on it.
#[must_use]
pub fn to_data_prep(lines: &[MappingLine]) -> Vec<NewMapping> {
    lines.iter().map(|line| NewMapping::new(&line.target, source(&line.source))).collect()
}

fn source(source: &MappingSource) -> Source {
    match source {
        MappingSource::Field { path } => Source::Attribute(path.clone()),
        MappingSource::Expression { text } => Source::Expression(text.clone()),
        MappingSource::SecondsToDate { path } => Source::Expression(seconds_to_date(path)),
        MappingSource::MillisecondsToDate { path } => {
            Source::Expression(milliseconds_to_date(path))
        }
    }
}

/// Our lines for those of a mapping set; none for a line without a target, or of a kind that this app does not write.
#[must_use]
pub fn from_data_prep(mappings: &[FieldMapping]) -> Vec<MappingLine> {
    mappings.iter().filter_map(line).collect()
}

fn line(mapping: &FieldMapping) -> Option<MappingLine> {
    let source = match mapping.source.clone()? {
        Source::Attribute(path) => MappingSource::Field { path },
        Source::Expression(text) => as_date(&text).unwrap_or(MappingSource::Expression { text }),
    };
    let target = mapping.destination.clone();
    (!target.is_empty()).then_some(MappingLine { source, target })
}

#[cfg(test)]
mod tests {
    use serde_json::{json, to_value};

    use super::{from_data_prep, to_data_prep};
    use crate::contract::mapping::{MappingLine, MappingSource};
    use crate::starter;

    #[test]
    fn the_starter_lines_fill_id_and_timestamp_as_the_class_asks() {
        let entries =
            to_value(to_data_prep(&starter::first_source().lines(&"acme".into()))).unwrap();
        assert_eq!(
            entries[0],
            json!({ "destinationXdmPath": "_id", "sourceAttribute": "uniqueId", "identity": false, "version": 0 })
        );
        assert_eq!(
            entries[1]["sourceExpression"],
            r#"dformat(${timestamp} * 1000, "yyyy-MM-dd'T'HH:mm:ss.SSSX")"#
        );
        assert!(entries[1].get("sourceAttribute").is_none());
    }

    #[test]
    fn lines_come_back_as_they_were_written() {
        let mut lines = starter::first_source().lines(&"acme".into());
        for path in ["properties.date", "a.b\\.c", "sent\\.at", "first name"] {
            let path = path.to_owned();
            let target = "_acme.x".to_owned();
            lines.push(MappingLine { source: MappingSource::MillisecondsToDate { path }, target });
        }
        let text = "dformat(now(), \"yyyy\")".to_owned();
        let source = MappingSource::Expression { text };
        lines.push(MappingLine { source, target: "_acme.y".to_owned() });
        let written = to_value(to_data_prep(&lines)).unwrap();
        let read: Vec<_> = serde_json::from_value(written).unwrap();
        assert_eq!(from_data_prep(&read), lines);
    }
}
