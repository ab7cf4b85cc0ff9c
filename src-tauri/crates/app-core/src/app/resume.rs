//! Opening where the app was left. The saved sign-in last used is remembered in the settings file; whoever signed out
//! is not signed in by themselves, and a sign-in is tried once a start, not again after it failed.

use std::sync::atomic::Ordering;

use serde_json::{Value, json};

use crate::App;
use crate::connect::choose;
use crate::contract::app_state::Session;
use crate::contract::error::AppError;

/// Key in the settings file.
const LAST_SIGN_IN: &str = "lastSignIn";

impl App {
    /// Opens with the saved sign-in last used. Where its sandboxes are known from before, the platform is not waited
    /// for: what was read last can be looked at, and whether the sign-in still works shows with the first reading.
    ///
    /// # Errors
    /// `not_found` when there is none, or it was tried already; what the keychain says; what `connect` answers where
    /// no sandboxes are known.
    pub async fn resume_session(&self) -> Result<Session, AppError> {
        let id = self.last_sign_in().ok_or_else(|| AppError::gone("The last sign-in"))?;
        self.resumed.store(true, Ordering::SeqCst);
        self.not_while_setting_up("Connecting elsewhere")?;
        let profile = self.profile(&id)?;
        let sign_in = self.sign_in_of(&profile).await?;
        let mut sandboxes = self.kept_sandboxes(&id).await;
        if sandboxes.is_empty() {
            sandboxes = self.sandboxes_of(&profile, &sign_in).await?;
        } else {
            let (app, profile, sign_in) = (self.clone(), profile.clone(), sign_in.clone());
            tokio::spawn(async move {
                // Those of the next start; why they were not read shows in what the window reads.
                let _ = app.sandboxes_of(&profile, &sign_in).await;
            });
        }
        let sandbox = choose(&sandboxes, Some(&profile.sandbox))?;
        self.enter(&sign_in, Some(profile.id), profile.name, sandboxes, sandbox)
    }

    /// The saved sign-in to open with, until it has been tried or somebody is signed in.
    pub(super) fn last_sign_in(&self) -> Option<String> {
        if self.resumed.load(Ordering::SeqCst) || self.session_if_any().is_some() {
            return None;
        }
        let stored = self.parts.settings.get(LAST_SIGN_IN)?;
        let id = stored.as_str()?;
        self.profile(id).ok().map(|profile| profile.id)
    }

    /// Notes with which saved sign-in the next start opens, or that it opens with none.
    pub(super) fn remember_sign_in(&self, profile_id: Option<&str>) {
        self.resumed.store(true, Ordering::SeqCst);
        let value = profile_id.map_or(Value::Null, |id| json!(id));
        if self.parts.settings.get(LAST_SIGN_IN).unwrap_or_default() == value {
            return;
        }
        // One press more at the next start is no reason to keep anybody out.
        if let Err(error) = self.parts.settings.set(LAST_SIGN_IN, value) {
            tracing::warn!(%error, "the sign-in in use was not remembered");
        }
    }
}
