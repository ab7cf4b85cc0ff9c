//! Routes, start and stop.

use std::path::PathBuf;
use std::sync::Arc;

use app_core::contract::commands::dispatch;
use app_core::ports::MemorySecrets;
use app_core::{App, Parts};
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, Path, State};
use axum::http::{StatusCode, Uri};
use axum::middleware;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};

use crate::args::Args;
use crate::guard::{self, Guard};
use crate::pages;
use crate::practice::EmbeddedPractice;
use crate::settings::FileSettings;

/// As much as a window may hand over: too large a sample is for the application to refuse, in words.
const LARGEST_CALL: usize = 64 * 1024 * 1024;

#[derive(Clone)]
struct Host {
    app: App,
    ui: Arc<PathBuf>,
    practice: Arc<EmbeddedPractice>,
}

/// Serves until SIGTERM or Ctrl-C.
///
/// # Errors
/// A sentence, when it cannot start.
pub(crate) async fn run(args: Args) -> Result<(), String> {
    std::fs::create_dir_all(&args.data_dir)
        .map_err(|error| format!("{} cannot be made: {error}", args.data_dir.display()))?;
    let listener = TcpListener::bind(args.listen)
        .await
        .map_err(|error| format!("{} cannot be listened on: {error}", args.listen))?;
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    let host = open(&args)?;
    let routes = routes(host, Guard::new([Some(address.port()), args.page_port]));
    println!("{}", json!({ "url": format!("http://{address}") }));
    axum::serve(listener, routes)
        .with_graceful_shutdown(told_to_stop())
        .await
        .map_err(|error| error.to_string())
}

fn open(args: &Args) -> Result<Host, String> {
    let practice = Arc::new(EmbeddedPractice::new(args.practice_speed));
    let app = App::open(Parts {
        data_dir: args.data_dir.clone(),
        secrets: Arc::new(MemorySecrets::default()),
        settings: Arc::new(FileSettings::open(&args.data_dir)?),
        practice: Arc::clone(&practice) as _,
        version: env!("CARGO_PKG_VERSION").to_owned(),
        loopback_only: true,
    });
    let app = match &args.platform {
        Some(platform) => app.suggesting(platform),
        None => app,
    };
    Ok(Host { app, ui: Arc::new(args.ui.clone()), practice })
}

fn routes(host: Host, guard: Guard) -> Router {
    Router::new()
        .route("/call/{name}", post(call))
        .route("/practice", get(practice))
        .fallback(page)
        .with_state(host)
        .layer(DefaultBodyLimit::max(LARGEST_CALL))
        .layer(middleware::from_fn_with_state(guard, guard::check))
}

/// One command: 200 with its reply, 422 with its error.
async fn call(State(host): State<Host>, Path(name): Path<String>, body: Bytes) -> Response {
    let args = if body.is_empty() { Ok(Value::Null) } else { serde_json::from_slice(&body) };
    let Ok(args) = args else {
        return (StatusCode::BAD_REQUEST, "The argument is not JSON.").into_response();
    };
    match dispatch(&host.app, &name, args).await {
        Ok(reply) => Json(reply).into_response(),
        Err(error) => (StatusCode::UNPROCESSABLE_ENTITY, Json(error)).into_response(),
    }
}

/// Where practice mode's emulator is, once started: its control route is under that address.
async fn practice(State(host): State<Host>) -> Response {
    match host.practice.base_url() {
        Some(base_url) => Json(json!({ "base_url": base_url })).into_response(),
        None => (StatusCode::NOT_FOUND, "Practice mode was not started.").into_response(),
    }
}

async fn page(State(host): State<Host>, uri: Uri) -> Response {
    pages::serve(&host.ui, uri.path())
}

async fn told_to_stop() {
    let mut terminate = signal(SignalKind::terminate()).expect("SIGTERM can be listened to");
    tokio::select! {
        _ = terminate.recv() => (),
        _ = tokio::signal::ctrl_c() => (),
    }
}

#[cfg(test)]
#[path = "server_tests.rs"]
mod tests;
