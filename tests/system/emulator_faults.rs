//! Trouble on purpose: what a caller sees, and whether the work was done.

use std::time::Duration;

use aep_emulator::{Emulator, Fault, Route, Seed};
use inlet_tests::made::source;
use inlet_tests::raw::{Caller, text};
use serde_json::{Value, json};

const SOURCES: &str = "/flowservice/sourceConnections";

async fn start() -> (Emulator, Caller) {
    let emulator = Emulator::builder().start().await.expect("a loopback port is free");
    let caller = Caller::of(&emulator).await;
    (emulator, caller)
}

fn body() -> Value {
    json!({
        "name": "s",
        "connectionSpec": { "id": "6ff5654f-19d5-427d-bd3e-c0ebc802389a", "version": "1.0" },
        "data": { "format": "json" },
    })
}

async fn made(caller: &Caller) -> usize {
    let list = caller.get(SOURCES).await.json();
    list["items"].as_array().expect("a list has items").len()
}

#[tokio::test]
async fn a_status_comes_instead_of_the_work_as_often_as_planned() {
    let (emulator, caller) = start().await;
    let fault = Fault::on(Route::CreateSourceConnection).status(503).retry_after("7");
    emulator.faults().add(fault.after(1).times(1));
    assert_eq!(caller.post(SOURCES, body()).await.status, 201);
    let refused = caller.post(SOURCES, body()).await;
    assert_eq!((refused.status.as_u16(), refused.header("retry-after")), (503, Some("7")));
    assert_eq!(caller.post(SOURCES, body()).await.status, 201);
    assert_eq!(made(&caller).await, 2);
}

#[tokio::test]
async fn a_dropped_connection_does_no_work_and_a_lost_reply_does() {
    let (emulator, caller) = start().await;
    emulator.faults().add(Fault::on(Route::CreateSourceConnection).drop_connection().times(1));
    assert!(caller.send("POST", SOURCES, Some(&body())).await.is_err());
    assert_eq!(made(&caller).await, 0);
    emulator.faults().add(Fault::on(Route::CreateSourceConnection).lose_reply().times(1));
    assert!(caller.send("POST", SOURCES, Some(&body())).await.is_err());
    assert_eq!(made(&caller).await, 1);
    let statuses: Vec<Option<u16>> = emulator
        .recording()
        .of(Route::CreateSourceConnection)
        .iter()
        .map(|request| request.status)
        .collect();
    assert_eq!(statuses, [None, None]);
}

#[tokio::test]
async fn a_body_is_cut_in_half_cleanly_or_breaks_off() {
    let (emulator, caller) = start().await;
    emulator.faults().add(Fault::on(Route::ListFlows).cut_body().times(1));
    let cut = caller.get("/flowservice/flows").await;
    assert_eq!(cut.status, 200);
    assert!(serde_json::from_str::<Value>(&cut.text).is_err(), "{}", cut.text);
    emulator.faults().add(Fault::on(Route::ListFlows).break_off().times(1));
    assert!(caller.send("GET", "/flowservice/flows", None).await.is_err());
}

#[tokio::test]
async fn proxies_and_strange_servers_are_played() {
    let (emulator, caller) = start().await;
    let faults = emulator.faults();
    faults.add(Fault::on(Route::ListFlows).html(200).times(1));
    let page = caller.get("/flowservice/flows").await;
    assert_eq!((page.status.as_u16(), page.header("content-type")), (200, Some("text/html")));

    faults.add(Fault::on(Route::ListFlows).redirect("http://127.0.0.1:1/elsewhere").times(1));
    let redirect = caller.get("/flowservice/flows").await;
    assert_eq!(redirect.header("location"), Some("http://127.0.0.1:1/elsewhere"));

    let error = json!({ "error_code": "500000", "message": "no" });
    faults.add(Fault::on(Route::ListFlows).status(200).body(error.clone()).times(1));
    assert_eq!(caller.get("/flowservice/flows").await.json(), error);
    faults.add(Fault::on_any().status(429));
    assert_eq!(caller.get("/schemaregistry/stats").await.refusal(), (429, "429050".to_owned()));
    faults.clear();
    assert_eq!(caller.get("/schemaregistry/stats").await.status, 200);
}

#[tokio::test]
async fn a_list_shows_a_new_object_late_while_its_id_works_at_once() {
    let builder = Emulator::builder().clock_speed(0.0);
    let emulator = builder.start().await.expect("a loopback port is free");
    let caller = Caller::of(&emulator).await;
    let late = Fault::on(Route::CreateSourceConnection).list_late(Duration::from_secs(10));
    emulator.faults().add(late.times(1));
    let id = source(&caller, "late").await;
    assert_eq!(caller.get(&format!("{SOURCES}/{id}")).await.status, 200);
    assert_eq!(made(&caller).await, 0);
    emulator.clock().advance(Duration::from_secs(9));
    assert_eq!(made(&caller).await, 0);
    emulator.clock().advance(Duration::from_secs(1));
    assert_eq!(made(&caller).await, 1);
}

#[tokio::test]
async fn links_of_lists_can_be_hostile_go_in_circles_or_lead_over_empty_pages() {
    let emulator = Emulator::builder().seed(Seed::flows(5, 0)).start().await;
    let emulator = emulator.expect("a loopback port is free");
    let caller = Caller::of(&emulator).await;
    let link = |page: &Value| page["_links"]["next"]["href"].as_str().map(str::to_owned);

    let hostile = "https://elsewhere.example/flows?continuationToken=x";
    emulator.faults().add(Fault::on(Route::ListFlows).next_link(hostile).times(1));
    let page = caller.get("/flowservice/flows?limit=2").await.json();
    assert_eq!(link(&page).as_deref(), Some(hostile));

    emulator.faults().add(Fault::on(Route::ListFlows).loop_pages().times(2));
    let first = caller.get("/flowservice/flows?limit=2").await.json();
    let again = caller.get(&format!("/flowservice{}", link(&first).expect("a link"))).await.json();
    assert_eq!((&first["items"], link(&first)), (&again["items"], link(&again)));

    emulator.faults().add(Fault::on(Route::ListFlows).empty_page().after(1).times(1));
    let (mut found, mut empty, mut next) = (0, 0, Some("/flows?limit=2".to_owned()));
    while let Some(path) = next {
        let page = caller.get(&format!("/flowservice{path}")).await.json();
        let items = page["items"].as_array().map_or(0, Vec::len);
        found += items;
        empty += usize::from(items == 0);
        next = link(&page);
    }
    assert_eq!((found, empty), (5, 1));
}

#[tokio::test]
async fn a_delay_is_waited_for_and_the_work_is_done() {
    let (emulator, caller) = start().await;
    let delay = Duration::from_millis(50);
    emulator.faults().add(Fault::on(Route::CreateSourceConnection).delay(delay).times(1));
    let before = std::time::Instant::now();
    let id = text(&caller.post(SOURCES, body()).await, "/id");
    assert!(before.elapsed() >= delay);
    assert_eq!(caller.get(&format!("{SOURCES}/{id}")).await.status, 200);
}
