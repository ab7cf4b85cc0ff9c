//! The one command of the window. Which commands there are, and what each takes and gives, is the
//! table in `app-core::contract`: the same one that the dev host serves.

use app_core::App;
use app_core::contract::commands::dispatch;
use app_core::contract::error::AppError;
use serde_json::Value;
use tauri::State;

/// Runs the named command of the application.
///
/// # Errors
/// What the command answers.
#[tauri::command]
pub(crate) async fn call(
    app: State<'_, App>,
    name: String,
    args: Option<Value>,
) -> Result<Value, AppError> {
    dispatch(&app, &name, args.unwrap_or(Value::Null)).await
}
