//! Files as the console makes them, and files that people mistake for them.

use secrecy::{ExposeSecret, SecretString};

use super::{ConsoleCredential, read_console_file};
use crate::contract::error::{AppError, ErrorCode};

fn read(text: &str) -> Result<ConsoleCredential, AppError> {
    read_console_file(&SecretString::from(text))
}

fn title(text: &str) -> String {
    let error = read(text).unwrap_err();
    assert_eq!(error.code, ErrorCode::FileRejected);
    error.title
}

const PROJECT: &str = r#"{"project":{"title":"Marketing","org":{"ims_org_id":"1A@AdobeOrg"},"workspace":{"details":
    {"credentials":[{"name":"Inlet","integration_type":"oauth_server_to_server",
    "oauth_server_to_server":{"client_id":"c1","client_secrets":["s1","s2"],"scopes":["openid"]}}]}}}}"#;

#[test]
fn the_project_file_is_read() {
    let read = read(PROJECT).unwrap();
    assert_eq!((read.client_id.as_str(), read.secret.expose_secret()), ("c1", "s1"));
    assert_eq!(read.organization.as_deref(), Some("1A@AdobeOrg"));
    assert_eq!(read.name.as_deref(), Some("Inlet"));
    assert_eq!(read.fields(), 4);
}

#[test]
fn the_credential_file_is_read_in_any_casing_and_with_a_byte_order_mark() {
    for text in [
        r#"{"CLIENT_ID":"c1","CLIENT_SECRETS":["s1"],"ORG_ID":"1A@AdobeOrg","SCOPES":["openid"]}"#,
        "\u{feff}{\"client_id\":\"c1\",\"client_secret\":\"s1\",\"ims_org_id\":\"1A@AdobeOrg\"}",
    ] {
        let read = read(text).unwrap();
        assert_eq!((read.client_id.as_str(), read.secret.expose_secret()), ("c1", "s1"));
        assert_eq!(read.organization.as_deref(), Some("1A@AdobeOrg"));
        assert_eq!(read.fields(), 3);
    }
}

#[test]
fn the_postman_environment_is_read() {
    let text = r#"{"name":"OAuth Server-to-Server","values":[{"key":"CLIENT_SECRET","value":"s1"},
        {"key":"API_KEY","value":"c1"},{"key":"IMS_ORG","value":"1A@AdobeOrg"},{"key":"ACCESS_TOKEN","value":""}]}"#;
    let read = read(text).unwrap();
    assert_eq!((read.client_id.as_str(), read.secret.expose_secret()), ("c1", "s1"));
    assert_eq!(read.organization.as_deref(), Some("1A@AdobeOrg"));
}

#[test]
fn a_service_account_is_recognised_in_every_form_and_explained() {
    for text in [
        r#"{"project":{"workspace":{"details":{"credentials":[{"integration_type":"service","jwt":{"client_id":"c"}}]}}}}"#,
        r#"{"CLIENT_ID":"c","CLIENT_SECRET":"s","META_SCOPES":["ent_x"],"TECHNICAL_ACCOUNT_ID":"t"}"#,
        r#"{"values":[{"key":"CLIENT_SECRET","value":"s"},{"key":"API_KEY","value":"c"},{"key":"PRIVATE_KEY","value":"k"}]}"#,
        "-----BEGIN PRIVATE KEY-----\nabc",
    ] {
        assert!(title(text).contains("1 January 2025"), "{text}");
    }
}

#[test]
fn other_kinds_are_named() {
    let project = |credential: &str| {
        format!(r#"{{"project":{{"workspace":{{"details":{{"credentials":[{credential}]}}}}}}}}"#)
    };
    let spa = project(r#"{"integration_type":"oauthspa","oauth2":{"client_id":"c"}}"#);
    assert_eq!(title(&spa), "This file is for signing people in, not for a server");
    let key = project(r#"{"integration_type":"apikey","api_key":{"client_id":"c"}}"#);
    assert_eq!(title(&key), "This file has an API key only");
    assert_eq!(title(&project("")), "This project file has no OAuth Server-to-Server credential");
}

#[test]
fn what_is_missing_is_said() {
    assert_eq!(title(r#"{"CLIENT_ID":"c"}"#), "This file has a client ID but no client secret");
    let no_secret = r#"{"CLIENT_ID":"c","CLIENT_SECRETS":[]}"#;
    assert_eq!(title(no_secret), "This file has a client ID but no client secret");
}

#[test]
fn garbage_is_refused_without_quoting_it() {
    for text in ["", "canary", "[\"canary\"]", "{\"canary\":", "{}", "null"] {
        let error = read(text).unwrap_err();
        assert!(!format!("{error:?}").contains("canary"), "{text}");
    }
    let large = format!("{{\"CLIENT_ID\":\"{}\"}}", "c".repeat(300_000));
    assert_eq!(title(&large), "This file is too large for a credential");
}
