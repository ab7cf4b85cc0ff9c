//! What happens when the window is told to close: what was typed a moment ago is written down; then it closes at
//! once when nothing is being made, else after a question. A set-up or a deletion stops after the step under way, and the next start offers to go on; how, is
//! `app-core`'s matter.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use app_core::App;
use app_core::contract::app_state::Environment;
use tauri::{AppHandle, Manager, Window, WindowEvent};
use tauri_plugin_dialog::{DialogExt, MessageDialogButtons, MessageDialogKind};
use tokio::sync::Notify;

use crate::window::MAIN;

/// The longest that closing waits for the step under way. The journal is on disk already: waiting
/// longer would add nothing but a tidier entry in it.
const PATIENCE: Duration = Duration::from_secs(5);

/// The longest that closing waits for the page to write down what was typed: a page that hangs keeps no window open.
const PAGE_PATIENCE: Duration = Duration::from_secs(2);

/// What the page hears when it is to do so (`ui/src/api/closing.ts`).
const TELL_PAGE: &str = "window.dispatchEvent(new Event('inlet-closing'))";

/// The page's answer.
static PAGE_IS_KEPT: Notify = Notify::const_new();

/// True while a close is being decided, so that a second press does not ask twice.
static DECIDING: AtomicBool = AtomicBool::new(false);

/// Holds a close back until it is known whether a set-up is under way.
pub(crate) fn on_window_event(window: &Window, event: &WindowEvent) {
    let WindowEvent::CloseRequested { api, .. } = event else { return };
    api.prevent_close();
    if DECIDING.swap(true, Ordering::SeqCst) {
        return;
    }
    let handle = window.app_handle().clone();
    tauri::async_runtime::spawn(async move {
        keep_page(&handle).await;
        if is_wanted(&handle).await {
            if let Some(window) = handle.get_webview_window(MAIN)
                && let Err(error) = window.destroy()
            {
                tracing::warn!(%error, "the window could not be closed");
            }
        } else {
            DECIDING.store(false, Ordering::SeqCst);
        }
    });
}

/// Says that what was typed is on disk.
#[tauri::command]
pub(crate) fn may_close() {
    PAGE_IS_KEPT.notify_waiters();
}

/// Lets the page write down what was typed.
async fn keep_page(handle: &AppHandle) {
    let Some(window) = handle.get_webview_window(MAIN) else { return };
    // Waits from here on, before the page can answer.
    let kept = PAGE_IS_KEPT.notified();
    if let Err(error) = window.eval(TELL_PAGE) {
        tracing::warn!(%error, "the page could not be told that the window closes");
    } else if tokio::time::timeout(PAGE_PATIENCE, kept).await.is_err() {
        tracing::warn!("closed before the page said that what was typed is written down");
    }
}

/// Whether nothing is being made, or the person wants to close all the same.
async fn is_wanted(handle: &AppHandle) -> bool {
    let app = handle.state::<App>().inner().clone();
    let Some(name) = app.work_under_way() else {
        // A deletion that can still be undone is kept from being sent; there is nothing to wait for.
        app.stop_setups(PATIENCE).await;
        return true;
    };
    let sure = ask(handle, &name, is_practice(&app).await).await;
    if sure && !app.stop_setups(PATIENCE).await {
        tracing::warn!("closed before the step under way had ended; the journal has it");
    }
    sure
}

async fn is_practice(app: &App) -> bool {
    let session = app.get_app_state().await.ok().and_then(|state| state.session);
    session.is_some_and(|session| session.environment == Environment::Practice)
}

async fn ask(handle: &AppHandle, name: &str, practice: bool) -> bool {
    let outcome = if practice {
        "Practice data is not kept when Inlet closes."
    } else {
        "Inlet stops after the step under way and offers to go on or to undo it when you start it again."
    };
    let (answer, answered) = tokio::sync::oneshot::channel();
    handle
        .dialog()
        .message(format!("“{name}” is still being worked on. {outcome}"))
        .title("Close Inlet?")
        .kind(MessageDialogKind::Warning)
        .buttons(MessageDialogButtons::OkCancelCustom(
            "Stop and close".to_owned(),
            "Keep working".to_owned(),
        ))
        .show(move |sure| {
            // Nobody waits for the answer only when the app is gone already.
            let _ = answer.send(sure);
        });
    answered.await.unwrap_or(false)
}
