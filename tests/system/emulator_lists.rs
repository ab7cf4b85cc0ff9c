//! Lists of the Flow Service: pages, filters, order and their mistakes.

use aep_emulator::{Emulator, Seed};
use inlet_tests::raw::Caller;
use serde_json::Value;

async fn start(flows: usize) -> (Emulator, Caller) {
    let builder = Emulator::builder().seed(Seed::flows(flows, 2)).clock_start_ms(1_760_000_000_000);
    let emulator = builder.clock_speed(0.0).start().await.expect("a loopback port is free");
    let caller = Caller::of(&emulator).await;
    (emulator, caller)
}

fn names(page: &Value) -> Vec<String> {
    let items = page["items"].as_array().expect("a list has items");
    items.iter().map(|item| item["name"].as_str().unwrap_or_default().to_owned()).collect()
}

/// Follows the links of a list to its end, changing each link on the way.
async fn all(caller: &Caller, first: &str, change: impl Fn(&str) -> String) -> Vec<String> {
    let mut found = Vec::new();
    let mut next = Some(first.to_owned());
    while let Some(path) = next {
        let page = caller.get(&format!("/flowservice{path}")).await;
        assert_eq!(page.status, 200, "{}", page.text);
        let page = page.json();
        found.extend(names(&page));
        next = page["_links"]["next"]["href"].as_str().map(&change);
    }
    found
}

#[tokio::test]
async fn links_lead_through_every_flow_once_however_a_client_follows_them() {
    let (_emulator, caller) = start(45).await;
    let verbatim = all(&caller, "/flows?limit=10", str::to_owned).await;
    assert_eq!(verbatim.len(), 45);
    let again = all(&caller, "/flows?limit=10", |link| format!("{link}&limit=10")).await;
    let resent = all(&caller, "/flows?limit=10&count=False", |link| {
        format!("{link}&limit=10&count=False&property=state==enabled")
    });
    assert_eq!(again, verbatim);
    assert_eq!(resent.await, verbatim);
}

#[tokio::test]
async fn a_link_is_relative_to_the_service_and_its_token_has_no_equal_sign() {
    let (_emulator, caller) = start(3).await;
    let page = caller.get("/flowservice/flows?limit=1&orderby=-name").await.json();
    let link = page["_links"]["next"]["href"].as_str().expect("there is more");
    let token = link.strip_prefix("/flows?continuationToken=").expect("the link is the service's");
    assert!(!token.contains(['=', '&', '%']), "{token}");
    let unknown = caller.get("/flowservice/flows?continuationToken=abc").await;
    assert_eq!(unknown.refusal().1, "FLOW-1452-400");
}

#[tokio::test]
async fn lists_are_sorted_both_ways_across_pages() {
    let (_emulator, caller) = start(25).await;
    let up = all(&caller, "/flows?limit=7&orderby=%2Bname", str::to_owned).await;
    let mut down = all(&caller, "/flows?limit=7&orderby=-name", str::to_owned).await;
    assert_eq!((up.len(), up.first().map(String::as_str)), (25, Some("Pendo dataflow 00001")));
    down.reverse();
    assert_eq!(up, down);
}

#[tokio::test]
async fn filters_are_combined_and_reach_into_lists() {
    let (_emulator, caller) = start(40).await;
    let count = async |query: &str| {
        let answer = caller.get(&format!("/flowservice/flows?count=true&{query}")).await;
        answer.json()["count"].as_u64()
    };
    assert_eq!(count("property=state==disabled").await, Some(2));
    assert_eq!(count("property=state==%22disabled%22,draft").await, Some(4));
    let pendo = "6ff5654f-19d5-427d-bd3e-c0ebc802389a";
    let of_pendo =
        format!("property=inheritedAttributes.sourceConnections%5B%5D.connectionSpec.id=={pendo}");
    assert_eq!(count(&of_pendo).await, Some(40));
    assert_eq!(count(&format!("{of_pendo}&property=state==draft")).await, Some(2));
    assert_eq!(count("property=name==Pendo%20dataflow%2000007").await, Some(1));
    assert_eq!(count("property=name==Pendo+dataflow+00007").await, Some(1));
    assert_eq!(count("property=lastRunDetails.startedAtUTC%3E=1").await, Some(38));
}

#[tokio::test]
async fn each_mistake_in_a_list_call_has_its_own_code() {
    let (emulator, caller) = start(1).await;
    let table = [
        ("_=1", "1451"),
        ("count=true&limit=1", "1401"),
        ("limit=0", "1452"),
        ("limit=100000", "1452"),
        ("orderby=*name", "1432"),
        ("orderby=shoeSize", "1433"),
        ("property=shoeSize==9", "1449"),
        ("property=name~x", "1440"),
        ("property=name!%3Ex", "1450"),
        ("property=name==", "1453"),
        ("property=createdAt%3C=1,2", "1443"),
        ("property=id%3E=a", "1448"),
    ];
    for (query, code) in table {
        let refusal = caller.get(&format!("/flowservice/flows?{query}")).await.refusal();
        assert_eq!(refusal, (400, format!("FLOW-{code}-400")), "{query}");
    }
    emulator.switch(|switches| switches.strict_queries = false);
    assert_eq!(caller.get("/flowservice/flows?_=1").await.status, 200);
    assert_eq!(caller.get("/flowservice/flows?limit=200&limit=200").await.status, 200);
}

#[tokio::test]
async fn runs_are_filtered_by_flow_time_and_status_in_any_case() {
    let (_emulator, caller) = start(20).await;
    let count = async |query: &str| {
        let answer = caller.get(&format!("/flowservice/runs?count=true&{query}")).await;
        assert_eq!(answer.status, 200, "{}", answer.text);
        answer.json()["count"].as_u64()
    };
    assert_eq!(count("").await, Some(38));
    let flows = caller.get("/flowservice/flows?limit=1").await.json();
    let flow = flows["items"][0]["id"].as_str().expect("a flow has an id");
    assert_eq!(count(&format!("property=flowId=={flow}")).await, Some(2));
    let started = "metrics.durationSummary.startedAtUTC";
    let newest = 1_760_000_000_000_i64 / 3_600_000 * 3_600_000 - 3_600_000;
    assert_eq!(count(&format!("property={started}%3E={newest}")).await, Some(19));
    assert_eq!(
        count(&format!("property={started}%3C{newest}&property={started}%3E1")).await,
        Some(19)
    );
    assert_eq!(count("property=metrics.statusSummary.status==Failed").await, Some(2));
    assert_eq!(count("property=metrics.statusSummary.status==failed").await, Some(2));
}

#[tokio::test]
async fn a_run_is_found_by_its_id_and_no_other_id_finds_one() {
    let (_emulator, caller) = start(3).await;
    let runs = caller.get("/flowservice/runs?orderby=-createdAt").await.json();
    for run in runs["items"].as_array().expect("a list has items") {
        let id = run["id"].as_str().expect("a run has an id");
        let found = caller.get(&format!("/flowservice/runs/{id}")).await.json();
        assert_eq!(&found["items"][0], run);
        let first = if id.starts_with('0') { "1" } else { "0" };
        let other = format!("{first}{}", &id[1..]);
        assert_eq!(caller.get(&format!("/flowservice/runs/{other}")).await.status, 404);
    }
}
