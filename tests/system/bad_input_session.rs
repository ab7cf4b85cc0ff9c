//! Trouble in a session that works: what was on screen stays, the error says whose it is, and the next try works.

use aep_emulator::{Fault, Route};
use inlet_tests::client::{chain, sandbox};
use inlet_tests::fresh_app::FreshApp;
use serde_json::{Value, json};

async fn with_a_row() -> FreshApp {
    let fresh = FreshApp::start().await;
    chain(&sandbox(&fresh.emulator), "Guides").await.unwrap();
    fresh.sign_in().await;
    let list = fresh.ok("list_flows", json!({ "refresh": false })).await;
    assert_eq!(list["rows"].as_array().unwrap().len(), 1);
    fresh
}

/// The list after this trouble: its problem's code, owner and action; the row must still be there.
async fn troubled(fresh: &FreshApp, fault: Fault) -> (String, String, String) {
    fresh.emulator.faults().add(fault);
    let list = fresh.ok("list_flows", json!({ "refresh": true })).await;
    assert_eq!(list["rows"][0]["name"], "Guides", "the row stays");
    let word = |key: &str| list["problem"][key].as_str().unwrap_or_default().to_owned();
    let told = (word("code"), word("owner"), word("action"));
    fresh.emulator.faults().clear();
    let list = fresh.ok("list_flows", json!({ "refresh": true })).await;
    assert!(list.get("problem").is_none(), "the next try works");
    told
}

#[tokio::test]
async fn every_trouble_of_the_platform_and_the_way_there_has_an_owner_and_one_action() {
    let fresh = with_a_row().await;
    let on = || Fault::on(Route::ListFlows);
    let text = |text: &str| text.to_owned();
    for (fault, code, owner, action) in [
        (on().status(503), "platform_trouble", "adobe", "retry"),
        (on().status(429).retry_after("1"), "rate_limited", "adobe", "retry"),
        (on().html(200), "not_the_platform", "network", "retry"),
        (on().redirect("https://login.example/"), "not_the_platform", "network", "retry"),
        (on().cut_body(), "unreadable_answer", "adobe", "retry"),
        (on().break_off(), "unreadable_answer", "network", "retry"),
        (on().drop_connection(), "unreadable_answer", "network", "retry"),
        (
            on().status(403).body(
                json!({ "type": "t/2118-403", "status": 403, "title": "Missing permission" }),
            ),
            "permission_missing",
            "administrator",
            "ask_administrator",
        ),
        (
            on().status(200).body(json!({ "error_code": "403025", "message": "no" })),
            "organization_refused",
            "you",
            "sign_in",
        ),
        (
            on().next_link("https://evil.example/flows?a=1"),
            "not_the_platform",
            "adobe",
            "copy_for_support",
        ),
    ] {
        let kind = format!("{fault:?}");
        let expected = (text(code), text(owner), text(action));
        // A foreign link shows only where there is a page to link from.
        if kind.contains("NextLink") {
            fresh.emulator.faults().add(fault);
            let list = fresh.ok("list_flows", json!({ "refresh": true })).await;
            assert_eq!(list["problem"]["code"], code, "{list}");
            fresh.emulator.faults().clear();
            continue;
        }
        assert_eq!(troubled(&fresh, fault).await, expected, "{kind}");
    }
}

#[tokio::test]
async fn a_token_that_ran_out_is_renewed_without_anybody_noticing() {
    let fresh = with_a_row().await;
    fresh.emulator.expire_tokens();
    let list = fresh.ok("list_flows", json!({ "refresh": true })).await;
    assert!(list.get("problem").is_none(), "{list}");
}

#[tokio::test]
async fn a_secret_that_was_rotated_elsewhere_asks_to_sign_in_again() {
    let fresh = with_a_row().await;
    fresh.emulator.expire_tokens();
    let body = json!({ "error": "invalid_client", "error_description": "invalid client_secret parameter" });
    let told = troubled(&fresh, Fault::on(Route::CreateToken).status(400).body(body)).await;
    assert_eq!(told, ("sign_in_refused".to_owned(), "you".to_owned(), "sign_in".to_owned()));
}

#[tokio::test]
async fn a_settings_file_of_garbage_is_reported_until_it_is_read() {
    let fresh = FreshApp::start().await;
    fresh.settings.was_garbage("/data/settings.unreadable.json");
    let state = fresh.ok("get_app_state", Value::Null).await;
    let notice = &state["notices"][0];
    assert!(
        notice["hint"].as_str().unwrap().contains("/data/settings.unreadable.json"),
        "{notice}"
    );
    fresh.ok("dismiss_notice", json!({ "id": notice["id"] })).await;
    assert_eq!(fresh.ok("get_app_state", Value::Null).await["notices"], json!([]));
    let fresh = fresh.restarted();
    assert_eq!(fresh.ok("get_app_state", Value::Null).await["notices"], json!([]));
}

#[tokio::test]
async fn a_saved_sign_in_that_cannot_be_read_is_reported_and_survives_changes() {
    let fresh = FreshApp::start().await;
    let odd = json!({ "id": "p9", "name": "From later", "colour": "red" });
    app_core::ports::SettingsStore::set(&*fresh.settings, "profiles", json!([odd])).unwrap();
    fresh.sign_in().await;
    let state = fresh.ok("get_app_state", Value::Null).await;
    assert_eq!(state["notices"].as_array().unwrap().len(), 1);
    assert_eq!(fresh.ok("list_profiles", Value::Null).await.as_array().unwrap().len(), 1);
    assert!(fresh.settings.text().contains("From later"));
}

#[tokio::test]
async fn a_database_of_a_newer_version_is_left_alone_and_the_app_can_still_look() {
    let fresh = FreshApp::start().await;
    chain(&sandbox(&fresh.emulator), "Guides").await.unwrap();
    let file = fresh.folder.path().join("history.sqlite3");
    let fresh = fresh.closed_while(|| {
        // Bytes 60 to 63 of an SQLite file are its user version, which numbers the tables.
        let mut bytes = std::fs::read(&file).unwrap();
        bytes[60..64].copy_from_slice(&99_u32.to_be_bytes());
        std::fs::write(&file, bytes).unwrap();
    });
    let before = std::fs::read(&file).unwrap();
    let state = fresh.ok("get_app_state", Value::Null).await;
    assert_eq!(state["notices"][0]["id"], "history-newer:99");
    fresh.sign_in().await;
    let list = fresh.ok("list_flows", json!({ "refresh": false })).await;
    assert_eq!(list["rows"].as_array().unwrap().len(), 1);
    let id = list["rows"][0]["id"].clone();
    let text = inlet_tests::client::event("e-1").to_string();
    let sent =
        fresh.ok("send_test_event", json!({ "flowId": id, "label": "l", "text": text })).await;
    assert_eq!(sent["stage"]["kind"], "accepted", "a test needs no journal");
    let draft = json!({ "form": "setup", "values": {} });
    let error = fresh.fails("save_draft", draft).await;
    assert_eq!(error.code, app_core::contract::error::ErrorCode::NewerData);
    assert_eq!(std::fs::read(&file).unwrap(), before, "the file is as it was");
}

#[tokio::test]
async fn settings_of_another_form_are_kept_beside_those_that_replace_them() {
    let fresh = FreshApp::start().await;
    let odd = json!({ "theme": { "from": "later" } });
    app_core::ports::SettingsStore::set(&*fresh.settings, "settings", odd).unwrap();
    let state = fresh.ok("get_app_state", Value::Null).await;
    assert_eq!(state["settings"]["theme"], "system");
    fresh.ok("save_settings", json!({ "theme": "dark", "views": {} })).await;
    assert_eq!(fresh.ok("get_app_state", Value::Null).await["settings"]["theme"], "dark");
    assert!(fresh.settings.text().contains("later"));
}
