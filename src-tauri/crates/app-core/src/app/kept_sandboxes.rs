//! The sandboxes of a saved sign-in: asked for when it connects, and kept, so that one can connect with it again
//! and look at what was read last while nobody answers.

use std::time::Duration;

use aep_client::Error;

use crate::App;
use crate::connect::{SignIn, listed};
use crate::contract::app_state::Sandbox;
use crate::contract::error::AppError;
use crate::contract::profiles::Profile;
use crate::kept::on_disk;

/// How long a person waits for the platform when there is something to show without it.
const PATIENCE: Duration = Duration::from_secs(3);

impl App {
    /// The sandboxes that a saved sign-in may use: as the platform says, or as it said before when it cannot be
    /// reached now.
    ///
    /// # Errors
    /// What the sign-in service or the platform say; that nobody answers, when nothing was kept.
    pub(super) async fn sandboxes_of(
        &self,
        profile: &Profile,
        sign_in: &SignIn,
    ) -> Result<Vec<Sandbox>, AppError> {
        let kept = self.kept_sandboxes(&profile.id).await;
        let client = sign_in.client(|config| config.retry = self.retry.clone())?;
        let asked = client.sandboxes();
        let asked = asked.all().collect();
        let found = if kept.is_empty() {
            Some(asked.await)
        } else {
            tokio::select! {
                found = asked => Some(found),
                () = gives_up(&client) => None,
            }
        };
        match found {
            Some(Ok(found)) => {
                let sandboxes = listed(found, false);
                self.keep_sandboxes(&profile.id, &sandboxes).await;
                Ok(sandboxes)
            }
            Some(Err(error)) if kept.is_empty() || !is_silence(&error) => {
                let asker = sign_in.asker(Some(&profile.sandbox));
                Err(AppError::from_platform(&error, Some(&asker)))
            }
            _ => Ok(kept),
        }
    }

    /// Keeps the sandboxes of a saved sign-in. Nothing but a start offline depends on it.
    pub(super) async fn keep_sandboxes(&self, profile_id: &str, sandboxes: &[Sandbox]) {
        let Ok(content) = serde_json::to_value(sandboxes) else { return };
        let id = profile_id.to_owned();
        let kept = on_disk(&self.history, move |history| history.keep_sandboxes(&id, &content));
        if let Err(error) = kept.await {
            tracing::warn!(code = ?error.code, "the sandboxes of a sign-in were not kept");
        }
    }

    /// Forgets the sandboxes of a saved sign-in that is deleted.
    pub(super) async fn forget_sandboxes(&self, profile_id: &str) {
        let id = profile_id.to_owned();
        // Names of sandboxes that stay behind under an id that nothing has are no harm.
        let _ = on_disk(&self.history, move |history| history.forget_sandboxes(&id)).await;
    }

    /// The sandboxes of a saved sign-in as they were when they were last asked for; empty when they never were.
    pub(super) async fn kept_sandboxes(&self, profile_id: &str) -> Vec<Sandbox> {
        let id = profile_id.to_owned();
        let kept = on_disk(&self.history, move |history| history.kept_sandboxes(&id)).await;
        let content = kept.ok().flatten();
        content.and_then(|content| serde_json::from_value(content).ok()).unwrap_or_default()
    }
}

/// Returns when the host was not found at the first try, or after a while.
async fn gives_up(client: &aep_client::Client) {
    const LOOK: Duration = Duration::from_millis(50);
    let waits = PATIENCE.as_millis() / LOOK.as_millis();
    for _ in 0..waits {
        if !client.is_reached() {
            return;
        }
        tokio::time::sleep(LOOK).await;
    }
}

/// Nobody answered: no word against this sign-in.
fn is_silence(error: &Error) -> bool {
    matches!(
        error,
        Error::HostNotFound { .. }
            | Error::Connect { .. }
            | Error::Timeout { .. }
            | Error::Interrupted { .. }
    )
}
