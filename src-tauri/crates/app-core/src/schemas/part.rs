//! Small things about schemas that several parts need: classes by name, whole objects by name.

use aep_client::ClassId;
use aep_client::schema_registry::{EXPERIENCE_EVENT_CLASS, PROFILE_CLASS, Schema};

use crate::contract::flows::NamedObject;
use crate::contract::schemas::SchemaWords;
use crate::setup::without_mark;

/// The name of a class, by Adobe's own where it is one of Adobe's.
pub(super) fn class_name(class: Option<&ClassId>) -> String {
    match class.map(ClassId::as_str) {
        Some(EXPERIENCE_EVENT_CLASS) => "XDM ExperienceEvent".to_owned(),
        Some(PROFILE_CLASS) => "XDM Individual Profile".to_owned(),
        Some(id) if id.contains("/classes/") => "A class of your own".to_owned(),
        Some(id) => id.rsplit('/').next().unwrap_or(id).to_owned(),
        None => "Not known".to_owned(),
    }
}

/// What a change of a schema starts from.
pub(super) fn words(schema: &Schema) -> SchemaWords {
    SchemaWords {
        name: schema.title.clone(),
        description: without_mark(schema.description.as_deref().unwrap_or_default()).to_owned(),
        version: schema.metadata.etag.clone().unwrap_or_default(),
    }
}

/// An object with its name, or its id where it has none.
pub(super) fn named(id: &str, name: &str) -> NamedObject {
    let name = if name.is_empty() { id } else { name };
    NamedObject { id: id.to_owned(), name: name.to_owned() }
}
