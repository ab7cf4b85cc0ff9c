//! Accounts, source and target connections, and the sources on offer.

use aep_emulator::Emulator;
use inlet_tests::made::{dataflow, flow_body};
use inlet_tests::raw::{Caller, text};
use serde_json::{Value, json};

async fn start() -> (Emulator, Caller) {
    let emulator = Emulator::builder().start().await.expect("a loopback port is free");
    let caller = Caller::of(&emulator).await;
    (emulator, caller)
}

#[tokio::test]
async fn mistakes_in_connections_come_up_when_a_flow_uses_them_or_earlier_as_a_switch() {
    let (emulator, caller) = start().await;
    let made = dataflow(&caller).await;
    let account = text(&caller.post("/flowservice/connections", account()).await, "/id");
    let pendo = "6ff5654f-19d5-427d-bd3e-c0ebc802389a";
    let spec = |id: &str| json!({ "id": id, "version": "1.0" });
    let sources = [
        (json!({ "connectionSpec": spec(pendo), "data": { "format": "csv" } }), "1327"),
        (json!({ "connectionSpec": spec(pendo) }), "1323"),
        (
            json!({ "connectionSpec": spec(pendo), "data": { "format": "json" },
                "baseConnectionId": account }),
            "1332",
        ),
    ];
    let lake = "c604ff05-7f1a-43c0-8e18-33bf874cb11c";
    let targets = [
        (json!({ "connectionSpec": spec(lake), "params": {} }), "1325"),
        (
            json!({ "connectionSpec": spec(pendo), "params": { "dataSetId": made.landing.dataset } }),
            "1307",
        ),
    ];
    let sources = sources.map(|(body, code)| ("/flowservice/sourceConnections", body, code));
    let targets = targets.map(|(body, code)| ("/flowservice/targetConnections", body, code));
    for (path, body, code) in sources.iter().chain(&targets) {
        let id = text(&caller.post(path, body.clone()).await, "/id");
        let flow = if path.contains("source") {
            flow_body(&id, &made.target, &made.mapping)
        } else {
            flow_body(&made.source, &id, &made.mapping)
        };
        assert_eq!(
            caller.post("/flowservice/flows", flow).await.refusal().1,
            format!("FLOW-{code}-400"),
            "{body}"
        );
    }
    emulator.switch(|switches| switches.check_connections_early = true);
    for (path, body, code) in sources.iter().chain(&targets) {
        assert_eq!(caller.post(path, body.clone()).await.refusal().1, format!("FLOW-{code}-400"));
    }
}

fn account() -> Value {
    json!({
        "name": "Content account",
        "auth": { "specName": "Basic Authentication", "params": {
            "host": "https://content.example", "username": "reader", "password": "open sesame",
        } },
        "connectionSpec": { "id": "ea1c2a08-b722-11eb-8529-0242ac130003", "version": "1.0" },
    })
}

#[tokio::test]
async fn an_account_is_checked_tested_and_kept_while_it_is_used() {
    let (_emulator, caller) = start().await;
    let path = "/flowservice/connections";
    let mut unknown = account();
    unknown["auth"]["specName"] = json!("Nothing");
    assert_eq!(caller.post(path, unknown).await.refusal().1, "FLOW-1415-400");
    let mut incomplete = account();
    incomplete["auth"]["params"]["password"] = json!("");
    assert_eq!(caller.post(path, incomplete).await.refusal().1, "FLOW-1304-400");

    let made = text(&caller.post(path, account()).await, "/id");
    let one = format!("{path}/{made}");
    assert_eq!(caller.get(&format!("{one}/test")).await.json(), json!({ "result": true }));
    let mut wrong = account();
    wrong["auth"]["params"]["password"] = json!("wrong");
    let wrong = text(&caller.post(path, wrong).await, "/id");
    let tested = caller.get(&format!("{path}/{wrong}/test")).await;
    assert_eq!((tested.status.as_u16(), tested.json()), (200, json!({ "result": false })));

    let source = json!({
        "name": "uses it",
        "connectionSpec": { "id": "ea1c2a08-b722-11eb-8529-0242ac130003", "version": "1.0" },
        "baseConnectionId": made,
    });
    let source = text(&caller.post("/flowservice/sourceConnections", source).await, "/id");
    assert_eq!(caller.delete(&one).await.refusal(), (400, "FLOW-1418-400".to_owned()));
    caller.delete(&format!("/flowservice/sourceConnections/{source}")).await;
    assert_eq!(caller.delete(&one).await.status, 204);
}

#[tokio::test]
async fn the_sources_on_offer_are_listed_and_pendo_may_be_missing() {
    let (emulator, caller) = start().await;
    let pendo = "/flowservice/connectionSpecs/6ff5654f-19d5-427d-bd3e-c0ebc802389a";
    assert_eq!(text(&caller.get(pendo).await, "/items/0/name"), "Pendo");
    let by_name =
        caller.get("/flowservice/connectionSpecs?property=name==%22Chatlio%22&limit=1").await;
    assert_eq!(by_name.json()["items"].as_array().map(Vec::len), Some(1));
    let secret = caller.get("/flowservice/connectionSpecs?property=name==PathFactory").await.json();
    let form = &secret["items"][0]["authSpec"][0]["spec"]["properties"];
    assert_eq!(form["password"]["format"], "password");

    emulator.switch(|switches| switches.pendo_offered = false);
    assert_eq!(caller.get(pendo).await.status, 404);
    let flow_spec = caller.get("/flowservice/flowSpecs/e77fde5a-22a8-11ed-861d-0242ac120002").await;
    let sources = flow_spec.json()["items"][0]["sourceConnectionSpecIds"].clone();
    assert_eq!(sources.as_array().map(Vec::len), Some(4));
}
