//! Field mappings as JSON: our own form, or that of Data Prep (a mapping set, or the list of its lines).

use aep_client::data_prep::FieldMapping;
use serde_json::{Value, json};

use crate::contract::mapping::MappingLine;
use crate::mapping::data_prep::from_data_prep;

/// What our own files are known by.
const MARK: &str = "inletMapping";

/// Writes lines in our own form.
pub(super) fn write(lines: &[MappingLine]) -> String {
    format!("{:#}\n", json!({ MARK: 1, "lines": lines }))
}

/// Reads lines in either form.
pub(super) fn read(text: &str) -> Result<Vec<MappingLine>, String> {
    let value: Value = serde_json::from_str(text).map_err(|error| {
        format!("This is not valid JSON: look at line {}, column {}.", error.line(), error.column())
    })?;
    if let Some(version) = value.get(MARK) {
        return ours(version, &value["lines"]);
    }
    let listed = match value {
        Value::Array(list) => list,
        Value::Object(mut set) => match set.remove("mappings") {
            Some(Value::Array(list)) => list,
            _ => Vec::new(),
        },
        _ => Vec::new(),
    };
    let count = listed.len();
    let read: Vec<FieldMapping> =
        listed.into_iter().filter_map(|line| serde_json::from_value(line).ok()).collect();
    let lines = from_data_prep(&read);
    if lines.len() < count && !lines.is_empty() {
        return Err(format!(
            "{} of {count} lines cannot be read, such as fixed texts. Nothing was taken over.",
            count - lines.len()
        ));
    }
    Ok(lines)
}

fn ours(version: &Value, lines: &Value) -> Result<Vec<MappingLine>, String> {
    if version.as_u64() != Some(1) {
        return Err("This file was written by a newer version of Inlet. Update Inlet to read it."
            .to_owned());
    }
    let mut read = Vec::new();
    for (index, line) in lines.as_array().into_iter().flatten().enumerate() {
        let line = serde_json::from_value(line.clone());
        read.push(line.map_err(|_| {
            format!("Line {} is not a field mapping. Nothing was taken over.", index + 1)
        })?);
    }
    Ok(read)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::read;
    use crate::contract::mapping::MappingSource;

    #[test]
    fn a_mapping_set_of_the_platform_is_read_in_both_dialects() {
        for lines in [
            json!([{ "sourceAttribute": "a.b", "destinationXdmPath": "_t.c" }]),
            json!([{ "sourceType": "ATTRIBUTE", "source": "a.b", "destination": "_t.c" }]),
        ] {
            for text in [lines.to_string(), json!({ "mappings": lines }).to_string()] {
                let read = read(&text).unwrap();
                assert_eq!(read[0].source, MappingSource::Field { path: "a.b".to_owned() });
                assert_eq!(read[0].target, "_t.c");
            }
        }
    }

    #[test]
    fn half_a_mapping_is_not_taken_over() {
        let fixed = json!({ "sourceType": "STATIC", "source": "web", "destination": "_t.d" });
        let line = json!({ "sourceAttribute": "a", "destinationXdmPath": "_t.c" });
        assert!(read(&json!([line, fixed]).to_string()).unwrap_err().contains("1 of 2"));
        let ours = json!({ "inletMapping": 1, "lines": [{ "target": 7 }] });
        assert!(read(&ours.to_string()).unwrap_err().contains("Line 1"));
        let newer = json!({ "inletMapping": 2, "lines": [] });
        assert!(read(&newer.to_string()).unwrap_err().contains("newer version"));
    }
}
