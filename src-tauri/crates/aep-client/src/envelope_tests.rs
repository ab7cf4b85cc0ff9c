//! Each of the five envelopes, with what it says about the next page.

use serde::Deserialize;

use super::{Envelope, Next};

#[derive(Debug, Deserialize, PartialEq, Eq)]
struct Row {
    id: String,
}

fn read(envelope: Envelope, body: &str) -> (Vec<String>, Next) {
    let split = envelope.split(body.as_bytes()).unwrap();
    let rows: Vec<Row> = envelope.items(body.as_bytes(), &split).unwrap();
    (rows.into_iter().map(|row| row.id).collect(), split.next)
}

fn ids(ids: &[&str]) -> Vec<String> {
    ids.iter().map(ToString::to_string).collect()
}

#[test]
fn flow_service_sends_items_and_a_link() {
    let body = r#"{"_links":{"next":{"href":"/flows?continuationToken=t"}},"items":[{"id":"a"}]}"#;
    assert_eq!(
        read(Envelope::Items, body),
        (ids(&["a"]), Next::Link("/flows?continuationToken=t".to_owned()))
    );
    for last in
        [r#"{"items":[]}"#, r#"{"items":[],"_links":{}}"#, r#"{"items":null,"_links":null}"#]
    {
        assert_eq!(read(Envelope::Items, last), (vec![], Next::End), "{last}");
    }
}

#[test]
fn an_empty_page_with_a_link_is_not_the_last() {
    let body = r#"{"items":[],"_links":{"next":{"href":"/flows?continuationToken=t"}}}"#;
    assert!(matches!(read(Envelope::Items, body).1, Next::Link(_)));
}

#[test]
fn the_schema_registry_sends_results_and_a_start_value() {
    let body = r#"{"results":[{"id":"a"}],"_page":{"orderby":"title","next":"b","count":1}}"#;
    assert_eq!(read(Envelope::Results, body), (ids(&["a"]), Next::Start("b".to_owned())));
    let last = r#"{"results":[{"id":"a"}],"_page":{"next":null,"count":1}}"#;
    assert_eq!(read(Envelope::Results, last).1, Next::End);
}

#[test]
fn catalog_sends_an_object_keyed_by_id_and_its_order_is_kept() {
    let body = r#"{"z":{"name":"1"},"a":{"name":"2"}}"#;
    assert_eq!(
        read(Envelope::Keyed, body),
        (ids(&["z", "a"]), Next::Counted { rows: 2, limit: None })
    );
    assert_eq!(read(Envelope::Keyed, "{}").0, ids(&[]));
}

#[test]
fn data_prep_sends_data_and_its_count_is_not_trusted() {
    let body = r#"{"data":[{"id":"a"},{"id":"b"}],"_page":{"count":0,"limit":10}}"#;
    assert_eq!(
        read(Envelope::Rows, body),
        (ids(&["a", "b"]), Next::Counted { rows: 2, limit: Some(10) })
    );
}

#[test]
fn sandboxes_come_under_their_own_name() {
    let body = r#"{"sandboxes":[{"id":"prod"}],"_page":{"limit":100,"count":1}}"#;
    assert_eq!(
        read(Envelope::Sandboxes, body),
        (ids(&["prod"]), Next::Counted { rows: 1, limit: Some(100) })
    );
}

#[test]
fn a_body_without_the_list_or_cut_in_half_is_refused() {
    for body in [r#"{"error_code":"1","message":"x"}"#, r#"{"items":[{"id":"a"},{"#, "<html>", ""] {
        assert!(Envelope::Items.split(body.as_bytes()).is_err(), "{body}");
    }
}
