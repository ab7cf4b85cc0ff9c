//! The book holds every code that the published reference names. The lists are copied from its tables by hand, and
//! not from the book.

use std::collections::HashSet;

use super::entry::all;
use super::look_up::look_up;
use crate::contract::error_book::BookService;

const GATEWAY: &[&str] =
    &["403010", "401013", "403000", "403003", "400003", "403025", "403027", "429050"];

/// Status, then its codes; ranges written out by their ends.
type Listed = (u16, &'static [(u16, u16)]);

const FLOW_SERVICE: &[Listed] = &[
    (
        400,
        &[
            (1100, 1100),
            (1401, 1403),
            (1405, 1425),
            (1426, 1438),
            (1439, 1458),
            (2105, 2105),
            (2110, 2110),
            (2112, 2115),
            (2119, 2119),
        ],
    ),
    (401, &[(2000, 2002)]),
    (403, &[(2111, 2111), (2118, 2118), (2120, 2121)]),
    (404, &[(1101, 1101), (1439, 1439), (2100, 2101), (2103, 2103), (2106, 2106)]),
    (412, &[(1404, 1404)]),
    (
        500,
        &[
            (1102, 1102),
            (1400, 1400),
            (2102, 2102),
            (2104, 2104),
            (2107, 2108),
            (2116, 2117),
            (2200, 2200),
            (2250, 2250),
        ],
    ),
    (503, &[(1103, 1103)]),
    (504, &[(1104, 1104)]),
];

const PROVIDERS: &[Listed] = &[
    (
        400,
        &[
            (1000, 1000),
            (1007, 1007),
            (1014, 1014),
            (1100, 1100),
            (1201, 1205),
            (1300, 1401),
            (1403, 1404),
            (1600, 1600),
            (1701, 1714),
        ],
    ),
    (401, &[(1001, 1001), (1008, 1008), (1105, 1105), (1605, 1605)]),
    (403, &[(1002, 1002), (1009, 1009), (1106, 1106), (1606, 1606)]),
    (404, &[(1003, 1003), (1102, 1102), (1602, 1602)]),
    (408, &[(1006, 1006)]),
    (412, &[(1013, 1013), (1107, 1107), (1607, 1607)]),
    (415, &[(1004, 1004)]),
    (
        500,
        &[
            (1005, 1005),
            (1010, 1010),
            (1101, 1101),
            (1200, 1200),
            (1402, 1402),
            (1601, 1601),
            (1700, 1700),
        ],
    ),
    (503, &[(1011, 1011), (1103, 1103), (1603, 1603)]),
    (504, &[(1012, 1012), (1104, 1104), (1604, 1604)]),
];

const SCHEMA_REGISTRY: &[&str] = &[
    "XDM-1006-400",
    "XDM-1007-400",
    "XDM-1008-400",
    "XDM-1009-400",
    "XDM-1010-404",
    "XDM-1012-404",
    "XDM-1017-404",
    "XDM-1020-400",
    "XDM-1024-400",
    "XDM-1413-400",
    "XDM-1521-400",
    "XDM-1526-400",
    "XDM-1527-400",
    "XDM-1528-400",
    "XDM-3005-400",
];

const INGESTION: &[&str] = &[
    "INGEST-1211-400",
    "INGEST-1212-400",
    "INGEST-1401-400",
    "INGEST-1555-400",
    "INGEST-1002-400",
    "MAPPER-3700-400",
    "CONNECTOR-1001-500",
    "CONNECTOR-2001-500",
    "DCVS-1104-400",
    "DCVS-1106-400",
    "DCVS-1105-400",
    "DCVS-1111-400",
    "UPINGT-030075",
];

fn printed(listed: &[Listed]) -> Vec<String> {
    let codes = listed.iter().flat_map(|(status, ranges)| {
        ranges.iter().flat_map(move |(first, last)| {
            (*first..=*last).map(move |number| format!("{number}-{status}"))
        })
    });
    codes.collect()
}

fn missing<'a>(service: BookService, codes: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let is_missing =
        |code: &&str| look_up(service, code, None).is_none_or(|entry| entry.service != service);
    codes.into_iter().filter(is_missing).collect()
}

#[test]
fn every_documented_code_is_in_the_book_under_its_own_service() {
    let none: Vec<&str> = Vec::new();
    assert_eq!(missing(BookService::Gateway, GATEWAY.iter().copied()), none);
    assert_eq!(missing(BookService::SchemaRegistry, SCHEMA_REGISTRY.iter().copied()), none);
    assert_eq!(missing(BookService::Ingestion, INGESTION.iter().copied()), none);
    let flow = printed(FLOW_SERVICE);
    assert_eq!(missing(BookService::FlowService, flow.iter().map(String::as_str)), none);
    let providers = printed(PROVIDERS);
    assert_eq!(missing(BookService::SourceProvider, providers.iter().map(String::as_str)), none);
}

#[test]
fn no_code_of_a_service_stands_in_the_book_twice() {
    let mut seen = HashSet::new();
    for entry in all() {
        for code in entry.codes() {
            assert!(seen.insert((entry.service, *code)), "{code} stands twice");
        }
    }
}

#[test]
fn entries_keep_the_tone_of_the_house() {
    for entry in all() {
        let all = [entry.name(), entry.what(), entry.next()];
        for text in all {
            let lower = text.to_lowercase();
            let bad = ["please", "successfully", "!", "invalid", "flowspec", "etag", "sink"];
            assert!(!bad.iter().any(|word| lower.contains(word)), "{text}");
            assert!(text.starts_with(|first: char| first.is_uppercase()), "{text}");
        }
        assert!(!entry.name().ends_with('.'), "{}", entry.name());
        assert!(entry.what().ends_with('.') && entry.next().ends_with('.'), "{}", entry.name());
    }
}
