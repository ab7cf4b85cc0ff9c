//! The host over real HTTP: commands, the window's files, and who is turned away.

use app_core::contract::commands::COMMANDS;
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

use super::{open, routes};
use crate::args::Args;
use crate::guard::Guard;

/// A host that serves for as long as the test lasts.
struct Running {
    port: u16,
    _folder: TempDir,
}

async fn start() -> Running {
    let folder = tempfile::tempdir().unwrap();
    let ui = folder.path().join("dist");
    std::fs::create_dir(&ui).unwrap();
    std::fs::write(ui.join("index.html"), "<style>html{margin:0}</style>").unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let args = Args {
        listen: ([127, 0, 0, 1], 0).into(),
        platform: Some("http://127.0.0.1:8787".parse().unwrap()),
        data_dir: folder.path().to_owned(),
        ui,
        page_port: None,
        practice_speed: 30.0,
    };
    let routes = routes(open(&args).unwrap(), Guard::new([Some(port), None]));
    tokio::spawn(async move { axum::serve(listener, routes).await });
    Running { port, _folder: folder }
}

/// One request; status line and headers apart from the body.
async fn send(host: &Running, head: &str, body: &str) -> (String, String) {
    let mut stream = TcpStream::connect(("127.0.0.1", host.port)).await.unwrap();
    let length = body.len();
    let request = format!("{head}\r\nconnection: close\r\ncontent-length: {length}\r\n\r\n{body}");
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    (head.to_owned(), body.to_owned())
}

async fn call(host: &Running, name: &str, args: &Value) -> (String, Value) {
    let port = host.port;
    let head = format!("POST /call/{name} HTTP/1.1\r\nhost: 127.0.0.1:{port}");
    let (head, body) = send(host, &head, &args.to_string()).await;
    (head.lines().next().unwrap().to_owned(), serde_json::from_str(&body).unwrap())
}

#[tokio::test]
async fn a_command_answers_with_its_reply_and_an_error_with_422() {
    let host = start().await;
    let (status, state) = call(&host, "get_app_state", &Value::Null).await;
    assert_eq!(status, "HTTP/1.1 200 OK");
    assert_eq!(state["suggestedEnvironment"]["platformUrl"], "http://127.0.0.1:8787");
    let (status, error) = call(&host, "list_flows", &json!({ "refresh": false })).await;
    assert_eq!(
        (status.as_str(), &error["code"]),
        ("HTTP/1.1 422 Unprocessable Entity", &json!("not_connected"))
    );
}

#[tokio::test]
async fn every_command_of_the_table_is_answered() {
    let host = start().await;
    for name in COMMANDS {
        let (_, reply) = call(&host, name, &json!({})).await;
        assert!(!reply.to_string().contains("does not exist"), "{name}: {reply}");
    }
    let (_, reply) = call(&host, "no_such_command", &json!({})).await;
    assert!(reply.to_string().contains("does not exist"));
}

#[tokio::test]
async fn practice_mode_has_data_and_says_where_its_platform_is() {
    let host = start().await;
    call(&host, "start_practice", &Value::Null).await;
    let (_, list) = call(&host, "list_flows", &json!({ "refresh": false })).await;
    assert!(list["rows"].as_array().unwrap().len() > 5);
    let head = format!("GET /practice HTTP/1.1\r\nhost: localhost:{}", host.port);
    let (_, body) = send(&host, &head, "").await;
    assert!(body.starts_with("{\"base_url\":\"http://127.0.0.1:"), "{body}");
}

#[tokio::test]
async fn platforms_elsewhere_cannot_be_reached_from_here() {
    let host = start().await;
    let typed = json!({ "organization": "1@AdobeOrg", "clientId": "c",
        "secret": { "kind": "typed", "secret": "s" }, "environment": { "kind": "adobe" } });
    let (_, error) = call(&host, "check_connection", &typed).await;
    assert_eq!(error["code"], "validation");
}

#[tokio::test]
async fn the_page_comes_with_its_policy_and_the_nonce_of_this_answer() {
    let host = start().await;
    let head = format!("GET / HTTP/1.1\r\nhost: 127.0.0.1:{}", host.port);
    let (head, body) = send(&host, &head, "").await;
    let nonce = body.split('"').nth(1).unwrap();
    assert!(
        body.starts_with("<style nonce=") && head.contains(&format!("'nonce-{nonce}'")),
        "{head}"
    );
    let (_, again) =
        send(&host, &format!("GET / HTTP/1.1\r\nhost: 127.0.0.1:{}", host.port), "").await;
    assert_ne!(again, body);
}

#[tokio::test]
async fn a_page_of_another_origin_is_turned_away() {
    let host = start().await;
    for head in [
        "POST /call/get_app_state HTTP/1.1\r\nhost: evil.example".to_owned(),
        format!(
            "POST /call/get_app_state HTTP/1.1\r\nhost: 127.0.0.1:{}\r\norigin: http://evil.example",
            host.port
        ),
    ] {
        let (head, _) = send(&host, &head, "null").await;
        assert!(head.starts_with("HTTP/1.1 403"), "{head}");
    }
}
