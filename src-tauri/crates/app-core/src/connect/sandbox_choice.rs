//! The sandboxes that a sign-in may use, and which one to start with. Never another one than was asked for.

use aep_client::sandboxes::{SandboxSummary, SandboxType};

use crate::contract::app_state::{Sandbox, SandboxKind};
use crate::contract::error::{Action, AppError, ErrorCode, Owner};

/// A sandbox as the window shows it.
fn shown(summary: &SandboxSummary, practice: bool) -> Sandbox {
    let name = summary.name.as_str().to_owned();
    let kind = match summary.kind {
        _ if practice => SandboxKind::Practice,
        // What is not surely a trial is treated as live.
        SandboxType::Development => SandboxKind::Development,
        _ => SandboxKind::Production,
    };
    let title = if summary.title.trim().is_empty() { name.clone() } else { summary.title.clone() };
    Sandbox { name, title, kind }
}

/// All of them, the default one first.
pub(crate) fn listed(mut summaries: Vec<SandboxSummary>, practice: bool) -> Vec<Sandbox> {
    summaries.sort_by_key(|summary| !summary.is_default);
    summaries.iter().map(|summary| shown(summary, practice)).collect()
}

/// The sandbox that was asked for, or the first when none was.
///
/// # Errors
/// `sandbox_not_found` when it is not among them.
pub(crate) fn choose(sandboxes: &[Sandbox], wanted: Option<&str>) -> Result<Sandbox, AppError> {
    match wanted {
        None => sandboxes.first().cloned().ok_or_else(|| not_found("")),
        Some(wanted) => {
            let found = sandboxes.iter().find(|sandbox| sandbox.name == wanted);
            found.cloned().ok_or_else(|| not_found(wanted))
        }
    }
}

fn not_found(name: &str) -> AppError {
    let name: String = name.chars().take(60).collect();
    AppError::plain(
        ErrorCode::SandboxNotFound,
        Owner::You,
        Action::SignIn,
        format!("The sandbox “{name}” was not found"),
        "It was deleted, or this credential may not use it. Choose another sandbox.",
    )
}
