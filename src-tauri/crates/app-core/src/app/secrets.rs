//! Client secrets between the keychain and this process. Without a keychain they last until the app is closed,
//! in memory, and the window says so; never in a file.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use secrecy::SecretString;

use super::profiles::secret_missing;
use crate::App;
use crate::contract::app_state::Keychain;
use crate::contract::error::{Action, AppError, ErrorCode, ErrorDetail, Owner};
use crate::contract::profiles::Profile;
use crate::ports::{SecretStore as _, SecretStoreError};

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
            Err(error) => Err(keychain_problem(&error)),
        }
    }

    /// Removes a secret wherever it is.
    ///
    /// # Errors
    /// When the keychain cannot be reached and may hold it.
    pub(super) async fn forget_secret(&self, id: &str) -> Result<(), AppError> {
        let only_here = matches!(self.until_closed.get(id).await, Ok(Some(_)));
        let _ = self.until_closed.delete(id).await;
        let answer = self.parts.secrets.delete(id).await;
        self.keychain.note(answer.clone());
        match answer {
            Err(error) if !only_here => Err(keychain_problem(&error)),
            _ => Ok(()),
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
            for profile in self.list_profiles().await.unwrap_or_default() {
                if let Ok(Some(secret)) = self.until_closed.get(&profile.id).await {
                    self.keep_secret(&profile.id, &secret).await;
                }
            }
        }
        answer
    }
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
