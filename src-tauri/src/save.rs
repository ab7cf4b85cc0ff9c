//! Saves a text as a file in the place that the person chooses. The page has no other way to the disk, and never
//! learns where that was.

use std::path::PathBuf;

use app_core::contract::error::{Action, AppError, ErrorCode, ErrorDetail, Owner};
use tauri::{AppHandle, Manager};
use tauri_plugin_dialog::DialogExt;
use tokio::sync::oneshot;

/// Asks where, and writes. False when the person thought better of it.
///
/// # Errors
/// `disk_full` when the file cannot be written there.
#[tauri::command]
pub(crate) async fn save_file(
    handle: AppHandle,
    name: String,
    text: String,
) -> Result<bool, AppError> {
    let (answer, answered) = oneshot::channel();
    let mut dialog = handle.dialog().file().set_file_name(plain(&name));
    if let Some(folder) = usual_folder(&handle) {
        dialog = dialog.set_directory(folder);
    }
    dialog.save_file(move |path| {
        // Nobody waits for the answer only when the app is gone already.
        let _ = answer.send(path);
    });
    let Some(path) = answered.await.ok().flatten().and_then(|path| path.into_path().ok()) else {
        return Ok(false);
    };
    match tauri::async_runtime::spawn_blocking(move || write(path, &text)).await {
        Ok(Ok(())) => Ok(true),
        Ok(Err(cause)) => Err(not_written(&cause.to_string())),
        Err(_) => Err(not_written("the write was cut off")),
    }
}

/// Where the dialog begins: where browsers put files, or at home. By itself it would begin where the app was started.
fn usual_folder(handle: &AppHandle) -> Option<PathBuf> {
    let path = handle.path();
    path.download_dir().ok().filter(|folder| folder.is_dir()).or_else(|| path.home_dir().ok())
}

fn write(path: PathBuf, text: &str) -> std::io::Result<()> {
    std::fs::write(path, text)
}

/// The proposed name without anything that could lead to another folder.
fn plain(name: &str) -> String {
    let kept = |letter: &char| letter.is_alphanumeric() || ['-', '_', '.', ' '].contains(letter);
    let name: String = name.chars().filter(kept).take(120).collect();
    name.trim_start_matches('.').to_owned()
}

fn not_written(cause: &str) -> AppError {
    AppError {
        code: ErrorCode::DiskFull,
        title: "The file could not be written there".to_owned(),
        hint: "Choose another folder, or free some space.".to_owned(),
        owner: Owner::You,
        action: Action::Retry,
        fields: Vec::new(),
        detail: Some(Box::new(ErrorDetail {
            message: Some(cause.to_owned()),
            ..ErrorDetail::default()
        })),
    }
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn a_proposed_name_leads_to_no_other_folder() {
        assert_eq!(plain("failed-events-65b7cfcc.csv"), "failed-events-65b7cfcc.csv");
        assert_eq!(plain("../../etc/passwd"), "etcpasswd");
        assert_eq!(plain("C:\\x.csv"), "Cx.csv");
    }
}
