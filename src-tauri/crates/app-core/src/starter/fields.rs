//! The starter's fields: one table from which schema, target fields and lines are made, so that they agree.

use aep_client::TenantId;

use crate::contract::mapping::{TargetField, TargetKind};

/// The object that holds all of them, below the tenant's.
pub(crate) const OBJECT: &str = "pendo";

/// One field of the starter schema.
pub(super) struct Field {
    /// Path below [`OBJECT`], at most two keys.
    pub(super) path: &'static str,
    /// Its title.
    pub(super) title: &'static str,
    /// Its type.
    pub(super) kind: Kind,
    /// Path in Pendo's event, for the fields that Pendo's published example has. `None`: the schema has room for
    /// it, but where Pendo sends it is not verified, so no line is made unasked.
    pub(super) source: Option<&'static str>,
}

/// Types that the starter uses.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Text.
    Text,
    /// Text of at least one character.
    NonEmptyText,
    /// A whole number of up to 2^53: Pendo's subscription ids have 16 digits, its app ids may be negative.
    Long,
}

const fn text(path: &'static str, title: &'static str, source: Option<&'static str>) -> Field {
    Field { path, title, kind: Kind::Text, source }
}

const fn long(path: &'static str, title: &'static str, source: Option<&'static str>) -> Field {
    Field { path, title, kind: Kind::Long, source }
}

/// The fields, in the order of the screen.
pub(super) const FIELDS: &[Field] = &[
    text("event", "Event", Some("event")),
    // Without a minimum length an event with an empty id would be let in; runs name this field when it fails.
    Field {
        path: "uniqueId",
        title: "Unique id",
        kind: Kind::NonEmptyText,
        source: Some("uniqueId"),
    },
    text("visitorId", "Visitor id", Some("visitorId")),
    text("accountId", "Account id", Some("accountId")),
    long("app.id", "App id", Some("app.id")),
    text("app.name", "App name", Some("app.name")),
    text("app.platform", "App platform", Some("app.platform")),
    long("subscription.id", "Subscription id", Some("subscription.id")),
    text("subscription.name", "Subscription name", Some("subscription.name")),
    text("userAgent", "User agent", Some("userAgent")),
    text("language", "Language", Some("properties.language")),
    text("guide.id", "Guide id", Some("properties.guideId")),
    text("guide.name", "Guide name", Some("properties.guideProperties.name")),
    text("guide.stepId", "Guide step id", Some("properties.guideStepId")),
    text("url", "Page address", None),
    text("poll.id", "Poll id", None),
    text("poll.type", "Poll type", None),
    text("poll.question", "Poll question", None),
    text("poll.response", "Poll answer", None),
    long("poll.score", "NPS score", None),
    text("poll.comment", "NPS comment", None),
];

/// Paths, below [`OBJECT`], of the fields that hold text.
pub(crate) fn text_fields() -> Vec<String> {
    let texts = FIELDS.iter().filter(|field| field.kind != Kind::Long);
    texts.map(|field| field.path.to_owned()).collect()
}

/// The path of a field in the record.
pub(super) fn target_path(tenant: &TenantId, field: &Field) -> String {
    format!("{}.{OBJECT}.{}", tenant.namespace(), field.path)
}

/// The fields that a line may fill in a record of the starter schema: those of the class, then ours.
pub fn target_fields(tenant: &TenantId) -> Vec<TargetField> {
    let class = [
        ("_id", "Identifier", TargetKind::Text, true),
        ("timestamp", "Timestamp", TargetKind::DateTime, true),
        ("eventType", "Event type", TargetKind::Text, false),
        ("eventMergeId", "Event merge id", TargetKind::Text, false),
        ("producedBy", "Produced by", TargetKind::Text, false),
    ];
    let class = class.into_iter().map(|(path, title, kind, required)| TargetField {
        path: path.to_owned(),
        title: title.to_owned(),
        kind,
        required,
    });
    let own = FIELDS.iter().map(|field| TargetField {
        path: target_path(tenant, field),
        title: field.title.to_owned(),
        kind: match field.kind {
            Kind::Text | Kind::NonEmptyText => TargetKind::Text,
            Kind::Long => TargetKind::Integer,
        },
        required: false,
    });
    class.chain(own).collect()
}
