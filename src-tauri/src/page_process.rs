//! The page runs in a process of its own. When that ends by a fault of the web engine, the window would stay empty:
//! the page is loaded anew where it was. What was made lives in this process, what was typed is on disk as a draft.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use tauri::{AppHandle, Manager, Runtime, WebviewWindow};
use tauri_plugin_dialog::{DialogExt, MessageDialogKind};

use crate::window::MAIN;

/// How often the page is loaded anew within [`SPAN`]: one that ends each time it is drawn would go on for ever.
const MOST: usize = 3;

const SPAN: Duration = Duration::from_secs(60);

/// When the page was last loaded anew, oldest first.
static RELOADS: Mutex<Vec<Instant>> = Mutex::new(Vec::new());

/// Watches the page of this window. WebKitGTK tells the window; macOS tells the app, see [`on_end`]; on Windows the
/// engine shows a page of its own that can be loaded again.
#[cfg(target_os = "linux")]
pub(crate) fn watch(window: &WebviewWindow) -> tauri::Result<()> {
    use webkit2gtk::WebViewExt;

    let handle = window.app_handle().clone();
    window.with_webview(move |webview| {
        webview.inner().connect_web_process_terminated(move |_, reason| {
            tracing::error!(?reason, "the process of the page ended");
            on_end(&handle);
        });
    })
}

/// Loads the page anew, or says that it cannot be kept.
pub(crate) fn on_end<R: Runtime>(handle: &AppHandle<R>) {
    let Some(window) = handle.get_webview_window(MAIN) else { return };
    let again =
        may_reload(&mut RELOADS.lock().unwrap_or_else(PoisonError::into_inner), Instant::now());
    if again {
        reload(&window);
    } else {
        tell(handle);
    }
}

fn reload<R: Runtime>(window: &WebviewWindow<R>) {
    if let Err(error) = window.reload() {
        tracing::error!(%error, "the page could not be loaded anew");
    }
}

fn tell<R: Runtime>(handle: &AppHandle<R>) {
    handle
        .dialog()
        .message(
            "The page of this window stopped several times within a minute. Close Inlet and start it again. Nothing \
             that was made is lost, and what you typed is kept as a draft.",
        )
        .title("Inlet cannot show its page")
        .kind(MessageDialogKind::Error)
        .show(|_| {});
}

/// Whether it may be loaded anew once more; if so, that is noted.
fn may_reload(reloads: &mut Vec<Instant>, now: Instant) -> bool {
    reloads.retain(|&before| now.duration_since(before) < SPAN);
    let may = reloads.len() < MOST;
    if may {
        reloads.push(now);
    }
    may
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use super::{MOST, SPAN, may_reload};

    #[test]
    fn a_page_that_ends_each_time_is_given_up_and_one_that_ends_now_and_then_is_not() {
        let start = Instant::now();
        let mut reloads = Vec::new();
        assert!((0..MOST).all(|_| may_reload(&mut reloads, start)));
        assert!(!may_reload(&mut reloads, start));
        assert!((1..20).all(|minute| may_reload(&mut reloads, start + SPAN * minute)));
    }
}
