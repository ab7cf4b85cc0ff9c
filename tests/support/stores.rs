//! The ports of the app as a test needs them: a keychain that can be locked, a settings file that can be full or
//! have been garbage.

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

use app_core::ports::{
    MemorySecrets, MemorySettings, SecretStore, SecretStoreError, SettingsStore, SettingsStoreError,
};
use async_trait::async_trait;
use secrecy::SecretString;
use serde_json::{Map, Value};

/// A keychain that works until it is locked or taken away.
#[derive(Default)]
pub struct Keychain {
    kept: MemorySecrets,
    ids: Mutex<Vec<String>>,
    locked: AtomicBool,
    absent: AtomicBool,
}

impl Keychain {
    /// Locks or unlocks it.
    pub fn lock(&self, locked: bool) {
        self.locked.store(locked, Ordering::SeqCst);
    }

    /// Takes it away or brings it back, as when the service behind it does not run.
    pub fn take_away(&self, absent: bool) {
        self.absent.store(absent, Ordering::SeqCst);
    }

    /// Whether any secret that was ever put there is still there.
    ///
    /// # Panics
    /// Never: no holder of the lock panics.
    pub async fn holds_anything(&self) -> bool {
        let ids = self.ids.lock().expect("no holder panics").clone();
        for id in ids {
            if matches!(self.kept.get(&id).await, Ok(Some(_))) {
                return true;
            }
        }
        false
    }

    fn open(&self) -> Result<&MemorySecrets, SecretStoreError> {
        if self.absent.load(Ordering::SeqCst) {
            Err(SecretStoreError::Unavailable("no service answers".to_owned()))
        } else if self.locked.load(Ordering::SeqCst) {
            Err(SecretStoreError::Locked)
        } else {
            Ok(&self.kept)
        }
    }
}

#[async_trait]
impl SecretStore for Keychain {
    async fn get(&self, id: &str) -> Result<Option<SecretString>, SecretStoreError> {
        self.open()?.get(id).await
    }

    async fn set(&self, id: &str, secret: &SecretString) -> Result<(), SecretStoreError> {
        let open = self.open()?;
        self.ids.lock().expect("no holder panics").push(id.to_owned());
        open.set(id, secret).await
    }

    async fn delete(&self, id: &str) -> Result<(), SecretStoreError> {
        self.open()?.delete(id).await
    }

    async fn check(&self) -> Result<(), SecretStoreError> {
        self.open().map(drop)
    }
}

/// A settings file.
#[derive(Default)]
pub struct Settings {
    kept: MemorySettings,
    keys: Mutex<Vec<String>>,
    full: AtomicBool,
    set_aside: Mutex<Option<String>>,
}

impl Settings {
    /// From now on the disk is full, or has space again.
    pub fn fill(&self, full: bool) {
        self.full.store(full, Ordering::SeqCst);
    }

    /// The file was garbage at start and is now here.
    ///
    /// # Panics
    /// Never: no holder of the lock panics.
    pub fn was_garbage(&self, path: &str) {
        *self.set_aside.lock().expect("no holder panics") = Some(path.to_owned());
    }

    /// Everything in the file.
    ///
    /// # Panics
    /// Never: no holder of the lock panics.
    pub fn text(&self) -> String {
        let keys = self.keys.lock().expect("no holder panics");
        let all: Map<String, Value> =
            keys.iter().filter_map(|key| Some((key.clone(), self.kept.get(key)?))).collect();
        Value::Object(all).to_string()
    }
}

impl SettingsStore for Settings {
    fn get(&self, key: &str) -> Option<Value> {
        self.kept.get(key)
    }

    fn set(&self, key: &str, value: Value) -> Result<(), SettingsStoreError> {
        if self.full.load(Ordering::SeqCst) {
            return Err(SettingsStoreError("no space left on device".to_owned()));
        }
        self.keys.lock().expect("no holder panics").push(key.to_owned());
        self.kept.set(key, value)
    }

    fn set_aside(&self) -> Option<String> {
        self.set_aside.lock().expect("no holder panics").clone()
    }
}
