//! A code, or a message, explained: from the message where it says more than the code, from the book otherwise, and
//! raw where neither is known.

use std::fmt::Write as _;

use crate::contract::error_book::{BookService, Explanation};
use crate::error::redact;

use super::look_up::{look_up, meanings};
use super::message;

/// What is known of an error.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Asked<'a> {
    /// Whose code it is, where that is known.
    pub(crate) service: Option<BookService>,
    /// The code; may be empty.
    pub(crate) code: &'a str,
    /// The HTTP status that it came with.
    pub(crate) status: Option<u16>,
    /// The platform's words; may be empty.
    pub(crate) message: &'a str,
}

/// Explains an error. Nothing here fails: what is not known is given back as it came.
pub(crate) fn explain(asked: Asked<'_>) -> Explanation {
    let code = asked.code.trim();
    let found = match asked.service {
        Some(service) => look_up(service, code, asked.status).into_iter().collect(),
        None if code.is_empty() => Vec::new(),
        None => meanings(code, asked.status),
    };
    let reading = message::read(asked.message);
    let entry = found.first().copied();
    let support_text = support_text(asked);
    match (reading, entry) {
        (Some(reading), entry) => Explanation {
            name: reading.name.to_owned(),
            what: reading.what,
            owner: Some(reading.owner),
            next: reading.next.to_owned(),
            field: reading.field,
            entries: entry.into_iter().chain(found.into_iter().skip(1)).map(Into::into).collect(),
            support_text,
        },
        (None, Some(entry)) => Explanation {
            name: entry.name().to_owned(),
            what: entry.what().to_owned(),
            owner: Some(entry.owner()),
            next: entry.next().to_owned(),
            field: None,
            entries: found.into_iter().map(Into::into).collect(),
            support_text,
        },
        (None, None) => raw(asked, support_text),
    }
}

fn raw(asked: Asked<'_>, support_text: String) -> Explanation {
    let code = redact(asked.code.trim());
    let said = redact(asked.message.trim());
    let what = match said.as_str() {
        "" => "Inlet's error book does not have this code, and Adobe sent no words with it."
            .to_owned(),
        said => format!("Inlet's error book does not have this code. Adobe says: {said}"),
    };
    Explanation {
        name: if code.is_empty() {
            "Unknown error".to_owned()
        } else {
            format!("Unknown: “{code}”")
        },
        what,
        owner: None,
        next: "Copy the details for support.".to_owned(),
        field: None,
        entries: Vec::new(),
        support_text,
    }
}

/// What support needs to know of an error, as lines of text.
fn support_text(asked: Asked<'_>) -> String {
    let service = asked.service.map_or("not known", BookService::label);
    let mut text = format!("Service: {service}\nCode: {}\n", redact(asked.code.trim()));
    if let Some(status) = asked.status {
        // Writing to a text cannot fail.
        let _ = writeln!(text, "HTTP status: {status}");
    }
    if !asked.message.trim().is_empty() {
        let _ = writeln!(text, "Adobe's words: {}", redact(asked.message.trim()));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{Asked, explain};
    use crate::contract::error::Owner;
    use crate::contract::error_book::BookService;

    #[test]
    fn the_message_says_more_than_the_code() {
        let told = explain(Asked {
            service: Some(BookService::Ingestion),
            code: "DCVS-1106-400",
            message: "#: required key [_id] not found",
            ..Asked::default()
        });
        assert_eq!(
            (told.name.as_str(), told.field.as_deref()),
            ("Required field is missing", Some("_id"))
        );
        assert_eq!(told.entries[0].codes, ["DCVS-1106-400"]);
    }

    #[test]
    fn without_a_message_the_book_speaks() {
        let told = explain(Asked { code: "1447-400", ..Asked::default() });
        assert_eq!(
            (told.name.as_str(), told.owner),
            ("Still used by a dataflow", Some(Owner::You))
        );
    }

    #[test]
    fn an_unknown_code_is_given_back_raw() {
        let told = explain(Asked {
            code: "CONNECTOR-2999-500",
            message: "Bad weather",
            ..Asked::default()
        });
        assert_eq!(told.name, "Unknown: “CONNECTOR-2999-500”");
        assert!(told.what.ends_with("Adobe says: Bad weather"), "{}", told.what);
        assert!(told.entries.is_empty() && told.owner.is_none());
        for part in ["CONNECTOR-2999-500", "Bad weather"] {
            assert!(told.support_text.contains(part), "{}", told.support_text);
        }
    }

    #[test]
    fn no_streaming_endpoint_comes_through() {
        let canary = "ab12".repeat(16);
        let message = format!("POST https://dcs.example/collection/{canary} failed");
        let told = explain(Asked { code: &canary, message: &message, ..Asked::default() });
        assert!(!format!("{told:?}").contains(&canary), "{told:?}");
    }
}
