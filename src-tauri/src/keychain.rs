//! Client secrets in the keychain of the operating system, through keyring. Tokens never come here;
//! what to do without a keychain is `app-core`'s matter.

use app_core::ports::{SecretStore, SecretStoreError};
use async_trait::async_trait;
use keyring::{Entry, Error};
use secrecy::{ExposeSecret, SecretString};

/// The service that all items are filed under; the account is the id of the saved sign-in.
const SERVICE: &str = "Inlet";

/// The keychain of the operating system, asked anew at every call.
pub(crate) struct SystemKeychain;

#[async_trait]
impl SecretStore for SystemKeychain {
    async fn get(&self, id: &str) -> Result<Option<SecretString>, SecretStoreError> {
        on_entry(id, |entry| present(entry.get_password().map(SecretString::from))).await
    }

    async fn set(&self, id: &str, secret: &SecretString) -> Result<(), SecretStoreError> {
        let secret = secret.clone();
        on_entry(id, move |entry| entry.set_password(secret.expose_secret())).await
    }

    async fn delete(&self, id: &str) -> Result<(), SecretStoreError> {
        on_entry(id, |entry| present(entry.delete_credential()).map(|_| ())).await
    }

    async fn check(&self) -> Result<(), SecretStoreError> {
        blocking(look).await
    }
}

/// An absent item is an answer, not an error.
fn present<T>(answer: Result<T, Error>) -> Result<Option<T>, Error> {
    match answer {
        Ok(value) => Ok(Some(value)),
        Err(Error::NoEntry) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Runs `work` on the item of `account`.
async fn on_entry<T: Send + 'static>(
    account: &str,
    work: impl FnOnce(Entry) -> Result<T, Error> + Send + 'static,
) -> Result<T, SecretStoreError> {
    let account = account.to_owned();
    blocking(move || open(&account).and_then(work).map_err(|error| explain(&error))).await
}

/// Runs `work` on a thread that may wait: a locked keychain opens a system dialog and answers when the
/// person has.
async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, SecretStoreError> + Send + 'static,
) -> Result<T, SecretStoreError> {
    let interrupted = |_| SecretStoreError::Unavailable("asking it was interrupted".to_owned());
    tokio::task::spawn_blocking(work).await.map_err(interrupted)?
}

/// Whether the keychain is there and open. Only looks: keeping a secret is when a locked one asks the
/// person, not the start of the app.
#[cfg(target_os = "linux")]
fn look() -> Result<(), SecretStoreError> {
    use secret_service::{EncryptionType, Error, blocking::SecretService};
    let unavailable = |error: Error| SecretStoreError::Unavailable(error.to_string());
    let service = SecretService::connect(EncryptionType::Plain).map_err(unavailable)?;
    let locked = match service.get_default_collection() {
        Ok(collection) => collection.is_locked().map_err(unavailable)?,
        // A new keychain: the first secret makes the collection.
        Err(Error::NoResult) => false,
        Err(error) => return Err(unavailable(error)),
    };
    if locked { Err(SecretStoreError::Locked) } else { Ok(()) }
}

/// Asking for an item that is never there tells whether the keychain answers.
#[cfg(not(target_os = "linux"))]
fn look() -> Result<(), SecretStoreError> {
    let answer = open("keychain-check").and_then(|entry| present(entry.get_password()));
    answer.map(|_| ()).map_err(|error| explain(&error))
}

/// On Linux the connection is made for this one attempt: `Entry::new` would remember a first failure for as
/// long as the app runs, and "unlock it, then try again" could not work.
#[cfg(target_os = "linux")]
fn open(account: &str) -> Result<Entry, Error> {
    use keyring_core::api::CredentialStoreApi;
    let store = zbus_secret_service_keyring_store::Store::new()?;
    let label = format!("{SERVICE}: client secret of a saved sign-in");
    let inner = store.build(SERVICE, account, Some(&[("label", label.as_str())].into()))?;
    Ok(Entry { inner })
}

/// The keychains of macOS and Windows are always there to ask.
#[cfg(not(target_os = "linux"))]
fn open(account: &str) -> Result<Entry, Error> {
    Entry::new(SERVICE, account)
}

/// The texts of these errors name the cause and never the secret, except for the two kinds that carry
/// what was read; those are told without it.
fn explain(error: &Error) -> SecretStoreError {
    match error {
        Error::NoStorageAccess(_) => SecretStoreError::Locked,
        Error::BadEncoding(_) | Error::BadDataFormat(..) => {
            SecretStoreError::Unavailable("the item is not a text".to_owned())
        }
        Error::Ambiguous(items) => {
            SecretStoreError::Unavailable(format!("it holds {} items for one sign-in", items.len()))
        }
        other => SecretStoreError::Unavailable(other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::{Error, SecretStoreError, explain};

    #[test]
    fn a_dismissed_prompt_means_locked() {
        let error = Error::NoStorageAccess("prompt dismissed".into());
        assert_eq!(explain(&error), SecretStoreError::Locked);
    }

    #[test]
    fn what_was_read_from_the_keychain_is_in_no_error() {
        let told = explain(&Error::BadEncoding(b"p\xffcanary".to_vec())).to_string();
        assert!(!told.contains("canary"), "{told}");
        let told = explain(&Error::BadDataFormat(b"canary".to_vec(), "broken".into())).to_string();
        assert!(!told.contains("canary"), "{told}");
    }

    #[test]
    fn a_missing_session_bus_is_named() {
        let error = Error::PlatformFailure("no session bus".into());
        assert!(explain(&error).to_string().contains("no session bus"));
    }
}
