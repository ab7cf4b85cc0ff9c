//! A source as a data record. Streaming sources of the platform differ in these values and in nothing else, so
//! another one is another record, not other code.

use crate::contract::mapping::ExampleEvent;
use crate::contract::setup::{Instruction, SourceInfo};

use super::examples::Example;
use super::pendo::PENDO;

/// One source that this app can set up.
pub struct Source {
    /// Our own id of it, such as `pendo`; the form carries it.
    pub id: &'static str,
    /// Its name on screen.
    pub name: &'static str,
    /// The platform calls it beta.
    pub beta: bool,
    /// Id of its connection spec.
    pub connection_spec_id: &'static str,
    /// What to do in the other product: title and a line more, in order.
    pub(super) instructions: &'static [(&'static str, &'static str)],
    /// Example events.
    pub(super) examples: &'static [Example],
}

impl Source {
    /// What the window shows of it.
    pub fn info(&self) -> SourceInfo {
        let instructions = self.instructions.iter().map(|(title, detail)| Instruction {
            title: (*title).to_owned(),
            detail: (*detail).to_owned(),
        });
        SourceInfo {
            id: self.id.to_owned(),
            name: self.name.to_owned(),
            beta: self.beta,
            instructions: instructions.collect(),
        }
    }

    /// Its example events, each labelled as one.
    pub fn examples(&self) -> Vec<ExampleEvent> {
        self.examples.iter().map(Example::event).collect()
    }
}

/// The source with this id, if this app can set it up.
pub fn source(id: &str) -> Option<&'static Source> {
    [&PENDO].into_iter().find(|source| source.id == id)
}

/// The source with this connection spec, if this app can set it up.
pub fn source_of_spec(id: &str) -> Option<&'static Source> {
    [&PENDO].into_iter().find(|source| source.connection_spec_id == id)
}

#[cfg(test)]
mod tests {
    use super::source;

    #[test]
    fn pendo_is_known_and_another_name_is_not() {
        let pendo = source("pendo").unwrap();
        assert!(pendo.info().beta);
        assert_eq!(pendo.examples().len(), 3);
        assert!(source("mixpanel").is_none());
    }
}
