//! The mapping lines that fill a record of a starter schema from an event of its source.

use aep_client::TenantId;

use crate::contract::mapping::{MappingLine, MappingSource};

use super::source::Source;

impl Source {
    /// The starter's lines. `_id` and `timestamp` are what the class of every event asks for; the rest is the table.
    #[must_use]
    pub fn lines(&self, tenant: &TenantId) -> Vec<MappingLine> {
        let own = self.schema.fields.iter().filter_map(|field| {
            let path = field.source.clone()?;
            Some(MappingLine {
                source: MappingSource::Field { path },
                target: self.target_path(tenant, field),
            })
        });
        self.class_lines().into_iter().chain(own).collect()
    }

    /// The lines that every schema for events needs, whatever else it holds.
    #[must_use]
    pub fn class_lines(&self) -> [MappingLine; 2] {
        let line = |source: &MappingSource, target: &str| MappingLine {
            source: source.clone(),
            target: target.to_owned(),
        };
        [line(&self.schema.id, "_id"), line(&self.schema.timestamp, "timestamp")]
    }
}
