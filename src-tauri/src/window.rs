//! The one window: how it is opened, brought forward, and kept on its own pages. What it shows is the
//! page's matter; what it may call is in `capabilities/`.

use std::path::Path;

use tauri::{AppHandle, Manager, Url, WebviewWindowBuilder};

/// The label that `tauri.conf.json` and the capabilities use.
pub(crate) const MAIN: &str = "main";

/// Debug builds remember what the content security policy stopped, from the first script on, so that
/// a test can ask for it.
#[cfg(debug_assertions)]
const REMEMBER_VIOLATIONS: &str = "\
    window.__violations = [];\
    document.addEventListener('securitypolicyviolation', (event) => window.__violations.push(\
        event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sample));";

/// Opens the window as `tauri.conf.json` describes it. The web engine keeps its files under
/// `data_dir`, beside the app's own.
pub(crate) fn open(app: &AppHandle, data_dir: &Path) -> tauri::Result<()> {
    let config = app.config().app.windows.iter().find(|window| window.label == MAIN);
    let config = config.expect("tauri.conf.json describes the main window").clone();
    let vite = if cfg!(dev) { app.config().build.dev_url.clone() } else { None };
    let builder = WebviewWindowBuilder::from_config(app, &config)?
        .data_directory(data_dir.join("webview"))
        .on_navigation(move |url| is_own_page(url, vite.as_ref()));
    #[cfg(debug_assertions)]
    let builder = builder.initialization_script(REMEMBER_VIOLATIONS);
    let window = builder.build()?;
    #[cfg(target_os = "linux")]
    crate::page_process::watch(&window)?;
    Ok(())
}

/// Brings the window in front of the others: what a second launch does instead of opening its own.
pub(crate) fn bring_forward(app: &AppHandle) {
    let Some(window) = app.get_webview_window(MAIN) else { return };
    let shown = window.unminimize().and_then(|()| window.show()).and_then(|()| window.set_focus());
    if let Err(error) = shown {
        tracing::warn!(%error, "the window could not be brought forward");
    }
}

/// The window never leaves the app: links to elsewhere open in the browser, through the opener.
/// The hosts are those Tauri serves the page from (`tauri://localhost`, on Windows
/// `http://tauri.localhost`), or Vite's server under `tauri dev`.
fn is_own_page(url: &Url, vite: Option<&Url>) -> bool {
    match url.host_str() {
        Some("localhost") if url.scheme() == "tauri" => true,
        Some("tauri.localhost") => true,
        _ => vite.is_some_and(|vite| vite.origin() == url.origin()),
    }
}

#[cfg(test)]
mod tests {
    use super::is_own_page;

    #[test]
    fn the_window_stays_on_the_pages_of_the_app() {
        for (url, stays) in [
            ("tauri://localhost/index.html#/flows", true),
            ("http://tauri.localhost/", true),
            ("http://localhost:5173/", false),
            ("http://127.0.0.1:5173/", false),
            ("https://example.com/", false),
            ("https://tauri.localhost.example.com/", false),
            ("file:///etc/passwd", false),
        ] {
            assert_eq!(is_own_page(&url.parse().unwrap(), None), stays, "{url}");
        }
    }

    #[test]
    fn under_tauri_dev_the_page_comes_from_vite_and_from_no_other_port() {
        let config: serde_json::Value =
            serde_json::from_str(include_str!("../../tauri.conf.json")).unwrap();
        let vite: tauri::Url = config["build"]["devUrl"].as_str().unwrap().parse().unwrap();
        for (url, stays) in [
            (vite.join("/index.html#/flows").unwrap(), true),
            ("tauri://localhost/".parse().unwrap(), true),
            ("http://127.0.0.1:1/".parse().unwrap(), false),
            ("https://example.com/".parse().unwrap(), false),
        ] {
            assert_eq!(is_own_page(&url, Some(&vite)), stays, "{url}");
        }
    }
}
