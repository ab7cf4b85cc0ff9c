//! Settings in one JSON file of the data folder, with the promises of the shell's store: on disk before it
//! returns, and a file that cannot be read is set aside rather than overwritten.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use app_core::ports::{SettingsStore, SettingsStoreError};
use serde_json::{Map, Value};

/// The file and what it holds.
pub(crate) struct FileSettings {
    file: PathBuf,
    values: Mutex<Map<String, Value>>,
    set_aside: Option<String>,
}

impl FileSettings {
    /// Reads `settings.json` of the folder, if there is one.
    ///
    /// # Errors
    /// When a file that is there can neither be read nor be set aside.
    pub(crate) fn open(folder: &Path) -> Result<Self, String> {
        let file = folder.join("settings.json");
        let (values, set_aside) = match fs::read(&file) {
            Ok(bytes) => match serde_json::from_slice(&bytes) {
                Ok(values) => (values, None),
                Err(_) => (Map::new(), Some(put_aside(&file)?)),
            },
            Err(_) => (Map::new(), None),
        };
        Ok(Self { file, values: Mutex::new(values), set_aside })
    }
}

fn put_aside(file: &Path) -> Result<String, String> {
    let mut target = file.with_extension("set-aside.json");
    let mut number = 2;
    while target.exists() {
        target = file.with_extension(format!("set-aside-{number}.json"));
        number += 1;
    }
    fs::rename(file, &target).map_err(|error| format!("settings cannot be set aside: {error}"))?;
    Ok(target.display().to_string())
}

impl SettingsStore for FileSettings {
    fn get(&self, key: &str) -> Option<Value> {
        self.values.lock().unwrap_or_else(PoisonError::into_inner).get(key).cloned()
    }

    fn set(&self, key: &str, value: Value) -> Result<(), SettingsStoreError> {
        let mut values = self.values.lock().unwrap_or_else(PoisonError::into_inner);
        let mut next = values.clone();
        next.insert(key.to_owned(), value);
        let text = Value::Object(next.clone()).to_string();
        let draft = self.file.with_extension("new");
        fs::write(&draft, text)
            .and_then(|()| fs::rename(&draft, &self.file))
            .map_err(|error| SettingsStoreError(error.to_string()))?;
        *values = next;
        Ok(())
    }

    fn set_aside(&self) -> Option<String> {
        self.set_aside.clone()
    }
}

#[cfg(test)]
mod tests {
    use app_core::ports::SettingsStore as _;
    use serde_json::json;

    use super::FileSettings;

    #[test]
    fn what_was_set_is_there_after_a_restart() {
        let folder = tempfile::tempdir().unwrap();
        FileSettings::open(folder.path()).unwrap().set("a", json!(1)).unwrap();
        assert_eq!(FileSettings::open(folder.path()).unwrap().get("a"), Some(json!(1)));
    }

    #[test]
    fn garbage_is_set_aside_and_not_lost() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("settings.json"), "{\"a\":").unwrap();
        let settings = FileSettings::open(folder.path()).unwrap();
        let kept = settings.set_aside().unwrap();
        assert_eq!(std::fs::read_to_string(kept).unwrap(), "{\"a\":");
        settings.set("a", json!(2)).unwrap();
        assert_eq!(settings.get("a"), Some(json!(2)));
    }
}
