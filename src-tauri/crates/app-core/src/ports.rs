//! What the host gives the application: a keychain, a settings file, and an emulator to practise on.
//!
//! The shell implements them on the real system, the dev host and the tests in memory. Time is one of them: what
//! waits asks the timer, so that tests do not.

use std::any::Any;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use async_trait::async_trait;
use secrecy::SecretString;
use serde_json::Value;

/// Why the keychain did not do as asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SecretStoreError {
    /// There is no keychain, or it cannot be reached.
    #[error("no keychain can be reached: {0}")]
    Unavailable(String),
    /// There is one, and it is locked.
    #[error("the keychain is locked")]
    Locked,
}

/// Keeps client secrets, by the id of their saved sign-in.
#[async_trait]
pub trait SecretStore: Send + Sync {
    /// The secret, or none when there is no such item.
    async fn get(&self, id: &str) -> Result<Option<SecretString>, SecretStoreError>;
    /// Keeps it, in place of an older one.
    async fn set(&self, id: &str, secret: &SecretString) -> Result<(), SecretStoreError>;
    /// Forgets it; an absent item is no error.
    async fn delete(&self, id: &str) -> Result<(), SecretStoreError>;
    /// Whether secrets can be kept right now; asks anew each time.
    async fn check(&self) -> Result<(), SecretStoreError>;
}

/// Why the settings file did not do as asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("settings cannot be kept: {0}")]
pub struct SettingsStoreError(pub String);

/// Keeps settings and saved sign-ins (never secrets) as JSON by key.
pub trait SettingsStore: Send + Sync {
    /// The value, or none.
    fn get(&self, key: &str) -> Option<Value>;
    /// Keeps it on disk before it returns.
    ///
    /// # Errors
    /// When the file cannot be written.
    fn set(&self, key: &str, value: Value) -> Result<(), SettingsStoreError>;
    /// Where a file that could not be read was set aside at start, if one was.
    fn set_aside(&self) -> Option<String>;
}

/// An emulator that runs, and how to reach it.
pub struct Practice {
    /// Base address of platform and sign-in service, on loopback.
    pub base_url: String,
    /// Client id.
    pub client_id: String,
    /// Client secret; opens made-up data only.
    pub client_secret: SecretString,
    /// Organisation id.
    pub organization: String,
    /// Sandbox to use.
    pub sandbox: String,
    /// The emulator's time, milliseconds since 1970.
    pub now: Arc<dyn Fn() -> i64 + Send + Sync>,
    /// How many of its seconds pass in a real one.
    pub speed: f64,
    /// Dropping it stops the emulator.
    pub keep_alive: Box<dyn Any + Send + Sync>,
}

/// Starts the emulator that practice mode uses.
#[async_trait]
pub trait PracticeHost: Send + Sync {
    /// A fresh emulator with made-up data.
    ///
    /// # Errors
    /// A sentence, when it cannot start.
    async fn start(&self) -> Result<Practice, String>;
}

/// Secrets in memory: for tests, the dev host, and computers without a keychain.
#[derive(Default)]
pub struct MemorySecrets(Mutex<HashMap<String, SecretString>>);

#[async_trait]
impl SecretStore for MemorySecrets {
    async fn get(&self, id: &str) -> Result<Option<SecretString>, SecretStoreError> {
        Ok(self.0.lock().unwrap_or_else(PoisonError::into_inner).get(id).cloned())
    }

    async fn set(&self, id: &str, secret: &SecretString) -> Result<(), SecretStoreError> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.insert(id.to_owned(), secret.clone());
        Ok(())
    }

    async fn delete(&self, id: &str) -> Result<(), SecretStoreError> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(id);
        Ok(())
    }

    async fn check(&self) -> Result<(), SecretStoreError> {
        Ok(())
    }
}

/// Settings in memory: for tests and the dev host.
#[derive(Default)]
pub struct MemorySettings(Mutex<HashMap<String, Value>>);

impl SettingsStore for MemorySettings {
    fn get(&self, key: &str) -> Option<Value> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(key).cloned()
    }

    fn set(&self, key: &str, value: Value) -> Result<(), SettingsStoreError> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.insert(key.to_owned(), value);
        Ok(())
    }

    fn set_aside(&self) -> Option<String> {
        None
    }
}

/// Time as this computer reckons it, and waiting for it to pass.
#[async_trait]
pub trait Timer: Send + Sync {
    /// Milliseconds since 1970. May jump: the computer sleeps, its clock is put right.
    fn now(&self) -> i64;
    /// Returns after about this long. Sleep of the computer does not count.
    async fn sleep(&self, time: Duration);
}

/// The computer's own clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemTimer;

#[async_trait]
impl Timer for SystemTimer {
    fn now(&self) -> i64 {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
    }

    async fn sleep(&self, time: Duration) {
        tokio::time::sleep(time).await;
    }
}
