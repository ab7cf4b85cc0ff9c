//! The shell: the only code that knows Tauri. It puts plugins, ports and the window together and hands
//! every call of the page to `app-core`. What the application does is decided there, not here.

mod call;
mod closing;
mod data_folder;
mod display;
mod keychain;
mod logging;
#[cfg(not(target_os = "windows"))]
mod page_process;
mod practice;
mod save;
mod settings;
mod window;

use std::error::Error;
use std::process::ExitCode;
use std::sync::Arc;

use app_core::{App, Parts};
use tauri::{AppHandle, Manager};
use tauri_plugin_window_state::StateFlags;

/// Opens the window and runs until it is closed. The exit code is a failure when it cannot open.
#[must_use]
pub fn run() -> ExitCode {
    logging::start();
    if let Err(sentence) = display::look_for_one() {
        eprintln!("{sentence}");
        return ExitCode::FAILURE;
    }
    let remembered = StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED;
    let builder = tauri::Builder::default();
    #[cfg(target_os = "macos")]
    let builder = builder
        .on_web_content_process_terminate(|webview| page_process::on_end(webview.app_handle()));
    let built = builder
        // First, so that a second launch stops before it does anything else.
        .plugin(tauri_plugin_single_instance::init(|app, _, _| window::bring_forward(app)))
        .plugin(tauri_plugin_window_state::Builder::new().with_state_flags(remembered).build())
        .plugin(tauri_plugin_store::Builder::new().build())
        .plugin(tauri_plugin_clipboard_manager::init())
        .plugin(tauri_plugin_opener::init())
        .plugin(tauri_plugin_dialog::init())
        .invoke_handler(tauri::generate_handler![call::call, closing::may_close, save::save_file])
        .on_window_event(closing::on_window_event)
        .setup(|app| start(app.handle()))
        .build(tauri::generate_context!());
    match built {
        Ok(app) => {
            app.run(|_, _| {});
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("Inlet could not start: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Opens the application on its data folder, then the window on the application.
fn start(handle: &AppHandle) -> Result<(), Box<dyn Error>> {
    let data_dir = data_folder::find(handle)?;
    let app = App::open(Parts {
        data_dir: data_dir.clone(),
        secrets: Arc::new(keychain::SystemKeychain),
        settings: Arc::new(settings::SettingsFile::open(handle, &data_dir)?),
        practice: Arc::new(practice::EmbeddedEmulator),
        version: handle.package_info().version.to_string(),
        loopback_only: false,
    });
    handle.manage(app);
    window::open(handle, &data_dir)?;
    Ok(())
}
