//! The parts of a source's record: the schema that the starter makes for it, and its example events. What is in a
//! record stands in `sources`, one file a source; a key that is missing or not known here is no record.

use serde::Deserialize;
use serde_json::Value;

use crate::contract::mapping::{ExampleEvent, MappingSource};

/// The starter schema of a source.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Place {
    /// The object that holds all fields, below the tenant's.
    pub object: String,
    /// Title of that object.
    pub title: String,
    /// What fills `_id`: a value that no other event has, and that a repeated delivery has again where the source
    /// sends one.
    pub id: MappingSource,
    /// What fills `timestamp`.
    pub timestamp: MappingSource,
    /// Its fields, in the order of the screen.
    pub fields: Vec<Field>,
}

/// One field of a starter schema.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// Path below the object, at most two keys.
    pub path: String,
    /// Its title.
    pub title: String,
    /// Its type.
    pub kind: Kind,
    /// Path in the source's event, for the fields that every published event has. `None`: the schema has room for
    /// it, but only some events bring it or nobody has published where, so no line is made unasked.
    #[serde(default)]
    pub source: Option<String>,
}

/// Types that starter schemas use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Text.
    Text,
    /// Text of at least one character: without a minimum length an event with an empty id would be let in.
    NonEmptyText,
    /// A whole number of up to 2^53: ids of 16 digits fit, negative ones too.
    Long,
    /// A number with decimals.
    Number,
    /// True or false.
    Boolean,
    /// Date and time.
    DateTime,
}

/// An example event, so that a mapping can be tried before the source has sent anything. Its values are invented,
/// its shape follows what the source's maker publishes.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Example {
    id: String,
    label: String,
    event: Value,
}

impl Example {
    /// As the window gets it.
    pub(super) fn event(&self) -> ExampleEvent {
        ExampleEvent {
            id: self.id.clone(),
            label: self.label.clone(),
            text: format!("{:#}", self.event),
        }
    }
}
