//! The mapping lines that fill a record of the starter schema from an event of Pendo's.

use aep_client::TenantId;

use crate::contract::mapping::{MappingLine, MappingSource};

use super::fields::{FIELDS, target_path};

/// The starter's lines. `_id` and `timestamp` are what the class of every event asks for; the rest is the table.
pub fn lines(tenant: &TenantId) -> Vec<MappingLine> {
    let class = [
        MappingLine {
            // Pendo's id of the event is unique, and as `_id` it lets repeated deliveries be recognised.
            source: MappingSource::Field { path: "uniqueId".to_owned() },
            target: "_id".to_owned(),
        },
        MappingLine {
            source: MappingSource::SecondsToDate { path: "timestamp".to_owned() },
            target: "timestamp".to_owned(),
        },
    ];
    let own = FIELDS.iter().filter_map(|field| {
        let path = field.source?.to_owned();
        Some(MappingLine {
            source: MappingSource::Field { path },
            target: target_path(tenant, field),
        })
    });
    class.into_iter().chain(own).collect()
}

#[cfg(test)]
mod tests {
    use super::lines;
    use crate::starter::target_fields;

    #[test]
    fn every_line_fills_a_field_of_the_starter_schema_and_none_twice() {
        let targets: Vec<_> =
            target_fields(&"acme".into()).into_iter().map(|field| field.path).collect();
        let mut filled: Vec<_> =
            lines(&"acme".into()).into_iter().map(|line| line.target).collect();
        assert!(filled.iter().all(|target| targets.contains(target)));
        filled.sort();
        let lines = filled.len();
        filled.dedup();
        assert_eq!(filled.len(), lines);
    }
}
