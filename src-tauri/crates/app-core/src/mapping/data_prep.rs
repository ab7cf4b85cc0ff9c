//! Mapping lines as Data Prep takes them, in the dialect of the Flow Service tutorial (`sourceAttribute`,
//! `destinationXdmPath`); an expression stands in `sourceExpression`.

use serde_json::{Value, json};

use crate::contract::mapping::{MappingLine, MappingSource};

use super::expression::{milliseconds_to_date, seconds_to_date};

/// The `mappings` of a mapping set, one for each line, in their order: answers of the platform count on it.
pub fn to_data_prep(lines: &[MappingLine]) -> Vec<Value> {
    lines.iter().map(entry).collect()
}

fn entry(line: &MappingLine) -> Value {
    let (key, source) = match &line.source {
        MappingSource::Field { path } => ("sourceAttribute", path.clone()),
        MappingSource::Expression { text } => ("sourceExpression", text.clone()),
        MappingSource::SecondsToDate { path } => ("sourceExpression", seconds_to_date(path)),
        MappingSource::MillisecondsToDate { path } => {
            ("sourceExpression", milliseconds_to_date(path))
        }
    };
    // `identity` is fixed: identities come from a schema's descriptors, and this app makes none.
    json!({ "destinationXdmPath": line.target, key: source, "identity": false, "version": 0 })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::to_data_prep;
    use crate::starter;

    #[test]
    fn the_starter_lines_fill_id_and_timestamp_as_the_class_asks() {
        let entries = to_data_prep(&starter::lines("acme"));
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
