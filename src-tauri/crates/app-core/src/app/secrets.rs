//! Client secrets between the keychain and this process. Without a keychain they last until the app is closed,
//! in memory, and the window says so; never in a file.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use secrecy::SecretString;
use serde_json::json;

use super::profiles::secret_missing;
use crate::App;
use crate::contract::app_state::{Keychain, Notice};
use crate::contract::error::{Action, AppError, ErrorCode, ErrorDetail, Owner};
use crate::contract::profiles::Profile;
use crate::ports::{SecretStore as _, SecretStoreError};

/// Key in the settings file.
const LEFT_BEHIND: &str = "secretsLeftBehind";

/// How long the window's frame waits for the keychain's first answer.
const PATIENCE: Duration = Duration::from_millis(500);

/// How the keychain answered last. Asking may open a dialog of the system, so it is not asked each time.
#[derive(Default)]
pub(super) struct KeychainWatch(Mutex<Option<Result<(), SecretStoreError>>>);

impl KeychainWatch {
    fn note(&self, answer: Result<(), SecretStoreError>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(answer);
    }

    fn last(&self) -> Option<Result<(), SecretStoreError>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl App {
    /// Keeps a secret in the keychain, or until the app is closed when there is none.
    pub(super) async fn keep_secret(&self, id: &str, secret: &SecretString) {
        let kept = self.parts.secrets.set(id, secret).await;
        if kept.is_err() {
            // Memory cannot refuse.
            let _ = self.until_closed.set(id, secret).await;
        } else {
            let _ = self.until_closed.delete(id).await;
        }
        self.keychain.note(kept);
    }

    /// The secret of a saved sign-in.
    ///
    /// # Errors
    /// `secret_missing`, `keychain_locked`, `keychain_unavailable`.
    pub(super) async fn secret_of(&self, profile: &Profile) -> Result<SecretString, AppError> {
        if let Ok(Some(secret)) = self.until_closed.get(&profile.id).await {
            return Ok(secret);
        }
        let answer = self.parts.secrets.get(&profile.id).await;
        self.keychain.note(answer.as_ref().map(drop).map_err(Clone::clone));
        match answer {
            Ok(Some(secret)) => Ok(secret),
            Ok(None) => Err(secret_missing(profile)),
            Err(SecretStoreError::Unavailable(cause)) => Err(secret_out_of_reach(profile, cause)),
            Err(error) => Err(keychain_problem(&error)),
        }
    }

    /// Removes a secret wherever it is. Without any keychain it may still lie in one that cannot be reached: that is
    /// remembered, told, and made good when the keychain is there again.
    ///
    /// # Errors
    /// When the keychain is locked and may hold it, since it can be unlocked; `disk_full`.
    pub(super) async fn forget_secret(&self, profile: &Profile) -> Result<(), AppError> {
        let only_here = matches!(self.until_closed.get(&profile.id).await, Ok(Some(_)));
        let answer = self.parts.secrets.delete(&profile.id).await;
        self.keychain.note(answer.clone());
        match answer {
            Err(error @ SecretStoreError::Locked) if !only_here => {
                return Err(keychain_problem(&error));
            }
            Err(SecretStoreError::Unavailable(_)) if !only_here => {
                let mut left = self.left_behind();
                left.insert(profile.id.clone(), profile.name.clone());
                self.write_left_behind(&left)?;
            }
            _ => {}
        }
        let _ = self.until_closed.delete(&profile.id).await;
        Ok(())
    }

    /// Says that secrets of removed sign-ins may still be in the keychain.
    pub(super) fn secrets_left_behind(&self) -> Option<Notice> {
        let left = self.left_behind();
        let ids: Vec<&str> = left.keys().map(String::as_str).collect();
        let names: Vec<String> = left.values().map(|name| format!("“{name}”")).collect();
        (!left.is_empty()).then(|| Notice {
            id: format!("secrets-left-behind:{}", ids.join(",")),
            title: "A client secret may still be in this computer's keychain".to_owned(),
            hint: format!(
                "The keychain could not be reached when {} was deleted. Inlet removes the secret as soon as it can.",
                names.join(", ")
            ),
        })
    }

    /// Removed sign-ins whose secret may still be in the keychain: their names by id.
    fn left_behind(&self) -> BTreeMap<String, String> {
        let stored = self.parts.settings.get(LEFT_BEHIND);
        stored.and_then(|value| serde_json::from_value(value).ok()).unwrap_or_default()
    }

    fn write_left_behind(&self, left: &BTreeMap<String, String>) -> Result<(), AppError> {
        let settings = &self.parts.settings;
        settings.set(LEFT_BEHIND, json!(left)).map_err(|error| AppError::not_written(&error.0))
    }

    /// Removes from a keychain that works what was left in it.
    async fn remove_left_behind(&self) {
        let mut left = self.left_behind();
        let ids: Vec<String> = left.keys().cloned().collect();
        for id in ids {
            if self.parts.secrets.delete(&id).await.is_ok() {
                left.remove(&id);
                // What cannot be noted is tried again; removing twice is harmless.
                let _ = self.write_left_behind(&left);
            }
        }
    }

    /// How the keychain stands; asks it only when it was never asked. One that takes its time (a system dialog may
    /// be open) counts as available until it has answered: the window does not wait for it.
    pub(super) async fn keychain_state(&self) -> Keychain {
        let answer = match self.keychain.last() {
            Some(answer) => answer,
            None => {
                let app = self.clone();
                let asked = tokio::spawn(async move { app.ask_keychain().await });
                match tokio::time::timeout(PATIENCE, asked).await {
                    Ok(Ok(answer)) => answer,
                    _ => Ok(()),
                }
            }
        };
        let problem = answer.err().map(|error| keychain_problem(&error));
        Keychain { available: problem.is_none(), problem }
    }

    /// Asks the keychain anew and, when it works, moves there what was kept in memory.
    pub(super) async fn ask_keychain(&self) -> Result<(), SecretStoreError> {
        let answer = self.parts.secrets.check().await;
        self.keychain.note(answer.clone());
        if answer.is_ok() {
            self.remove_left_behind().await;
            for profile in self.list_profiles().await.unwrap_or_default() {
                if let Ok(Some(secret)) = self.until_closed.get(&profile.id).await {
                    self.keep_secret(&profile.id, &secret).await;
                }
            }
        }
        answer
    }
}

/// Connecting needs the secret, and there is no keychain to ask: it can only be typed again.
fn secret_out_of_reach(profile: &Profile, cause: String) -> AppError {
    AppError::plain(
        ErrorCode::KeychainUnavailable,
        Owner::You,
        Action::SignIn,
        format!("The client secret of “{}” cannot be read", profile.name),
        "This computer has no keychain that Inlet can reach. Sign in with the secret once more; it then lasts \
         until Inlet is closed.",
    )
    .with_detail(ErrorDetail { message: Some(cause), ..ErrorDetail::default() })
}

fn keychain_problem(error: &SecretStoreError) -> AppError {
    match error {
        SecretStoreError::Locked => AppError::plain(
            ErrorCode::KeychainLocked,
            Owner::You,
            Action::UnlockKeychain,
            "This computer's keychain is locked",
            "Until it is unlocked, client secrets last until Inlet is closed.",
        ),
        SecretStoreError::Unavailable(cause) => AppError::plain(
            ErrorCode::KeychainUnavailable,
            Owner::You,
            Action::Retry,
            "There is no keychain here",
            "Client secrets last until Inlet is closed; they are never written to a file.",
        )
        .with_detail(ErrorDetail { message: Some(cause.clone()), ..ErrorDetail::default() }),
    }
}
