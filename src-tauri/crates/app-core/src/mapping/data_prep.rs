//! Mapping lines as Data Prep takes them.

use aep_client::data_prep::{NewMapping, Source};

use crate::contract::mapping::{MappingLine, MappingSource};

use super::expression::{milliseconds_to_date, seconds_to_date};

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

#[cfg(test)]
mod tests {
    use serde_json::{json, to_value};

    use super::to_data_prep;
    use crate::starter;

    #[test]
    fn the_starter_lines_fill_id_and_timestamp_as_the_class_asks() {
        let entries = to_value(to_data_prep(&starter::lines(&"acme".into()))).unwrap();
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
}
