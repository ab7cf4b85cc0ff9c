//! A record error in plain words, from the error book; named after its field where the message names one.

use crate::contract::error_book::BookService;
use crate::contract::runs::RunError;
use crate::error_book::{Asked, explain, read_message};

/// Name, cause and next step of an error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PlainWords {
    /// Plain name.
    pub(crate) title: String,
    /// Why; may be empty.
    pub(crate) cause: String,
    /// What to do; may be empty.
    pub(crate) next_step: String,
    /// Changing the mapping is what helps.
    pub(crate) in_mapping: bool,
}

/// Codes of what the mapping made of an event.
const OF_THE_MAPPING: [&str; 3] = ["MAPPER-", "DCVS-", "INGEST-1555"];

impl PlainWords {
    /// The words for an error.
    pub(crate) fn of(error: &RunError) -> Self {
        let explained = explain(Asked {
            service: Some(BookService::Ingestion),
            code: &error.code,
            status: None,
            message: &error.message,
        });
        let reading = read_message(&error.message);
        let code = error.code.to_uppercase();
        let of_the_mapping = OF_THE_MAPPING.iter().any(|start| code.starts_with(start));
        Self {
            in_mapping: reading.is_some() || of_the_mapping,
            title: reading.and_then(|reading| reading.title()).unwrap_or(explained.name),
            cause: explained.what,
            next_step: explained.next,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::PlainWords;
    use crate::contract::runs::RunError;

    fn words(code: &str, message: &str) -> PlainWords {
        PlainWords::of(&RunError { code: code.into(), message: message.into(), count: None })
    }

    #[test]
    fn a_message_that_names_a_field_says_more_than_its_code() {
        let told = words("DCVS-1106-400", "#: required key [_id] not found");
        assert_eq!((told.title.as_str(), told.in_mapping), ("_id was missing", true));
    }

    #[test]
    fn a_code_alone_is_looked_up_in_the_book() {
        let told = words("CONNECTOR-2001-500", "");
        assert!(
            !told.cause.is_empty() && !told.next_step.is_empty() && !told.in_mapping,
            "{told:?}"
        );
        assert!(words("MAPPER-3700-400", "Mapper Transform Error: no mapping").in_mapping);
    }

    #[test]
    fn a_code_that_nobody_knows_is_given_back() {
        assert!(words("XYZ-1-400", "").title.contains("XYZ-1-400"));
    }
}
