//! The file: JSON that a person may read and alter. What cannot be read is told by its place, never guessed.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::contract::mapping::MappingLine;
use crate::contract::place::{PlaceIdentity, Tags};

use super::check::check;
use super::parts;

/// The largest file that is read, in bytes.
const LARGEST: usize = 1_000_000;
/// What stands in every recipe.
const KIND: &str = "recipe";
/// The version that is written, and the newest that is read.
const VERSION: u64 = 2;
/// The last version without class, field groups, identities and tags.
const WITHOUT_PARTS: u64 = 1;

/// A recipe.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Recipe {
    /// What this file is.
    pub(super) inlet: String,
    /// The version of its form.
    pub(super) version: u64,
    /// Our own id of the source, such as `pendo`.
    pub(super) source: String,
    /// The dataflow's settings.
    pub(super) dataflow: Dataflow,
    /// Name of its dataset.
    pub(super) dataset: String,
    /// Title of its schema; empty when the schema could not be read.
    #[serde(default)]
    pub(super) schema: String,
    /// What its records are; none when that is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) class: Option<RecipeClass>,
    /// Adobe's field groups that are part of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) field_groups: Vec<FieldGroupNote>,
    /// The organisation's own fields of the schema, as JSON Schema properties below its namespace; none when the
    /// schema could not be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) fields: Option<Map<String, Value>>,
    /// Its fields that are identities; none when that is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) identities: Option<Vec<PlaceIdentity>>,
    /// Whether it was enabled for Profile. A recipe never does that; it only says so.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(super) profile: bool,
    /// Tags of the dataset, those of the platform's own left out.
    #[serde(default, skip_serializing_if = "Tags::is_empty")]
    pub(super) tags: Tags,
    /// The mapping.
    pub(super) lines: Vec<MappingLine>,
    /// Field mappings of the dataflow that have no form here.
    #[serde(default)]
    pub(super) left_out: u32,
}

/// What the records of a recipe's schema are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum RecipeClass {
    /// Things that happened: XDM ExperienceEvent.
    Event,
    /// People: XDM Individual Profile.
    Profile,
    /// Something else, which stays with its organisation.
    Other,
}

/// One of Adobe's field groups, the same in every organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct FieldGroupNote {
    /// Its `$id`.
    pub(super) id: String,
    /// Its title, for people.
    #[serde(default)]
    pub(super) title: String,
}

/// Settings of a dataflow.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Dataflow {
    pub(super) name: String,
    #[serde(default)]
    pub(super) description: String,
}

impl Recipe {
    /// A recipe of the current version.
    pub(super) fn new(source: &str, dataflow: Dataflow, dataset: String) -> Self {
        Self {
            inlet: KIND.to_owned(),
            version: VERSION,
            source: source.to_owned(),
            dataflow,
            dataset,
            schema: String::new(),
            class: None,
            field_groups: Vec::new(),
            fields: None,
            identities: None,
            profile: false,
            tags: Tags::new(),
            lines: Vec::new(),
            left_out: 0,
        }
    }

    /// Whether it is of a version that says nothing of class, field groups, identities and tags.
    pub(super) fn is_without_parts(&self) -> bool {
        self.version <= WITHOUT_PARTS
    }

    /// The file.
    pub(super) fn to_text(&self) -> String {
        let mut text =
            serde_json::to_string_pretty(self).expect("a recipe has no key that is not text");
        text.push('\n');
        text
    }

    /// Reads a file, and says which of its keys are not known.
    pub(super) fn of_text(text: &str) -> Result<(Self, Vec<String>), String> {
        if text.len() > LARGEST {
            return Err(format!(
                "This file has {} bytes; a recipe has 1 MB at most. Choose a recipe that Inlet exported.",
                text.len()
            ));
        }
        let text = text.trim_start_matches('\u{feff}');
        let whole: Value = serde_json::from_str(text).map_err(|why| {
            format!("This is not JSON: {}. Choose the file as it was exported.", place(&why))
        })?;
        check_version(&whole)?;
        let recipe: Self = serde_json::from_str(text).map_err(|why| {
            format!("This recipe was altered and cannot be read: {}.", place(&why))
        })?;
        if recipe.lines.is_empty() {
            return Err(
                "This recipe has no field mappings, so nothing would be ingested.".to_owned()
            );
        }
        if let Some(fields) = &recipe.fields {
            check(fields)
                .map_err(|why| format!("This recipe was altered and cannot be used: {why}"))?;
        }
        parts::check(&recipe)
            .map_err(|why| format!("This recipe was altered and cannot be used: {why}"))?;
        let unknown = unknown(&whole, &recipe);
        Ok((recipe, unknown))
    }
}

fn check_version(whole: &Value) -> Result<(), String> {
    if whole["inlet"] != KIND {
        return Err("This is JSON, but not a recipe that Inlet exported.".to_owned());
    }
    match whole["version"].as_u64() {
        Some(version) if version > VERSION => Err(format!(
            "A newer Inlet made this recipe (version {version}; this one reads {VERSION}). Update Inlet, and open it again."
        )),
        Some(1..) => Ok(()),
        _ => Err("This recipe was altered: it does not say which version it is.".to_owned()),
    }
}

/// What is wrong and where, without the words of the parser's own types.
fn place(why: &serde_json::Error) -> String {
    let said = why.to_string();
    let what = said.split(" at line ").next().unwrap_or_default();
    format!("{what} (line {}, column {})", why.line(), why.column())
}

/// Keys that the file has and a recipe does not; what stands in `fields` is the schema's business.
fn unknown(whole: &Value, recipe: &Recipe) -> Vec<String> {
    let mut found = Vec::new();
    let known = serde_json::to_value(recipe).unwrap_or_default();
    compare(whole, &known, "", &mut found);
    found
}

fn compare(whole: &Value, known: &Value, path: &str, found: &mut Vec<String>) {
    match (whole, known) {
        (Value::Object(whole), Value::Object(known)) => {
            for (key, value) in whole {
                let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                match known.get(key) {
                    Some(_) if path == "fields" => {}
                    Some(known) => compare(value, known, &path, found),
                    None if value.is_null() => {}
                    None => found.push(path),
                }
            }
        }
        (Value::Array(whole), Value::Array(known)) => {
            for (at, (value, known)) in whole.iter().zip(known).enumerate() {
                compare(value, known, &format!("{path}[{at}]"), found);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
#[path = "file_tests.rs"]
mod tests;
