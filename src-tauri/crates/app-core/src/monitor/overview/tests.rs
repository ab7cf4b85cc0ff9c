//! Runs that add up: what is not reported stays so, gaps stay gaps, the worst comes first.

use aep_client::flow_service::{Flow, FlowRun};
use serde_json::{Value, json};

use super::super::HOUR;
use super::tally::Tally;
use super::window::Window;
use crate::contract::flows::StatusKind;
use crate::contract::overview::{GetOverview, Overview, OverviewWindow};
use crate::contract::runs::Counts;
use crate::monitor::seen_flow::SeenFlow;
use crate::monitor::status::RunsSeen;

const NOW: i64 = 1_800_000_000_000;

fn flow(id: &str) -> SeenFlow {
    let flow: Flow = serde_json::from_value(json!({ "id": id, "name": id, "state": "enabled",
        "createdAt": NOW - 90 * 24 * HOUR,
        "lastRunDetails": { "id": "r", "state": "success", "startedAtUTC": NOW - 3 * HOUR } }))
    .unwrap();
    SeenFlow::from(&flow)
}

fn run(ago: i64, status: &str, numbers: Value, errors: Value) -> FlowRun {
    serde_json::from_value(json!({ "id": format!("r{ago}"), "metrics": {
        "durationSummary": { "startedAtUTC": NOW - ago * HOUR, "completedAtUTC": NOW - ago * HOUR + 1 },
        "recordSummary": numbers, "statusSummary": { "status": status, "errors": errors } } }))
    .unwrap()
}

fn added(parts: &[(&str, Vec<FlowRun>)]) -> Overview {
    let asked = GetOverview { window: OverviewWindow::Day, refresh: false };
    let window = Window::ending(asked.window, NOW);
    let flows: Vec<SeenFlow> = parts.iter().map(|(id, _)| flow(id)).collect();
    let rows = flows.iter().map(|flow| flow.row(NOW, RunsSeen::default())).collect();
    let mut tally = Tally::of(asked, window, NOW, rows, parts.len());
    for (flow, (_, runs)) in flows.iter().zip(parts) {
        tally.add(flow, &runs.iter().collect::<Vec<_>>());
    }
    tally.shown(true)
}

fn numbers(received: u64, ingested: u64, failed: u64) -> Value {
    json!({ "inputRecordCount": received, "outputRecordCount": ingested, "failedRecordCount": failed })
}

#[test]
fn numbers_add_up_and_what_nobody_reports_is_no_zero() {
    let half = json!({ "inputRecordCount": 5, "outputRecordCount": -1 });
    let overview = added(&[
        ("a", vec![run(3, "success", half.clone(), json!([]))]),
        ("b", vec![run(4, "success", half, json!([]))]),
    ]);
    assert_eq!(overview.total, Counts { received: Some(10), ingested: None, failed: None });
    assert_eq!((overview.flows, overview.on, overview.judged), (2, 2, 2));
}

#[test]
fn an_hour_without_a_run_is_a_gap_and_one_with_nothing_is_not() {
    let overview = added(&[("a", vec![run(3, "success", numbers(0, 0, 0), json!([]))])]);
    assert_eq!(overview.hours.len(), 24);
    let with: Vec<_> = overview.hours.iter().filter(|hour| hour.counts.is_some()).collect();
    assert_eq!(with.len(), 1);
    assert_eq!(with[0].counts.unwrap().received, Some(0));
}

#[test]
fn the_worst_comes_first_and_the_healthy_do_not_come() {
    let overview = added(&[
        ("healthy", vec![run(3, "success", numbers(5, 5, 0), json!([]))]),
        ("few lost", vec![run(3, "partialSuccess", numbers(100, 99, 1), json!([]))]),
        ("many lost", vec![run(3, "partialSuccess", numbers(100, 50, 50), json!([]))]),
        ("failing", vec![run(3, "failed", numbers(5, 0, 5), json!([]))]),
    ]);
    let names: Vec<&str> = overview.attention.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["failing", "many lost", "few lost"]);
    assert_eq!(overview.troubled, 3);
    let kinds: Vec<StatusKind> = overview.statuses.iter().map(|status| status.kind).collect();
    assert_eq!(kinds, [StatusKind::Failing, StatusKind::SomeLost, StatusKind::Healthy]);
    assert_eq!(overview.statuses[1].count, 2);
}

#[test]
fn causes_are_told_by_plain_name_across_dataflows_and_sums_do_not_count_twice() {
    let missing = json!([
        { "code": "INGEST-1212-400", "message": "3 records failed", "recordCount": 3 },
        { "code": "DCVS-1106-400", "message": "#: required key [_id] not found", "recordCount": 3 },
    ]);
    let odd = json!([{ "code": "CONNECTOR-2999-500", "message": "Bad weather" }]);
    let overview = added(&[
        ("a", vec![run(3, "failed", numbers(3, 0, 3), missing.clone())]),
        (
            "b",
            vec![
                run(3, "failed", numbers(3, 0, 3), missing),
                run(5, "failed", numbers(1, 0, 1), odd),
            ],
        ),
    ]);
    let causes: Vec<_> = overview
        .causes
        .iter()
        .map(|cause| (cause.name.as_str(), cause.events, cause.flows, cause.known))
        .collect();
    assert_eq!(
        causes,
        [
            ("Required field is missing", Some(6), 2, true),
            ("Unknown: “CONNECTOR-2999-500”", None, 1, false)
        ]
    );
}

#[test]
fn a_month_is_divided_into_stretches_of_six_hours() {
    let window = Window::ending(OverviewWindow::Month, NOW);
    assert_eq!((window.places, window.hours_each), (120, 6));
    assert_eq!(window.place(NOW), Some(119));
    assert_eq!(window.place(window.since - 1), None);
}
