//! A source as a data record. Streaming sources of the platform differ in these values and in nothing else, so
//! another one is another file in `sources`, not other code.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::contract::mapping::ExampleEvent;
use crate::contract::setup::{FreshField, Instruction, SourceGuide, SourceInfo};

use super::record::{Example, Place};

/// The texts of the records.
static RECORDS: &[&str] = &include!(concat!(env!("OUT_DIR"), "/sources.rs"));

/// The source that is suggested, and stands first.
const FIRST: &str = "pendo";

static SOURCES: LazyLock<Vec<Source>> = LazyLock::new(|| {
    let read = |text: &&str| serde_json::from_str(text).expect("a test reads every record");
    let mut all: Vec<Source> = RECORDS.iter().map(read).collect();
    all.sort_by_cached_key(|source| (source.id != FIRST, source.name.to_lowercase()));
    all
});

/// One source that this app can set up.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Source {
    /// Our own id of it, such as `pendo`; the form carries it.
    pub id: String,
    /// Its name on screen.
    pub name: String,
    /// What it sends, in a line.
    pub about: String,
    /// The platform calls it beta.
    pub beta: bool,
    /// Id of its connection spec, the same in every organisation.
    pub connection_spec_id: String,
    /// Id of the flow spec that serves it.
    pub flow_spec_id: String,
    /// Where the ids are published.
    pub authority: String,
    /// What it means when an organisation is not offered it.
    pub not_offered: String,
    /// The guide of its maker, or the platform's where there is none.
    pub guide_url: String,
    /// Where in the product a webhook is turned off, as the middle of a sentence has it.
    pub turn_off: String,
    /// What to do in the product, in order.
    pub instructions: Vec<Instruction>,
    /// A field of the event without which every run fails, for a source that has one.
    #[serde(default)]
    pub vital_field: Option<String>,
    /// The schema that the starter makes.
    pub schema: Place,
    /// Which fields of an example are made anew before it is sent as a test event.
    pub fresh: Vec<FreshField>,
    examples: Vec<Example>,
}

impl Source {
    /// What the window shows of it.
    #[must_use]
    pub fn info(&self) -> SourceInfo {
        SourceInfo {
            id: self.id.clone(),
            name: self.name.clone(),
            about: self.about.clone(),
            beta: self.beta,
            not_offered: self.not_offered.clone(),
            guide_url: self.guide_url.clone(),
            turn_off: self.turn_off.clone(),
            instructions: self.instructions.clone(),
        }
    }

    /// What belongs to it wherever one of its dataflows stands.
    #[must_use]
    pub fn guide(&self) -> SourceGuide {
        SourceGuide { source: self.info(), examples: self.examples(), fresh: self.fresh.clone() }
    }

    /// Its example events, each labelled as one.
    #[must_use]
    pub fn examples(&self) -> Vec<ExampleEvent> {
        self.examples.iter().map(Example::event).collect()
    }
}

/// All sources, the suggested one first.
#[must_use]
pub fn sources() -> &'static [Source] {
    &SOURCES
}

/// The source that is suggested.
#[must_use]
pub fn first_source() -> &'static Source {
    &SOURCES[0]
}

/// The source with this id, if this app can set it up.
#[must_use]
pub fn source(id: &str) -> Option<&'static Source> {
    SOURCES.iter().find(|source| source.id == id)
}

/// The source with this id; the suggested one for none, and for one that is not known.
#[must_use]
pub fn source_or_first(id: Option<&str>) -> &'static Source {
    id.and_then(source).unwrap_or_else(first_source)
}

/// The source with this connection spec, if this app can set it up.
#[must_use]
pub fn source_of_spec(id: &str) -> Option<&'static Source> {
    SOURCES.iter().find(|source| source.connection_spec_id == id)
}
