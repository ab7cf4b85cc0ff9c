//! Finding the entry of a code. Pure, offline.

use crate::contract::error_book::BookService;

use super::code::Code;
use super::entry::{Entry, all};

/// What a code of this service means when it comes with this status. Flow Service passes on codes of the
/// providers of sources, so what its own catalogue does not have is looked for in theirs.
pub(crate) fn look_up(service: BookService, code: &str, status: Option<u16>) -> Option<Entry> {
    let in_its_own = find(service, code, status);
    match service {
        BookService::FlowService => {
            in_its_own.or_else(|| find(BookService::SourceProvider, code, status))
        }
        _ => in_its_own,
    }
}

/// Every meaning that a code can have when it is not said whose it is.
pub(super) fn meanings(code: &str, status: Option<u16>) -> Vec<Entry> {
    if let Some(service) = Code::read(code).family() {
        return find(service, code, status).into_iter().collect();
    }
    let services = [
        BookService::FlowService,
        BookService::SourceProvider,
        BookService::Ingestion,
        BookService::StreamingEndpoint,
    ];
    services.into_iter().filter_map(|service| find(service, code, status)).collect()
}

fn find(service: BookService, code: &str, status: Option<u16>) -> Option<Entry> {
    let asked = Code::read(code);
    // What the code says of its status is meant; an answer of 200 can carry an error, so its status says less.
    let status = asked.status.or(status.filter(|status| *status >= 300));
    let is_it = |printed: &str| {
        let known = Code::read(printed);
        let same_code = known.base == asked.base || is_short_for(asked, known);
        same_code && (status.is_none() || known.status.is_none() || known.status == status)
    };
    all()
        .filter(|entry| entry.service == service)
        .find(|entry| entry.codes().iter().any(|printed| is_it(printed)))
}

/// A row of a failed batch says `1401` where the run says `INGEST-1401-400`.
fn is_short_for(asked: Code<'_>, known: Code<'_>) -> bool {
    asked.is_number() && known.base.strip_prefix("INGEST-") == Some(asked.base)
}

#[cfg(test)]
mod tests {
    use super::{look_up, meanings};
    use crate::contract::error_book::BookService;

    fn name(service: BookService, code: &str, status: Option<u16>) -> Option<&'static str> {
        look_up(service, code, status).map(|entry| entry.name())
    }

    #[test]
    fn the_same_number_means_different_things_by_service() {
        let flow = name(BookService::FlowService, "1401-400", None).unwrap();
        let run = name(BookService::Ingestion, "INGEST-1401-400", None).unwrap();
        let source = name(BookService::SourceProvider, "1401-400", None).unwrap();
        assert_ne!(flow, run);
        assert_ne!(flow, source);
        assert_eq!(name(BookService::Catalog, "1401-400", None), None);
    }

    #[test]
    fn the_same_number_means_different_things_by_status() {
        assert_eq!(
            name(BookService::FlowService, "1404-412", None),
            Some("Someone else changed this first")
        );
        // In the catalogue of sources, 1404 is a rule of schedules.
        assert_eq!(
            name(BookService::FlowService, "1404-400", None),
            Some("Catching up cannot be changed now")
        );
        assert_eq!(
            name(BookService::FlowService, "1101", Some(404)),
            Some("Not found at the source's provider")
        );
        assert_eq!(
            name(BookService::FlowService, "1101", Some(500)),
            Some("The source failed on Adobe's side")
        );
    }

    #[test]
    fn the_status_of_the_code_counts_where_the_answer_came_with_200() {
        let told = name(BookService::FlowService, "1439-404", Some(200));
        assert_eq!(told, Some("Nothing is there under this ID"));
        assert_eq!(name(BookService::Gateway, "429050", Some(200)), Some("Too many requests"));
    }

    #[test]
    fn a_bare_number_of_an_error_row_is_one_of_ingestion() {
        assert_eq!(name(BookService::Ingestion, "1401", None), Some("Event was not readable"));
    }

    #[test]
    fn without_a_service_every_meaning_is_told() {
        let services: Vec<_> =
            meanings("1401-400", None).iter().map(|entry| entry.service).collect();
        assert_eq!(
            services,
            [BookService::FlowService, BookService::SourceProvider, BookService::Ingestion]
        );
        assert_eq!(meanings("MAPPER-3700-400", None).len(), 1);
        assert!(meanings("CONNECTOR-2999-500", None).is_empty());
    }
}
