//! The emulator as a program: its one line, its control routes, its end.

use inlet_tests::raw::{Caller, text};
use inlet_tests::standalone::{Standalone, refused};
use serde_json::{Value, json};

#[tokio::test]
async fn it_says_one_line_serves_and_stops_cleanly_when_told_to() {
    let emulator = Standalone::start(&["--listen", "127.0.0.1:0", "--flows", "3"]);
    let mut keys: Vec<&String> = emulator.ready.as_object().expect("an object").keys().collect();
    keys.sort();
    assert_eq!(keys, ["base_url", "client_id", "client_secret", "org_id", "sandbox"]);
    let caller = emulator.caller().await;
    let flows = caller.get("/flowservice/flows").await.json();
    assert_eq!(flows["items"].as_array().map(Vec::len), Some(3));
    let (status, rest) = emulator.stop();
    assert_eq!((status.code(), rest.as_str()), (Some(0), ""));
}

#[tokio::test]
async fn the_same_options_give_the_same_data() {
    let options = ["--flows", "4", "--runs-per-flow", "3", "--seed", "9"];
    let options =
        [&options[..], &["--start", "2026-01-31T09:30:00Z", "--clock-speed", "0"]].concat();
    let mut seen = Vec::new();
    for _ in 0..2 {
        let emulator = Standalone::start(&options);
        let caller = emulator.caller().await;
        let runs = caller.get("/flowservice/runs").await.json();
        assert_eq!(runs["items"].as_array().map(Vec::len), Some(12));
        seen.push(runs);
    }
    assert_eq!(seen[0], seen[1]);
}

#[test]
fn it_refuses_addresses_that_others_could_reach_and_options_it_does_not_know() {
    let open = refused(&["--listen", "0.0.0.0:0"]);
    assert_eq!(open.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&open.stderr).contains("not a loopback address"));
    let unknown = refused(&["--nope"]);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&unknown.stderr).contains("usage:"));
}

#[tokio::test]
async fn with_tls_it_says_its_authority_and_is_trusted_only_by_those_who_know_it() {
    let emulator = Standalone::start(&["--tls"]);
    assert!(emulator.said("base_url").starts_with("https://127.0.0.1:"));
    let certificate = emulator.said("ca_certificate").as_bytes();
    let certificate = reqwest::Certificate::from_pem(certificate).expect("a certificate");
    let knowing = reqwest::Client::builder().no_proxy().tls_certs_merge([certificate]).build();
    let url = format!("{}/__emulator__/clock", emulator.said("base_url"));
    let answer = knowing.expect("a client").get(&url).send().await.expect("it is trusted");
    assert_eq!(answer.status(), 200);
    let unknowing = reqwest::Client::builder().no_proxy().build().expect("a client");
    assert!(unknowing.get(&url).send().await.is_err());
}

async fn control(caller: &Caller, method: &str, path: &str, body: Value) -> (u16, Value) {
    let body = (!body.is_null()).then_some(&body);
    let answer = caller.send(method, &format!("/__emulator__/{path}"), body).await;
    let answer = answer.expect("an answer comes");
    (answer.status.as_u16(), answer.json())
}

#[tokio::test]
async fn trouble_is_planned_over_the_control_route() {
    let emulator = Standalone::start(&[]);
    let caller = emulator.caller().await;
    let plan = json!({ "route": "listFlows", "status": 503, "retry_after": "2", "times": 1 });
    assert_eq!(control(&caller, "POST", "faults", plan).await.0, 204);
    assert_eq!(caller.get("/flowservice/flows").await.status, 503);
    assert_eq!(caller.get("/flowservice/flows").await.status, 200);
    let plan = json!({ "route": "listFlows", "drop_connection": true });
    assert_eq!(control(&caller, "POST", "faults", plan).await.0, 204);
    assert!(caller.send("GET", "/flowservice/flows", None).await.is_err());
    assert_eq!(control(&caller, "DELETE", "faults", Value::Null).await.0, 204);
    assert_eq!(caller.get("/flowservice/flows").await.status, 200);
    for wrong in [json!({ "route": "nope" }), json!({ "staus": 1 }), json!({ "status": 99 })] {
        assert_eq!(control(&caller, "POST", "faults", wrong.clone()).await.0, 400, "{wrong}");
    }
}

#[tokio::test]
async fn time_switches_and_state_are_controlled_and_requests_shown() {
    let emulator = Standalone::start(&["--clock-speed", "0", "--flows", "1"]);
    let caller = emulator.caller().await;
    let (_, before) = control(&caller, "GET", "clock", Value::Null).await;
    let advance = json!({ "advance_seconds": 90 });
    let (_, after) = control(&caller, "POST", "clock", advance).await;
    let ms = |clock: &Value| clock["now_ms"].as_i64().expect("a time");
    assert_eq!(ms(&after) - ms(&before), 90_000);
    let back = json!({ "advance_seconds": -1 });
    assert_eq!(control(&caller, "POST", "clock", back).await.0, 400);

    let switch = json!({ "strict_queries": false });
    assert_eq!(control(&caller, "POST", "switches", switch).await.0, 204);
    assert_eq!(caller.get("/flowservice/flows?_=1").await.status, 200);
    let (_, requests) = control(&caller, "GET", "requests", Value::Null).await;
    let shown = requests.to_string();
    assert!(shown.contains("listFlows") && !shown.contains(emulator.said("client_secret")));

    let flows = caller.get("/flowservice/flows").await;
    caller.delete(&format!("/flowservice/flows/{}", text(&flows, "/items/0/id"))).await;
    assert_eq!(control(&caller, "POST", "reset", Value::Null).await.0, 204);
    assert_eq!(caller.get("/flowservice/flows").await.status, 401, "tokens are gone too");
    let again = emulator.caller().await.get("/flowservice/flows").await;
    assert_eq!(text(&again, "/items/0/id"), text(&flows, "/items/0/id"));
}

#[tokio::test]
async fn a_web_page_cannot_reach_the_control_routes() {
    let emulator = Standalone::start(&[]);
    let page = emulator.caller().await.with("origin", "https://elsewhere.example");
    assert_eq!(control(&page, "GET", "requests", Value::Null).await.0, 403);
    assert_eq!(control(&page, "POST", "reset", Value::Null).await.0, 403);
}
