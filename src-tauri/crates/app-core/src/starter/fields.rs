//! The fields that a line may fill in a record of a starter schema: one table in the source's record, from which
//! schema, target fields and lines are made, so that they agree.

use aep_client::TenantId;

use crate::contract::mapping::{TargetField, TargetKind};

use super::record::{Field, Kind};
use super::source::Source;

impl Source {
    /// The path of a field in the record.
    pub(super) fn target_path(&self, tenant: &TenantId, field: &Field) -> String {
        format!("{}.{}.{}", tenant.namespace(), self.schema.object, field.path)
    }

    /// Paths, below its object, of the fields that hold text.
    pub(crate) fn text_fields(&self) -> Vec<String> {
        let texts = self
            .schema
            .fields
            .iter()
            .filter(|field| matches!(field.kind, Kind::Text | Kind::NonEmptyText));
        texts.map(|field| field.path.clone()).collect()
    }

    /// The fields that a line may fill: those of the class, then the source's own.
    #[must_use]
    pub fn target_fields(&self, tenant: &TenantId) -> Vec<TargetField> {
        let own = self.schema.fields.iter().map(|field| TargetField {
            path: self.target_path(tenant, field),
            title: field.title.clone(),
            kind: field.kind.into(),
            required: false,
            identity: None,
        });
        class_fields().into_iter().chain(own).collect()
    }
}

/// The fields that every schema for events has.
#[must_use]
pub fn class_fields() -> Vec<TargetField> {
    let class = [
        ("_id", "Identifier", TargetKind::Text, true),
        ("timestamp", "Timestamp", TargetKind::DateTime, true),
        ("eventType", "Event type", TargetKind::Text, false),
        ("eventMergeId", "Event merge id", TargetKind::Text, false),
        ("producedBy", "Produced by", TargetKind::Text, false),
    ];
    let fields = class.into_iter().map(|(path, title, kind, required)| TargetField {
        path: path.to_owned(),
        title: title.to_owned(),
        kind,
        required,
        identity: None,
    });
    fields.collect()
}

impl From<Kind> for TargetKind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Text | Kind::NonEmptyText => Self::Text,
            Kind::Long => Self::Integer,
            Kind::Number => Self::Number,
            Kind::Boolean => Self::Boolean,
            Kind::DateTime => Self::DateTime,
        }
    }
}
