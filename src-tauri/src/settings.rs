//! Settings and saved sign-ins on disk, through the store plugin. Never a secret. The plugin alone would
//! take an unreadable file for an empty one and write over it, and would leave half a file behind on a full
//! disk; this file sees to both.

use std::collections::HashMap;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{SystemTime, UNIX_EPOCH};
use std::{fs, io};

use app_core::ports::{SettingsStore, SettingsStoreError};
use serde_json::Value;
use tauri::{AppHandle, Wry};
use tauri_plugin_store::{Store, StoreBuilder};

const FILE: &str = "settings.json";

/// The settings file.
pub(crate) struct SettingsFile {
    store: Arc<Store<Wry>>,
    path: PathBuf,
    set_aside: Option<PathBuf>,
    /// One change at a time: a change that cannot be written is taken back.
    changing: Mutex<()>,
}

impl SettingsFile {
    /// Reads the file in `folder`. One that cannot be read is set aside under another name first.
    ///
    /// # Errors
    /// When an unreadable file cannot be set aside: then nothing may be written over it.
    pub(crate) fn open(app: &AppHandle, folder: &Path) -> Result<Self, Box<dyn std::error::Error>> {
        let path = folder.join(FILE);
        let set_aside = set_aside_if_unreadable(&path)?;
        let store = StoreBuilder::new(app, &path).disable_auto_save().build()?;
        // Or the plugin would write the file once more at exit, with nobody to notice a full disk.
        store.close_resource();
        Ok(Self { store, path, set_aside, changing: Mutex::default() })
    }
}

impl SettingsStore for SettingsFile {
    fn get(&self, key: &str) -> Option<Value> {
        self.store.get(key)
    }

    fn set(&self, key: &str, value: Value) -> Result<(), SettingsStoreError> {
        let _alone = self.changing.lock().unwrap_or_else(PoisonError::into_inner);
        let before = self.store.get(key);
        let write = || -> Result<(), Box<dyn std::error::Error>> {
            keep_copy(&self.path)?;
            self.store.set(key, value);
            self.store.save().inspect_err(|_| restore(&self.path))?;
            Ok(())
        };
        write().map_err(|error| {
            match before {
                Some(value) => self.store.set(key, value),
                None => drop(self.store.delete(key)),
            }
            SettingsStoreError(error.to_string())
        })
    }

    fn set_aside(&self) -> Option<String> {
        self.set_aside.as_ref().map(|path| path.display().to_string())
    }
}

/// The copy of the last file that was whole.
fn previous(path: &Path) -> PathBuf {
    path.with_extension("previous.json")
}

fn keep_copy(path: &Path) -> io::Result<()> {
    match fs::copy(path, previous(path)) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        copied => copied.map(|_| ()),
    }
}

/// A rename needs no space, so that it works on a full disk. Before the first change there is nothing to put
/// back, and half a file is worse than none.
fn restore(path: &Path) {
    let restored = match fs::rename(previous(path), path) {
        Err(error) if error.kind() == ErrorKind::NotFound => fs::remove_file(path),
        renamed => renamed,
    };
    if let Err(error) = restored {
        tracing::warn!(%error, "the settings could not be put back");
    }
}

fn is_readable(path: &Path) -> bool {
    fs::read(path).is_ok_and(|text| serde_json::from_slice::<HashMap<String, Value>>(&text).is_ok())
}

/// Moves an unreadable file out of the way and takes the last whole one in its place, if there is one.
fn set_aside_if_unreadable(path: &Path) -> io::Result<Option<PathBuf>> {
    if !path.try_exists()? || is_readable(path) {
        return Ok(None);
    }
    let since_1970 = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let aside = path.with_extension(format!("unreadable-{}.json", since_1970.as_millis()));
    fs::rename(path, &aside)?;
    if is_readable(&previous(path)) {
        fs::copy(previous(path), path)?;
    }
    Ok(Some(aside))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{keep_copy, previous, restore, set_aside_if_unreadable};

    #[test]
    fn a_settings_file_of_garbage_is_set_aside_whole() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.json");
        fs::write(&path, "{ half a fi").unwrap();
        let aside = set_aside_if_unreadable(&path).unwrap().unwrap();
        assert_eq!(fs::read_to_string(aside).unwrap(), "{ half a fi");
        assert!(!path.exists());
    }

    #[test]
    fn the_last_whole_file_takes_the_place_of_garbage() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.json");
        fs::write(previous(&path), r#"{"theme":"dark"}"#).unwrap();
        fs::write(&path, "").unwrap();
        assert!(set_aside_if_unreadable(&path).unwrap().is_some());
        assert_eq!(fs::read_to_string(&path).unwrap(), r#"{"theme":"dark"}"#);
    }

    #[test]
    fn a_readable_or_absent_file_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.json");
        assert_eq!(set_aside_if_unreadable(&path).unwrap(), None);
        fs::write(&path, r#"{"theme":"dark"}"#).unwrap();
        assert_eq!(set_aside_if_unreadable(&path).unwrap(), None);
        assert!(path.exists());
    }

    #[test]
    fn a_change_that_cannot_be_written_is_taken_back() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.json");
        keep_copy(&path).unwrap();
        fs::write(&path, r#"{"theme":"dark"}"#).unwrap();
        keep_copy(&path).unwrap();
        fs::write(&path, r#"{"the"#).unwrap();
        restore(&path);
        assert_eq!(fs::read_to_string(&path).unwrap(), r#"{"theme":"dark"}"#);
    }
}
